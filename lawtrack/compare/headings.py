"""编章节 of two versions: which became which.

A heading keeps its name, or else its articles: names are short, and two of one law share most of their words (矿产资源的
勘查, 矿产资源的开采), so that a similarity of names alone decides only where there are no articles to tell.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz.distance import Indel

from lawtrack.compare.align import Group, align_units
from lawtrack.compare.folding import fold
from lawtrack.law import Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.compare.model import Row
    from lawtrack.law import Provision

FIRST: Final = 0x100000
"""The first of the characters that stand for headings here: private ones, so that no two have anything in common."""
SIGNS: Final = 0xFFFE  # so many there are; no law has as many chapters
SAME: Final = 9.0  # the same name is surer than any other sign
CLEAR: Final = (
    0.7  # names that share this much need no article to tell, where one holds the other or there is none
)
HALF: Final = 0.5  # and this much where only one article does
SURE: Final = 0.25  # shares of name and of articles together, below which a chapter is another one


class Evidence(NamedTuple):
    """What the articles say about the headings, by their eids: how many went from one to another, and how many each has."""

    shared: Counter[tuple[str, str]]
    old: Counter[str]
    new: Counter[str]


def evidence_of(old: Sequence[Provision], new: Sequence[Provision], rows: Sequence[Row]) -> Evidence:
    """The evidence of the rows of the articles for the headings in the bodies `old` and `new`."""
    before, after = dict(_held(old)), dict(_held(new))
    shared = Counter(
        (one.eid, other.eid)
        for row in rows
        for a in row.old_provisions
        for b in row.new_provisions
        for one in before[a.eid]
        for other in after[b.eid]
        if one.level is other.level
    )
    old_sizes, new_sizes = (
        Counter(node.eid for above in held.values() for node in above) for held in (before, after)
    )
    return Evidence(shared, old_sizes, new_sizes)


def _held(
    nodes: Sequence[Provision], above: tuple[Provision, ...] = ()
) -> Iterator[tuple[str, tuple[Provision, ...]]]:
    """Each article's eid with the headings above it."""
    for node in nodes:
        if node.level is Level.ARTICLE:
            yield node.eid, above
        else:
            yield from _held(node.children, (*above, node))


def heading_groups(
    olds: Sequence[Provision], news: Sequence[Provision], evidence: Evidence | None
) -> list[Group]:
    """The groups of the headings of one level, in the order of the new text; without evidence each is what it was."""
    if evidence is None:
        return [Group((at,), (at,)) for at in range(len(olds))]
    signs = [chr(FIRST + at % SIGNS) for at in range(len(olds) + len(news))]
    keys = signs[: len(olds)], signs[len(olds) :]
    for i, j in _elected(olds, news, evidence):
        keys[0][i] = keys[1][j]
    return align_units(*keys)


def _elected(
    olds: Sequence[Provision], news: Sequence[Provision], evidence: Evidence
) -> Iterator[tuple[int, int]]:
    """Pairs of headings, each heading in one at most, the surest first."""
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in sorted(_candidates(olds, news, evidence)):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield i, j


def _candidates(
    olds: Sequence[Provision], news: Sequence[Provision], evidence: Evidence
) -> Iterator[tuple[float, int, int]]:
    """(the negative of how sure, old, new): the same name, or articles in common with what the names share."""
    names = [fold(node.heading) for node in olds], [fold(node.heading) for node in news]
    places = {node.eid: i for i, node in enumerate(olds)}, {node.eid: j for j, node in enumerate(news)}
    for (a, b), count in evidence.shared.items():
        if a in places[0] and b in places[1]:
            i, j = places[0][a], places[1][b]
            alike = Indel.normalized_similarity(names[0][i], names[1][j])
            share = 2 * count / (evidence.old[a] + evidence.new[b])
            if alike + share >= SURE and (count > 1 or alike >= HALF):
                yield -share - (alike if alike < 1 else SAME), i, j
    for group in align_units(*names):
        if len(group.old) == len(group.new) == 1:
            i, j = group.old[0], group.new[0]
            one, other = names[0][i], names[1][j]
            alike = Indel.normalized_similarity(one, other)
            both_full = evidence.old[olds[i].eid] and evidence.new[news[j].eid]
            if alike >= CLEAR and (not both_full or one in other or other in one):
                yield -(alike if alike < 1 else SAME), i, j
