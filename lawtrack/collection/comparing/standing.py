"""Where two clauses stand among the others, as evidence: whether they have rivals, and sure pairs for neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from lawtrack.collection.comparing.evidence import Evidence, Said, best_other

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Matrix = NDArray[np.floating[Any]]

REACH: Final = 2
"""So many clauses away another pair still speaks for one."""
SURE: Final = 9.0
"""No more log-odds than this, either way, come of words alone."""
AHEAD: Final = 6.0
"""A lead of more than this says no more."""
OWN: Final = 6.0
"""Added to what the words say that a rival has not: hardly anything is no large part of very little."""
FAR: Final = 0.3
"""Added to the sure pairs of a chapter, for the same reason."""


class Standing(NamedTuple):
    """What the others say about each two clauses, each a matrix, or what each is worth.

    `lead`: before the rivals of both; `taken`: both have a likelier one; `rank`: how many are likelier; `side`: one of
    them goes with a neighbour of the other; `company`: sure pairs stand near; `chapter`: their chapters go together;
    `kin`: how much the two texts have in common; `left`, `left_of_less`: what part of their words is shared that their
    rivals have not, of both and of the one of which less is; `parts`: a paragraph of one is like the other before all; then
    what the words say, once more.
    """

    lead: Matrix | float
    taken: Matrix | float
    rank: Matrix | float
    side: Matrix | float
    company: Matrix | float
    chapter: Matrix | float
    kin: Matrix | float
    left: Matrix | float
    left_of_less: Matrix | float
    parts: Matrix | float
    shared: Matrix | float
    characters: Matrix | float
    topic: Matrix | float
    heads: Matrix | float
    purpose: Matrix | float
    apart: Matrix | float


BY_WORDS: Final = Said(
    alike=5.74,
    characters=9.16,
    topic=6.92,
    heads=3.28,
    purpose=5.03,
    apart=-0.293,
    punishing=-1.1,
    distance=-2,
)
WORDS_ALONE: Final = -5.50
BY_STANDING: Final = Standing(
    lead=0.258,
    taken=-1.67,
    rank=-0.367,
    side=0.431,
    company=1.18,
    chapter=0.445,
    kin=0.709,
    left=2.41,
    left_of_less=0.897,
    parts=8.44,
    shared=0.772,
    characters=1.56,
    topic=3.65,
    heads=3.32,
    purpose=1.77,
    apart=-0.431,
)
ALONE: Final = -4.90


def likelihood(told: Evidence, chapters: tuple[Sequence[str], Sequence[str]]) -> Matrix:
    """How likely it is, 0 to 1, that a reader lays each two clauses beside each other."""
    stands = standing(told, chapters, by_words(told.said))
    odds = ALONE + sum(weight * matrix for weight, matrix in zip(BY_STANDING, stands, strict=True))
    return _probability(np.asarray(odds, dtype=np.float32))


def by_words(said: Said) -> Matrix:
    """The log-odds of each two clauses by their words alone."""
    odds = WORDS_ALONE + sum(weight * matrix for weight, matrix in zip(BY_WORDS, said, strict=True))
    return np.clip(np.asarray(odds, dtype=np.float32), -SURE, SURE)


def standing(told: Evidence, chapters: tuple[Sequence[str], Sequence[str]], odds: Matrix) -> Standing:
    """What stands around each two clauses, seen from how likely each two are by their words alone (log-odds)."""
    said = told.said
    likely = _probability(odds)
    ahead = [np.clip(odds - best_other(odds, axis, -SURE), -AHEAD, AHEAD) for axis in (1, 0)]
    rivals = [best_other(likely, axis) for axis in (1, 0)]
    best = (likely >= likely.max(axis=1, keepdims=True)) & (likely >= likely.max(axis=0, keepdims=True))
    sure = np.where(best, likely, 0).astype(np.float32)
    left = _left(odds, told.mine, told.theirs, told.worth, told.alone[0])
    back = _left(odds.T, told.theirs, told.mine, told.worth, told.alone[1]).T
    return Standing(
        lead=np.minimum(*ahead),
        taken=np.minimum(*rivals),
        rank=_rank(odds, 1) + _rank(odds, 0),
        side=_near(likely, [(0, 1), (0, -1), (1, 0), (-1, 0)]),
        company=company(sure),
        chapter=_chapters(sure, chapters),
        kin=np.full_like(likely, max(likely.max(axis=axis).mean() for axis in (0, 1))),
        left=left + back,
        left_of_less=np.minimum(left, back),
        parts=told.parts,
        shared=told.shared,
        characters=said.characters,
        topic=said.topic,
        heads=said.heads,
        purpose=said.purpose,
        apart=said.apart,
    )


def company(sure: Matrix) -> Matrix:
    """For each pair of two texts the most that a sure pair up to `REACH` away in both says for it.

    Against the order of the texts it says less.

    >>> company(np.array([[0.5, 0.0], [0.0, 0.25]], dtype=np.float32)).tolist()
    [[0.25, 0.5], [0.5, 0.5]]
    """
    rows, columns = sure.shape
    padded = np.pad(sure, REACH)
    steps = [(down, on) for down in range(-REACH, REACH + 1) for on in range(-REACH, REACH + 1) if down or on]
    said = np.zeros_like(sure)
    for down, on in steps:
        there = padded[REACH + down : REACH + down + rows, REACH + on : REACH + on + columns]
        weight = (1.0 if down * on >= 0 else 0.3) / max(abs(down), abs(on))
        np.maximum(said, weight * there, out=said)
    return said


def _near(likely: Matrix, steps: Sequence[tuple[int, int]]) -> Matrix:
    """The likeliest of the pairs so many clauses away."""
    rows, columns = likely.shape
    padded = np.pad(likely, 1)
    there = [padded[1 + down : 1 + down + rows, 1 + on : 1 + on + columns] for down, on in steps]
    near: Matrix = np.max(np.asarray(there), axis=0)
    return near


def _rank(odds: Matrix, axis: int) -> Matrix:
    """How many of the line are likelier, the more the less it matters."""
    order = np.argsort(-odds, axis=axis, kind="stable")
    return np.log1p(np.argsort(order, axis=axis, kind="stable")).astype(np.float32)


def _left(
    odds: Matrix,
    mine: Matrix,
    theirs: Matrix,
    worth: NDArray[np.floating[Any]],
    total: NDArray[np.floating[Any]],
) -> Matrix:
    """What part of the words of a clause (a row) that its likeliest other one has not stands in each (a column)."""
    rows = np.arange(len(odds))
    weighed = mine * worth

    def beside(rival: NDArray[np.int64] | None) -> Matrix:
        shared = weighed * theirs[rival] if rival is not None else np.zeros_like(weighed)
        own = total - shared.sum(axis=1)
        part: Matrix = ((weighed - shared) @ theirs.T) / (own[:, None] + OWN)
        return part

    order = np.argsort(-odds, axis=1, kind="stable")
    left = beside(order[:, 0])
    left[rows, order[:, 0]] = beside(order[:, 1] if odds.shape[1] > 1 else None)[rows, order[:, 0]]
    return left


def _chapters(sure: Matrix, chapters: tuple[Sequence[str], Sequence[str]]) -> Matrix:
    """What part of either chapter's other sure pairs go where this would: 0 to 2; 1 where there are no chapters."""
    if len(set(chapters[0])) < 2 and len(set(chapters[1])) < 2:
        return np.ones_like(sure)
    (names, one), (others, other) = (np.unique(list(each), return_inverse=True) for each in chapters)
    both = np.zeros((len(names), len(others)), dtype=np.float32)
    np.add.at(both, (one[:, None], other[None]), sure)
    here = both[np.ix_(one, other)] - sure
    mine, theirs = both.sum(axis=1)[one][:, None] - sure, both.sum(axis=0)[other][None] - sure
    chapter: Matrix = here / (mine + FAR) + here / (theirs + FAR)
    return chapter


def _probability(odds: Matrix) -> Matrix:
    likely: Matrix = 1 / (1 + np.exp(-odds))
    return likely
