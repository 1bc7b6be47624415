"""Where few articles are left over, what stands in the same place between two that stay: told by less than its words.

A reward or an authority is written anew where it stood, several fees give way to one reference, a penalty goes into
the one beside it, a short article goes on as the last sentence of the one before it. Such a row says that it stands
together for its place.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz.distance import Indel

from lawtrack.compare.alignment.absorbing import PENALTY, leaves_to_other_law
from lawtrack.compare.alignment.context import LOOSE, define_other_terms, forms_of, speak_of_one_term
from lawtrack.compare.alignment.heads import Heads
from lawtrack.compare.alignment.matching import probability
from lawtrack.compare.alignment.splitting import around, sides_of
from lawtrack.compare.alignment.subsequence import Pair
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from lawtrack.compare.alignment.evidence import Evidence
    from lawtrack.compare.alignment.match import Match
    from lawtrack.compare.alignment.splitting import Side

ALONE: Final = 2.7  # what it adds that the two alone are left between the same two pairs
REWRITTEN: Final = 0.4  # or so much of all their words
BREACH: Final = "违反"  # or both are penalties, and the new one leaves it to another law
AMONG_MANY: Final = frozenset({"reward"})  # among many only what a text has one of
SAME_SENTENCE: Final = 0.5  # so alike are an article and a sentence that says the same, to the letter
SAME_AMONG_MANY: Final = 0.55
SAME_END: Final = 0.9  # so alike are penalties of one mould behind their deeds
ONE_SENTENCE: Final = 60  # characters of an article that may go on as a sentence
_SENTENCE: Final = compile_on_use("[。；;\\n]")
_CLAUSE: Final = compile_on_use("[,，。；;:：\\n]")


class Left(NamedTuple):
    """What is known of the few that are left over."""

    match: Match
    evidence: Evidence
    heads: Heads
    refused: Mapping[tuple[int, int], AbstractSet[tuple[int, int]]]
    odds: Mapping[tuple[int, int], float]
    asked: float
    punished: AbstractSet[tuple[int, int]] = frozenset()
    """Old penalties that say their deed, and the new ones that name the duty."""

    def pair(self, i: int, j: int) -> None:
        """Take two that stand together for their place."""
        self.match.take([Pair(i, j, probability(self.odds.get((i, j), 0.0)))])
        self.match.in_place.add((i, j))


def fill_gaps(gaps: Iterable[tuple[list[int], list[int]]], left: Left, *, crossing: bool = False) -> None:
    """Pair what is left between two pairs: several and what they gave way to, two of one function, two left alone.

    `crossing`: others may have taken partners across the place, so that being alone in it says little.
    """
    alike = left.evidence.alike
    for olds, news in list(gaps):
        for pair in _of_one_function(olds, news, left):
            left.pair(*pair)
        open_pairs = [pair for pair in product(olds, news) if left.match.is_free(*pair)]
        pairs = [pair for pair in open_pairs if pair not in left.refused]
        told = [pair for pair in pairs if left.heads.speak_for(*pair, alone=len(pairs) == 1)]
        if len(pairs) == 1 or len(told) == 1:
            (pair,) = pairs if len(pairs) == 1 else told
            words = alike.old_words[pair[0]], alike.new_words[pair[1]]
            punish = {PENALTY.search(one) is not None for one in words}
            refers = all(BREACH in one for one in words) and leaves_to_other_law(*words)
            crossed = crossing and is_crossed(*pair, left)
            alone = not crossed and len(punish) == 1  # a penalty seldom becomes a rule that punishes nothing
            if (
                told
                or refers
                or left.odds[pair] + ALONE * alone >= left.asked
                or (alone and alike.between(*pair) >= REWRITTEN)
            ):
                left.pair(*pair)


def is_crossed(i: int, j: int, left: Left) -> bool:
    """Would the two change places with a pair of those that were left over?"""
    return any(
        (pair.old < i) != (pair.new < j)
        for pair in left.match.pairs.values()
        if pair.old in left.evidence.alike.old
    )


def _of_one_function(
    olds: list[int], news: list[int], left: Left, names: frozenset[str] = frozenset(LOOSE)
) -> Iterator[tuple[int, int]]:
    """Old and new units that alone among those in one place are there for something, by a loose form of it."""
    alike = left.evidence.alike
    if names == LOOSE.keys():
        for i, j in product(olds, news):
            if left.match.is_free(i, j) and speak_of_one_term(alike.old_words[i], alike.new_words[j]):
                yield i, j
    old = {i: forms_of(alike.old_words[i], alike.old[i], names) for i in olds}
    new = {j: forms_of(alike.new_words[j], alike.new[j], names) for j in news}
    for name in sorted(names.intersection(set().union(*old.values()), set().union(*new.values()))):
        ones, others = ([unit for unit, names in side.items() if name in names] for side in (old, new))
        if (
            len(ones) == len(others) == 1
            and left.match.is_free(ones[0], others[0])
            and (ones[0], others[0]) not in left.refused
            and not define_other_terms(alike.old_words[ones[0]], alike.new_words[others[0]])
        ):
            yield ones[0], others[0]


def look_beside(sizes: tuple[int, int], match: Match, evidence: Evidence) -> None:
    """Among many, take what alone in its place has a function, and what the partner of a neighbour says too."""
    left = Left(match, evidence, Heads(evidence), {}, {}, 0.0)
    for olds, news in list(match.gaps(sizes)):
        for pair in _of_one_function(olds, news, left, AMONG_MANY):
            left.pair(*pair)
    for side in sides_of(match, evidence):
        find_beside(side, left)


def find_beside(side: Side, left: Left) -> None:
    """Add to `side.pieces` what the partner of a unit beside it says too: a deed that is punished, a sentence, a function."""
    for piece in side.parts:
        if piece in side.partner or piece in side.pieces:
            continue
        for whole in around(piece, side):
            pair = side.pair(piece, whole)
            if (
                whole not in side.wholes
                or pair in left.match.apart
                or any(at not in side.parts for at in side.known(whole))
            ):
                continue
            if (
                left.odds
                and (_has_deed(side, piece, whole, left.heads) or _counts(side, piece, whole, left.heads))
            ) or _has_said(side, piece, whole, SAME_SENTENCE if left.odds else SAME_AMONG_MANY):
                side.pieces[piece] = whole
                left.match.in_place.add(pair)
                break


def _has_deed(side: Side, piece: int, whole: int, heads: Heads) -> bool:
    """Does the whole punish the deed of the piece, beside that of its partner?"""
    if not PENALTY.search(side.texts[whole]):
        return False
    covered: set[int] = set().union(*(heads.tells(side.own_texts[at]) for at in side.known(whole)))
    return heads.is_deed_of(side.own_texts[piece], side.wholes[whole], covered)


def _counts(side: Side, piece: int, whole: int, heads: Heads) -> bool:
    """Has the whole as many deeds as penalties stood in its place, all alike but for their deeds?"""
    row = [piece]
    for step in (-1, 1):
        at = piece + step
        while at in side.parts and (at not in side.partner or side.partner[at] == whole):
            row.append(at)
            at += step
    texts = [side.own_texts[at] for at in row]
    if not any(side.partner.get(at) == whole for at in row) or not all(map(heads.is_deed, texts)):
        return False
    ends = [text[text.index("的,") :] for text in texts if "的," in text]
    alike = all(Indel.normalized_similarity(ends[0], end) >= SAME_END for end in ends)
    return alike and len(ends) == len(row) <= heads.deeds(side.texts[whole])


def _has_said(side: Side, piece: int, whole: int, least: float) -> bool:
    """Is the piece much like a sentence of the whole that its partner has not, or like as many of its clauses?"""
    words = side.own_texts[piece].rstrip("。")
    if len(words) > ONE_SENTENCE or PENALTY.search(words):
        return False
    count = len(_CLAUSE.split(words))
    for said in _runs(side.texts[whole], count):
        alike = Indel.normalized_similarity(words, said, score_cutoff=least)
        if alike and not any(
            Indel.normalized_similarity(one, said, score_cutoff=alike)
            for at in side.known(whole)
            for one in _runs(side.own_texts[at], count)
        ):
            return True
    return False


def _runs(text: str, count: int) -> Iterator[str]:
    """Each run of so many clauses within a sentence."""
    for sentence in _SENTENCE.split(text):
        clauses = _CLAUSE.split(sentence)
        for at in range(len(clauses) - count + 1):
            yield ",".join(clauses[at : at + count])
