"""Articles of one mould about different things: the form stays to the letter, and what it is said of is something else.

村民委员会应当建立红白理事会，制定章程 and 村民委员会应当建立墓地台账，制定计划 share their body and their form, as
遛犬不束犬链的 and 犬吠扰民的 share who punishes and how. Where one is gone and the other stands in its place, likeness says
one became the other; what their characters tell says no. A text that was rewritten shares the topic and not the form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz.distance import Indel

from lawtrack.compare.alignment.heads import SUBJECT, deed_of
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from lawtrack.compare.alignment.characters import Characters
    from lawtrack.compare.alignment.evidence import Evidence
    from lawtrack.compare.alignment.match import Match
    from lawtrack.compare.alignment.subsequence import Pair


class Mould(NamedTuple):
    """So alike two are to the letter, while so much of what the characters of either tell is not in the other."""

    alike: float
    own: float

    def fits(self, old: str, new: str, characters: Characters) -> bool:
        """Are two units that much alike, and so different by what they are about?"""
        for words, others in ((old, new), (new, old)):
            own = characters.own(words, others)
            if own < LEAST or own < self.own * characters.said(words):
                return False
        return Indel.normalized_similarity(old, new, score_cutoff=self.alike) >= self.alike


APART: Final = Mould(alike=0.5, own=0.45)
DOUBTED: Final = Mould(alike=0.45, own=0.2)
LEAST: Final = 1.0  # as much as a character tells that is in no common word
OTHER_DEED: Final = 0.5  # and of what either deed tells so much, where both are penalties
STRANGE_DEED: Final = 0.7  # and so much, where they would have to change places with others besides
OTHER_SUBJECT: Final = 0.2  # so little subjects share of what they tell that are two
_BODY: Final = compile_on_use("(?:部门|机关|机构|政府|委员会|[局厅部委院所站办])(?:和|、|$)")
"""A body: what it has to do is often another's from one day to the next."""


def may_be_apart(old: str, new: str, characters: Characters) -> bool:
    """May two articles that are much alike well be about different things: other deeds, other subjects, other characters?

    >>> from lawtrack.compare.alignment.characters import Characters
    >>> may_be_apart("游泳应当提前三日申请。", "放牧应当提前三日申请。", Characters([]))
    True
    """
    if not (characters.has_own(old, new) and characters.has_own(new, old)):
        return False  # one only says more than the other
    own = _own_of_deeds(old, new, characters)
    if own is not None:
        return own >= OTHER_DEED
    return DOUBTED.fits(old, new, characters) or _have_other_subjects(old, new, characters)


def _own_of_deeds(old: str, new: str, characters: Characters) -> float | None:
    """What part of what either deed tells is not in the other, at least; None where not both say what is punished."""
    one, other = deed_of(old), deed_of(new)
    if not one or not other:
        return None
    return 1 - max(characters.share(one, other), characters.share(other, one))


def _have_other_subjects(old: str, new: str, characters: Characters) -> bool:
    one, other = SUBJECT.match(old), SUBJECT.match(new)
    if not one or not other or one[0] == other[0] or _BODY.search(one[0]) or _BODY.search(other[0]):
        return False
    return characters.alike(one[0], other[0]) <= OTHER_SUBJECT


class Moulds:
    """Which of the few units that are left have one mould and different topics."""

    def __init__(self, evidence: Evidence, same: Container[tuple[int, int]]) -> None:
        """`same` are pairs that are known to be there for the same: how an ordinance begins and ends is said in moulds."""
        self._alike, self._characters, self._same = evidence.alike, evidence.characters, same

    def kept_apart(self, gaps: Iterable[tuple[list[int], list[int]]]) -> Iterator[tuple[int, int]]:
        """Pairs that stand alone in one of the `gaps` and are so clearly about different things that neither became the other.

        No penalties: the deed of one may be said in quite other words.
        """
        for olds, news in gaps:
            pair = olds[0], news[0]
            if len(olds) == len(news) == 1 and pair not in self._same:
                old, new = self._words(*pair)
                if not (deed_of(old) and deed_of(new)) and APART.fits(old, new, self._characters):
                    yield pair

    def doubtful(self, pairs: Iterable[Pair]) -> Iterator[tuple[int, int]]:
        """Of `pairs` those of the few that may well be about different things."""
        for i, j in ((pair.old, pair.new) for pair in pairs):
            few = i in self._alike.old and j in self._alike.new
            if few and (i, j) not in self._same and may_be_apart(*self._words(i, j), self._characters):
                yield i, j

    def part_strangers(self, match: Match, known: Container[tuple[int, int]]) -> None:
        """Take apart penalties of other deeds that only their sanction has put together, across others that are sure.

        What has pieces stays, and what is `known` to punish the same.
        """
        left = [
            pair
            for pair in match.pairs.values()
            if pair.old in self._alike.old and pair.new in self._alike.new
        ]
        sure = [pair for pair in left if (pair.old, pair.new) not in match.doubtful]
        for i, j in sorted((pair.old, pair.new) for pair in left if (pair.old, pair.new) in match.doubtful):
            crosses = any((pair.old < i) != (pair.new < j) for pair in sure)
            free = (i, j) not in known and i not in match.split.values() and j not in match.merged.values()
            own = _own_of_deeds(*self._words(i, j), self._characters) if crosses and free else None
            if own is not None and own >= STRANGE_DEED:
                match.leave(i, j)

    def _words(self, i: int, j: int) -> tuple[str, str]:
        return self._alike.old_words[i], self._alike.new_words[j]
