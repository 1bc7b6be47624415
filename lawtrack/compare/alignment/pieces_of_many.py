"""What speaks for a piece where many units are left over: the pairs of characters of the clauses that it wins.

Most units of a complete revision are nobody's piece. So only those are weighed that share much with a whole of which
nothing that is known of it has as much.
"""

from __future__ import annotations

from math import log1p
from operator import mul
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.compare.alignment.absorbing import PENALTY
from lawtrack.compare.alignment.similarity import bigrams
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from lawtrack.compare.alignment.piece_places import Places


class Signs(NamedTuple):
    """What speaks for a piece: pairs that it wins or shares, shares of characters, where it stands, what kind of rule it is."""

    won_pairs: float
    pairs: float
    share: float
    head: float
    new_part: float
    between: float
    distance: float
    strange_kind: float


WEIGHTS: Final = Signs(
    won_pairs=2.17,
    pairs=0.32,
    share=3.44,
    head=2.51,
    new_part=0.13,
    between=1.06,
    distance=-4.45,
    strange_kind=-1.79,
)
BASE: Final = -4.42
ASKED: Final = 0.3  # log-odds at which a unit is a piece
LEAST: Final = 2.6  # as much as pairs of characters say, and nothing that is known of the whole has them
TELLS: Final = 0.3  # a clause that says less is nobody's
NEAR: Final = 2  # units on either side of one that may have a clause instead
RIVALS: Final = 4  # and units that are most like the whole
HARDLY: Final = 0.5  # what tells no more is no large part of very little
_CLAUSE: Final = compile_on_use(r"[,，。;；:：、\n]|\([一二三四五六七八九十]{1,3}\)|或者|以及|并且")
_HEAD: Final = compile_on_use("(?:违反[^,，。:：]{0,60}?规定[,，])?([^,，。:：;；\n]*)")


class ManyWeighing:
    """Weighs units that have no counterpart against wholes, where many are left over."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._clauses: dict[int, list[set[int]]] = {}
        self._rests: dict[int, tuple[AbstractSet[int], set[int]]] = {}

    def odds(self, k: int, whole: int) -> float | None:
        """The log-odds that unit `k` is a piece of a whole; None where hardly anything speaks for it."""
        signs = self.signs(k, whole, ASKED - BASE)
        return None if signs is None else BASE + sum(map(mul, WEIGHTS, signs))

    def forget(self, whole: int) -> None:
        """Another piece of a whole is known."""
        del self._rests[whole]

    def signs(self, k: int, whole: int, hope: float | None = None) -> Signs | None:
        """What speaks for unit `k` being a piece of a whole; None where that is hardly anything.

        `hope`: where even the most that it could win of clauses makes no more than this, they are not looked at.
        """
        places = self._places
        side, evidence = places.side, places.evidence
        weigh, own = evidence.weigh, side.parts[k]
        covered, rest = self._rest(whole)
        pairs = weigh(own & rest)
        if pairs < LEAST:
            return None
        words = side.own_texts[k]
        head = bigrams(_HEAD.match(words)[1]) - covered  # type: ignore[index]  # it matches anything
        signs = Signs(
            won_pairs=log1p(pairs),
            pairs=log1p(pairs),
            share=pairs / (weigh(own - covered) + HARDLY),
            head=weigh(head & rest) / (weigh(head & own) + HARDLY),
            new_part=weigh(rest) / evidence.says(whole, new=not places.new),
            between=float(places.is_between(k, whole)),
            distance=places.distance(k, whole),
            strange_kind=0.0,
        )
        if hope is not None and sum(map(mul, WEIGHTS, signs)) < hope:
            return None
        strange = (PENALTY.search(words) is None) != (PENALTY.search(side.texts[whole]) is None)
        return signs._replace(won_pairs=log1p(self._won(k, whole, rest)), strange_kind=float(strange))

    def _rest(self, whole: int) -> tuple[AbstractSet[int], set[int]]:
        """The pairs that stand in what a whole is known to have become, and those of the whole that don't."""
        known = self._rests.get(whole)
        if known is None:
            side = self._places.side
            covered = side.covered(whole)
            known = self._rests[whole] = covered, side.wholes[whole] - covered
        return known

    def _won(self, k: int, whole: int, rest: set[int]) -> float:
        """What pairs of the clauses of a whole say that are of `k` more than of anybody else."""
        side, weigh = self._places.side, self._places.evidence.weigh
        own, won = side.parts[k], 0.0
        new = own & rest
        rivals = [side.parts[at] for at in self._rivals(k, whole)]
        for pairs in self._clauses_of(whole):
            if not new.isdisjoint(pairs):
                mine = weigh(pairs & own)
                if mine > TELLS:
                    won += max(0.0, mine - max([weigh(pairs & other) for other in rivals], default=0.0))
        return won

    def _rivals(self, k: int, whole: int) -> set[int]:
        """What clauses of a whole may be of instead: what it became, what stands around `k`, what is most like it."""
        side = self._places.side
        found = set(side.known(whole))
        for step in (-1, 1):
            for at in range(k + step, k + step * (NEAR + 1), step):
                if at not in side.parts:
                    break
                found.add(at)
        found.update(self._places.evidence.neighbours[not self._places.new].get(whole, ())[:RIVALS])
        found.discard(k)
        return found

    def _clauses_of(self, whole: int) -> list[set[int]]:
        """The pairs of characters of each clause of a whole."""
        known = self._clauses.get(whole)
        if known is None:
            clauses = _CLAUSE.split(self._places.side.texts[whole])
            known = self._clauses[whole] = [bigrams(words) for words in clauses if len(words) > 1]
        return known
