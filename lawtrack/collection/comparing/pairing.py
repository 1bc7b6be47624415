"""Which clauses of other instruments treat what a clause of the draft treats."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from lawtrack.collection.comparing.pieces import Likeness
from lawtrack.collection.rows import PENALTIES, clauses_of
from lawtrack.law import Level, citations, unwrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from lawtrack.law import Instrument, Provision

ENOUGH: Final = 0.15
"""So alike must two clauses be to be shown as treating the same."""
MUTUAL: Final = 0.11
"""So alike, where neither has anything that is more like it."""
PENALTY_MORE: Final = 0.05
"""Clauses of penalties share their set phrases, and must share so much more."""
NEAR: Final = 0.8
"""A further clause is shown beside the best one when it is this much as alike."""
_ROLES: Final = (
    ("purpose", re.compile(r"^为了?[^。]{2,120}制定本")),
    ("force", re.compile(r"自[^。]{2,24}起(?:施行|实施)")),
    ("scope", re.compile(r"(?:适用本|适用于本|本[^。]{2,8}适用)")),
    ("meaning", re.compile(r"本(?:条例|办法|规定|法|规则)(?:所称|中下列|下列)|下列用语的含义")),
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
        return score >= float(self.score[one, there].max()) and score >= float(self.score[back, other].max())


def lay(draft: Instrument, others: Sequence[Instrument], background: Sequence[str] = ()) -> Laid:
    """The articles of `draft` and `others`, weighed against each other.

    Words decide; what a clause is for (purpose, scope, penalty, commencement) must fit, and where it stands helps a little.
    """
    clauses = [clause for text, doc in enumerate((draft, *others)) for clause in _clauses(text, doc)]
    likeness = Likeness([clause.words for clause in clauses])
    score = Likeness([clause.subject for clause in clauses], background).alike
    roles = np.array([clause.role for clause in clauses])
    if clauses:
        same = roles[:, None] == roles[None, :]
        score *= np.where(same, 1.0, 0.55).astype(np.float32)
        special = np.isin(roles, ["purpose", "force", "scope"])
        score += np.where(same & special[:, None], 0.3, 0.0).astype(np.float32)
        at = np.array([clause.at for clause in clauses], dtype=np.float32)
        score += 0.04 * (1 - np.abs(at[:, None] - at[None, :])) * (score > 0.05)
    return Laid(tuple(clauses), likeness, score)


def _clauses(text: int, doc: Instrument) -> list[Clause]:
    count = max(len(doc.articles), 1)
    punished: dict[str, dict[str, None]] = {}
    for cited in citations(doc):
        for target in cited.targets:
            article = target.partition("__")[0]
            if article in doc.by_eid:
                punished.setdefault(cited.holder.partition("__")[0], {})[doc.by_eid[target].words] = None
    found: list[Clause] = []
    for headings, path in clauses_of(doc):
        if path[-1].level is not Level.ARTICLE:
            continue
        chapter = " ".join(unwrap(head.heading) for head in headings)
        words = path[-1].words
        role = next((name for name, expression in _ROLES if expression.search(words)), "")
        if not role and PENALTIES.search(chapter):
            role = "penalty"
        subject = "\n".join([words, *punished.get(path[-1].eid, ())]) if role == "penalty" else words
        found.append(Clause(text, path[-1], role, subject, len(found) / count))
    return found
