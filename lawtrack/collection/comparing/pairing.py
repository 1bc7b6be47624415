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
from lawtrack.collection.working import spread
from lawtrack.law import Instrument, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from concurrent.futures import Executor

    from numpy.typing import NDArray

    Matrix = NDArray[np.floating[Any]]

SAME: Final = 0.8
"""So likely must it be that a reader lays two clauses side by side, for them to be shown as treating the same."""
TOUCHES: Final = 0.55
"""So likely, to be shown as clauses that touch one another."""
FEW: Final = 10
"""Among so many texts each tells of the others; among more, which are no cities on one subject, it would take too long."""


@dataclass(frozen=True)
class Laid:
    """The clauses of a draft (text 0) and of other instruments, and how likely each two treat the same.

    Of the texts the first `shown` are laid side by side; those behind them (earlier versions) only tell of the others.
    """

    clauses: tuple[Clause, ...]
    titles: tuple[str, ...]
    shown: int
    _direct: dict[tuple[int, int], Matrix] = field(default_factory=dict, repr=False)
    _between: dict[tuple[int, int], Matrix] = field(default_factory=dict, repr=False)

    @cached_property
    def likeness(self) -> Likeness:
        """What the clauses that are shown have in common word for word."""
        return Likeness([clause.words for clause in self.clauses if clause.text < self.shown])

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

    def line(self, one: int, text: int) -> Matrix:
        """How likely it is of one clause and each clause of a text, in order, that a reader lays the two side by side."""
        own = self.clauses[one].text
        at = one - self.of_text(own)[0]
        if own == text:
            return np.zeros(len(self.of_text(text)), dtype=np.float32)
        line: Matrix = self.between(own, text)[at]
        return line

    def between(self, text: int, other: int) -> Matrix:
        """How likely each clause of a text (a row) and of another (a column) are to treat the same."""
        if text > other:
            return self.between(other, text).T
        if (text, other) not in self._between:
            every = range(len(self.titles)) if len(self.titles) <= FEW else ()
            thirds = (third for third in every if third not in (text, other))
            ways = ((self.direct(text, third), self.direct(third, other)) for third in thirds)
            self._between[text, other] = raised(self.direct(text, other), ways)
        return self._between[text, other]

    def direct(self, text: int, other: int) -> Matrix:
        """How likely that is by these two texts alone."""
        if text > other:
            return self.direct(other, text).T
        if (text, other) not in self._direct:
            mine, theirs = ([self.clauses[at] for at in self.of_text(each)] for each in (text, other))
            self._direct[text, other] = _likely(mine, theirs, self.titles[text], self.titles[other])
        return self._direct[text, other]

    def partners(self, one: int, text: int) -> list[int]:
        """The clauses of `text` that treat what clause `one` treats, the likeliest first; none where none is."""
        line = self.line(one, text)
        found = np.flatnonzero(line >= TOUCHES)
        return [self.of_text(text)[at] for at in found[np.argsort(-line[found], kind="stable")]]

    def same(self, one: int, other: int) -> bool:
        """Do the two surely treat the same, and not only touch one another?"""
        return self.score(one, other) >= SAME


def raised(direct: Matrix, ways: Iterable[tuple[Matrix, Matrix]]) -> Matrix:
    """How likely two clauses treat the same, where a clause of a third text may treat the same as both.

    Each of the `ways` is how likely that is of the first text and a third, and of the third and the second. What the third
    says counts as much as what the two say themselves, and only for them: two cities can each have a part of its topic.

    >>> one = np.array([[0.4, 0.1]], dtype=np.float32)
    >>> raised(one, [(np.array([[1.0]], dtype=np.float32), np.array([[0.8, 0.0]], dtype=np.float32))]).round(2).tolist()
    [[0.6000000238418579, 0.10000000149011612]]
    """
    through = np.zeros_like(direct)
    for here, there in ways:
        for at in range(here.shape[1]):
            np.maximum(through, np.outer(here[:, at], there[at]), out=through)
    return np.maximum(direct, (direct + through) / 2)


def lay(
    draft: Instrument,
    others: Sequence[Instrument],
    thirds: Sequence[Instrument] = (),
    executor: Executor | None = None,
) -> Laid:
    """The articles of `draft` and `others`, weighed against each other.

    Words decide first (`evidence`), then where each two stand among all others (`standing`), then what stands between them
    in the other texts and in `thirds`, which are not shown (`raised`): as many texts as are a `FEW`. `executor` weighs two
    texts a worker.
    """
    shown = 1 + len(others)
    docs = (draft, *others, *thirds[: max(0, FEW - shown)])
    clauses = [clause for text, doc in enumerate(docs) for clause in clauses_to_pair(text, doc)]
    sides = range(shown if len(docs) <= FEW else 1) if executor else ()
    pairs = [(text, other) for text in sides for other in range(text + 1, len(docs))]
    weighed = spread(_of_two, [(docs[text].text, docs[other].text) for text, other in pairs], executor)
    return Laid(
        tuple(clauses), tuple(doc.title for doc in docs), shown, dict(zip(pairs, weighed, strict=True))
    )


def _of_two(text: str, other: str) -> Matrix:
    """How likely each two clauses of two texts treat the same; runs in a worker, which sends back numbers."""
    one, there = parse(text), parse(other)
    return _likely(clauses_to_pair(0, one), clauses_to_pair(1, there), one.title, there.title)


def _likely(mine: Sequence[Clause], theirs: Sequence[Clause], title: str, other: str) -> Matrix:
    if not mine or not theirs:
        return np.zeros((len(mine), len(theirs)), dtype=np.float32)
    chapters = [clause.chapter for clause in mine], [clause.chapter for clause in theirs]
    return likelihood(evidence(mine, theirs, one_subject(title, other)), chapters)
