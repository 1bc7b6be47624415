"""What the forms of words share: the sentence being read, and what carries over from the ones before it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.amend.applying.payloads import ARTICLE, LOOSE
from lawtrack.amend.model import Address, Fault, Operation, fault
from lawtrack.amend.reading.addresses import places
from lawtrack.amend.reading.grammar import Q
from lawtrack.amend.reading.patterns import PIECE_PARTS, QUOTED
from lawtrack.amend.reading.sentences import QUOTES_FROM, TITLES_FROM, Sentence, numeral
from lawtrack.law import number_of
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    import re

QUOTE: Final = compile_on_use(Q)
LEVELS: Final = {
    "条": "article",
    "款": "paragraph",
    "自然段": "paragraph",
    "项": "item",
    "目": "point",
    "章": "chapter",
    "节": "section",
    "编": "part",
    "句": "sentence",
}

ALL_OF: Final = 1000
"""两处“A” is this and two: all the places of the words, of which there must be so many."""
LAST_TITLE: Final = 0xF8FF


@dataclass(slots=True)
class Reading:
    """Where a sentence stands: the units named last, and the number that they get.

    `here` is the unit named last, in the old numbering, `these` all that were named together with it; `new` is where
    the declared new numbering puts it.
    """

    here: Address = field(default_factory=Address)
    these: tuple[Address, ...] = ()
    about: Address = field(default_factory=Address)  # the unit that a numbered list of instructions is about
    new: Address | None = None
    chain: tuple[
        Address, ...
    ] = ()  # the units of 第二条改为第三条，第三条改为第四条, for a 其中的 after them
    joined: set[object] = field(default_factory=set)  # the articles that became that one
    instrument: str = ""
    own: str = ""  # the instrument that the title of the decision names
    strayed: bool = False  # has one place named another?
    several: bool = False  # does the decision amend several instruments?
    below: tuple[list[str], str] | None = None  # the words, and the new ones, of a list of places
    gaps: dict[str, tuple[str, ...]] = field(default_factory=dict)  # “甲”与“乙”之间增加“丙”, by 甲乙
    above: int = 0  # does the sentence speak of all instruments named before (上述规章中的)?
    leads: bool = False  # does the sentence begin by naming an instrument?
    operations: list[Operation] = field(default_factory=list)
    fault: Fault | None = None
    sentence: Sentence = field(default_factory=lambda: Sentence("", "", ""))

    def begin(self, head: str) -> None:
        """A new numbered instruction: nothing carries over but the instrument, and what a list below it is about."""
        if head == "big":
            self.about = Address()
        if (
            self.strayed and self.own and not self.several
        ):  # the next instruction is about the text itself again
            self.instrument, self.strayed = self.own, False
        self.here, self.these, self.new, self.chain = self.about, (), None, ()


def spelled(r: Reading, skeleton: str) -> str:
    """The words behind a piece of skeleton."""
    return "".join(
        f"《{title_of(r, ch)}》"
        if TITLES_FROM <= ord(ch) <= LAST_TITLE
        else f"“{r.sentence.quotes[ord(ch) - QUOTES_FROM]}”"
        if QUOTES_FROM <= ord(ch) < TITLES_FROM
        else ch
        for ch in skeleton
    )


def title_of(r: Reading, ch: str) -> str:
    """The title behind its sign in the skeleton."""
    return r.sentence.titles[ord(ch) - TITLES_FROM]


def places_of(r: Reading, words: str | None, keep: bool = True) -> list[Address]:
    """Places of the old numbering; the last of them is where the sentence now is."""
    if not words:
        return list(r.these) or ([r.here] if r.here != Address() else [])
    if words == "其中":
        return list(r.chain or r.these) or [r.here]
    if (rest := became_article(r, words)) is not None:  # 第二款改为第三条，该条中的: what was that paragraph
        if rest not in ("", "第一款"):
            r.fault = r.fault or fault("amend.not-understood", words=spelled(r, words))
        return [r.here]
    addresses = places(words.removeprefix("其中"), replace(r.here, part="", sentence=0))
    titles = dict.fromkeys(title_of(r, address.name) for address in addresses if address.name)
    r.strayed |= bool(titles)
    r.instrument = next(reversed(titles), r.instrument)
    several = len(titles) > 1  # then each place says of which instrument it is
    addresses = [settled(r, address, named=several) for address in addresses]
    if addresses and keep:
        r.chain = ()
        if addresses[-1].article != r.here.article and addresses[-1].article not in r.joined:
            r.new, r.joined = None, set()
        r.here = addresses[-1]
        r.these = tuple(addresses) if len(addresses) > 1 else ()
    return addresses


_THAT: Final = ("该条", "同条", "本条")


def became_article(r: Reading, words: str) -> str | None:
    """What follows 该条, where that is the article that a paragraph has just become; else None."""
    if not words.startswith(_THAT) or r.here.article not in r.joined or not r.here.paragraph:
        return None
    new = r.new is not None and r.new.level == "article"
    return words[2:].removeprefix("中").removeprefix("的") if new else None


def settled(r: Reading, address: Address, *, named: bool) -> Address:
    """An old place without what its number makes needless: the chapter of an article, the title of the one instrument."""
    name = title_of(r, address.name) if named and address.name else ""
    if name == address.name and not (address.article and address.headings):
        return address
    if not address.article:
        return replace(address, name=name)
    return replace(address, name=name, headings=(), under=address.headings or address.under)


def targets_of(r: Reading, words: str | None, here: Address | None = None) -> list[Address]:
    """Places of the new numbering; a bare 第二款 is of the new article, or of the old one where it keeps its number."""
    if not words:
        return []
    base = here or r.new or r.here
    if words.startswith(("该款", "同款")):  # 原第三项改为该款第一项: the paragraph that the sentence puts in
        made = [op for op in r.operations if op.op == "insert" and op.level == "paragraph" and op.to]
        if made and made[-1].to:
            article = made[-1].to.article or (made[-1].at.article if made[-1].at else None)
            base = replace(made[-1].to, article=article)
    if any(address.sentence or address.part for address in places(words, base)):
        r.fault = r.fault or fault("amend.not-understood", words=spelled(r, words))
    return [replace(address, name="", amended=False) for address in places(words, base)]


def texts_of(r: Reading, match: re.Match[str]) -> list[str]:
    """The quoted new texts of a form."""
    groups = match.groupdict()
    taken = next((groups[name] for name in ("text", "text2", "text3") if groups.get(name)), None)
    return [r.sentence.quotes[ord(ch) - QUOTES_FROM] for ch in QUOTE.findall(taken)] if taken else []


def text_of(r: Reading, match: re.Match[str]) -> str | None:
    """The new text of a form, its quotations a line each; None where there is none."""
    texts = texts_of(r, match)
    return "\n".join(texts) if texts else None


def article_text(r: Reading, match: re.Match[str], new: list[Address]) -> str | None:
    """The new text of a unit that becomes an article, without the number that it may print before it."""
    text = text_of(r, match)
    if text is None or len(new) != 1 or new[0].level != "article" or r.here.level == "article":
        return text
    label = LOOSE.match(text)
    if label and number_of(label[0]) == new[0].article:
        return text[label.end() :].lstrip(" \u3000\t")
    if ARTICLE.match(text):
        misread(r, match)
    return text


class Piece(NamedTuple):
    """Quoted words and the places that have them; `carried` where the places are those of the words before."""

    where: list[Address]
    quoted: list[str]
    carried: bool = False
    nth: tuple[int, ...] = ()  # which of the places of each of the words; 0 for all


def pieces_of(r: Reading, words: str) -> list[Piece]:
    """(places, quoted words) of each piece of 第一款中的“A”、第三款中的“B”."""
    pieces, titles = [], []
    for piece in PIECE_PARTS.finditer(words):
        where = places_of(r, piece["places"])
        titles.append(r.instrument)
        parts = list(QUOTED.finditer(piece["words"]))
        quoted = [r.sentence.quotes[ord(part["quote"]) - QUOTES_FROM] for part in parts]
        said = piece["places"] or "其中"
        carried = said == "其中" or "至" in said  # in a range the words stand wherever they stand
        pieces.append(Piece(where, quoted, carried, tuple(map(_nth, parts))))
    if len(set(titles)) > 1 and not any(at.name for piece in pieces for at in piece.where):
        for index, title in enumerate(titles):  # 《甲》第四条中的“A”、《乙》第二条中的“A”
            named = [replace(at, name=title) for at in pieces[index].where]
            pieces[index] = pieces[index]._replace(where=named)
    return pieces


def _nth(part: re.Match[str]) -> int:
    """The number in 第二个“A”; -1 for the last, 0 where none is said."""
    if part["nth"]:
        return numeral(part["nth"])
    if part["total"]:
        return ALL_OF + numeral(part["total"])
    return 1 if part["first"] else -1 if part["final"] else 0


def add(r: Reading, op: str, **parts: object) -> None:
    """One operation more. A new title is told without the marks that it has in other texts."""
    at, text = parts.get("at"), parts.get("text")
    if isinstance(at, Address) and at.block == "title" and isinstance(text, str):
        marked = _MARKED.fullmatch(text)
        parts["text"] = marked["title"] if marked else text
    r.operations.append(Operation(op, **parts))  # type: ignore[arg-type]  # the names are Operation's fields


_MARKED: Final = compile_on_use(r"[ \t　]*《(?P<title>[^\n]+)》[ \t　]*[。；]?[ \t　]*")


def shown(r: Reading, address: Address) -> str:
    """How the contract names a unit whose article was renumbered in the same instruction: by its new number."""
    if r.new and r.new.article and address.article == r.here.article and not r.new.paragraph:
        return replace(address, article=r.new.article).label
    return address.label


def misread(r: Reading, match: re.Match[str], code: str = "amend.not-understood") -> None:
    """Remember that a sentence fits a form but makes no sense in it."""
    r.fault = r.fault or fault(code, words=spelled(r, match[0])[:60])


def listed(addresses: list[Address]) -> str:
    """Several places as one citation."""
    return "、".join(
        (replace(address, headings=()) if address.article else address).label for address in addresses
    )
