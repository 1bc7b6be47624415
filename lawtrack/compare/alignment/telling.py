"""What pairs of characters tell as parts of words, and what two units share that a rival of theirs does not.

A formula (应当自……之日起三十日内报……备案) is long and made of words that stand in every second law; what an article is about
may be one word. So of what a pair shares and its rival does not, the common words hardly count.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import chain
from math import fsum
from typing import TYPE_CHECKING, Final

from lawtrack.compare.alignment.background import background
from lawtrack.compare.alignment.evidence import UNIT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from lawtrack.compare.alignment.evidence import Evidence

    Indexes = tuple[int, int]

MORE: Final = 0.8  # so much more a pair shares that its rival does not
TIMES: Final = 4.0  # and so many times as much as the rival shares that the pair does not


class Telling:
    """What the units that are left share of telling words."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    def share_more(self, pair: Indexes, rival: Indexes, times: float = TIMES) -> bool:
        """Do the two of `pair` share telling words that those of its `rival` don't, `times` what it is the other way round?"""
        common, common_to_rival = self._common(*pair), self._common(*rival)
        own = self._says(common - common_to_rival, pair)
        return own >= MORE and own >= times * self._says(common_to_rival - common, rival)

    def shared(self, pair: Indexes) -> float:
        """What telling words the two of a pair share, in all."""
        return self._says(self._common(*pair), pair)

    def _common(self, i: int, j: int) -> AbstractSet[int]:
        return self._evidence.alike.old[i] & self._evidence.alike.new[j]

    def _says(self, grams: AbstractSet[int], pair: Indexes) -> float:
        tells = self._tells[pair[0]]
        return fsum(tells[gram] for gram in grams)  # exact, whatever the order of a set (law 11)

    @cached_property
    def _tells(self) -> Mapping[int, Mapping[int, float]]:
        """By old unit what each pair of characters tells: the less, the more units have it and the commoner it is."""
        alike, others = self._evidence.alike, (grams for grams, _ in self._evidence.others)
        old, new = (Counter(chain.from_iterable(side.values())) for side in (alike.old, alike.new))
        elsewhere = Counter(chain.from_iterable(others))
        common = background()
        return {
            unit: {
                gram: told * min(common.get(gram, 1.0), 1.0) / (max(old[gram], new[gram]) + elsewhere[gram])
                for gram, told in telling(words, self._evidence.weight).items()
            }
            for unit, words in alike.old_words.items()
        }


def telling(words: str, weight: Mapping[int, int]) -> dict[int, float]:
    """What pairs of characters tell as parts of words: the one across where two common words meet is rare and tells nothing."""
    common = background()
    grams = list(_in_order(words))
    said = [common.get(gram, 1.0) for gram in grams]
    around = zip(grams, [1.0, *said], said, [*said[1:], 1.0], strict=False)
    return {
        gram: weight.get(gram, 0) * min(1.0, max(before, after) / here) / UNIT
        for gram, before, here, after in around
    }


def _in_order(words: str) -> Iterator[int]:
    raw = words.encode("utf-16-le", "surrogatepass")
    for at in range(0, len(raw) - 2, 2):
        yield int.from_bytes(raw[at : at + 4], "little")
