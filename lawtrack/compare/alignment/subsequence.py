"""The heaviest chain of pairs that keeps the order of both sides."""

from __future__ import annotations

from operator import itemgetter, lt
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CHANCE: Final = 0.15
"""Unrelated articles of one instrument share this much; beyond it, two clear pairs outweigh three doubtful ones."""


class Pair(NamedTuple):
    """An old and a new unit, by index, and how alike they are, 0 to 1.

    >>> Pair(0, 1, 0.9).old
    0
    """

    old: int
    new: int
    similarity: float


def between(chain: Sequence[Pair], sizes: tuple[int, int]) -> Iterator[tuple[range, range]]:
    """The old and the new units between each two of a chain, before it and behind it, where both sides have some.

    >>> list(between([Pair(0, 1, 0.9), Pair(2, 3, 0.9)], (5, 4)))
    [(range(1, 2), range(2, 3))]
    """
    old = new = 0
    for i, j, _ in [*chain, Pair(*sizes, 1.0)]:
        if old < i and new < j:
            yield range(old, i), range(new, j)
        old, new = i + 1, j + 1


def weighted_increasing_subsequence(pairs: list[Pair]) -> list[Pair]:
    """The pairs, rising on both sides, with the greatest total similarity beyond chance.

    O(k log k) for k pairs, by a Fenwick tree of maxima over the new units.

    >>> weighted_increasing_subsequence([Pair(0, 1, 0.9), Pair(1, 0, 0.5), Pair(2, 2, 0.9)])
    [Pair(old=0, new=1, similarity=0.9), Pair(old=2, new=2, similarity=0.9)]
    """
    if len(pairs) < 2:
        return list(pairs)
    ordered = sorted(pairs, key=itemgetter(1), reverse=True)
    ordered.sort(
        key=itemgetter(0)
    )  # of one old unit the last new one comes first: no two of its pairs make a chain
    olds, news = [pair.old for pair in ordered], [pair.new for pair in ordered]
    if all(map(lt, olds, olds[1:])) and all(map(lt, news, news[1:])):
        return ordered
    width = 1 + max(pair.new for pair in pairs)
    totals, before = [0.0] * len(ordered), [-1] * len(ordered)
    best = [-1] * (width + 1)  # for each stretch of new units, the heaviest chain that ends in it
    for k, pair in enumerate(ordered):
        top, at = -1, pair.new
        while at > 0:
            if best[at] >= 0 and (top < 0 or totals[best[at]] > totals[top]):
                top = best[at]
            at -= at & -at
        before[k] = top
        totals[k] = (totals[top] if top >= 0 else 0.0) + max(pair.similarity - CHANCE, 0.01)
        at = pair.new + 1
        while at <= width:
            if best[at] < 0 or totals[k] > totals[best[at]]:
                best[at] = k
            at += at & -at
    k = max(range(len(ordered)), key=lambda index: (totals[index], -index))
    chain = []
    while k >= 0:
        chain.append(ordered[k])
        k = before[k]
    return chain[::-1]
