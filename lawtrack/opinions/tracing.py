"""Where a clause of one version is in another: through the comparisons of neighbouring versions, never by number.

An article is followed by its row of the comparison, a paragraph or item by the rows below it. What vanished from its
place is looked for among what is new elsewhere: a paragraph that became an article, an item put into another list.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import Indel

from lawtrack.compare import compare, fold
from lawtrack.law import HEADING_LEVELS, Level
from lawtrack.opinions.clauses import Clauses
from lawtrack.opinions.sheets import alone, article_alone, carried
from lawtrack.opinions.trails import Place, Stand, hashed, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lawtrack.compare import Comparison, Kind, Row
    from lawtrack.law import Provision
    from lawtrack.opinions.sheets import Carried, Sheet, Texts

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


class Additions(NamedTuple):
    """The provisions that came to stand where they did not, in order of the text, and the folded words of each."""

    words: list[str]
    nodes: list[Provision]


class Passage:
    """One comparison as a way to go: which provisions of the new text are the successors of one of the old."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.rows = {node.eid: row for row in comparison.rows for node in row.old_provisions}
        self.headings = {node.eid: row for row in comparison.other for node in row.old_provisions}

    def onward(self, nodes: Iterable[Provision]) -> Successors:
        """The successors of several provisions together, each once, in the order of the new text."""
        return together([self.successors(node) for node in nodes], lambda node: (node.start, 0))

    def successors(self, node: Provision) -> Successors:
        """What became of one provision of the old text."""
        if node.level in HEADING_LEVELS:
            return self._of_heading(node)
        became = self.in_its_row(node)
        return became if became.nodes else elsewhere(node, self.additions)

    def in_its_row(self, node: Provision) -> Successors:
        """What became of a clause where its article went, without a look at what is new elsewhere."""
        article, path = self._article_of(node)
        row = self.rows[article.eid]
        if node.eid == article.eid:
            return Successors(row.kind, row.new_provisions, row.moved)
        return self._within(row, path) if row.new_provisions else Successors("deleted", ())

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

    @cached_property
    def additions(self) -> Additions:
        """Everything that came to stand where it did not, in order of the text."""
        come = [node for row in self.comparison.rows for node in _come(row)]
        come.sort(key=lambda node: node.start)
        return Additions([fold(node.words) for node in come], come)


class SheetPassage:
    """From one sheet to the next: articles that stay are carried over, only those that are reworded are compared."""

    def __init__(self, old: Sheet, new: Sheet, carried: Carried) -> None:
        self.old, self.new, self.carried = old, new, carried
        self.passages = {was: Passage(comparison) for was, (_, comparison) in carried.reworded.items()}

    def onward(self, nodes: Sequence[Provision]) -> Successors:
        """The successors of several provisions together, as of a `Passage`."""
        return together([self.successors(node) for node in nodes], self.new.order)

    def successors(self, node: Provision) -> Successors:
        """What became of one provision of the old sheet."""
        own, _, below = node.eid.partition("__")
        at = self.old.places[own]
        if at in self.carried.same:
            now = alone(self.new.pieces[self.carried.same[at]])
            first = now.articles[0]
            heir = now.by_eid[f"{first.eid}__{below}"] if below else first
            return Successors("unchanged", (heir,), moved=at == self.carried.moved and not below)
        if at in self.passages:
            became = self.passages[at].in_its_row(node)
            if became.nodes:
                return became
        return elsewhere(node, self.additions)

    @cached_property
    def quiet(self) -> frozenset[str]:
        """The addresses of articles that the new text has with the same number and words."""
        same = self.carried.same
        return frozenset(
            eid
            for eid, at in self.old.places.items()
            if at in same and self.old.pieces[at] == self.new.pieces[same[at]]
        )

    @cached_property
    def additions(self) -> Additions:
        """As of a `Passage`, in the order of the new text."""
        nodes = {at: list(article_alone(self.new.pieces[at]).walk()) for at in self.carried.come}
        new = {at: Additions([fold(node.words) for node in come], come) for at, come in nodes.items()}
        new |= {now: self.passages[was].additions for was, (now, _) in self.carried.reworded.items()}
        ordered = [new[at] for at in sorted(new)]
        return Additions(
            [words for one in ordered for words in one.words], [node for one in ordered for node in one.nodes]
        )


class Tracer:
    """Versions of one text in order, and the ways between any two, compared when first gone."""

    def __init__(self, docs: Texts) -> None:
        self.docs = docs
        self._steps: dict[tuple[int, int], SheetPassage | None] = {}
        self._passages: dict[tuple[int, int], Passage] = {}
        self._quiet: dict[tuple[int, int], frozenset[str]] = {}
        self._clauses: dict[int, Clauses] = {}

    def nodes(self, at: int, eids: Iterable[str]) -> tuple[Provision, ...] | None:
        """The provisions of those addresses in a version, None where one is not there."""
        sheet = self.docs.sheet(at)
        named = [sheet.provision(eid) if sheet else None for eid in eids]
        if None in named or not named:
            by_eid = self.docs[at].by_eid
            named = [by_eid.get(eid) for eid in eids]
        nodes = tuple(node for node in named if node is not None)
        return nodes if len(nodes) == len(named) else None

    def articles(self, at: int) -> tuple[Provision, ...]:
        """The articles of a version in order."""
        sheet = self.docs.sheet(at)
        return tuple(map(article_alone, sheet.pieces)) if sheet else self.docs[at].articles

    def order(self, at: int, node: Provision) -> tuple[int, int]:
        """The key that sorts provisions of one version as they stand in its text."""
        sheet = self.docs.sheet(at)
        return (
            sheet.order(node)
            if sheet and node.level not in HEADING_LEVELS
            else (self._before(at, node), node.start)
        )

    def _before(self, at: int, node: Provision) -> int:
        """How many articles begin before a provision of a text that was read whole."""
        return sum(one.start < self.docs[at].by_eid[node.eid].start for one in self.docs[at].articles)

    def label(self, at: int, node: Provision) -> str:
        """How a provision of a version is named there."""
        sheet = self.docs.sheet(at)
        if sheet and node.level not in HEADING_LEVELS:
            return _label(sheet.pieces[sheet.places[node.eid.partition("__")[0]]], node.eid)
        return self.clauses(at).label(node.eid)

    def clauses(self, at: int) -> Clauses:
        """The clauses of a version by their names."""
        if at not in self._clauses:
            self._clauses[at] = Clauses(self.docs[at])
        return self._clauses[at]

    def onward(self, start: int, end: int, nodes: Sequence[Provision]) -> Successors:
        """What provisions of one version have become in another, by their places."""
        step = self._step(start, end)
        if step is not None and not any(node.level in HEADING_LEVELS for node in nodes):
            return step.onward(nodes)
        if (start, end) not in self._passages:
            self._passages[start, end] = Passage(compare(self.docs[start], self.docs[end]))
        return self._passages[start, end].onward(nodes)

    def follow(self, way: Sequence[int], eids: Sequence[str]) -> list[tuple[int, Successors]]:
        """For each version on a way, from its first on, what the clauses have become; it ends where nothing is left."""
        nodes = self.nodes(way[0], eids)
        assert nodes is not None, "whoever follows a clause has looked for it"
        became, done = [], 0
        for count, _, successors in self.strides(way, nodes):
            became += [(at, successors) for at in way[done + 1 : done + 1 + count]]
            done += count
        return became

    def strides(
        self, way: Sequence[int], nodes: Sequence[Provision]
    ) -> Iterator[tuple[int, int, Successors]]:
        """The steps of clauses along a way: how many that change nothing, or one; the version behind them; what became.

        It ends where nothing is left.
        """
        quiet, own = 0, _articles(nodes)
        several = len(nodes) > 1  # their first step puts them in order
        for start, end in pairwise(way):
            still = self._quiet.get((start, end))
            if own <= (self._stays(start, end) if still is None else still) and not several:
                quiet += 1
                continue
            if quiet:
                yield quiet, start, Successors("unchanged", tuple(nodes))
                quiet = 0
            successors = self.onward(start, end, nodes)
            yield 1, end, successors
            nodes = successors.nodes
            if not nodes:
                return
            several, own = False, _articles(nodes)
        if quiet:
            yield quiet, way[-1], Successors("unchanged", tuple(nodes))

    def stand(self, at: int, nodes: Sequence[Provision]) -> Stand:
        """Clauses of a version as they can be kept."""
        places = tuple(Place(node.eid, self.label(at, node), node.text) for node in nodes)
        return Stand(places, hashed(words_of(nodes)))

    def stands(self, at: int, stand: Stand) -> bool:
        """Are these the clauses of that version, with these labels and words?"""
        by_eid, clauses = self.docs[at].by_eid, self.clauses(at)
        nodes = [by_eid[eid] for eid in stand.eids if eid in by_eid]
        told = [(node.eid, clauses.label(node.eid), node.text) for node in nodes]
        return told == [(one.eid, one.label, one.text) for one in stand.places] and stand.words == hashed(
            words_of(nodes)
        )

    def _stays(self, start: int, end: int) -> frozenset[str]:
        """The articles to which nothing happened between two versions, as far as that is seen at once."""
        step = self._step(start, end)
        self._quiet[start, end] = step.quiet if step else frozenset()
        return self._quiet[start, end]

    def _step(self, start: int, end: int) -> SheetPassage | None:
        """The way between two sheets, None where the texts have to be compared whole."""
        if (start, end) in self._steps:
            return self._steps[start, end]
        old, new = self.docs.sheet(start), self.docs.sheet(end)
        stays = carried(old, new) if old and new else None
        step = SheetPassage(old, new, stays) if old and new and stays else None
        self._steps[start, end] = step
        return step


def _articles(nodes: Iterable[Provision]) -> set[str]:
    """The addresses of the articles that hold the provisions."""
    return {node.eid.partition("__")[0] for node in nodes}


def together(each: Sequence[Successors], order: Callable[[Provision], tuple[int, int]]) -> Successors:
    """The successors of several provisions as one: each once, in the order of the new text."""
    if len(each) == 1:
        return each[0]
    nodes = {node.eid: node for one in each for node in one.nodes}
    kinds = {one.kind for one in each}
    kind: Kind = next(iter(kinds)) if len(kinds) == 1 else "amended"
    ordered = tuple(sorted(nodes.values(), key=order))
    return Successors(kind if ordered else "deleted", ordered, any(one.moved for one in each))


def elsewhere(node: Provision, additions: Additions) -> Successors:
    """What is new in another place and reads like `node`, the first of several; deleted where nothing does."""
    words = fold(node.words)
    best = process.extractOne(
        words, additions.words, scorer=Indel.normalized_similarity, score_cutoff=ELSEWHERE
    )
    if best is None or (best[1] < 1 and len(words) < SHORTEST):
        return Successors("deleted", ())
    return Successors("unchanged" if best[1] == 1 else "amended", (additions.nodes[best[2]],), moved=True)


@lru_cache(maxsize=65536)
def _label(piece: str, eid: str) -> str:
    return _clauses_of(piece).label(eid)


@lru_cache(maxsize=8192)
def _clauses_of(piece: str) -> Clauses:
    return Clauses(alone(piece))


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
