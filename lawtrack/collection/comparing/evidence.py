"""What the words of two texts say about which of their clauses treat the same.

Everything is a matrix: a row for each clause of one text, a column for each of the other. A pair of characters says the
more, the fewer clauses of both texts have it; in penalties, which share their set phrases, the fewer penalties have it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from lawtrack.collection.comparing.clauses import SPECIAL, Clause
from lawtrack.collection.comparing.pieces import grams, repeated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Matrix = NDArray[np.floating[Any]]

FEW: Final = 60
"""Texts of fewer clauses than this cannot tell what is rare: each word says what it would in so many."""
OWN: Final = 4.0
"""Added to what a short beginning says, so that hardly anything is no large part of very little."""
OF_BOTH: Final = 6.0
"""Added to what two clauses say, for the same reason."""
OF_PART: Final = 20.0
"""Added to what a paragraph says, for the same reason."""
OF_TOPIC: Final = 5.0
"""Added to the square of what two clauses repeat, for the same reason."""
LEAST: Final = 15
"""Characters of a paragraph or item that can tell what it treats."""
_HEAD: Final = re.compile(r"[^，。；：\n]*")
_TITLE: Final = re.compile(r"《[^《》\n]*》")


class Said(NamedTuple):
    """What the words of each two clauses say, each a matrix, or what each is worth.

    `alike`: what part of what they say they share; `characters`: how alike they are character by character; `topic`: how
    alike they are in the words that each says more than once; `heads`: what part of the words with which either begins
    stands in the other; `purpose`: both are the one clause that a text has for
    something, less where it has several; `apart`: just one of them is; `punishing`: just one is a penalty; `distance`: how
    far apart they stand.
    """

    alike: Matrix | float
    characters: Matrix | float
    topic: Matrix | float
    heads: Matrix | float
    purpose: Matrix | float
    apart: Matrix | float
    punishing: Matrix | float
    distance: Matrix | float


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the words of two texts say: of each two clauses (`said`), and of the words themselves.

    `shared` is how much two clauses share, in all; `parts` tells how much more a paragraph or item of one clause is like the
    other clause than like any other. `mine` and `theirs` say which clause has which of the words that both texts have,
    `worth` what each word says, `alone` what each clause of either text says in all.
    """

    said: Said
    shared: Matrix
    parts: Matrix
    mine: Matrix
    theirs: Matrix
    worth: NDArray[np.floating[Any]]
    alone: tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]


def evidence(mine: Sequence[Clause], theirs: Sequence[Clause], renamed: Callable[[str], str]) -> Evidence:
    """What the words of two texts, neither empty, say about their clauses; `renamed` gives theirs the name of our subject."""
    one, other = (
        [_plain(clause.subject) for clause in mine],
        [_plain(renamed(clause.subject)) for clause in theirs],
    )
    words = _Words([grams(text) for text in one], [grams(text) for text in other])
    begins = [_begin(clause) for clause in mine], [renamed(_begin(clause)) for clause in theirs]
    parts = _parts(mine, _plain), _parts(theirs, lambda text: _plain(renamed(text)))
    penal = (
        np.array([clause.role == "penalty" for clause in mine]),
        np.array([clause.role == "penalty" for clause in theirs]),
    )
    told = _told(words, words.worth, begins, parts)
    if penal[0].sum() + penal[1].sum() > 1:
        stricter = _told(words, words.among(*penal), begins, parts)
        either = penal[0][:, None] | penal[1][None]
        told = _Told(*(np.where(either, strict, plain) for strict, plain in zip(stricter, told, strict=True)))
    single = _Words([grams(text, 1) for text in one], [grams(text, 1) for text in other])
    roles = np.array([clause.role for clause in mine]), np.array([clause.role for clause in theirs])
    same = roles[0][:, None] == roles[1][None]
    special = np.isin(roles[0], SPECIAL), np.isin(roles[1], SPECIAL)
    places = (np.arange(len(mine)) + 0.5) / len(mine), (np.arange(len(theirs)) + 0.5) / len(theirs)
    said = Said(
        alike=told.alike,
        characters=single.cosine(),
        topic=_topic(words, one, other),
        heads=told.heads,
        purpose=_number(same & special[0][:, None]) / np.sqrt(np.outer(*(_alike(each) for each in roles))),
        apart=_number((special[0][:, None] | special[1][None]) & ~same),
        punishing=_number(penal[0][:, None] ^ penal[1][None]),
        distance=np.abs(places[0][:, None] - places[1][None]).astype(np.float32),
    )
    return Evidence(
        said, told.shared, told.parts, words.mine, words.theirs, words.common, words.totals(words.worth)
    )


class _Told(NamedTuple):
    """What is shared in all and as a part of both, what of the beginnings stands in the other, the lead of a part."""

    shared: Matrix
    alike: Matrix
    heads: Matrix
    parts: Matrix


class _Words:
    """The pairs of characters (or characters) of two texts: which clause has which, and what each says."""

    def __init__(self, mine: Sequence[NDArray[np.uint64]], theirs: Sequence[NDArray[np.uint64]]) -> None:
        self.sizes = len(mine), len(theirs)
        self.ids, self.owners = np.concatenate([*mine, *theirs]), _owners([*mine, *theirs])
        self.known, self.at, counts = np.unique(self.ids, return_inverse=True, return_counts=True)
        self.counts = counts
        self.worth = _rarity(counts, sum(self.sizes))
        here, there = np.zeros(len(self.known), bool), np.zeros(len(self.known), bool)
        here[self.at[self.owners < len(mine)]] = True
        there[self.at[self.owners >= len(mine)]] = True
        self.both = here & there
        self.place = np.cumsum(self.both) - 1
        self.mine, self.theirs = self.table(mine), self.table(theirs)
        self.common = self.worth[self.both]

    def table(self, sets: Sequence[NDArray[np.uint64]]) -> Matrix:
        """1 where a set (a row) has a word that both texts have (a column)."""
        ids, owners = np.concatenate(sets) if sets else np.empty(0, np.uint64), _owners(sets)
        at = np.minimum(np.searchsorted(self.known, ids), max(len(self.known) - 1, 0))
        kept = (
            np.flatnonzero((self.known[at] == ids) & self.both[at])
            if len(self.known)
            else np.empty(0, np.int64)
        )
        table = np.zeros((len(sets), int(self.both.sum())), dtype=np.float32)
        table[owners[kept], self.place[at[kept]]] = 1
        return table

    def among(self, mine: NDArray[np.bool_], theirs: NDArray[np.bool_]) -> NDArray[np.floating[Any]]:
        """What each word says, where those clauses are of one kind and share its phrases."""
        kind = np.concatenate([mine, theirs])[self.owners]
        counts = np.bincount(self.at[kind], minlength=len(self.known))
        within = _rarity(np.maximum(counts, 1), int(mine.sum() + theirs.sum()), least=0)
        return np.where(counts > 0, np.minimum(self.worth, within), self.worth)

    def totals(
        self, worth: NDArray[np.floating[Any]], power: int = 1
    ) -> tuple[NDArray[np.floating[Any]], NDArray[np.floating[Any]]]:
        """What each clause of either text says in all."""
        total = np.bincount(self.owners, weights=worth[self.at] ** power, minlength=sum(self.sizes)).astype(
            np.float32
        )
        return total[: self.sizes[0]], total[self.sizes[0] :]

    def cosine(self) -> Matrix:
        """How alike each two clauses are."""
        mine, theirs = self.totals(self.worth, 2)
        return _over((self.mine * self.common**2) @ self.theirs.T, np.sqrt(np.outer(mine, theirs)))


def _told(
    words: _Words,
    worth: NDArray[np.floating[Any]],
    begins: tuple[list[str], list[str]],
    parts: tuple[tuple[list[int], list[str]], tuple[list[int], list[str]]],
) -> _Told:
    """What two texts share by what the words are worth: of clauses, of their beginnings, of their parts."""
    common = worth[words.both]
    shared = (words.mine * common) @ words.theirs.T
    alike = shared / np.sqrt(np.outer(*words.totals(worth)) + OF_BOTH**2)
    ours, others = [grams(text) for text in begins[0]], [grams(text) for text in begins[1]]
    heads = (
        _over((words.table(ours) * common) @ words.theirs.T, _all(words, worth, ours)[:, None] + OWN)
        + _over((words.mine * common) @ words.table(others).T, _all(words, worth, others)[None] + OWN)
    ) / 2
    mine, theirs = (np.sqrt(total) for total in words.totals(worth, 2))
    of_theirs = _of_parts(words, worth, parts[1], words.mine, mine)
    of_mine = _of_parts(words, worth, parts[0], words.theirs, theirs).T
    return _Told(np.log1p(shared), alike, heads, np.maximum(of_theirs, of_mine))


def _topic(words: _Words, one: Sequence[str], other: Sequence[str]) -> Matrix:
    """How alike each two clauses are in what each says more than once, the oftener the more."""
    sets = [[repeated(text) for text in texts] for texts in (one, other)]
    ids = [np.concatenate([pairs for pairs, _ in each]) for each in sets]
    both = np.unique(ids[0][np.isin(ids[0], ids[1])])
    tables, norms = [], []
    for each, pairs in zip(sets, ids, strict=True):
        owners = _owners([own for own, _ in each])
        often = np.log1p(np.concatenate([counts for _, counts in each]))
        said = (words.worth[np.searchsorted(words.known, pairs)] * often).astype(np.float32)
        shared = np.isin(pairs, both)
        table = np.zeros((len(each), len(both)), dtype=np.float32)
        table[owners[shared], np.searchsorted(both, pairs[shared])] = said[shared]
        tables.append(table)
        norms.append(np.sqrt(np.bincount(owners, said**2, len(each)) + OF_TOPIC).astype(np.float32))
    return _over(tables[0] @ tables[1].T, np.outer(*norms))


def _of_parts(
    words: _Words,
    worth: NDArray[np.floating[Any]],
    parts: tuple[list[int], list[str]],
    whole: Matrix,
    norms: NDArray[np.floating[Any]],
) -> Matrix:
    """By how much a clause (a row) leads all others before a part of another clause (a column), the most of its parts."""
    owners, texts = parts
    sets = [grams(text) for text in texts]
    squares = np.sqrt(_all(words, worth, sets, 2))
    alike = _over((whole * worth[words.both] ** 2) @ words.table(sets).T, np.outer(norms, squares) + OF_PART)
    ahead = lead(alike, axis=0)
    starts = np.flatnonzero(np.diff(owners, prepend=-1))
    most: Matrix = np.maximum.reduceat(ahead, starts, axis=1).astype(np.float32)
    return most


def lead(values: Matrix, axis: int, nothing: float = 0.0) -> Matrix:
    """By how much each value leads the best of the others on its line; behind it, less than 0.

    >>> lead(np.array([[3.0, 1.0], [2.0, 2.5]], dtype=np.float32), axis=1).tolist()
    [[2.0, -2.0], [-0.5, 0.5]]
    """
    return values - best_other(values, axis, nothing)


def best_other(values: Matrix, axis: int, nothing: float = 0.0) -> Matrix:
    """The best of the other values on the same line, `nothing` where there is none.

    >>> best_other(np.array([[3.0, 1.0, 2.0]], dtype=np.float32), axis=1).tolist()
    [[2.0, 3.0, 3.0]]
    """
    if values.shape[axis] < 2:
        return np.full_like(values, nothing)
    two = np.partition(values, [-2, -1], axis=axis)
    second, first = np.take(two, [-2], axis=axis), np.take(two, [-1], axis=axis)
    return np.where(values >= first, second, first)


def _all(
    words: _Words, worth: NDArray[np.floating[Any]], sets: Sequence[NDArray[np.uint64]], power: int = 1
) -> NDArray[np.floating[Any]]:
    """What each set of words says in all, those that only one of the texts has too."""
    ids, owners = np.concatenate(sets) if sets else np.empty(0, np.uint64), _owners(sets)
    at = np.minimum(np.searchsorted(words.known, ids), max(len(words.known) - 1, 0))
    found = np.flatnonzero(words.known[at] == ids) if len(words.known) else np.empty(0, np.int64)
    said = worth[at[found]] ** power
    return np.bincount(owners[found], weights=said, minlength=len(sets)).astype(np.float32)


def _rarity(counts: NDArray[np.int64], total: int, least: int = FEW) -> NDArray[np.floating[Any]]:
    return np.log((1 + max(total, least)) / counts).astype(np.float32)


def _alike(roles: NDArray[np.str_]) -> NDArray[np.int64]:
    """How many clauses of the text are there for what each is there for."""
    _, at, counts = np.unique(roles, return_inverse=True, return_counts=True)
    return np.asarray(counts[at])


def _owners(sets: Sequence[NDArray[np.uint64]]) -> NDArray[np.int64]:
    return np.repeat(np.arange(len(sets)), [len(each) for each in sets])


def _over(above: Matrix, below: Matrix) -> Matrix:
    return np.divide(above, below, out=np.zeros_like(above), where=below > 0)


def _number(truth: NDArray[np.bool_]) -> Matrix:
    return truth.astype(np.float32)


def _plain(text: str) -> str:
    """Without the titles of other laws: two clauses that name one law need not treat the same."""
    return _TITLE.sub("", text)


def _begin(clause: Clause) -> str:
    """The words down to the first comma: they say what it is about."""
    match = _HEAD.match(_plain(clause.words))
    return match[0] if match else ""


def _parts(clauses: Sequence[Clause], made: Callable[[str], str]) -> tuple[list[int], list[str]]:
    """The paragraphs and items of clauses, in order, with the place of their clause; of a penalty what it punishes."""
    owners: list[int] = []
    texts: list[str] = []
    for at, clause in enumerate(clauses):
        each = [made(part) for part in clause.parts]
        kept = [part for part in each if len(part) >= LEAST] or each
        owners += [at] * len(kept)
        texts += kept
    return owners, texts
