"""Words replaced, inserted and deleted at the places that an instruction names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.amend.applying.places import Refusal
from lawtrack.amend.applying.tree import Node, Span
from lawtrack.amend.applying.words import appended, inserted, occurrences, sentence_span, without_marks
from lawtrack.amend.model import Address, Operation, fault
from lawtrack.law import HEADING_LEVELS, Level, number_of

if TYPE_CHECKING:
    from lawtrack.amend.applying.state import Amendment

_ITEM_LABEL: Final = re.compile(r"^[（(][一二三四五六七八九十百]+[）)]")


_OPENS: Final = re.compile(r"(?:和|及|以及|或者|或|、|，)$")


def edit_words(state: Amendment, operation: Operation) -> None:
    """Carry out one word edit; raises Refusal where the words are not there."""
    at = operation.at
    assert at is not None
    if operation.text is None:
        raise Refusal("amend.unlisted-wording")
    if at.block and at.block != "body":
        _in_block(state, operation, at)
        return
    if operation.side in ("start", "end"):
        _at_edge(state, operation, at)
        return
    words, text = operation.words, operation.text
    label = _ITEM_LABEL.match(words)
    if label and at.article and not at.item:
        at = replace(at, item=number_of(label[0])[0])
    if label and at.item:
        words = words[label.end() :]
        text = _ITEM_LABEL.sub("", text)
    nodes = state.places.covering(at)
    one = operation.op != "replace-words" and len(words) == 1 and not operation.everywhere
    if one and sum(len(occurrences(node.raw, words)) for node in nodes) > 1:
        raise Refusal("amend.several-places", place=f"{at.label}中的“{words}”")
    if _edit(state, operation, nodes, words, text, at):
        return
    if at.block == "body" and state.blocks.words(operation, state.by):
        return
    raise Refusal("amend.no-such-words", place=at.label or "全文", words=operation.words)


def _edit(
    state: Amendment, operation: Operation, nodes: list[Node], words: str, text: str, at: Address
) -> bool:
    """Edit every place that has the words; say whether there was any."""
    found = 0
    for node in nodes:
        if node.level in HEADING_LEVELS and at.block == "body" and not operation.everywhere:
            continue
        if node.replaced not in (None, state.by) and at.block != "body":
            continue  # another instruction gave it a new text: the old words are not there any more
        low, high = 0, len(node.raw)
        if at.sentence:
            span = sentence_span(node.raw, at.sentence) if node.raw else None
            if span is None:
                continue
            low, high = span
        for start, end in occurrences(node.raw, words):
            if low <= start and end <= high and not _already(node, start, words, text):
                _record(state, operation, node, start, end, text, at)
                found += 1
        if at.sentence and node.raw:
            break
    return found > 0


def _already(node: Node, start: int, words: str, text: str) -> bool:
    """Do the words stand there inside the new ones already?"""
    at = text.find(words)
    if at < 0 or len(text) == len(words):
        return False
    return node.raw.startswith(text, max(0, start - at)) and start >= at


def _record(
    state: Amendment, operation: Operation, node: Node, start: int, end: int, text: str, at: Address
) -> None:
    if operation.op == "insert-words":
        before, after = node.raw[:start], node.raw[end:]
        ready = inserted(text, before, after, side=operation.side, anchor=node.raw[start:end])
        start = end = end if operation.side == "after" else start
        text = ready.text
        _doubt(state, ready.mark, ready.sure, operation, at)
    elif not text:
        start, end = without_marks(node.raw, start, end)
        _dangling(state, node.raw[:start], node.raw[end:], operation, at)
    node.spans.append(Span(start, end, text, state.by, broad=operation.everywhere or at.block == "body"))
    node.mark(state.by)


def _dangling(state: Amendment, before: str, after: str, operation: Operation, at: Address) -> None:
    """A conjunction or a mark that the deleted words leave behind."""
    if (_OPENS.search(before) and (not after or after[0] in "，。；、")) or (
        after[:1] == "、" and before[-1:] in "，。；：、"
    ):
        state.notes.append(fault("amend.dangling", place=at.label, words=operation.words))


def _doubt(state: Amendment, mark: str, sure: bool, operation: Operation, at: Address) -> None:
    if sure:
        return
    code = "amend.mark-inferred" if mark else "amend.no-mark"
    state.notes.append(fault(code, place=at.label, words=operation.text, mark=mark))


def _at_edge(state: Amendment, operation: Operation, at: Address) -> None:
    """Words at the beginning or the end of a unit."""
    assert operation.text is not None
    if _ITEM_LABEL.match(operation.text):  # an item is no sentence of the one before it
        raise Refusal("amend.not-understood", words=operation.text[:60])
    node = state.places.find(at)
    if node.level is Level.ARTICLE and node.old_children:
        node = node.old_children[0 if operation.side == "start" else -1]
    if operation.side == "end" and node.old_children:
        node = node.old_children[-1]
    if at.sentence:
        span = sentence_span(node.raw, at.sentence)
        if span is None:
            raise Refusal("amend.no-such-place", place=at.label)
        node.spans.append(Span(span[1], span[1], operation.text, state.by))
    elif operation.side == "start":
        node.spans.append(Span(0, 0, operation.text, state.by))
    else:
        start, end, ready = appended(operation.text, node.raw)
        node.spans.append(Span(start, end, ready.text, state.by))
        _doubt(state, ready.mark, ready.sure, operation, at)
    node.mark(state.by)


def _in_block(state: Amendment, operation: Operation, at: Address) -> None:
    """Words of the title, the preamble or a heading."""
    if at.block == "heading":
        node = state.places.heading(at) if at.headings else state.places.named_heading(operation.words)
        if node is None:
            raise Refusal("amend.no-such-words", place=at.label, words=operation.words)
        if at.headings and _edit(state, operation, [node], operation.words, operation.text or "", at):
            return
        state.blocks.rename(node, operation.text or "", state.by)
        return
    state.blocks.edit_words(operation, at, state.by)


def overlapping(node: Node) -> list[tuple[Span, Span]]:
    """The pairs of edits of one node that cannot both stand; what a broader edit only repeats is dropped first."""
    spans = sorted(node.spans, key=lambda span: (span.start, span.end > span.start, -span.end))
    kept: list[Span] = []
    clashes = []
    for span in spans:
        last = kept[-1] if kept else None
        if last is None or (
            span.start >= last.end and not (span.start == last.start and span.end == last.end > span.start)
        ):
            kept.append(span)
        elif span.start == last.start and span.end == last.end and span.text == last.text:
            continue
        elif (
            last.start <= span.start
            and span.end <= last.end
            and (span.broad or span.end - span.start < last.end - last.start)
        ):
            continue  # a narrower edit inside a wider one: the wider one was quoted with the words around
        elif last.broad:
            kept[-1] = span
        else:
            clashes.append((last, span))
    node.spans = kept
    return clashes
