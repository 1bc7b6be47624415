"""Which old unit became which new one: content and order decide, never the number (law 4).

1. **Anchors**: units whose folded words are the same on both sides are the same unit, wherever they stand; and what
   stands alone between the same two anchors on both sides, much alike, is the same unit reworded.
2. **Order**: among all likely pairs the chain with the greatest total similarity that keeps the order: a global
   choice, so that an article that merely borrows another's words does not take its partner away.
3. **Claims** on what is left (`matching`): moves, pieces of articles that were split or merged, rewrites in place; the
   clear ones first.

Nothing here is quadratic in the number of units: candidates come from an index of rare pairs of characters.
"""

from __future__ import annotations

from collections import Counter
from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz.distance import Indel, Postfix, Prefix

from lawtrack.compare.alignment.absorbing import absorb
from lawtrack.compare.alignment.among_few import match_few
from lawtrack.compare.alignment.characters import Characters
from lawtrack.compare.alignment.clauses import find_by_clauses
from lawtrack.compare.alignment.duties import punished
from lawtrack.compare.alignment.evidence import Evidence
from lawtrack.compare.alignment.heads import SUBJECT, Heads
from lawtrack.compare.alignment.in_place import look_beside
from lawtrack.compare.alignment.matching import CLEAR, REWRITTEN, TRUST, Matching, candidates
from lawtrack.compare.alignment.moulds import may_be_apart
from lawtrack.compare.alignment.named_duties import BREACH, name_other_duties
from lawtrack.compare.alignment.opposite import opposites
from lawtrack.compare.alignment.pieces import take_pieces
from lawtrack.compare.alignment.similarity import Similarity
from lawtrack.compare.alignment.subsequence import Pair, weighted_increasing_subsequence
from lawtrack.compare.inline import TOO_LONG
from lawtrack.errors import UnusableInput
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.compare.alignment.context import Context
    from lawtrack.compare.alignment.match import Match

ABSORBED: Final = (
    0.5  # what a unit beside it has taken over is as likely as not: whoever asks for more does not see it
)
OTHERS: Final = 12  # units with partners that tell what chance is
BEGIN: Final = 24  # characters within which an article says what it is about
TOPIC: Final = compile_on_use(f"(?:违反[^,，]{{0,40}}[,，])?([^,，。:：;；\n]{{2,{BEGIN}}})")
FEW: Final = 10  # so few units show nothing of what two share by chance
SEVERAL: Final = 24  # among so many penalties are held together by the duty that they name
MOULD: Final = 24  # articles that changed on both sides, of which any may be any
NEARER: Final = 0.15  # so much more alike two begin than two that stand in the same place
PIECE: Final = 15  # characters that a shorter or longer article may have given to another or taken from it


def checked_trust(trust: float) -> float:
    """`trust` where it is a number above 0 and below 1; else an UnusableInput that says so.

    >>> checked_trust(0.9)
    0.9
    """
    if isinstance(trust, bool) or not isinstance(trust, (int, float)) or not 0 < trust < 1:
        raise UnusableInput("compare.trust", trust=trust)
    return trust


class Group(NamedTuple):
    """Old units that became new ones, by index: 1:1, 0:1 added, 1:0 deleted, 1:n split, n:1 merged, rarely n:m.

    >>> Group(old=(0,), new=(0, 1))
    Group(old=(0,), new=(0, 1), moved=False, in_place=False, doubtful=False)
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False
    in_place: bool = False
    """What speaks for it is its place more than its words."""
    doubtful: bool = False
    """Little speaks for it, and not its place; of what only came or went, that it may be what went or came in its place."""


def align_units(
    old: Sequence[str], new: Sequence[str], context: Context | None = None, trust: float = TRUST
) -> list[Group]:
    """Groups covering every index of `old` and `new` once, in the order of `new`, deletions where they stood.

    `old` and `new` are folded words; `context` knows what else speaks for a pair;
    what is less likely than `trust` is left apart. Raises UnusableInput for a `trust` that is not above 0 and below 1.

    >>> groups = align_units(["甲条说的是一件事", "乙条讲另外的内容"], ["新的一条在此处", "甲条说的是一件事", "乙条讲另外的内容了"])
    >>> [(group.old, group.new) for group in groups]
    [((), (0,)), ((0,), (1,)), ((1,), (2,))]
    """
    checked_trust(trust)
    groups = _aligned(old, new, context, trust)
    if context is None or all(group.old == group.new for group in groups):
        return groups  # where no number is another article's, each names what it named
    return list(_repeating(groups, old, new, context))


def _aligned(old: Sequence[str], new: Sequence[str], context: Context | None, trust: float) -> list[Group]:
    """What `align_units` gives, but for what its reader is told of penalties that name another duty."""
    anchors = _anchors(old, new)
    reworded = _reworded(old, new, anchors)
    if context and reworded:
        characters = Characters(_some(new, anchors))
        reworded = [
            pair
            for pair in reworded
            if not may_be_apart(old[pair.old], new[pair.new], characters)
            and not (
                BREACH in old[pair.old]
                and BREACH in new[pair.new]
                and name_other_duties(pair.old, pair.new, context, characters)
            )
        ]
    if len(anchors) + len(reworded) == len(old) == len(new):
        return _settled(len(old), len(new), anchors + reworded)
    # What a split or a merge made shorter or longer has to be seen by the pieces.
    anchors += [pair for pair in reworded if abs(len(old[pair.old]) - len(new[pair.new])) < PIECE]
    left_old, left_new = _left(old, new, anchors)
    if not left_old or not left_new:
        return _settled(len(old), len(new), anchors)
    alike = Similarity(left_old, left_new)
    if context is None and len(left_old) == len(left_new) == 1:
        (i,), (j,) = left_old, left_new
        pairs = [Pair(i, j, 1.0)] if alike.between(i, j) >= REWRITTEN else []
        return _settled(len(old), len(new), anchors + pairs)
    context = context and context.among(alike.old, alike.new)
    evidence = Evidence(alike, candidates(alike, context), _some(new, anchors))
    sizes = len(old), len(new)
    few = len(left_old) + len(left_new) <= FEW
    if context and few:
        match = match_few(sizes, anchors, evidence, context, trust)
    else:
        if context and len(left_old) + len(left_new) <= SEVERAL:
            same = punished(evidence, context, Heads(evidence)).same
            anchors += [Pair(i, j, 1.0) for i, j in sorted(same)]
        match = Matching(sizes, anchors, evidence, context, trust).match
    if context and not few and trust <= ABSORBED:
        look_beside(sizes, match, evidence)
    if trust <= ABSORBED:
        absorb(match, evidence)
        if context:
            find_by_clauses(match, evidence)
            take_pieces(sizes, match, evidence, context, few=few)
    if context and few:
        match.opposite.update(opposites(match, match.gaps(sizes), evidence))
    partner = {pair.new: pair.old for pair in match.pairs.values()}
    groups = _groups(len(old), len(new), partner, match.out_of_order(), match.split, match.merged)
    if not match.in_place and not match.doubtful and not match.opposite:
        return list(groups)
    return [_told(group, match) for group in groups]


def _repeating(
    groups: list[Group], old: Sequence[str], new: Sequence[str], context: Context
) -> Iterator[Group]:
    """The groups; doubtful are penalties that stay to the letter while the article that they name is another duty's now."""
    characters = Characters([])
    for group in groups:
        if len(group.old) == len(group.new) == 1:
            (i,), (j,) = group.old, group.new
            if old[i] == new[j] and BREACH in old[i] and name_other_duties(i, j, context, characters):
                yield group._replace(doubtful=True)
                continue
        yield group


def _told(group: Group, match: Match) -> Group:
    """The group, with what its reader is told of how sure it is."""
    if not group.old or not group.new:
        alone = any(group.old == (i,) or group.new == (j,) for i, j in match.opposite)
        return group._replace(doubtful=True) if alone else group
    pairs = set(product(group.old, group.new))
    in_place = not match.in_place.isdisjoint(pairs)
    return group._replace(in_place=in_place, doubtful=not in_place and not match.doubtful.isdisjoint(pairs))


def _settled(olds: int, news: int, anchors: list[Pair]) -> list[Group]:
    """The groups where one side has nothing left: anchors, and what came or went beside them."""
    if len(anchors) == olds == news and all(i == j for i, j, _ in anchors):
        return [Group((k,), (k,)) for k in range(news)]
    in_order = {pair.new for pair in weighted_increasing_subsequence(anchors)}
    partner = {pair.new: pair.old for pair in anchors}
    return list(_groups(olds, news, partner, set(partner) - in_order, {}, {}))


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Pairs with the same words; the same words several times on a side are paired in order."""
    places: dict[str, list[int]] = {}
    for j in range(len(new) - 1, -1, -1):
        places.setdefault(new[j], []).append(j)
    return [Pair(i, at.pop(), 1.0) for i, words in enumerate(old) if (at := places.get(words))]


def _reworded(old: Sequence[str], new: Sequence[str], anchors: list[Pair]) -> list[Pair]:
    """As many units on both sides between two anchors, each much like its counterpart: most of a light amendment.

    However many they are: where every article of a long text was touched and all are of one mould, words say nothing of
    who is whose, and the place says all.
    """
    reworded: list[Pair] = []
    taken_old, taken_new = {pair.old for pair in anchors}, {pair.new for pair in anchors}
    before, before_new = -1, -1
    for i, j, _ in [*weighted_increasing_subsequence(anchors), Pair(len(old), len(new), 1.0)]:
        olds, news = range(before + 1, i), range(before_new + 1, j)
        before, before_new = i, j
        if not 0 < len(olds) == len(news):
            continue
        alike = [_likeness(old[at], new[to]) for at, to in zip(olds, news, strict=True)]
        if min(alike) >= CLEAR and taken_old.isdisjoint(olds) and taken_new.isdisjoint(news):
            reworded += map(Pair, olds, news, alike)
    doubtful = _in_doubt(reworded, anchors, old, new) if reworded else ()
    return [pair for pair in reworded if pair not in doubtful]


def _in_doubt(pairs: list[Pair], anchors: list[Pair], old: Sequence[str], new: Sequence[str]) -> set[Pair]:
    """Pairs of which one begins much more like somebody else: articles of one mould differ only in what they are about."""
    doubtful = _changed_places(pairs, anchors, old, new)
    if len(old) + len(new) - 2 * len(anchors) > MOULD:
        return doubtful
    begin = {pair: (_subject(old[pair.old]), _subject(new[pair.new])) for pair in pairs}
    own = {pair: Indel.normalized_similarity(*both) for pair, both in begin.items()}
    weak = [pair for pair in pairs if own[pair] < CLEAR]
    if not weak:  # most begin as they did, and nobody else's beginning is looked at
        return doubtful
    olds, news = ({at: _subject(words) for at, words in side.items()} for side in _left(old, new, anchors))
    for pair in weak:
        one, other = begin[pair]
        rivals = [(one, rival) for j, rival in news.items() if j != pair.new]
        rivals += [(rival, other) for i, rival in olds.items() if i != pair.old]
        if any(Indel.normalized_similarity(*rival) >= own[pair] + NEARER for rival in rivals):
            doubtful.add(pair)
    return doubtful


def _changed_places(
    pairs: list[Pair], anchors: list[Pair], old: Sequence[str], new: Sequence[str]
) -> set[Pair]:
    """Pairs of which both have others' subjects, or one that of a single other: 会长……, 秘书长…… and 秘书长……, 会长……."""
    subjects = {pair: (_rule_of(old[pair.old]), _rule_of(new[pair.new])) for pair in pairs}
    others = {pair: both for pair, both in subjects.items() if both[0] != both[1]}
    if not others:
        return set()
    before, after = (Counter(map(_rule_of, side.values())) for side in _left(old, new, anchors))
    single = {subject for subject, count in before.items() if subject and count == after[subject] == 1}
    return {
        pair
        for pair, (one, other) in others.items()
        if (one in after and other in before) or one in single or other in single
    }


def _left(old: Sequence[str], new: Sequence[str], pairs: list[Pair]) -> tuple[dict[int, str], dict[int, str]]:
    """The units of either side that are in none of the pairs."""
    taken_old, taken_new = {pair.old for pair in pairs}, {pair.new for pair in pairs}
    return (
        {i: words for i, words in enumerate(old) if i not in taken_old},
        {j: words for j, words in enumerate(new) if j not in taken_new},
    )


def _rule_of(words: str) -> str:
    """Whom a rule is about, "" where it does not say so."""
    subject = SUBJECT.match(words)
    return subject[0] if subject else ""


def _subject(words: str) -> str:
    """What an article begins with, without what every penalty does."""
    begin = TOPIC.match(words)
    return begin[1] if begin else words[:BEGIN]


def _likeness(old: str, new: str) -> float:
    """What share of the characters of both stays, 0 below CLEAR; of absurdly long ones only the ends are looked at."""
    if len(old) * len(new) > TOO_LONG:
        head = Prefix.similarity(old, new)
        tail = min(Postfix.similarity(old, new), len(old) - head, len(new) - head)
        return 2 * (head + tail) / (len(old) + len(new))
    return Indel.normalized_similarity(old, new, score_cutoff=CLEAR)


def _some(new: Sequence[str], anchors: list[Pair]) -> list[str]:
    """A few of the new units that have partners, from all over the text: what two units share by chance shows in them."""
    every = max(1, len(anchors) // OTHERS)
    return [new[pair.new] for pair in anchors[::every][:OTHERS]]


def _groups(
    olds: int,
    news: int,
    partner: dict[int, int],
    moved: set[int],
    split: dict[int, int],
    merged: dict[int, int],
) -> Iterator[Group]:
    sources: dict[int, list[int]] = {}
    for lost, into in merged.items():
        sources.setdefault(into, []).append(lost)
    targets: dict[int, list[int]] = {}
    for come, origin in split.items():
        targets.setdefault(origin, []).append(come)
    gone = sorted(set(range(olds)).difference(partner.values(), merged))
    placed = 0
    for j in range(news):
        if j in split:
            continue
        i = partner.get(j)
        if i is None:
            yield Group((), (j,))
            continue
        if j not in moved:
            while placed < len(gone) and gone[placed] < i:
                yield Group((gone[placed],), ())
                placed += 1
        before, after = sources.get(j), targets.get(i)
        yield Group(
            tuple(sorted([i, *before])) if before else (i,),
            tuple(sorted([j, *after])) if after else (j,),
            j in moved,
        )
    for lost in gone[placed:]:
        yield Group((lost,), ())
