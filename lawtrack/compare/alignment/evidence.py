"""What speaks for a pair of units beside the words that they share.

In a thorough revision likeness alone tells right from wrong hardly better than chance. What tells is whether a unit has
a rival that is more alike (the rank among rivals), whether the shared words are rare in other laws too, whether the two
stand at the same place and in the same chapter, and whether they name articles that became one another: a penalty
goes where the duty went. The weights were learned from revisions judged by hand and tested with each text
left out in turn; `benchmarks/judged_revisions.py` measures what comes out.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, cached_property
from itertools import chain
from math import log, log1p
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.compare.alignment.background import background
from lawtrack.compare.alignment.characters import Characters
from lawtrack.compare.alignment.similarity import bigrams

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lawtrack.compare.alignment.similarity import Similarity


class Words(NamedTuple):
    """What the words of a pair say, each 0 to 1 but `shared`: shares of weight, and the lead before rivals."""

    of_shorter: float
    shared: float
    lead_of_old: float
    lead_of_new: float


BY_WORDS: Final = Words(of_shorter=-7.9, shared=2.45, lead_of_old=12.2, lead_of_new=9.7)
BY_WORDS_ALONE: Final = -1.3
"""What each adds to the log-odds of a pair, and the log-odds of a pair of which all are 0."""
_NOTHING: Final[frozenset[int]] = frozenset()
Best = tuple[float, int, float]
_NOBODY: Final[Best] = (0.0, -1, 0.0)
OWN: Final = (
    1.0  # so little of its own is hardly anything: the weight of one pair of characters that nobody else has
)
STEPS: Final = 4096
UNIT: Final = STEPS * STEPS  # weights are whole numbers, so that the order of a set cannot matter (law 11)
_HEAD: Final = re.compile("[^,，。:：;；]{0,60}")
SAMPLE: Final = 8  # fewer pairs do not tell what is chance in a text
CHANCE: Final = 0.10  # units that have nothing to do with one another share so much; no rival shares less


class Evidence:
    """Log-odds that two units of the candidates are versions or pieces of one another."""

    def __init__(
        self, alike: Similarity, candidates: Iterable[tuple[int, int]], others: Sequence[str] = ()
    ) -> None:
        """`others` are some units that are something else's: what two share by chance shows in them."""
        grams_of_others = [bigrams(words) for words in others]
        self.alike = alike
        self.weight = _weights(alike, grams_of_others)
        self._says = self.weight.__getitem__
        says = self._says
        self._old = {i: sum(map(says, grams)) / UNIT for i, grams in alike.old.items()}
        self._new = {j: sum(map(says, grams)) / UNIT for j, grams in alike.new.items()}
        self.candidates = list(candidates)
        self.others = [(grams, self.weigh(grams)) for grams in grams_of_others]
        self.other_words = others
        self._words: dict[tuple[int, int], Words] = {}
        self._heads: dict[str, tuple[set[int], float]] = {}
        self._shared_with_rival: dict[tuple[bool, int, int], tuple[set[int], float]] = {}
        self._means = self._shares(self.candidates)

    def _shares(self, pairs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], tuple[float, float]]:
        """What the two units of each pair share, and how alike they are by it."""
        olds, news, says = self.alike.old, self.alike.new, self._says
        shares = {}
        for i, j in pairs:
            shared = sum(map(says, olds[i] & news[j])) / UNIT
            one, other = self._old[i], self._new[j]
            shares[i, j] = shared, shared / (one + other or 1.0) + shared / (min(one, other) or 1.0) / 2
        return shares

    @cached_property
    def chance(self) -> float:
        """How alike units of this text are that have nothing to do with one another."""
        # among few units the second likeliest may well be a piece, not one that has nothing to do with it
        return _chance([] if self.alike.few else self._means_of_candidates(), self._means_with())

    @cached_property
    def _best(self) -> tuple[dict[int, Best], dict[int, Best]]:
        """The two likeliest candidates of each old unit, and of each new one."""
        return _two_best(self._means_of_candidates())

    def _means_of_candidates(self) -> list[tuple[int, int, float]]:
        means = self._means
        return [(i, j, means[i, j][1]) for i, j in self.candidates]

    @cached_property
    def characters(self) -> Characters:
        """What characters the units share, where few are left over."""
        return Characters(self.other_words)

    @cached_property
    def candidates_by_words(self) -> dict[tuple[int, int], float]:
        """The log-odds of each candidate, of what its words say alone."""
        return self._odds(self.candidates)

    def _odds(self, pairs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], float]:
        """The log-odds of each pair of known means, of what its words say alone."""
        chance, (of_old, of_new) = self.chance, self._best
        by_shorter, by_shared, by_lead_of_old, by_lead_of_new = BY_WORDS
        odds = {}
        for pair in pairs:
            i, j = pair
            shared, mean = self._means[pair]
            own = shared * (1 - chance / mean) if mean > chance else 0.0
            first, which, second = of_old.get(i, _NOBODY)
            rival_of_old = second if which == j else first
            first, which, second = of_new.get(j, _NOBODY)
            rival_of_new = second if which == i else first
            odds[pair] = BY_WORDS_ALONE + (
                by_shorter * (own / (min(self._old[i], self._new[j]) or 1.0))
                + by_shared * log1p(own)
                + by_lead_of_old * (mean - max(chance, rival_of_old))
                + by_lead_of_new * (mean - max(chance, rival_of_new))
            )
        return odds

    @cached_property
    def rivals(self) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
        """For each old unit the new ones that its words speak for, the likeliest first; and for each new unit the old ones."""
        of_old: dict[int, list[int]] = {}
        of_new: dict[int, list[int]] = {}
        likely = [(-odds, *pair) for pair, odds in self.candidates_by_words.items() if odds > 0]
        for _, i, j in sorted(likely):
            of_old.setdefault(i, []).append(j)
            of_new.setdefault(j, []).append(i)
        return of_old, of_new

    @cached_property
    def neighbours(self) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
        """For each old unit its candidates, and for each new one."""
        of_old: dict[int, list[int]] = {}
        of_new: dict[int, list[int]] = {}
        for i, j in self.candidates:
            of_old.setdefault(i, []).append(j)
            of_new.setdefault(j, []).append(i)
        return of_old, of_new

    def by_words(self, i: int, j: int) -> float:
        """The log-odds that old unit `i` and new unit `j` are one another's, of what their words say alone."""
        odds = self.candidates_by_words.get((i, j))
        if odds is None:
            self._mean(i, j)
            odds = self._odds([(i, j)])[i, j]
        return odds

    def says(self, unit: int, *, new: bool) -> float:
        """What a unit says, in all."""
        return (self._new if new else self._old)[unit]

    def shared(self, i: int, j: int) -> float:
        """What old unit `i` and new unit `j` share."""
        return self._mean(i, j)[0]

    def shares_less(self, i: int, j: int, than: float) -> bool:
        """Is it known that old unit `i` and new unit `j` share less than that? Of what is no candidate it may not be."""
        known = self._means.get((i, j))
        return known is not None and known[0] < than

    def share(self, i: int, j: int, own: float) -> tuple[float, float, float]:
        """What old unit `i` and new unit `j` share, and what part that is of the shorter and of both.

        `own` is added to what they say, so that hardly anything is no large part of very little.
        """
        shared, one, other = self._mean(i, j)[0], self._old[i], self._new[j]
        return shared, shared / (min(one, other) + own), shared / (one + other + own)

    def stranger(self, grams: set[int], own: float) -> float:
        """What part of both a unit of these words shares with those that are known to be something else's, mostly."""
        said = self.weigh(grams) + own
        shares = sorted(self.weigh(grams & other) / (said + weight) for other, weight in self.others)
        return shares[len(shares) * 3 // 4] if shares else 0.0

    def left(self, i: int, j: int, rival_of_old: int | None, rival_of_new: int | None) -> tuple[float, float]:
        """What part of its own of `i` stands in `j`, and of `j` in `i`: words that a rival has too are nobody's own."""
        credible = self.beyond_chance(i, j)
        if not credible:
            return 0.0, 0.0
        old, new = self.alike.old, self.alike.new
        shared = self._mean(i, j)[0]
        return (
            credible * self._left(i, new[j], rival_of_old, shared, new=False),
            credible * self._left(j, old[i], rival_of_new, shared, new=True),
        )

    def _left(self, unit: int, other: set[int], rival: int | None, shared: float, *, new: bool) -> float:
        """What part of the words of a unit that its rival has not stand among those of the `other`."""
        units, said = (self.alike.new, self._new) if new else (self.alike.old, self._old)
        if rival is None or not units.get(rival):
            return shared / (said[unit] + OWN)
        common, common_said = self._with_rival(unit, rival, new=new)
        return (shared - self.weigh(common & other)) / (said[unit] - common_said + OWN)

    def repeated(self, i: int, j: int, rival_of_old: int | None, rival_of_new: int | None) -> float:
        """What part of the words that `i` and `j` share a rival has too, 0 to 1."""
        common = self.alike.old[i] & self.alike.new[j]
        rival = self.alike.old.get(rival_of_old, _NOTHING) if rival_of_old is not None else _NOTHING
        if rival_of_new is not None:
            rival = self.alike.new.get(rival_of_new, _NOTHING)
        return self.weigh(common & rival) / (self.weigh(common) or 1.0)

    def topic(self, i: int, j: int) -> float:
        """What part of the words with which either begins stands in the other, 0 to 1: they say what it is about."""
        old, old_said = self._head(self.alike.old_words[i])
        new, new_said = self._head(self.alike.new_words[j])
        weigh = self.weigh
        return (weigh(old & self.alike.new[j]) / old_said + weigh(new & self.alike.old[i]) / new_said) / 2

    def _head(self, words: str) -> tuple[set[int], float]:
        """The pairs of characters down to the first comma, and what they say in all, with a little more."""
        head = self._heads.get(words)
        if head is None:
            grams = bigrams(_HEAD.match(words)[0])  # type: ignore[index]  # it matches anything
            head = self._heads[words] = grams, self.weigh(grams) + OWN
        return head

    def _with_rival(self, unit: int, rival: int, *, new: bool) -> tuple[set[int], float]:
        """The words of a unit that its rival has too, and what they say in all; the rest is its own.

        A rival that has nearly all of them leaves nothing to tell by.
        """
        key = new, unit, rival
        common = self._shared_with_rival.get(key)
        if common is None:
            units = self.alike.new if new else self.alike.old
            grams = units[unit] & units[rival]
            common = self._shared_with_rival[key] = grams, self.weigh(grams)
        return common

    def weigh(self, grams: Iterable[int]) -> float:
        """What a set of character pairs says, in all."""
        return sum(map(self._says, grams)) / UNIT

    def _mean(self, i: int, j: int) -> tuple[float, float]:
        """What the two units share, and how alike they are by it."""
        known = self._means.get((i, j))
        if known is None:
            self._means.update(self._shares([(i, j)]))
            known = self._means[i, j]
        return known

    def _means_with(self) -> list[float]:
        """How alike some units are with the others, which are known to have partners of their own."""
        return [
            shared / (weight + self._old[i] or 1.0) + shared / (min(weight, self._old[i]) or 1.0) / 2
            for i, grams in list(self.alike.old.items())[: len(self.others)]
            for other, weight in self.others
            for shared in (self.weigh(grams & other),)
        ]

    def beyond_chance(self, i: int, j: int) -> float:
        """What part of what two units share is more than those of this text share that have nothing to do with one another."""
        mean = self._mean(i, j)[1]
        return 1 - self.chance / mean if mean > self.chance else 0.0

    def words(self, i: int, j: int) -> Words:
        """What the words of old unit `i` and new unit `j` say."""
        said = self._words.get((i, j))
        if said is None:
            (shared, mean), chance = self._mean(i, j), self.chance
            own = shared * (1 - chance / mean) if mean > chance else 0.0
            one, other = self._old[i], self._new[j]
            of_old, of_new = self._best
            first, which, second = of_old.get(i, _NOBODY)
            rival_of_old = second if which == j else first
            first, which, second = of_new.get(j, _NOBODY)
            rival_of_new = second if which == i else first
            said = self._words[i, j] = Words(
                own / (min(one, other) or 1.0),
                log1p(own),
                mean - max(chance, rival_of_old),
                mean - max(chance, rival_of_new),
            )
        return said


def _chance(means: list[tuple[int, int, float]], with_others: list[float]) -> float:
    """How alike units of this text are that have nothing to do with one another.

    Taken for such are all candidates but the likeliest, and units that have partners.
    """
    best: dict[int, float] = {}
    for i, _, mean in means:
        best[i] = max(best.get(i, 0.0), mean)
    means_ = sorted([*with_others, *(mean for i, _, mean in means if mean < best[i])])
    return max(means_[len(means_) * 3 // 4], CHANCE) if len(means_) >= SAMPLE else CHANCE


def _two_best(means: list[tuple[int, int, float]]) -> tuple[dict[int, Best], dict[int, Best]]:
    """By old unit and by new one: how alike the likeliest is, which it is, and how alike the next is."""
    of_old: dict[int, Best] = {}
    of_new: dict[int, Best] = {}
    for i, j, mean in means:
        first, which, second = of_old.get(i, _NOBODY)
        if mean > first:
            of_old[i] = mean, j, first
        elif mean > second:
            of_old[i] = first, which, mean
        first, which, second = of_new.get(j, _NOBODY)
        if mean > first:
            of_new[j] = mean, i, first
        elif mean > second:
            of_new[j] = first, which, mean
    return of_old, of_new


@cache
def _in_steps() -> dict[int, int]:
    return {gram: round(said * STEPS) for gram, said in background().items()}


def _weights(alike: Similarity, others: Sequence[set[int]]) -> dict[int, int]:
    """By pair of characters: how rare it is among the units, times how rare in other laws; 0 to UNIT."""
    if alike.few:  # nobody else asks how often each stands in these alone
        counts = Counter(chain.from_iterable([*alike.old.values(), *alike.new.values(), *others]))
    else:
        counts = alike.counts.copy()
        counts.update(chain.from_iterable(others))
    total = len(alike.old) + len(alike.new) + len(others)
    top = log(1 + total)
    by_count = [0, *(round(STEPS * log(1 + total / count) / top) for count in range(1, total + 1))]
    background_of = _in_steps().get
    return {gram: by_count[count] * background_of(gram, STEPS) for gram, count in counts.items()}
