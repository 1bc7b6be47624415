"""Carries out the operations of an amending instrument one by one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.amend.applying.inserting import insert
from lawtrack.amend.applying.joining import join
from lawtrack.amend.applying.payloads import HEADING, articles_of, spelled, units_of
from lawtrack.amend.applying.places import Refusal
from lawtrack.amend.applying.structure import move, renumber, split
from lawtrack.amend.applying.units import claim, declare, new_articles, refill, replace_part
from lawtrack.amend.applying.word_edits import edit_words
from lawtrack.amend.applying.words import same
from lawtrack.amend.model import Address, fault
from lawtrack.law import HEADING_LEVELS, Level, article_label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lawtrack.amend.applying.state import Amendment
    from lawtrack.amend.applying.tree import Node
    from lawtrack.amend.model import Operation
    from lawtrack.law import Number


def do(state: Amendment, operation: Operation) -> None:
    """Carry out one operation; raises Refusal with the reason where it cannot be."""
    OPERATIONS[operation.op](state, operation)


def _replace_unit(state: Amendment, operation: Operation) -> None:
    at, text = operation.at, operation.text
    assert at is not None
    if len(operation.sources) > 1:
        _replace_together(state, operation)
        return
    if at.block == "body" and not at.paragraph:
        state.tree.override = text
        return
    if at.block == "chapters":
        state.chapters = (text or "").split("\n")
        return
    if at.headings and not at.article and not at.block and "\n" in (text or ""):
        _replace_chapter(state, at, text or "")
        return
    if at.block or (at.headings and not at.article):
        state.blocks.replace(at, text or "", state.places, state.by, restates=operation.restates)
        if operation.holds:
            state.holds[state.places.heading(at)] = [held.article for held in operation.holds if held.article]
        return
    node = state.places.find(at)
    if at.part == "table":
        _replace_table(state, node, at, text or "")
        return
    if at.amended:
        raise Refusal("amend.not-understood", words=f"修改后的{at.label}")
    if operation.words:
        _check_old(node, at, operation.words)
    if at.sentence or at.part:
        replace_part(state, node, at, text or "")
        return
    if operation.restates:
        _compare_restated(state, node, at, text or "")
    claim(state, node, at, operation.restates)
    had_table = any(child.is_row for child in node.old_children)
    refill(state, node, text or "")
    if had_table and not any(child.is_row for child in node.children):
        state.notes.append(fault("amend.table-dropped", place=at.label))
    node.mark(state.by)


def _replace_table(state: Amendment, node: Node, at: Address, text: str) -> None:
    """A whole new table in the place of the old one; what is no table is left to a person."""
    rows = state.places.rows(node, at)
    if not text or any("\t" not in line for line in text.split("\n")):
        raise Refusal("amend.table", place=at.label)
    for row in rows:
        claim(state, row, at)
        row.mark(state.by)
    rows[0].raw, rows[0].spans = text, []
    for row in rows[1:]:
        row.gone = True


def _check_old(node: Node, at: Address, old: str) -> None:
    """The old text quoted whole must be what stands there."""
    now = "".join(below.label + below.old_raw for below in node.walk())
    bare = "".join(below.old_raw for below in node.walk())
    article = node.label + now if node.level is Level.ARTICLE and not now.startswith(node.label) else now
    below_it = now.removeprefix(node.label)
    if not any(same(old, text) for text in (now, bare, article, below_it)):
        raise Refusal("amend.no-such-words", place=at.label, words=old[:60])


def _compare_restated(state: Amendment, node: Node, at: Address, text: str) -> None:
    """这一款相应修改为“……”: the words changed before must give the text restated in full."""
    changed = any(span.by == state.by for below in node.walk() for span in below.spans)
    now = "".join(("" if below is node else below.label) + below.words() for below in node.walk())
    if changed and not same(now, text):
        state.notes.append(fault("amend.restated-differs", place=at.label))


def _replace_chapter(state: Amendment, at: Address, text: str) -> None:
    """第四章修改为 with all its articles: the first for the first, then new ones, or the old ones left over go."""
    heading = state.places.heading(at)
    head, rest = text.split("\n", 1)
    head, rest = (head, rest) if HEADING.match(head) else ("", text)
    pieces = articles_of(rest)
    if any(map(HEADING.match, rest.split("\n"))) or not all(label for label, _ in pieces):
        raise Refusal("amend.not-understood", words=at.label)
    if any(node.level is not Level.ARTICLE for node in heading.old_children):
        raise Refusal("amend.not-understood", words=at.label)
    if head:
        state.blocks.rename(heading, head, state.by)
    old = list(heading.old_children)
    for node in old:
        claim(state, node, Address(article=node.number))
        node.mark(state.by)
    for made in _hand_to(state, old, pieces, at.label):
        made.parent = heading


def _hand_to(
    state: Amendment, nodes: list[Node], pieces: list[tuple[Number | None, str]], place: str
) -> list[Node]:
    """Articles with new texts under their own numbers; what is left over of the old goes, of the new is made."""
    for node, (label, piece) in zip(nodes, pieces, strict=False):
        refill(state, node, piece)
        declare(state, node, label)
    last = nodes[min(len(nodes), len(pieces)) - 1]
    for node in nodes[len(pieces) :]:
        node.gone = True
        state.into[node] = last
    made: list[Node] = []
    for label, piece in pieces[len(nodes) :]:
        made += new_articles(state, piece, [label], place)
    return made


def _replace_together(state: Amendment, operation: Operation) -> None:
    """第一款、第二款修改为: as many new units as old ones, one each; else they take the place of all."""
    if all(at.sentence for at in operation.sources):
        _replace_sentences(state, operation)
        return
    blocks = [at for at in operation.sources if at.block]
    nodes = [state.places.find(at) for at in operation.sources if not at.block]
    if blocks or not nodes:
        raise Refusal("amend.count-differs", place=operation.target, expected=len(operation.sources), found=1)
    text = operation.text or ""
    if any(node.level is not nodes[0].level for node in nodes):
        raise Refusal("amend.not-understood", words=operation.target)
    for node, at in zip(nodes, operation.sources, strict=True):
        claim(state, node, at)
        node.mark(state.by)
    pieces: list[tuple[Number | None, str]] = (
        articles_of(text)
        if nodes[0].level is Level.ARTICLE
        else [(None, spelled(n)) for n in units_of(text, nodes[0].level)]
    )
    if len(pieces) == len(nodes) and not operation.targets:
        for node, (label, piece) in zip(nodes, pieces, strict=True):
            refill(state, node, piece)
            if label:
                state.printed[node] = label
        return
    if nodes[0].level is Level.ARTICLE:
        wanted = operation.count or len(pieces)
        labels = [label for label, _ in pieces]
        told = [target.article for target in operation.targets] or labels
        if len(pieces) != wanted or told != labels or None in labels:
            raise Refusal(
                "amend.count-differs", place=operation.target, expected=len(nodes), found=len(pieces)
            )
        _hand_to(state, nodes, pieces, operation.target)
        return
    refill(state, nodes[0], text)
    for node in nodes[1:]:
        node.gone = True


def _replace_sentences(state: Amendment, operation: Operation) -> None:
    """第一句、第二句修改为: the first gets the new words, those that follow it go."""
    first, *rest = operation.sources
    numbers = [at.sentence for at in operation.sources]
    if len({replace(at, sentence=0) for at in operation.sources}) > 1 or numbers != list(
        range(numbers[0], numbers[0] + len(numbers))
    ):
        raise Refusal("amend.not-understood", words=operation.target)
    for at in (first, *rest):
        text = (operation.text or "") if at is first else ""
        replace_part(state, state.places.find(at), at, text)


def _delete_headings(state: Amendment, at: Address) -> bool:
    """Headings alone, whose articles stay; says whether it was these."""
    if at.block == "headings":
        gone = list(state.tree.headings)
    elif at.block == "heading" and at.headings:
        gone = [state.places.heading(at)]
    elif at.block == "sections":
        gone = _sections(state, at)
    else:
        return False
    for node in gone:
        node.gone = True
        node.mark(state.by)
    return True


def _delete(state: Amendment, operation: Operation) -> None:
    at = operation.at
    assert at is not None
    if _delete_headings(state, at):
        return
    if at.block in ("annex", "preamble", "after"):
        state.blocks.replace(at, "", state.places, state.by)
        return
    if at.block:
        raise Refusal("amend.no-such-place", place=at.label)
    node = state.places.find(at)
    if at.part == "table":
        for row in state.places.rows(node, at):
            claim(state, row, at)
            row.gone = True
            row.mark(state.by)
        return
    if at.part in ("items", "points"):
        _delete_all(state, node, at)
        return
    if at.sentence or at.part:
        replace_part(state, node, at, "")
        return
    if node.gone or node.replaced is not None:
        raise Refusal("amend.conflict", place=at.label)
    _check_held(node, {held.article for held in operation.holds if held.article})
    for below in node.walk() if node.level in HEADING_LEVELS else (node,):
        below.gone = True
        below.mark(state.by)


def _check_held(node: Node, told: set[Number]) -> None:
    """删去第三章及其第九条至第十一条: refuses where the chapter has others."""
    inside = {below.number for below in node.walk() if below.level is Level.ARTICLE}
    if told and told != inside:
        raise Refusal("amend.heading-holds-less", place=node.raw, article=article_label(min(told ^ inside)))


def _sections(state: Amendment, at: Address) -> list[Node]:
    """取消第二章的分节: the headings of its sections go, their articles stand under the chapter itself."""
    within = state.places.heading(replace(at, block="")) if at.headings else state.tree.root
    sections = [node for node in within.walk() if node.level is Level.SECTION]
    if not sections:
        raise Refusal("amend.no-such-place", place=at.label)
    return sections


def _delete_all(state: Amendment, node: Node, at: Address) -> None:
    """删去各项: every item of a paragraph, also of one that has a new text."""
    holder = node if node.level is not Level.ARTICLE else state.places.holder(node, at)
    if not holder.old_children:
        raise Refusal("amend.no-such-place", place=at.label)
    for below in holder.old_children:
        if below.replaced is not None:
            raise Refusal("amend.conflict", place=at.label)
        below.gone = True
        below.mark(state.by)


def reordered(state: Amendment) -> bool:
    """Did any unit come, go or get another number?"""
    return bool(state.new_articles or state.new_headings or state.tree.override or state.chapters) or any(
        node.gone or node.left or node.incoming or node.final != node.number for node in state.tree.nodes
    )


def touched(state: Amendment) -> dict[int, tuple[tuple[str, ...], tuple[str, ...]]]:
    """For each instruction the labels of the articles that it changed, before and after."""
    labels: dict[int, tuple[list[str], list[str]]] = {}
    for node in _everything(state):
        article = node.article
        for by in node.by:
            old, new = labels.setdefault(by, ([], []))
            if article is not None:
                if article.eid and article.number != (0, 0) and _old_label(article) not in old:
                    old.append(_old_label(article))
                if not article.gone and article.label not in new:
                    new.append(article.label)
    return {by: (tuple(old), tuple(new)) for by, (old, new) in labels.items()}


def _everything(state: Amendment) -> Iterator[Node]:
    seen = set()
    for node in (*state.tree.nodes, *(n for child in state.tree.root.children for n in child.walk())):
        if id(node) not in seen:
            seen.add(id(node))
            yield node


def _old_label(article: Node) -> str:
    return article.old_label or article.label


OPERATIONS: Final[dict[str, Callable[[Amendment, Operation], None]]] = {
    "replace": _replace_unit,
    "insert": insert,
    "delete": _delete,
    "renumber": renumber,
    "move": move,
    "split": split,
    "join": join,
    "replace-words": edit_words,
    "insert-words": edit_words,
    "delete-words": edit_words,
}
"""What each operation of the contract does."""
