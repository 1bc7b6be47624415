"""A form for one opinion, its heads down the left side: 涉及条款 | 第三条, 修改意见 | 建议……, laid down as a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.opinions.intake.heads import columns_of, is_head

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST: Final = 16
_MARK: Final = re.compile(r"[：:]\s*$")
_SAYS: Final = frozenset({"text", "suggestion"})


def laid_down(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows with a form whose heads stand down its left side as heads and one row an opinion; others as they are.

    >>> from lawtrack.opinions import laid_down
    >>> laid_down([["反馈单位", "市水务局"], ["涉及条款", "第三条"], ["修改意见", "建议删去"]])
    [['反馈单位', '涉及条款', '修改意见'], ['市水务局', '第三条', '建议删去']]
    >>> laid_down([["条款", "意见"], ["第三条", "建议删去"]])
    [['条款', '意见'], ['第三条', '建议删去']]
    """
    as_they_are = [list(row) for row in rows]
    if any(columns_of([cell.strip() for cell in row]) and not _is_pairs(row) for row in rows):
        return as_they_are
    pairs = [pair for row in rows for pair in _pairs(row)]
    known = columns_of(list(dict.fromkeys(head for head, _ in pairs)))
    if known is None or not {*known} & _SAYS or len(pairs) < 3:
        return as_they_are
    heads = [*dict.fromkeys(head for head, _ in pairs)]
    return [
        heads,
        *(
            [one.get(head, "") for head in heads]
            for one in _forms(pairs, dict(zip(heads, known, strict=True)))
        ),
    ]


def _pairs(row: Sequence[str]) -> list[tuple[str, str]]:
    """The heads and what stands beside each; [] for a row that is none of such."""
    cells = [cell.strip() for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    cells = [
        cell for at, cell in enumerate(cells) if not at or cell != cells[at - 1]
    ]  # a cell over several columns
    if len(cells) % 2:
        return []
    pairs = [(_MARK.sub("", "".join(cells[at].split())), cells[at + 1]) for at in range(0, len(cells), 2)]
    return pairs if all(0 < len(head) <= _LONGEST for head, _ in pairs) else []


def _is_pairs(row: Sequence[str]) -> bool:
    """Does the row name fields at every other place only: 反馈单位 | 市水务局 | 联系人 | 钱某?"""
    pairs = _pairs(row)
    return bool(pairs) and not any(is_head(value) for _, value in pairs)


def _forms(pairs: Sequence[tuple[str, str]], fields: dict[str, str]) -> list[dict[str, str]]:
    """One dict an opinion: a field that comes again begins the next, which has the source and the date of the one before."""
    forms: list[dict[str, str]] = [{}]
    for head, value in pairs:
        if head in forms[-1] and fields[head] in {"text", "clause", "suggestion"}:
            kept = {
                name: said
                for name, said in forms[-1].items()
                if fields[name] in {"source", "date", "kind", "channel"}
            }
            forms.append(kept)
        forms[-1][head] = value
    return forms
