"""Citations that follow their provisions when these get new numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.amend.applying.tree import Node, Span
from lawtrack.amend.model import fault
from lawtrack.law import Level, article_label, renumber

if TYPE_CHECKING:
    from lawtrack.amend.applying.state import Amendment

_CITED: Final = frozenset({Level.ARTICLE, Level.PARAGRAPH, Level.ITEM})
_NAMES: Final = {Level.PARAGRAPH: "para", Level.ITEM: "item", Level.POINT: "point"}


def follow(state: Amendment, order: list[Node]) -> None:
    """Citations in words that no instruction touched follow their provisions, as is usual; which ones, the reader is told."""
    tree = state.tree
    mapping = {
        old: new
        for node in tree.nodes
        if (old := node.eid)
        and node.level in _CITED
        and not _beside_table(node)
        and (new := _eid(state, node)) != old
    }
    if not mapping:
        return
    holders = {node.eid: node for article in order for node in article.walk() if node.eid}
    done = renumber(tree.doc, mapping)
    for cited in done.lost:
        holder = holders.get(cited.holder)
        if holder is not None and _stands(holder, cited.start - holder.start, cited.end - holder.start):
            article = holder.article
            state.doubts.append(
                fault("amend.reference-gone", place=article.old_label if article else "", gone=cited.label)
            )
    followed: dict[str, None] = {}
    for change in done.changes:
        node = holders.get(change.holder)
        if node is None:
            continue
        start, end = change.start - node.start, change.end - node.start
        if _stands(node, start, end) and node.raw[start:end] == change.old:
            node.spans.append(Span(start, end, change.new, -1))
            place = article_label(node.article.final) if node.article is not None else ""
            followed[f"{place} {change.old}→{change.new}".strip()] = None
    if followed:
        state.choices.append(fault("amend.references-followed", references="；".join(followed)))


def _beside_table(node: Node) -> bool:
    """Is this a unit of an article with a table? The paragraphs there are not counted as the reader of the text counts."""
    article = node.article
    return (
        node.level is not Level.ARTICLE
        and article is not None
        and any(c.is_row for c in article.old_children)
    )


def _stands(node: Node, start: int, end: int) -> bool:
    """Are these words of a unit still the old ones?"""
    if node.start < 0 or node.replaced is not None or start < 0 or end > len(node.raw):
        return False
    return not any(start < span.end and span.start < end for span in node.spans)


def _eid(state: Amendment, node: Node) -> str | None:
    """The address of an old provision in the new text; None for one that is gone."""
    while node.gone:
        into = state.into.get(node)
        if into is None:
            return None
        node = into
    parent = node.parent
    if node.level is Level.ARTICLE:
        main, branch = node.final
        return f"art_{main}-{branch}" if branch else f"art_{main}"
    if parent is None or parent.level not in _CITED:
        return node.eid
    if parent.level is Level.ARTICLE and parent.replaced is not None and node not in parent.children:
        above = _eid(state, parent)  # a whole new text: its paragraphs are taken to stand where they stood
        return f"{above}__{node.eid.split('__', 1)[1]}" if above and "__" in node.eid else above
    above = _eid(state, parent)
    if above is None:
        return None
    if parent.level is Level.ARTICLE and parent.children == [node] and node not in parent.old_children:
        return above  # a paragraph that became an article is cited as that article
    number = node.final[0] if node in parent.children else node.number[0]
    return f"{above}__{_NAMES[node.level]}_{number}"
