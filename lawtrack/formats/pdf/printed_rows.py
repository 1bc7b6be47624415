"""Where the rows of a Word table came to stand in the PDF that was printed of it: on which pages, in how many lines.

The rules of the table part each page into bands and the columns' widths part a band into cells. The characters of each
cell are counted off against those of the row in the Word file, so that a row is known again by what it holds and a row
that is not done at the foot of a page goes on at the head of the next. Where a count does not come out, nothing is said.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NEAR: Final = 1.5
"""Points between two rules, or two lines of writing, that are one."""


class Block(NamedTuple):
    """A paragraph of a cell: its characters without spaces, and the points from line to line."""

    characters: int
    line: float


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the table in the Word file: the paragraphs of each cell, the left and right edges of the cells in points.

    `torn` says whether a page may end inside of it, `head` whether every page begins with it, `keeps` whether it stands on
    the page of the next row, `inner` whether there is a table in a cell of it.
    """

    cells: tuple[tuple[Block, ...], ...]
    edges: tuple[float, ...]
    torn: bool
    head: bool
    keeps: bool = False
    inner: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The table of a Word file: its rows, and in points the margins of the page at the head, the left and the foot."""

    rows: tuple[TableRow, ...]
    upper: float
    left: float
    lower: float

    @property
    def width(self) -> float:
        """Points from the left edge of the table to its right one."""
        return self.rows[0].edges[-1]


class Part(NamedTuple):
    """The part of a row that stands on one page: its upper and lower edge, and for each cell its lines' characters."""

    page: int
    top: float
    bottom: float
    lines: tuple[tuple[int, ...], ...]


def printed_rows(pdf: bytes, table: Table) -> list[list[Part]] | None:
    """For each row but the heads its parts; None where rows cannot be told apart by their rules and characters."""
    import pypdfium2

    heads = sum(row.head for row in table.rows)
    told = iter(row for row in table.rows if not row.head)
    parts: list[list[Part]] = []
    owed: list[int] = []
    row: TableRow | None = None
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number, page in enumerate(document):
            for top, bottom, writing in list(_bands(page, table))[heads:]:
                if not any(owed):
                    row = next(told, None)
                    if row is None:
                        return None
                    owed = [sum(block.characters for block in cell) for cell in row.cells]
                    parts.append([])
                assert row is not None, "something is owed by a row"
                lines = _cells(writing, [table.left + edge for edge in row.edges])
                owed = [due - sum(cell) for due, cell in zip(owed, lines, strict=True)]
                if min(owed) < 0:
                    return None
                parts[-1].append(Part(number, top, bottom, lines))
    finally:
        document.close()
    return parts if next(told, None) is None and not any(owed) else None


def _bands(page: Any, table: Table) -> Iterator[tuple[float, float, list[tuple[float, float]]]]:
    """Upper and lower edge of each row on a page, and the places (line, from the left) of the characters between them."""
    writing = sorted(_characters(page), reverse=True)
    at = 0
    for top, bottom in pairwise(_rules(page, table)):
        while at < len(writing) and writing[at][0] > top:
            at += 1
        begin = at
        while at < len(writing) and writing[at][0] > bottom:
            at += 1
        yield top, bottom, writing[begin:at]


def _rules(page: Any, table: Table) -> list[float]:
    """The heights, from above, of the rules between head and foot that go from the table's left edge to its right one."""
    from pypdfium2 import raw

    left, right = table.left + 4, table.left + table.width - 4
    highest, lowest = page.get_height() - table.upper + 2, table.lower - 2
    drawn: list[tuple[float, float, float]] = []
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        x_from, lower, x_to, upper = item.get_bounds()
        if upper - lower < _NEAR and lowest < lower < highest:
            drawn.append(((upper + lower) / 2, x_from, x_to))
    drawn.sort(reverse=True)
    heights: list[float] = []
    reach = begin = 0.0
    last: float | None = None
    for height, x_from, x_to in drawn:
        if last is None or last - height > _NEAR:
            last, begin, reach = height, x_from, x_to
        else:
            begin, reach = min(begin, x_from), max(reach, x_to)
        if begin < left and reach > right and (not heights or heights[-1] - last >= _NEAR):
            heights.append(last)
    return heights


def _characters(page: Any) -> Iterator[tuple[float, float]]:
    """For each character but spaces the height of its line and how far from the left it stands."""
    from pypdfium2 import raw

    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    for at in range(text.count_chars()):
        if not chr(raw.FPDFText_GetUnicode(text, at)).isspace() and not raw.FPDFText_IsGenerated(text, at):
            raw.FPDFText_GetCharOrigin(text, at, x, y)
            yield y.value, x.value


def _cells(writing: Sequence[tuple[float, float]], edges: Sequence[float]) -> tuple[tuple[int, ...], ...]:
    """For each cell between two edges how many characters its lines have, from above."""
    cells: list[list[int]] = [[] for _ in edges[1:]]
    heights = [0.0 for _ in cells]
    for height, across in writing:
        cell = max(min(sum(edge <= across for edge in edges) - 1, len(cells) - 1), 0)
        if cells[cell] and heights[cell] - height < _NEAR:
            cells[cell][-1] += 1
        else:
            cells[cell].append(1)
            heights[cell] = height
    return tuple(map(tuple, cells))


def lines_of_blocks(cell: Sequence[Block], counts: Sequence[int]) -> list[int]:
    """How many of a cell's lines each of its paragraphs has; an empty one has none that is seen.

    >>> lines_of_blocks([Block(12, 20), Block(0, 20), Block(5, 20)], [8, 4, 5])
    [2, 0, 1]
    """
    ends = list(accumulate(counts))
    reached = list(accumulate(block.characters for block in cell))
    return [sum(before < end <= upto for end in ends) for before, upto in pairwise([0, *reached])]
