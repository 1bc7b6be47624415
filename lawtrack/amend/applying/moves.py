"""Units on their way to another article: 将第九十九条第三款改为第一百一十一条第一款."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.amend.applying.tree import Node
from lawtrack.amend.model import fault
from lawtrack.law import Level

if TYPE_CHECKING:
    from lawtrack.amend.applying.operations import Operations
    from lawtrack.amend.applying.units import Move
    from lawtrack.amend.model import AmendingInstrument, Fault
    from lawtrack.law import Number


class Moves:
    """Puts moved units into their new parents, making an article where none is declared."""

    def __init__(
        self, operations: Operations, told: AmendingInstrument, faults: list[list[Fault]], doubts: list[Fault]
    ) -> None:
        self.operations, self.told, self.faults, self.doubts = operations, told, faults, doubts
        self.tree = operations.tree
        self.style = self.tree.style

    def _refuse(self, by: int, code: str, **details: object) -> None:
        self.faults[by].append(fault(code, **details))

    def _placed(self, move: Move) -> bool:
        """Put a moved unit into its new article, making one where none is declared; False for later."""
        node, to = move.node, move.to
        if node.gone:
            return True
        if to.article is None:
            self._refuse(move.by, "amend.no-such-place", place=to.label)
            return True
        target = self._declared(to.article, other_than=node)
        if node.level is Level.ARTICLE:
            return self._article_moved(node, to.paragraph or 1, to.article, target, move.by)
        first = min((m.to.paragraph or 1) for m in self.operations.moves if m.to.article == to.article)
        if target is None and (to.level == "article" or first == 1):
            target = Node(Level.ARTICLE)
            target.declared = to.article
            target.mark(move.by)
            if article := node.article:
                target.parent = article.parent  # the chapter that it leaves, where the neighbours allow it
                self.operations.made_of.add(target)
            self.operations.declared_by[target] = move.by
            self.operations.new_articles.append(target)
        if target is None:
            return False
        self._enter(node, target, move)
        return True

    def _article_moved(
        self, node: Node, paragraph: int, number: Number, target: Node | None, by: int
    ) -> bool:
        """将第三十九条改为第四十五条第一款: the article goes on as that one, or joins it."""
        if target is None and paragraph > 1:
            return False
        if target is None:
            node.left = False
            node.declared = number
            self.operations.declared_by[node] = by
            for index, child in enumerate(node.children):
                child.declared = (paragraph + index, 0)
            return True
        children = [child for child in node.children if not child.left]
        for index, child in enumerate(children):
            child.declared = (paragraph + index, 0)
            child.parent = target
        node.left = False
        if target is not node:
            target.incoming += children
            node.children, node.gone = [], True
            self.operations.into[node] = children[0] if len(children) == 1 else target
        return True

    def _declared(self, number: Number, other_than: Node) -> Node | None:
        for node in (*self.tree.articles, *self.operations.new_articles):
            if (
                node.declared == number
                and not node.gone
                and (node is not other_than or node.level is Level.ARTICLE)
            ):
                return node
        return None

    def _enter(self, node: Node, target: Node, move: Move) -> None:
        """Make a moved unit a child of its new parent."""
        to = move.to
        node.left = False
        self.operations.moved.add(node)
        if node.parent is not None:
            node.parent.children = [child for child in node.parent.children if child is not node]
        if to.item and node.level is Level.ITEM:
            holders = [child for child in target.children if child.children] or target.children[:1]
            parent = target.children[to.paragraph - 1] if to.paragraph else holders[0] if holders else target
            node.declared = (to.item, 0)
        else:
            parent = target
            node.level, node.label = Level.PARAGRAPH, ""
            node.declared = (to.paragraph, 0) if to.paragraph else None
        node.parent = parent
        parent.incoming.append(node)
        for index, extra in enumerate(move.followers):
            extra.parent = parent
            extra.declared = (node.declared[0] + index + 1, 0) if node.declared else None
            parent.incoming.append(extra)
        parent.mark(move.by)

    def _place_later(self, move: Move, order: list[Node]) -> None:
        found = [node for node in order if node.final == move.to.article]
        if len(found) != 1:
            self._refuse(move.by, "amend.no-such-place", place=move.to.label)
            move.node.left = False
            return
        if move.node.level is Level.ARTICLE:
            assert move.to.article is not None
            self._article_moved(move.node, move.to.paragraph or 1, move.to.article, found[0], move.by)
        else:
            self._enter(move.node, found[0], move)

    def _drop_emptied(self) -> None:
        """An article whose paragraphs all went elsewhere is no more."""
        for node in self.tree.articles:
            if node.replaced is None and node.old_children and not node.incoming and not node.gone:
                rest = [child for child in node.children if not child.gone and not child.left]
                node.gone = not rest
