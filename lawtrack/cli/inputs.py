"""What a command is given: a file name, or `-` for standard input."""

from __future__ import annotations

import sys
import warnings
from dataclasses import dataclass, replace

import click

from lawtrack.formats import ReadText, called, read_text
from lawtrack.law import Instrument, parse
from lawtrack.messages import translate

TITLE = click.option(
    "--title", "--instrument", "title", default="", metavar="TITLE",
    help="Which instrument, where a file holds several: its title or words of it.",
)  # fmt: skip
COLUMN = click.option(
    "--column", default="", metavar="old|new|HEAD", help="Which column, where a file is a comparison table."
)

TRUST = click.option(
    "--trust",
    type=float,
    default=0.4,
    help="How likely two articles have to be one another's to stand in one row, 0 to 1.",
)


def text_of(name: str, column: str = "") -> ReadText:
    """The text of the file `name` (`-`: standard input); what its reader should know goes to standard error."""
    source = sys.stdin.buffer if name == "-" else name
    read = read_text(source, name="-" if name == "-" else None, column=column)
    for warning in read.warnings:
        warnings.warn(warning, stacklevel=2)
    return read


def tell_around(doc: Instrument, places: Places) -> None:
    """Say on standard error what of the file was not read as its text: a notice, an order, another instrument."""
    for problem in doc.problems:
        if problem.around:
            told = replace(problem, line=places.of(problem.line))
            click.secho(f"{places.read.source_name}: {told.message}", fg="yellow", err=True)


def instrument_of(name: str, title: str = "", column: str = "") -> Instrument:
    """The instrument in the file `name`; `title` chooses one of several, `column` one of a comparison table."""
    return placed_instrument(name, title, column)[0]


@dataclass(frozen=True, slots=True)
class Places:
    """Where lines of an instrument stand in its file: `first` is the instrument's first line in the text `read`."""

    read: ReadText
    first: int = 1

    def of(self, line: int) -> int:
        """The number in the file of the instrument's line."""
        return self.read.place(line + self.first - 1)

    def page(self, line: int) -> int:
        """The page of a PDF that the instrument's line begins on; 0 in other files."""
        return self.read.page(line + self.first - 1)

    def shown(self, line: int) -> str:
        """The instrument's line as a reader looks for it: 12, or in a PDF 第3页第12行."""
        page = self.page(line)
        return translate("cli.page-line", page=page, line=self.of(line)) if page else str(self.of(line))

    @property
    def note(self) -> str:
        """What the numbers count, where it is not the lines of the file; "" where it is."""
        counted = self.read.counted
        return "" if counted == "line" else translate(f"cli.counted-{counted}", name=self.read.source_name)


def placed_instrument(name: str, title: str = "", column: str = "") -> tuple[Instrument, Places]:
    """The instrument in the file `name`, and where its lines stand in the file."""
    read = text_of(name, column)
    doc, first = called(read, title) if title else (parse(read.text), 1)
    return doc, Places(read, first)
