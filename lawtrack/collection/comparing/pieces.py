"""How much clauses have in common: subjects by rare pairs of characters, copied words by rare pieces. Plain numpy.

A pair of characters that stands in few clauses says what a clause is about; 应当 and 人民政府 say nothing. Copied words
are runs of at least `PIECE` characters; each character weighs by how rare it is, so that set phrases count little.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from lawtrack.law import run_expression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

PIECE: Final = 8
KEPT: Final = 8192
"""Texts whose pairs of characters are remembered: each is laid beside several others."""
_NOISE: Final = re.compile(r"[^一-鿿0-9A-Za-z]+")


def _codes(text: str) -> NDArray[np.uint32]:
    """The letters and characters of a text as numbers; references to provisions say nothing about a subject."""
    plain = _NOISE.sub("", run_expression().sub("", text))
    return np.frombuffer(plain.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _pairs(codes: NDArray[np.uint32]) -> NDArray[np.uint64]:
    return (codes[:-1].astype(np.uint64) << np.uint64(32)) | codes[1:].astype(np.uint64)


@lru_cache(maxsize=KEPT)
def grams(text: str, size: int = 2) -> NDArray[np.uint64]:
    """The different pairs of characters of a text as numbers; with `size` 1 its characters.

    >>> len(grams("公园公园"))
    2
    """
    codes = _codes(text)
    if size == 1:
        return np.unique(codes.astype(np.uint64))
    return np.unique(_pairs(codes)) if len(codes) > 1 else np.empty(0, np.uint64)


@lru_cache(maxsize=KEPT)
def repeated(text: str) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """The pairs of characters that a text has more than once, as numbers, and how often: they are what it is about.

    >>> repeated("犬只登记由登记机关办理")[1].tolist()
    [2]
    """
    codes = _codes(text)
    if len(codes) < 2:
        return np.empty(0, np.uint64), np.empty(0, np.int64)
    pairs, counts = np.unique(_pairs(codes), return_counts=True)
    return pairs[counts > 1], counts[counts > 1]


def _pieces(codes: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """A number for each run of PIECE characters (a polynomial modulo 2**64)."""
    if len(codes) < PIECE:
        return np.empty(0, dtype=np.uint64)
    pieces = np.zeros(len(codes) - PIECE + 1, dtype=np.uint64)
    for at in range(PIECE):
        pieces = pieces * np.uint64(1_000_003) + codes[at : at + len(pieces)].astype(np.uint64)
    return pieces


class Likeness:
    """Clauses laid side by side.

    >>> laid = Likeness(["养犬人应当为犬只登记", "禁止燃放烟花爆竹", "犬只登记由养犬人办理"])
    >>> bool(laid.alike[0, 2] > laid.alike[0, 1])
    True
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self.codes = [_codes(text) for text in texts]
        self.pairs = [_pairs(codes) if len(codes) > 1 else np.empty(0, np.uint64) for codes in self.codes]
        self._sets = [np.unique(pairs) for pairs in self.pairs]
        every = np.concatenate(self._sets) if self._sets else np.empty(0, np.uint64)
        self.known, counts = np.unique(every, return_counts=True)
        self.rarity = np.log((1 + len(texts)) / counts)

    @cached_property
    def alike(self) -> NDArray[np.float32]:
        """How alike each two are."""
        return self._alike(self._sets)

    def between(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """How alike each two of other texts are, which say nothing that the clauses do not: parts of them."""
        return self._alike([grams(text) for text in texts])

    def _alike(self, sets: Sequence[NDArray[np.uint64]]) -> NDArray[np.float32]:
        """Cosine of each two of some sets over the pairs that more than one of them has."""
        counts = np.zeros(len(self.known), dtype=np.int64)
        for pairs in sets:
            counts[np.searchsorted(self.known, pairs)] += 1
        shared = counts > 1
        place = np.cumsum(shared) - 1
        matrix = np.zeros((len(sets), int(shared.sum())), dtype=np.float32)
        norms = np.zeros(len(sets), dtype=np.float32)
        for row, pairs in enumerate(sets):
            at = np.searchsorted(self.known, pairs)
            norms[row] = float(np.sqrt(np.sum(self.rarity[at] ** 2)))
            kept = at[shared[at]]
            matrix[row, place[kept]] = self.rarity[kept]
        product: NDArray[np.float32] = matrix @ matrix.T
        scale = np.outer(norms, norms)
        return np.divide(product, scale, out=np.zeros_like(product), where=scale > 0)

    def copied(self, one: int, others: Sequence[int]) -> float:
        """The share of clause `one` that stands word for word in one of `others`, rare words weighing more: 0 to 1."""
        codes = self.codes[one]
        if len(codes) < PIECE or not others:
            return 0.0
        there = np.unique(np.concatenate([_pieces(self.codes[other]) for other in others]))
        hits = np.isin(_pieces(codes), there)
        covered = np.zeros(len(codes), dtype=bool)
        for at in range(PIECE):
            covered[at : at + len(hits)] |= hits
        rarity = self.rarity[np.searchsorted(self.known, self.pairs[one])]
        weights = np.append(rarity, rarity[-1:]) if len(rarity) else np.ones(len(codes))
        total = float(weights.sum())
        return float(weights[covered].sum()) / total if total else float(covered.mean())
