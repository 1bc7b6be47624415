"""The help in Chinese says everything that the English says, and nothing that is no longer there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from lawtrack.cli import chinese
from lawtrack.cli.root import lawtrack
from lawtrack.messages import use_language

if TYPE_CHECKING:
    from collections.abc import Iterator


def commands(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    if path:
        yield " ".join(path), command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from commands(below, (*path, name))


def test_every_command_has_help_in_chinese_and_no_help_is_left_over():
    with use_language("en"):
        assert {name for name, _ in commands(lawtrack)} == set(chinese.COMMANDS)


def test_every_option_has_help_in_chinese_and_no_help_is_left_over():
    with use_language("en"):
        spoken = {
            param.help
            for _, command in commands(lawtrack)  # the front page itself speaks both languages
            for param in command.params
            if isinstance(param, click.Option) and param.help and not param.hidden
        }
    assert spoken - set(chinese.OPTIONS) == set()
    assert set(chinese.OPTIONS) - spoken == set()
