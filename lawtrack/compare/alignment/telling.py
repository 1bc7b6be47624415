"""What pairs of characters tell as parts of words, and what two units share that a rival of theirs does not.

A formula (应当自……之日起三十日内报……备案) is long and made of words that stand in every second law; what an article is about
may be one word. So of what a pair shares and its rival does not, the common words hardly count.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import chain, repeat
from math import fsum
from typing import TYPE_CHECKING, Final

from lawtrack.compare.alignment.background import background
from lawtrack.compare.alignment.evidence import UNIT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from lawtrack.compare.alignment.evidence import Evidence

    Indexes = tuple[int, int]

MORE: Final = 0.8  # so much more a pair shares that its rival does not
TIMES: Final = 4.0  # and so many times as much as the rival shares that the pair does not


class Telling:
    """What the units that are left share of telling words."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._told: dict[int, Mapping[int, float]] = {}
        self._common: dict[Indexes, set[int]] = {}

    def share_more(self, pair: Indexes, rival: Indexes, times: float = TIMES) -> bool:
        """Do the two of `pair` share telling words that those of its `rival` don't, `times` what it is the other way round?"""
        common, common_to_rival = self._shared_by(pair), self._shared_by(rival)
        alone = common - common_to_rival
        if (
            self._evidence.weigh(alone) < MORE
        ):  # what pairs of characters weigh is the most that they can tell
            return False
        own = self._says(alone, pair)
        return own >= MORE and own >= times * self._says(common_to_rival - common, rival)

    def shared(self, pair: Indexes) -> float:
        """What telling words the two of a pair share, in all."""
        return self._says(self._shared_by(pair), pair)

    def _shared_by(self, pair: Indexes) -> set[int]:
        common = self._common.get(pair)
        if common is None:
            alike = self._evidence.alike
            common = self._common[pair] = alike.old[pair[0]] & alike.new[pair[1]]
        return common

    def _says(self, grams: AbstractSet[int], pair: Indexes) -> float:
        """What some of the pairs of characters that the two share tell; exact, whatever the order of a set (law 11)."""
        told = self._told.get(pair[0])
        if told is None:
            told = self._told[pair[0]] = self._tells(pair[0])
        return fsum(map(told.__getitem__, grams))

    def _tells(self, unit: int) -> dict[int, float]:
        """What each pair of characters of an old unit tells: the less, the more units have it and the commoner it is."""
        alike, common = self._evidence.alike, background()
        told = telling(alike.old_words[unit], self._evidence.weight)
        often = self._often
        return {
            gram: told[gram] * common.get(gram, 1.0) / often[gram] for gram in alike.old[unit] & often.keys()
        }

    @cached_property
    def _often(self) -> Mapping[int, int]:
        """Of the pairs of characters that both sides have, in how many units each stands: others, and those of one side."""
        alike = self._evidence.alike
        both = set().union(*alike.old.values()) & set().union(*alike.new.values())
        old, new = (_count(side.values(), both) for side in (alike.old, alike.new))
        elsewhere = _count((grams for grams, _ in self._evidence.others), both)
        return {gram: max(count, new[gram]) + elsewhere[gram] for gram, count in old.items()}


def telling(words: str, weight: Mapping[int, int]) -> dict[int, float]:
    """What pairs of characters tell as parts of words: the one across where two common words meet is rare and tells nothing."""
    grams = _in_order(words)
    said = list(map(background().get, grams, repeat(1.0)))
    weigh = weight.get
    # spelt out for speed: asked of every character of what is left
    return {
        gram: weigh(gram, 0) * (max(before, after) / here) / UNIT
        if before < here > after
        else weigh(gram, 0) / UNIT
        for gram, before, here, after in zip(grams, [1.0, *said], said, [*said[1:], 1.0], strict=False)
    }


def _count(units: Iterable[set[int]], asked: set[int]) -> Counter[int]:
    """In how many of the units each pair of characters stands, of those `asked`."""
    return Counter(chain.from_iterable(grams & asked for grams in units))


def _in_order(words: str) -> list[int]:
    """The pairs of neighbouring characters as they stand, numbered as by `bigrams`."""
    raw = words.encode("utf-16-le", "surrogatepass")
    size = len(raw)
    grams = [0] * max(size // 2 - 1, 0)
    grams[::2] = memoryview(raw[: size // 4 * 4]).cast("I").tolist()
    grams[1::2] = memoryview(raw[2 : max(2 + (size - 2) // 4 * 4, 2)]).cast("I").tolist()
    return grams
