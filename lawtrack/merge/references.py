"""References as what they point at, so that following a new number is no change of words.

Every internal reference of the three texts becomes one sign, the same for the same provisions: 第三条 of the base and
第四条 of a text that has an article more before it are one sign. The manner of speaking counts: 本条例第三条 and 前条 are
two. When the merged text has its numbers, each sign becomes words again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.law import NUMERAL_CLASS, citations, renumber

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from lawtrack.law import Citation
    from lawtrack.merge.units import Parts

FIRST_SIGN: Final = 0xF0000
LAST_SIGN: Final = 0x10FFFD
"""The private planes of Unicode, which no document uses; where one does, the signs begin behind its characters."""
_COUNTED: Final = re.compile(f"[{NUMERAL_CLASS}第之条款项目编章节分、，和及与或至到（）()]+")
"""What of a reference its targets say already; 本条例, 前款 and the like are left."""


def is_sign(char: str) -> bool:
    """May this character stand for a reference?"""
    return ord(char) >= FIRST_SIGN


class Reference(NamedTuple):
    """One enumeration of references: where it stands in its text, its words, and its sign."""

    start: int
    end: int
    words: str
    sign: str


class Signs:
    """Gives what is pointed at its sign; out of signs (never in a legal text) the words stand for themselves."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.next = max(FIRST_SIGN, *(ord(max(text, default=" ")) + 1 for text in texts))
        self.given: dict[Hashable, str] = {}

    def of(self, meaning: Hashable) -> str:
        """The sign of `meaning`, "" where there are no more."""
        if meaning not in self.given:
            if self.next > LAST_SIGN:
                return ""
            self.given[meaning] = chr(self.next)
            self.next += 1
        return self.given[meaning]


class Referring:
    """The references of one of the three texts, line by line."""

    def __init__(self, parts: Parts, places: Mapping[str, Hashable], signs: Signs) -> None:
        self.parts = parts
        self.lines: dict[int, list[Reference]] = {}
        starts = [line.start for line in parts.lines]
        runs = groupby(citations(parts.doc), key=lambda cited: cited.run)
        for run in (list(group) for _, group in runs):
            if not any(cited.internal and cited.targets for cited in run):
                continue
            start, end = run[0].start, run[-1].end
            at = bisect_right(starts, start) - 1
            if at < 0 or end > parts.lines[at].end:
                continue
            words = parts.doc.text[start:end]
            if sign := signs.of((_COUNTED.sub("", words), tuple(_meant(cited, places) for cited in run))):
                self.lines.setdefault(at, []).append(Reference(start, end, words, sign))

    def signed(self, at: int) -> str:
        """The words of a line with signs for its references."""
        line = self.parts.lines[at]
        out, done = "", line.start
        for cited in self.lines.get(at, ()):
            out += self.parts.doc.text[done : cited.start] + cited.sign
            done = cited.end
        return out + self.parts.doc.text[done : line.end]

    def follow(self, mapping: Mapping[str, str | None]) -> Followed:
        """What each reference says when provisions go where `mapping` says, and which of them lost theirs."""
        if all(old == new for old, new in mapping.items()):
            return Followed(
                {at: {one.sign: one.words for one in references} for at, references in self.lines.items()},
                frozenset(),
            )
        done = renumber(self.parts.doc, mapping)
        changes = {change.start: change for change in done.changes}
        gone = [cited.start for cited in done.lost]
        words: dict[int, dict[str, str]] = {}
        lost: set[tuple[int, str]] = set()
        text = self.parts.doc.text
        for at, references in self.lines.items():
            words[at] = {}
            for one in references:
                out, place = "", one.start
                for start in sorted(start for start in changes if one.start <= start < one.end):
                    out += text[place:start] + changes[start].new
                    place = changes[start].end
                words[at][one.sign] = out + text[place : one.end]
                if any(one.start <= start < one.end for start in gone):
                    lost.add((at, one.sign))
        return Followed(words, frozenset(lost))


class Followed(NamedTuple):
    """By line, the words of each sign in the merged numbering; and (line, sign) of what points at nothing now."""

    words: Mapping[int, Mapping[str, str]]
    lost: frozenset[tuple[int, str]]


def _meant(cited: Citation, places: Mapping[str, Hashable]) -> Hashable:
    if not cited.internal or not cited.targets:
        return cited.instrument, cited.words
    return tuple(places.get(eid, eid) for eid in cited.targets)
