"""Units on their way to another article: 将第九十九条第三款改为第一百一十一条第一款."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.amend.applying.tree import Node, Span
from lawtrack.amend.model import fault
from lawtrack.law import Level

if TYPE_CHECKING:
    from lawtrack.amend.applying.state import Amendment, Move
    from lawtrack.law import Number


ITEMS: Final = frozenset({Level.ITEM, Level.POINT})


def refuse(state: Amendment, by: int, code: str, **details: object) -> None:
    """Say that the instruction with index `by` could not be carried out."""
    state.faults[by].append(fault(code, **details))


def placed(state: Amendment, move: Move) -> bool:
    """Put a moved unit into its new article, making one where none is declared; False for later."""
    node, to = move.node, move.to
    if node.gone:
        return True
    if to.article is None:
        refuse(state, move.by, "amend.no-such-place", place=to.label)
        return True
    target = _declared(state, to.article, other_than=node)
    if node.level is Level.ARTICLE:
        return _article_moved(state, node, to.paragraph or 1, to.article, target, move.by)
    first = min((m.to.paragraph or 1) for m in state.moves if m.to.article == to.article)
    if target is None and (to.level == "article" or first == 1):
        target = Node(Level.ARTICLE)
        target.declared = to.article
        target.mark(move.by)
        if article := node.article:
            target.parent = article.parent  # the chapter that it leaves, where the neighbours allow it
            state.made_of.add(target)
        state.declared_by[target] = move.by
        state.new_articles.append(target)
    if target is None:
        return False
    _enter(state, node, target, move)
    return True


def _article_moved(
    state: Amendment, node: Node, paragraph: int, number: Number, target: Node | None, by: int
) -> bool:
    """将第三十九条改为第四十五条第一款: the article goes on as that one, or joins it."""
    if target is None and paragraph > 1:
        return False
    if target is None:
        node.left = False
        node.declared = number
        state.declared_by[node] = by
        for index, child in enumerate(node.children):
            child.declared = (paragraph + index, 0)
        return True
    children = [child for child in node.children if not child.left]
    for index, child in enumerate(children):
        child.declared = (paragraph + index, 0)
        child.parent = target
    node.left = False
    if target is not node:
        if (
            not target.eid and target.parent is None
        ):  # the chapter that it stood in, where the neighbours allow it
            target.parent = node.parent
            state.made_of.add(target)
        target.incoming += children
        node.children, node.gone = [], True
        state.into[node] = children[0] if len(children) == 1 else target
    return True


def _declared(state: Amendment, number: Number, other_than: Node) -> Node | None:
    for node in (*state.tree.articles, *state.new_articles):
        if (
            node.declared == number
            and not node.gone
            and (node is not other_than or node.level is Level.ARTICLE)
        ):
            return node
    return None


def _enter(state: Amendment, node: Node, target: Node, move: Move) -> None:
    """Make a moved unit a child of its new parent."""
    to = move.to
    node.left = False
    state.moved.add(node)
    if node.parent is not None:
        node.parent.children = [child for child in node.parent.children if child is not node]
    parent = target
    if (
        node.level in ITEMS
        and node.replaced is None
        and not node.children
        and node.raw[-1:] in ("；", ";", "，")
    ):
        node.spans.append(
            Span(len(node.raw) - 1, len(node.raw), "。", move.by)
        )  # what was in a list is a sentence now
    node.level, node.label = Level.PARAGRAPH, ""
    node.declared = (to.paragraph, 0) if to.paragraph else None
    node.parent = parent
    parent.incoming.append(node)
    for index, extra in enumerate(move.followers):
        extra.parent = parent
        extra.declared = (node.declared[0] + index + 1, 0) if node.declared else None
        parent.incoming.append(extra)
    parent.mark(move.by)


def place_later(state: Amendment, move: Move, order: list[Node]) -> None:
    """Put a unit into an article whose number is known only now."""
    owners = [node for node in order if node.final == move.to.article]
    if len(owners) != 1:
        refuse(state, move.by, "amend.no-such-place", place=move.to.label)
        move.node.left = False
        return
    if move.node.level is Level.ARTICLE:
        assert move.to.article is not None
        _article_moved(state, move.node, move.to.paragraph or 1, move.to.article, owners[0], move.by)
    else:
        _enter(state, move.node, owners[0], move)


def arrive(state: Amendment, move: Move, order: list[Node]) -> None:
    """Put an item into the paragraph of the new text that it goes to, now that the paragraphs are in order."""
    node, to = move.node, move.to
    node.left = False
    own = node.article
    articles = [own] if move.within and own else [a for a in order if a.final == to.article]
    parent = _list_of(articles[0], to.paragraph) if len(articles) == 1 else None
    if parent is None or to.item is None:
        refuse(state, move.by, "amend.no-such-place", place=to.label)
        return
    node.declared = (to.item, 0)
    state.declared_by[node] = move.by
    if node.parent is not parent:
        if node.parent is not None:
            node.parent.children = [child for child in node.parent.children if child is not node]
        node.parent = parent
        parent.incoming.append(node)
        state.moved.add(node)
    parent.mark(move.by)


def _list_of(article: Node, paragraph: int | None) -> Node | None:
    """The paragraph of an article that items go to: the one named, or the only one that has any."""
    if paragraph:
        return article.children[paragraph - 1] if 0 < paragraph <= len(article.children) else None
    holders = [child for child in article.children if child.children] or article.children[:1]
    return holders[0] if len(holders) == 1 else None


def drop_emptied(state: Amendment) -> None:
    """An article whose paragraphs all went elsewhere is no more."""
    for node in state.tree.articles:
        if node.replaced is None and node.old_children and not node.incoming and not node.gone:
            rest = [child for child in node.children if not child.gone and not child.left]
            node.gone = not rest
