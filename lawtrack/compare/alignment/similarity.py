"""How alike two units of a text are.

Similarity is measured on pairs of neighbouring characters, each weighed by how rare it is in the two texts: Chinese has
no spaces to find words by, and 应当 or 人民政府 say nothing about which article this is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from itertools import chain, product
from math import fsum, log
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

RARE: Final = 16  # a pair of characters in more units of both sides than this finds no candidates
FEW: Final = 6  # so few units are all candidates; and so few on both sides cannot tell what is rare
SAMPLE: Final = 4  # of more than MANY units every fourth of the rare ones will do: an article has dozens
MANY: Final = 600
_APART: Final = 1 << 20
"""More than there are units: what is shared, times this, less the unit is one number that sorts as the two would."""


class Similarity:
    """The units left over on both sides, by index, as sets of character pairs, and what each pair says.

    >>> alike = Similarity({0: "公园应当免费开放"}, {0: "公园应当开放"})
    >>> 0 < alike.between(0, 0) < 1
    True
    """

    def __init__(self, old: Mapping[int, str], new: Mapping[int, str]) -> None:
        self.old_words, self.new_words = old, new
        self.old = {i: bigrams(words) for i, words in old.items()}
        self.new = {j: bigrams(words) for j, words in new.items()}
        self.few = len(old) + len(new) <= FEW
        self._weights: dict[tuple[int, bool], float] = {}

    @cached_property
    def counts(self) -> Counter[int]:
        """In how many units each pair of characters stands."""
        return self._counted[0]

    @cached_property
    def _counted(self) -> tuple[Counter[int], dict[int, int]]:
        """The counts in all units, and in the old ones alone."""
        counted = Counter(chain.from_iterable(self.old.values()))
        in_old = dict(counted)
        counted.update(chain.from_iterable(self.new.values()))
        return counted, in_old

    @cached_property
    def by_count(self) -> list[float]:
        """What a pair of characters says that stands in so many units: the more, the fewer have it."""
        total = len(self.old) + len(self.new)
        return [0.0, *(log(1 + total / count) for count in range(1, total + 1))]

    def weigh(self, grams: set[int]) -> float:
        """What a set of character pairs says, in all; exact, so that the set's order cannot matter (law 11).

        Among a few units what two of them share would count as common, so there all pairs weigh the same.
        """
        if self.few:
            return len(grams)
        return fsum(map(self.by_count.__getitem__, map(self.counts.__getitem__, grams)))

    def between(self, i: int, j: int) -> float:
        """0 to 1 for old unit `i` and new unit `j`: the mean of the shared share of both and of the shorter.

        The second half sees an article that kept its words and gained or lost a paragraph.
        """
        one, other = self.said(i, new=False), self.said(j, new=True)
        if not one or not other:
            return 0.0
        shared = self.weigh(self.old[i] & self.new[j])
        return shared / (one + other) + shared / min(one, other) / 2

    def said(self, unit: int, *, new: bool) -> float:
        """What a unit says, in all."""
        said = self._weights.get((unit, new))
        if said is None:
            said = self._weights[unit, new] = self.weigh((self.new if new else self.old)[unit])
        return said

    def rarest(self, grams: set[int]) -> int:
        """In how many units that one of `grams` stands which stands in the fewest; 0 among a few units."""
        return 0 if self.few else min(map(self.counts.__getitem__, grams))

    @cached_property
    def rare(self) -> set[int]:
        """The character pairs by which candidates are found: rare ones that both sides have."""
        every = SAMPLE if len(self.old) + len(self.new) > MANY else 1
        counts, in_old = self._counted  # all of few units are as rare as is asked
        rare = {gram for gram, count in in_old.items() if count < counts[gram] <= RARE}
        return rare if every == 1 else {gram for gram in rare if not gram % every}

    @cached_property
    def index_new(self) -> Index:
        """Finds, among the new units, those that share rare pairs with a given one."""
        return self.index(self.new)

    def likeliest(self, of_old: int, of_new: int) -> Iterator[tuple[int, int]]:
        """Pairs of old and new units: for each old one the `of_old` likeliest new ones, for each new one `of_new` old ones.

        All of them where one side has few.
        """
        if min(len(self.old), len(self.new)) <= FEW:
            yield from product(self.old, self.new)
            return
        back: defaultdict[int, list[int]] = defaultdict(list)
        for i, grams in self.old.items():
            shared = self.index_new.shared(grams)
            for j in ranked(shared)[:of_old]:
                yield i, j
            for j, count in shared.items():
                back[j].append(i - count * _APART)
        for j, codes in back.items():
            for _ in range(min(of_new, len(codes))):  # hardly ever more than two
                code = min(codes)
                codes.remove(code)
                yield code % _APART, j

    def index(self, units: Mapping[int, set[int]]) -> Index:
        """An index that finds, among `units`, those that share rare pairs with a given one."""
        return Index(units, self.rare if len(units) > FEW else set())


class Index:
    """Units by the rare pairs of characters in them: candidates without weighing each with each."""

    def __init__(self, units: Mapping[int, set[int]], rare: set[int]) -> None:
        self.units, self.rare = list(units), rare
        self.places: dict[int, list[int]] = {gram: [] for gram in rare}
        places = self.places
        for unit, grams in units.items():
            for gram in grams & rare:
                places[gram].append(unit)

    def likeliest(self, grams: set[int], count: int) -> list[int]:
        """The `count` units that share most rare pairs with `grams`, the first one first where they share as many.

        Of a few units all are likely.
        """
        if len(self.units) <= FEW:
            return self.units
        return ranked(self.shared(grams))[:count]

    def shared(self, grams: set[int]) -> Counter[int]:
        """How many rare pairs each unit shares with `grams`, of those that share any."""
        return Counter(chain.from_iterable(map(self.places.__getitem__, grams & self.rare)))


def ranked(shared: Mapping[int, int]) -> list[int]:
    """The units that share most first, the first one first where they share as many.

    >>> ranked({3: 1, 2: 5, 1: 1})
    [2, 1, 3]
    """
    return sorted(sorted(shared), key=shared.__getitem__, reverse=True)


def bigrams(words: str) -> set[int]:
    """The pairs of neighbouring characters, each as one number: four bytes of UTF-16, at even and at odd places.

    Three times as fast as slicing the string, and this is where an alignment spends its time.

    >>> len(bigrams("应当应当"))  # 应当, 当应
    2
    """
    raw = words.encode("utf-16-le", "surrogatepass")
    size = len(raw)
    even, odd = memoryview(raw[: size // 4 * 4]), memoryview(raw[2 : max(2 + (size - 2) // 4 * 4, 2)])
    return {*even.cast("I"), *odd.cast("I")}
