"""Penalties that both name the duty by its number: held together, and apart, by what the articles of these numbers say.

The duties may be reworded and change places, and the penalties with them; then neither number nor words of the penalties
tell who is whose. And one that stays to the letter may punish what it did not, for its number is another duty's now.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final

from lawtrack.compare.alignment.absorbing import PENALTY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lawtrack.compare.alignment.characters import Characters
    from lawtrack.compare.alignment.context import Context
    from lawtrack.compare.alignment.evidence import Evidence

    Indexes = tuple[int, int]

BREACH: Final = "违反"
SAME: Final = 0.6  # so much of what the shorter of two duties tells stands in the other, where they are one,
LEAD: Final = 0.2  # and so much more than in any other that a penalty names;
OTHER: Final = 0.35  # and no more than so much of either in the other where they are two


def named_by_both(evidence: Evidence, context: Context) -> Iterator[tuple[Indexes, list[Indexes]]]:
    """Of the few, pairs of penalties that name one duty, each with the pairs that have one of the two and name another."""
    characters = evidence.characters
    olds, news = (
        {
            unit: _said(context.cited[new][unit], context, new=new)
            for unit, words in side.items()
            if PENALTY.search(words)
        }
        for new, side in ((False, evidence.alike.old_words), (True, evidence.alike.new_words))
    )
    alike = {
        (i, j): _contained(one, other, characters)
        for (i, one), (j, other) in product(olds.items(), news.items())
        if one and other
    }
    for (i, j), most in alike.items():
        rivals = [pair for pair in alike if (pair[0] == i) != (pair[1] == j)]
        if most >= SAME and all(alike[rival] <= most - LEAD for rival in rivals):
            yield (i, j), rivals


def name_other_duties(i: int, j: int, context: Context, characters: Characters) -> bool:
    """Does an old penalty name another duty than a new one does, by what the articles of their numbers say?"""
    one, other = (
        _said(context.named_by(unit, new=new), context, new=new) for unit, new in ((i, False), (j, True))
    )
    return bool(one and other) and _contained(one, other, characters) <= OTHER


def _said(articles: Iterable[int], context: Context, *, new: bool) -> str:
    return "".join(context.words(at, new=new) for at in sorted(articles))


def _contained(one: str, other: str, characters: Characters) -> float:
    """What part of what the one that tells less tells stands in the other."""
    shorter, longer = sorted((one, other), key=characters.said)
    return characters.share(shorter, longer)
