"""Splits and merges: a unit without a partner whose words stand in another's partner.

An article that was cut in two still has a counterpart, the half that kept more of it; the other half is found here,
in what the counterpart does not cover. A merge is the same with the sides exchanged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.compare.alignment.similarity import bigrams
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from lawtrack.compare.alignment.evidence import Evidence
    from lawtrack.compare.alignment.match import Match
    from lawtrack.compare.alignment.similarity import Similarity

TAKEN_OVER: Final = 0.95  # with this much of its words in the other, even a short unit was split off
WHOLE: Final = 0.42  # so much of a piece stands in the whole beside it nearly as it is
WHOLE_ELSEWHERE: Final = 0.60  # and in a whole that stands elsewhere
SHORT: Final = (
    14  # 构成犯罪的，依法追究刑事责任 has 13 pairs of characters: fewer shared ones may be a set phrase
)
EVIDENCE: Final = (
    5  # so many shared pairs, times the share that they are: a phrase in a long unit proves little
)
SENTENCE: Final = (
    0.6  # so much of a sentence of the whole stands in a piece of it; less is a phrase that both use
)
SHORTEST: Final = 6  # pairs of characters
PLAIN: Final = 0.7  # and who has so much of its words from the whole needs no sentence
_FULL_SENTENCE: Final = compile_on_use("[。\\n]")
_SENTENCE: Final = compile_on_use("[。；;\\n]")
DROPPED: Final = 0.3  # a sentence of which less was kept was dropped
FEW_UNITS: Final = 4  # words that no more units have than this are no set phrase


class Side(NamedTuple):
    """One side as seen from the other: `parts` may be pieces of `wholes`, `likeliest` names some for each.

    `texts` are the words of the wholes, `own_texts` those of the parts; `partner` goes there, `back` returns;
    `pieces` are those that are known.
    """

    parts: Mapping[int, set[int]]
    wholes: Mapping[int, set[int]]
    texts: Mapping[int, str]
    own_texts: Mapping[int, str]
    partner: Mapping[int, int]
    back: Mapping[int, int]
    pieces: dict[int, int]
    pieces_are_new: bool
    likeliest: Mapping[int, Sequence[int]]

    def pair(self, piece: int, whole: int) -> tuple[int, int]:
        """The old unit of the two and the new one."""
        return (whole, piece) if self.pieces_are_new else (piece, whole)

    def pairs(self) -> set[tuple[int, int]]:
        """The pieces with their wholes, as old and new units."""
        return {self.pair(piece, whole) for piece, whole in self.pieces.items()}

    def known(self, whole: int) -> list[int]:
        """What `whole` is known to have become: its counterpart and its pieces."""
        return [self.back[whole], *(piece for piece, origin in self.pieces.items() if origin == whole)]

    def covered(self, whole: int) -> AbstractSet[int]:
        """The pairs of characters that stand in what `whole` is known to have become."""
        known = [self.parts[at] for at in self.known(whole)]
        return known[0] if len(known) == 1 else set().union(*known)

    def is_beside(self, piece: int, other: int) -> bool:
        """Does nothing stand between the two that has a partner?"""
        low, high = sorted((piece, other))
        return not any(at in self.partner for at in range(low + 1, high))


def sides_of(match: Match, evidence: Evidence) -> tuple[Side, Side]:
    """What may be pieces, as `match` is now: new units of what was split, old ones of what was merged."""
    alike, there = evidence.alike, {new: pair.old for new, pair in match.pairs.items()}
    targets, origins = evidence.neighbours
    return (
        Side(
            alike.new,
            alike.old,
            alike.old_words,
            alike.new_words,
            there,
            match.back,
            match.split,
            True,
            origins,
        ),
        Side(
            alike.old,
            alike.new,
            alike.new_words,
            alike.old_words,
            match.back,
            there,
            match.merged,
            False,
            targets,
        ),
    )


def find_pieces(side: Side, alike: Similarity) -> None:
    """Add to `side.pieces` those of `side.parts` that have no partner and stand in the remainder of a whole.

    A whole whose counterpart stands beside it has to hold less of it than another.
    """
    lone = [k for k in side.parts if k not in side.partner and k not in side.pieces]
    if not lone:
        return
    claims: dict[int, list[tuple[float, int]]] = {}
    before = side._replace(pieces=dict(side.pieces))  # what is found now covers nothing yet
    for k in lone:
        near = set(around(k, side))
        best, origin = 0.0, -1
        for whole in near.union(side.likeliest.get(k, ())):
            if whole in side.wholes and whole in side.back:
                share = _share(before, k, whole, None, alike)
                enough = share >= (WHOLE if whole in near else WHOLE_ELSEWHERE) and (share, -whole) > (
                    best,
                    -origin,
                )
                if enough and (share >= PLAIN or has_sentence(side.texts[whole], side.parts[k])):
                    best, origin = share, whole
        if best:
            side.pieces[k] = origin
            claims.setdefault(origin, []).append((best, k))
    for whole, pieces in claims.items():
        if len(pieces) > 1:
            _keep_apart(side, whole, pieces, alike, set(before.covered(whole)))


def dropped_sentences(whole: str, kept: AbstractSet[int], weigh: Callable[[set[int]], float]) -> set[int]:
    """The sentences of `whole` of which hardly anything was kept: whoever rewords one keeps more."""
    dropped: set[int] = set()
    for sentence in _FULL_SENTENCE.split(whole):
        grams = bigrams(sentence)
        if weigh(grams & kept) < DROPPED * weigh(grams):
            dropped |= grams - kept
    return dropped


def has_sentence(whole: str, piece: set[int], covered: AbstractSet[int] = frozenset()) -> bool:
    """Does most of some sentence of `whole` stand in `piece`? What is cut from an article is cut at sentences.

    One that stands in what is `covered` too does not count.
    """
    for sentence in _SENTENCE.split(whole):
        grams = bigrams(sentence)
        least = SENTENCE * len(grams)
        if len(grams) >= SHORTEST and len(grams & piece) >= least > len(grams & covered):
            return True
    return False


def _keep_apart(
    side: Side, whole: int, pieces: list[tuple[float, int]], alike: Similarity, covered: set[int]
) -> None:
    """Take back the pieces of a whole that only repeat what clearer ones have of it."""
    for _, k in sorted(pieces, reverse=True):
        if _share(side, k, whole, covered, alike) < WHOLE:
            del side.pieces[k]
        else:
            covered |= side.parts[k]


def _share(side: Side, k: int, whole: int, covered: AbstractSet[int] | None, alike: Similarity) -> float:
    """How much of unit `k` stands in what is not `covered` of `whole`, for None by what it is known to have become.

    A lead-in that both halves repeat does not count.
    """
    grams = side.parts[k]
    common = grams & side.wholes[whole]
    taken_over = len(grams) > SHORT and len(common) >= TAKEN_OVER * len(grams)
    if len(common) < SHORT and not taken_over:
        return 0.0
    shared = common - (side.covered(whole) if covered is None else covered)
    if not shared or (len(shared) < SHORT and not taken_over):
        return 0.0
    said = alike.weigh(shared)
    share = said / (alike.said(k, new=side.pieces_are_new) - alike.weigh(common) + said)
    if len(shared) >= SHORT and len(shared) * share >= EVIDENCE:
        return share
    return share if taken_over and alike.rarest(shared) <= FEW_UNITS else 0.0


def around(k: int, side: Side) -> Iterator[int]:
    """The partners of the units just before and after `k`, passing over pieces already found."""
    for step in (-1, 1):
        at = k + step
        while at in side.pieces:
            at += step
        if at in side.partner:
            yield side.partner[at]
