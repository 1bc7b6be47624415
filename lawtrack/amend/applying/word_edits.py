"""Words replaced, inserted and deleted at the places that an instruction names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.amend.applying.places import Refusal
from lawtrack.amend.applying.tree import BLANK, Node, Span
from lawtrack.amend.applying.words import (
    appended,
    hangs,
    inserted,
    left_over,
    occurrences,
    proviso_span,
    same,
    sentence_span,
    without_marks,
)
from lawtrack.amend.model import Address, Operation, fault
from lawtrack.amend.reading.context import ALL_OF
from lawtrack.law import HEADING_LEVELS, Level, number_of

if TYPE_CHECKING:
    from lawtrack.amend.applying.state import Amendment
    from lawtrack.amend.applying.words import Insertion

_ITEM_LABEL: Final = re.compile(r"^[（(][一二三四五六七八九十百]+[）)]")


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
    if at.amended:
        state.later.append((state.by, operation))
        return
    words, text = operation.words, operation.text
    label = _ITEM_LABEL.match(words)
    if label and at.article and not at.item:
        at = replace(at, item=number_of(label[0])[0])
    if label and at.item:
        words = words[label.end() :]
        text = _ITEM_LABEL.sub("", text)
    if operation.op == "replace-words":
        words, text = _without_shared_blanks(words, text)
    nodes = _covered(state, operation, at)
    one = operation.op != "replace-words" and not (operation.everywhere or operation.nth)
    one = one and (len(words) == 1 or operation.count == 1)
    if one and sum(len(occurrences(node.raw, words)) for node in nodes) > 1:
        raise Refusal("amend.several-places", place=f"{at.label}中的“{words}”")
    if _edit(state, operation, nodes, words, text, at):
        return
    if operation.between and _edit_between(state, operation, nodes, at):
        return
    if at.block == "body" and state.blocks.words(operation, state.by):
        return
    raise Refusal("amend.no-such-words", place=at.label or "全文", words=operation.words)


def one_of_several(state: Amendment, operation: Operation, done: list[Operation]) -> bool:
    """Are the words, which the place lacks, one of several pairs for several places (第一条、第二条中的“甲”改为“乙”，“丙”改为“丁”)?

    Each place has some of the words then, and each of the words stands somewhere.
    """
    at, pairs = operation.at, [one for one in done if one.op == operation.op == "replace-words"]
    if at is None or not operation.words or not any(one.words == operation.words for one in pairs):
        return False
    here = [_raw(state, node) for node in state.places.covering(at)]
    others = (one.words for one in pairs if one.words != operation.words and at in (one.at, *one.sources))
    if any(occurrences(raw, operation.words) for raw in here):
        return False
    return any(occurrences(raw, words) for words in others for raw in here)


def _without_shared_blanks(words: str, text: str) -> tuple[str, str]:
    """Both without the blanks that they begin or end with alike: where words stand is found without its blanks, so these stay."""
    lead = words[: len(words) - len(words.lstrip(BLANK))]
    if lead and text.startswith(lead):
        words, text = words[len(lead) :], text[len(lead) :]
    tail = words[len(words.rstrip(BLANK)) :]
    if tail and text.endswith(tail):
        words, text = words[: -len(tail)], text[: -len(tail)]
    return words, text


def _edit_between(state: Amendment, operation: Operation, nodes: list[Node], at: Address) -> bool:
    """在“甲”与“乙”之间增加“丙”, where 甲，乙 stands once: the new words get the mark that parts the two."""
    one, other, new = operation.between
    apart = [
        (node, mark)
        for node in nodes
        for mark in "、，；"
        for _ in occurrences(_raw(state, node), one + mark + other)
    ]
    if len(apart) != 1:
        return False
    (node, mark), *_ = apart
    return _edit(
        state, operation, [node], one + mark + other, one + mark + new.strip(mark) + mark + other, at
    )


def _covered(state: Amendment, operation: Operation, at: Address) -> list[Node]:
    """The nodes whose words an edit is about: those of all places named, without those left out."""
    if operation.side == "each":
        return _in_one(state, operation, at)
    nodes = [node for place in operation.sources or (at,) for node in state.places.covering(place)]
    if not operation.besides:
        return nodes
    left = {node for place in operation.besides if not place.block for node in state.places.covering(place)}
    return [node for node in nodes if node not in left]


def _in_one(state: Amendment, operation: Operation, at: Address) -> list[Node]:
    """One of several words in one of several places: none of the other places may have them too."""
    for place in operation.sources:
        others = state.places.covering(place) if place != at else []
        if any(occurrences(_raw(state, node), operation.words) for node in others):
            raise Refusal("amend.several-places", place=f"“{operation.words}”")
    return state.places.covering(at)


def _edit(
    state: Amendment, operation: Operation, nodes: list[Node], words: str, text: str, at: Address
) -> bool:
    """Edit every place that has the words; say whether there was any."""
    places: list[tuple[Node, int, int]] = []
    for node in nodes:
        if node.level in HEADING_LEVELS and at.block == "body" and not operation.everywhere:
            continue
        raw = _raw(state, node)
        span = _stretch(raw, at)
        if span is None:
            continue
        for start, end in occurrences(raw, words):
            if span[0] <= start and end <= span[1] and not _already(raw, start, words, text):
                places.append((node, start, end))
        if at.sentence and raw:
            break
    if operation.nth > ALL_OF:
        if len(places) != operation.nth - ALL_OF:
            said = f"{at.label}“{words}”"
            raise Refusal(
                "amend.count-differs", place=said, expected=operation.nth - ALL_OF, found=len(places)
            )
    elif operation.nth:
        index = operation.nth - (operation.nth > 0)
        places = places[index:][:1] if -len(places) <= index < len(places) else []
    for node, start, end in places:
        _record(state, operation, node, start, end, text, at)
    return bool(places)


def _stretch(raw: str, at: Address) -> tuple[int, int] | None:
    """The part of a unit's words that is meant: a sentence, the proviso, else all."""
    if at.sentence:
        return sentence_span(raw, at.sentence) if raw else None
    if at.part == "proviso":
        return proviso_span(raw)
    return 0, len(raw)


def _raw(state: Amendment, node: Node) -> str:
    """The words that an instruction sees: the old ones, or the new text that it gave itself."""
    return node.raw if node.replaced in (None, state.by) else node.old_raw


def put(state: Amendment, node: Node, span: Span) -> None:
    """Record an edit; where another instruction gives the unit a new text, the two are compared at the end."""
    if node.replaced in (None, state.by):
        node.spans.append(span)
    else:
        state.overruled.append((span, node))
    node.mark(state.by)


def _already(raw: str, start: int, words: str, text: str) -> bool:
    """Do the words stand there inside the new ones already?"""
    at = text.find(words)
    if at < 0 or len(text) == len(words):
        return False
    return raw.startswith(text, max(0, start - at)) and start >= at


def _record(
    state: Amendment, operation: Operation, node: Node, start: int, end: int, text: str, at: Address
) -> None:
    raw, side = _raw(state, node), ""
    if operation.op == "insert-words":
        ready = inserted(text, raw[:start], raw[end:], side=operation.side, anchor=raw[start:end])
        side = operation.side
        start = end = end if side == "after" else start
        text = ready.text
        _doubt(state, ready, operation, at)
        if hangs(raw[:start] + text, raw[end:]):
            state.notes.append(fault("amend.dangling", place=at.label, words=operation.text))
    elif not text:
        start, end = without_marks(raw, start, end)
        if _takes_all(node, raw, start, end):
            _take_unit(state, node, operation, at)
            return
        if left_over(raw[:start], raw[start:end], raw[end:]):
            state.notes.append(fault("amend.dangling", place=at.label, words=operation.words))
    elif operation.op == "replace-words" and _stops_short(raw[start:end], text, raw[end:]):
        state.notes.append(fault("amend.stray", place=at.label, words=text[-6:] + raw[end : end + 4]))
    broad = operation.everywhere or at.block == "body"
    put(state, node, Span(start, end, text, state.by, broad=broad, side=side))


def _stops_short(old: str, new: str, after: str) -> bool:
    """Do new words end a sentence, or begin as an item does, in the middle of one?"""
    ends = new[-1:] in ("。", "；") and old[-1:] not in ("。", "；", "，", "：") and after[:1].isalnum()
    return ends or (_ITEM_LABEL.match(new) is not None and _ITEM_LABEL.match(old) is None)


def _takes_all(node: Node, raw: str, start: int, end: int) -> bool:
    """Do the words deleted leave nothing of the unit?"""
    return node.level not in HEADING_LEVELS and not (raw[:start] + raw[end:]).strip("。；，、：\u3000 ")


def _take_unit(state: Amendment, node: Node, operation: Operation, at: Address) -> None:
    """All words of a paragraph deleted is the paragraph deleted; an article or an item would be an empty number."""
    siblings = node.parent.old_children if node.parent else ()
    if (
        node.level is not Level.PARAGRAPH
        or len(siblings) < 2
        or node.old_children
        or node.replaced is not None
    ):
        raise Refusal("amend.nothing-left", place=at.label, words=operation.words)
    node.gone = True
    node.mark(state.by)


def edit_amended(state: Amendment, order: list[Node]) -> None:
    """Carry out what addresses the amended text (修改后的第七条), now that it has its numbers."""
    for by, operation in state.later:
        state.begin(by)
        try:
            nodes = [node for at in operation.sources or (operation.at,) if at for node in _now_at(order, at)]
            _edit_now(state, operation, nodes)
        except Refusal as refusal:
            state.faults[by].append(refusal.fault)
        state.faults[by].extend(state.notes)


def _edit_now(state: Amendment, operation: Operation, nodes: list[Node]) -> None:
    at = operation.at
    assert at is not None
    for node in nodes:
        node.raw, node.spans, node.replaced = node.words(), [], None
    if not _edit(state, operation, nodes, operation.words, operation.text or "", at):
        raise Refusal("amend.no-such-words", place=at.label, words=operation.words)


def _now_at(order: list[Node], at: Address) -> list[Node]:
    """The nodes of the place `at` of the amended text."""
    nodes = [node for node in order if node.final == at.article]
    for level, number in (
        (Level.PARAGRAPH, at.paragraph),
        (Level.ITEM, at.item),
        (Level.POINT, at.point),
    ):
        if number:
            below = [child for node in nodes for child in node.walk() if child.level is level]
            nodes = [child for child in below if child.final[0] == number]
    if len(nodes) != 1:
        raise Refusal("amend.no-such-place" if not nodes else "amend.several-places", place=at.label)
    return [nodes[0]] if at.part == "lead" else list(nodes[0].walk())


def _doubt(state: Amendment, ready: Insertion, operation: Operation, at: Address) -> None:
    if ready.sure:
        return
    code = "amend.mark-inferred" if ready.mark else "amend.no-mark"
    told = state.choices if ready.usual else state.notes
    told.append(fault(code, place=at.label, words=operation.text, mark=ready.mark))


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
    raw = _raw(state, node)
    if at.sentence:
        span = sentence_span(raw, at.sentence)
        if span is None:
            raise Refusal("amend.no-such-place", place=at.label)
        if operation.side == "start":
            put(state, node, Span(span[0], span[0], operation.text, state.by, side="before"))
            return
        start, end, ready = appended(operation.text, raw[slice(*span)])
        put(state, node, Span(span[0] + start, span[0] + end, ready.text, state.by, side="after"))
        _doubt(state, ready, operation, at)
    elif operation.side == "start":
        put(state, node, Span(0, 0, operation.text, state.by, side="before"))
    else:
        start, end, ready = appended(operation.text, raw)
        put(state, node, Span(start, end, ready.text, state.by, side="after"))
        _doubt(state, ready, operation, at)


def _in_block(state: Amendment, operation: Operation, at: Address) -> None:
    """Words of the title, the preamble or a heading."""
    if at.block == "heading":
        node = state.places.heading(at) if at.headings else state.places.named_heading(operation.words)
        if node is None:
            raise Refusal("amend.no-such-words", place=at.label, words=operation.words)
        if not operation.text and same(node.raw, operation.words):  # 删去节名“条件”
            node.gone = True
            node.mark(state.by)
            return
        if at.headings and _edit(state, operation, [node], operation.words, operation.text or "", at):
            return
        if not any(same(name, operation.words) for name in (node.label + node.raw, node.raw)):
            raise Refusal("amend.no-such-words", place=at.label, words=operation.words)
        state.blocks.rename(node, operation.text or "", state.by)
        return
    state.blocks.edit_words(operation, at, state.by)
