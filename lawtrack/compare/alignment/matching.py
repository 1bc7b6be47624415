"""Which units are versions of one another, the clear pairs first: the doubtful takes what the clear has left.

Three things lay claim to a unit that is left over: a partner that stands where it stood, a partner somewhere else, and
another's partner that it was cut from or drawn into. All are weighed by one measure, the log-odds of `placing`, and the
strongest claim comes first, so that half an article is not lost to a poor partner of its own, nor an article to a
better one that has a better one still. What is left then and stands alone in its place is paired by that.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise, product
from math import exp, log
from typing import TYPE_CHECKING, Final

from lawtrack.compare.alignment.evidence import Evidence
from lawtrack.compare.alignment.placing import Placing
from lawtrack.compare.alignment.similarity import bigrams
from lawtrack.compare.alignment.splitting import Side, find_pieces, find_remainders
from lawtrack.compare.alignment.subsequence import Pair, weighted_increasing_subsequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lawtrack.compare.alignment.context import Context
    from lawtrack.compare.alignment.similarity import Similarity

CLEAR: Final = 0.70  # so much of both in common leaves no doubt
SURE: Final = 3.0  # log-odds by words alone at which a pair is taken before all others
TRUST: Final = 1 / 3  # how likely a pair or a piece has to be, with its place, to be taken
RAISE: Final = 90  # for each unit that chance is above the usual, so much more is asked
USUAL: Final = 0.12
MOVED: Final = 2.5  # of a unit that stands elsewhere where all that is sure has kept its order
MOVED_TOO: Final = 1.0  # and where something has not
FEW: Final = 1.5  # and where few units are left, which have no rivals to show how little a lead means
WHOLE_PIECE: Final = 0.42  # so much of a piece stands in the whole beside it nearly as it is
WHOLE_PIECE_ELSEWHERE: Final = 0.60  # and in a whole that stands elsewhere
CANDIDATES: Final = 6  # likely partners weighed for each old unit
ORIGINS: Final = 2  # and for each new one
ECHO: Final = 0.9  # a piece beside what its whole became has a little at least that this one has not
CARRIED_OFF: Final = 1.4  # of a piece that stands elsewhere, so much more is asked: few are carried off
PIECE: Final = 0.08  # and of its own words so much has to stand in the whole
PIECE_OF_FEW: Final = 0.4  # and where few units are left, which cannot tell set phrases from others
REPEATED: Final = 0.7  # what shares more of it with the whole's partner too only borrows from the whole
OWN: Final = 0.7  # but for a twin of the partner, of whose own words so many stand in the whole
REWRITTEN: Final = 0.28  # of all their words two units share so much that they alone are left in their place
HOPELESS: Final = -3.0  # log-odds by words that no place makes up for
GAP: Final = 64  # so many pairs between two aligned ones are all weighed, of more the likely
ALONE: Final = (
    2.0  # what it adds to the log-odds of two units that they alone are left between the same two pairs
)


class Matching:
    """The pairs by their new unit, and for a piece of another's partner the unit that it is a piece of."""

    def __init__(
        self,
        sizes: tuple[int, int],
        anchors: list[Pair],
        alike: Similarity,
        context: Context | None = None,
        others: Sequence[str] = (),
        trust: float = TRUST,
    ) -> None:
        self.sizes, self.alike, self.context = sizes, alike, context
        self.pairs: dict[int, Pair] = {}
        self.back: dict[int, int] = {}  # old unit → its new one
        self.split: dict[int, int] = {}  # new unit → the old one that it was cut from
        self.merged: dict[int, int] = {}  # old unit → the new one that it went into
        self.in_place: set[tuple[int, int]] = set()  # what is paired by its place more than by its words
        self.evidence = Evidence(alike, _candidates(alike, context), [bigrams(words) for words in others])
        least = log(trust / (1 - trust))
        self.asked = least + RAISE * max(0.0, self.evidence.chance - USUAL) + FEW * alike.few
        weigh = self.evidence.by_words
        first: Placing | None = None
        if alike.few:  # where words alone hardly tell, the place of each is looked at from the first
            self._take(weighted_increasing_subsequence(anchors))
            self._take_moved(anchors)
            first = Placing(sizes, self.evidence, self.chain(), self.pairs.values(), context)
            weigh = first.odds
        by_odds = sorted(
            [(weigh(*pair), *pair) for pair in self.evidence.candidates if self._has_hope(*pair)],
            key=lambda claim: (-claim[0], claim[1], claim[2]),
        )
        sure = max(SURE, least)
        likely = [Pair(i, j, _probability(odds)) for odds, i, j in by_odds if odds >= sure]
        if not alike.few:
            self._take(weighted_increasing_subsequence([*anchors, *likely]))
            self._take_moved(anchors)
        self._take_moved(likely)
        self.placing = (
            first
            if first and not likely
            else Placing(sizes, self.evidence, self.chain(), self.pairs.values(), context)
        )
        for side in self._sides():
            find_pieces(side, alike, WHOLE_PIECE, WHOLE_PIECE_ELSEWHERE)
        self._settle()
        self._fill_gaps()
        if alike.few and context:
            for side in self._sides():
                find_remainders(side, self.evidence.weigh)

    def chain(self) -> list[Pair]:
        """The heaviest chain of pairs that keeps the order."""
        return weighted_increasing_subsequence(list(self.pairs.values()))

    def out_of_order(self) -> set[int]:
        """The new units that stand elsewhere than their partners did: all but the heaviest chain."""
        return set(self.pairs).difference([pair.new for pair in self.chain()])

    def _sides(self) -> tuple[Side, Side]:
        """What may be pieces, as it is now: the new units of what was split, the old ones of what was merged."""
        alike, there = self.alike, {new: pair.old for new, pair in self.pairs.items()}
        return (
            Side(alike.new, alike.old, alike.old_words, there, self.back, self.split, self._origins),
            Side(alike.old, alike.new, alike.new_words, self.back, there, self.merged, self._targets),
        )

    def _origins(self, new: int) -> Sequence[int]:
        return self._by_unit[1].get(new, ())

    def _targets(self, old: int) -> Sequence[int]:
        return self._by_unit[0].get(old, ())

    @cached_property
    def _by_unit(self) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
        """The candidates of each old unit and of each new one."""
        units: tuple[dict[int, list[int]], dict[int, list[int]]] = ({}, {})
        for i, j in self.evidence.candidates:
            units[0].setdefault(i, []).append(j)
            units[1].setdefault(j, []).append(i)
        return units

    def _settle(self) -> None:
        """Take pairs and pieces, the strongest claim first, as long as they are as likely as not."""
        settled = MOVED if len(self.chain()) == len(self.pairs) else MOVED_TOO
        left = self.alike.old, self.alike.new
        named = [(i, j) for i, j in self.placing.named if i in left[0] and j in left[1]]
        known = {*named, *(self.context.counterparts if self.context else ())}
        weighed = [pair for pair in self.evidence.candidates if self._has_hope(*pair)]
        claims = [
            (self.placing.odds(i, j), i, j)
            for i, j in sorted(
                {*weighed, *(pair for pair in known if pair[0] in left[0] and pair[1] in left[1])}
            )
            if i not in self.back or j not in self.pairs
        ]
        for odds, i, j in sorted(claims, key=lambda claim: (-claim[0], claim[1], claim[2])):
            if odds < self.asked:
                break
            if self._is_free(i, j):
                if odds >= self.asked + settled * (self.placing.place(i, j).crossings > 0):
                    self._take_moved([Pair(i, j, _probability(odds))])
            else:
                self._take_piece(i, j)

    def _take_piece(self, i: int, j: int) -> None:
        """Take one of the two as a piece of the other's partner, where that one leaves enough of it."""
        there, back = self.back.get(i), self.pairs[j].old if j in self.pairs else None
        free_old, free_new = (
            i not in self.back and i not in self.merged,
            j not in self.pairs and j not in self.split,
        )
        if free_new and there is not None and self._is_piece(i, j, (None, there), new=True):
            self.split[j] = i
        elif free_old and back is not None and self._is_piece(i, j, (back, None), new=False):
            self.merged[i] = j

    def _is_piece(self, i: int, j: int, partners: tuple[int | None, int | None], *, new: bool) -> bool:
        odds, place = self.placing.odds(i, j, partners), self.placing.place(i, j, partners)
        if odds < self.asked:
            return False
        repeated = self.evidence.repeated(i, j, *partners)
        if place.beside and not self.alike.few:
            return repeated <= ECHO
        left = place.left_of_new if new else place.left_of_old
        if left < OWN and repeated > REPEATED:
            return False
        return left >= PIECE_OF_FEW if self.alike.few else left >= PIECE and odds >= self.asked + CARRIED_OFF

    def _has_hope(self, i: int, j: int) -> bool:
        """Do the words of the two, or what they are there for, leave something for their places to decide?"""
        return self.evidence.by_words(i, j) >= HOPELESS or (
            self.context is not None and (i, j) in self.context.counterparts
        )

    def _is_free(self, i: int, j: int) -> bool:
        return not (j in self.pairs or i in self.back or j in self.split or i in self.merged)

    def _take(self, pairs: Iterable[Pair]) -> None:
        for pair in pairs:
            self.pairs[pair.new] = pair
            self.back[pair.old] = pair.new

    def _take_moved(self, pairs: Iterable[Pair]) -> None:
        """Take pairs wherever they stand, first come, first served."""
        for pair in pairs:
            if self._is_free(pair.old, pair.new):
                self._take([pair])

    def _fill_gaps(self) -> None:
        """Pair what is left between two pairs of the chain: the fewer are left there, the less it has to share."""
        for old_gap, new_gap in self._gaps():
            olds = [i for i in old_gap if i not in self.back and i not in self.merged]
            news = [j for j in new_gap if j not in self.pairs and j not in self.split]
            if olds and news and len(olds) * len(news) <= GAP:
                ways = len(olds) * len(news)
                hopeful = [pair for pair in product(olds, news) if ways == 1 or self._has_hope(*pair)]
                odds = {pair: self._in_place(*pair, ways) for pair in hopeful}
                likely = [Pair(*pair, _probability(one)) for pair, one in odds.items() if one >= self.asked]
                chosen = weighted_increasing_subsequence(likely) if likely else []
                self._take(chosen)
                self.in_place.update(
                    (pair.old, pair.new)
                    for pair in chosen
                    if self.placing.odds(pair.old, pair.new) < self.asked
                )

    def _in_place(self, i: int, j: int, ways: int) -> float:
        """The log-odds of a pair that is one of `ways` pairs left in a gap; two that are left alone may share set phrases."""
        if ways == 1 and self.alike.few and self.alike.between(i, j) >= REWRITTEN:
            return max(ALONE, self.placing.odds(i, j))
        return self.placing.odds(i, j) + ALONE / ways

    def _gaps(self) -> Iterator[tuple[range, range]]:
        """The stretches of both sides between consecutive pairs of the chain."""
        for low, high in pairwise([Pair(-1, -1, 1.0), *self.chain(), Pair(*self.sizes, 1.0)]):
            if high.old - low.old > 1 and high.new - low.new > 1:
                yield range(low.old + 1, high.old), range(low.new + 1, high.new)


def _candidates(alike: Similarity, context: Context | None) -> Sequence[tuple[int, int]]:
    """Pairs worth weighing: those that share most rare pairs of characters, or are there for the same thing."""
    pairs = set(alike.likeliest(CANDIDATES, ORIGINS))
    if context:
        pairs.update((i, j) for i, j in context.counterparts if i in alike.old and j in alike.new)
    return sorted(pairs)


def _probability(odds: float) -> float:
    return 1 / (1 + exp(-odds))
