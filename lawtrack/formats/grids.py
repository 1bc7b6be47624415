"""A table of strangers as rows of one width, every place of a merged cell filled with the cell's words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.drafts import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDEST: Final = 64
"""Columns that a cell may claim to span."""
_WHOLE: Final = 1 << 20
"""Rows of a cell that runs to the end of its table (HTML, rowspan=0)."""


class Cell(NamedTuple):
    """A cell as the file has it: its words, the columns and rows it spans; 0 rows say that it goes on from above."""

    words: str
    across: int = 1
    down: int = 1


@dataclass(slots=True)
class Grid:
    """A table being laid out, row by row, by the rules of HTML (4.9.12, forming a table)."""

    rows: list[list[str]] = field(default_factory=list)
    spread: set[tuple[int, int]] = field(default_factory=set)
    below: set[tuple[int, int]] = field(default_factory=set)
    hanging: dict[int, tuple[int, str, bool]] = field(default_factory=dict)

    def add(self, cells: Iterable[Cell], before: int = 0) -> None:
        """One more row; `before` columns of it are left out at its beginning."""
        at, row = len(self.rows), [""] * min(before, WIDEST)
        for cell in cells:
            self._hang(at, row)
            across = min(max(cell.across, 1), WIDEST)
            for place in range(across):
                column = len(row)
                goes_on = cell.down == 0 and self.rows and column < len(self.rows[-1])
                row.append(self.rows[-1][column] if goes_on else cell.words)
                self._mark(at, column, spread=place > 0, below=bool(goes_on))
                if cell.down > 1:
                    self.hanging[column] = cell.down - 1, cell.words, place > 0
        self._hang(at, row)
        self.rows.append(row)

    def table(self, name: str = "", widths: Iterable[int] = ()) -> Table:
        """The table, now that all its rows are in; `widths` are its columns', kept where there is one for each."""
        wide = max(map(len, self.rows), default=0)
        rows = tuple((*row, *[""] * (wide - len(row))) for row in self.rows)
        known = tuple(widths)
        told = known if len(known) == wide and all(width > 0 for width in known) else ()
        return Table(name, rows, frozenset(self.spread), frozenset(self.below), told)

    def _hang(self, at: int, row: list[str]) -> None:
        """Fill the columns into which cells of earlier rows hang."""
        while (column := len(row)) in self.hanging:
            left, words, spread = self.hanging.pop(column)
            row.append(words)
            self._mark(at, column, spread=spread, below=True)
            if left > 1:
                self.hanging[column] = left - 1, words, spread

    def _mark(self, at: int, column: int, *, spread: bool, below: bool) -> None:
        if spread:
            self.spread.add((at, column))
        if below:
            self.below.add((at, column))


def span_of(value: str | None, *, rows: bool = False) -> int:
    """How many columns or rows a cell spans; 1 for what is no number, all that follow for rowspan=0.

    >>> span_of("3"), span_of(None), span_of("-1")
    (3, 1, 1)
    """
    if value is None or not value.strip().isdecimal():
        return 1
    count = min(int(value.strip()[:6]), _WHOLE)
    return (_WHOLE if rows else 1) if count == 0 else count
