"""The printed lines of a PDF: their words, where they begin and end, how large they are set; rows of ruled tables."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GAP: Final = 0.6
"""Of a character's height: a wider gap between two characters is a space."""
_LEVEL: Final = 0.5
"""Of a character's height: characters whose middles differ by less stand on one line."""
_MARGIN: Final = 0.1
"""Of a page's height, at its head and its foot: what stands there on most pages is no part of the text."""
_NUMBER: Final = re.compile(
    r"[\s—–\-－·]*(?:第?\s*\d{1,4}\s*页?(?:\s*[/，,共]\s*共?\s*\d{1,4}\s*页?)?)[\s—–\-－·]*"
)
_DIGITS: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of a page: its words, its edges in points, the size of its type; `row` for a row of a table."""

    words: str
    left: float
    right: float
    top: float
    size: float
    page: int
    row: bool = False


def printed_lines(pages: Sequence[Any]) -> list[PrintedLine]:
    """The lines of the pages of pdfplumber in order, without page numbers and what is repeated at head and foot."""
    lines = [(page.height, line) for number, page in enumerate(pages) for line in _of_page(page, number)]
    repeated = _repeated(lines, len(pages))
    return [
        line
        for height, line in lines
        if not (_at_edge(line, height) and (_NUMBER.fullmatch(line.words) or _key(line) in repeated))
    ]


def _repeated(lines: Sequence[tuple[float, PrintedLine]], pages: int) -> set[str]:
    """What stands at head or foot of at least half of three pages and more."""
    counts = Counter(_key(line) for height, line in lines if _at_edge(line, height))
    return {words for words, count in counts.items() if pages > 2 and count * 2 >= pages}


def _key(line: PrintedLine) -> str:
    return _DIGITS.sub("0", "".join(line.words.split()))


def _at_edge(line: PrintedLine, height: float) -> bool:
    return line.top < height * _MARGIN or line.top + line.size > height * (1 - _MARGIN)


def _of_page(page: Any, number: int) -> list[PrintedLine]:
    """The lines and table rows of one page from top to bottom."""
    tables = [table for table in page.find_tables() if len(table.rows) > 1 and _columns(table) > 1]
    boxes = [table.bbox for table in tables]
    chars = [char for char in page.chars if not any(_inside(char, box) for box in boxes)]
    lines = [_line(run, number) for run in _runs(chars)]
    lines += [line for table in tables for line in _rows(table, number)]
    return sorted((line for line in lines if line.words.strip()), key=lambda line: line.top)


def _columns(table: Any) -> int:
    return max(len([cell for cell in row.cells if cell]) for row in table.rows)


def _inside(char: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = box
    middle = (char["top"] + char["bottom"]) / 2
    return bool(left <= (char["x0"] + char["x1"]) / 2 <= right and top <= middle <= bottom)


def _rows(table: Any, number: int) -> Iterator[PrintedLine]:
    for row, cells in zip(table.rows, table.extract(), strict=True):
        words = "\t".join("".join((cell or "").split("\n")) for cell in cells)
        left, top, right, bottom = row.bbox
        yield PrintedLine(words, left, right, top, bottom - top, number, row=True)


def _runs(chars: Sequence[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """The characters of each line, from left to right."""
    ordered = sorted(chars, key=lambda char: ((char["top"] + char["bottom"]) / 2, char["x0"]))
    line: list[dict[str, Any]] = []
    level = 0.0
    for char in ordered:
        middle = (char["top"] + char["bottom"]) / 2
        if line and middle - level > _LEVEL * char["size"]:
            yield sorted(line, key=lambda one: one["x0"])
            line = []
        if not line:
            level = middle
        line.append(char)
    if line:
        yield sorted(line, key=lambda one: one["x0"])


def _line(chars: list[dict[str, Any]], number: int) -> PrintedLine:
    said = [char for char in chars if char["text"].strip()] or chars
    size = median(char["size"] for char in said)
    words = said[0]["text"]
    for before, char in pairwise(said):
        gap = char["x0"] - before["x1"]
        latin = before["text"].isascii() and char["text"].isascii()
        words += ("　" if gap > _GAP * size else " " if latin and gap > 0.2 * size else "") + char["text"]
    return PrintedLine(words, said[0]["x0"], said[-1]["x1"], said[0]["top"], size, number)
