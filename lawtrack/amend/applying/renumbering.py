"""After the last instruction: everything in its new place, numbered, the declared numbers checked, references rewritten.

A unit with a declared number takes that place; all others keep their order and fill the places between. So the numbers
that no instruction names are derived, and a decision that lacks an instruction does not come out (4.3, semantics 4).
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final

from lawtrack.amend.applying.following import follow
from lawtrack.amend.applying.headings import arrange
from lawtrack.amend.applying.lists import below, label
from lawtrack.amend.applying.moves import Moves
from lawtrack.amend.applying.word_edits import overlapping
from lawtrack.amend.model import fault
from lawtrack.law import Level, article_label, to_chinese

if TYPE_CHECKING:
    from lawtrack.amend.applying.operations import Operations
    from lawtrack.amend.applying.tree import Node
    from lawtrack.amend.model import AmendingInstrument, Fault

ORDER: Final = re.compile(
    r"(?:顺序|序号)[^。]{0,12}(?:调整|顺延|[前后上下]移|类推|递[补增减])|调整[^。]{0,6}(?:顺序|序号)|依次(?:顺延|类推)"
)


def settle(
    operations: Operations, told: AmendingInstrument, faults: list[list[Fault]], doubts: list[Fault]
) -> None:
    """Put everything in its place and number it; what does not come out is added to `faults` and `doubts`."""
    _Settling(operations, told, faults, doubts).run()


class _Settling(Moves):
    """The steps, in the order in which they depend on each other."""

    def run(self) -> None:
        self._word_conflicts()
        for first, rest in self.operations.poured:
            for node in rest:
                stay = [child for child in node.children if not child.left]
                first.children += stay
                if len(stay) == 1:
                    self.operations.into[node] = stay[0]
            for child in first.children:
                child.parent = first
        later = [move for move in self.operations.moves if not self._placed(move)]
        self._drop_emptied()
        order = self._articles()
        for move in later:
            self._place_later(move, order)
        for node in order:
            below(node, self._fill)
        arrange(self.operations, order, self.faults, self.doubts)
        label(order, self.style)
        self._check_printed()
        follow(self.operations, order, self.doubts)

    def _check_printed(self) -> None:
        """The number that new text prints in front of itself must be the one that it gets."""
        for node, number in self.operations.printed.items():
            if node.final != number and node.parent is not None and node in node.parent.children:
                shown = (
                    article_label(number) if node.level is Level.ARTICLE else f"第{to_chinese(number[0])}项"
                )
                self._refuse(max(node.by, default=0), "amend.number-taken", place=self._name(node) + shown)

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
        standing = {(span.by, span.text) for node in self.tree.nodes for span in node.spans}
        for span, node in self.operations.overruled:
            if (span.by, span.text) not in standing:  # nothing of the edit is left
                self._refuse(span.by, "amend.conflict", place=self._name(node))

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

    @staticmethod
    def _name(node: Node) -> str:
        article = node.article
        return article.old_label if article is not None else node.old_label

    def _articles(self) -> list[Node]:
        """The articles in their new order, each with its final number."""
        order = [node for node in self.tree.articles if not node.gone and not node.left]
        fresh = [node for node in self.operations.new_articles if not node.gone]
        for node in fresh:
            if (
                node.anchor is not None
                and node.anchor in order
                and (node.declared is None or node.declared[1])
            ):
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
        taken = {node.number for node in self.tree.articles} | {node.final for node in order}
        for node in loose:
            main, branch = node.final
            if branch and (main, branch - 1) not in taken:
                self._refuse(self._by(node), "amend.number-taken", place=article_label(node.final))
        for a, b in itertools.pairwise(order):
            if a.final >= b.final and (a.declared or b.declared):
                self._refuse(
                    self._by(a if a.declared else b), "amend.number-taken", place=article_label(b.final)
                )
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
                shown = (
                    article_label(node.declared) if node.level is Level.ARTICLE else f"第{node.declared[0]}"
                )
                self._refuse(self._by(node), "amend.number-taken", place=shown)
                rest.append(node)
            else:
                slots[index] = node
        following = iter(rest)
        return [node if node is not None else next(following) for node in slots]

    def _check_moves(self, placed: list[Node]) -> None:
        """A declared number that takes an article past a few unnamed ones is more often a missing instruction."""
        unnamed = [node for node in placed if node.declared is None and node.eid]
        position = {node: index for index, node in enumerate(placed)}
        on_purpose = self.operations.moved
        named = [node for node in placed if node.declared is not None and node.eid and node not in on_purpose]
        passed = {
            node: sum((other.number < node.number) != (position[other] < position[node]) for other in unnamed)
            for node in named
        }
        moved = [node for node in named if passed[node]]
        for node in moved:
            if passed[node] <= 2 or len(moved) > max(3, len(named) // 3):
                assert node.declared is not None
                self._refuse(self._by(node), "amend.unlisted-moves", place=article_label(node.declared))
