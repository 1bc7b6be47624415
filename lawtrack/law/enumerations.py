"""Lists: what kind of enumerator a line has, which one comes next, and which stand within one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.law.lines import number_of
from lawtrack.law.numerals import to_chinese
from lawtrack.law.shapes import is_reference

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.law.lines import Line


def style_of(line: Line) -> str:
    """What kind of enumerator: item （一）, ordinal 一、, or which shape of point, so that 1. and （1） can nest."""
    if line.kind != "point":
        return line.kind
    first = line.label[0]
    if first in "（(":
        return "bracketed"
    return "plain" if first in "0123456789０１２３４５６７８９" else "enclosed"


class Ahead:
    """Looks ahead in the body for the next line of a list. Each line is looked at once for each style."""

    def __init__(self, text: str, lines: Sequence[Line], units: str) -> None:
        self.text, self.lines, self.units = text, lines, units
        self.known: dict[str, tuple[int, int, int]] = {}

    def number(self, at: int, style: str) -> int:
        """The number of the next line of that style below line `at`, before the next article or heading; else 0."""
        begin, stop, number = self.known.get(style, (0, 0, 0))
        if not begin <= at < stop:
            stop, number = self._find(at + 1, style)
            self.known[style] = at, stop, number
        return number

    def _find(self, begin: int, style: str) -> tuple[int, int]:
        for at in range(begin, len(self.lines)):
            line = self.lines[at]
            if not line.label or is_reference(self.text, line):
                continue
            if style_of(line) == style:
                return at, number_of(line.label)[0]
            if line.kind in ("heading", self.units):
                return at, 0
        return len(self.lines), 0


def labels_within(text: str, start: int, end: int, number: int) -> Iterator[tuple[int, str]]:
    """Place and label of the items that follow in one line: （二） and （三） of “（一）甲；（二）乙；（三）丙。” for 2.

    >>> list(labels_within("（一）甲；（二）乙。", 3, 9, 2))
    [(5, '（二）')]
    """
    while 0 < number < 100:
        shapes = f"（{to_chinese(number)}）", f"({to_chinese(number)})"
        places = [(at + 1, label) for label in shapes if (at := text.find(f"；{label}", start, end)) >= 0]
        if not places:
            return
        start, label = min(places)
        yield start, label
        number += 1
