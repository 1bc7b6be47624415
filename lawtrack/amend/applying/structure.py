"""Units renumbered, moved, split and joined."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lawtrack.amend.applying.inserting import insert
from lawtrack.amend.applying.payloads import articles_of, units_of
from lawtrack.amend.applying.places import Refusal
from lawtrack.amend.applying.state import Amendment, Move
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
            node.parent = new_heading(state, to) or state.places.heading(to)
            state.housed.add(node)
        if to.headings or operation.side == "moved":
            state.moved.add(node)
    else:
        node.declared = (getattr(to, at.level) or 0, 0)
        state.declared_by[node] = state.by
        if to.article and operation.side != "within":
            state.cited.append((node, to.article, state.by))


def _swap(state: Amendment, one: Node, other: Node, at: Address) -> None:
    """Exchange two articles, or two items of one list, whatever numbers they get in the end."""
    if one is other or one.gone or other.gone or one.declared or other.declared:
        raise Refusal("amend.conflict", place=at.label)
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
    if node.left or node.gone:
        raise Refusal("amend.conflict", place=at.label)
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
        _move_heading(state, node, at, to)
        return
    if node.level is Level.PARAGRAPH and to.item:  # a paragraph becomes an item of a list
        if node.old_children:
            raise Refusal("amend.not-understood", words=f"{at.label}……{to.label}")
        node.level = Level.ITEM
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
    return bool(firsts) and firsts[0].declared == to.article and bool(node.old_children)


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


def _move_heading(state: Amendment, node: Node, at: Address, to: Address) -> None:
    """将第二章改为第二章第二节: a heading becomes one of another kind, with the articles under it."""
    if not to.headings or any(child.level in HEADING_LEVELS for child in node.old_children):
        raise Refusal("amend.not-understood", words=at.label)
    node.level = Level(to.headings[-1][0])
    node.declared = (to.headings[-1][1], 0)
    state.declared_by[node] = state.by
    state.paths[node] = to.headings


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
    for index, extra in enumerate(made):
        extra.anchor = made[index - 1] if index else node


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


def join(state: Amendment, operation: Operation) -> None:
    """Several units become one, with a new text or with what each holds."""
    sources, to = operation.sources, operation.to
    nodes = [state.places.find(at) for at in sources]
    article = nodes[0].article
    if operation.count and article is not None and len(article.old_children) != operation.count:
        place, has = (article.old_label or article.label), len(article.old_children)
        raise Refusal("amend.paragraphs-differ", place=place, expected=operation.count, found=has)
    for node, at in zip(nodes, sources, strict=True):
        renamed = node.replaced is not None and node.level not in HEADING_LEVELS
        if node.gone or node.left or renamed:
            raise Refusal("amend.conflict", place=at.label)
        node.mark(state.by)
    if all(node.level in HEADING_LEVELS for node in nodes):
        _join_headings(state, nodes, operation)
        return
    first, *rest = nodes
    if to is not None and to.level == "article" and any(node.level is not Level.ARTICLE for node in nodes):
        _gather(state, nodes, to, operation.text)
        return
    if operation.text is None and _sentences_on(first, rest):
        claim(state, first, sources[0])
        refill(state, first, "".join(node.old_raw for node in nodes))
    elif operation.text is None:
        _pour(state, first, rest)
    else:
        claim(state, first, sources[0])
        refill(state, first, operation.text)
    for node in rest:
        node.gone = True
        state.into[node] = first
    if to is not None:
        number = to.article if first.level is Level.ARTICLE else (getattr(to, to.level) or 0, 0)
        declare(state, first, number)


def _sentences_on(first: Node, rest: list[Node]) -> bool:
    """Are these paragraphs without items, one after the other, so that joined they are their sentences in a row?"""
    if first.level is not Level.PARAGRAPH or first.parent is None:
        return False
    row = first.parent.old_children
    nodes = [first, *rest]
    at = row.index(first)
    whole = all(node.old_raw.endswith("。") and not node.old_children for node in nodes)
    return whole and list(row[at : at + len(nodes)]) == nodes


def _join_headings(state: Amendment, nodes: list[Node], operation: Operation) -> None:
    """将第四章并入第三章: the articles of all stand under the first named; they must be neighbours."""
    kept, *rest = nodes
    siblings = [
        node for node in state.tree.headings if node.parent is kept.parent and node.level is kept.level
    ]
    if not all(node in siblings for node in nodes):
        raise Refusal("amend.not-understood", words=operation.target)
    places = sorted(siblings.index(node) for node in nodes)
    if places[-1] - places[0] != len(nodes) - 1:
        raise Refusal("amend.not-understood", words=operation.target)
    for node in rest:
        node.gone = True
        state.into[node] = kept
        for child in node.old_children:
            child.parent = kept
    if operation.text:
        state.blocks.rename(kept, operation.text, state.by)
    if operation.to and operation.to.headings:
        kept.declared = (operation.to.headings[-1][1], 0)
        state.declared_by[kept] = state.by


def _gather(state: Amendment, nodes: list[Node], to: Address, text: str | None) -> None:
    """Paragraphs of one article or several become an article of their own."""
    for node in nodes:
        node.left = True
        node.gone = text is not None
    if text is None:
        state.moves += [Move(node, to, state.by) for node in nodes]
    else:
        made = new_articles(state, text, [to.article], to.label)
        state.into.update((node, made[0]) for node in nodes)


def _pour(state: Amendment, first: Node, rest: list[Node]) -> None:
    """Join without a new text: what the others hold follows in order, unless it is moved by name."""
    if first.level is not Level.ARTICLE:
        raise Refusal("amend.no-text", words="合并")
    state.poured.append((first, rest))
