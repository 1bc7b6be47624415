"""A command that was asked for where it is not: where it stands."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Final

import click

from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_CLICKS: Final = re.compile(r"No such command '(.+)'\.")


class NoSuchCommand(click.UsageError):
    """A word that is no command of the group in which it was typed."""

    def __init__(self, name: str, ctx: click.Context | None = None) -> None:
        super().__init__(translate("cli.no-such-command", name=name), ctx)
        self.name = name


def no_such_command(error: click.UsageError, commands: Mapping[str, str]) -> str:
    """What is told of a word that is no command, with the commands of that name elsewhere; "" for another error.

    `commands` are those of the front door: name → module:function.

    >>> no_such_command(NoSuchCommand("duties"), {"duties": "lawtrack.cli.duties:duties"})
    '没有命令“duties”。这个命令写作：lawtrack duties'
    """
    named = _CLICKS.match(error.message)
    name = error.name if isinstance(error, NoSuchCommand) else named[1] if named else ""
    if not name:
        return ""
    told = translate("cli.no-such-command", name=name)
    places = "、".join(f"lawtrack {path}" for path in _places(name, commands))
    return told + (translate("cli.command-elsewhere", places=places) if places else "")


def _places(name: str, commands: Mapping[str, str]) -> Iterator[str]:
    """The commands of that name, by the words that one types."""
    if name in commands:
        yield name
    for group, place in commands.items():
        module, _, function = place.partition(":")
        command = getattr(import_module(module), function)
        if isinstance(command, click.Group) and name in command.list_commands(click.Context(command)):
            yield f"{group} {name}"
