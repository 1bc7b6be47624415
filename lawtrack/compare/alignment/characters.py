"""What characters two units share: Chinese makes its words of them, so that two wordings of one rule share more than words.

培训 and 接受教育培训, 收费标准 and 服务价格 … 费用: a character tells the less, the more common words have it in other laws,
and the more units of this text have it that are something else's.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import chain
from math import fsum
from typing import TYPE_CHECKING, Final

from lawtrack.compare.alignment.background import common_characters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from lawtrack.compare.alignment.similarity import Similarity

    Neighbours = Mapping[int, Sequence[int]]

Nearest = tuple[float, int, float]
_NOBODY: Final = (0.0, -1)
IN_ALL: Final = 20.0  # what all units together count as that have a character
BY_CHANCE: Final = 0.1  # what two units share that have nothing to do with one another


def letters(words: str) -> frozenset[int]:
    """The characters of words, each as a number: in a third of the time that its letters take.

    >>> sorted(map(chr, letters("甲乙甲")))
    ['乙', '甲']
    """
    return frozenset(memoryview(words.encode("utf-16-le", "surrogatepass")).cast("H"))


_NO_WORDS: Final = letters(",，。;；:：、\n的<>《》()（）")


class Characters:
    """Shares of what the characters of units tell."""

    def __init__(self, others: Sequence[str], each: float = 1.0) -> None:
        """`others` are units that are something else's; each that has a character counts as `each`."""
        self._others, self._each = others, each
        self._letters: dict[str, frozenset[int]] = {}
        self._tell: dict[int, float] = dict.fromkeys(_NO_WORDS, 0.0)
        self._said: dict[str, float] = {}

    @cached_property
    def _elsewhere(self) -> Counter[int]:
        """In how many of the others each character stands: most light amendments are done with before anybody asks."""
        return Counter(chain.from_iterable(map(self.of, self._others)))

    def stranger(self, words: str) -> float:
        """What a unit of these words shares with those that are known to be something else's, mostly."""
        shares = sorted(self.alike(words, other) for other in self._others)
        return shares[len(shares) * 3 // 4] if shares else 0.0

    def alike(self, one: str, other: str) -> float:
        """What part of what the characters of two units tell stands in the other, 0 to 1."""
        said, told = self.said(one), self.said(other)
        shared = self._weigh(self._letters[one] & self._letters[other])
        return (shared / (said or 1.0) + shared / (told or 1.0)) / 2

    def share(self, words: str, others: str) -> float:
        """What part of what the characters of some words tell stands in others, 0 to 1."""
        said = self.said(words)
        return self._weigh(self._letters[words] & self.of(others)) / (said or 1.0)

    def own(self, words: str, others: str) -> float:
        """What the characters of some words tell that are not in others."""
        alone = self.of(words) - self.of(others)
        self._look_up(alone)
        return self._weigh(alone)

    def has_own(self, words: str, others: str) -> bool:
        """Have some words a character that tells anything and is not in others?

        >>> Characters([]).has_own("游泳，申请", "游泳申请")
        False
        """
        return not _NO_WORDS.issuperset(self.of(words) - self.of(others))

    def tell(self, words: str, characters: AbstractSet[int]) -> float:
        """What some of the characters of words tell."""
        self.said(words)
        return self._weigh(self._letters[words] & characters)

    def of(self, words: str) -> frozenset[int]:
        """The characters of words."""
        known = self._letters.get(words)
        if known is None:
            known = self._letters[words] = letters(words)
        return known

    def said(self, words: str) -> float:
        """What the characters of words tell in all."""
        said = self._said.get(words)
        if said is None:
            characters = self.of(words)
            self._look_up(characters)
            said = self._said[words] = self._weigh(characters)
        return said

    def _look_up(self, characters: frozenset[int]) -> None:
        """See to it that what each of these characters tells is known."""
        common, elsewhere, tell, each = common_characters().get, self._elsewhere.get, self._tell, self._each
        for character in characters.difference(tell):
            often = (1.0 + each * elsewhere(character, 0)) ** 0.5
            tell[character] = 1 / (common(character, 1.0) * often)

    def _weigh(self, characters: AbstractSet[int]) -> float:
        """What characters tell; exact, so that the order of a set cannot matter (law 11)."""
        return fsum(map(self._tell.__getitem__, characters))


class CharacterLeads:
    """How much more old and new units share by their characters than either does with another of its candidates.

    Where many units are left over: a character tells the less, the more of them have it.
    """

    def __init__(self, alike: Similarity, neighbours: tuple[Neighbours, Neighbours]) -> None:
        """`neighbours` are for each old unit its candidates, and for each new one."""
        units = [*alike.old_words.values(), *alike.new_words.values()]
        self._characters = Characters(units, IN_ALL / len(units))
        self._alike, self._neighbours = alike, neighbours
        self._shares: dict[tuple[int, int], float] = {}
        self._nearest: tuple[dict[int, Nearest], dict[int, Nearest]] = {}, {}

    def leads(self, i: int, j: int) -> tuple[float, float]:
        """What old unit `i` and new unit `j` share, less what `i` shares with another; and less what `j` does."""
        own = self._share(i, j)
        first, which, second = self._nearest_to(i, new=False)
        rival_of_old = second if which == j else first
        first, which, second = self._nearest_to(j, new=True)
        rival_of_new = second if which == i else first
        return own - max(rival_of_old, BY_CHANCE), own - max(rival_of_new, BY_CHANCE)

    def _nearest_to(self, unit: int, *, new: bool) -> Nearest:
        """What a unit shares with the nearest of its candidates, which that is, and what with the next."""
        found = self._nearest[new].get(unit)
        if found is None:
            others = self._neighbours[new].get(unit, ())
            shares = [
                (self._share(other, unit) if new else self._share(unit, other), other) for other in others
            ]
            (first, which), (second, _) = [*sorted(shares, reverse=True), _NOBODY, _NOBODY][:2]
            found = self._nearest[new][unit] = first, which, second
        return found

    def _share(self, i: int, j: int) -> float:
        share = self._shares.get((i, j))
        if share is None:
            share = self._shares[i, j] = self._characters.alike(
                self._alike.old_words[i], self._alike.new_words[j]
            )
        return share
