"""What a command is given: a file name, or `-` for standard input."""

from __future__ import annotations

import sys
import warnings

import click

from lawtrack.formats import ReadText, called, read_text
from lawtrack.law import Instrument, parse

TITLE = click.option(
    "--title", "--instrument", "title", default="", metavar="TITLE",
    help="Which instrument, where a file holds several: its title or words of it.",
)  # fmt: skip
COLUMN = click.option(
    "--column", default="", metavar="old|new|HEAD", help="Which column, where a file is a comparison table."
)


def text_of(name: str, column: str = "") -> ReadText:
    """The text of the file `name` (`-`: standard input); what its reader should know goes to standard error."""
    source = sys.stdin.buffer if name == "-" else name
    found = read_text(source, name="-" if name == "-" else None, column=column)
    for warning in found.warnings:
        warnings.warn(warning, stacklevel=2)
    return found


def instrument_of(name: str, title: str = "", column: str = "") -> Instrument:
    """The instrument in the file `name`; `title` chooses one of several, `column` one of a comparison table."""
    return placed_instrument(name, title, column)[0]


def placed_instrument(name: str, title: str = "", column: str = "") -> tuple[Instrument, int]:
    """The instrument in the file `name`, and the line of the file at which its text begins."""
    found = text_of(name, column)
    return called(found, title) if title else (parse(found.text), found.begins)
