"""Tables that were copied out of a page with one space between their cells: 序号 条款 意见 over 1 第三条 建议删去."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEAD: Final = re.compile("序号|编号|[Nn][Oo]\\.?")
_FEWEST: Final = 3
"""Columns, the number among them."""


def spaced_rows(lines: Sequence[str], at: int) -> list[list[str]]:
    """The rows of such a table whose head is the line `at`, [] for any other line.

    It has a column of numbers that count its rows, and as many cells in each row as heads; the first line that does
    not fit ends it.

    >>> spaced_rows(["序号 条款 意见", "1 第三条 建议删去", "2 第四条 建议增加", "以上。"], 0)
    [['序号', '条款', '意见'], ['1', '第三条', '建议删去'], ['2', '第四条', '建议增加']]
    """
    heads = lines[at].split() if at < len(lines) else []
    if len(heads) < _FEWEST or any(sign in lines[at] for sign in "\t|｜") or not _HEAD.fullmatch(heads[0]):
        return []
    rows = [heads]
    for line in lines[at + 1 :]:
        cells = line.split()
        if len(cells) != len(heads) or cells[0] != str(len(rows)):
            break
        rows.append(cells)
    return rows if len(rows) > 1 else []
