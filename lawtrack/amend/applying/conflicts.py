"""The one model of conflict.

Instructions address places of the old text. Two of them collide only where they want the same characters, or the same
place, to be two different things; a new name, a new number, changed words, a changed paragraph and an added one of the
same article go together, in whatever order they are said. An edit of words is no more than what it changes: the words
that it quotes and keeps only say where it is. Words changed in a unit that another instruction gives anew agree with it
where the new text has the new words and no longer has the old ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.amend.applying.moves import refuse
from lawtrack.amend.applying.words import fold
from lawtrack.law import HEADING_LEVELS

if TYPE_CHECKING:
    from lawtrack.amend.applying.state import Amendment
    from lawtrack.amend.applying.tree import Node, Span


def check_words(state: Amendment) -> None:
    """Say which edits of words cannot stand beside another instruction, and drop what only repeats another."""
    for node in state.tree.nodes:
        if not node.spans:
            continue
        above = _lost(node)
        if above:
            state.overruled += [(span, node) for span in node.spans]
            node.spans = []
        for first, second in overlapping(node):
            refuse(state, max(first.by, second.by), "amend.conflict", place=place_of(node))
    for span, node in state.overruled:
        if not _agrees(span, node, _stands_in(state, node)):
            refuse(state, span.by, "amend.conflict", place=place_of(node))


def _lost(node: Node) -> Node | None:
    """The unit, this one or one that holds it, that is gone or has a new text as a whole."""
    above: Node | None = node
    while above is not None and above.level not in HEADING_LEVELS:
        if above.gone or (above.replaced is not None and above is not node):
            return above
        if above.left:
            return None
        above = above.parent
    return None


def _stands_in(state: Amendment, node: Node) -> Node | None:
    """The unit whose new text stands where `node` stood; None where it was deleted."""
    above: Node | None = node
    while above is not None and above.level not in HEADING_LEVELS:
        if above.gone:
            into = state.into.get(above)
            return _stands_in(state, into) if into is not None and into is not above else None
        if above.replaced is not None:
            return above
        above = above.parent
    return node


def _agrees(span: Span, node: Node, unit: Node | None) -> bool:
    """Does the new text of `unit` say what the edit wants?"""
    if unit is None:
        return span.broad
    new = fold("".join(below.label + below.raw for below in unit.walk()))[0]
    old, text = fold(node.old_raw[span.start : span.end])[0], fold(span.text.strip("，、；"))[0]
    if span.broad and unit.replaced is not None:
        return not old or old not in new or old in text
    return text in new and (not old or old not in new.replace(text, "") if text else old not in new)


def overlapping(node: Node) -> list[tuple[Span, Span]]:
    """The pairs of edits of one node that cannot both stand; what only repeats another is dropped first."""
    spans = sorted(node.spans, key=lambda span: (span.start, span.end > span.start, -span.end, span.side))
    kept: list[Span] = []
    clashes = []
    for span in spans:
        last = kept[-1] if kept else None
        if last is None or not _meet(last, span):
            kept.append(span)
        elif (last.start, last.end, last.text) == (span.start, span.end, span.text):
            continue
        elif not _settle(node.raw, kept, span):
            clashes.append((last, span))
    node.spans = kept
    return clashes


def _meet(a: Span, b: Span) -> bool:
    """Do two edits want the same characters, or both put words at the same point from the same side?"""
    if a.start == a.end and b.start == b.end:
        return a.start == b.start and a.side == b.side
    return a.start < b.end and b.start < a.end


def _settle(raw: str, kept: list[Span], span: Span) -> bool:
    """Two edits that overlap: each may touch only what the other quotes and keeps; a sweep gives way to what it repeats."""
    last = kept[-1]
    if (last.start, last.end) == (span.start, span.end):
        if last.broad != span.broad:
            kept[-1] = span if last.broad else last
            return True
        return False
    cores = _core(raw, last), _core(raw, span)
    if last.by == span.by and last.by >= 0 and (last.start, last.end) != (span.start, span.end):
        longer, shorter = (last, span) if last.start <= span.start and span.end <= last.end else (span, last)
        inside = longer.start <= shorter.start and shorter.end <= longer.end
        if inside and shorter.start < shorter.end and longer.broad and shorter.broad:
            kept[-1] = longer  # “市公安机关” and “公安机关” in one instruction: the longer words come first
            return True
    if not _meet(*cores):
        kept[-1:] = sorted(cores, key=lambda core: core.order)
        return True
    outer, inner = (last, span) if last.start <= span.start and span.end <= last.end else (span, last)
    if (
        outer.start <= inner.start
        and inner.end <= outer.end
        and (_repeats(raw, outer, inner) or _leaves_nothing(raw, outer, inner))
    ):
        kept[-1] = outer
        return True
    return False


def _repeats(raw: str, outer: Span, inner: Span) -> bool:
    """Does the wider edit say what the narrower one wants?"""
    old = raw[inner.start : inner.end]
    return inner.text in outer.text and (not old or old in inner.text or old not in outer.text)


def _leaves_nothing(raw: str, outer: Span, inner: Span) -> bool:
    """Does the wider edit take away the words that a sweep would change, so that the sweep has nothing to do there?"""
    return inner.broad and not outer.broad and raw[inner.start : inner.end] not in outer.text


def _core(raw: str, span: Span) -> Span:
    """The edit without the words at its ends that it quotes and keeps."""
    old, new = raw[span.start : span.end], span.text
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    core = type(span)(
        span.start + head, span.end - tail, new[head : len(new) - tail], span.by, span.broad, span.side
    )
    return core if head or tail else span


def place_of(node: Node) -> str:
    """The article that holds a node, as it was cited before."""
    article = node.article
    return article.old_label if article is not None else node.old_label
