"""What of three texts is one thing, and in what order the merged text has it.

Works on places only: the same for clauses of a text and for lines of a clause. What all three have and nobody moved
holds the order; between two such fixed things stands first what ours put there, then what theirs did.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from lawtrack.compare import Pair, weighted_increasing_subsequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lawtrack.compare import Group

Side = Literal["base", "ours", "theirs"]
SIDES: Final[tuple[Side, ...]] = ("base", "ours", "theirs")
Same = Callable[[int | None, int, int], bool]
"""Asked of what both sides inserted at one place, by places in ours and theirs: is it one thing? With a base place: may
both have put it for that, which they both took out there?"""
Tie = tuple[tuple[int, ...], tuple[int, ...]]
"""Base places and the places of one side that they became."""
SAME: Final = 1.0  # all that nobody doubts weighs alike when the order is sought


class Knot(NamedTuple):
    """One thing of three texts, by its places in each; () where a text has it not.

    More than one place on a side: it was split or merged. `moved` names the sides that gave it another place,
    `beside` says that the other side put something of its own at the same place.
    """

    base: tuple[int, ...]
    ours: tuple[int, ...]
    theirs: tuple[int, ...]
    moved: frozenset[Side] = frozenset()
    beside: bool = False

    def on(self, side: Side) -> tuple[int, ...]:
        """Its places on one side."""
        return {"base": self.base, "ours": self.ours, "theirs": self.theirs}[side]


def weave(ours: Iterable[Group], theirs: Iterable[Group], same: Same) -> list[Knot]:
    """Every place of base, ours and theirs in one knot, in the merged order; what both deleted stands where it stood.

    `ours` and `theirs` are groups of base places and their own.

    >>> from lawtrack.compare.align import Group
    >>> kept = [Group((0,), (0,)), Group((1,), (1,))]
    >>> [knot[:3] for knot in weave(kept, [Group((), (0,)), Group((0,), (1,)), Group((1,), ())], lambda b, o, t: False)]
    [((), (), (0,)), ((0,), (0,), (1,)), ((1,), (1,), ())]
    """
    knots = _tied(_in_one_piece(ours), _in_one_piece(theirs))
    moved = {side: _moved(knots, side) for side in SIDES[1:]}
    told = [
        knot._replace(moved=frozenset(side for side in moved if k in moved[side]))
        for k, knot in enumerate(knots)
    ]
    return _Weaving(told, same).run()


def _in_one_piece(groups: Iterable[Group]) -> list[Tie]:
    """The groups, each of neighbours on both sides: what was split off and carried away came or went by itself."""
    ties: list[Tie] = []
    for group in groups:
        old, new = _neighbours(group.old), _neighbours(group.new)
        ties.append((old, new))
        ties += [((i,), ()) for i in group.old if i not in old]
        ties += [((), (j,)) for j in group.new if j not in new]
    return ties


def _neighbours(places: Sequence[int]) -> tuple[int, ...]:
    """The longest run of consecutive places, the first of equals."""
    best: list[int] = []
    run: list[int] = []
    for place in places:
        run = [*run, place] if run and place == run[-1] + 1 else [place]
        if len(run) > len(best):
            best = run
    return tuple(best)


def _tied(ours: list[Tie], theirs: list[Tie]) -> list[Knot]:
    """Whatever shares a base place as one knot; then what only one side has."""
    mine = {i: tie for tie in ours for i in tie[0]}
    other = {i: tie for tie in theirs for i in tie[0]}
    knots: list[Knot] = []
    done: set[int] = set()
    for i in mine:
        if i in done:
            continue
        bases = {i}
        while more := {k for b in bases for k in (*mine[b][0], *other[b][0])} - bases:
            bases |= more
        done |= bases
        firsts, seconds = ({j for b in bases for j in side[b][1]} for side in (mine, other))
        knots.append(Knot(tuple(sorted(bases)), tuple(sorted(firsts)), tuple(sorted(seconds))))
    knots += [Knot((), new, ()) for old, new in ours if not old]
    return [*knots, *(Knot((), (), new) for old, new in theirs if not old)]


def _moved(knots: list[Knot], side: Side) -> set[int]:
    """The knots, by index, that have another place among their like on `side` than in the base."""
    both = {knot.base[0]: k for k, knot in enumerate(knots) if knot.base and knot.on(side)}
    pairs = [Pair(knots[k].base[0], knots[k].on(side)[0], SAME) for k in both.values()]
    stayed = {pair.old for pair in weighted_increasing_subsequence(pairs)} if pairs else set()
    return {k for first, k in both.items() if first not in stayed}


class _Weaving:
    """Fixed knots in order, and what stands behind each of them on each side (behind -1: before the first)."""

    def __init__(self, knots: list[Knot], same: Same) -> None:
        self.knots, self.same = knots, same
        homes = [_home(knot) for knot in knots]
        self.behind: dict[Side, defaultdict[int, list[Knot]]] = {side: defaultdict(list) for side in SIDES}
        self.fixed: list[int] = []
        for side in SIDES:
            last = -1
            for k in sorted(
                (k for k, knot in enumerate(knots) if knot.on(side)), key=lambda k: knots[k].on(side)
            ):
                if homes[k] is None:
                    last = k
                    if side == "base":
                        self.fixed.append(k)
                elif homes[k] == side:
                    self.behind[side][last].append(knots[k])

    def run(self) -> list[Knot]:
        woven: list[Knot] = []
        for k in [-1, *self.fixed]:
            if k >= 0:
                woven.append(self.knots[k])
            woven += self._at_one_place(*(self.behind[side][k] for side in SIDES))
        return woven

    def _at_one_place(self, base: list[Knot], ours: list[Knot], theirs: list[Knot]) -> list[Knot]:
        """What all put between two fixed things: the same once, the rest of both marked as standing side by side."""
        for other in [knot for knot in theirs if not knot.base]:
            for k, mine in enumerate(ours):
                if not mine.base and not mine.theirs and self.same(None, mine.ours[0], other.theirs[0]):
                    ours[k] = mine._replace(theirs=other.theirs)
                    theirs.remove(other)
                    break
        for gone in list(base):
            pairs = ((mine, other) for mine in ours for other in theirs if _alone(mine) and _alone(other))
            for mine, other in pairs:
                if self.same(gone.base[0], mine.ours[0], other.theirs[0]):
                    ours[ours.index(mine)] = Knot(gone.base, mine.ours, other.theirs)
                    theirs.remove(other)
                    base.remove(gone)
                    break
        if any(_alone(knot) for knot in ours) and any(_alone(knot) for knot in theirs):
            ours, theirs = ([knot._replace(beside=_alone(knot)) for knot in side] for side in (ours, theirs))
        return [*ours, *theirs, *base]


def _alone(knot: Knot) -> bool:
    """Did one side alone insert it?"""
    return not knot.base and not (knot.ours and knot.theirs)


def _home(knot: Knot) -> Side | None:
    """The side whose order says where it stands; None where all three agree."""
    if knot.base and knot.ours and knot.theirs and not knot.moved:
        return None
    if knot.ours and (not knot.base or not knot.theirs or "ours" in knot.moved):
        return "ours"
    return "theirs" if knot.theirs else "base"
