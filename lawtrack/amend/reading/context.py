"""What the forms of words share: the sentence being read, and what carries over from the ones before it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.amend.model import Address, Fault, Operation, fault
from lawtrack.amend.reading.addresses import places
from lawtrack.amend.reading.grammar import PIECE_PARTS, Q
from lawtrack.amend.reading.sentences import QUOTES_FROM, TITLES_FROM

if TYPE_CHECKING:
    from lawtrack.amend.reading.sentences import Sentence

QUOTE: Final = re.compile(Q)
LAST_TITLE: Final = 0xF8FF


class Context:
    """Where a sentence stands: the unit named last, and the number that it gets."""

    def __init__(self) -> None:
        self.here = Address()  # the unit named last, in the old numbering
        self.about = Address()  # the unit that a numbered list of instructions is about
        self.new: Address | None = None  # where the declared new numbering puts it
        self.joined: set[object] = set()  # the articles that became that one
        self.instrument = ""
        self.below: tuple[list[str], str] | None = None  # the words, and the new ones, of a list of places
        self.leads = False  # does the sentence begin by naming an instrument?
        self.found: list[Operation] = []
        self.fault: Fault | None = None
        self.sentence: Sentence

    def begin(self, head: str) -> None:
        """A new numbered instruction: nothing carries over but the instrument, and what a list below it is about."""
        if head == "big":
            self.about = Address()
        self.here, self.new = self.about, None

    def spelled(self, skeleton: str) -> str:
        """The words behind a piece of skeleton."""
        return "".join(
            f"《{self._title(ch)}》"
            if TITLES_FROM <= ord(ch) <= LAST_TITLE
            else f"“{self.sentence.quotes[ord(ch) - QUOTES_FROM]}”"
            if QUOTES_FROM <= ord(ch) < TITLES_FROM
            else ch
            for ch in skeleton
        )

    def _title(self, ch: str) -> str:
        return self.sentence.titles[ord(ch) - TITLES_FROM]

    def _places(self, words: str | None, keep: bool = True) -> list[Address]:
        """Places of the old numbering; the last of them is where the sentence now is."""
        if not words:
            return [self.here] if self.here != Address() else []
        if words == "其中":
            return [self.here]
        found = places(words.removeprefix("其中"), replace(self.here, part="", sentence=0))
        titles = dict.fromkeys(self._title(address.name) for address in found if address.name)
        self.instrument = next(reversed(titles), self.instrument)
        several = len(titles) > 1  # then each place says of which instrument it is
        found = [self._settled(address, named=several) for address in found]
        if found and keep:
            if found[-1].article != self.here.article and found[-1].article not in self.joined:
                self.new, self.joined = None, set()
            self.here = found[-1]
        return found

    def _settled(self, address: Address, *, named: bool) -> Address:
        """An old place without what its number makes needless: the chapter of an article, the title of the one instrument."""
        name = self._title(address.name) if named and address.name else ""
        if name == address.name and not (address.article and address.headings):
            return address
        return replace(address, name=name, headings=() if address.article else address.headings)

    def _targets(self, words: str | None, here: Address | None = None) -> list[Address]:
        """Places of the new numbering; a bare 第二款 is of the new article, or of the old one where it keeps its number."""
        if not words:
            return []
        base = here or self.new or self.here
        return [replace(address, name="") for address in places(words, base)]

    def _texts(self, match: re.Match[str]) -> list[str]:
        groups = match.groupdict()
        taken = next((groups[name] for name in ("text", "text2", "text3") if groups.get(name)), None)
        return [self.sentence.quotes[ord(ch) - QUOTES_FROM] for ch in QUOTE.findall(taken)] if taken else []

    def _text(self, match: re.Match[str]) -> str | None:
        texts = self._texts(match)
        return "\n".join(texts) if texts else None

    def _pieces(self, words: str) -> list[tuple[list[Address], list[str]]]:
        """(places, quoted words) of each piece of 第一款中的“A”、第三款中的“B”."""
        found = []
        for piece in PIECE_PARTS.finditer(words):
            where = self._places(piece["places"])
            quoted = [self.sentence.quotes[ord(ch) - QUOTES_FROM] for ch in QUOTE.findall(piece["words"])]
            found.append((where, quoted))
        return found

    def _add(self, op: str, **parts: object) -> None:
        self.found.append(Operation(op, **parts))  # type: ignore[arg-type]  # the names are Operation's fields

    def _shown(self, address: Address) -> str:
        """How the contract names a unit whose article was renumbered in the same instruction: by its new number."""
        if self.new and self.new.article and address.article == self.here.article and not self.new.paragraph:
            return replace(address, article=self.new.article).label
        return address.label

    def misread(self, match: re.Match[str], code: str = "amend.not-understood") -> None:
        """Remember that a sentence fits a form but makes no sense in it."""
        self.fault = self.fault or fault(code, words=self.spelled(match[0])[:60])


def listed(addresses: list[Address]) -> str:
    """Several places as one citation."""
    return "、".join(
        (replace(address, headings=()) if address.article else address).label for address in addresses
    )
