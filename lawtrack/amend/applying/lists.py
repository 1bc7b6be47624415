"""What is below an article in its new order: paragraphs, items, points, their labels and the marks at their ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from lawtrack.amend.applying.tree import Node, Span, Style
from lawtrack.law import Level

if TYPE_CHECKING:
    from collections.abc import Iterable


class Filler(Protocol):
    """Puts units with declared numbers in their places and the others between."""

    def __call__(self, nodes: list[Node], total: int) -> list[Node]:
        """The units in their new order."""


def below(node: Node, fill: Filler) -> None:
    """Put items and points in their new order."""
    arrange_children(node, fill)
    for child in node.children:
        below(child, fill)


def arrange_children(node: Node, fill: Filler) -> None:
    """Put what is directly below a unit in its new order."""
    changed = bool(node.incoming) or any(c.gone or c.left or c.declared for c in node.children)
    thinned = node.replaced is None and len(node.children) < len(node.old_children)
    turned = len(node.children) == len(node.old_children) and tuple(node.children) != node.old_children
    if changed or thinned or turned:
        order = [child for child in node.children if not child.gone and not child.left]
        loose: list[Node] = []
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
        rows = _rows_after(order)
        order = [child for child in order if not child.is_row]
        loose = [child for child in loose if not child.is_row]
        placed = fill(order + loose, len(order) + len(loose))
        node.adopt(
            [*rows.pop(None, []), *(each for child in placed for each in (child, *rows.get(child, ())))]
        )
        node.incoming = []
        if node.level is not Level.ARTICLE:
            end_marks(node, before)


def _rows_after(order: list[Node]) -> dict[Node | None, list[Node]]:
    """The rows of tables, by the paragraph that they follow: they have no number and stay with it."""
    rows: dict[Node | None, list[Node]] = {}
    above: Node | None = None
    for child in order:
        if child.is_row:
            rows.setdefault(above, []).append(child)
        else:
            above = child
    return rows


def label(order: list[Node], style: Style) -> None:
    """Print the new numbers of the articles and of what is below them."""
    for article in order:
        article.label = style.label(article, article.final)
        if not article.eid:
            article.sep = style.sep(article)
        for node in article.walk():
            count = 0
            for index, child in enumerate(node.children):
                count += not child.is_row
                if child.level is Level.PARAGRAPH:
                    child.final = (count, 0)
                else:
                    _label_item(node, child, index, style)


def _label_item(parent: Node, child: Node, index: int, style: Style) -> None:
    """Items are counted again where one came or went; an untouched list keeps its labels as printed."""
    unchanged = tuple(parent.children) == parent.old_children or (
        not parent.old_children and child.label and not child.eid
    )
    child.final = child.number if unchanged else (index + 1, 0)
    if not child.eid and parent.old_children:  # a new one looks like the others of its list
        model = parent.old_children[0]
        child.label = style.relabel(model.label, child.final[0]) if model.label else child.label
        child.sep = model.sep
    elif not unchanged:
        child.label = style.label(child, child.final)


def end_marks(parent: Node, before: Iterable[Node]) -> None:
    """In a list that grew or shrank, the last unit ends the sentence and the others do not."""
    old = [node for node in before if node.old_raw]
    if not parent.children:
        return
    final = _old_end(old[-1]) if old else "。"
    inner = old[0].old_raw[-1] if len(old) > 1 and old[0].old_raw[-1] in "；;，、。" else "；"
    final = final if final in "。；;" else "。"
    stayed = set(before)
    for node in parent.children[:-1]:
        if (node not in stayed and not node.children) or (old and node is old[-1]):
            _end_with(_tail(node), inner)
    last = parent.children[-1]
    given = last.replaced is not None and _tail(last).raw[-1:] in ("；", ";", "，")
    if not old or last is not old[-1] or given:
        _end_with(_tail(last), final)


def _tail(node: Node) -> Node:
    """The last line of a unit with all that is below it."""
    return _tail(node.children[-1]) if node.children else node


def _old_end(node: Node) -> str:
    """The mark at which a unit ended in the base, with what was below it."""
    while node.old_children and node.old_children[-1].old_raw:
        node = node.old_children[-1]
    return node.old_raw[-1]


def _end_with(node: Node, mark: str) -> None:
    raw = node.raw
    if node.eid and node.replaced is None:
        if (
            raw
            and raw[-1] in "。；;，、"
            and raw[-1] != mark
            and not any(s.end >= len(raw) for s in node.spans)
        ):
            node.spans.append(Span(len(raw) - 1, len(raw), mark, -1))
        return
    node.raw = (raw[:-1] if raw and raw[-1] in "。；;，、" else raw) + mark
