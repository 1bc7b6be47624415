"""Units inserted: articles, paragraphs, items, chapters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.amend.applying.payloads import HEADING, articles_of, closed, units_of
from lawtrack.amend.applying.places import Refusal
from lawtrack.amend.applying.tree import Node
from lawtrack.amend.applying.units import Move, Units
from lawtrack.law import HEADING_LEVELS, Level, article_label

if TYPE_CHECKING:
    from lawtrack.amend.model import Address, Operation
    from lawtrack.law import Number

LEVELS: Final = {
    "article": Level.ARTICLE,
    "paragraph": Level.PARAGRAPH,
    "item": Level.ITEM,
    "point": Level.POINT,
    "chapter": Level.CHAPTER,
    "section": Level.SECTION,
    "part": Level.PART,
}


class Insertions(Units):
    """The operations that add units."""

    def _insert(self, operation: Operation) -> None:
        level = LEVELS[operation.level]
        if level in HEADING_LEVELS:
            self._insert_heading(operation, level)
        elif level is Level.ARTICLE:
            self._insert_article(operation)
        else:
            self._insert_below(operation, level)

    def _insert_article(self, operation: Operation) -> None:
        numbers: list[Number | None] = [target.article for target in operation.targets]
        anchor = None
        if operation.at and operation.at.article and operation.side:
            anchor = self.places.find(operation.at)
        if not numbers and anchor is None:
            raise Refusal("amend.no-anchor", words="增加一条")
        numbers = numbers or [None] * max(operation.count, 1)
        if operation.count and operation.count != len(numbers):
            raise Refusal(
                "amend.count-differs", place=operation.target, expected=operation.count, found=len(numbers)
            )
        if operation.text is None:
            made = [Node(Level.ARTICLE) for _ in numbers]
            for node, number in zip(made, numbers, strict=True):
                self._declare(node, number)
            self.new_articles += made
        else:
            made = self._new_articles(operation.text, numbers, operation.target)
        for index, node in enumerate(made):
            declared = node.declared
            branch = declared is not None and declared[1] > 0
            self.kept_numbers |= branch
            if declared and branch and anchor and not index and declared[0] != anchor.number[0]:
                raise Refusal("amend.number-taken", place=article_label(declared))
            if index and (anchor or branch) and (branch or node.declared is None):
                node.anchor, node.side = made[index - 1], "after"
            elif anchor is not None and (branch or node.declared is None):
                node.anchor, node.side = anchor, operation.side
            if operation.at and operation.at.headings:
                node.parent = self.places.heading(operation.at)
            if index < len(operation.targets) and (to := operation.targets[index]).headings:
                node.parent = self._new_heading(to) or self.places.heading(to)

    def _insert_below(self, operation: Operation, level: Level) -> None:
        at, text = operation.at, operation.text or ""
        to = operation.to
        made = units_of(text, level)
        self.printed.update((node, node.number) for node in made if node.label)
        if level is Level.PARAGRAPH:
            made = closed(made)
        if operation.count and len(made) != operation.count:
            raise Refusal(
                "amend.count-differs", place=operation.target, expected=operation.count, found=len(made)
            )
        numbers = [getattr(target, operation.level) for target in operation.targets]
        if any(number and number < 0 for number in numbers):  # 作为最后一款
            numbers = []
        for index, node in enumerate(made):
            node.declared = (numbers[index], 0) if index < len(numbers) and numbers[index] else None
            node.mark(self.by)
        if to and to.article and (at is None or to.article != at.article) and self._is_new(to.article):
            self.moves += [
                Move(node, target, self.by) for node, target in zip(made, operation.targets, strict=False)
            ]
            return
        if at is None:
            raise Refusal("amend.no-anchor", words=operation.target)
        parent = self._parent(at, to, level)
        if parent.replaced is not None:
            raise Refusal("amend.conflict", place=at.label)
        if not numbers:
            self._anchor(made, at, operation.side, parent)
        for node in made:
            node.parent = parent
        parent.incoming += made
        parent.mark(self.by)

    def _is_new(self, number: Number) -> bool:
        """Is that number declared for a new article, so that a place in it cannot be one of the old text?"""
        return any(node.declared == number for node in self.new_articles)

    def _parent(self, at: Address, to: Address | None, level: Level) -> Node:
        article = replace(at, paragraph=None, item=None, point=None, part="", sentence=0)
        if level is Level.PARAGRAPH:
            return self.places.find(article)
        if level is Level.POINT:
            return self.places.find(replace(at, point=None, part="", sentence=0))
        paragraph = at.paragraph or (to.paragraph if to else None)
        if paragraph:
            return self.places.find(replace(article, paragraph=paragraph))
        node = self.places.find(article)
        if node.level is Level.ARTICLE and len(node.old_children) == 1:
            return node.old_children[0]
        return self.places.holder(node, at)

    def _anchor(self, made: list[Node], at: Address, side: str, parent: Node) -> None:
        """A place beside a unit named: 第二款后增加一款."""
        node: Node | None = self.places.find(at)
        if node is parent or not side:  # at the end, as 增加一款 without a number means
            node, side = (parent.old_children[-1] if parent.old_children else None), "after"
        for index, new in enumerate(made):
            new.anchor, new.side = (made[index - 1], "after") if index else (node, side)

    def _insert_heading(self, operation: Operation, level: Level) -> None:
        at = operation.at
        node = Node(level, raw=operation.words)
        lines = (operation.text or "").split("\n") if operation.text else []
        if lines and (match := HEADING.match(lines[0])):
            node.raw = node.raw or match[2].strip()
            lines = lines[1:]
        if not node.raw:
            raise Refusal("amend.no-text", words=operation.target)
        if operation.to and operation.to.headings:
            node.declared = (operation.to.headings[-1][1], 0)
        if at and at.headings:
            node.anchor = self.places.heading(at)
            node.side = operation.side or "within"
        node.mark(self.by)
        if lines:
            labelled = [label for label, _ in articles_of("\n".join(lines))]
            made = self._new_articles("\n".join(lines), list(labelled), operation.target)
            for article in made:
                article.parent = node
        self.new_headings.append(node)
