"""Units renumbered, moved and split."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lawtrack.amend.applying.inserting import insert
from lawtrack.amend.applying.payloads import articles_of, units_of
from lawtrack.amend.applying.places import Refusal
from lawtrack.amend.applying.state import Amendment, Housed, Move
from lawtrack.amend.applying.turning import exchange, move_heading, stand_beside
from lawtrack.amend.applying.units import (
    claim,
    declare,
    new_articles,
    new_heading,
    refill,
    replace_part,
)
from lawtrack.amend.applying.words import sentence_span
from lawtrack.amend.model import Address, Operation
from lawtrack.law import HEADING_LEVELS, Level, article_label

if TYPE_CHECKING:
    from lawtrack.amend.applying.tree import Node


def renumber(state: Amendment, operation: Operation) -> None:
    """Give a unit the number that the instruction declares."""
    at, to = operation.at, operation.to
    assert at is not None
    assert to is not None
    if at.block == "order":
        state.kept_numbers |= operation.side == "kept"
        return
    node = state.places.find(at)
    node.mark(state.by)
    if operation.side == "swapped":
        _swap(state, node, state.places.find(to), at)
    elif at.headings and not at.article:
        node.declared = (to.headings[-1][1], 0) if to.headings else None
        state.declared_by[node] = state.by
    elif at.level == "article":
        declare(state, node, to.article)
        if to.headings:
            _send(state, node, to, operation.words)
        if to.headings or operation.side == "moved":
            state.moved.add(node)
        if operation.sources:
            state.said_beside.append((node, state.places.find(operation.sources[0])))
    elif any(
        other.node is node for other in state.moves
    ):  # 改为第七条，作为第七条第二款 goes to one place only
        raise Refusal("amend.conflict", place=at.label)
    else:
        node.declared = (getattr(to, at.level) or 0, 0)
        state.declared_by[node] = state.by
        if to.article and operation.side != "within":
            state.cited.append((node, to.article, state.by))


def _send(state: Amendment, node: Node, to: Address, which: str) -> None:
    """Put an article under the heading that is named: 原第三章, 修改后的第三章, or what its own number then tells."""
    new = None if which == "原" else new_heading(state, to)
    left, old = node.parent, state.places.heading(to) if which != "新" and new is None else None
    node.parent = new or old
    state.housed.add(node)
    if new is None and which != "原":
        state.rehoused.append(Housed(node, left, to, state.by))


def _swap(state: Amendment, one: Node, other: Node, at: Address) -> None:
    """Exchange two articles, or two items of one list, whatever numbers they get in the end."""
    if one is other or one.gone or other.gone or one.declared or other.declared:
        raise Refusal("amend.conflict", place=at.label)
    if one.level in HEADING_LEVELS:
        exchange(state, one, other, at.label)
        return
    other.mark(state.by)
    if one.level is Level.ARTICLE:
        state.swapped.append((one, other))
        return
    parent = one.parent
    if parent is None or parent is not other.parent or parent.replaced is not None:
        raise Refusal("amend.conflict", place=at.label)
    trade = {one: other, other: one}
    parent.children = [trade.get(child, child) for child in parent.children]


def move(state: Amendment, operation: Operation) -> None:
    """Send a unit on its way to another parent; it arrives when the new numbering stands."""
    at, to = operation.at, operation.to
    assert at is not None
    node = state.places.find(at)
    if at.sentence:
        assert to is not None
        _cut_off(state, node, operation, to)
        return
    if to is not None and to.paragraph and _poured_into(state, node, to):
        node.old_children[0].declared = (to.paragraph, 0)
        state.declared_by[node.old_children[0]] = state.by
        return
    if to is not None and to.paragraph and _lined_up(state, node, to):
        return
    if node.left or node.gone:
        raise Refusal("amend.conflict", place=at.label)
    if operation.sources and node.level in HEADING_LEVELS:
        stand_beside(state, node, state.places.find(operation.sources[0]), operation.side, at.label)
        if to is not None and to.headings:
            node.declared = (to.headings[-1][1], 0)
            state.declared_by[node] = state.by
        return
    if operation.sources or operation.side == "under":
        _stand(state, node, operation)
        return
    assert to is not None
    if operation.count and node.level is Level.ARTICLE and len(node.old_children) != operation.count:
        raise Refusal(
            "amend.count-differs", place=at.label, expected=operation.count, found=len(node.old_children)
        )
    node.mark(state.by)
    if node.level in HEADING_LEVELS:
        move_heading(state, node, at, to)
        return
    if node.level is Level.PARAGRAPH and to.item:  # a paragraph becomes an item of a list
        if node.old_children:
            raise Refusal("amend.not-understood", words=f"{at.label}……{to.label}")
        node.level = Level.ITEM
    _leave(state, node, to, operation)


def _leave(state: Amendment, node: Node, to: Address, operation: Operation) -> None:
    """A unit below an article is on its way; a later paragraph that becomes an article must come behind its own."""
    own = node.article
    later = own is not None and node.level is Level.PARAGRAPH and node is not own.old_children[0]
    if own is not None and later and to.level == "article" and to.article:
        state.cut_from.append((own, to.article, state.by))
    node.left = True
    if node.parent is not None and node.level is not Level.ARTICLE:
        node.parent.mark(state.by)
    state.moves.append(Move(node, to, state.by, within=operation.side == "within"))


def _cut_off(state: Amendment, node: Node, operation: Operation, to: Address) -> None:
    """A sentence becomes a paragraph of its article, or an article: it goes where it was and comes where it is said."""
    at = operation.at
    assert at is not None
    lines = (
        [child for child in node.old_children if not child.is_row] if node.level is Level.ARTICLE else [node]
    )
    if len(lines) != 1 or lines[0].replaced is not None:
        raise Refusal("amend.several-places" if len(lines) > 1 else "amend.conflict", place=at.label)
    raw = lines[0].old_raw
    span = sentence_span(raw, at.sentence)
    if span is None:
        raise Refusal("amend.no-such-place", place=at.label)
    replace_part(state, lines[0], replace(at, paragraph=at.paragraph or 1), "")
    level = to.level
    whole = Address(article=at.article) if level == "paragraph" else None
    told = Operation(
        "insert",
        at=whole,
        to=to,
        targets=(to,),
        text=operation.text or raw[slice(*span)],
        count=1,
        level=level,
    )
    insert(state, told)


def _poured_into(state: Amendment, node: Node, to: Address) -> bool:
    """第五条、第六条合并为第五条，原第六条作为第二款: the instruction says again where what was joined comes to stand."""
    firsts = [first for first, rest in state.poured if node in rest]
    same = bool(firsts) and firsts[0].declared in (to.article, None)
    return same and bool(node.old_children)


def _lined_up(state: Amendment, node: Node, to: Address) -> bool:
    """第五条第二款、第六条合并，作为第六条，第五条第二款作为第一款: has the joining put it there already?"""
    place = to.article, (to.paragraph or 0, 0)
    if node.level is Level.ARTICLE:
        return bool(node.old_children) and (node.declared, node.old_children[0].declared) == place
    return any(
        move.node is node and (move.to.article, (move.to.paragraph or 0, 0)) == place for move in state.moves
    )


def _renumbered(state: Amendment, heading: Address) -> bool:
    """Does another chapter have this number in the amended text, so that 移至第三章 could mean either?"""
    return any(
        operation.to is not None
        and operation.to.headings[-1:] == heading.headings[-1:]
        and not operation.to.article
        and operation.op in ("insert", "renumber")
        for instruction in state.told.instructions
        for operation in instruction.operations
    )


def _stand(state: Amendment, node: Node, operation: Operation) -> None:
    """Put a unit beside another, or an article at the end of a chapter: its number is what comes of that."""
    at, to, sources = operation.at, operation.to, operation.sources
    assert at is not None
    if node.declared or node in state.beside:
        raise Refusal("amend.conflict", place=at.label)
    if operation.side == "under":
        if to is None and not operation.words and _renumbered(state, sources[0]):
            raise Refusal("amend.heading-ambiguous", place=sources[0].label)
        heading = new_heading(state, to) if to else state.places.heading(sources[0])
        if heading is None or node.level is not Level.ARTICLE:
            raise Refusal("amend.no-such-place", place=operation.target)
        inside = [below for below in heading.walk() if below.level is Level.ARTICLE]
        inside += [other for other in state.beside if other.parent is heading]
        node.parent = heading
        if not _follows(state, node, inside):  # where in the chapter it goes is not said
            raise Refusal("amend.no-anchor", words=f"{at.label}……{heading.label}")
        if inside:
            state.beside[node] = inside[-1], "after"
        state.housed.add(node)
    else:
        beside = state.places.find(sources[0])
        if beside.gone or beside.left or beside.level is not node.level:
            raise Refusal("amend.conflict", place=at.label)
        state.beside[node] = beside, operation.side
        if node.level is Level.ARTICLE:
            node.parent = beside.parent
            state.housed.add(node)
        elif node.parent is not beside.parent or node.parent is None or node.parent.replaced is not None:
            raise Refusal("amend.not-understood", words=at.label)
        else:
            _turn(node, beside, operation.side)
    state.moved.add(node)
    node.mark(state.by)


def _follows(state: Amendment, node: Node, inside: list[Node]) -> bool:
    """Does an article come right after those of a chapter, or is the chapter new, so that its place is plain?"""
    articles = state.tree.articles
    return not inside or articles.index(node) == articles.index(inside[-1]) + 1


def _turn(node: Node, beside: Node, side: str) -> None:
    """Put a unit beside another of its list."""
    parent = node.parent
    assert parent is not None
    parent.children = [child for child in parent.children if child is not node]
    parent.children.insert(parent.children.index(beside) + (side == "after"), node)


def split(state: Amendment, operation: Operation) -> None:
    """One unit becomes several, with their new texts."""
    at, text = operation.at, operation.text
    assert at is not None
    node = state.places.find(at)
    if text is None:
        _split_by_paragraphs(state, node, operation)
        return
    if node.level is not Level.ARTICLE:
        pieces = units_of(text, node.level)
        if operation.count and len(pieces) != operation.count:
            raise Refusal("amend.count-differs", place=at.label, expected=operation.count, found=len(pieces))
        claim(state, node, at)
        refill(state, node, text)
        node.mark(state.by)
        return
    numbers = [target.article for target in operation.targets]
    cut = articles_of(text)
    if (operation.count and len(cut) != operation.count) or (numbers and len(cut) != len(numbers)):
        raise Refusal("amend.count-differs", place=at.label, expected=operation.count, found=len(cut))
    claim(state, node, at)
    refill(state, node, cut[0][1])
    node.mark(state.by)
    declare(state, node, numbers[0] if numbers else cut[0][0])
    rest = "\n".join(
        piece if label is None else f"{article_label(label)}　{piece}" for label, piece in cut[1:]
    )
    made = new_articles(state, rest, list(numbers[1:]) or [label for label, _ in cut[1:]], at.label)
    before = node
    for extra in made:
        extra.anchor = before
        if extra.declared is None or before.declared == (
            extra.declared[0] - 1,
            0,
        ):  # in the chapter of what it was cut from
            extra.parent = before.parent
            state.housed.add(extra)
        before = extra


def _split_by_paragraphs(state: Amendment, node: Node, operation: Operation) -> None:
    """将第四条分为两条，作为第四条、第五条: without a text a paragraph is an article each, or other instructions say what is."""
    at, targets = operation.at, operation.targets
    assert at is not None
    if node.level is Level.ARTICLE and _told_elsewhere(state, operation):
        if targets:
            declare(state, node, targets[0].article)
        return
    paragraphs = [child for child in node.old_children if child.level is Level.PARAGRAPH]
    whole = len(paragraphs) == len(node.old_children) == len(targets) == operation.count
    if node.level is not Level.ARTICLE or not whole:
        raise Refusal("amend.no-text", words=at.label)
    declare(state, node, targets[0].article)
    for place, target in enumerate(targets[1:], 2):
        move(state, replace(operation, op="move", at=replace(at, paragraph=place), to=target, targets=()))


def _told_elsewhere(state: Amendment, split_up: Operation) -> bool:
    """Do other instructions say where its paragraphs go, or what stands in each of the new articles?"""
    assert split_up.at is not None
    article = split_up.at.article
    others = [
        other
        for instruction in state.told.instructions
        for other in instruction.operations
        if other is not split_up and other.op != "split"
    ]
    if any(other.at and other.at.article == article and other.at.paragraph and other.to for other in others):
        return True
    reached = {place.article for other in others for place in (other.to, *other.targets) if place}
    return bool(split_up.targets[1:]) and reached.issuperset(one.article for one in split_up.targets[1:])
