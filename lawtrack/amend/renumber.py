"""After the last instruction: everything in its new place, numbered, the declared numbers checked, references rewritten.

A unit with a declared number takes that place; all others keep their order and fill the places between. So the numbers
that no instruction names are derived, and a decision that lacks an instruction does not come out (4.3, semantics 4).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.amend.headings import arrange
from lawtrack.amend.model import fault
from lawtrack.amend.tree import Node, Span
from lawtrack.amend.word_edits import overlapping
from lawtrack.law.model import Level
from lawtrack.law.numerals import article_label
from lawtrack.law.renumbering import renumber

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lawtrack.amend.model import AmendingInstrument, Fault
    from lawtrack.amend.operations import Move, Operations
    from lawtrack.law.model import Number

ORDER: Final = re.compile(r"(?:顺序|序号)[^。]{0,12}调整|调整[^。]{0,6}(?:顺序|序号)")


def settle(operations: Operations, told: AmendingInstrument, faults: list[list[Fault]], doubts: list[Fault]) -> None:
    """Put everything in its place and number it; what does not come out is added to `faults` and `doubts`."""
    _Settling(operations, told, faults, doubts).run()


class _Settling:
    def __init__(
        self, operations: Operations, told: AmendingInstrument, faults: list[list[Fault]], doubts: list[Fault]
    ) -> None:
        self.operations, self.told, self.faults, self.doubts = operations, told, faults, doubts
        self.tree = operations.tree
        self.style = self.tree.style

    def run(self) -> None:
        self._word_conflicts()
        for first, rest in self.operations.poured:
            first.children += [child for node in rest for child in node.children if not child.left]
            for child in first.children:
                child.parent = first
        later = [move for move in self.operations.moves if not self._placed(move)]
        self._drop_emptied()
        order = self._articles()
        for move in later:
            self._place_later(move, order)
        for node in order:
            self._below(node)
        arrange(self.operations, order, self.faults)
        self._label(order)
        self._references(order)

    # ------------------------------------------------------------------------------- conflicts of words

    def _word_conflicts(self) -> None:
        """An edit of words in a unit that is gone or has a new text cannot be seen in the result."""
        for node in self.tree.nodes:
            if not node.spans:
                continue
            lost = self._lost(node)
            if lost:
                for span in node.spans:
                    if not span.broad and span.by != lost.replaced:
                        self._refuse(span.by, "amend.conflict", place=self._name(node))
                node.spans = []
            for first, second in overlapping(node):
                self._refuse(max(first.by, second.by), "amend.conflict", place=self._name(node))

    @staticmethod
    def _lost(node: Node) -> Node | None:
        above: Node | None = node
        while above is not None:
            if above.gone or (above.replaced is not None and above is not node):
                return above
            if above.left:
                return None
            above = above.parent
        return None

    def _refuse(self, by: int, code: str, **details: object) -> None:
        self.faults[by].append(fault(code, **details))

    @staticmethod
    def _name(node: Node) -> str:
        article = node.article
        return article.old_label if article is not None else node.old_label

    # ------------------------------------------------------------------------------------- moves

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
            self.operations.declared_by[target] = move.by
            self.operations.new_articles.append(target)
        if target is None:
            return False
        self._enter(node, target, move)
        return True

    def _article_moved(self, node: Node, paragraph: int, number: Number, target: Node | None, by: int) -> bool:
        """将第三十九条改为第四十五条第一款: the article goes on as that one, or joins it."""
        node.left = False
        if target is None:
            node.declared = number
            self.operations.declared_by[node] = by
            for index, child in enumerate(node.children):
                child.declared = (paragraph + index, 0)
            return True
        children = [child for child in node.children if not child.left]
        for index, child in enumerate(children):
            child.declared = (paragraph + index, 0)
            child.parent = target
        if target is not node:
            target.incoming += children
            node.children, node.gone = [], True
            self.operations.into[node] = target
        return True

    def _declared(self, number: Number, other_than: Node) -> Node | None:
        for node in (*self.tree.articles, *self.operations.new_articles):
            if node.declared == number and not node.gone and (node is not other_than or node.level is Level.ARTICLE):
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
        self._enter(move.node, found[0], move)

    def _drop_emptied(self) -> None:
        """An article whose paragraphs all went elsewhere is no more."""
        for node in self.tree.articles:
            if node.replaced is None and node.old_children and not node.incoming and not node.gone:
                rest = [child for child in node.children if not child.gone and not child.left]
                node.gone = not rest

    # ------------------------------------------------------------------------------------- numbers

    def _articles(self) -> list[Node]:
        """The articles in their new order, each with its final number."""
        order = [node for node in self.tree.articles if not node.gone]
        fresh = [node for node in self.operations.new_articles if not node.gone]
        for node in fresh:
            if node.anchor is not None and node.anchor in order and (node.declared is None or node.declared[1]):
                order.insert(order.index(node.anchor) + (node.side != "before"), node)
        loose = [node for node in fresh if node not in order]
        if self._keeps_numbers(order, loose):
            return self._kept(order, loose)
        gap = any(node.number != (i + 1, 0) for i, node in enumerate(self.tree.articles))
        if gap and not ORDER.search(self.told.text):
            self.doubts.append(fault("amend.unlisted-moves", place=self._name(self.tree.articles[0])))
        placed = self._fill(order + loose, len(order) + len(loose))
        for index, node in enumerate(placed):
            node.final = (index + 1, 0)
        self._check_moves(placed)
        return placed

    def _keeps_numbers(self, order: list[Node], loose: list[Node]) -> bool:
        declared = [node for node in (*order, *loose) if node.declared is not None]
        if self.operations.kept_numbers or any(node.declared and node.declared[1] for node in declared):
            return True
        if self.told.form == "amendment":
            return not loose and not declared
        structural = bool(declared or loose or len(order) != len(self.tree.articles))
        if structural and not declared and not loose and not ORDER.search(self.told.text):
            last = [node for node in self.tree.articles if not node.gone][-1:]
            if any(node.gone and last and node.number < last[0].number for node in self.tree.articles):
                self.doubts.append(fault("amend.unlisted-moves", place=self._name(last[0])))
        return not structural

    def _kept(self, order: list[Node], loose: list[Node]) -> list[Node]:
        """之一 insertions and amendments: nobody else's number moves."""
        for node in (*order, *loose):
            node.final = node.declared or node.number
        for node in loose:
            at = next((i for i, other in enumerate(order) if other.final > node.final), len(order))
            order.insert(at, node)
        if self.operations.kept_numbers:
            order.sort(key=lambda node: node.final)
        for a, b in zip(order, order[1:], strict=False):
            if a.final >= b.final and (a.declared or b.declared):
                self._refuse(self._by(a if a.declared else b), "amend.number-taken", place=article_label(b.final))
        return order

    def _by(self, node: Node) -> int:
        return self.operations.declared_by.get(node, max(node.by, default=0))

    def _fill(self, nodes: list[Node], total: int) -> list[Node]:
        """Declared numbers first, the others in order into the places left."""
        slots: list[Node | None] = [None] * total
        rest = []
        for node in nodes:
            if node.declared is None:
                rest.append(node)
                continue
            index = node.declared[0] - 1
            if not 0 <= index < total or slots[index] is not None:
                shown = article_label(node.declared) if node.level is Level.ARTICLE else f"第{node.declared[0]}"
                self._refuse(self._by(node), "amend.number-taken", place=shown)
                rest.append(node)
            else:
                slots[index] = node
        following = iter(rest)
        return [node if node is not None else next(following) for node in slots]

    def _check_moves(self, placed: list[Node]) -> None:
        """A declared number that takes an article past a few unnamed ones is more often a missing instruction."""
        unnamed = [node for node in placed if node.declared is None and node.eid and node.final != node.number]
        position = {node: index for index, node in enumerate(placed)}
        named = [node for node in placed if node.declared is not None and node.eid]
        passed = {
            node: sum((other.number < node.number) != (position[other] < position[node]) for other in unnamed)
            for node in named
        }
        moved = [node for node in named if passed[node]]
        for node in moved:
            if passed[node] <= 2 or len(moved) > max(3, len(named) // 3):
                assert node.declared is not None
                self._refuse(self._by(node), "amend.unlisted-moves", place=article_label(node.declared))

    # ------------------------------------------------------------------------------- below the article

    def _below(self, node: Node) -> None:
        """Put paragraphs, items and points in their new order."""
        changed = bool(node.incoming) or any(c.gone or c.left or c.declared for c in node.children)
        if changed:
            order = [child for child in node.children if not child.gone and not child.left]
            loose = []
            for child in node.incoming:
                if child.gone:
                    continue
                if child.declared is None and child.anchor is not None and child.anchor in order:
                    order.insert(order.index(child.anchor) + (child.side != "before"), child)
                elif child.anchor in loose and child.declared is None:
                    loose.insert(loose.index(child.anchor) + 1, child)
                elif child not in order:
                    loose.append(child)
            before = list(node.old_children)
            node.adopt(self._fill(order + loose, len(order) + len(loose)))
            node.incoming = []
            if node.level is not Level.ARTICLE:
                _end_marks(node, before)
        for child in node.children:
            self._below(child)

    def _label(self, order: list[Node]) -> None:
        for article in order:
            article.label = self.style.label(article, article.final)
            if not article.eid:
                article.sep = self.style.sep(article)
            for node in article.walk():
                for index, child in enumerate(node.children):
                    if child.level is Level.PARAGRAPH:
                        child.final = (index + 1, 0)
                    elif child.eid or child.label or child.level is not Level.PARAGRAPH:
                        self._label_item(node, child, index)

    def _label_item(self, parent: Node, child: Node, index: int) -> None:
        """Items are counted again where one came or went; an untouched list keeps its labels as printed."""
        unchanged = tuple(parent.children) == parent.old_children or not parent.old_children and child.label
        child.final = child.number if unchanged else (index + 1, 0)
        if not child.label and parent.old_children:
            child.label = self.style.label(parent.old_children[0], child.final)
            child.sep = parent.old_children[0].sep
        elif not unchanged:
            child.label = self.style.label(child, child.final)

    # ------------------------------------------------------------------------------------ references

    def _references(self, order: list[Node]) -> None:
        """Citations in words that no instruction touched follow their provisions."""
        mapping = {old: new for node in self.tree.nodes if (old := node.eid) and node.level in _CITED and (new := self._eid(node)) != old}
        if not mapping:
            return
        holders = {node.eid: node for article in order for node in article.walk() if node.eid}
        for change in renumber(self.tree.doc, mapping).changes:
            node = holders.get(change.holder)
            if node is None or node.start < 0 or node.replaced is not None:
                continue
            start, end = change.start - node.start, change.end - node.start
            if start < 0 or end > len(node.raw) or node.raw[start:end] != change.old:
                continue
            if any(start < span.end and span.start < end for span in node.spans):
                continue
            node.spans.append(Span(start, end, change.new, -1))

    def _eid(self, node: Node) -> str | None:
        """The address of an old provision in the new text; None for one that is gone."""
        while node.gone:
            into = self.operations.into.get(node)
            if into is None:
                return None
            node = into
        parent = node.parent
        if node.level is Level.ARTICLE:
            main, branch = node.final
            return f"art_{main}-{branch}" if branch else f"art_{main}"
        if parent is None:
            return node.eid
        if parent.level is Level.ARTICLE and parent.replaced is not None and node not in parent.children:
            above = self._eid(parent)  # a whole new text: its paragraphs are taken to stand where they stood
            return f"{above}__{node.eid.split('__', 1)[1]}" if above and "__" in node.eid else above
        above = self._eid(parent)
        if above is None:
            return None
        name = {Level.PARAGRAPH: "para", Level.ITEM: "item", Level.POINT: "point"}[node.level]
        number = node.final[0] if node in parent.children else node.number[0]
        return f"{above}__{name}_{number}"


_CITED: Final = frozenset({Level.ARTICLE, Level.PARAGRAPH, Level.ITEM})


def _end_marks(parent: Node, before: Iterable[Node]) -> None:
    """In a list that grew or shrank, the last unit ends the sentence and the others do not."""
    old = [node for node in before if node.raw]
    if not parent.children:
        return
    final = old[-1].raw[-1] if old else "。"
    inner = old[0].raw[-1] if len(old) > 1 and old[0].raw[-1] in "；;，、" else "；"
    final = final if final in "。；;" else "。"
    for node in parent.children[:-1]:
        if not node.children and (not node.eid or (old and node is old[-1])):
            _end_with(node, inner)
    last = parent.children[-1]
    if not last.children and (not old or last is not old[-1]):
        _end_with(last, final)


def _end_with(node: Node, mark: str) -> None:
    raw = node.raw
    if node.eid and node.replaced is None:
        if raw and raw[-1] in "。；;，、" and raw[-1] != mark and not any(s.end >= len(raw) for s in node.spans):
            node.spans.append(Span(len(raw) - 1, len(raw), mark, -1))
        return
    node.raw = (raw[:-1] if raw and raw[-1] in "。；;，、" else raw) + mark
