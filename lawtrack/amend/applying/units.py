"""What all operations on units share: the tree, the new numbers declared, new text put into units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.amend.applying.payloads import (
    ARTICLE,
    HEADING,
    LOOSE,
    articles_of,
    closed,
    units_of,
    with_final,
)
from lawtrack.amend.applying.places import Refusal
from lawtrack.amend.applying.tree import Node, Span, units
from lawtrack.amend.applying.words import sentence_span
from lawtrack.amend.model import Address
from lawtrack.law import Level, article_label, number_of

if TYPE_CHECKING:
    from lawtrack.amend.applying.state import Amendment
    from lawtrack.law import Number


def claim(state: Amendment, node: Node, at: Address, restates: bool = False) -> None:
    """Refuse a second new text for the same unit; a restated one takes over its own words' edits."""
    if node.replaced is not None or node.gone:
        raise Refusal("amend.conflict", place=at.label)
    if restates:
        for below in node.walk():
            below.spans = [span for span in below.spans if span.by != state.by]
    node.replaced = state.by


def refill(state: Amendment, node: Node, text: str) -> None:
    """Give `node` the new text; for what is more than one unit, the rest goes after it."""
    if node.level is Level.ARTICLE:
        label = ARTICLE.match(text)
        children = closed(units(text[label.end() :].lstrip(" 　\t\n") if label else text))
        if label:
            state.printed[node] = number_of(label[0])
        kept = [child for child in node.children if child.left]
        node.spans = []
        node.raw = ""
        node.sep = node.sep if node.eid and not node.sep.strip() else state.tree.style.sep(node)
        node.adopt(children)
        node.incoming = []
        for child in kept:
            child.parent = node
        return
    fresh = units_of(text, node.level)
    if not fresh:
        raise Refusal("amend.no-text", words=text[:20])
    first, *more = fresh
    if first.label:
        state.printed[node] = first.number
    state.overruled += [(span, node) for span in node.spans if not span.broad and span.by != state.by]
    for unit in fresh:
        if unit is fresh[-1] or node.level is not Level.PARAGRAPH:
            unit.raw = with_final(unit.raw, node)
    node.raw, node.spans = first.raw, []
    if first.children or node.level is Level.PARAGRAPH:
        node.adopt(first.children)
    on_its_way = next((move for move in state.moves if move.node is node), None)
    for previous, extra in zip([node, *more], more, strict=False):
        extra.parent, extra.anchor = node.parent, previous
        extra.mark(state.by)
        if on_its_way is not None:
            on_its_way.followers.append(extra)
        elif node.parent is not None:
            node.parent.incoming.append(extra)


def new_articles(state: Amendment, text: str, numbers: list[Number | None], place: str) -> list[Node]:
    """New articles with their declared numbers; a text for several is cut at their labels, or line by line."""
    pieces: list[tuple[Number | None, str]]
    pieces = articles_of(text) if len(numbers) > 1 or LOOSE.match(text) else [(None, text)]
    headed = [line for line in text.split("\n") if HEADING.match(line)]
    pieces = _hand_out(state, pieces, numbers)
    if len(pieces) != len(numbers):
        lines = [line for line in text.split("\n") if line and line not in headed]
        if len(lines) != len(numbers) or any(label for label, _ in pieces):
            raise Refusal("amend.count-differs", place=place, expected=len(numbers), found=len(pieces))
        pieces = [(None, line) for line in lines]
    made = []
    for number, (label, piece) in zip(numbers, pieces, strict=True):
        if label is not None and number is not None and label != number:
            raise Refusal("amend.number-taken", place=article_label(label))
        node = Node(Level.ARTICLE)
        node.adopt(closed(units(piece)))
        declare(state, node, number)
        node.mark(state.by)
        if headed:
            node.parent = next((h for h in state.new_headings if state.by in h.by), None)
        made.append(node)
    state.new_articles += made
    return made


def _hand_out(
    state: Amendment, pieces: list[tuple[Number | None, str]], numbers: list[Number | None]
) -> list[tuple[Number | None, str]]:
    """Give the texts that belong to articles renumbered in the same instruction to these; the rest is new."""
    if len(pieces) <= len(numbers):
        return pieces
    renumbered = {
        node.declared: node for node in state.tree.articles if node.declared and state.by in node.by
    }
    rest = []
    for label, piece in pieces:
        node = renumbered.get(label) if label is not None and label not in numbers else None
        if node is None:
            rest.append((label, piece))
            continue
        claim(state, node, Address(article=node.number))
        refill(state, node, piece)
        node.parent = next((h for h in state.new_headings if state.by in h.by), node.parent)
    return rest


def new_heading(state: Amendment, to: Address) -> Node | None:
    """The chapter that an instruction puts in under that number: 移至第八章 names places of the new text."""
    level, number = to.headings[-1]
    found = (node for node in state.new_headings if node.level == Level(level))
    return next((node for node in found if node.declared == (number, 0)), None)


def declare(state: Amendment, node: Node, number: Number | None) -> None:
    """Remember the number that `node` is to get; raises Refusal where another was declared."""
    if number is None:
        return
    if node.declared is not None and node.declared != number:
        raise Refusal("amend.conflict", place=article_label(number))
    node.declared = number
    state.declared_by[node] = state.by


def _add_span(state: Amendment, node: Node, start: int, end: int, text: str) -> None:
    node.spans.append(Span(start, end, text, state.by))
    node.mark(state.by)


def replace_part(state: Amendment, node: Node, at: Address, text: str) -> None:
    """A new sentence or a new lead-in of a unit."""
    holder = node.children[0] if node.level is Level.ARTICLE and node.children else node
    raw = holder.raw
    if at.sentence:
        span = sentence_span(raw, at.sentence)
        if span is None:
            raise Refusal("amend.no-such-place", place=at.label)
        _add_span(state, holder, *span, text)
    elif at.part == "lead":
        tail = raw[-1] if raw and raw[-1] in "：:" and text[-1:] not in "：:" else ""
        _add_span(state, holder, 0, len(raw), text.rstrip("。") + tail if tail else text)
    else:
        raise Refusal("amend.no-anchor", words=at.label)
