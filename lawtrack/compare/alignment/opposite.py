"""What is gone and what is new, as many against as many in one place, and may be one article each in wholly other words.

游人有意见，可以写在意见簿上 and 公园管理单位应当公布投诉方式……: they share no word and hardly a character, and as often an article
is gone and another about something else stands in its place. So neither is said; the reader is told to look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.compare.alignment.absorbing import PENALTY
from lawtrack.compare.alignment.context import FUNCTIONS, LOOSE, define_other_terms, forms_of
from lawtrack.compare.alignment.moulds import APART
from lawtrack.compare.alignment.similarity import bigrams

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lawtrack.compare.alignment.characters import Characters
    from lawtrack.compare.alignment.evidence import Evidence
    from lawtrack.compare.alignment.match import Match

LONGER: Final = 10  # times as long as the other one is no other wording of it
LONG: Final = 30  # characters: two of that length that are one rule in other words share some,
SHARED: Final = (
    0.1  # so much of what they tell at least; 29 real counterparts do, three in ten of 574 strangers don't
)


def opposites(
    match: Match, gaps: Iterable[tuple[list[int], list[int]]], evidence: Evidence
) -> Iterator[tuple[int, int]]:
    """Of the few, those of which as many old as new are left in one of the `gaps`, in order, but for what clearly are two."""
    alike = evidence.alike
    for olds, news in gaps:
        if len(olds) != len(news):
            continue
        for i, j in zip(olds, news, strict=True):
            if (i, j) not in match.apart and not _are_strangers(
                alike.old_words[i], alike.new_words[j], evidence.characters
            ):
                yield i, j


def _are_strangers(old: str, new: str, characters: Characters) -> bool:
    """Is it clear that the two are about different things: by length, characters, mould, terms, or what each is there for?"""
    shorter, longer = sorted((len(old), len(new)))
    if longer > LONGER * shorter or (shorter >= LONG and characters.alike(old, new) < SHARED):
        return True
    if define_other_terms(old, new) or APART.fits(old, new, characters):
        return True
    one, other = _functions(old), _functions(new)
    return bool(one and other) and one.isdisjoint(other)


def _functions(words: str) -> set[str]:
    """What a unit is there for, by strict forms and loose ones; to punish is one."""
    strict = {
        name
        for name, (signs, form) in FUNCTIONS.items()
        if any(sign in words for sign in signs) and (form is None or form.search(words))
    }
    return strict | forms_of(words, bigrams(words), LOOSE) | ({"penalty"} if PENALTY.search(words) else set())
