"""What speaks for a pair where few articles are left over, as in a light amendment.

Among a handful of articles nothing shows what two of them share by chance, and hardly any has a rival. So the words are
weighed against other laws, each article's share with the others that are left is what its partner has to surpass, and
two that are left alone have to share more. The weights were learned from revisions judged by hand, of which each
article and what became of it was put into its otherwise unchanged text, alone, beside an article that is new and beside
one that is gone; and from articles of such texts of which each replaces another that it has nothing to do with
(`benchmarks/light_amendments.py`).
"""

from __future__ import annotations

from itertools import chain, combinations, product
from math import log, log1p
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.compare.alignment.contests import Contests
from lawtrack.compare.alignment.duties import Duties, punished
from lawtrack.compare.alignment.giving_way import give_way
from lawtrack.compare.alignment.heads import Heads
from lawtrack.compare.alignment.in_place import Left, fill_gaps, find_beside, is_crossed
from lawtrack.compare.alignment.match import Match
from lawtrack.compare.alignment.matching import probability
from lawtrack.compare.alignment.moulds import Moulds
from lawtrack.compare.alignment.placing import CONTRADICTED, OF_ARTICLES, Placing
from lawtrack.compare.alignment.rituals import pairs_beside_newcomers, prefer_topics, topics_beside_rituals
from lawtrack.compare.alignment.splitting import (
    Side,
    dropped_sentences,
    find_pieces,
    has_sentence,
    sides_of,
)
from lawtrack.compare.alignment.subsequence import Pair, weighted_increasing_subsequence
from lawtrack.compare.alignment.taking_in import take_in
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from lawtrack.compare.alignment.context import Context
    from lawtrack.compare.alignment.evidence import Evidence

    Indexes = tuple[int, int]

OWN: Final = 1.0  # so little of its own is hardly anything
STRANGER: Final = 0.03  # what two articles share that have nothing to do with one another
STRANGER_BY_CHARACTERS: Final = 0.1  # and of characters
ASKED: Final = 1.0  # more than elsewhere: a wrong pair is half of all that a light amendment shows
MOVED: Final = 5.0  # and so much more of an article that stands elsewhere
CHANGED_PLACES: Final = 3.0  # and of one that changed places with another that is not sure either
MOVED_HEAD: Final = 1.0  # of which less where what it is about speaks for it
PIECE: Final = 2.0  # so much more has to speak for a piece than for a pair where both claim an article
ECHO: Final = 0.9  # a piece has a little at least of the whole that the whole's partner has not
CLOSE: Final = 2.0  # log-odds by which one pair leads another, where the reader is told
SAME_DUTY: Final = (
    8.0  # of two penalties of which one names the duty that the other says: as much as of one function
)
SAME_TOPIC: Final = 5.0  # of two that share their topic, where a sibling has the ritual of one
BORROWED: Final = (
    2.0  # so much of a sentence that is not its own an article has from another, to be no piece of it
)
ONE_OF_SEVERAL: Final = compile_on_use(r"[。\n].|\([一二三四五六七八九十]{1,3}\)")


class Signs(NamedTuple):
    """What speaks for a pair: the share of the shorter, what both share, its lead before rivals, what it is about.

    And what `characters` they share, and how much more (`lead`) than either does with another.
    """

    of_shorter: float
    shared: float
    lead_of_old: float
    lead_of_new: float
    topic: float
    function: float
    alone: float
    characters: float
    lead: float


WEIGHTS: Final = Signs(
    of_shorter=1.1,
    shared=2.7,
    lead_of_old=6.3,
    lead_of_new=5.0,
    topic=0.9,
    function=9.7,
    alone=-4.1,
    characters=7.2,
    lead=10.0,
)
BASE: Final = -4.9
"""What each adds to the log-odds of a pair, and the log-odds of a pair of which all are 0."""


def match_few(
    sizes: tuple[int, int], anchors: list[Pair], evidence: Evidence, context: Context, trust: float
) -> Match:
    """The match of the few articles that are left beside `anchors`, the likeliest first."""
    match = Match()
    match.take(weighted_increasing_subsequence(anchors))
    match.take_free(anchors)
    staying = match.chain()
    placing = Placing(sizes, evidence, staying, match.pairs.values(), context)
    heads = Heads(evidence)
    moulds = Moulds(evidence, context.counterparts)
    duties = punished(evidence, context, heads)
    contests = Contests(evidence, heads)
    gaps = list(match.gaps(sizes, staying))
    topics = topics_beside_rituals(gaps, evidence)
    match.rituals.update(*topics.values())
    match.apart.update(match.rituals)
    refused = _refused(contests, moulds.kept_apart(gaps), duties, placing)
    prefer_topics(topics, refused)
    odds = {
        (i, j): said
        + OF_ARTICLES.place.references * placing.references(i, j)
        + SAME_DUTY * ((i, j) in duties.same or placing.references(i, j) == 2.0)
        - CONTRADICTED * ((i, j) in placing.contradicted)
        + SAME_TOPIC * ((i, j) in topics)
        for (i, j), said in odds_among_few(evidence, context, refused).items()
    }
    asked = log(trust / (1 - trust)) + ASKED
    sides = sides_of(match, evidence)
    left = Left(match, evidence, heads, refused, odds, asked, duties.same)
    while claims := [
        (worth, -i, -j)
        for (i, j), said in odds.items()
        if said >= asked
        for worth in (_worth(i, j, left, placing, sides, context),)
        if worth is not None
    ]:
        _, old, new = max(claims)
        _take(-old, -new, odds[-old, -new], match)
        sides = sides_of(match, evidence)
    _exchange(match, odds, refused)
    match.apart.update(placing.contradicted, duties.different)
    for side in sides_of(match, evidence):
        find_pieces(side, evidence.alike)
        _leave_apart(side, match)
    give_way(left, sizes, staying)
    fill_gaps(match.gaps(sizes), left)
    fill_gaps(match.gaps(sizes, staying), left, crossing=True)
    for side in sides_of(match, evidence):
        _leave_apart(side, match)
        find_beside(side, left)
    _leave_borrowers(left)
    take_in(sides_of(match, evidence)[1], match, evidence.characters)
    _join_functions(left, context, staying)
    match.in_place.update(_doubtful(match, evidence, heads, contests, odds, asked))
    match.in_place.update(pairs_beside_newcomers(topics, match))
    match.doubtful.update(moulds.doubtful(match.pairs.values()))
    moulds.part_strangers(match, duties.same)
    return match


def _refused(
    contests: Contests, apart: Iterable[Indexes], duties: Duties, placing: Placing
) -> dict[Indexes, set[Indexes]]:
    """Pairs that cannot be, and for each the pairs that claim one of the two with a better right."""
    refused = contests.refused()
    for pair in apart:
        refused.setdefault(pair, set())
    for pair, instead in duties.different.items():
        refused.setdefault(pair, set()).update(instead)
    for pair in chain(duties.same, placing.named):
        refused.pop(pair, None)
    return refused


def _leave_apart(side: Side, match: Match) -> None:
    """Take back the pieces of a side that share with their whole only what is said of many."""
    for pair in side.pairs().intersection(match.apart):
        del side.pieces[pair[side.pieces_are_new]]


def _leave_borrowers(left: Left) -> None:
    """Take back the pieces that only borrow from a whole, and let nothing make pieces of them."""
    match = left.match
    for side in sides_of(match, left.evidence):
        for piece, whole in product(side.parts, side.wholes):
            if piece not in side.partner and _only_borrows(side, piece, whole, left):
                match.apart.add(side.pair(piece, whole))
                if side.pieces.get(piece) == whole:
                    del side.pieces[piece]


def _join_functions(left: Left, context: Context, staying: Sequence[Pair]) -> None:
    """Put what alone was there for something into the article that is there for it now, where another has become that article.

    Of the two the one that keeps its place among those that stay is the article, the other went into it or came out of it.
    """
    match = left.match
    for i, j in sorted(context.counterparts):
        # who has a better right to the article, but is there for something else, leaves room in it
        if (i, j) in match.apart or not context.counterparts.issuperset(left.refused.get((i, j), ())):
            continue
        merges = match.lacks_new(i) and j in match.pairs
        if merges or (match.lacks_old(j) and i in match.back):
            other = (match.pairs[j].old, j) if merges else (i, match.back[i])
            first, piece = other, (i, j)
            if _crosses(other, staying) and not _crosses((i, j), staying):
                match.leave(*other)
                left.pair(i, j)
                first, piece = piece, first
            if merges:
                match.merged[piece[0]] = j
            else:
                match.split[piece[1]] = i
            match.in_place.update((first, piece))


def _crosses(pair: Indexes, staying: Sequence[Pair]) -> bool:
    return any((stays.old < pair[0]) != (stays.new < pair[1]) for stays in staying)


def _exchange(match: Match, odds: Mapping[Indexes, float], refused: Container[Indexes]) -> None:
    """Let two pairs exchange partners as long as both together are the likelier for it."""
    better = True
    while better:
        better = False
        taken = sorted((pair.old, pair.new) for pair in match.pairs.values() if (pair.old, pair.new) in odds)
        for (i, j), (k, m) in combinations(taken, 2):
            if (
                not any(pair in refused for pair in ((i, m), (k, j)))
                and odds[i, m] + odds[k, j] > odds[i, j] + odds[k, m]
            ):
                match.take([Pair(i, m, probability(odds[i, m])), Pair(k, j, probability(odds[k, j]))])
                better = True
                break


def _doubtful(
    match: Match,
    evidence: Evidence,
    heads: Heads,
    contests: Contests,
    odds: Mapping[Indexes, float],
    asked: float,
) -> Iterator[Indexes]:
    """Pairs of the few that another has nearly as good a claim to, or that are about different things."""
    olds, news = evidence.alike.old, evidence.alike.new
    for i, j in [(pair.old, pair.new) for pair in match.pairs.values()]:
        if i in olds and j in news:
            rivals = [(i, other) for other in news if match.lacks_old(other)]
            rivals += [(other, j) for other in olds if match.lacks_new(other)]
            if heads.are_strange_deeds(i, j) or any(
                contests.may_prefer(rival, (i, j))
                or (
                    odds[rival] >= asked
                    and (contests.lean_to(rival, (i, j)) or odds[rival] >= odds[i, j] - CLOSE)
                )
                for rival in rivals
            ):
                yield i, j


def _worth(
    i: int, j: int, left: Left, placing: Placing, sides: tuple[Side, Side], context: Context
) -> float | None:
    """What speaks for taking the two now, as a pair or as a piece; None where they cannot be taken."""
    match, evidence, said = left.match, left.evidence, left.odds[i, j]
    if match.is_free(i, j):
        if (i, j) in left.refused:
            return None
        more = 0.0
        if placing.crossings(i, j) > 0:
            more = MOVED
        elif is_crossed(i, j, left):
            more = CHANGED_PLACES
        if more and (
            (i, j) in left.punished
            or (i, j) in context.counterparts
            or placing.references(i, j) > 0
            or left.heads.speak_for(i, j)
        ):
            more = MOVED_HEAD
        worth = said - more
        return worth if worth >= left.asked else None
    if (i, j) in match.apart:
        return None
    new = match.lacks_old(j)
    side, piece, whole = (sides[0], j, i) if new else (sides[1], i, j)
    if piece in side.partner or piece in side.pieces or whole not in side.back:
        return None
    cites = side.back[whole] in context.cited[new][piece]
    if not _is_piece(side, piece, whole, evidence, cites=cites) or _only_borrows(side, piece, whole, left):
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


def _only_borrows(side: Side, piece: int, whole: int, left: Left) -> bool:
    """Is the piece about something else than the whole, whose head another went on with? Of one sentence no piece is cut."""
    pair = side.pair(piece, whole)
    if pair not in left.refused:
        return False
    partner = side.parts.get(side.back.get(whole, -1), set())
    if not left.heads.is_foreign(side.own_texts[piece], side.wholes[whole], partner):
        return False
    several = ONE_OF_SEVERAL.search(side.texts[whole])
    return several is None and left.evidence.weigh(side.wholes[whole] & side.parts[piece]) >= BORROWED


def _take(i: int, j: int, said: float, match: Match) -> None:
    if match.is_free(i, j):
        match.take([Pair(i, j, probability(said))])
    elif match.lacks_old(j):
        match.split[j] = i
    else:
        match.merged[i] = j


def odds_among_few(
    evidence: Evidence,
    context: Context,
    refused: Mapping[Indexes, AbstractSet[Indexes]] = MappingProxyType({}),
) -> dict[tuple[int, int], float]:
    """The log-odds of each pair of the few old and new units that they are versions or pieces of one another."""
    return {
        pair: BASE + sum(weight * sign for weight, sign in zip(WEIGHTS, signs, strict=True))
        for pair, signs in signs_among_few(evidence, context, refused)
    }


def signs_among_few(
    evidence: Evidence,
    context: Context,
    refused: Mapping[Indexes, AbstractSet[Indexes]] = MappingProxyType({}),
) -> Iterator[tuple[tuple[int, int], Signs]]:
    """Each pair of an old and a new unit, and what speaks for it; what is `refused` for it is no rival."""
    olds, news = evidence.alike.old, evidence.alike.new
    shares = {(i, j): evidence.share(i, j, OWN) for i in olds for j in news}
    by_character = evidence.characters
    characters = {
        (i, j): by_character.alike(evidence.alike.old_words[i], evidence.alike.new_words[j])
        for i in olds
        for j in news
    }
    foreign_to_old = {i: by_character.stranger(words) for i, words in evidence.alike.old_words.items()}
    foreign_to_new = {j: by_character.stranger(words) for j, words in evidence.alike.new_words.items()}
    strange_to_old = {i: evidence.stranger(olds[i], OWN) for i in olds}
    strange_to_new = {j: evidence.stranger(news[j], OWN) for j in news}
    of_one = {
        text: ONE_OF_SEVERAL.search(text) is None
        for text in (*evidence.alike.old_words.values(), *evidence.alike.new_words.values())
    }

    def claims(pair: Indexes, rival: Indexes, whole: str) -> bool:
        """Is a rival one: not where the heads prefer the pair, or somebody else and no piece can be meant."""
        winners = refused.get(rival, ())
        return pair not in winners and not (winners and of_one[whole])

    for (i, j), (shared, of_shorter, of_both) in shares.items():
        of_old = [(i, k) for k in news if k != j and claims((i, j), (i, k), evidence.alike.new_words[k])]
        of_new = [(k, j) for k in olds if k != i and claims((i, j), (k, j), evidence.alike.old_words[k])]
        rival_of_old = max([shares[rival][2] for rival in of_old], default=0.0)
        rival_of_new = max([shares[rival][2] for rival in of_new], default=0.0)
        nearest = max([characters[rival] for rival in (*of_old, *of_new)], default=0.0)
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
                characters[i, j],
                characters[i, j] - max(nearest, foreign_to_old[i], foreign_to_new[j], STRANGER_BY_CHARACTERS),
            ),
        )
