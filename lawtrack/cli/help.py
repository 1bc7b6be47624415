"""Help in the language in use: commands translated from the catalogue, click's own words and line breaks ours.

A command's docstring and its options' help are its English help; the Chinese stands in `chinese.py`. What
has no Chinese yet is shown in English rather than left out.
"""

from __future__ import annotations

import re
from copy import copy
from functools import partial
from textwrap import dedent
from typing import TYPE_CHECKING, Any, Final
from unicodedata import east_asian_width

import click

from lawtrack.cli.chinese import COMMANDS, OPTIONS
from lawtrack.cli.misplaced import NoSuchCommand
from lawtrack.messages import language, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SECTIONS: Final = {
    "Options": "cli.help-options",
    "Commands": "cli.commands",
    "Arguments": "cli.help-arguments",
}
_CLICK: Final = {
    "Show this message and exit.": "显示本说明后退出。",
    "Show the version and exit.": "显示版本后退出。",
}
_UNBROKEN: Final = re.compile(r"(?:[^\s\u2e80-\uffef]+|.)[，。、；：！？）》”’】]*\s*")
"""A word, or one Chinese character, with the marks that close it."""
_NOTES: Final = ((re.compile(r"\[default: "), "[默认："), (re.compile(r"\[required\]"), "[必填]"))


def translated(command: click.Command, path: tuple[str, ...]) -> click.Command:
    """`command` with its help in the language in use; `path` are the words by which it is called.

    A copy, as is what lies below it, so that a change of language changes no command for others.
    """
    if language() != "zh":
        return command
    spoken: Any = copy(command)
    spoken.context_class = Spoken
    name = " ".join(path)
    if name in COMMANDS:
        spoken.help = "\n\n".join([COMMANDS[name], *_examples(command.help or "")])
        spoken.short_help = None
    spoken.params = [_translated_option(param) for param in command.params]
    if isinstance(command, click.Group):
        spoken.get_command = partial(_translated_below, command, path)
    return spoken  # type: ignore[no-any-return]  # a copy is what it was


def _translated_below(
    group: click.Group, path: tuple[str, ...], ctx: click.Context, word: str
) -> click.Command:
    """The command of a group, which may import it only now. Raises UsageError where there is none."""
    below = group.get_command(ctx, word)
    if below is None:
        raise NoSuchCommand(word, ctx)
    return translated(below, (*path, word))


def _translated_option(param: click.Parameter) -> click.Parameter:
    if not isinstance(param, click.Option) or param.help not in OPTIONS:
        return param
    spoken = copy(param)
    spoken.help = OPTIONS[param.help]
    return spoken


def _examples(text: str) -> list[str]:
    """The paragraphs of a docstring that keep their lines: its examples, which are the same in every language."""
    kept = (part for part in re.split(r"\n\s*\n", text) if part.strip().startswith("\b"))
    return [re.sub(r"^(\s*)Examples?:", r"\1示例：", part, flags=re.MULTILINE) for part in kept]


class Formatter(click.HelpFormatter):
    """Click's help with its own words in the language in use, and lines broken by the width that they have on screen."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that says how a command is written."""
        super().write_usage(prog, args, prefix if prefix is not None else translate("cli.help-usage"))

    def section(self, name: str) -> Any:
        """A part of the help under its heading."""
        return super().section(translate(_SECTIONS[name]) if name in _SECTIONS else name)

    def write_text(self, text: str) -> None:
        """Paragraphs; one that begins with a backspace keeps its lines."""
        room = max(self.width - self.current_indent, 11)
        for number, paragraph in enumerate(re.split(r"\n\s*\n", text.strip("\n"))):
            if number:
                self.write_paragraph()
            lines = paragraph.strip("\n").splitlines()
            kept = lines and lines[0].strip() == "\b"
            as_typed = dedent("\n".join(lines[1:])).splitlines()
            for line in as_typed if kept else wrapped(" ".join(map(str.strip, lines)), room):
                self.write(f"{'':>{self.current_indent}}{line}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Names with what they mean, the meanings in a column of their own."""
        told = [(name, _in_our_words(words)) for name, words in rows]
        first = min(max((width(name) for name, _ in told), default=0), col_max) + col_spacing
        room = max(self.width - first - self.current_indent, 10)
        for name, words in told:
            lines = list(wrapped(words, room))
            gap = first - width(name)
            self.write(f"{'':>{self.current_indent}}{name}")
            if lines and gap >= col_spacing:
                self.write(" " * gap + lines.pop(0))
            self.write("\n")
            for line in lines:
                self.write(f"{'':>{first + self.current_indent}}{line}\n")


class Spoken(click.Context):
    """A context whose help is written by `Formatter`."""

    formatter_class = Formatter


def _in_our_words(words: str) -> str:
    if language() != "zh":
        return words
    for written, ours in _NOTES:
        words = written.sub(ours, words)
    return _CLICK.get(words, words)


def width(text: str) -> int:
    """How many columns a terminal gives to `text`: Chinese characters take two.

    >>> width("条 a")
    4
    """
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def wrapped(text: str, room: int) -> Iterator[str]:
    """`text` in lines of at most `room` columns: words whole, Chinese broken anywhere but before a closing mark.

    >>> list(wrapped("把文件导入为某一稿。See the guide.", 12))
    ['把文件导入为', '某一稿。See', 'the guide.']
    """
    line = ""
    for part in _UNBROKEN.findall(text):
        if line and width(line + part.rstrip()) > room:
            yield line.rstrip()
            line = ""
        line += part
    if line:
        yield line.rstrip()
