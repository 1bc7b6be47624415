"""Printed lines joined to paragraphs: by their indents, by lines that end early, by what would have fitted.

Where paragraphs stand in, the eye sees each of them. Where they do not, one whose last line is full looks as if it went
on: then a number, a wider step, or room that the next character would have filled says that it ended. Where nothing
does, what is commoner in this text is taken, and the place is told.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lawtrack.law import NUMERAL_CLASS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.formats.pdf.lines import PrintedLine

_INDENT: Final = 1.2
"""Characters that the first line of a paragraph stands in at least; the standard has two."""
_SHORT: Final = 2.5
"""Characters that are missing at the right of a line that ends its paragraph."""
_LARGER: Final = 1.12
"""Type so many times larger or smaller is another kind of line."""
_SPACED: Final = 1.7
"""A distance so many times the usual one parts two paragraphs."""
_WIDER: Final = 1.12
"""A distance so many times the usual one parts two paragraphs behind the end of a sentence."""
_ROOM: Final = 0.25
"""Characters of room beyond what the next word needs, so that it would have fitted."""
_HALF: Final = 0.6
"""Of a character: how wide a Latin letter or a digit is at most."""
_LATIN_END: Final = re.compile(r"[A-Za-z0-9,;]$")
_LATIN_BEGIN: Final = re.compile(r"[A-Za-z0-9]")
_SENTENCE: Final = re.compile(r"[。；：！？][”’）)]{0,2}$")
_FULL_STOP: Final = re.compile(r"。[”’）)]{0,2}$")
_NUMBERED: Final = re.compile(
    rf"第[{NUMERAL_CLASS}]{{1,12}}[编章节条](?:[ 　]|之)|[（(][{NUMERAL_CLASS}]{{1,4}}[)）]|[一二三四五六七八九十]{{1,3}}、"
    r"|[0-9]{1,3}[.．、](?![0-9])"
)
_UNIT: Final = re.compile(r"[“‘（《〈【]*(?:[A-Za-z0-9.%]+|.)[，、。；：！？”’）》〉】]*")
"""What a line may not be broken within: a word or a character, with the marks that may not stand alone."""


_FEW: Final = 3
"""Fewer lines that ended early than this say nothing of how paragraphs begin."""


class Doubt(NamedTuple):
    """A place where nothing says whether a paragraph ended: its page from 1, and the last words before it."""

    page: int
    words: str


def paragraphs(lines: Sequence[PrintedLine]) -> tuple[list[tuple[str, PrintedLine]], list[Doubt]]:
    """The lines of each paragraph joined, with the first of them; and where it is not known whether one ended."""
    joined: list[tuple[str, PrintedLine]] = []
    doubts: list[Doubt] = []
    if not lines:
        return joined, doubts
    measure = _Measure(lines)
    words, first, before = "", lines[0], None
    for line in lines:
        if before is not None and measure.begins(line, before):
            joined.append((words, first))
            words, first = line.words, line
        else:
            apart = _LATIN_END.search(words) and _LATIN_BEGIN.match(line.words)
            words += f" {line.words}" if apart else line.words
        if before is not None and measure.is_open(line, before):
            doubts.append(Doubt(before.page + 1, before.words[-10:]))
        before = line
    return [*joined, (words, first)], doubts


class _Measure:
    """The measures of a document: its usual type, its edges, the distance of its lines."""

    def __init__(self, lines: Sequence[PrintedLine]) -> None:
        text = [line for line in lines if not line.row] or list(lines)
        self.size = _usual([line.size for line in text])
        body = [line for line in text if abs(line.size - self.size) < 1] or text
        sides = {_side(line) for line in lines}
        self._lefts = {side: _edge([x.left for x in body if _side(x) == side], min) for side in sides}
        self._rights = {side: _edge([x.right for x in body if _side(x) == side], max) for side in sides}
        steps = [
            after.top - before.top
            for before, after in pairwise(body)
            if before.page == after.page and after.top > before.top
        ]
        self._step = _usual(steps) if steps else 2 * self.size
        pairs = [two for two in pairwise(lines) if not (two[0].row or two[1].row)]
        self._stands_in = self._first_lines_stand_in(pairs)
        ends = sum(self._surely_begins(line, before) for before, line in pairs)
        inside = sum(line.words[:-1].count("。") for line in body)
        self._ends_oftener = ends >= inside

    def _first_lines_stand_in(self, pairs: Sequence[tuple[PrintedLine, PrintedLine]]) -> bool:
        """Do most lines behind one that ended early stand in? Where none ended early, does any line?"""
        behind = [
            self._indent(line) >= _INDENT
            for before, line in pairs
            if self._missing(before) >= _SHORT and not self._centred(line) and not self._centred(before)
        ]
        if len(behind) < _FEW:
            behind = [self._indent(line) >= _INDENT for _, line in pairs if not self._centred(line)]
            return any(behind)
        return sum(behind) * 2 > len(behind)

    def begins(self, line: PrintedLine, before: PrintedLine) -> bool:
        """Does a paragraph begin with `line`, behind `before`?"""
        if self._surely_begins(line, before):
            return True
        return self._ends_oftener and self.is_open(line, before)

    def is_open(self, line: PrintedLine, before: PrintedLine) -> bool:
        """Does nothing say whether the sentence that ends with the full line `before` ended its paragraph?"""
        if self._stands_in or self._centred(before) or not _FULL_STOP.search(before.words):
            return False
        return not self._surely_begins(line, before)

    def _surely_begins(self, line: PrintedLine, before: PrintedLine) -> bool:
        if line.row or before.row:
            return True
        if not 1 / _LARGER < line.size / before.size < _LARGER:
            return True
        if self._centred(line) and self._centred(before):
            return line.size < self.size * _LARGER  # a title goes on, headings of chapters do not
        if self._centred(line) or self._centred(before):
            return True
        if self._indent(line) >= _INDENT:
            return True
        if self._parted(line, before, _SPACED) or self._missing(before) >= _SHORT:
            return True
        return (
            not self._stands_in and bool(_SENTENCE.search(before.words)) and self._new_sentence(line, before)
        )

    def _new_sentence(self, line: PrintedLine, before: PrintedLine) -> bool:
        """Does `line` begin a paragraph, behind the end of a sentence, though neither indent nor a short line tells?"""
        if _NUMBERED.match(line.words) or self._parted(line, before, _WIDER):
            return True
        return self._missing(before) >= _needed(line.words) + _ROOM

    def _parted(self, line: PrintedLine, before: PrintedLine, times: float) -> bool:
        return line.page == before.page and line.top - before.top > self._step * times

    def _indent(self, line: PrintedLine) -> float:
        return (line.left - self._lefts[_side(line)]) / self.size

    def _missing(self, line: PrintedLine) -> float:
        return (self._rights[_side(line)] - line.right) / self.size

    def _centred(self, line: PrintedLine) -> bool:
        """As much room at the left as at the right, and more than an indent."""
        left, right = self._indent(line), self._missing(line)
        return left > 2.5 and abs(left - right) < 1.5


def _side(line: PrintedLine) -> tuple[int, int]:
    """Which edges hold for a line: those of a left or a right page, and of a column of it."""
    return line.page % 2, line.column


def _usual(values: Sequence[float]) -> float:
    """The commonest value, to a fifth of a point."""
    return Counter(round(value * 5) / 5 for value in values).most_common(1)[0][0]


def _edge(values: Sequence[float], outer: Any) -> float:
    """Where lines begin (min) or end (max): the outermost place at which a tenth of them do."""
    if not values:
        return 0.0
    places = Counter(round(value / 4) for value in values)
    common = [place for place, count in places.items() if count * 12 >= len(values)] or list(places)
    edge = outer(common)
    return float(outer(value for value in values if round(value / 4) == edge))


def _needed(words: str) -> float:
    """Characters of room that the first word of a line takes, with the marks around it.

    >>> _needed("（甲）乙"), _needed("2020年")
    (3.0, 2.4)
    """
    unit = _UNIT.match(words)
    return sum(_HALF if char.isascii() else 1.0 for char in unit[0]) if unit else 1.0
