"""What must hold of the amended text whatever the decision says: a last look before it is called complete.

No instruction is read again here. The text is read as a stranger reads it and held against the tree that was edited, and
the lines that changed are held against what the base and the decision say.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from lawtrack.amend.applying.conflicts import place_of
from lawtrack.amend.model import fault
from lawtrack.law import Level, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.amend.applying.state import Amendment
    from lawtrack.amend.applying.tree import Node
    from lawtrack.amend.model import Fault
    from lawtrack.law import Instrument, Provision

_STRAY: Final = re.compile(
    r"[，、；：][，、；：。！？]|。[，、；：。！？]|（[，、；。]|[，、；]）|（）|“”|《》|的的|和和|或或|、[和及或](?!其)"
)
"""Marks and joining words that no sentence has beside each other."""
_TWICE: Final = re.compile(r"([\u4e00-\u9fff]{2,12})\1")
"""Words said twice, one after the other, as where what is put in stood there already."""
_ITEM: Final = re.compile(r"[（(][一二三四五六七八九十]+[）)]")
_GOES_ON: Final = ("；", "，", "、", ";", ",")
_PAIRS: Final = (("“", "”"), ("《", "》"), ("（", "）"))


def look_over(state: Amendment, text: str) -> Iterator[Fault]:
    """A doubt for each thing that no amended text should show; `text` is the amended text."""
    if state.tree.override is not None:
        return
    body = text[len(state.tree.head) : len(text) - len(state.tree.tail)]
    yield from _reads_otherwise(state, parse(body))
    yield from _stray_words(state)


def _reads_otherwise(state: Amendment, doc: Instrument) -> Iterator[Fault]:
    """Would a reader find other units than those that were put there: a heading inside an article, a number twice?"""
    seen = iter([*(one for one in doc.provisions if _counts(one)), None])
    one = next(seen)
    lines = 0  # new units that words put in have brought along
    for node in (node for top in state.tree.root.children for node in top.walk() if _counts(node)):
        while lines and one is not None and (node.level, node.label) != (one.level, one.label):
            one, lines = next(seen), lines - 1
        if one is None or (node.level, node.label) != (one.level, one.label):
            yield fault(
                "amend.reads-otherwise", place=place_of(node) or node.label, label=one.label if one else ""
            )
            return
        one, lines = (
            next(seen),
            sum(
                below.words().count("\n")
                for below in (node, *node.children)
                if not below.label or below is node
            ),
        )
    if one is not None and not lines:
        yield fault("amend.reads-otherwise", place=one.label, label=one.label)


def _counts(unit: Node | Provision) -> bool:
    return unit.label != "" or unit.level is not Level.PARAGRAPH


def _stray_words(state: Amendment) -> Iterator[Fault]:
    """Marks and words that changed lines have and neither the base nor the decision has."""
    known = state.tree.doc.text + state.told.text
    for node in _changed(state):
        words, before = node.words(), node.old_raw
        for stray in (*_STRAY.finditer(words), *_TWICE.finditer(words)):
            around = words[max(0, stray.start() - 1) : stray.end() + 1]
            said = state.tree.doc.text if stray.re is _STRAY else known
            if stray[0] not in said and around not in said:
                yield fault("amend.stray", place=place_of(node), words=around)
        if open_end := _open_end(node):
            yield fault(open_end, place=place_of(node), words=words[-6:])
        if node.level is Level.PARAGRAPH and _ITEM.match(words) and not _ITEM.match(before):
            yield fault("amend.stray", place=place_of(node), words=words[:6])
        for opening, closing in _PAIRS:
            if not _paired(words, opening, closing) and (not before or _paired(before, opening, closing)):
                yield fault("amend.stray", place=place_of(node), words=opening + closing)


def _open_end(node: Node) -> str:
    """Why a line does not end as one does: with a mark of a list, or with a colon behind which nothing comes."""
    words, before = node.words().rstrip(), node.old_raw if node.eid else ""
    if not words or node.is_row or before[-1:] == words[-1]:
        return ""
    if node.children:
        leads = node.children[0].level in (Level.ITEM, Level.POINT) and node.level is not Level.ARTICLE
        return "amend.stray" if leads and (words[-1].isalnum() or words[-1] in _GOES_ON) else ""
    if words[-1] in ("：", ":") and node.level is not Level.ARTICLE:
        row = node.parent.children if node.parent is not None and node in node.parent.children else [node]
        after = row[row.index(node) + 1 :]
        alone = not after or after[0].label or (after[0].eid and not after[0].is_row)
        return "amend.lead-alone" if alone else ""
    closes = node.level is Level.PARAGRAPH or (
        node.level is Level.ITEM and node.parent is not None and node is node.parent.children[-1]
    )
    return "amend.stray" if closes and words[-1] in _GOES_ON else ""


def _paired(words: str, opening: str, closing: str) -> bool:
    depth = 0
    for ch in words:
        depth += (ch == opening) - (ch == closing)
        if depth < 0:
            return False
    return not depth


def _changed(state: Amendment) -> Iterator[Node]:
    old = Counter(node.old_raw for node in state.tree.nodes)
    for top in state.tree.root.children:
        for node in top.walk():
            if node.words() not in old:
                yield node
