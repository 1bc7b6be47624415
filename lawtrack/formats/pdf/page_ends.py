"""Where the pages of a long table had best end: so that no line of a row stands alone at the foot or the head of a page.

LibreOffice does not keep lines together in rows that may be torn (sw/source/core/text/widorp.cxx), as Word does. But how
many lines each paragraph of a cell has is known from a first print, and every line is exactly so high. So the pages are
laid out here once more, each with the end that spares most lines for the least room; the rows above such an end are made
a few points higher, or a row goes to the next page whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.formats.pdf.printed_rows import lines_of_blocks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.formats.pdf.printed_rows import Part, Table, TableRow

SPARED: Final = 0.15
"""The part of a page that may be given up for a better end."""
_STRETCH: Final = 24.0
"""Points by which a row is made higher at most: little more than a line."""
_SLACK: Final = 1.0
"""Points by which what is reckoned here may differ from what is printed."""


Cells = tuple[tuple[tuple[float, ...], ...], ...]
"""For each cell of a row, for each of its paragraphs, how high its lines are."""


class Laid(NamedTuple):
    """A row by its lines; the height of the whole row; may it be torn, does it keep to the next?"""

    cells: Cells
    height: float
    torn: bool
    keeps: bool


@dataclass(frozen=True, slots=True)
class Ends:
    """What is to be done to rows, by their number behind the heads.

    Points by which they are made `higher`, rows kept `whole`, points between a paragraph and the next that set them
    `apart`, by row, cell and paragraph.
    """

    higher: dict[int, float]
    whole: frozenset[int]
    apart: dict[tuple[int, int, int], float]


def laid_rows(table: Table, printed: Sequence[Sequence[Part]]) -> tuple[list[Laid], float]:
    """The rows behind the heads as they came to be printed, and the room above and below the words of a row."""
    told = [row for row in table.rows if not row.head]
    pairs = list(zip(told, printed, strict=True))
    cells = [_lines(row, parts) for row, parts in pairs]
    seen = ((lines, parts) for lines, (_, parts) in zip(cells, pairs, strict=True) if len(parts) == 1)
    rooms = [_height(parts) - _content(lines) for lines, parts in seen]
    room = median(rooms) if rooms else 0.0
    rows = []
    for lines, (row, parts) in zip(cells, pairs, strict=True):
        height = _height(parts) if len(parts) == 1 else _content(lines) + room
        rows.append(Laid(lines, height, row.torn, row.keeps))
    return rows, room


def _height(parts: Sequence[Part]) -> float:
    return sum(part.top - part.bottom for part in parts)


def _lines(row: TableRow, parts: Sequence[Part]) -> Cells:
    counts = [[count for part in parts for count in part.lines[at]] for at in range(len(row.cells))]
    if row.inner:  # what stands side by side in a table of a cell is of one line: each line is for itself
        line = _height(parts) / max(map(len, counts))
        return tuple(((line,),) * len(lines) for lines in counts)
    return tuple(
        tuple((block.line,) * count for block, count in zip(cell, lines_of_blocks(cell, lines), strict=True))
        for cell, lines in zip(row.cells, counts, strict=True)
    )


def _content(cells: Cells) -> float:
    return max((sum(map(sum, cell)) for cell in cells), default=0.0)


def lines_alone(table: Table, printed: Sequence[Sequence[Part]]) -> int:
    """How often a line of a row, or of a paragraph in it, stands alone at the foot or the head of a page."""
    told = [row for row in table.rows if not row.head]
    alone = 0
    for row, parts in zip(told, printed, strict=True):
        cells = _lines(row, parts)
        for at in range(1, len(parts)):
            taken = [sum(len(part.lines[cell]) for part in parts[:at]) for cell in range(len(cells))]
            alone += _alone(cells, taken)
    return alone


def _alone(cells: Cells, taken: Sequence[int]) -> int:
    """How many single lines there are where each cell is torn behind so many of its lines."""
    alone = 0
    above, below = 0, 0
    for cell, count in zip(cells, taken, strict=True):
        total = sum(map(len, cell))
        above, below = max(above, count), max(below, total - count)
        for end, paragraph in zip(accumulate(map(len, cell)), cell, strict=True):
            before = count - (end - len(paragraph))
            alone += len(paragraph) > 1 and before in (1, len(paragraph) - 1)
    return alone + (above == 1) + (below == 1)


def better_ends(table: Table, printed: Sequence[Sequence[Part]]) -> Ends:
    """The ends that leave fewest lines alone, each for at most SPARED of its page."""
    rows, room = laid_rows(table, printed)
    heads = [part.top for parts in printed for part in parts if part.page > 0]
    first = printed[0][0].top - table.lower
    pages = _Pages(max(heads) - table.lower if heads else first, room, first)
    needs = _needs(rows, room)
    for number, row in enumerate(rows):
        pages.put(number, row, needs[number])
    return Ends(pages.higher, frozenset(pages.whole), pages.apart)


def _needs(rows: Sequence[Laid], room: float) -> list[float]:
    """The points that each row needs on a page to begin there, with the beginning of the next where it keeps to it."""
    needs = [0.0]
    for row in reversed(rows):
        least = _least(row.cells) + room if row.torn else row.height
        needs.append(row.height + needs[-1] if row.keeps else least)
    return needs[:0:-1]


class _Pages:
    """Pages that are being filled: what is left of the one in hand, which rows stand on it, what was done to rows."""

    def __init__(self, full: float, room: float, first: float) -> None:
        self.full, self.room, self.left = full, room, first
        self.here: list[int] = []
        self.kept: list[tuple[int, float]] = []
        self.higher: dict[int, float] = {}
        self.whole: set[int] = set()
        self.apart: dict[tuple[int, int, int], float] = {}

    def put(self, number: int, row: Laid, need: float) -> None:
        """Fill in a row, over as many pages as it takes."""
        if self.left < need <= self.full:
            self._turn()
        cells, height, begun = row.cells, row.height, False
        while height > self.left and (row.torn or height > self.full):
            end = self._end(cells, height, begun=begun)
            if end is None:
                self.whole.add(number)
                self._turn(self.kept)
                continue
            begun = True
            self._make_room(end, number)
            cells = _behind(cells, end.taken)
            height = _content(cells) + self.room
            self._turn()
        self.left -= height
        if not begun:
            self.here.append(number)
        self.kept = [*self.kept, (number, height)] if row.keeps else []

    def _turn(self, kept: Sequence[tuple[int, float]] = ()) -> None:
        """Begin a page, with the rows that keep to the one that goes there."""
        self.left = self.full - sum(height for _, height in kept)
        self.here = [number for number, _ in kept]
        self.kept = [*kept]

    def _end(self, cells: Cells, height: float, *, begun: bool) -> _End | None:
        """The best end for a row on the page in hand; None where it had better begin on the next."""
        inner = self.left - self.room
        steps = [step for step in _steps(cells) if step <= inner and step >= _least(cells)]
        steps = steps or [_least(cells)]
        reach = max(min(SPARED * self.full, _STRETCH * len(self.here)), inner - steps[-1])
        ends = [_held(cells, step, inner) for step in steps if inner - step <= reach]
        best = min(ends, key=lambda end: (end.alone, end.given_up))
        empty = inner + sum(height for _, height in self.kept)
        first = self.left + empty - inner == self.full
        goes = not (begun or first) and height + empty - inner <= self.full
        return None if goes and best.alone and empty <= SPARED * self.full else best

    def _make_room(self, end: _End, number: int) -> None:
        """Note what brings a row to that end: the rows above it higher, paragraphs in it apart."""
        for (cell, paragraph), points in end.apart.items():
            self.apart[number, cell, paragraph] = points
        for row in self.here if end.more else ():
            self.higher[row] = self.higher.get(row, 0.0) + end.more / len(self.here)


class _End(NamedTuple):
    """A way to tear a row: how many lines of each cell stand on the page, how many of all stand alone.

    `more` is by how many points the rows above have to be higher for it, `apart` what has to stand between paragraphs,
    by cell and paragraph; `given_up` how much room the best filled cell leaves.
    """

    taken: list[int]
    alone: int
    more: float
    apart: dict[tuple[int, int], float]
    given_up: float


def _held(cells: Cells, step: float, inner: float) -> _End:
    """The end behind so many points; in cells with a paragraph before the one that is torn, lines go on with the others."""
    beyond = min((other for other in _steps(cells) if other > step), default=step)
    room = inner if beyond > inner else step + min(_SLACK, (beyond - step) / 2)
    taken = _taken(cells, step)
    apart: dict[tuple[int, int], float] = {}
    for at, cell in enumerate(cells):
        fewer = _fewer(cell, taken[at])
        if fewer is not None:
            ends = [0.0, *accumulate(line for lines in cell for line in lines)]
            before = [
                one for one, upto in enumerate(accumulate(map(len, cell))) if cell[one] and upto <= fewer
            ]
            points = (room - ends[fewer + 1] + min(_SLACK, ends[fewer + 1] - ends[fewer])) / len(before)
            apart |= {(at, one): points for one in before}
            taken[at] = fewer
    return _End(taken, _alone(cells, taken), inner - room, apart, inner - step + sum(apart.values()) / 2)


def _fewer(cell: Sequence[Sequence[float]], count: int) -> int | None:
    """The lines of a cell that stand before the page's end where none is alone, if that is fewer and can be had."""
    ends = list(accumulate(map(len, cell)))
    at = next((at for at, end in enumerate(ends) if end > count), len(ends))
    begin = ends[at - 1] if at else 0
    if at == len(ends) or not begin or count == begin:
        return None
    shown, whole = count - begin, len(cell[at])
    if shown not in (1, whole - 1):
        return None
    return begin + shown - 1 if whole - 1 == shown >= 3 else begin


def _least(cells: Cells) -> float:
    """Points that the first line of each cell needs."""
    return max((next((lines[0] for lines in cell if lines), 0.0) for cell in cells), default=0.0)


def _steps(cells: Cells) -> list[float]:
    """The heights at which a line of some cell ends."""
    return sorted({end for cell in cells for end in accumulate(line for lines in cell for line in lines)})


def _taken(cells: Cells, height: float) -> list[int]:
    """How many lines of each cell stand within a height."""
    return [
        sum(end <= height for end in accumulate(line for lines in cell for line in lines)) for cell in cells
    ]


def _behind(cells: Cells, taken: Sequence[int]) -> Cells:
    """What is left of the cells behind so many lines of each, the paragraphs at their places."""
    left = []
    for cell, count in zip(cells, taken, strict=True):
        rest, done = [], 0
        for lines in cell:
            rest.append(lines[max(count - done, 0) :])
            done += len(lines)
        left.append(tuple(rest))
    return tuple(left)
