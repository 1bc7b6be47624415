"""The numbers of a merged text: 编章节, articles, items and points counted anew where a merge made it necessary.

Where one side's list came through whole, it keeps that side's numbers, odd as they may be. Else a text that counts
1, 2, 3 goes on doing so; one with 第十条之一 or gaps keeps every number that still rises, and moves on the others.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from lawtrack.law import NUMERAL_CLASS, Level, to_chinese, to_int
from lawtrack.merge.order import SIDES, Side
from lawtrack.merge.units import ARTICLE, HEADINGS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lawtrack.law import Number
    from lawtrack.merge.units import Line, Parts

ITEM: Final = str(Level.ITEM)
POINT: Final = str(Level.POINT)
_RANKS: Final = [str(level) for level in Level if str(level) in HEADINGS]
_NUMERAL: Final = re.compile(f"[{NUMERAL_CLASS}]+")

Series = dict[tuple[str, int], list[int]]
"""Lists that count together, as (kind, where the list belongs), each with the places of its members."""


class Numbering:
    """Knows how the three texts count; `renumber` gives the merged lines their numbers."""

    def __init__(self, parts: Mapping[Side, Parts]) -> None:
        self.lines = {side: parts[side].lines for side in SIDES}
        self.running = {kind: self._is_running(kind) for kind in _RANKS}
        self.series = {
            side: self._series([line.kind for line in lines]) for side, lines in self.lines.items()
        }
        self.lasts = {
            side: {members[-1] for members in series.values()} for side, series in self.series.items()
        }
        self.tidy = {kind: self._is_tidy(kind) for kind in (*_RANKS, ARTICLE, ITEM, POINT)}

    def number(self, kinds: Sequence[str], places: Sequence[Mapping[Side, int]]) -> list[Number]:
        """The number of each merged line of these `kinds`; `places` say which line of each text it is."""
        numbers: list[Number] = [(0, 0)] * len(kinds)
        for key, members in self._series(kinds).items():
            for at, number in zip(members, self._of(key[0], [places[at] for at in members]), strict=True):
                numbers[at] = number
        return numbers

    def lists(self, kinds: Sequence[str]) -> list[list[int]]:
        """The places of the members of every list of items or points."""
        return [members for (kind, _), members in self._series(kinds).items() if kind in (ITEM, POINT)]

    def is_last(self, side: Side, at: int) -> bool:
        """Is this line of one text the last of its list?"""
        return at in self.lasts[side]

    def _of(self, kind: str, places: list[Mapping[Side, int]]) -> list[Number]:
        for side in ("ours", "theirs", "base"):
            places_ = [place.get(side, -1) for place in places]
            if places_ in self.series[side].values():
                return [self.lines[side][at].number for at in places_]
        proposed = [self._proposed(place) for place in places]
        if not self.tidy[kind]:
            return list(_rising(proposed))
        return [(at, 0) for at in range(1, len(places) + 1)]

    def _proposed(self, place: Mapping[Side, int]) -> Number:
        """What both sides make of its number together."""
        numbers = {side: self.lines[side][at].number for side, at in place.items()}
        if len(numbers) == 3 and not any(branch for _, branch in numbers.values()):
            return numbers["ours"][0] + numbers["theirs"][0] - numbers["base"][0], 0
        if "ours" in numbers and numbers.get("base") != numbers["ours"]:
            return numbers["ours"]
        return next((numbers[side] for side in ("theirs", "ours", "base") if side in numbers), (0, 0))

    def _series(self, kinds: Sequence[str]) -> Series:
        series: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
        last = dict.fromkeys((ITEM, POINT, *_RANKS), -1)  # the line that each list belongs to
        for at, kind in enumerate(kinds):
            if kind == ARTICLE:
                series[kind, 0].append(at)
            elif kind in last:
                series[kind, -1 if self.running.get(kind) else last[kind]].append(at)
            for below in _below(kind):
                last[below] = at
        return dict(series)

    def _is_running(self, kind: str) -> bool:
        """Do the headings of this level count through the whole text, whatever is above them?"""
        for side in ("ours", "theirs", "base"):
            numbers = [line.number for line in self.lines[side] if line.kind == kind and line.label]
            if len(numbers) > 1:
                return all(one < other for one, other in pairwise(numbers))
        return False

    def _is_tidy(self, kind: str) -> bool:
        return all(
            [self.lines[side][at].number for at in members] == [(n + 1, 0) for n in range(len(members))]
            for side in SIDES
            for (kind_, _), members in self.series[side].items()
            if kind_ == kind
        )


def _below(kind: str) -> Sequence[str]:
    """The kinds whose lists begin anew behind a line of this kind."""
    if kind == POINT:
        return ()
    if kind == ITEM:
        return (POINT,)
    return (*(_RANKS[_RANKS.index(kind) + 1 :] if kind in HEADINGS else ()), ITEM, POINT)


def _rising(proposed: list[Number]) -> list[Number]:
    """Each number that is above the one before it stays; another takes the next."""
    numbers: list[Number] = []
    main = branch = 0
    for wanted in proposed:
        if wanted == (0, 0) and not numbers:
            numbers.append(wanted)
            continue
        if wanted > (main, branch):
            main, branch = wanted
        elif wanted[1]:
            branch += 1
        else:
            main, branch = main + 1, 0
        numbers.append((main, branch))
    return numbers


def relabelled(line: Line, number: Number, *, zero: bool = False) -> str:
    """The label of `line` with another number, in its own manner; `zero` prints 〇 for 零.

    >>> from lawtrack.merge.units import Line
    >>> told = [("第九条", (10, 0)), ("第10条", (11, 0)), ("第三条之一", (3, 2)), ("（二）", (3, 0)), ("②", (3, 0))]
    >>> [relabelled(Line("", "", label, "", "", 0, 0), number) for label, number in told]
    ['第十条', '第11条', '第三条之二', '（三）', '③']
    """
    label = line.label
    if not label or number in (line.number, (0, 0)):
        return label
    main, branch = number
    match = _NUMERAL.search(label)
    if not match:
        return _enclosed(label, main)
    numeral = _chinese(main, zero=zero)
    if match[0].isascii() and match[0].isdecimal():
        numeral = str(main)
    head = label[: match.start()] + numeral + label[match.end() :].partition("之")[0]
    return head + (f"之{_chinese(branch, zero=zero)}" if branch else "")


def _chinese(number: int, *, zero: bool) -> str:
    numeral = to_chinese(min(number, 9999))
    return numeral.replace("零", "〇") if zero else numeral


def _enclosed(label: str, number: int) -> str:
    """③ for ②; the series of Unicode are short, behind their end a number in brackets does."""
    for at, char in enumerate(label):
        try:
            one = ord(char) - to_int(unicodedata.normalize("NFKC", char)) + 1
            wanted = chr(one + number - 1)
            if to_int(unicodedata.normalize("NFKC", wanted)) == number:
                return label[:at] + wanted + label[at + 1 :]
        except ValueError:
            continue
    return f"（{to_chinese(min(number, 9999))}）"
