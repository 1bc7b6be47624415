"""How the tables of a text lay in the file that it came from: column widths and merged cells, found again by the rows.

A text keeps a row as one line with tabs between its cells; its edges are trimmed, and of merged cells it has the words
once. A `Table` that was read beside the text knows the rest. It is matched line by line, so that a row which nobody
changed keeps its shape and a changed one is laid over the same columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from lawtrack.law import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lawtrack.formats.grids import Table

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


def key_of(table: Table, at: int) -> str:
    """The line that a row of a table is in its text.

    >>> from lawtrack.formats.grids import Table
    >>> key_of(Table("", (("甲", "乙"), ("甲", "丙")), below=frozenset({(1, 0)})), 1)
    '丙'
    """
    return "\t".join(words for _, words in _cells(table, at)).strip(BLANK)


def _cells(table: Table, at: int) -> list[tuple[int, str]]:
    """The first column and the words of each cell of a row; none of its words where it is one with the cell above."""
    return [
        (column, "" if (at, column) in table.below else " ".join(words.split("\n")).replace("\t", "　"))
        for column, words in enumerate(table.rows[at])
        if (at, column) not in table.spread
    ]


def rows_marked(lines: Sequence[str], tables: Iterable[Table]) -> list[bool]:
    """Which lines are rows: those with tabs, and, right below one, the rest of a row whose other cells are empty."""
    known = list(tables)
    after = {
        (key_of(table, at), key_of(table, at + 1)) for table in known for at in range(len(table.rows) - 1)
    }
    marked: list[bool] = []
    for at, line in enumerate(lines):
        follows = at > 0 and marked[-1] and (lines[at - 1].strip(BLANK), line.strip(BLANK)) in after
        marked.append("\t" in line or bool(follows))
    return marked


def indented_rows(tables: Iterable[Table]) -> int:
    """How many rows begin with an empty cell, or one that is one with the cell above: their line begins further right."""
    return sum(
        not words[0][1] and any(said for _, said in words[1:])
        for table in tables
        for words in (_cells(table, at) for at in range(len(table.rows)))
        if len(words) > 1
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
    fitted = list(_fitted(keys, sorted(alike, key=lambda one: one is not table)))
    rows = [
        _in_turn(len(cells), columns) if fit is None else _spots(*fit, columns)
        for cells, fit in zip(lines, fitted, strict=True)
    ]
    known_widths = len(table[0].widths) == columns
    shares = table[0].widths if known_widths else _by_words(lines, columns)
    return Arrangement(shares, tuple(_merged(rows, fitted)), known_widths)


_Fit = tuple["Table", int]


def _places(table: Table) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for at in range(len(table.rows)):
        places.setdefault(key_of(table, at), []).append(at)
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


def _spots(table: Table, at: int, columns: int) -> tuple[Spot, ...]:
    """The cells of a row in their columns; the line's own cells begin at the first that says something."""
    cells = _cells(table, at)
    first = next((number for number, (_, words) in enumerate(cells) if words.strip(BLANK)), 0)
    last = max((number for number, (_, words) in enumerate(cells) if words.strip(BLANK)), default=-1)
    ends = [column for column, _ in cells[1:]] + [columns]
    spots = []
    for number, ((column, _), end) in enumerate(zip(cells, ends, strict=True)):
        shown = number - first if first <= number <= last else None
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
