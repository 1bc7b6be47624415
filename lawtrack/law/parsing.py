"""`parse`: a string becomes an Instrument. Total, lossless, one pass over the lines.

The reading follows 立法法 (2023) art. 65: 编、章、节、条 are numbered 第X, 款 is an unnumbered paragraph, 项 （一）, 目 1.;
and the untidiness of real files (wrapped lines, a number alone on its line, both bracket widths).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.law.lines import GAP, Line, is_finished, is_reference, number_of, read_lines
from lawtrack.law.model import HEADING_LEVELS, Instrument, Level, Number, Problem, Provision
from lawtrack.law.regions import SENTENCE_ENDS, find_regions, is_heading, rank

if TYPE_CHECKING:
    from collections.abc import Sequence

LEVEL_OF_RANK: Final = (Level.PART, Level.SUBPART, Level.CHAPTER, Level.SECTION)
EID_NAME: Final = {
    Level.PART: "part",
    Level.SUBPART: "subpart",
    Level.CHAPTER: "chp",
    Level.SECTION: "sec",
    Level.ARTICLE: "art",
    Level.PARAGRAPH: "para",
    Level.ITEM: "item",
    Level.POINT: "point",
}
HOLDERS: Final = HEADING_LEVELS | {Level.ARTICLE}
DEPTH: Final = {level: depth for depth, level in enumerate(Level)}
CAPTION: Final = re.compile(
    rf"[{GAP}]*(?:[〖【［]([^〗】］\n]{{1,40}})[〗】］]|[（(](?!删[去除]|略|保留|[一二三四五六七八九十百零〇0-9]+[）)])([^（）()\n，。；：]{{2,20}})[）)])[{GAP}]*"
)
"""The caption of a draft article: 第一条〖目的〗, 第一条（立法目的）; not 第二条（删去）."""
FAR: Final = 12
"""A number that jumps further than this is a wrapped reference or the start of something else, not the next article."""


def parse(text: str) -> Instrument:
    r"""The instrument that `text` holds; `parse(text).text == text` for every string, and nothing is ever raised.

    >>> doc = parse("某市控烟条例\n第一条　为了健康，制定本条例。\n第二条　禁止：\n（一）吸烟；\n（二）乱扔。")
    >>> doc.title, [article.label for article in doc.articles]
    ('某市控烟条例', ['第一条', '第二条'])
    >>> doc.by_eid["art_2__para_1__item_2"].words
    '乱扔。'
    """
    lines = read_lines(text)
    regions = find_regions(text, lines)
    builder = _Builder(text, regions.units)
    builder.read(lines[regions.first : regions.last])
    return Instrument(text, builder.body(), regions.blocks, builder.problems())


class _Node:
    """A provision under construction."""

    __slots__ = ("children", "end", "heading", "label", "level", "number", "start", "words")

    def __init__(
        self, level: Level, label: str, number: Number, start: int, words: int, end: int, heading: str = ""
    ) -> None:
        self.level, self.label, self.number, self.heading = level, label, number, heading
        self.start, self.words, self.end = start, words, end
        self.children: list[_Node] = []


class _Builder:
    """Reads the body's lines into a tree: an open node a level, the deepest last."""

    def __init__(self, text: str, units: str) -> None:
        self.text, self.units = text, units
        self.root = _Node(Level.PART, "", (0, 0), 0, 0, 0)
        self.open: list[_Node] = [self.root]
        self.last: Number | None = None
        self.previous: Line | None = None
        self.item_kind = ""
        self.found: list[tuple[str, int, dict[str, object]]] = []

    def read(self, lines: Sequence[Line]) -> None:
        """Take the body's lines in order."""
        for index, line in enumerate(lines):
            following = lines[index + 1] if index + 1 < len(lines) else None
            self._take(line, following)
            self.previous = line

    def _take(self, line: Line, following: Line | None) -> None:
        kind = line.kind
        if kind == self.units and self._is_next(line):
            self._article(line)
        elif self._is_group(line, following) or (
            kind in ("heading", "closing") and is_heading(self.text, line)
        ):
            self._heading(line)
        elif kind in ("item", "point", "ordinal") and self.open[-1].level not in HEADING_LEVELS:
            self._enumerated(line)
        else:
            self._words(line)

    def _is_next(self, line: Line) -> bool:
        """Is this number the next article? A wrapped 第五条的规定 is not, nor is a number far from its turn."""
        number = number_of(line.label)
        if is_reference(self.text, line):
            return False
        last = self.last
        if last is None or last < number <= (last[0] + FAR, 99):
            if last is not None and number not in ((last[0] + 1, 0), (last[0], last[1] + 1)):
                self._problem("law.number-gap", line, before=_shown(last, self.units), label=line.label)
            return True
        set_off = line.words > line.start + len(line.label) or line.words == line.end
        previous = self.previous
        after_break = previous is not None and (line.apart or is_finished(self.text, previous))
        if not set_off or not after_break or self.units != "article":
            return False
        self._problem("law.number-repeated" if number == last else "law.number-order", line, label=line.label)
        return True

    def _article(self, line: Line) -> None:
        number, heading, words = number_of(line.label), "", line.words
        if caption := CAPTION.match(self.text, line.start + len(line.label), line.end):
            heading, words = caption[1] or caption[2], caption.end()
        node = _Node(Level.ARTICLE, line.label, number, line.start, words, line.end, heading)
        self._attach(node)
        self.last, self.item_kind = number, ""
        if words < line.end:
            self._attach(_Node(Level.PARAGRAPH, "", (1, 0), words, words, line.end))

    def _heading(self, line: Line) -> None:
        level = Level.CHAPTER if line.kind == "ordinal" else LEVEL_OF_RANK[rank(line)]
        if line.kind == "ordinal" and any(
            node.level is Level.CHAPTER and node.label.startswith("第") for node in self.open
        ):
            level = Level.SECTION
        closing = line.kind == "closing"
        if closing and line.label[0] == "附" and any(node.level is Level.PART for node in self.open[1:]):
            level = Level.PART  # with 编, 附则 stands alone (立法技术规范（试行）（一）第1项)
        label, words = ("", line.start) if closing else (line.label, line.words)
        name = "".join(self.text[words : line.end].split())
        number = (0, 0) if closing else number_of(line.label)
        self._attach(_Node(level, label, number, line.start, line.end, line.end, name))

    def _is_group(self, line: Line, following: Line | None) -> bool:
        """Is 一、管辖 a heading over articles, as judicial interpretations have it?"""
        over = line.kind == "ordinal" and following is not None and following.kind in ("article", "heading")
        return over and self.units == "article" and is_heading(self.text, line)

    def _enumerated(self, line: Line) -> None:
        if self.open[-1].level is Level.ARTICLE:  # items without a lead-in: an empty paragraph holds them
            self._attach(_Node(Level.PARAGRAPH, "", (1, 0), line.start, line.start, line.start))
        style = _style(line)
        if not self.item_kind or style == "item":
            self.item_kind = style
        level = Level.ITEM if style == self.item_kind else Level.POINT
        self._attach(_Node(level, line.label, number_of(line.label), line.start, line.words, line.end))

    def _words(self, line: Line) -> None:
        current = self.open[-1]
        if current.level in HEADING_LEVELS:
            self._under_heading(current, line)
            return
        if current.level is Level.ARTICLE or self.previous is None or self._is_new(line):
            holder = next(node for node in reversed(self.open) if node.level in HOLDERS)
            self._paragraph(holder, line)
        else:
            self._extend(line.end)

    def _paragraph(self, holder: _Node, line: Line) -> None:
        self.item_kind = ""
        number = (1 + sum(child.level is Level.PARAGRAPH for child in holder.children), 0)
        self._attach(_Node(Level.PARAGRAPH, "", number, line.start, line.start, line.end))

    def _under_heading(self, heading: _Node, line: Line) -> None:
        """A plain line before the first article of a chapter: the heading's name, or the rest of it."""
        words = self.text[line.start : line.end]
        runs_on = not heading.heading or not (line.apart or heading.children)
        short = len(heading.heading) + len(words) <= 40 and words[-1] not in SENTENCE_ENDS
        if runs_on and short and line.kind == "text" and heading.label:
            heading.heading += "".join(words.split())
            heading.words = line.end
            self._extend(line.end)
        else:
            self._problem("law.stray-line", line, words=words[:20])
            self._paragraph(heading, line)

    def _is_new(self, line: Line) -> bool:
        """Does a plain line begin a new 款, rather than go on with a sentence that was wrapped?"""
        previous = self.previous
        assert previous is not None
        tabbed = "\t" in self.text[line.start : line.end] or "\t" in self.text[previous.start : previous.end]
        return tabbed or line.apart or is_finished(self.text, previous)

    def _attach(self, node: _Node) -> None:
        depth = DEPTH[node.level]
        while len(self.open) > 1 and DEPTH[self.open[-1].level] >= depth:
            self.open.pop()
        self.open[-1].children.append(node)
        self._extend(node.end)
        self.open.append(node)

    def _extend(self, end: int) -> None:
        for node in self.open:
            node.end = max(node.end, end)

    def _problem(self, code: str, line: Line, **details: object) -> None:
        self.found.append((code, line.start, details))

    def body(self) -> tuple[Provision, ...]:
        """The finished tree."""
        taken: set[str] = set()
        return tuple(self._freeze(node, "", taken) for node in self.root.children)

    def _freeze(self, node: _Node, above: str, taken: set[str]) -> Provision:
        name = EID_NAME[node.level]
        main, branch = node.number
        count = f"{main}-{branch}" if branch else str(main or "nn")
        prefix = "" if node.level is Level.ARTICLE or not above else f"{above}__"
        eid = stem = f"{prefix}{name}_{count}"
        twin = 1
        while eid in taken:
            twin += 1
            eid = f"{stem}_{twin}"
        taken.add(eid)
        children = tuple(self._freeze(child, eid, taken) for child in node.children) if node.children else ()
        return Provision(
            node.level,
            eid,
            node.label,
            node.number,
            node.start,
            node.words,
            node.end,
            self.text,
            node.heading,
            children,
        )

    def problems(self) -> tuple[Problem, ...]:
        """What looked wrong, with its line."""
        return tuple(
            Problem(code, self.text.count("\n", 0, at) + 1, details) for code, at, details in self.found
        )


def _style(line: Line) -> str:
    """What kind of enumerator: item （一）, ordinal 一、, or which shape of point, so that 1. and （1） can nest."""
    if line.kind != "point":
        return line.kind
    first = line.label[0]
    return (
        "bracketed" if first in "（(" else "plain" if first.isdecimal() and first not in "①⑴⒈" else "enclosed"
    )


def _shown(number: Number, units: str) -> str:
    from lawtrack.law.numerals import article_label, item_label, to_chinese

    if units == "article":
        return article_label(number)
    return f"{to_chinese(number[0])}、" if units == "ordinal" else item_label(number[0])
