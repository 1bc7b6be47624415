"""Which units are versions of one another, the clear pairs first: the doubtful takes what the clear has left.

Three things lay claim to a unit that is left over: a partner that stands where it stood, a partner somewhere else, and
another's partner that it was cut from or drawn into. Each is looked for with falling demands, so that half an article
is not lost to a poor partner of its own, nor an article to a better one that has a better one still.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.compare.splitting import Side, find_pieces
from lawtrack.compare.subsequence import Pair, weighted_increasing_subsequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lawtrack.compare.similarity import Similarity

CLEAR: Final = 0.70  # so much of both in common leaves no doubt
IN_PLACE: Final = 0.10  # so much does it count that two units stand between the same two pairs
CHANCE: Final = 0.20  # articles that have nothing to do with one another share no more, in most instruments
SAMPLE: Final = 16  # fewer pairs do not tell it, and nothing doubtful is taken
RAISE: Final = 2.0  # where they share more, so much of the excess is asked in addition
ORIGINS: Final = 4  # likely wholes weighed for a piece beside its neighbours
GAP: Final = 64  # so many pairs between two aligned ones are all weighed, of more the likely


class Demands(NamedTuple):
    """How much two units must share, or a unit with another's partner, to be taken for versions or for a piece."""

    in_order: float
    moved: float
    piece: float
    piece_elsewhere: float
    doubtful: float  # wherever they stand, where nothing clearer lays claim to them
    rewritten: float  # between the same two pairs


OF_MANY: Final = Demands(
    in_order=0.40, moved=0.40, piece=0.25, piece_elsewhere=0.30, doubtful=0.30, rewritten=0.22
)
OF_FEW: Final = Demands(
    in_order=0.40, moved=0.45, piece=0.42, piece_elsewhere=0.60, doubtful=0.45, rewritten=0.28
)
"""Among a few units nothing tells set phrases from the rest, and they weigh as much."""


class Matching:
    """The pairs by their new unit, and for a piece of another's partner the unit that it is a piece of."""

    def __init__(
        self, sizes: tuple[int, int], anchors: list[Pair], likely: list[Pair], alike: Similarity
    ) -> None:
        self.sizes, self.likely, self.alike = sizes, likely, alike
        self.pairs: dict[int, Pair] = {}
        self.back: dict[int, int] = {}  # old unit → its new one
        self.split: dict[int, int] = {}  # new unit → the old one that it was cut from
        self.merged: dict[int, int] = {}  # old unit → the new one that it went into
        self.moved: set[int] = set()
        asked = OF_FEW if alike.few else self._demands()
        self._take(
            weighted_increasing_subsequence(
                [*anchors, *(pair for pair in likely if pair.similarity >= asked.in_order)]
            )
        )
        self._take_moved(anchors)
        self._take_moved(pair for pair in self._strongest if pair.similarity >= CLEAR)
        moving = [pair for pair in self._strongest if pair.similarity >= asked.moved and self._is_free(pair)]
        self._find_pieces([pair.old for pair in moving], [pair.new for pair in moving], CLEAR, CLEAR)
        self._take_moved(moving)
        self._find_pieces(alike.old, alike.new, asked.piece, asked.piece_elsewhere)
        self._fill_gaps(asked.rewritten, self._has_no_rival)
        self._take_moved(pair for pair in self._strongest if pair.similarity >= asked.doubtful)
        self._fill_gaps(asked.rewritten, self._is_free)

    def out_of_order(self) -> set[int]:
        """The new units that stand elsewhere than their partners did: all but the heaviest chain."""
        in_order = weighted_increasing_subsequence(list(self.pairs.values()))
        return set(self.pairs).difference([pair.new for pair in in_order])

    @cached_property
    def _strongest(self) -> list[Pair]:
        """The likely pairs, the most alike first."""
        doubtful = [pair for pair in self.likely if pair.similarity >= OF_MANY.doubtful]
        return sorted(doubtful, key=lambda pair: (-pair.similarity, pair.old, pair.new))

    @cached_property
    def _weighed(self) -> defaultdict[int, dict[int, Pair]]:
        """The pairs whose similarity is known, by their old and their new unit."""
        found: defaultdict[int, dict[int, Pair]] = defaultdict(dict)
        for pair in self.likely:
            found[pair.old][pair.new] = pair
        return found

    def _demands(self) -> Demands:
        """The usual ones, raised where units that have nothing to do with one another are more alike than usual.

        All candidates of a unit but the likeliest are taken for such, and half of them may be anything else.
        """
        ranked = [sorted([pair.similarity for pair in pairs.values()]) for pairs in self._weighed.values()]
        others = sorted(chain.from_iterable([similarities[:-1] for similarities in ranked]))
        if len(others) < SAMPLE:
            return OF_MANY._replace(doubtful=OF_MANY.moved)
        more = RAISE * max(0.0, others[len(others) // 2] - CHANCE)
        return Demands(*(usual + more for usual in OF_MANY)) if more else OF_MANY

    @cached_property
    def _rivals(self) -> defaultdict[int, list[Pair]]:
        """The strongest pairs by their new unit."""
        found: defaultdict[int, list[Pair]] = defaultdict(list)
        for pair in self._strongest:
            found[pair.new].append(pair)
        return found

    def _is_free(self, pair: Pair) -> bool:
        return not (
            pair.new in self.pairs
            or pair.old in self.back
            or pair.new in self.split
            or pair.old in self.merged
        )

    def _has_no_rival(self, pair: Pair) -> bool:
        """Is nothing left that either of the two is much more like?"""
        rivals = [*self._weighed[pair.old].values(), *self._rivals[pair.new]]
        return not any(
            rival.similarity > pair.similarity + IN_PLACE and self._is_free(rival) for rival in rivals
        )

    def _take(self, pairs: Iterable[Pair]) -> None:
        for pair in pairs:
            self.pairs[pair.new] = pair
            self.back[pair.old] = pair.new

    def _take_moved(self, pairs: Iterable[Pair]) -> None:
        """Take pairs wherever they stand, first come, first served."""
        for pair in pairs:
            if self._is_free(pair):
                self._take([pair])
                self.moved.add(pair.new)

    def _find_pieces(self, olds: Iterable[int], news: Iterable[int], least: float, elsewhere: float) -> None:
        """Which of `olds` and `news` stand in the words that another's partner has and the other has not."""
        alike, there = self.alike, {new: pair.old for new, pair in self.pairs.items()}
        split = Side(alike.new, alike.old, alike.new_weight, there, self.back, self.split, self._origins)
        merged = Side(alike.old, alike.new, alike.old_weight, self.back, there, self.merged, self._targets)
        find_pieces(split, news, alike, least, elsewhere)
        find_pieces(merged, olds, alike, least, elsewhere)

    def _origins(self, new: int) -> list[int]:
        return self.alike.index_old.likeliest(self.alike.new[new], ORIGINS)

    def _targets(self, old: int) -> list[int]:
        return list(self._weighed[old])

    def _fill_gaps(self, least: float, fits: Callable[[Pair], bool]) -> None:
        """Pair what is left between two pairs of the chain, where it is alike enough."""
        for old_gap, new_gap in self._gaps():
            olds = [i for i in old_gap if i not in self.back and i not in self.merged]
            news = [j for j in new_gap if j not in self.pairs and j not in self.split]
            if olds and news:
                pairs = [pair for pair in self._between(olds, news) if pair.similarity >= least]
                self._take(weighted_increasing_subsequence([pair for pair in pairs if fits(pair)]))

    def _gaps(self) -> Iterator[tuple[range, range]]:
        """The stretches of both sides between consecutive pairs of the chain."""
        ordered = sorted([(pair.old, new) for new, pair in self.pairs.items() if new not in self.moved])
        for (low_old, low_new), (old, new) in pairwise([(-1, -1), *ordered, self.sizes]):
            if old - low_old > 1 and new - low_new > 1:
                yield range(low_old + 1, old), range(low_new + 1, new)

    def _between(self, olds: list[int], news: list[int]) -> Iterator[Pair]:
        """Every pair of a small gap, the likely ones of a great one."""
        if len(olds) * len(news) > GAP:
            left = set(news)
            yield from [pair for i in olds for j, pair in self._weighed[i].items() if j in left]
            return
        for i in olds:
            weighed = self._weighed[i]
            for j in news:
                if j not in weighed:
                    weighed[j] = Pair(i, j, self.alike.between(i, j))
                yield weighed[j]
