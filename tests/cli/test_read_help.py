"""What every command says of itself at 80 columns, and whether it is so."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from lawtrack.cli.root import lawtrack
from lawtrack.formats.plan.screen import width

if TYPE_CHECKING:
    from collections.abc import Iterator


def commands(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command)):
            yield from commands(command_at((*path, name)), (*path, name))


def command_at(path: tuple[str, ...]) -> click.Command:
    command: click.Command = lawtrack
    for name in path:
        assert isinstance(command, click.Group)
        found = command.get_command(click.Context(command), name)
        assert found is not None, name
        command = found
    return command


ALL = list(commands(lawtrack))
WITH_EXAMPLES = [path for path in ALL if path not in {("amend",), ("plan",)}]


def told(path: tuple[str, ...]) -> list[str]:
    result = CliRunner().invoke(lawtrack, [*path, "--help"], prog_name="lawtrack", terminal_width=80)
    assert result.exit_code == 0
    return result.output.splitlines()


def examples(path: tuple[str, ...]) -> list[str]:
    """The examples of the help, one a line, continued lines joined."""
    *_, after = re.split(r"\n  (?:Examples?|示例)", "\n".join(told(path)), maxsplit=1)
    block = after.partition("\n\n")[0].partition("\n")[2]
    return block.replace("\\\n", "").splitlines()


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_help_fits_the_terminal_and_explains_every_option(path: tuple[str, ...]) -> None:
    lines = told(path)
    assert [
        line for line in lines if width(line) > 80 and "|" not in line
    ] == []  # click breaks no list of choices
    assert not any("\\b" in line for line in lines)
    options = [param for param in command_at(path).params if isinstance(param, click.Option)]
    assert [
        param.name for param in options if not param.help and not isinstance(param.type, click.Choice)
    ] == []


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=" ".join)
def test_examples_are_command_lines_that_the_command_takes(path: tuple[str, ...]) -> None:
    shown = examples(path)
    assert shown
    for line in shown:
        words = shlex.split(line[line.index("lawtrack ") :], comments=True)
        _, *words = words[: next((at for at, word in enumerate(words) if word in {"|", ">"}), len(words))]
        named = next(
            known for known in sorted(ALL, key=len, reverse=True) if tuple(words[: len(known)]) == known
        )
        assert named[: len(path)] == path
        command_at(named).make_context(named[-1], words[len(named) :]).close()
