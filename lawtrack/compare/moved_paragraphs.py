"""Paragraphs that left one article for another: deleted in one row and added in another, though nothing was lost.

A paragraph may also have become an article of its own beside those that a split made, or an article a paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.compare.alignment.similarity import Similarity
from lawtrack.compare.folding import fold
from lawtrack.compare.model import label_of
from lawtrack.law import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.compare.model import ComparisonData, Row
    from lawtrack.law import Provision

CARRIED: Final = 0.60  # a deleted paragraph and an added one that share this much are the same
SHORT: Final = 12  # characters
LONE: Final = frozenset({"added", "deleted"})
CANDIDATES: Final = 4  # likely places weighed for each


class Place(NamedTuple):
    """A clause and where it stands: the index of its row, 第三条第二款 as a drafter names it."""

    row: int
    node: Provision
    name: str


class Carried(NamedTuple):
    """Where a clause stood, and where it stands now."""

    old: Place
    new: Place


def carried(comparison: ComparisonData) -> tuple[Carried, ...]:
    r"""The paragraphs that went from one row of `comparison` to another, the most alike first; each once.

    >>> from lawtrack.compare import compare
    >>> moved = "停车场应当为残疾人保留十分之一的车位。"
    >>> first = "第一条　停车场由市人民政府统一规划，纳入国土空间规划，分年度建设，并向社会公布。"
    >>> second = "第二条　收费标准由价格主管部门核定，在停车场入口公示，不得另立名目收取费用。"
    >>> old, new = f"{first}\n{moved}\n{second}", f"{first}\n{second}\n{moved}"
    >>> [(found.old.name, found.new.name) for found in carried(compare(old, new))]
    [('第一条第二款', '第二条第二款')]
    """
    gone = [place for at, row in enumerate(comparison.rows) for place in _places(at, row, row.old_provisions)]
    come = [place for at, row in enumerate(comparison.rows) for place in _places(at, row, row.new_provisions)]
    if not gone or not come:
        return ()
    alike = Similarity(
        {i: fold(place.node.words) for i, place in enumerate(gone)},
        {j: fold(place.node.words) for j, place in enumerate(come)},
    )
    weighed = sorted(
        (-alike.between(i, j), i, j)
        for i, grams in alike.old.items()
        for j in alike.index_new.likeliest(grams, CANDIDATES)
        if gone[i].row != come[j].row
    )
    by_old: dict[int, Carried] = {}
    taken: set[int] = set()
    for dissimilarity, i, j in weighed:
        if -dissimilarity >= CARRIED and i not in by_old and j not in taken:
            by_old[i] = Carried(gone[i], come[j])
            taken.add(j)
    return tuple(by_old.values())


def _places(at: int, row: Row, articles: tuple[Provision, ...]) -> Iterator[Place]:
    """The articles of a side that the other has not, or the paragraphs of them that the other has not."""
    if row.kind in LONE:
        yield from [Place(at, node, node.label) for node in articles if _is_meant(node)]
        return
    lone = {id(node) for part in row.parts if part.kind in LONE for node in _sides(part)}
    for article in articles:
        for node in article.children:
            if id(node) in lone and _is_meant(node):
                yield Place(at, node, article.label + label_of(node) * (len(article.children) > 1))


def _sides(part: Row) -> tuple[Provision, ...]:
    return part.old_provisions + part.new_provisions


def _is_meant(node: Provision) -> bool:
    """An item says too little without its lead-in, and what is short is said in many articles."""
    return node.level in (Level.ARTICLE, Level.PARAGRAPH) and len(node.words) >= SHORT
