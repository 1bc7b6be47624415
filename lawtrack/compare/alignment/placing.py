"""Where two units stand, as evidence: seen from the pairs that are known already."""

from __future__ import annotations

from bisect import bisect
from collections import Counter, defaultdict
from functools import cached_property
from itertools import product
from math import fsum
from operator import mul
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.compare.alignment.characters import CharacterLeads
from lawtrack.compare.alignment.evidence import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lawtrack.compare.alignment.context import Context
    from lawtrack.compare.alignment.evidence import Evidence
    from lawtrack.compare.alignment.subsequence import Pair


class Place(NamedTuple):
    """What the places of a pair say, and what its rivals leave of its words, each from 0."""

    left_of_old: float
    left_of_new: float
    distance: float
    chapter: float
    references: float
    beside: float
    function: float
    topic: float
    characters_of_old: float
    characters_of_new: float


class Weights(NamedTuple):
    """What each sign adds to the log-odds of a pair, and the log-odds of a pair of which all are 0."""

    words: Words
    place: Place
    alone: float


OF_ARTICLES: Final = Weights(
    Words(of_shorter=-11.6, shared=1.11, lead_of_old=2.75, lead_of_new=2.26),
    Place(
        left_of_old=12.4,
        left_of_new=12.8,
        distance=-3.3,
        chapter=0.41,
        references=2.8,
        beside=0.0,
        function=6.8,
        topic=5.0,
        characters_of_old=7.1,
        characters_of_new=3.9,
    ),
    alone=-2.26,
)
"""As learned, but for references and function, which few of the judged articles have, and these few say too little of."""
OF_PARTS: Final = Weights(
    Words(of_shorter=-14.2, shared=1.65, lead_of_old=12.8, lead_of_new=7.7),
    Place(
        left_of_old=11.3,
        left_of_new=7.4,
        distance=-3.3,
        chapter=0.33,
        references=0.0,
        beside=0.4,
        function=0.0,
        topic=0.0,
        characters_of_old=0.0,
        characters_of_new=0.0,
    ),
    alone=-1.18,
)
"""As once learned from articles without their characters: those of one article are about one thing, however they begin."""
CONTRADICTED: Final = 8.0  # of two that name articles of which none became another's, so much more is asked


class Placing:
    """The log-odds of pairs, with their places: `chain` are the pairs that keep the order, `known` all that are sure."""

    def __init__(
        self,
        sizes: tuple[int, int],
        evidence: Evidence,
        chain: Sequence[Pair],
        known: Iterable[Pair],
        context: Context | None,
    ) -> None:
        self.sizes, self.evidence, self.context = sizes, evidence, context
        self._odds: dict[tuple[int, int, tuple[int | None, int | None]], float] = {}
        self._olds, self._news = [pair.old for pair in chain], [pair.new for pair in chain]
        self.known = list(known)
        self.keeps_order = len(self._olds) == len(self.known)
        self._there = {pair.old: pair.new for pair in self.known}
        self._back = {pair.new: pair.old for pair in self.known}

    def odds(self, i: int, j: int, partners: tuple[int | None, int | None] = (None, None)) -> float:
        """The log-odds that old unit `i` and new unit `j` are versions or pieces of one another.

        `partners` are the old unit that `j` is known to be of, and the new one that `i` is.
        """
        odds = self._odds.get((i, j, partners))
        if odds is None:
            words, place, alone = OF_ARTICLES if self.context else OF_PARTS
            said = fsum(map(mul, words, self.evidence.words(i, j)))
            odds = alone + said + fsum(map(mul, place, self.place(i, j, partners)))
            if (i, j) in self.contradicted:
                odds -= CONTRADICTED
            self._odds[i, j, partners] = odds
        return odds

    def place(self, i: int, j: int, partners: tuple[int | None, int | None] = (None, None)) -> Place:
        """What the places of old unit `i` and new unit `j` say."""
        of_new, of_old = partners
        rival_of_old = of_new if of_new is not None else _other(self.evidence.rivals[1].get(j, ()), i)
        rival_of_new = of_old if of_old is not None else _other(self.evidence.rivals[0].get(i, ()), j)
        known = self._there.get(i) == j
        return Place(
            *self.evidence.left(i, j, rival_of_old, rival_of_new),
            abs((i + 0.5) / self.sizes[0] - (j + 0.5) / self.sizes[1]),
            self._chapter(i, j, known=known),
            self.references(i, j),
            float(not known and self._beside(i, j, of_new, of_old)),
            float(self.context is not None and (i, j) in self.context.counterparts),
            *((self.evidence.topic(i, j), *self._leads.leads(i, j)) if self.context else (0.0, 0.0, 0.0)),
        )

    @cached_property
    def _leads(self) -> CharacterLeads:
        return CharacterLeads(self.evidence.alike, self.evidence.neighbours)

    def crossings(self, i: int, j: int) -> float:
        """How many of the pairs that keep the order this one would cross, as a share of them."""
        if self._there.get(i) == j:
            return 0.0
        return abs(bisect(self._olds, i) - bisect(self._news, j)) / (len(self._olds) + 1)

    def _beside(self, i: int, j: int, of_new: int | None, of_old: int | None) -> bool:
        """Does either stand next to what the other is known to be of?"""
        old = self._back.get(j, -9) if of_new is None else of_new
        new = self._there.get(i, -9) if of_old is None else of_old
        return abs(old - i) == 1 or abs(new - j) == 1

    def _chapter(self, i: int, j: int, *, known: bool) -> float:
        """What part of either chapter's other articles went where this would: 0 to 2."""
        if not self.context:
            return 1.0
        one, other = self.context.chapters[0][i], self.context.chapters[1][j]
        if not one and not other:
            return 1.0
        went, of_old, of_new = self._of_chapters
        both = went.get((one, other), 0) - known
        return both / max(of_old.get(one, 0) - known, 1) + both / max(of_new.get(other, 0) - known, 1)

    @cached_property
    def _of_chapters(self) -> tuple[Counter[tuple[str, str]], Counter[str], Counter[str]]:
        """How many known pairs went from one chapter to another, and how many either chapter has."""
        assert self.context is not None
        old, new = self.context.chapters
        went = [(old[pair.old], new[pair.new]) for pair in self.known]
        return Counter(went), Counter([one for one, _ in went]), Counter([other for _, other in went])

    def references(self, i: int, j: int) -> float:
        """Does the old unit name an article whose successor the new one names? 2 if they alone do."""
        return self._by_reference.get((i, j), 0.0)

    @cached_property
    def contradicted(self) -> frozenset[tuple[int, int]]:
        """Pairs of left units that name articles of their own text, of which none became another's: numbers alone say nothing."""
        return frozenset(self._contradicted()) if self.context else frozenset()

    def _contradicted(self) -> Iterator[tuple[int, int]]:
        assert self.context is not None
        alike = self.evidence.alike
        old, new = self.context.cited
        for i in alike.old:
            became = {self._there.get(article, -1) for article in old[i]}
            if became and -1 not in became:
                yield from ((i, j) for j in alike.new if new[j] and became.isdisjoint(new[j]))

    @cached_property
    def _by_reference(self) -> dict[tuple[int, int], float]:
        """Pairs that name articles which became one another: 1, or 2 where nobody else on either side names them."""
        if not self.context:
            return {}
        naming: tuple[defaultdict[int, list[int]], ...] = (defaultdict(list), defaultdict(list))
        for places, named in zip(naming, self.context.cited, strict=True):
            for unit, articles in enumerate(named):
                for article in articles:
                    places[article].append(unit)
        weights: dict[tuple[int, int], float] = {}
        for old, olds in naming[0].items():
            news = naming[1].get(self._there.get(old, -1), [])
            for pair in product(olds, news):
                weights[pair] = max(weights.get(pair, 0.0), 2.0 if len(olds) == len(news) == 1 else 1.0)
        return weights

    @property
    def named(self) -> Iterable[tuple[int, int]]:
        """Old and new units, by their places, that name articles which became one another."""
        return self._by_reference


def _other(ranked: Sequence[int], but: int) -> int | None:
    """The first of `ranked` that is not `but`."""
    for k in ranked:
        if k != but:
            return k
    return None
