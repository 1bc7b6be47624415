"""What speaks for a pair where few articles are left over, as in a light amendment.

Among a handful of articles nothing shows what two of them share by chance, and hardly any has a rival. So the words are
weighed against other laws, each article's share with the others that are left is what its partner has to surpass, and
two that are left alone have to share more. The weights were learned from revisions judged by hand, of which each
article and what became of it was put into its otherwise unchanged text, alone, beside an article that is new and beside
one that is gone; and from articles of such texts of which each replaces another that it has nothing to do with
(`benchmarks/light_amendments.py`).
"""

from __future__ import annotations

from math import log, log1p
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.compare.alignment.absorbing import leaves_to_other_law
from lawtrack.compare.alignment.match import Match
from lawtrack.compare.alignment.matching import probability
from lawtrack.compare.alignment.placing import BY_PLACE, Placing
from lawtrack.compare.alignment.splitting import (
    Side,
    dropped_sentences,
    find_pieces,
    find_remainders,
    has_sentence,
    sides_of,
)
from lawtrack.compare.alignment.subsequence import Pair, weighted_increasing_subsequence
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.compare.alignment.context import Context
    from lawtrack.compare.alignment.evidence import Evidence

OWN: Final = 1.0  # so little of its own is hardly anything
STRANGER: Final = 0.03  # what two articles share that have nothing to do with one another
ASKED: Final = 1.8  # more than elsewhere: a wrong pair is half of all that a light amendment shows
MOVED: Final = 5.0  # and so much more of an article that stands elsewhere
PIECE: Final = 2.0  # so much more has to speak for a piece than for a pair where both claim an article
ECHO: Final = 0.9  # a piece has a little at least of the whole that the whole's partner has not
ALONE: Final = 1.0  # what it adds that the two alone are left between the same two pairs
SHORT: Final = 12  # articles of fewer pairs of characters tell too little: that they share one will do
REWRITTEN: Final = 0.28  # or so much of all their words
BREACH: Final = "违反"  # or both are penalties, and the new one leaves it to another law
PUNISHED_BY: Final = compile_on_use("(?:依照|按照|依据)[^。；]{1,60}?[法规][^。；]{0,30}?(?:处罚|处理|规定)")
"""A penalty that leaves it to another law how it is punished."""
OWN_PENALTY: Final = compile_on_use("元|罚款|处分|警告|没收|吊销|责令")


class Signs(NamedTuple):
    """What speaks for a pair: the share of the shorter, what both share, its lead before rivals, what it is about."""

    of_shorter: float
    shared: float
    lead_of_old: float
    lead_of_new: float
    topic: float
    function: float
    alone: float


WEIGHTS: Final = Signs(
    of_shorter=6.9, shared=2.7, lead_of_old=20.0, lead_of_new=22.0, topic=3.0, function=8.8, alone=-1.7
)
BASE: Final = -3.8
"""What each adds to the log-odds of a pair, and the log-odds of a pair of which all are 0."""


def match_few(
    sizes: tuple[int, int], anchors: list[Pair], evidence: Evidence, context: Context, trust: float
) -> Match:
    """The match of the few articles that are left beside `anchors`, the likeliest first."""
    match = Match()
    match.take(weighted_increasing_subsequence(anchors))
    match.take_free(anchors)
    placing = Placing(sizes, evidence, match.chain(), match.pairs.values(), context)
    odds = {
        (i, j): said + BY_PLACE.references * placing.references(i, j)
        for (i, j), said in odds_among_few(evidence, context).items()
    }
    asked = log(trust / (1 - trust)) + ASKED
    sides = sides_of(match, evidence)
    while claims := [
        (worth, -i, -j)
        for (i, j), said in odds.items()
        if said >= asked
        for worth in (_worth(i, j, said, asked, match, placing, sides, evidence, context),)
        if worth is not None
    ]:
        _, old, new = max(claims)
        _take(-old, -new, odds[-old, -new], match)
        sides = sides_of(match, evidence)
    for side in sides:
        find_pieces(side, evidence.alike)
    _fill_gaps(sizes, odds, asked, match, evidence)
    for side in sides_of(match, evidence):
        find_remainders(side, evidence.weigh)
    return match


def _worth(
    i: int,
    j: int,
    said: float,
    asked: float,
    match: Match,
    placing: Placing,
    sides: tuple[Side, Side],
    evidence: Evidence,
    context: Context,
) -> float | None:
    """What speaks for taking the two now, as a pair or as a piece; None where they cannot be taken."""
    if match.is_free(i, j):
        moved = placing.crossings(i, j) > 0 or any(
            (pair.old < i) != (pair.new < j)
            for pair in match.pairs.values()
            if pair.old in evidence.alike.old
        )
        worth = said - MOVED * moved
        return worth if worth >= asked else None
    new = match.lacks_old(j)
    side, piece, whole = (sides[0], j, i) if new else (sides[1], i, j)
    if piece in side.partner or piece in side.pieces or whole not in side.back:
        return None
    cites = side.back[whole] in context.cited[new][piece]
    if not _is_piece(side, piece, whole, evidence, cites=cites):
        return None
    return said - PIECE if evidence.repeated(i, j, *match.partners(i, j)) <= ECHO else None


def _is_piece(side: Side, piece: int, whole: int, evidence: Evidence, *, cites: bool) -> bool:
    """Does it stand beside what the whole became, and was the whole cut at sentences: one dropped, or one in the piece?

    A penalty that is drawn into its duty, or out of it, names the duty (`cites`) and stands anywhere.
    """
    known = side.known(whole)
    beside = cites or any(side.is_beside(piece, at) for at in known)
    if not beside or any(at not in side.parts for at in known):
        return False
    text, covered = side.texts[whole], side.covered(whole)
    return bool(dropped_sentences(text, covered, evidence.weigh)) or has_sentence(
        text, side.parts[piece], covered
    )


def _take(i: int, j: int, said: float, match: Match) -> None:
    if match.is_free(i, j):
        match.take([Pair(i, j, probability(said))])
    elif match.lacks_old(j):
        match.split[j] = i
    else:
        match.merged[i] = j


def _fill_gaps(
    sizes: tuple[int, int],
    odds: dict[tuple[int, int], float],
    asked: float,
    match: Match,
    evidence: Evidence,
) -> None:
    """Pair two that alone are left between two pairs, where their words leave it open, and penalties left to another law."""
    for olds, news in list(match.gaps(sizes)):
        if len(news) == 1 < len(olds) and all(
            _gave_way(evidence.alike.old_words[i], evidence.alike.new_words[news[0]]) for i in olds
        ):
            match.take([Pair(olds[0], news[0], probability(odds[olds[0], news[0]]))])
            match.merged.update(dict.fromkeys(olds[1:], news[0]))
            match.in_place.update((i, news[0]) for i in olds)
        elif len(olds) == len(news) == 1:
            (pair,) = zip(olds, news, strict=True)
            alike = evidence.alike
            words = alike.old_words[olds[0]], alike.new_words[news[0]]
            short = min(len(alike.old[olds[0]]), len(alike.new[news[0]])) < SHORT and alike.between(*pair) > 0
            refers = all(BREACH in one for one in words) and leaves_to_other_law(*words)
            if odds[pair] + ALONE >= asked or alike.between(*pair) >= REWRITTEN or short or refers:
                match.take([Pair(*pair, probability(odds[pair]))])
                match.in_place.add(pair)


def _gave_way(before: str, after: str) -> bool:
    """Did a penalty give way to one that leaves it to another law, and has none of its own?"""
    left = bool(PUNISHED_BY.search(after)) and not OWN_PENALTY.search(after)
    return left and bool(OWN_PENALTY.search(before)) and not PUNISHED_BY.search(before)


def odds_among_few(evidence: Evidence, context: Context) -> dict[tuple[int, int], float]:
    """The log-odds of each pair of the few old and new units that they are versions or pieces of one another."""
    return {
        pair: BASE + sum(weight * sign for weight, sign in zip(WEIGHTS, signs, strict=True))
        for pair, signs in signs_among_few(evidence, context)
    }


def signs_among_few(evidence: Evidence, context: Context) -> Iterator[tuple[tuple[int, int], Signs]]:
    """Each pair of an old and a new unit, and what speaks for it."""
    olds, news = evidence.alike.old, evidence.alike.new
    shares = {(i, j): evidence.share(i, j, OWN) for i in olds for j in news}
    strange_to_old = {i: evidence.stranger(olds[i], OWN) for i in olds}
    strange_to_new = {j: evidence.stranger(news[j], OWN) for j in news}
    for (i, j), (shared, of_shorter, of_both) in shares.items():
        rival_of_old = max([shares[i, other][2] for other in news if other != j], default=0.0)
        rival_of_new = max([shares[other, j][2] for other in olds if other != i], default=0.0)
        yield (
            (i, j),
            Signs(
                of_shorter,
                log1p(shared),
                of_both - max(rival_of_old, strange_to_old[i], STRANGER),
                of_both - max(rival_of_new, strange_to_new[j], STRANGER),
                evidence.topic(i, j),
                float((i, j) in context.counterparts),
                float(len(shares) == 1),
            ),
        )
