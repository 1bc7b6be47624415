"""Which units are versions of one another, the clear pairs first: the doubtful takes what the clear has left.

Three things lay claim to a unit that is left over: a partner that stands where it stood, a partner somewhere else, and
another's partner that it was cut from or drawn into. All are weighed by one measure, the log-odds of `placing`, and the
strongest claim comes first, so that half an article is not lost to a poor partner of its own, nor an article to a
better one that has a better one still. What is left then and stands alone in its place is paired by that.
"""

from __future__ import annotations

from itertools import product
from math import exp, log
from typing import TYPE_CHECKING, Final

from lawtrack.compare.alignment.match import Match
from lawtrack.compare.alignment.placing import Placing
from lawtrack.compare.alignment.second_look import second_look
from lawtrack.compare.alignment.splitting import find_pieces, sides_of
from lawtrack.compare.alignment.subsequence import Pair, weighted_increasing_subsequence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.compare.alignment.context import Context
    from lawtrack.compare.alignment.evidence import Evidence
    from lawtrack.compare.alignment.similarity import Similarity

CLEAR: Final = 0.70  # so much of both in common leaves no doubt
SURE: Final = 3.0  # log-odds by words alone at which a pair is taken before all others
TRUST: Final = 0.4  # how likely a pair or a piece has to be, with its place, to be taken
RAISE: Final = 60  # for each unit that chance is above the usual, so much more is asked
USUAL: Final = 0.12
MOVED: Final = 3.5  # of a unit that stands elsewhere where all that is sure has kept its order
MOVED_TOO: Final = 0.5  # and where something has not
FEW: Final = 1.5  # and where few units are left, which have no rivals to show how little a lead means
CANDIDATES: Final = 6  # likely partners weighed for each old unit
ORIGINS: Final = 2  # and for each new one
ECHO: Final = 0.9  # a piece beside what its whole became has a little at least that this one has not
CARRIED_OFF: Final = 1.4  # of a piece that stands elsewhere, so much more is asked: few are carried off
PIECE: Final = 0.08  # and of its own words so much has to stand in the whole
PIECE_OF_FEW: Final = 0.4  # and where few units are left, which cannot tell set phrases from others
REPEATED: Final = 0.7  # what shares more of it with the whole's partner too only borrows from the whole
OWN: Final = 0.7  # but for a twin of the partner, of whose own words so many stand in the whole
REWRITTEN: Final = 0.28  # of all their words two units share so much that they alone are left in their place
REWRITTEN_ARTICLE: Final = 0.25  # and two articles, whose neighbours speak for them too
TOLD: Final = log(4)  # an article shown on lower log-odds, of four to one, is told to be doubtful
HOPELESS: Final = -3.0  # log-odds by words that no place makes up for
GAP: Final = 64  # so many pairs between two aligned ones are all weighed, of more the likely
ALONE: Final = (
    2.0  # what it adds to the log-odds of two units that they alone are left between the same two pairs
)


class Matching:
    """Finds the match of many units, or of the parts of one article: `match` is what came out."""

    def __init__(
        self,
        sizes: tuple[int, int],
        anchors: list[Pair],
        evidence: Evidence,
        context: Context | None = None,
        trust: float = TRUST,
    ) -> None:
        self.sizes, self.evidence, self.context, self.alike = sizes, evidence, context, evidence.alike
        self.match = match = Match()
        few = self.alike.few
        least = log(trust / (1 - trust))
        self.asked = least + RAISE * max(0.0, evidence.chance - USUAL) + FEW * few
        first: Placing | None = None
        if few:  # where words alone hardly tell, the place of each is looked at from the first
            match.take(weighted_increasing_subsequence(anchors))
            match.take_free(anchors)
            first = self._placing()
        served = context.counterparts if context else frozenset[tuple[int, int]]()
        by_words = evidence.candidates_by_words
        self.hopeful = [pair for pair, odds in by_words.items() if odds >= HOPELESS or pair in served]
        by_odds = sorted(
            [(first.odds(*pair) if first else by_words[pair], *pair) for pair in self.hopeful],
            key=lambda claim: (-claim[0], claim[1], claim[2]),
        )
        sure = max(SURE, least)
        likely = [Pair(i, j, probability(odds)) for odds, i, j in by_odds if odds >= sure]
        if not few:
            match.take(weighted_increasing_subsequence([*anchors, *likely]))
            match.take_free(anchors)
        match.take_free(likely)
        self.placing = first if first and not likely else self._placing()
        for side in sides_of(match, evidence):
            find_pieces(side, self.alike)
        self._settle()
        self._fill_gaps()

    def _placing(self) -> Placing:
        return Placing(self.sizes, self.evidence, self.match.chain(), self.match.pairs.values(), self.context)

    def _settle(self) -> None:
        """Take pairs and pieces, the strongest claim first, as long as they are as likely as not."""
        match = self.match
        settled = MOVED if self.placing.keeps_order else MOVED_TOO
        self.claims = {
            (i, j): self.placing.odds(i, j)
            for i, j in sorted({*self.hopeful, *self._known()})
            if i not in match.back or j not in match.pairs
        }
        self.weighed = second_look(self.claims, match.back) if self.context else self.claims
        for (i, j), odds in sorted(self.weighed.items(), key=lambda claim: (-claim[1], claim[0])):
            if match.is_free(i, j):
                taken = odds >= self.asked + settled * (self.placing.crossings(i, j) > 0)
                match.take_free([Pair(i, j, probability(odds))] if taken else [])
            else:
                taken = self.claims[i, j] >= self.asked and self._take_piece(i, j)
            if taken and odds < TOLD and self.context:
                match.doubtful.add((i, j))

    def _known(self) -> Iterator[tuple[int, int]]:
        """Pairs that name articles which became one another, or are there for the same, of those that are left."""
        pairs = {*self.placing.named, *(self.context.counterparts if self.context else ())}
        return ((i, j) for i, j in pairs if i in self.alike.old and j in self.alike.new)

    def _take_piece(self, i: int, j: int) -> bool:
        """Take one of the two as a piece of the other's partner, where that one leaves enough of it: was it taken?"""
        match = self.match
        back, there = match.partners(i, j)
        if match.lacks_old(j) and there is not None and self._is_piece(i, j, (None, there), new=True):
            match.split[j] = i
        elif match.lacks_new(i) and back is not None and self._is_piece(i, j, (back, None), new=False):
            match.merged[i] = j
        else:
            return False
        return True

    def _is_piece(self, i: int, j: int, partners: tuple[int | None, int | None], *, new: bool) -> bool:
        odds = self.placing.odds(i, j, partners)
        if odds < self.asked:
            return False
        place = self.placing.place(i, j, partners)
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

    def _fill_gaps(self) -> None:
        """Pair what is left between two pairs of the chain: the fewer are left there, the less it has to share."""
        for olds, news in self.match.gaps(self.sizes):
            ways = len(olds) * len(news)
            if ways <= GAP:
                hopeful = [pair for pair in product(olds, news) if ways == 1 or self._has_hope(*pair)]
                odds = {pair: self._in_place(*pair, ways) for pair in hopeful}
                likely = [Pair(*pair, probability(one)) for pair, one in odds.items() if one >= self.asked]
                chosen = weighted_increasing_subsequence(likely) if likely else []
                self.match.take(chosen)
                self.match.in_place.update(
                    (pair.old, pair.new)
                    for pair in chosen
                    if self.placing.odds(pair.old, pair.new) < self.asked
                )
                if self.context:
                    self.match.doubtful.update(
                        (pair.old, pair.new) for pair in chosen if odds[pair.old, pair.new] < TOLD
                    )

    def _in_place(self, i: int, j: int, ways: int) -> float:
        """The log-odds of a pair that is one of `ways` pairs left in a gap; two that are left alone may share set phrases.

        What stands beside articles has spoken for them already (`second_look`), not yet for parts of one.
        """
        odds = self.weighed.get((i, j))
        if odds is None:
            odds = self.placing.odds(i, j)
        if self.context:
            alone = ways == 1 and odds >= HOPELESS and self.alike.between(i, j) >= REWRITTEN_ARTICLE
            return max(ALONE, odds) if alone else odds
        if ways == 1 and self.alike.few and self.alike.between(i, j) >= REWRITTEN:
            return max(ALONE, odds)
        return odds + ALONE / ways


def candidates(alike: Similarity, context: Context | None) -> Sequence[tuple[int, int]]:
    """Pairs worth weighing: those that share most rare pairs of characters, or are there for the same thing."""
    pairs = set(alike.likeliest(CANDIDATES, ORIGINS))
    if context:
        pairs |= context.counterparts
    return sorted(pairs)


def probability(odds: float) -> float:
    """What log-odds are as a share, 0 to 1."""
    return 1 / (1 + exp(-odds))
