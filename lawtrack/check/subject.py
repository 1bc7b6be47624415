"""The text under examination, with what several rules want to know about it."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Final

from lawtrack.check.duties.table import DutyTable, duty_table
from lawtrack.check.model import Hit
from lawtrack.law import HEADING_LEVELS, Level, citations, read_history

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.law import Citation, History, Instrument, Provision

_SET_APART: Final = re.compile(
    r"《[^《》\n]*》+|“[^“”\n]*”|\"[^\"\n]*\"|‘[^‘’\n]*’|「[^「」\n]*」|『[^『』\n]*』"
)
_KIND: Final = re.compile(r"(宪法|法典|法|条例|规定|办法|规则|细则|解释|决定|决议|规程|准则|章程|批复|意见)$")
_BRACKETS: Final = re.compile(r"(?:[（(][^（）()]*[）)])+$")
_AMENDS: Final = re.compile(r"关于修[改正].*的?决定$|修正案$|对《.*》的修改$")
_PAYLOAD: Final = re.compile(
    r"第[^。；\n]{1,24}[条款项]?(?:分别|统一)?修改为[：:]?[“\"\n]|作如下修改|中的“[^”\n]{1,600}”(?:分别|统一)?(?:修改|改)为“"
    r"|^[^\n《》。]{0,8}(?:修改|将|对)《[^》\n]{2,60}》[^\n。]{0,16}(?:修改|$)|款尾增加“|^\d{1,2}[.．]删[除去]第",
    re.MULTILINE,
)
_ENACTING: Final = frozenset({"宪法", "法", "法典", "条例", "规定", "办法", "规则", "细则"})


class Subject:
    """One text, the version before it where there is one, and the names that the workspace adds."""

    def __init__(
        self, doc: Instrument, previous: Instrument | None = None, laws: frozenset[str] = frozenset()
    ) -> None:
        self.doc, self.text, self.previous, self.laws = doc, doc.text, previous, laws
        self.start = doc.body[0].start if doc.body else 0
        self.end = doc.body[-1].end if doc.body else 0
        self._apart = [match.span() for match in _SET_APART.finditer(doc.text, self.start, self.end)]
        self._apart_starts = [start for start, _ in self._apart]

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Every reference."""
        return citations(self.doc)

    @cached_property
    def duties(self) -> DutyTable:
        """Its duties and penalties."""
        return duty_table(self.doc)

    @cached_property
    def history(self) -> History:
        """The events of the header note and of the last articles."""
        return read_history(self.doc)

    @cached_property
    def kind(self) -> str:
        """The last word of the title: 法, 条例, 规定; "" where it has none of these."""
        match = _KIND.search(_BRACKETS.sub("", self.doc.title))
        return match[1] if match else ""

    @property
    def enacting(self) -> bool:
        """Does it lay down rules of its own? Resolutions and replies are written more freely."""
        return self.kind in _ENACTING

    @cached_property
    def amends(self) -> bool:
        """Does it say how another text shall read? Numbers in it count there, with quotation marks or without any."""
        title = _BRACKETS.sub("", self.doc.title)
        named = _AMENDS.search(title) is not None
        return named or (not self.enacting and _PAYLOAD.search(self.text) is not None)

    @cached_property
    def judicial(self) -> bool:
        """Is it a judicial interpretation, which has habits of its own?"""
        return self.doc.title.startswith(("最高人民法院", "最高人民检察院", "人民检察院"))

    @cached_property
    def _places(self) -> tuple[list[int], list[str]]:
        nodes = [node for node in self.doc.provisions if node.end > node.start]
        return [node.start for node in nodes], [node.eid for node in nodes]

    @cached_property
    def lines(self) -> list[int]:
        """The offset at which each line begins; line 1 is `lines[0]`."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def line_hit(self, line: int) -> Hit:
        """A hit on a whole line."""
        start = self.lines[line - 1]
        stop = self.text.find("\n", start)
        return Hit(start, len(self.text) if stop < 0 else stop)

    def eid_at(self, offset: int) -> str:
        """The eid of the smallest provision that begins before `offset`, "" outside the body."""
        if not self.start <= offset < self.end:
            return ""
        starts, eids = self._places
        return eids[bisect_right(starts, offset) - 1]

    def apart(self, offset: int) -> bool:
        """Does the place stand in a title or a quotation, where other rules hold?"""
        place = bisect_right(self._apart_starts, offset) - 1
        return place >= 0 and self._apart[place][0] <= offset < self._apart[place][1]

    def given_anew(self, offset: int) -> bool:
        """Does the place stand in words that a text which amends another gives whole, rather than in a few that it names?"""
        opens = self.text.rfind("“", self.start, offset)
        return self.amends and (opens <= 0 or self.text[opens - 1] in "：:\n \t　")

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The places in the body that match, titles and quotations left out."""
        return (
            match
            for match in pattern.finditer(self.text, self.start, self.end)
            if not self.apart(match.start())
        )

    def replaced(self, pattern: re.Pattern[str], better: str) -> Iterator[Hit]:
        """A hit for each match, to be replaced by the template `better`; the group `at`, if any, is the place."""
        for match in self.find(pattern):
            group = "at" if "at" in pattern.groupindex else 0
            start, end = match.span(group)
            yield Hit(start, end, match.expand(better))

    @cached_property
    def paragraphs(self) -> tuple[Provision, ...]:
        """Every paragraph of the body."""
        return tuple(node for node in self.doc.provisions if node.level is Level.PARAGRAPH)

    @cached_property
    def enumerated(self) -> tuple[tuple[Provision, tuple[Provision, ...]], ...]:
        """Each provision that holds a list of items or points, with the list."""
        return tuple(
            (node, node.children)
            for node in self.doc.provisions
            if node.children and node.level not in HEADING_LEVELS and node.level is not Level.ARTICLE
        )
