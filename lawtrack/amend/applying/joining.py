"""Units joined: their words follow one another, or they get one new text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lawtrack.amend.applying.payloads import units_of
from lawtrack.amend.applying.places import Refusal
from lawtrack.amend.applying.state import Amendment, Move
from lawtrack.amend.applying.turning import join_headings
from lawtrack.amend.applying.units import claim, declare, new_articles, refill
from lawtrack.amend.model import Address, Operation
from lawtrack.law import HEADING_LEVELS, Level

if TYPE_CHECKING:
    from lawtrack.amend.applying.tree import Node


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
        join_headings(state, nodes, operation)
        return
    first, *rest = nodes
    if operation.text is None and not _in_order(state, nodes):
        raise Refusal("amend.no-text", words=operation.target)
    _check_told(nodes, operation)
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


def _check_told(nodes: list[Node], operation: Operation) -> None:
    """合并，作为第五条第一款、第二款: as many paragraphs as it counts; one of two articles needs its text."""
    to, text, told = operation.to, operation.text, len(operation.targets)
    if told:
        has = len(units_of(text, Level.PARAGRAPH)) if text is not None else sum(map(_paragraphs, nodes))
        if has != told:
            raise Refusal("amend.paragraphs-differ", place=operation.target, expected=told, found=has)
        return
    articles = any(node.level is Level.ARTICLE for node in nodes)
    if to is not None and to.paragraph and text is None and articles:
        raise Refusal("amend.no-text", words=to.label)


def _in_order(state: Amendment, nodes: list[Node]) -> bool:
    """Are units that are joined named as they stand? 第九条与第八条合并 does not say whose words come first."""
    places = [state.tree.nodes.index(node) for node in nodes]
    return places == sorted(places)


def _paragraphs(node: Node) -> int:
    return len(node.old_children) if node.level is Level.ARTICLE else 1


def _sentences_on(first: Node, rest: list[Node]) -> bool:
    """Are these paragraphs without items, one after the other, so that joined they are their sentences in a row?"""
    if first.level is not Level.PARAGRAPH or first.parent is None:
        return False
    row = first.parent.old_children
    nodes = [first, *rest]
    at = row.index(first)
    whole = all(node.old_raw.endswith("。") and not node.old_children for node in nodes)
    return whole and list(row[at : at + len(nodes)]) == nodes


def _gather(state: Amendment, nodes: list[Node], to: Address, text: str | None) -> None:
    """Paragraphs of one article or several become an article of their own, or go into the one named beside them."""
    kept = next((node for node in nodes if node.level is Level.ARTICLE), None)
    if kept is not None:
        declare(state, kept, to.article)
    for node in nodes:
        node.left = node is not kept
        node.gone = text is not None and node is not kept
    if text is not None and kept is not None:
        claim(state, kept, Address(article=kept.number))
        refill(state, kept, text)
        state.into.update((node, kept) for node in nodes if node is not kept)
    elif text is not None:
        made = new_articles(state, text, [to.article], to.label)
        state.into.update((node, made[0]) for node in nodes)
    else:
        _line_up(state, nodes, to, kept)


def _line_up(state: Amendment, nodes: list[Node], to: Address, kept: Node | None) -> None:
    """What is joined follows in the order in which the instruction names it."""
    at = 1
    for node in nodes:
        if node is kept:
            for index, child in enumerate(node.old_children):
                child.declared = (at + index, 0)
                state.declared_by[child] = state.by
        else:
            state.moves.append(Move(node, replace(to, paragraph=at), state.by))
        at += _paragraphs(node)


def _pour(state: Amendment, first: Node, rest: list[Node]) -> None:
    """Join without a new text: what the others hold follows in order, unless it is moved by name."""
    if first.level is not Level.ARTICLE:
        raise Refusal("amend.no-text", words="合并")
    state.poured.append((first, rest))
