"""What programs write before every line of a text: the > of a quoted mail, line numbers, bars, quotation marks."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, NamedTuple

from lawtrack.law import NUMERAL_CLASS

_QUOTED: Final = re.compile(r"(?P<mark>[ \t]*(?:[>＞][ \t]?)+)(?P<words>.*)$")
_WORDS: Final = re.compile("[一-鿿（《“]")
_AROUND: Final = (
    re.compile(r"(?P<mark>[ \t]*[|｜][ \t]?)(?P<words>.*?)[ \t]*[|｜]?[ \t]*$"),
    re.compile(r"(?P<mark>[ \t]*\")(?P<words>.*)\"[,，]?[ \t]*$"),
)
"""A bar or a quotation mark before the words, the same behind them."""
_NUMBERED: Final = re.compile(
    r"(?P<mark>[ \t]*(?P<number>[0-9]{1,5})(?:[ \t]*[:：|][ \t]?|[ \t]+))(?P<words>.*)$"
)
_LABEL: Final = re.compile(rf"[ \t　]*第[ 　]?[{NUMERAL_CLASS}]{{1,8}}[ 　]?[条條章]")
_RUN: Final = 3
"""So many lines one after the other with > are quoted, whatever their words."""
_MOST: Final = 0.8
"""The share of lines that have a margin, where the text has one."""
_FEWEST: Final = 2
"""So many articles or chapters stand behind the numbers of lines: they number nothing of the text's own."""


class Margin(NamedTuple):
    """The lines without their margin, how many had one, and what stood there."""

    lines: list[str]
    found: int
    mark: str


def without_margins(lines: list[str]) -> Margin:
    r"""The lines, as many as before, without what a program put before each of them.

    >>> without_margins(["> 第一条　甲。", "> 第二条　乙。"])
    Margin(lines=['第一条　甲。', '第二条　乙。'], found=2, mark='>')
    >>> without_margins(["1 第一条　甲。", "2 第二条　乙。", "3 （一）丙"]).lines
    ['第一条　甲。', '第二条　乙。', '（一）丙']
    >>> without_margins(["第一条　甲。", "1. 乙", "2. 丙"]).found
    0
    """
    found = _numbered(lines)
    for shape in _AROUND:
        found = found or _all_have(lines, shape)
    found = found or _quoted(lines)
    if not found:
        return Margin(lines, 0, "")
    words = [found[at]["words"] if at in found else line for at, line in enumerate(lines)]
    return Margin(words, len(found), next(iter(found.values()))["mark"].strip())


def _quoted(lines: list[str]) -> dict[int, re.Match[str]]:
    """The lines with >: in a row of them, or with words behind it (＞80 in a table is none)."""
    marked = {at: match for at, line in enumerate(lines) if (match := _QUOTED.match(line))}
    rows: list[list[int]] = []
    for at in marked:
        if rows and rows[-1][-1] == at - 1:
            rows[-1].append(at)
        else:
            rows.append([at])
    return {
        at: marked[at]
        for row in rows
        for at in row
        if len(row) >= _RUN or _WORDS.match(marked[at]["words"].strip())
    }


def _all_have(lines: list[str], shape: re.Pattern[str]) -> dict[int, re.Match[str]]:
    """The lines of that shape, where nearly all that say something have it, articles among them; else none."""
    said = [line for line in lines if line.strip(" \t[]{},")]
    had = {at: match for at, line in enumerate(lines) if (match := shape.match(line))}
    labelled = sum(_LABEL.match(match["words"]) is not None for match in had.values())
    return had if labelled >= _FEWEST and len(had) >= _MOST * len(said) else {}


def _numbered(lines: list[str]) -> dict[int, re.Match[str]]:
    """The lines that begin with their own number, where nearly all do and the numbers only rise."""
    had = _all_have(lines, _NUMBERED)
    numbers = [int(match["number"]) for match in had.values()]
    return had if all(one < other for one, other in pairwise(numbers)) else {}
