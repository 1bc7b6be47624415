"""Which clauses of other instruments treat what a clause of the draft treats."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from lawtrack.collection.comparing.clauses import Clause, clauses_to_pair, one_subject
from lawtrack.collection.comparing.evidence import evidence
from lawtrack.collection.comparing.pieces import Likeness
from lawtrack.collection.comparing.standing import likelihood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from lawtrack.law import Instrument

SAME: Final = 0.8
"""So likely must it be that a reader lays two clauses side by side, for them to be shown as treating the same."""
TOUCHES: Final = 0.62
"""So likely, to be shown as clauses that touch one another."""


@dataclass(frozen=True)
class Laid:
    """The clauses of a draft (text 0) and of other instruments, and how likely each two treat the same."""

    clauses: tuple[Clause, ...]
    titles: tuple[str, ...]
    _between: dict[tuple[int, int], NDArray[np.floating[Any]]] = field(default_factory=dict, repr=False)

    @cached_property
    def likeness(self) -> Likeness:
        """What the clauses have in common word for word."""
        return Likeness([clause.words for clause in self.clauses])

    def of_text(self, text: int) -> list[int]:
        """The clauses of one text, in order."""
        return self._texts.get(text, [])

    @cached_property
    def _texts(self) -> dict[int, list[int]]:
        texts: dict[int, list[int]] = {}
        for at, clause in enumerate(self.clauses):
            texts.setdefault(clause.text, []).append(at)
        return texts

    def score(self, one: int, other: int) -> float:
        """How likely it is, 0 to 1, that a reader lays the two side by side; 0 within one text."""
        text = self.clauses[other].text
        return float(self.line(one, text)[other - self.of_text(text)[0]])

    def line(self, one: int, text: int) -> NDArray[np.floating[Any]]:
        """How likely it is of one clause and each clause of a text, in order, that a reader lays the two side by side."""
        own = self.clauses[one].text
        at = one - self.of_text(own)[0]
        if own == text:
            return np.zeros(len(self.of_text(text)), dtype=np.float32)
        return self.between(own, text)[at] if own < text else self.between(text, own)[:, at]

    def between(self, text: int, other: int) -> NDArray[np.floating[Any]]:
        """How likely each clause of a text (a row) and of a later one (a column) are to treat the same."""
        if (text, other) not in self._between:
            mine, theirs = ([self.clauses[at] for at in self.of_text(each)] for each in (text, other))
            renamed = one_subject(self.titles[text], self.titles[other])
            chapters = [clause.chapter for clause in mine], [clause.chapter for clause in theirs]
            self._between[text, other] = (
                likelihood(evidence(mine, theirs, renamed), chapters)
                if mine and theirs
                else np.zeros((len(mine), len(theirs)), dtype=np.float32)
            )
        return self._between[text, other]

    def partners(self, one: int, text: int) -> list[int]:
        """The clauses of `text` that treat what clause `one` treats, the likeliest first; none where none is."""
        line = self.line(one, text)
        found = np.flatnonzero(line >= TOUCHES)
        return [self.of_text(text)[at] for at in found[np.argsort(-line[found], kind="stable")]]

    def same(self, one: int, other: int) -> bool:
        """Do the two surely treat the same, and not only touch one another?"""
        return self.score(one, other) >= SAME


def lay(draft: Instrument, others: Sequence[Instrument]) -> Laid:
    """The articles of `draft` and `others`, weighed against each other.

    Words decide first (`evidence`), then where each two stand among all others (`standing`).
    """
    docs = (draft, *others)
    clauses = [clause for text, doc in enumerate(docs) for clause in clauses_to_pair(text, doc)]
    return Laid(tuple(clauses), tuple(doc.title for doc in docs))
