"""What characters two units share: Chinese makes its words of them, so that two wordings of one rule share more than words.

培训 and 接受教育培训, 收费标准 and 服务价格 … 费用: a character tells the less, the more common words have it in other laws,
and the more units of this text have it that are something else's.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from math import fsum
from typing import TYPE_CHECKING, Final

from lawtrack.compare.alignment.background import common_characters

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lawtrack.compare.alignment.similarity import Similarity

USUAL: Final = 4.0  # common pairs that have a character which tells half of what one tells that is in none
_NO_WORDS: Final = frozenset(",，。;；:：、\n的<>《》()（）")


class Characters:
    """Shares of what the characters of units tell."""

    def __init__(self, alike: Similarity, others: Iterable[Iterable[int]]) -> None:
        self._alike = alike
        self._others = ["".join(sorted(_characters(grams))) for grams in others]
        self._elsewhere = Counter(chain.from_iterable(self._others))
        self._tells: dict[str, Mapping[str, float]] = {}

    def alike(self, i: int, j: int) -> float:
        """What part of what the characters of an old and a new unit tell stands in the other, 0 to 1."""
        return self._both(self._alike.old_words[i], self._alike.new_words[j])

    def stranger(self, words: str) -> float:
        """What a unit of these words shares with those that are known to be something else's, mostly."""
        shares = sorted(self._both(words, other) for other in self._others)
        return shares[len(shares) * 3 // 4] if shares else 0.0

    def _both(self, one: str, other: str) -> float:
        return (self.share(one, other) + self.share(other, one)) / 2

    def share(self, words: str, others: str) -> float:
        """What part of what the characters of some words tell stands in others, 0 to 1."""
        tells = self._of(words)
        told = sum(said for character, said in tells.items() if character in others)
        return told / (sum(tells.values()) or 1.0)

    def tell(self, words: str, characters: Iterable[str]) -> float:
        """What some of the characters of words tell."""
        tells = self._of(words)  # the sum is exact, whatever the order of a set (law 11)
        return fsum(tells.get(character, 0.0) for character in characters)

    def _of(self, words: str) -> Mapping[str, float]:
        tells = self._tells.get(words)
        if tells is None:
            common = common_characters()
            tells = self._tells[words] = {
                character: 1
                / ((1 + common.get(character, 0.0) / USUAL) * (1.0 + self._elsewhere[character]) ** 0.5)
                for character in sorted(set(words) - _NO_WORDS)
            }
        return tells


def _characters(grams: Iterable[int]) -> set[str]:
    """The characters of pairs, as `bigrams` numbers them."""
    return {chr(half) for gram in grams for half in (gram & 0xFFFF, gram >> 16)}
