"""Splits and merges: a unit without a partner whose words stand in another's partner.

An article that was cut in two still has a counterpart, the half that kept more of it; the other half is found here,
in what the counterpart does not cover. A merge is the same with the sides exchanged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lawtrack.compare.likeness import Likeness

COVERED: Final = (
    0.42  # a split-off unit has this much of its words in the remainder of its neighbour's partner
)
FAR_COVERED: Final = 0.60  # of an origin that stands elsewhere it takes more
TAKEN_OVER: Final = 0.95  # with this much of its words in the other, even a short unit was split off
SHORT: Final = 15  # fewer shared pairs of characters than this may be a set phrase
ORIGINS: Final = 2  # likely origins weighed beside the neighbours


@dataclass(frozen=True, slots=True)
class Side:
    """One side as seen from the other: `parts` may be pieces of `wholes`; `partner` goes there, `back` returns."""

    parts: Mapping[int, set[int]]
    wholes: Mapping[int, set[int]]
    partner: Mapping[int, int]
    back: Mapping[int, int]


def contained(side: Side, alike: Likeness) -> dict[int, int]:
    """For each unit of `side.parts` without a partner: the whole whose remainder holds its words, if there is one."""
    lone = [k for k in side.parts if k not in side.partner]
    rests = dict(_remainders(side)) if lone else {}
    if not rests:
        return {}
    index = alike.index(rests)
    found: dict[int, int] = {}
    for k in lone:
        near = [whole for whole in _around(k, side.partner, found) if whole in rests]
        far = [whole for whole in index.likeliest(side.parts[k], ORIGINS) if whole not in near]
        weighed = [(_share(side, k, whole, rests[whole], alike), -whole) for whole in near]
        weighed += [
            (share, -whole)
            for whole in far
            if (share := _share(side, k, whole, rests[whole], alike)) >= FAR_COVERED
        ]
        share, whole = max(weighed, default=(0.0, 0))
        if share >= COVERED:
            found[k] = -whole
    return found


def _remainders(side: Side) -> Iterator[tuple[int, set[int]]]:
    """For each whole that has a counterpart what the counterpart does not cover, if it is anything."""
    for whole, grams in side.wholes.items():
        if whole in side.back and (rest := grams - side.parts[side.back[whole]]):
            yield whole, rest


def _share(side: Side, k: int, whole: int, rest: set[int], alike: Likeness) -> float:
    """How much of unit `k` stands in the remainder of `whole`; a lead-in that both halves repeat does not count."""
    grams = side.parts[k]
    shared = grams & rest
    if len(shared) < SHORT and not (shared and _is_taken_over(grams, side.wholes[whole])):
        return 0.0
    kept = side.wholes[whole] - rest
    return alike.weigh(shared) / alike.weigh(grams - kept)


def _is_taken_over(grams: set[int], whole: set[int]) -> bool:
    return len(grams) >= SHORT and len(grams & whole) >= TAKEN_OVER * len(grams)


def _around(k: int, partner: Mapping[int, int], found: Mapping[int, int]) -> Iterator[int]:
    """The partners of the units just before and after `k`, passing over pieces already found."""
    for step in (-1, 1):
        at = k + step
        while at in found:
            at += step
        if at in partner:
            yield partner[at]
