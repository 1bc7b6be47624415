"""The help in Chinese says everything that the English says, and nothing that is no longer there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from lawtrack.cli import chinese, main
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


def test_what_is_printed_is_chinese(capsys):
    """In every command's help the sentences are Chinese, and so are the heads over its options."""
    with use_language("en"):
        names = [name for name, _ in commands(lawtrack)]
    for name in names:
        assert main(["--lang", "zh", *name.split(), "--help"]) == 0
        told = re.sub(r"示例：\n(?: {4}.*\n)+", "", capsys.readouterr().out)
        english = [
            line for line in told.splitlines()[1:] if re.search("[a-z]+ [a-z]{2,}", line) and line.isascii()
        ]
        assert told.startswith("用法："), name
        assert english == [], name


def test_a_command_of_a_group_that_is_not_there_is_told_in_chinese(capsys):
    for group in ("plan", "amend", "collection"):
        assert main(["--lang", "zh", group, "nonesuch"]) == 2
        assert "没有命令“nonesuch”" in capsys.readouterr().err
