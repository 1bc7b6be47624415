"""Paragraphs and what they enumerate: items and points, on lines of their own or within one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.law.enumerations import (
    NO_ENUMERATOR,
    Ahead,
    Leads,
    begins_within,
    cut_ends,
    enumerator_in,
    kind_of,
    labels_within,
    style_of,
)
from lawtrack.law.growing import ARTICLE, ITEM, PARAGRAPH, POINT, Growing
from lawtrack.law.model import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.law.growing import Node
    from lawtrack.law.lines import Line

_PARAGRAPH_DEPTH: Final = [*Level].index(PARAGRAPH)


class Listing(Growing):
    """A tree into which paragraphs grow with their lists."""

    def __init__(self, text: str, units: str, lines: Sequence[Line], source: str) -> None:
        super().__init__(source)
        self.text, self.at = text, 0
        self.ahead, self.leads = Ahead(text, lines, units), Leads(text)
        self.enumerator = NO_ENUMERATOR if units == "item" else enumerator_in(text)
        self.item_style = self.point_style = ""  # what enumerates the open list, and the points of its items
        self.wordy = False  # an item of the open list goes on over several lines

    def _paragraph(self, start: int, end: int) -> None:
        """A new paragraph, and the list that begins in it."""
        siblings = self.above[_PARAGRAPH_DEPTH].children
        number = siblings[-1].number[0] + 1 if siblings else 1
        node = self.attach(PARAGRAPH, "", (number, 0), start, start, end)
        self._list_in(node, start, end)

    def _list_in(self, node: Node, start: int, end: int) -> None:
        """Take the list that begins in the line of a new paragraph: ……下列行为：（一）……；（二）……"""
        self.item_style = self.point_style = ""
        self.wordy = False
        if self.leads.place < start:
            self.leads.move_to(start)
        if self.leads.place >= end - 1 or not self.enumerator.search(self.text, start, end):
            return
        at, label = begins_within(self.text, start, end)
        if at:
            node.end = at
            stop = at + len(label)
            self.item_style = style_of(kind_of(label), label)
            item = self.attach(ITEM, label, (1, 0), at, stop, end)
            self._run_on(item, stop, end)

    def _enumerated(self, line: Line) -> None:
        """A new item or point, and those that follow it in its line."""
        if self.current.level is ARTICLE:  # items without a lead-in: an empty paragraph holds them
            self.attach(PARAGRAPH, "", (1, 0), line.start, line.start, line.start)
        style = style_of(line.kind, line.label) if line.kind == "point" else line.kind
        if style == "item" or not self.item_style:
            self.item_style = style
        if style == self.item_style:
            level = ITEM
        else:
            level, self.point_style = POINT, style
        node = self.attach(level, line.label, line.number, line.start, line.words, line.end)
        self._run_on(node, line.words, line.end)

    def _run_on(self, node: Node, start: int, end: int) -> None:
        """Items that stand in the line of the one before: （二）……；（三）……；"""
        if node.level is not ITEM or not self.enumerator.search(self.text, start, end):
            return
        number = node.number[0] + 1
        below = self.ahead.number(self.at, self.item_style or "item")
        for at, label in labels_within(self.text, start, end, number, node.label, commas=below != number):
            node.end = at
            self._points(node, start, at)
            start = at + len(label)
            node = self.attach(ITEM, label, (number, 0), at, start, end)
            number += 1
        self._points(node, start, end)

    def _points(self, item: Node, start: int, end: int) -> None:
        """Points that stand in the line of their item: （二）……：1.……；2.……"""
        at, label = begins_within(self.text, start, end)
        if not at or kind_of(label) == "item":
            return
        item.end = at
        stop = at + len(label)
        self.point_style = style_of(kind_of(label), label)
        point = self.attach(POINT, label, (1, 0), at, stop, end)
        others = labels_within(self.text, stop, end, 2, label, commas=True)
        for number, (begin, sign) in enumerate(others, 2):
            point.end = begin
            point = self.attach(POINT, sign, (number, 0), begin, begin + len(sign), end)

    def _cut_label(self, node: Node, line: Line, above: Line | None) -> bool:
        """Take the item whose label the line break cuts: ……；（ | 三）……"""
        number = node.number[0] + 1
        if above is None or node.level is not ITEM or self.text[above.end - 1] not in "（(":
            return False
        rest = next((end for end in cut_ends(number) if self.text.startswith(end, line.start)), "")
        if rest:
            begin, words = above.end - 1, line.start + len(rest)
            node.end = begin
            label = self.text[begin] + rest
            item = self.attach(ITEM, label, (number, 0), begin, words, line.end)
            self._run_on(item, words, line.end)
        return bool(rest)
