"""Where a clause of one version is in another: through the comparisons of neighbouring versions, never by number.

An article is followed by its row of the comparison, a paragraph or item by the rows below it. What vanished from its
place is looked for among what is new elsewhere: a paragraph that became an article, an item put into another list.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import Indel

from lawtrack.compare import compare, fold
from lawtrack.law import HEADING_LEVELS, Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lawtrack.compare import Comparison, Kind, Row
    from lawtrack.law import Instrument, Provision

ELSEWHERE: Final = 0.7
"""What vanished and what is new elsewhere share this much of their characters (1: the same words)."""
SHORTEST: Final = 10
"""Fewer characters than this say nothing about where they came from, unless all of them are the same."""


@dataclass(frozen=True, slots=True)
class Successors:
    """What became of a clause from one version to the next: the kind of a comparison's row, and the clauses now."""

    kind: Kind
    nodes: tuple[Provision, ...]
    moved: bool = False


class Passage:
    """One comparison as a way to go: which provisions of the new text are the successors of one of the old."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.rows = {node.eid: row for row in comparison.rows for node in row.old_provisions}
        self.headings = {node.eid: row for row in comparison.other for node in row.old_provisions}

    def onward(self, nodes: Iterable[Provision]) -> Successors:
        """The successors of several provisions together, each once, in the order of the new text."""
        found = [self.successors(node) for node in nodes]
        successors = {node.eid: node for each in found for node in each.nodes}
        kinds = {each.kind for each in found}
        kind: Kind = next(iter(kinds)) if len(kinds) == 1 else "amended"
        ordered = tuple(sorted(successors.values(), key=lambda node: node.start))
        return Successors(kind if ordered else "deleted", ordered, any(each.moved for each in found))

    def successors(self, node: Provision) -> Successors:
        """What became of one provision of the old text."""
        if node.level in HEADING_LEVELS:
            return self._of_heading(node)
        article, path = self._article_of(node)
        row = self.rows[article.eid]
        if node is article:
            found = Successors(row.kind, row.new_provisions, row.moved)
        elif not row.new_provisions:
            found = Successors("deleted", ())
        else:
            found = self._within(row, path)
        return found if found.nodes else self._elsewhere(node)

    def _of_heading(self, node: Provision) -> Successors:
        """A chapter is the same where its name and the words of all its articles are."""
        row = self.headings[node.eid]
        below = [self.rows[child.eid] for child in node.walk() if child.level is Level.ARTICLE]
        changed = any(each.kind != "unchanged" for each in below)
        kind = "amended" if row.kind == "unchanged" and changed else row.kind
        return Successors(kind, row.new_provisions, row.moved)

    def _article_of(self, node: Provision) -> tuple[Provision, list[Provision]]:
        """The article that holds `node`, and the path from below the article to it."""
        article = self.comparison.old.by_eid[node.eid.partition("__")[0]]
        path, at = [], article
        while at.eid != node.eid:
            at = next(child for child in at.children if _holds(child, node))
            path.append(at)
        return article, path

    def _within(self, row: Row, path: Sequence[Provision]) -> Successors:
        """The successors of the last of `path`, whose first is a child of one of the row's old provisions."""
        if row.kind == "unchanged":
            return _in_place(row, path[-1])
        parts = row.parts
        for at, node in enumerate(path):
            part = next((part for part in parts if _among(node, part.old_provisions)), None)
            if part is None:
                continue  # the only paragraph of its article is passed over for its items
            if at == len(path) - 1:
                return Successors(part.kind, part.new_provisions, part.moved)
            return self._within(part, path[at + 1 :]) if part.new_provisions else Successors("deleted", ())
        return _only_child(row, path)

    def _elsewhere(self, node: Provision) -> Successors:
        """What is new in another place and reads like `node`; deleted where nothing does."""
        words = fold(node.words)
        weighed = [
            (Indel.normalized_similarity(words, key), -other.start, other) for key, other in self.additions
        ]
        share, _, best = max(weighed, key=lambda each: each[:2], default=(0.0, 0, node))
        if share == 1 or (share >= ELSEWHERE and len(words) >= SHORTEST):
            return Successors("unchanged" if share == 1 else "amended", (best,), moved=True)
        return Successors("deleted", ())

    @cached_property
    def additions(self) -> tuple[tuple[str, Provision], ...]:
        """The folded words and the provision for everything that came to stand where it did not, at every level."""
        return tuple((fold(node.words), node) for row in self.comparison.rows for node in _come(row))


class Tracer:
    """Versions of one text in order, and the ways between neighbours, compared when first gone."""

    def __init__(self, docs: Sequence[Instrument]) -> None:
        self.docs = tuple(docs)
        self._passages: dict[tuple[int, int], Passage] = {}

    def passage(self, start: int, end: int) -> Passage:
        """The way from one version to another, by their places."""
        if (start, end) not in self._passages:
            self._passages[start, end] = Passage(compare(self.docs[start], self.docs[end]))
        return self._passages[start, end]

    def ways(self, start: int, end: int) -> Iterator[tuple[int, Passage]]:
        """The ways from version `start` to version `end`, forward or back, each with the version that it leads to."""
        step = 1 if end >= start else -1
        for at in range(start, end, step):
            yield at + step, self.passage(at, at + step)

    def follow(self, start: int, end: int, eids: Iterable[str]) -> list[tuple[int, Successors]]:
        """For each version on the way from `start` to `end` what the clauses have become; it ends where nothing is left."""
        nodes: tuple[Provision, ...] = tuple(self.docs[start].by_eid[eid] for eid in eids)
        found = []
        for at, passage in self.ways(start, end):
            successors = passage.onward(nodes)
            found.append((at, successors))
            nodes = successors.nodes
            if not nodes:
                break
        return found


def _holds(child: Provision, node: Provision) -> bool:
    return node.eid == child.eid or node.eid.startswith(f"{child.eid}__")


def _among(node: Provision, nodes: Iterable[Provision]) -> bool:
    return any(node.eid == other.eid for other in nodes)


def _in_place(row: Row, node: Provision) -> Successors:
    """The provision at the same place below a row whose words stay."""
    for before, after in zip(row.old_provisions, row.new_provisions, strict=False):
        for was, now in zip(before.walk(), after.walk(), strict=False):
            if was.eid == node.eid:
                return Successors("unchanged", (now,))
    return Successors("deleted", ())


def _only_child(row: Row, path: Sequence[Provision]) -> Successors:
    """The only paragraph of an article, which the comparison does not list: the new article's only paragraph."""
    children = [child for node in row.new_provisions for child in node.children]
    if len(path) == 1 and len(children) == 1:
        return Successors(row.kind, (children[0],))
    return Successors("deleted", ())


def _come(row: Row) -> Iterator[Provision]:
    """What is new in a row, and the pieces of what was split: an item may have become an article of its own."""
    if row.kind in {"added", "split"}:
        for node in row.new_provisions:
            yield from node.walk()
    for part in row.parts:
        yield from _come(part)
