"""Articles whose ritual goes on in a sibling while what they are about stands in another article, in other words.

导游因生育离岗的，应当向公园提出申请，经同意后离岗 has become 怀孕、生育的导游……保留岗位, and a new article on guides who
change their park says 应当向公园提出申请，经同意后…… word for word. What two articles of one mould share tells of neither
what it is about: that stands in what either has alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain, product
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import Indel

from lawtrack.compare.alignment.absorbing import PENALTY
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from lawtrack.compare.alignment.characters import Characters
    from lawtrack.compare.alignment.evidence import Evidence
    from lawtrack.compare.alignment.match import Match

    Indexes = tuple[int, int]

MOULD: Final = 0.5  # so alike to the letter are an article and the sibling that has its ritual,
MORE: Final = 0.1  # more than the article and the one that has its topic,
LONG: Final = 400  # characters: what is longer is no one sentence of a formula and what it is said of
OF_A_SIZE: Final = 0.5  # where the shorter has so much of the longer one's length
RITUAL: Final = 0.2  # of what the characters of the article tell so much only the sibling has
OWN: Final = 0.15  # and so much the sibling has not,
OTHER: Final = 0.2  # as so much of the sibling's stands nowhere in the article
CARRIED: Final = 0.35  # of the article's own so much stands where its topic does
SEVERAL: Final = 3  # units of one side in a place
RUN: Final = 3  # characters that stand in both in a row
SENTENCES: Final = compile_on_use(r"[。\n].")
TELLS: Final = 0.8  # nearly as much as a character that is in no common word


def topics_beside_rituals(
    gaps: Iterable[tuple[Sequence[int], Sequence[int]]], evidence: Evidence
) -> dict[Indexes, set[Indexes]]:
    """Pairs of one topic that stand in one of the `gaps`, each with those there that have one of its units and only the ritual."""
    found: defaultdict[Indexes, set[Indexes]] = defaultdict(set)
    for olds, news in gaps:
        if len(olds) + len(news) > 2:
            for pair, rival in _in_one_place(olds, news, evidence):
                found[pair].add(rival)
    only_rituals = set().union(*found.values())
    return {pair: rivals for pair, rivals in found.items() if pair not in only_rituals}


def _in_one_place(
    olds: Sequence[int], news: Sequence[int], evidence: Evidence
) -> Iterator[tuple[Indexes, Indexes]]:
    characters = evidence.characters
    old_words = {i: evidence.alike.old_words[i] for i in olds}
    new_words = {j: evidence.alike.new_words[j] for j in news}
    likeness = {
        (i, j): Indel.normalized_similarity(old, new, score_cutoff=MOULD - MORE)
        for (i, old), (j, new) in product(old_words.items(), new_words.items())
        if min(len(old), len(new)) <= LONG
    }
    said_of_old, said_of_new = (_said_of_all(side.values(), characters) for side in (old_words, new_words))
    for (i, j), letters in likeness.items():
        old, new = old_words[i], new_words[j]
        if letters < MOULD or not _may_be_siblings(old, new):
            continue
        for k in news:
            if likeness[i, k] < letters - MORE and _has_topic(
                old, new, new_words[k], said_of_old, characters
            ):
                yield (i, k), (i, j)
        for k in olds:
            if likeness[k, j] < letters - MORE and _has_topic(
                new, old, old_words[k], said_of_new, characters
            ):
                yield (k, j), (i, j)


def _said_of_all(units: Collection[str], characters: Characters) -> AbstractSet[int]:
    """The characters of half of several units and more: no one of them is about that."""
    counts = Counter(chain.from_iterable(map(characters.of, units)))
    several = max(SEVERAL, (len(units) + 1) // 2)
    return {character for character, count in counts.items() if count >= several}


def prefer_topics(topics: Mapping[Indexes, set[Indexes]], refused: dict[Indexes, set[Indexes]]) -> None:
    """Let the pairs of one topic be, and refuse for them those that share only the ritual."""
    for pair, rivals in topics.items():
        refused.pop(pair, None)
        for rival in rivals:
            refused.setdefault(rival, set()).add(pair)


def pairs_beside_newcomers(topics: Mapping[Indexes, set[Indexes]], match: Match) -> Iterator[Indexes]:
    """Of the pairs of one topic that stand those whose sibling, which has the ritual, became nothing else: the reader is told."""
    for (i, j), rivals in topics.items():
        if match.back.get(i) == j and any(match.lacks_new(k) or match.lacks_old(m) for k, m in rivals):
            yield i, j


def _may_be_siblings(old: str, new: str) -> bool:
    """Are two units of one sentence and of a size? What has several is cut into pieces, which share little with one another."""
    shorter, longer = sorted((len(old), len(new)))
    if shorter < OF_A_SIZE * longer or longer > LONG:
        return False
    return all(SENTENCES.search(words) is None for words in (old, new))


def _has_topic(
    words: str, sibling: str, other: str, said_of_all: AbstractSet[int], characters: Characters
) -> bool:
    """Has `other` the topic of an article of these words, and its `sibling` the ritual and another topic?"""
    if PENALTY.search(words):
        return False  # how a deed is punished is no ritual: the deeds of penalties tell them apart (`heads`)
    said, letters = characters.said(words), characters.of(words)
    of_sibling, of_other = characters.of(sibling), characters.of(other)
    own = letters - of_sibling - said_of_all
    own_says, carried = characters.tell(words, own), characters.tell(words, own & of_other)
    return (
        own_says >= OWN * said
        and carried >= max(TELLS, CARRIED * own_says)
        and characters.tell(words, (letters & of_sibling) - of_other) >= RITUAL * said
        and characters.own(sibling, words) >= OTHER * characters.said(sibling)
        and _have_one_form(words, sibling, characters)
    )


def _have_one_form(words: str, sibling: str, characters: Characters) -> bool:
    """Say two of one mould something else at one place? What only lacks a part of the other is a piece of it."""
    blocks = Indel.editops(words, sibling).as_matching_blocks()
    at = at_sibling = 0
    for block in blocks:
        if block.size >= RUN or block.size == 0:
            instead, other = words[at : block.a], sibling[at_sibling : block.b]
            if characters.own(instead, sibling) >= TELLS and characters.own(other, words) >= TELLS:
                return True
            at, at_sibling = block.a + block.size, block.b + block.size
    return False
