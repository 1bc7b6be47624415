"""Tables in which each body has a column of its own: 条款 | 市公安局 | 市财政局, laid down as one row an opinion."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.opinions.intake.heads import columns_of, head_fields, is_head
from lawtrack.opinions.vocabulary import kind_of_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_HEADS: Final = ["条款", "意见", "单位"]
_SEVERAL: Final = 2
_MARKS: Final = re.compile("[，。；：“”《》]|^第")
_LONGEST: Final = 16


def has_head(rows: Iterable[Sequence[str]]) -> bool:
    """Is there a row that names columns of opinions, or bodies that have one each?

    >>> has_head([("条款", "意见", "单位")]), has_head([("甲", "乙")])
    (True, False)
    """
    every = [*rows]
    named = any(columns_of([cell.strip() for cell in cells]) for cells in every)
    return named or by_body(every) is not None


def by_body(rows: Sequence[Sequence[str]]) -> list[tuple[int, list[str]]] | None:
    """The rows of such a table as 条款, 意见 and 单位, each with the number of the row that it stood in; None for another.

    >>> by_body([["条款", "市公安局", "市财政局"], ["第三条", "删去", ""], ["第四条", "", "无意见"]])
    [(1, ['条款', '意见', '单位']), (2, ['第三条', '删去', '市公安局']), (3, ['第四条', '无意见', '市财政局'])]
    """
    for at, row in enumerate(rows):
        heads = ["".join(cell.split()) for cell in row]
        if columns_of(heads):
            return None  # a table whose columns have names
        bodies = [column for column, head in enumerate(heads) if _is_body(head)]
        clause = next((column for column, head in enumerate(heads) if is_head(head) and "条" in head), -1)
        others = [head for column, head in enumerate(heads) if head and column not in (*bodies, clause)]
        if len(bodies) < _SEVERAL or clause < 0 or head_fields(heads) or any(map(is_head, others)):
            continue
        told = [(line, list(cells)) for line, cells in enumerate(rows[:at], 1)]
        told.append((at + 1, _HEADS))
        for line, cells in enumerate(rows[at + 1 :], at + 2):
            told += [(line, [cells[clause], cells[one], heads[one]]) for one in bodies if cells[one].strip()]
        return told if len(told) > at + 1 else None
    return None


def _is_body(head: str) -> bool:
    plain = 0 < len(head) <= _LONGEST and _MARKS.search(head) is None
    return plain and not is_head(head) and kind_of_source(head) != "other"
