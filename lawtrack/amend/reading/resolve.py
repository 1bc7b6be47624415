"""From sentences to operations: a sentence is read from left to right, the first form that fits at each place.

Addresses carry over. Inside one numbered instruction a place that lacks its article takes the article named last;
其中的 is the unit named last; 本条 after 作为第一百一十一条 is the new article.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.amend.model import Address, Fault, Operation, fault
from lawtrack.amend.reading.addresses import N
from lawtrack.amend.reading.context import LAST_TITLE, QUOTE
from lawtrack.amend.reading.grammar import (
    ABOUT,
    AMENDS,
    ANNOUNCES,
    BELOW,
    COMPILED,
    CONTAINER,
    EFFECTS,
    HEADING,
    LEADS,
    LISTED,
    LOCATOR,
    NOISE,
    OPENING,
    PROVIDES,
    SPELLINGS,
    TITLED,
)
from lawtrack.amend.reading.lines import START
from lawtrack.amend.reading.sentences import QUOTES_FROM, TITLES_FROM
from lawtrack.amend.reading.unit_forms import UnitForms
from lawtrack.amend.reading.word_forms import WordForms

if TYPE_CHECKING:
    from lawtrack.amend.reading.sentences import Sentence

_FRAGMENT: Final = re.compile(r"(?:(?!，(?:将|删|在|并|增加|同时))[^。；\n])*")
_WIDE: Final = {
    ord("."): "。",
    ord(","): "，",
    ord(";"): "；",
    ord(":"): "：",
    ord(" "): None,
    ord("　"): None,
}


class Visitor(UnitForms, WordForms):
    """Reads the sentences of one instrument in order and keeps what carries over."""

    def visit(self, sentence: Sentence) -> tuple[tuple[Operation, ...], str, Fault | None]:
        """The operations of `sentence`, its effect, and why it could not be understood."""
        self.sentence, self.found, self.fault = sentence, [], None
        skeleton = self._plain(sentence.skeleton.translate(_WIDE))
        effect = self._effect(skeleton)
        if effect == "text" and not self.found:
            self._scan(skeleton)
        self.leads = LEADS.match(skeleton) is not None
        self._attribute(skeleton)
        if sentence.unclosed and self.found:
            self.fault = self.fault or fault("amend.unclosed")
        return tuple(self.found), effect, self.fault

    def _attribute(self, skeleton: str) -> None:
        """A sentence that was not understood belongs to the instrument that it begins with."""
        if self.fault and not self.found and self.leads:
            self._name(skeleton)

    def _plain(self, skeleton: str) -> str:
        """Without what only says again where one is; rarer verbs by the usual ones; titles that are words quoted."""
        name = self.instrument.removeprefix("中华人民共和国")
        if len(name) > 2 and name in skeleton:
            skeleton = re.sub(rf"(?:中华人民共和国)?{re.escape(name)}(?=第{N})", "", skeleton)
        for spelling, usual in SPELLINGS:
            skeleton = spelling.sub(usual, skeleton)
        return TITLED.sub(self._as_words, LOCATOR.sub(r"\1", skeleton))

    def _as_words(self, match: re.Match[str]) -> str:
        first = QUOTES_FROM + len(self.sentence.quotes)
        self.sentence.quotes += [f"《{self._title(match[name])}》" for name in ("old", "new")]
        return f"{chr(first)}{match['verb']}{chr(first + 1)}"

    def _list(self, skeleton: str) -> bool:
        """Is this the head of a list of places (将下列法律中的……), or a line of it?"""
        head = BELOW.match(skeleton)
        if head:
            quotes = self.sentence.quotes
            words = [quotes[ord(ch) - QUOTES_FROM] for ch in QUOTE.findall(head["words"])]
            self.below = words, quotes[ord(head["text"]) - QUOTES_FROM] if head["text"] else ""
        elif not LISTED.match(skeleton):
            self.below = None
        elif self.below:
            words, text = self.below
            op = "replace-words" if text else "delete-words"
            for at in self._places(skeleton):
                for quoted in words:
                    self._add(op, at=at, words=quoted, text=text, shown=at.label)
        return head is not None

    def _effect(self, skeleton: str) -> str:
        if self._list(skeleton) or ANNOUNCES.match(skeleton):
            return "heading"
        if self.found:
            return "text"
        about = None if QUOTE.search(skeleton) else ABOUT.match(skeleton)
        if about and "第" in about["places"]:
            self.about = self._places(about["places"])[-1]
            return "heading"
        if HEADING.match(skeleton) and (self.sentence.titles or len(skeleton) < 12):
            self._name(skeleton)
            return "heading"
        if CONTAINER.search(skeleton) and not QUOTE.search(skeleton):
            return "heading"
        if OPENING.search(skeleton):
            self._name(skeleton)
            return "heading"
        if not QUOTE.search(skeleton):
            for name, pattern in EFFECTS:
                if pattern.search(skeleton):
                    return name
            if not any(form.search(skeleton) for form in (AMENDS, PROVIDES)) and not START.match(skeleton):
                return "clause"
        return "text"

    def _name(self, skeleton: str) -> None:
        for index, ch in enumerate(skeleton):
            if TITLES_FROM <= ord(ch) <= LAST_TITLE and not skeleton[max(0, index - 2) : index].endswith(
                "根据"
            ):
                self.instrument = self._title(ch)
                return

    def _scan(self, skeleton: str) -> None:
        """Take the sentence from left to right, the first form that fits at each place."""
        at, end = 0, len(skeleton)
        forms = [(name, pattern) for name, pattern, triggers in COMPILED if triggers.search(skeleton)]
        while at < end:
            noise = NOISE.match(skeleton, at)
            if noise:
                at = noise.end()
                if at >= end:
                    break
            for name, pattern in forms:
                match = pattern.match(skeleton, at)
                if match and match.end() > at:
                    getattr(self, "_" + name.replace("-", "_"))(match)
                    at = match.end()
                    break
            else:
                at = self._not_understood(skeleton, at)

    def _not_understood(self, skeleton: str, at: int) -> int:
        fragment = _FRAGMENT.match(skeleton, at)
        assert fragment is not None
        stop = max(fragment.end(), at + 1)
        words = self.spelled(skeleton[at:stop])
        self.fault = self.fault or fault("amend.not-understood", words=words[:60])
        return stop

    def _numbering(self, match: re.Match[str]) -> None:
        self._add("renumber", at=Address(block="order"), to=Address(block="order"))
        if ("wording" in match.re.groupindex and match["wording"]) or "文字" in match[0]:
            self._wording(match)

    def _kept(self, _: re.Match[str]) -> None:
        self._add("renumber", at=Address(block="order"), to=Address(block="order"), side="kept")

    def _wording(self, _: re.Match[str]) -> None:
        self._add("replace-words", at=Address(block="body"), text=None, everywhere=True)
