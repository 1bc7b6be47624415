"""The printed lines of a PDF: their words, where they begin and end, how large they are set; rows of ruled tables."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby, pairwise
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
_Run = list[dict[str, Any]]
"""The characters of a line, from left to right."""
_GUTTER: Final = 1.1
"""Characters that the strip between two columns is wide at least."""
_LINES: Final = 6
"""So many lines of a page have to show that it has two columns, or numbers of lines in its margin."""
_DIGITS_MOST: Final = 5
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
    column: int = 0
    """0 across the page, 1 in the left of two columns, 2 in the right."""


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
    runs = unnumbered(list(_runs(chars)))
    middle = gutter(runs)
    rows = [line for table in tables for line in _rows(table, number)]
    if middle is not None:
        lines = [_line(run, number, column) for run, column in _by_column(runs, middle)]
        return [line for line in (*lines, *rows) if line.words.strip()]
    lines = [*(_line(run, number) for run in runs), *rows]
    return sorted((line for line in lines if line.words.strip()), key=lambda line: line.top)


def unnumbered(runs: Sequence[_Run]) -> list[_Run]:
    """The lines without the numbers of lines in the margin, where most lines have one and each is larger than the last."""
    heads = [_number_before(run) for run in runs]
    values = [int("".join(char["text"] for char in head)) for head in heads if head]
    rising = sum(after > before for before, after in pairwise(values))
    if len(values) < _LINES or len(values) < 0.6 * len(runs) or rising < 0.9 * (len(values) - 1):
        return list(runs)
    return [run[len(head) :] for run, head in zip(runs, heads, strict=True) if run[len(head) :]]


def _number_before(run: _Run) -> _Run:
    """The digits with which a line begins, where a gap of more than a character, or nothing, follows them."""
    said = [char for char in run if char["text"].strip()]
    count = next((at for at, char in enumerate(said) if not char["text"].isdecimal()), len(said))
    if not 0 < count < _DIGITS_MOST:
        return []
    apart = count == len(said) or said[count]["x0"] - said[count - 1]["x1"] > 0.8 * said[count - 1]["size"]
    return run[: run.index(said[count - 1]) + 1] if apart else []


def gutter(runs: Sequence[_Run]) -> float | None:
    """Where the white strip between two columns stands, None on a page that has one column."""
    gaps = [gap for run in runs if (gap := _widest(run, runs)) is not None]
    if len(gaps) < _LINES or len(gaps) < 0.3 * len(runs):
        return None
    middle = float(median(gaps))
    crossing = sum(_crosses(run, middle) for run in runs)
    return middle if crossing <= 0.2 * len(runs) else None


def _widest(run: _Run, runs: Sequence[_Run]) -> float | None:
    """The middle of the gap of more than a character in the middle third of the page, None where a line has none."""
    left, right = min(one[0]["x0"] for one in runs), max(one[-1]["x1"] for one in runs)
    said = [char for char in run if char["text"].strip()]
    gaps = [
        (after["x0"] - before["x1"], (after["x0"] + before["x1"]) / 2)
        for before, after in pairwise(said)
        if after["x0"] - before["x1"] > _GUTTER * before["size"]
    ]
    inner = [gap for gap in gaps if left + (right - left) / 3 < gap[1] < right - (right - left) / 3]
    return max(inner)[1] if inner else None


def _crosses(run: _Run, middle: float) -> bool:
    """Does a line go on across the strip?"""
    said = [char for char in run if char["text"].strip()]
    before = [char for char in said if char["x0"] < middle]
    after = [char for char in said if char["x0"] >= middle]
    if before and before[-1]["x1"] > middle:
        return True
    return bool(before and after) and after[0]["x0"] - before[-1]["x1"] < before[-1]["size"]


def _by_column(runs: Sequence[_Run], middle: float) -> Iterator[tuple[_Run, int]]:
    """The lines in the order of reading: the left column, then the right one, between the lines that go across."""
    for across, group in groupby(runs, key=lambda run: _crosses(run, middle)):
        stretch = list(group)
        if across:
            yield from ((run, 0) for run in stretch)
            continue
        for column, right in ((1, False), (2, True)):
            for run in stretch:
                if half := [char for char in run if (char["x0"] >= middle) is right and char["text"].strip()]:
                    yield half, column


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


def _line(chars: list[dict[str, Any]], number: int, column: int = 0) -> PrintedLine:
    said = [char for char in chars if char["text"].strip()] or chars
    size = median(char["size"] for char in said)
    words = said[0]["text"]
    for before, char in pairwise(said):
        gap = char["x0"] - before["x1"]
        latin = before["text"].isascii() and char["text"].isascii()
        words += ("　" if gap > _GAP * size else " " if latin and gap > 0.2 * size else "") + char["text"]
    return PrintedLine(words, said[0]["x0"], said[-1]["x1"], said[0]["top"], size, number, column=column)
