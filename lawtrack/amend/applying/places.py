"""Where an address is in the tree as it was before the amendment."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from lawtrack.amend.applying.words import same
from lawtrack.amend.model import Address, Fault, fault
from lawtrack.law import HEADING_LEVELS, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.amend.applying.tree import Node, Tree
    from lawtrack.law import Number


class Refusal(Exception):
    """An operation that cannot be carried out, with the reason."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.fault: Fault = fault(code, **details)


class Places:
    """Finds units by their old numbers."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.by_number: dict[Number, list[Node]] = {}
        for node in tree.articles:
            self.by_number.setdefault(node.number, []).append(node)

    def find(self, at: Address) -> Node:
        """The one unit that `at` names; raises Refusal where there is none or more than one."""
        if at.block == "annex":
            raise Refusal("amend.annex-lines", place=at.label)
        if at.headings and not at.article:
            return self.heading(at)
        if at.article is None:
            raise Refusal("amend.no-such-place", place=at.label or "该处")
        node = self._article(at)
        if at.paragraph:
            node = self._child(node, Level.PARAGRAPH, at.paragraph, at)
        if at.item:
            node = self._child(self.holder(node, at), Level.ITEM, at.item, at)
        if at.point:
            node = self._child(node, Level.POINT, at.point, at)
        return node

    def _article(self, at: Address) -> Node:
        assert at.article is not None
        articles = self.by_number.get(at.article, [])
        if at.article[0] < 0:
            articles = self.tree.articles[at.article[0] :]
        if not articles:
            raise Refusal("amend.no-such-place", place=at.label)
        if len(articles) > 1:
            raise Refusal("amend.several-places", place=at.label)
        if at.under and self.heading(Address(headings=at.under)) not in _above(articles[0]):
            raise Refusal("amend.no-such-place", place=Address(headings=at.under).label + at.label)
        return articles[0]

    def holder(self, node: Node, at: Address) -> Node:
        """The paragraph whose items are meant where none is named."""
        if node.level is Level.PARAGRAPH:
            return node
        holders = [child for child in node.old_children if child.old_children]
        if not holders:
            raise Refusal("amend.no-such-place", place=at.label)
        if len(holders) > 1:
            raise Refusal("amend.several-places", place=at.label)
        return holders[0]

    def _child(self, node: Node, level: Level, number: int, at: Address) -> Node:
        if level is Level.PARAGRAPH:
            children = [child for child in node.old_children if not child.is_row]
            index = number - 1 if number > 0 else len(children) + number
            if 0 <= index < len(children):
                return children[index]
            raise Refusal("amend.no-such-place", place=at.label)
        if number < 0 and node.old_children:
            return node.old_children[number]
        matching = [child for child in node.old_children if child.number[0] == number]
        if len(matching) != 1:
            raise Refusal("amend.no-such-place" if not matching else "amend.several-places", place=at.label)
        return matching[0]

    def rows(self, node: Node, at: Address) -> list[Node]:
        """The rows of the one table of an article, or of the one that follows a paragraph; raises Refusal."""
        article = node.article
        siblings = list(article.old_children) if article is not None else []
        if node.level is Level.PARAGRAPH:
            siblings = siblings[siblings.index(node) + 1 :] if node in siblings else []
        tables = [
            list(group) for is_row, group in groupby(siblings, key=lambda child: child.is_row) if is_row
        ]
        if not tables or (node.level is Level.PARAGRAPH and not siblings[0].is_row):
            raise Refusal("amend.no-such-place", place=at.label)
        if len(tables) > 1 and node.level is Level.ARTICLE:
            raise Refusal("amend.several-places", place=at.label)
        return tables[0]

    def heading(self, at: Address) -> Node:
        """The part, chapter or section that `at` names."""
        if not at.headings:
            raise Refusal("amend.no-such-place", place=at.label)
        within = self.tree.root
        at = replace(at, article=None)
        for level, number in at.headings:
            kind = Level(level)
            headings = [node for node in _headings(within) if node.level is kind]
            headings = (
                headings[-1:] if number < 0 else [node for node in headings if node.number[0] == number]
            )
            if not headings:
                raise Refusal("amend.no-such-place", place=at.label)
            if len(headings) > 1:
                raise Refusal("amend.several-places", place=at.label)
            within = headings[0]
        if at.called and not same(within.raw, at.called):
            raise Refusal("amend.no-such-place", place=at.called)
        return within

    def named_heading(self, words: str) -> Node | None:
        """The heading that reads `words`, with or without its number."""
        headings = [
            node
            for node in self.tree.headings
            if same(node.raw, words)
            or same(node.label + node.sep + node.raw, words)
            or same(node.label + node.raw, words)
        ]
        return headings[0] if len(headings) == 1 else None

    def covering(self, at: Address) -> list[Node]:
        """The nodes whose own words are the words of `at`."""
        if at.block == "body":
            return list(self.tree.nodes)
        if at.headings and not at.article:
            return list(self.heading(at).walk())
        node = self.find(at)
        if at.part == "table":
            return self.rows(node, at)
        if at.part in ("items", "points"):
            above = self.holder(node, at) if at.part == "items" else node
            return [below for child in above.old_children for below in _walk_old(child)]
        if at.part == "lead":
            return [node.old_children[0] if node.level is Level.ARTICLE and node.old_children else node]
        return list(_walk_old(node))


def _above(node: Node) -> Iterator[Node]:
    """The units that hold a node, from the inside out."""
    while node.parent is not None:
        node = node.parent
        yield node


def _walk_old(node: Node) -> list[Node]:
    nodes = [node]
    for child in node.old_children:
        nodes += _walk_old(child)
    return nodes


def _headings(within: Node) -> Iterator[Node]:
    """The parts, chapters and sections below one; articles hold none, so that their text is not walked."""
    for child in within.children:
        if child.level in HEADING_LEVELS:
            yield child
            yield from _headings(child)
