"""Which old unit became which new one: content and order decide, never the number (law 4).

1. **Anchors**: units whose folded words are the same on both sides are the same unit, wherever they stand; and what
   stands alone between the same two anchors on both sides, much alike, is the same unit reworded.
2. **Order**: among all likely pairs the chain with the greatest total likeness that keeps the order: a global
   choice, so that an article that merely borrows another's words does not take its partner away.
3. **Moves**: anchors outside the chain, then pairs that are alike enough although the order says no.
4. **Neighbours**: what is left between two chained pairs, and still alike a little, is taken for a rewrite.
5. **Splits and merges**: a unit left over whose words are found in another's partner, in the part that the partner's
   own counterpart does not cover.

Nothing here is quadratic in the number of units: candidates come from an index of rare pairs of characters.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz.distance import Indel

from lawtrack.compare.chain import Pair, heaviest_chain
from lawtrack.compare.likeness import Likeness
from lawtrack.compare.splitting import Side, contained

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CLEAR: Final = 0.70  # so much of both in common leaves no doubt
ALONE: Final = 6  # as long as no more than so many units stand between the anchors
ALIKE: Final = 0.40  # two units in order that share this much are versions of one another
MOVED: Final = 0.45  # out of order it takes a little more
REWRITTEN: Final = 0.22  # alone between two aligned pairs it takes less
REWRITTEN_OF_FEW: Final = (
    0.28  # and a little more where there are few units, and set phrases weigh as much as the rest
)
GAP: Final = (
    64  # so many pairs of left-over units between two aligned ones are all weighed, of more the likely
)
CANDIDATES: Final = 4  # likely partners weighed for each unit
NEAR: Final = 2  # and as many to each side by place


class Group(NamedTuple):
    """Old units that became new ones, by index: 1:1, 0:1 added, 1:0 deleted, 1:n split, n:1 merged, rarely n:m."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False


def align(old: Sequence[str], new: Sequence[str]) -> list[Group]:
    """Groups covering every index of `old` and `new` once, in the order of `new`, deletions where they stood.

    `old` and `new` are folded words.

    >>> groups = align(["甲条说的是一件事", "乙条讲另外的内容"], ["新的一条在此处", "甲条说的是一件事", "乙条讲另外的内容了"])
    >>> [(group.old, group.new) for group in groups]
    [((), (0,)), ((0,), (1,)), ((1,), (2,))]
    """
    anchors = _anchors(old, new)
    anchors += _reworded(old, new, anchors)
    taken_old, taken_new = {p.old for p in anchors}, {p.new for p in anchors}
    left_old = {i: words for i, words in enumerate(old) if i not in taken_old}
    left_new = {j: words for j, words in enumerate(new) if j not in taken_new}
    if not left_old or not left_new:
        return _settled(len(old), len(new), anchors)
    alike = Likeness(left_old, left_new)
    likely = _likely(alike, anchors)
    ordered = heaviest_chain([*anchors, *(pair for pair in likely if pair.likeness >= ALIKE)])
    partner = {pair.new: pair.old for pair in ordered}
    moved = _moves(anchors, likely, partner)
    partner.update(moved)
    _neighbours((len(old), len(new)), partner, set(moved), likely, alike)
    back = {i: j for j, i in partner.items()}
    split = contained(Side(alike.new, alike.old, partner, back), alike)
    merged = contained(Side(alike.old, alike.new, back, partner), alike)
    return list(_groups(len(old), len(new), partner, set(moved), split, merged))


def _settled(olds: int, news: int, anchors: list[Pair]) -> list[Group]:
    """The groups where one side has nothing left: anchors, and what came or went beside them."""
    in_order = {pair.new for pair in heaviest_chain(anchors)}
    partner = {pair.new: pair.old for pair in anchors}
    return list(_groups(olds, news, partner, set(partner) - in_order, {}, {}))


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Pairs with the same words; the same words several times on a side are paired in order."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, words in enumerate(new):
        places[words].append(j)
    used: Counter[str] = Counter()
    found = []
    for i, words in enumerate(old):
        at = places.get(words)
        if at and used[words] < len(at):
            found.append(Pair(i, at[used[words]], 1.0))
            used[words] += 1
    return found


def _reworded(old: Sequence[str], new: Sequence[str], anchors: list[Pair]) -> list[Pair]:
    """As many units on both sides between two anchors, each much like its counterpart: most of a light amendment."""
    found = []
    ends = [Pair(-1, -1, 1.0), *heaviest_chain(anchors), Pair(len(old), len(new), 1.0)]
    taken_old, taken_new = {pair.old for pair in anchors}, {pair.new for pair in anchors}
    for low, high in pairwise(ends):
        if not 1 < high.old - low.old == high.new - low.new <= ALONE + 1:
            continue
        pairs = [
            Pair(i, j, Indel.normalized_similarity(old[i], new[j]))
            for i, j in zip(range(low.old + 1, high.old), range(low.new + 1, high.new), strict=True)
        ]
        clear = all(pair.likeness >= CLEAR for pair in pairs)
        if (
            clear
            and taken_old.isdisjoint(p.old for p in pairs)
            and taken_new.isdisjoint(p.new for p in pairs)
        ):
            found += pairs
    return found


def _likely(alike: Likeness, anchors: list[Pair]) -> list[Pair]:
    """Pairs worth weighing: those that share rare pairs of characters, and those that stand at the same place."""
    index, by_place = alike.index(alike.new), _Places(anchors, list(alike.new))
    found = []
    for i, grams in alike.old.items():
        weighed: dict[int, float] = {}
        for j in [*index.likeliest(grams, CANDIDATES), *by_place.near(i)]:
            if j not in weighed:
                weighed[j] = alike.between(i, j)
                if weighed[j] >= CLEAR:
                    break  # whatever else shares words with it is a borrower
        found += [Pair(i, j, share) for j, share in weighed.items()]
    return found


class _Places:
    """The unmatched new units that stand about where an old one stood, counted from the last anchor before it."""

    def __init__(self, anchors: list[Pair], left_new: list[int]) -> None:
        ordered = heaviest_chain(anchors)
        self.old, self.new, self.left = [p.old for p in ordered], [p.new for p in ordered], left_new

    def near(self, i: int) -> list[int]:
        k = bisect_left(self.old, i)
        low = self.new[k - 1] if k else -1
        high = self.new[k] if k < len(self.new) else 1 << 60
        expected = low + i - (self.old[k - 1] if k else -1)
        at = bisect_left(self.left, expected)
        return [j for j in self.left[max(0, at - NEAR) : at + NEAR + 1] if low < j < high]


def _moves(anchors: list[Pair], likely: list[Pair], partner: dict[int, int]) -> dict[int, int]:
    """Pairs out of order: all other anchors, then the most alike first."""
    taken_old, taken_new = set(partner.values()), set(partner)
    found: dict[int, int] = {}
    strong = sorted((p for p in likely if p.likeness >= MOVED), key=lambda p: (-p.likeness, p.old, p.new))
    for pair in [*anchors, *strong]:
        if pair.old not in taken_old and pair.new not in taken_new:
            found[pair.new] = pair.old
            taken_old.add(pair.old)
            taken_new.add(pair.new)
    return found


def _neighbours(
    sizes: tuple[int, int], partner: dict[int, int], moved: set[int], likely: list[Pair], alike: Likeness
) -> None:
    """Pair what is left alone between two chained pairs, where it is still alike a little."""
    taken = set(partner.values())
    enough = REWRITTEN_OF_FEW if alike.few else REWRITTEN
    weighed: defaultdict[int, dict[int, Pair]] = defaultdict(dict)
    for pair in likely:
        weighed[pair.old][pair.new] = pair
    for old_gap, new_gap in _gaps(*sizes, partner, moved):
        olds = [i for i in old_gap if i not in taken]
        news = [j for j in new_gap if j not in partner]
        if len(olds) * len(news) <= GAP:
            pairs = [weighed[i].get(j) or Pair(i, j, alike.between(i, j)) for i in olds for j in news]
        else:
            left = set(news)
            pairs = [pair for i in olds for j, pair in weighed[i].items() if j in left]
        ordered = heaviest_chain([pair for pair in pairs if pair.likeness >= enough])
        partner.update({pair.new: pair.old for pair in ordered})


def _gaps(olds: int, news: int, partner: dict[int, int], moved: set[int]) -> Iterator[tuple[range, range]]:
    """The stretches of both sides between consecutive pairs of the chain."""
    last_old = last_new = -1
    for j in sorted(partner):
        if j in moved:
            continue
        if partner[j] > last_old:
            yield range(last_old + 1, partner[j]), range(last_new + 1, j)
            last_old, last_new = partner[j], j
    yield range(last_old + 1, olds), range(last_new + 1, news)


def _groups(
    olds: int,
    news: int,
    partner: dict[int, int],
    moved: set[int],
    split: dict[int, int],
    merged: dict[int, int],
) -> Iterator[Group]:
    sources: defaultdict[int, list[int]] = defaultdict(list)
    for lost, into in merged.items():
        sources[into].append(lost)
    targets: defaultdict[int, list[int]] = defaultdict(list)
    for come, origin in split.items():
        targets[origin].append(come)
    gone = sorted(set(range(olds)) - set(partner.values()) - set(merged))
    placed = 0
    for j in range(news):
        if j in split:
            continue
        i = partner.get(j)
        if i is not None and j not in moved:
            while placed < len(gone) and gone[placed] < i:
                yield Group((gone[placed],), ())
                placed += 1
        if i is None:
            yield Group((), (j,))
        else:
            yield Group(tuple(sorted([i, *sources[j]])), tuple(sorted([j, *targets[i]])), j in moved)
    for lost in gone[placed:]:
        yield Group((lost,), ())
