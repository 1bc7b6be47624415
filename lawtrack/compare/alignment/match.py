"""Which units were found to be versions or pieces of one another, as it grows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lawtrack.compare.alignment.subsequence import Pair, between, weighted_increasing_subsequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


@dataclass(slots=True)
class Match:
    """The pairs by their new unit, and for a piece of another's partner the unit that it is a piece of."""

    pairs: dict[int, Pair] = field(default_factory=dict)
    back: dict[int, int] = field(default_factory=dict)
    """Old unit → its new one."""
    split: dict[int, int] = field(default_factory=dict)
    """New unit → the old one that it was cut from."""
    merged: dict[int, int] = field(default_factory=dict)
    """Old unit → the new one that it went into."""
    in_place: set[tuple[int, int]] = field(default_factory=set)
    """What is paired by its place more than by its words."""
    doubtful: set[tuple[int, int]] = field(default_factory=set)
    """What may well be two articles that have nothing to do with one another."""
    opposite: set[tuple[int, int]] = field(default_factory=set)
    """What has no partner and stands alone against one another in one place: it may be one unit in wholly other words."""
    apart: set[tuple[int, int]] = field(default_factory=set)
    """What shares only what is said of many: no piece of one another, wherever it stands."""
    rituals: set[tuple[int, int]] = field(default_factory=set)
    """What of this shares only a ritual, while its topic stands in another: not even its place makes one of them."""

    def take(self, pairs: Iterable[Pair]) -> None:
        """Take pairs whatever they displace."""
        for pair in pairs:
            self.pairs[pair.new] = pair
            self.back[pair.old] = pair.new

    def leave(self, i: int, j: int) -> None:
        """Let the two of a pair have no partners again."""
        del self.pairs[j], self.back[i]
        self.in_place.discard((i, j))
        self.doubtful.discard((i, j))

    def take_free(self, pairs: Iterable[Pair]) -> None:
        """Take pairs wherever they stand, first come, first served."""
        for pair in pairs:
            if self.is_free(pair.old, pair.new):
                self.take([pair])

    def is_free(self, i: int, j: int) -> bool:
        """Have neither old unit `i` nor new unit `j` a partner or a whole?"""
        return self.lacks_new(i) and self.lacks_old(j)

    def lacks_new(self, i: int) -> bool:
        """Is old unit `i` without a partner, and no piece of another?"""
        return i not in self.back and i not in self.merged

    def lacks_old(self, j: int) -> bool:
        """Is new unit `j` without a partner, and no piece of another?"""
        return j not in self.pairs and j not in self.split

    def partners(self, i: int, j: int) -> tuple[int | None, int | None]:
        """The old unit that new unit `j` is of, and the new one that old unit `i` is."""
        return self.pairs[j].old if j in self.pairs else None, self.back.get(i)

    def chain(self) -> list[Pair]:
        """The heaviest chain of pairs that keeps the order."""
        return weighted_increasing_subsequence(list(self.pairs.values()))

    def out_of_order(self) -> set[int]:
        """The new units that stand elsewhere than their partners did: all but the heaviest chain."""
        return set(self.pairs).difference([pair.new for pair in self.chain()])

    def gaps(
        self, sizes: tuple[int, int], chain: Sequence[Pair] | None = None
    ) -> Iterator[tuple[list[int], list[int]]]:
        """The old and the new units that are left between consecutive pairs of the chain, where both sides have some."""
        chain = self.chain() if chain is None else chain
        for olds, news in between(chain, sizes):
            left_old, left_new = list(filter(self.lacks_new, olds)), list(filter(self.lacks_old, news))
            if left_old and left_new:
                yield left_old, left_new
