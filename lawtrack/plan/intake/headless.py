"""A table of projects without a row of heads: which column has the titles, and what the others say, by their cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.plan.intake.kinds import KIND_HEAD
from lawtrack.plan.intake.lines import is_project
from lawtrack.plan.intake.plain import plain_line, plain_months
from lawtrack.plan.intake.projects import field_of
from lawtrack.plan.intake.wording import ACTIONS, CATEGORY_CELL, ITEM, UNIT, WHEN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_FEWEST: Final = 2
_COLUMNS: Final[tuple[tuple[str, Callable[[str], object]], ...]] = (
    ("序号", str.isdecimal),
    ("立法形式", ACTIONS.__contains__),
    ("类别", lambda cell: KIND_HEAD.fullmatch(cell) or CATEGORY_CELL.fullmatch(cell)),
    ("时间", lambda cell: WHEN.fullmatch(plain_months(cell))),
    ("起草单位", lambda cell: UNIT.fullmatch(cell) is not None),  # not compiled before its use
)


def with_heads(rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The rows, with heads over them where none has any and one column alone names projects.

    >>> with_heads([["1", "某市甲条例", "市水务局"], ["2", "某市乙条例", "市水务局"]])[0]
    ['序号', '名称', '起草单位']
    """
    wide = [row for row in rows if len({cell for cell in row if cell.strip()}) > 1]
    if len(wide) < _FEWEST or any(map(_is_head, rows)):
        return [*rows]
    columns = [
        [("".join(cell.split())) for row in wide for cell in row[at : at + 1]]
        for at in range(max(map(len, wide)))
    ]
    titles = [at for at, cells in enumerate(columns) if sum(map(_names, cells)) == len(wide)]
    return (
        [[_head(cells, at in titles) for at, cells in enumerate(columns)], *rows]
        if len(titles) == 1
        else [*rows]
    )


def _is_head(row: Sequence[str]) -> bool:
    """May the row name the columns? 法规 beside a title is a kind."""
    cells = ["".join(cell.split()) for cell in row]
    return any(field_of(cell) == "title" for cell in cells) and not any(map(_names, cells))


def _names(cell: str) -> bool:
    return not ITEM.fullmatch(cell) and is_project(plain_line(cell))


def _head(cells: Sequence[str], titles: bool) -> str:
    """What the head of a column would be; "" where its cells say several things, or nothing that is known."""
    filled = [cell for cell in cells if cell]
    if titles or not filled:
        return "名称" if titles else ""
    return next((head for head, fits in _COLUMNS if all(map(fits, filled))), "")
