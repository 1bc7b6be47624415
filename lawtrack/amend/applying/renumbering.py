"""After the last instruction: everything in its new place, numbered, the declared numbers checked, references rewritten.

A unit with a declared number takes that place; all others keep their order and fill the places between. So the numbers
that no instruction names are derived, and a decision that lacks an instruction does not come out (4.3, semantics 4).
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from functools import partial
from typing import TYPE_CHECKING, Final

from lawtrack.amend.applying.conflicts import check_words, place_of
from lawtrack.amend.applying.following import follow
from lawtrack.amend.applying.headings import arrange
from lawtrack.amend.applying.lists import arrange_children, below, label
from lawtrack.amend.applying.moves import ITEMS, arrive, drop_emptied, place_later, placed, refuse
from lawtrack.amend.applying.turning import permute, turned_articles
from lawtrack.amend.applying.units import close_leads
from lawtrack.amend.applying.word_edits import edit_amended
from lawtrack.amend.applying.words import same
from lawtrack.amend.model import fault
from lawtrack.law import Level, article_label, to_chinese
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from lawtrack.amend.applying.state import Amendment
    from lawtrack.amend.applying.tree import Node

ORDER: Final = compile_on_use(
    r"(?:顺序|序号)[^。]{0,12}(?:调整|顺延|[前后上下]移|类推|递[补增减])|调整[^。]{0,6}(?:顺序|序号)|依次(?:顺延|类推|提前|[前后上]移|递[补减])"
)


def settle(state: Amendment) -> None:
    """Put everything in its place and number it; what does not come out is added to `faults` and `doubts`."""
    check_words(state)
    for first, rest in state.poured:
        for node in rest:
            stay = [child for child in node.children if not child.left]
            first.children += stay
            if len(stay) == 1:
                state.into[node] = stay[0]
        for child in first.children:
            child.parent = first
    items = [move for move in state.moves if move.node.level in ITEMS and move.to.item]
    later = [move for move in state.moves if move not in items and not placed(state, move)]
    drop_emptied(state)
    close_leads(state)
    order = _articles(state)
    for move in later:
        place_later(state, move, order)
    _check_added(state, order)
    fill = partial(_fill, state)
    for node in order:
        arrange_children(node, fill)
    for move in items:
        arrive(state, move, order)
    for node in order:
        for child in node.children:
            below(child, fill)
    arrange(state, order)
    label(order, state.tree.style)
    _check_empty(state, order)
    _check_leads(state, order)
    _check_anchored(state, order)
    _check_printed(state)
    _check_cited(state)
    follow(state, order)
    edit_amended(state, order)


def _check_empty(state: Amendment, order: list[Node]) -> None:
    """A new article without words: its text went elsewhere, or was never given."""
    for node in order:
        if not node.eid and not any(below.words().strip() for below in node.walk()):
            refuse(state, _by(state, node), "amend.no-text", words=article_label(node.final))


def _check_leads(state: Amendment, order: list[Node]) -> None:
    """Words that lead in a list end in a colon; where an instruction left them without one, something was forgotten."""
    for article in order:
        for node in article.children[-1:]:
            bare = all(child.gone for child in node.children)
            if node.old_children and bare and not node.gone and node.words().rstrip().endswith(("：", ":")):
                state.doubts.append(fault("amend.lead-alone", place=place_of(node)))


def _check_added(state: Amendment, order: list[Node]) -> None:
    """A paragraph added to an article that another instruction gives anew comes after the new text, or is in it."""
    for article in order:
        if article.replaced is None:
            continue
        for node in sorted(article.incoming, key=lambda node: node.declared or (0, 0)):
            at = node.declared[0] if node.declared else len(article.children) + 1
            repeated = article.children[at - 1 : at]
            if repeated and same(repeated[0].raw, node.raw):
                node.gone = True
            elif at <= len(article.children) and node.eid == "" and article.children[0].declared is None:
                refuse(state, max(node.by, default=0), "amend.conflict", place=place_of(article))
                node.gone = True


def _check_cited(state: Amendment) -> None:
    """第七条第二款改为第七条第一款: the article that a new place names must be the one that the unit is in."""
    for node, number, by in state.cited:
        article = node.article
        if article is not None and not article.gone and article.final != number:
            refuse(state, by, "amend.number-taken", place=article_label(number))
    for (
        own,
        number,
        by,
    ) in state.cut_from:  # 第十条第二款改为第十条: what stays of 第十条 would come behind it
        if not own.gone and own.declared is None and own.final >= number:
            refuse(state, by, "amend.number-taken", place=article_label(number))


def _check_anchored(state: Amendment, order: list[Node]) -> None:
    """在第二条后增加一条，作为第六条: the neighbour that is named and the number must be one place."""
    for node, anchor, side in state.anchored:
        row = order if node.level is Level.ARTICLE else anchor.parent.children if anchor.parent else []
        at = row.index(node) if node in row else -1
        kept = [other for other in row if other.eid and other.declared is None and other not in state.moved]
        after = anchor.number if side == "after" else (anchor.number[0], anchor.number[1] - 1)
        if at >= 0 and any((other.number <= after) != (row.index(other) < at) for other in kept):
            place = anchor.old_label or place_of(anchor)
            refuse(state, max(node.by, default=0), "amend.anchor-elsewhere", place=place)


def _check_printed(state: Amendment) -> None:
    """The number that new text prints in front of itself must be the one that it gets."""
    listed = any(op.at and op.at.block == "order" for one in state.told.instructions for op in one.operations)
    listed = listed or ORDER.search(state.told.text) is not None
    for node, number in state.printed.items():
        if listed and number == node.number and node.declared is None and node.eid:
            continue  # the old number, and at the end that articles are counted anew
        if node.final != number and node.parent is not None and node in node.parent.children:
            shown = article_label(number) if node.level is Level.ARTICLE else f"第{to_chinese(number[0])}项"
            place = shown if node.level is Level.ARTICLE else place_of(node) + shown
            refuse(state, max(node.by, default=0), "amend.number-taken", place=place)


def _articles(state: Amendment) -> list[Node]:
    """The articles in their new order, each with its final number."""
    permute(state)
    state.ranks = {node: at for at, node in enumerate(turned_articles(state, state.tree.articles))}
    order = sorted(
        (node for node in state.tree.articles if not node.gone and not node.left), key=state.ranks.__getitem__
    )
    for one, other in state.swapped:
        a, b = order.index(one), order.index(other)
        order[a], order[b] = other, one
        one.parent, other.parent = other.parent, one.parent
    for node, (beside, side) in state.beside.items():
        if node in order and beside in order:
            order.remove(node)
            order.insert(order.index(beside) + (side == "after"), node)
    fresh = [node for node in state.new_articles if not node.gone]
    for node in fresh:
        if node.anchor is not None and node.anchor in order and (node.declared is None or node.declared[1]):
            order.insert(order.index(node.anchor) + (node.side != "before"), node)
    loose = [node for node in fresh if node not in order]
    if _keeps_numbers(state, order, loose):
        return _kept(state, order, loose)
    gap = any(node.number != (i + 1, 0) for i, node in enumerate(state.tree.articles))
    placed = _fill(state, order + loose, len(order) + len(loose))
    for index, node in enumerate(placed):
        node.final = (index + 1, 0)
    unsaid = (node for node in placed if node.eid and node.declared is None and node.final != node.number)
    if gap and not ORDER.search(state.told.text) and (first := next(unsaid, None)):
        state.doubts.append(fault("amend.unlisted-moves", place=place_of(first)))
    _check_moves(state, placed)
    for node, beside in state.said_beside:
        if (
            abs(node.final[0] - _last_cut(beside, placed).final[0]) != 1
            and node.final[0] + 1 != beside.final[0]
        ):
            refuse(state, _by(state, node), "amend.number-taken", place=article_label(node.final))
    for one, other in state.swapped:  # 对调，分别作为…… that says them in the old order contradicts itself
        if one.declared and other.declared and (one.final < other.final) == (one.number < other.number):
            refuse(state, _by(state, one), "amend.number-taken", place=article_label(one.final))
    return placed


def _last_cut(node: Node, placed: list[Node]) -> Node:
    """The last of the articles that are cut from one, by its text or its paragraphs; the article itself where none is."""
    last = node
    for other in placed[placed.index(node) + 1 :] if node in placed else ():
        if other.anchor is not last and not any(child in node.old_children for child in other.incoming):
            break
        last = other
    return last


def _keeps_numbers(state: Amendment, order: list[Node], loose: list[Node]) -> bool:
    declared = [node for node in (*order, *loose) if node.declared is not None]
    if state.kept_numbers or any(node.declared and node.declared[1] for node in declared):
        return True
    if state.told.form == "amendment":
        return not loose and not declared
    structural = bool(
        declared
        or loose
        or state.swapped
        or state.beside
        or state.turned
        or len(order) != len(state.tree.articles)
    )
    unsaid = not state.told.whole and not ORDER.search(
        state.told.text
    )  # an excerpt may leave the closing words out
    if structural and not declared and not loose and unsaid:
        last = [node for node in state.tree.articles if not node.gone][-1:]
        if any(node.gone and last and node.number < last[0].number for node in state.tree.articles):
            state.doubts.append(fault("amend.unlisted-moves", place=place_of(last[0])))
    return not structural


def _kept(state: Amendment, order: list[Node], loose: list[Node]) -> list[Node]:
    """之一 insertions and amendments: nobody else's number moves."""
    for node in (*order, *loose):
        node.final = node.declared or node.number
    for node in loose:
        at = next((i for i, other in enumerate(order) if other.final > node.final), len(order))
        order.insert(at, node)
    if state.kept_numbers:
        order.sort(key=lambda node: node.final)
    taken = {node.number for node in state.tree.articles} | {node.final for node in order}
    for node in loose:
        main, branch = node.final
        if branch and (main, branch - 1) not in taken:
            refuse(state, _by(state, node), "amend.number-taken", place=article_label(node.final))
    for a, b in itertools.pairwise(order):
        if a.final >= b.final and (a.declared or b.declared):
            refuse(
                state, _by(state, a if a.declared else b), "amend.number-taken", place=article_label(b.final)
            )
    return order


def _by(state: Amendment, node: Node) -> int:
    return state.declared_by.get(node, max(node.by, default=0))


def _fill(state: Amendment, nodes: list[Node], total: int) -> list[Node]:
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
            refuse(state, _by(state, node), "amend.number-taken", place=shown)
            rest.append(node)
        else:
            slots[index] = node
    following = iter(rest)
    return [node if node is not None else next(following) for node in slots]


def _passed(
    named: list[Node], unnamed: list[Node], position: dict[Node, int], ranks: dict[Node, int]
) -> dict[Node, int]:
    """How many of the unnamed articles each named one stands on the other side of than before."""
    numbers = [ranks[node] for node in unnamed]
    places = [position[node] for node in unnamed]
    if numbers == sorted(numbers) and places == sorted(places):  # they keep their order: two look-ups say it
        return {
            node: abs(bisect_left(numbers, ranks[node]) - bisect_left(places, position[node]))
            for node in named
        }
    return {
        node: sum((ranks[other] < ranks[node]) != (position[other] < position[node]) for other in unnamed)
        for node in named
    }


def _check_moves(state: Amendment, placed: list[Node]) -> None:
    """A declared number that takes an article past a few unnamed ones is more often a missing instruction."""
    on_purpose = state.moved
    unnamed = [node for node in placed if node.declared is None and node.eid and node not in on_purpose]
    position = {node: index for index, node in enumerate(placed)}
    named = [node for node in placed if node.declared is not None and node.eid and node not in on_purpose]
    passed = _passed(named, unnamed, position, state.ranks)
    moved = [node for node in named if passed[node]]
    for node in moved:
        if passed[node] <= 2 or len(moved) > max(3, len(named) // 3):
            assert node.declared is not None
            refuse(state, _by(state, node), "amend.unlisted-moves", place=article_label(node.declared))
