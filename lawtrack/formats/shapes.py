"""How the tables of a text lay in the file that it came from: column widths and merged cells, found again by the rows.

A text keeps a row as one line with tabs between its cells, and of merged cells it has the words once. A `Table` that was
read beside the text knows the rest. It is matched line by line, so that a row which nobody changed keeps its shape and a
changed one is laid over the same columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from lawtrack.law import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lawtrack.drafts import Table

_LEAST, _MOST = 4, 24
"""Characters that a column is as wide as at least and at most, where no file says how wide it is."""


class Spot(NamedTuple):
    """A cell of a laid-out row: which of the line's cells it shows (None: an empty one), its first column, its columns.

    `above` is "restart" where cells below are one with it, "continue" where it is one with the cell above.
    """

    cell: int | None
    column: int
    across: int = 1
    above: str = ""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Rows of a table laid over columns: the columns' shares of the width, and the spots of each row."""

    shares: tuple[int, ...]
    rows: tuple[tuple[Spot, ...], ...]
    known: bool = False
    """Are the shares those of a file?"""

    def twips(self, inner: int) -> list[int]:
        """The columns' widths, together `inner` twips or a few less."""
        return [inner * share // sum(self.shares) for share in self.shares]

    def down(self, row: int, spot: Spot) -> int:
        """How many rows a spot spans."""
        count = 1
        while spot.above and row + count < len(self.rows):
            below = [one for one in self.rows[row + count] if one.column == spot.column]
            if not below or below[0].above != "continue":
                break
            count += 1
        return count


def rows_marked(lines: Sequence[str], tables: Iterable[Table]) -> list[bool]:
    """Which lines are rows: those with tabs, and right beside one the only words of a row whose other cells are empty.

    Such a row is known by its words, or, where they were edited, by the rows of the file between which it stands.
    """
    said = [line.strip(BLANK) for line in lines]
    alone, around, above_one = set[str](), set[tuple[str, str]](), set[tuple[str, str]]()
    for table in tables:
        rows = [table.line(at) for at in range(len(table.rows))]
        alone |= {row for row in rows if row and "\t" not in row}
        around |= {
            (up, down) for up, row, down in zip(rows, rows[1:], rows[2:], strict=False) if row in alone
        }
        above_one |= {(row, down) for row, down in pairwise(rows) if row in alone}
    marked = ["\t" in line for line in lines]
    for at in range(1, len(said)):
        beside = said[at - 1], said[at + 1] if at + 1 < len(said) else ""
        marked[at] |= marked[at - 1] and (said[at] in alone or beside in around)
    for at in range(len(said) - 2, -1, -1):
        marked[at] |= marked[at + 1] and (said[at], said[at + 1]) in above_one
    return marked


def hanging_rows(tables: Iterable[Table]) -> int:
    """How many rows begin with a cell that is one with the cell above, and say something in another."""
    return sum(
        any(said for _, said in table.cells(at)[1:])
        for table in tables
        for at, column in table.below
        if column == 0
    )


def arranged(lines: Sequence[Sequence[str]], tables: Iterable[Table] = ()) -> Arrangement:
    """The rows over their columns, as the table of a file that has most of them; else each cell in turn.

    A row that no file has, or that has fewer cells than there are columns, has its last cell span the rest.

    >>> arranged([["序号", "对中小学校园周边环境进行治理"], ["1"]]).rows[1]
    (Spot(cell=0, column=0, across=2, above=''),)
    """
    keys = ["\t".join(cells).strip(BLANK) for cells in lines]
    known = [(table, _places(table)) for table in tables]
    table = max(known, key=lambda one: sum(key in one[1] for key in keys), default=None)
    if table is None or not any(key in table[1] for key in keys):
        columns = max(map(len, lines))
        return Arrangement(_by_words(lines, columns), tuple(_in_turn(len(cells), columns) for cells in lines))
    columns = max(len(table[0].rows[0]), *map(len, lines))
    alike = [one for one in known if len(one[0].rows[0]) == len(table[0].rows[0])]
    fitted = _between(keys, list(_fitted(keys, sorted(alike, key=lambda one: one is not table))))
    if any(map(_empty, lines)):  # the text says itself where its rows begin
        fitted = [
            fit if fit and _empty(cells) == _empty([words for _, words in fit[0].cells(fit[1])]) else None
            for cells, fit in zip(lines, fitted, strict=True)
        ]
    rows = [
        _in_turn(len(cells), columns) if fit is None else _spots(*fit, columns, _empty(cells))
        for cells, fit in zip(lines, fitted, strict=True)
    ]
    known_widths = len(table[0].widths) == columns
    shares = table[0].widths if known_widths else _by_words(lines, columns)
    return Arrangement(shares, tuple(_merged(rows, fitted)), known_widths)


_Fit = tuple["Table", int]


def _places(table: Table) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for at in range(len(table.rows)):
        places.setdefault(table.line(at), []).append(at)
    return places


def _fitted(
    keys: Iterable[str], known: Sequence[tuple[Table, dict[str, list[int]]]]
) -> Iterator[_Fit | None]:
    """For each line the row of a table that it is; of rows that say the same, the next below the one before."""
    last = [-1] * len(known)
    for key in keys:
        fit: _Fit | None = None
        for number, (table, places) in enumerate(known):
            at = next((at for at in places.get(key, ()) if at > last[number]), None)
            if at is not None:
                fit, last[number] = (table, at), at
                break
        yield fit


def _between(keys: Sequence[str], fits: list[_Fit | None]) -> list[_Fit | None]:
    """The fits, and for rows that were edited those of the places where they stand, where they still have as many cells."""
    filled = list(fits)
    for step in (1, -1):
        for at in range(len(keys))[::step]:
            beside = filled[at - step] if 0 <= at - step < len(keys) else None
            if filled[at] is not None or beside is None:
                continue
            table, row = beside[0], beside[1] + step
            free = 0 <= row < len(table.rows) and (table, row) not in filled
            if free and keys[at].count("\t") == table.line(row).count("\t"):
                filled[at] = table, row
    return filled


def _empty(cells: Iterable[str]) -> int:
    """How many cells of a row are empty before the first that says something."""
    return len(list(takewhile(lambda words: not words.strip(BLANK), cells)))


def _spots(table: Table, at: int, columns: int, empty: int) -> tuple[Spot, ...]:
    """The cells of a row in their columns; those of its line that say something begin behind so many `empty` ones."""
    cells = table.cells(at)
    first = next((number for number, (_, words) in enumerate(cells) if words.strip(BLANK)), 0)
    last = max((number for number, (_, words) in enumerate(cells) if words.strip(BLANK)), default=-1)
    ends = [column for column, _ in cells[1:]] + [columns]
    spots = []
    for number, ((column, _), end) in enumerate(zip(cells, ends, strict=True)):
        shown = number - first + empty if first <= number <= last else None
        above = "continue" if (at, column) in table.below else ""
        if (at + 1, column) in table.below and not above:
            above = "restart"
        spots.append(Spot(shown, column, end - column, above))
    return tuple(spots)


def _merged(rows: Iterable[tuple[Spot, ...]], fits: Iterable[_Fit | None]) -> Iterator[tuple[Spot, ...]]:
    """The rows; a cell goes on from above only right below the row that stood above it in the file."""
    before: _Fit | None = None
    for spots, fit in zip(rows, fits, strict=True):
        goes_on = before is not None and fit is not None and fit[0] is before[0] and fit[1] == before[1] + 1
        yield (
            spots
            if goes_on
            else tuple(spot._replace(above="") if spot.above == "continue" else spot for spot in spots)
        )
        before = fit


def _in_turn(cells: int, columns: int) -> tuple[Spot, ...]:
    return tuple(Spot(at, at, columns - at if at == cells - 1 else 1) for at in range(cells))


def _by_words(lines: Sequence[Sequence[str]], columns: int) -> tuple[int, ...]:
    """Shares by each column's longest cell; no column is squeezed and none takes it all."""
    longest = [max((len(line[at]) for line in lines if at < len(line)), default=0) for at in range(columns)]
    return tuple(min(max(length, _LEAST), _MOST) for length in longest)
