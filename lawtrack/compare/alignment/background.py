"""How much a pair of characters says in the light of other laws.

What is rare in two versions of one text may still be said in every second ordinance (符合条件, 本人自愿): it tells little
about which article this is.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from functools import cache
from typing import Final

from lawtrack.compare.alignment.common_pairs import CLASSES, COMMON

USUAL: Final = 4.0  # common pairs that have a character which tells half of what one tells that is in none
LEAST: Final = 0.02
"""What the commonest pairs say; not nothing, so that two units of set phrases alone can still be told apart."""


@cache
def background() -> dict[int, float]:
    """By pair of characters (as `similarity.bigrams` numbers them): how much it says, 0 to 1; what is not here, 1.

    >>> from lawtrack.compare.alignment.similarity import bigrams
    >>> [background().get(pair, 1.0) for words in ("规定", "驯鹿") for pair in bigrams(words)]
    [0.02, 1.0]
    """
    rarity: dict[int, float] = {}
    for kind, pairs in enumerate(COMMON):
        rarity.update(dict.fromkeys(array("I", pairs.encode("utf-16-le")), max(kind / CLASSES, LEAST)))
    return rarity


@cache
def common_characters() -> dict[int, float]:
    """By character, as a number: how many times less it tells for being in common pairs; what is not here is in none.

    >>> common_characters()[ord("的")] > common_characters()[ord("水")] > 1
    True
    """
    said: defaultdict[int, float] = defaultdict(float)
    for kind, pairs in enumerate(COMMON):
        for character in pairs:
            said[ord(character)] += 1 - kind / CLASSES
    return {character: 1 + often / USUAL for character, often in said.items()}
