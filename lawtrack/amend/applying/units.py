"""What all operations on units share: the tree, the new numbers declared, new text put into units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.amend.applying.payloads import (
    ARTICLE,
    LOOSE,
    Part,
    articles_of,
    closed,
    parts_of,
    units_of,
    with_final,
)
from lawtrack.amend.applying.places import Refusal
from lawtrack.amend.applying.tree import Node, Span, units
from lawtrack.amend.applying.words import proviso_span, sentence_span
from lawtrack.amend.model import Address
from lawtrack.law import Level, article_label, number_of

if TYPE_CHECKING:
    from lawtrack.amend.applying.state import Amendment
    from lawtrack.law import Number


HEADING_OF: Final = {"编": Level.PART, "分编": Level.SUBPART, "章": Level.CHAPTER, "节": Level.SECTION}


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
        for child in kept:
            child.parent = node
        return
    fresh = units_of(text, node.level)
    if not fresh:
        raise Refusal("amend.no-text", words=text[:20])
    first, *more = fresh
    if first.label:
        state.printed[node] = first.number
    state.overruled += [(span, node) for span in node.spans if span.by != state.by]
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
    pieces = [
        Piece(_headed(state, part), label, words)
        for part in parts_of(text)
        for label, words in _articles(part.text, numbers)
    ]
    pieces = _hand_out(state, pieces, numbers)
    if len(pieces) != len(numbers):
        lines = [
            Piece(piece.under, None, line) for piece in pieces for line in piece.words.split("\n") if line
        ]
        if len(lines) != len(numbers) or any(piece.label for piece in pieces):
            raise Refusal("amend.count-differs", place=place, expected=len(numbers), found=len(pieces))
        pieces = lines
    made = []
    for number, piece in zip(numbers, pieces, strict=True):
        if piece.label is not None and number is not None and piece.label != number:
            raise Refusal("amend.number-taken", place=article_label(piece.label))
        node = Node(Level.ARTICLE)
        node.adopt(closed(units(piece.words)))
        declare(state, node, number)
        node.mark(state.by)
        node.parent = piece.under
        if piece.under is not None:
            state.housed.add(node)
        made.append(node)
    state.new_articles += made
    return made


class Piece(NamedTuple):
    """The new text of one article: the new heading that it is under, the number it prints, its words."""

    under: Node | None
    label: Number | None
    words: str


def _articles(text: str, numbers: list[Number | None]) -> list[tuple[Number | None, str]]:
    if not text:
        return []
    return articles_of(text) if len(numbers) > 1 or LOOSE.match(text) else [(None, text)]


def _headed(state: Amendment, part: Part) -> Node | None:
    """The new heading that a stretch of new text prints above its articles."""
    if not part.kind:
        return None
    for node in reversed(state.new_headings):
        if node.level == HEADING_OF[part.kind] and part.name in ("", node.raw):
            return node
    raise Refusal("amend.not-understood", words=part.name)


def _hand_out(state: Amendment, pieces: list[Piece], numbers: list[Number | None]) -> list[Piece]:
    """Give the texts that belong to articles renumbered in the same instruction to these; the rest is new."""
    if len(pieces) <= len(numbers):
        return pieces
    renumbered = {
        node.declared: node for node in state.tree.articles if node.declared and state.by in node.by
    }
    rest = []
    for piece in pieces:
        label = piece.label
        node = renumbered.get(label) if label is not None and label not in numbers else None
        if node is None:
            rest.append(piece)
            continue
        claim(state, node, Address(article=node.number))
        refill(state, node, piece.words)
        if piece.under is not None:
            node.parent = piece.under
            state.housed.add(node)
    return rest


def new_heading(state: Amendment, to: Address) -> Node | None:
    """The chapter that an instruction puts in under that number: 移至第八章 names places of the new text."""
    level, number = to.headings[-1]
    headings = (node for node in state.new_headings if node.level == Level(level))
    return next((node for node in headings if node.declared == (number, 0)), None)


def declare(state: Amendment, node: Node, number: Number | None) -> None:
    """Remember the number that `node` is to get; raises Refusal where another was declared."""
    if number is None:
        return
    if node.declared is not None and node.declared != number:
        raise Refusal("amend.conflict", place=article_label(number))
    node.declared = number
    state.declared_by[node] = state.by


def close_leads(state: Amendment) -> None:
    """A lead whose items are all gone ends as its new text does, and not with the colon of the old one."""
    for node, span, text in state.leads:
        if all(child.gone for child in node.children) and not node.incoming:
            span.text = text


def _is_line(node: Node, at: Address) -> bool:
    """Are the natural paragraphs of an article its paragraphs? Where there are items, lines are counted two ways."""
    article = node.article
    return article is not None and at.item is None and not any(p.old_children for p in article.old_children)


def _add_span(state: Amendment, node: Node, start: int, end: int, text: str) -> None:
    if node.replaced in (None, state.by):
        node.spans.append(Span(start, end, text, state.by))
    else:
        state.overruled.append((Span(start, end, text, state.by), node))
    node.mark(state.by)


def replace_part(state: Amendment, node: Node, at: Address, text: str) -> None:
    """A new sentence or a new lead-in of a unit."""
    holder = node.old_children[0] if node.level is Level.ARTICLE and node.old_children else node
    raw = holder.raw if holder.replaced in (None, state.by) else holder.old_raw
    if at.sentence:
        span = sentence_span(raw, at.sentence)
        if span is None:
            raise Refusal("amend.no-such-place", place=at.label)
        _add_span(state, holder, *span, text)
    elif at.part == "proviso":
        _replace_proviso(state, node, at, text)
    elif at.part == "lead" or (at.part == "natural" and _is_line(node, at)):
        tail = raw[-1] if raw and raw[-1] in "：:" and text[-1:] not in "：:" else ""
        _add_span(state, holder, 0, len(raw), text.rstrip("。") + tail if tail else text)
        if tail and text.endswith("。") and holder.spans:
            state.leads.append((holder, holder.spans[-1], text))
    else:
        raise Refusal("amend.no-anchor", words=at.label)


def _replace_proviso(state: Amendment, node: Node, at: Address, text: str) -> None:
    """A new proviso, or none: the mark before it ends the sentence then."""
    lines = (
        [node]
        if node.level is not Level.ARTICLE
        else [line for child in node.old_children for line in child.walk()]
    )
    spans = [(line, span) for line in lines if (span := proviso_span(line.old_raw))]
    if len(spans) != 1:
        raise Refusal("amend.several-places" if spans else "amend.no-such-place", place=at.label)
    (line, (start, end)), *_ = spans
    raw = line.old_raw
    if not text and raw[start - 1 : start] in ("，", "；") and start:
        start, text = start - 1, raw[end - 1 : end]
    elif text and text[-1] not in "。；" and raw[end - 1] in "。；":
        text += raw[end - 1]
    _add_span(state, line, start, end, text)
