"""Which clauses of other instruments treat what a clause of the draft treats."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np
from rapidfuzz.distance import Postfix, Prefix

from lawtrack.collection.comparing.pieces import Likeness
from lawtrack.collection.rows import PENALTIES, clauses_of
from lawtrack.law import Level, citations, unwrap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from lawtrack.law import Instrument, Provision

ENOUGH: Final = 0.18
"""So alike must two clauses be to be shown as treating the same."""
MUTUAL: Final = 0.12
"""So alike, where neither has anything that is more like it."""
PENALTY_MORE: Final = 0.05
"""Clauses of penalties share their set phrases, and must share so much more."""
NEAR: Final = 0.8
"""A further clause is shown beside the best one when it is this much as alike."""
SPECIAL: Final = ("purpose", "force", "scope", "officials", "rest", "award", "complaint")
"""What a text has one clause for, so that two of them treat the same whatever their words."""
_PLACE: Final = re.compile(
    r"^[一-鿿]{2,12}?(?:省|市|自治区|自治州|自治县|特区|县)(?:人民代表大会)?(?:常务委员会)?"
)
_KIND: Final = re.compile(
    r"(?:工作)?(?:管理|保护|促进)?(?:若干)?(?:条例|办法|规定|规则|细则)(?:（[^（）]*）)?$"
)
_ROLES: Final = (
    ("purpose", re.compile(r"^为了?[^。]{2,120}制定本")),
    ("force", re.compile(r"自[^。]{2,24}起(?:施行|实施)")),
    ("scope", re.compile(r"(?:适用本|适用于本|本[^。]{2,8}适用)")),
    ("meaning", re.compile(r"本(?:条例|办法|规定|法|规则)(?:所称|中下列|下列)|下列用语的含义")),
    (
        "officials",
        re.compile(
            r"(?:玩忽职守|滥用职权|徇私舞弊)[^。]{0,80}(?:处分|责任|处理)|工作人员[^。]{0,60}(?:依法)?给予(?:行政)?处分"
        ),
    ),
    (
        "rest",
        re.compile(
            r"^[^。]{0,60}(?:另有规定|已有[^。]{0,12}规定|规定[^。]{0,12}处罚)[^。]{0,20}(?:从其规定|按照规定|依照其规定|适用其规定)"
        ),
    ),
    ("award", re.compile(r"^[^。]{0,80}(?:成绩|贡献)[^。]{0,30}(?:表彰|奖励)")),
    ("complaint", re.compile(r"(?:投诉|举报)[^。]{0,40}(?:投诉|举报)")),
    ("penalty", re.compile(r"^(?:违反本|有下列[^。]{0,20}行为之一的，由|[^。]{0,60}罚款)")),
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One article laid beside others: which text it is of (0 is the draft), what it is for, and where it stands.

    `subject` is what it is compared by: its words, and for a penalty those of the clauses that it punishes too.
    """

    text: int
    article: Provision = field(repr=False)
    role: str
    subject: str
    at: float

    @property
    def words(self) -> str:
        """What it says."""
        return self.article.words

    @property
    def label(self) -> str:
        """Its number as printed."""
        return self.article.label


@dataclass(frozen=True)
class Laid:
    """The clauses of a draft and of other instruments with how alike each two are (`score[i, j]`, 0 to about 1.2)."""

    clauses: tuple[Clause, ...]
    likeness: Likeness = field(repr=False)
    score: NDArray[np.float32] = field(repr=False)

    def of_text(self, text: int) -> list[int]:
        """The clauses of one text, in order."""
        return [at for at, clause in enumerate(self.clauses) if clause.text == text]

    def partners(self, one: int, text: int) -> list[int]:
        """The clauses of `text` that treat what clause `one` treats, the most alike first; none where none is."""
        ranked = sorted(self.of_text(text), key=lambda other: (-float(self.score[one, other]), other))
        if not ranked or not self.fits(one, ranked[0]):
            return []
        floor = NEAR * float(self.score[one, ranked[0]])
        return [other for other in ranked[:4] if self.score[one, other] >= floor and self.fits(one, other)]

    def fits(self, one: int, other: int) -> bool:
        """Do the two treat the same, as far as their words tell?"""
        more = PENALTY_MORE if "penalty" in {self.clauses[one].role, self.clauses[other].role} else 0.0
        score = float(self.score[one, other])
        return score >= ENOUGH + more or (score >= MUTUAL + more and self._mutual(one, other))

    def _mutual(self, one: int, other: int) -> bool:
        """Is each of the two what the other is most like, of all clauses of its text?"""
        back = self.of_text(self.clauses[one].text)
        there = self.of_text(self.clauses[other].text)
        score = float(self.score[one, other])
        return score >= float(np.max(self.score[one, there])) and score >= float(
            np.max(self.score[back, other])
        )


def lay(draft: Instrument, others: Sequence[Instrument], background: Sequence[str] = ()) -> Laid:
    """The articles of `draft` and `others`, weighed against each other.

    Words decide; what a clause is for (purpose, scope, penalty, commencement) must fit, and where it stands helps a little.
    """
    clauses = [clause for text, doc in enumerate((draft, *others)) for clause in _clauses(text, doc)]
    likeness = Likeness([clause.words for clause in clauses])
    alike = _one_subject([draft.title, *(other.title for other in others)])
    score = Likeness([alike(clause.subject, clause.text) for clause in clauses], background).alike
    roles = np.array([clause.role for clause in clauses])
    if clauses:
        same = roles[:, None] == roles[None, :]
        score *= np.where(same, 1.0, 0.55).astype(np.float32)
        special = np.isin(roles, SPECIAL)
        score += np.where(same & special[:, None], 0.3, 0.0).astype(np.float32)
        at = np.array([clause.at for clause in clauses], dtype=np.float32)
        score += 0.04 * (1 - np.abs(at[:, None] - at[None, :])) * (score > 0.05)
    return Laid(tuple(clauses), likeness, score)


def _one_subject(titles: Sequence[str]) -> Callable[[str, int], str]:
    """Gives the words of a clause with the subject of its text under the draft's name for it.

    畜禽屠宰 of a draft and 生猪屠宰 of another are one subject: what the titles do not share is what one puts for the
    other, if it is short.
    """
    cores = [_core(title) for title in titles]
    names = [_unshared(cores[0], core) for core in cores]

    def renamed(words: str, text: int) -> str:
        own, other = names[text]
        return words.replace(other, own) if own and other else words

    return renamed


def _core(title: str) -> str:
    """The subject of a title, without the place and the kind."""
    plain = _PLACE.sub("", title)
    return _KIND.sub("", plain)


def _unshared(one: str, other: str) -> tuple[str, str]:
    """What two subjects do not share before or after what they do; ("", "") where nothing short is left."""
    if one == other:
        return "", ""
    end = Postfix.similarity(one, other)
    start = Prefix.similarity(one[: len(one) - end], other[: len(other) - end])
    mine, theirs = one[start : len(one) - end], other[start : len(other) - end]
    short = 2 <= len(mine) <= 4 and 2 <= len(theirs) <= 4
    return (mine, theirs) if short and start + end >= 2 else ("", "")


def _clauses(text: int, doc: Instrument) -> list[Clause]:
    count = max(len(doc.articles), 1)
    punished: dict[str, dict[str, None]] = {}
    for cited in citations(doc):
        for target in cited.targets:
            article = target.partition("__")[0]
            if article in doc.by_eid:
                punished.setdefault(cited.holder.partition("__")[0], {})[doc.by_eid[target].words] = None
    clauses: list[Clause] = []
    for headings, path in clauses_of(doc):
        if path[-1].level is not Level.ARTICLE:
            continue
        chapter = " ".join(unwrap(head.heading) for head in headings)
        words = path[-1].words
        role = next((name for name, expression in _ROLES if expression.search(words)), "")
        if not role and PENALTIES.search(chapter):
            role = "penalty"
        subject = "\n".join([words, *punished.get(path[-1].eid, ())]) if role == "penalty" else words
        clauses.append(Clause(text, path[-1], role, subject, len(clauses) / count))
    return clauses
