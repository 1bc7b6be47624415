"""Tables that were copied out of a page cell by cell: every cell a line of its own, the head first, then row after row.

    序号 · 反馈人 · 意见内容 · 是否采纳 · 1 · 某某 · 建议…… · 是 · 2 · ……

Only the counter tells where a row begins, so only a table with one is read, and a row that has more or fewer cells than
the head stays outside with its words: nothing says which cell is which.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_COUNTER: Final = re.compile(r"序[ 　]*号|编[ 　]*号|项次|No\.?", re.IGNORECASE)
_HEAD: Final = re.compile(r"[^。；，：:\d]{2,16}")
_FEWEST: Final = 3
"""Columns below which lines that count are a list."""
_MOST: Final = 16


class Stacked(NamedTuple):
    """A table whose head begins at the line `first`; `outside` are the lines of rows that do not fit, by index."""

    first: int
    last: int
    rows: list[list[str]]
    outside: list[int]


def stacked_table(lines: list[str], begin: int = 0) -> Stacked | None:
    """The first table from the line `begin` whose cells stand one a line; None where there is none.

    >>> stacked_table(["公示", "序号", "单位", "意见", "1", "甲局", "同意", "2", "乙局", "删去第三条", "完"])
    Stacked(first=1, last=10, rows=[['序号', '单位', '意见'], ['1', '甲局', '同意'], ['2', '乙局', '删去第三条']], outside=[])
    """
    for at in range(begin, len(lines)):
        if _COUNTER.fullmatch(_cell(lines[at])) and (found := _table_at(lines, at)):
            return found
    return None


def _table_at(lines: list[str], first: int) -> Stacked | None:
    piped = lines[first].rstrip().endswith("|")
    cells = [
        (at, _cell(lines[at]))
        for at in range(first, len(lines))
        if (lines[at].rstrip().endswith("|") if piped else lines[at].strip())
    ]
    width = next((n for n, (_, words) in enumerate(cells[: _MOST + 1]) if words == "1"), 0)
    head = [words for _, words in cells[:width]]
    if width < _FEWEST or not all(_HEAD.fullmatch(words) for words in head):
        return None
    starts: list[int] = []
    number = 1
    for place, (_, words) in enumerate(cells):
        if place >= width and words == str(number) and (not starts or place >= starts[-1] + 2):
            starts.append(place)
            number += 1
    rows: list[list[str]] = [head]
    outside: list[int] = []
    last = cells[starts[-1]][0]
    for n, start in enumerate(starts):
        ends = n + 1 == len(starts)
        stop = min(start + width, len(cells)) if ends else starts[n + 1]
        row = cells[start:stop]
        if len(row) == width:
            rows.append([words for _, words in row])
            last = row[-1][0]
        else:
            outside += [at for at, _ in row]
            last = row[-1][0]
    return Stacked(first, last + 1, rows, outside) if len(rows) > 1 else None


def _cell(line: str) -> str:
    return line.strip().rstrip("|").strip()
