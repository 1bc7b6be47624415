"""Which clauses of other instruments treat what a clause of the draft treats."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from lawtrack.collection.comparing.clauses import SPECIAL, Clause, clauses_to_pair, one_subject
from lawtrack.collection.comparing.pieces import Likeness

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from lawtrack.law import Instrument

ENOUGH: Final = 0.18
"""So alike must two clauses be to be shown as treating the same."""
MUTUAL: Final = 0.12
"""So alike, where neither has anything that is more like it."""
PENALTY_MORE: Final = 0.05
"""Clauses of penalties share their set phrases, and must share so much more."""
OF_PENALTY: Final = 0.9
"""Two penalties are as alike as two of the conducts that they list, less so much."""
BESIDE: Final = 0.1
"""A pair gains so much of the likeness of a sure pair next to it, which stands as far on in both texts."""
REACH: Final = 2
"""So many clauses away another pair still speaks for one."""
NEAR: Final = 0.8
"""A further clause is shown beside the best one when it is this much as alike."""


@dataclass(frozen=True)
class Laid:
    """The clauses of a draft and of other instruments with how alike each two are (`score[i, j]`, 0 to about 1.2)."""

    clauses: tuple[Clause, ...]
    likeness: Likeness = field(repr=False)
    score: NDArray[np.float32] = field(repr=False)

    def of_text(self, text: int) -> list[int]:
        """The clauses of one text, in order."""
        return self._texts.get(text, [])

    @cached_property
    def _texts(self) -> dict[int, list[int]]:
        texts: dict[int, list[int]] = {}
        for at, clause in enumerate(self.clauses):
            texts.setdefault(clause.text, []).append(at)
        return texts

    def partners(self, one: int, text: int) -> list[int]:
        """The clauses of `text` that treat what clause `one` treats, the most alike first; none where none is.

        Beside the one most like it those nearly as alike, and those that nothing in its own text is more like.
        """
        there = self.of_text(text)
        if not there:
            return []
        ranked = sorted(there, key=lambda other: (-float(self.score[one, other]), other))
        floor = NEAR * float(self.score[one, ranked[0]])
        near = [other for other in ranked[:4] if self.score[one, other] >= floor]
        most = self.score[np.ix_(self.of_text(self.clauses[one].text), there)].max(axis=0)
        back = {other for other, score in zip(there, most, strict=True) if self.score[one, other] >= score}
        return [other for other in ranked if (other in near or other in back) and self.fits(one, other)]

    def fits(self, one: int, other: int) -> bool:
        """Do the two treat the same, as far as their words tell?"""
        more = PENALTY_MORE if "penalty" in {self.clauses[one].role, self.clauses[other].role} else 0.0
        score = float(self.score[one, other])
        return score >= ENOUGH + more or (score >= MUTUAL + more and self._mutual(one, other))

    def _mutual(self, one: int, other: int) -> bool:
        """Is each of the two what the other is most like, of all clauses of its text?"""
        return self._is_best(one, other) and self._is_best(other, one)

    def _is_best(self, one: int, other: int) -> bool:
        """Is nothing in the text of `other` more like `one` than `other`?"""
        there = self.of_text(self.clauses[other].text)
        return float(self.score[one, other]) >= float(np.max(self.score[one, there]))


def lay(draft: Instrument, others: Sequence[Instrument], background: Sequence[str] = ()) -> Laid:
    """The articles of `draft` and `others`, weighed against each other.

    Words decide; what a clause is for (purpose, scope, penalty, commencement) must fit, and where it stands helps a little.
    """
    clauses = [clause for text, doc in enumerate((draft, *others)) for clause in clauses_to_pair(text, doc)]
    likeness = Likeness([clause.words for clause in clauses])
    alike = one_subject([draft.title, *(other.title for other in others)])
    subjects = Likeness([alike(clause.subject, clause.text) for clause in clauses], background)
    score = subjects.alike
    roles = np.array([clause.role for clause in clauses])
    if clauses:
        same = roles[:, None] == roles[None, :]
        score *= np.where(same, 1.0, 0.55).astype(np.float32)
        special = np.isin(roles, SPECIAL)
        score += np.where(same & special[:, None], 0.3, 0.0).astype(np.float32)
        at = np.array([clause.at for clause in clauses], dtype=np.float32)
        score += 0.04 * (1 - np.abs(at[:, None] - at[None, :])) * (score > 0.05)
        _conduct_by_conduct(score, clauses, subjects, alike)
        _in_company(score, np.array([clause.text for clause in clauses]))
    return Laid(tuple(clauses), likeness, score)


def _conduct_by_conduct(
    score: NDArray[np.float32],
    clauses: Sequence[Clause],
    subjects: Likeness,
    alike: Callable[[str, int], str],
) -> None:
    """Makes two penalties as alike as what they have most alike: one text lists what another has an article each for."""
    told = [(at, words) for at, clause in enumerate(clauses) for words in clause.conducts]
    if not told:
        return
    whose = np.array([at for at, _ in told])
    between = subjects.between([alike(words, clauses[at].text) for at, words in told])
    np.maximum.at(score, (whose[:, None], whose[None, :]), OF_PENALTY * between + 0.03)


def _in_company(score: NDArray[np.float32], texts: NDArray[np.int64]) -> None:
    """Adds to the pairs of the draft's clauses with each other text's what sure pairs near them say for them."""
    ours = np.flatnonzero(texts == 0)
    for text in range(1, max(texts.tolist(), default=0) + 1):
        theirs = np.flatnonzero(texts == text)
        if not len(ours) or not len(theirs):
            continue
        block = score[np.ix_(ours, theirs)]
        block += BESIDE * company(block) * (block > 0.05)
        score[np.ix_(ours, theirs)] = block
        score[np.ix_(theirs, ours)] = block.T


def company(block: NDArray[np.float32]) -> NDArray[np.float32]:
    """For each pair of two texts the most that a sure pair up to `REACH` away in both says for it.

    A sure pair is one of two clauses that are most like each other; against the order of the texts it says less.

    >>> company(np.array([[0.5, 0.0], [0.0, 0.25]], dtype=np.float32)).tolist()
    [[0.25, 0.5], [0.5, 0.5]]
    """
    best = (block >= block.max(axis=1, keepdims=True)) & (block >= block.max(axis=0, keepdims=True))
    sure = np.pad(np.where(best, np.minimum(block, 0.6), 0), REACH)
    rows, columns = block.shape
    steps = [(down, on) for down in range(-REACH, REACH + 1) for on in range(-REACH, REACH + 1) if down or on]
    said = np.zeros_like(block)
    for down, on in steps:
        there = sure[REACH + down : REACH + down + rows, REACH + on : REACH + on + columns]
        weight = (1.0 if down * on >= 0 else 0.3) / max(abs(down), abs(on))
        np.maximum(said, weight * there, out=said)
    return said.astype(np.float32)
