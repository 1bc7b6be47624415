"""The duties that a text lays on those who are not authorities: 应当, 必须, 不得, 禁止, paragraph by paragraph.

An authority's own duties are left out: what follows from neglecting them stands in one article for all (玩忽职守).
Conditions of an application, principles and appeals (应当积极参与) are no duties that could be punished.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lawtrack.check.duties.addressees import addressee
from lawtrack.check.duties.grammar.reading import expression_of
from lawtrack.check.duties.sanctions import breach
from lawtrack.law import HEADING_LEVELS, Level, unwrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.check.duties.addressees import Addressee
    from lawtrack.law import Instrument, Provision

DEONTIC: Final = expression_of("duty verb")
_SENTENCE: Final = re.compile(r"[^。；\n]+[。；]?")
_PRINCIPLE: Final = expression_of("principle")
_CONDITIONS: Final = expression_of("conditions")
_APPLYING: Final = expression_of("application")
_GRANTED: Final = expression_of("grant")
_ORDERED: Final = expression_of("order")
_APPEAL: Final = expression_of("appeal")
_FIRM: Final = expression_of("firm act")
_OBEDIENCE: Final = expression_of("obedience")
_DEFINING: Final = expression_of("definition")
_MEASURES: Final = expression_of("measures listed")
_DECIDED: Final = re.compile(r"经[^，。；]{2,24}(?:决定|批准)，可以采取[^。；]{0,12}措施[^。；]*：\s*$")
_ASKED: Final = expression_of("conditions listed")
_WITHOUT: Final = expression_of("without leave")
_POWER: Final = expression_of("power")
_SUPPOSED: Final = expression_of("case")
_FORBIDDEN: Final = expression_of("prohibition")
_LEAVE: Final = expression_of("leave asked for")
_OFFICIAL_ACT: Final = expression_of("official act")
_ATTRIBUTE: Final = ("其他", "依法", "所有")
_EXEMPT: Final = expression_of("exemption")
_EXCEPTED: Final = expression_of("exception")
_CLOSING: Final = expression_of("closing chapter")
_LIABILITY: Final = expression_of("penalty chapter")


@dataclass(frozen=True, slots=True)
class Duty:
    r"""One paragraph that lays a duty on somebody who is no authority: its eid, its place as cited, where it is, its words.

    `forbids` says that it forbids something; a paragraph that commands and forbids does both. `binds` is False where a
    penalty cites a provision that lays no duty (a purpose, a definition).

    >>> from lawtrack.check import duty_table
    >>> row = duty_table("第一条　单位应当报告。\n第二条　违反第一条的，处一千元罚款。").rows[0]
    >>> row.duty.label, row.duty.words
    ('第一条', '单位应当报告。')
    """

    eid: str
    label: str
    start: int
    end: int
    words: str = field(repr=False)
    forbids: bool
    binds: bool = True

    @property
    def article(self) -> str:
        """The eid of its article."""
        return self.eid.partition("__")[0]


def paragraphs(doc: Instrument) -> Iterator[tuple[str, Provision, Provision]]:
    """Every paragraph of the body as (the names of the headings above it, its article, the paragraph)."""
    yield from _walk(doc.body, "")


def _walk(nodes: tuple[Provision, ...], above: str) -> Iterator[tuple[str, Provision, Provision]]:
    for node in nodes:
        if node.level in HEADING_LEVELS:
            yield from _walk(node.children, f"{above} {unwrap(node.heading)}".strip())
        elif node.level is Level.ARTICLE:
            yield from ((above, node, child) for child in node.children)


def of_liability(chapter: str) -> bool:
    """Is it a chapter of penalties?"""
    return bool(_LIABILITY.search(chapter.replace(" ", "").replace("　", "")))


def closing(chapter: str) -> bool:
    """Is it the chapter that closes the text (附则)?"""
    return bool(_CLOSING.search(chapter.replace("　", "")))


def duty_sentences(paragraph: Provision) -> list[tuple[str, bool]]:
    """The sentences of a paragraph that lay a duty on somebody who is no authority, each with whether it forbids."""
    told: list[tuple[str, bool]] = []
    agent = _read(paragraph.lead, "person", told)
    if (
        (agent == "authority" and _MEASURES.search(paragraph.lead))
        or _DECIDED.search(paragraph.lead)
        or _ASKED.search(paragraph.lead)
    ):
        return told
    for item in paragraph.children:
        _read(item.words, agent, told)
    return told


def _read(words: str, agent: Addressee, told: list[tuple[str, bool]]) -> Addressee:
    """Note the duties in some words, after words about `agent`; gives whom they leave off with."""
    for sentence in _SENTENCE.findall(words):
        duty, agent = _duty_in(sentence, agent)
        if duty:
            told.append((sentence, duty == "forbids"))
        if sentence.endswith("。") and agent == "abstract":
            agent = "person"
    return agent


def _duty_in(sentence: str, agent: Addressee) -> tuple[str, Addressee]:
    """("must", "forbids" or "", whom the sentence is left with) for one sentence after one about `agent`."""
    told, at = "", 0
    if (
        _DEFINING.search(sentence)
        or (_PRINCIPLE.search(sentence) and not _FORBIDDEN.search(sentence))
        or _EXEMPT.search(sentence)
        or _APPLYING.search(sentence)
        or _GRANTED.search(sentence)
        or _ORDERED.search(sentence)
        or breach(sentence)
    ):
        lead = DEONTIC.split(sentence, maxsplit=1)[0] if sentence.endswith("：") else ""
        return "", _next(addressee(lead), agent) if lead else agent
    excepted = [part.span() for part in _EXCEPTED.finditer(sentence)]
    for match in DEONTIC.finditer(sentence):
        if (
            sentence.endswith(_ATTRIBUTE, 0, match.start())
            or any(start < match.start() < end for start, end in excepted)
            or _SUPPOSED.match(sentence, match.end())
        ):
            continue
        head = sentence[at : match.start()]
        agent = _next(addressee(head.rpartition("，")[2] if at else head), agent)
        if match.group() == "不得" and _WITHOUT.search(head):
            agent = "person"
        at = match.end()
        if match.group() in {"禁止", "严禁"}:
            if agent != "authority" or match.start() == 0:
                agent, told = "person", "forbids"
            continue
        if (
            agent != "person"
            or _OFFICIAL_ACT.search(sentence[match.end() :])
            or _hollow(sentence[match.end() :])
        ):
            continue
        told = "forbids" if match.group() in {"不得", "不准"} else told or "must"
    return told, agent if at else _next(_spoken_of(sentence), agent)


def _spoken_of(sentence: str) -> Addressee:
    """Whom a sentence without a duty is about: who may do something, or an authority that begins it."""
    head = _POWER.split(sentence, maxsplit=1)
    if len(head) > 1:
        return addressee(head[0])
    return "authority" if addressee(sentence.partition("，")[0]) == "authority" else addressee(sentence)


def _next(named: Addressee, agent: Addressee) -> Addressee:
    """Whom it is about now: a thing or a case leaves an authority or a work its turn, and is everybody's otherwise."""
    if named == "unnamed":
        return agent if agent in {"authority", "abstract"} else "person"
    return named or agent


def _hollow(rest: str) -> bool:
    """Do the words after 应当 only set a condition or appeal?"""
    if (_CONDITIONS.search(rest) and not _LEAVE.search(rest)) or _OBEDIENCE.search(rest):
        return True
    listed = rest.rstrip().endswith("：")
    clauses = [clause for clause in re.split(r"[，；。]", rest) if clause]
    return (
        not listed and bool(_APPEAL.search(rest)) and not any(_FIRM.search(clause) for clause in clauses[1:])
    )
