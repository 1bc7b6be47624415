"""Pieces that nothing surer told, last in line: each unit without a counterpart is weighed against wholes that it may be of.

A whole has a counterpart, or none; then two have to lay claim to it: several articles that became one may
each be too little of it. What is taken stands in a row that says that it stands there for its place. The weights were learned
(`benchmarks/fit_pieces.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.compare.alignment import pieces_of_few, pieces_of_many
from lawtrack.compare.alignment.matching import probability
from lawtrack.compare.alignment.piece_places import Places
from lawtrack.compare.alignment.pieces_of_few import FewWeighing
from lawtrack.compare.alignment.pieces_of_many import ManyWeighing
from lawtrack.compare.alignment.splitting import sides_of
from lawtrack.compare.alignment.subsequence import Pair

if TYPE_CHECKING:
    from lawtrack.compare.alignment.context import Context
    from lawtrack.compare.alignment.evidence import Evidence
    from lawtrack.compare.alignment.match import Match

    Claim = tuple[int, int]

ASKED_OF_TWO: Final = 1.0  # log-odds at which two are pieces of a whole that has no counterpart


def take_pieces(
    sizes: tuple[int, int], match: Match, evidence: Evidence, context: Context, *, few: bool
) -> None:
    """Add to `match` the pieces that are likely enough, the likeliest first; `few`: so are the units that are left."""
    sides = sides_of(match, evidence)
    for new in (True, False):
        places = Places(sizes, match, evidence, sides, new=new)
        if lone := places.lone():
            taking(places, context, few=few).take(lone)
            sides = sides_of(match, evidence) if few else sides  # of many nothing is paired here


def taking(places: Places, context: Context, *, few: bool) -> OfMany:
    """What weighs and takes the pieces of one side."""
    return OfFew(places, context) if few else OfMany(places, ManyWeighing(places))


class OfMany:
    """What units without counterparts claim of the wholes of many."""

    asked = pieces_of_many.ASKED

    def __init__(self, places: Places, weighing: ManyWeighing | FewWeighing) -> None:
        self.places, self.weighing = places, weighing
        self._odds: dict[Claim, float] = {}

    def take(self, lone: list[int]) -> None:
        """Take what is likely enough, and weigh again those that claimed the same whole."""
        for k in lone:
            for whole in self.wholes(k, several=len(lone) > 1):
                self._weigh(k, whole)
        while claims := self._clearest():
            for k, whole in claims:
                self._take(k, whole)

    def wholes(self, k: int, *, several: bool) -> set[int]:  # noqa: ARG002
        """What `k` may be a piece of: of what it is most like what it shares enough with, which is known already."""
        places, shared, least = self.places, self.places.evidence.shared, pieces_of_many.LEAST
        likeliest = places.side.likeliest.get(k, ())
        if places.new:
            likely = [whole for whole in likeliest if shared(whole, k) >= least]
        else:
            likely = [whole for whole in likeliest if shared(k, whole) >= least]
        return set(filter(places.is_whole, likely))

    def _clearest(self) -> list[Claim]:
        """The likeliest claim on a whole, or two claims that together are the likeliest on an open one; nothing where none is."""
        most = self.asked
        best: list[Claim] = []
        open_: dict[int, list[tuple[float, Claim]]] = {}
        for claim, said in sorted(self._odds.items()):
            if claim[1] not in self.places.side.back:
                open_.setdefault(claim[1], []).append((said, claim))
            elif said > most:
                most, best = said, [claim]
        for claims in open_.values():
            two = sorted(claims, reverse=True)[:2]
            if len(two) == 2 and two[1][0] >= ASKED_OF_TWO and two[1][0] > most:
                most, best = two[1][0], [claim for _, claim in two]
        return best

    def _take(self, k: int, whole: int) -> None:
        side, match = self.places.side, self.places.match
        pair = side.pair(k, whole)
        if whole in side.back:
            side.pieces[k] = whole
            self.weighing.forget(whole)
        else:
            match.take([Pair(*pair, probability(self._odds[k, whole]))])
            self.places.look_again()
        match.in_place.add(pair)
        for claim in list(self._odds):
            if claim[0] == k:
                del self._odds[claim]
            elif claim[1] == whole:
                self._weigh(*claim)

    def _weigh(self, k: int, whole: int) -> None:
        self._odds.pop((k, whole), None)
        if self.places.side.pair(k, whole) not in self.places.match.apart:
            said = self.weighing.odds(k, whole)
            if said is not None:
                self._odds[k, whole] = said


class OfFew(OfMany):
    """And of the few, which may be open too."""

    asked = pieces_of_few.ASKED

    def __init__(self, places: Places, context: Context) -> None:
        super().__init__(places, FewWeighing(places, context))

    def wholes(self, k: int, *, several: bool) -> set[int]:
        """What `k` may be a piece of, and where `several` are left what is open in its place, or most like it."""
        places = self.places
        near = (places.side.partner[at] for at in places.neighbours(k))
        likeliest = places.side.likeliest.get(k, ())
        return {
            *filter(places.is_whole, (*near, *likeliest)),
            *filter(places.is_open, (*places.in_place(k), *likeliest) if several else ()),
        }
