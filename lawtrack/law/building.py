"""The body's lines become a tree of provisions."""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING, Final

from lawtrack.law.captions import CAPTION, OPENS_CAPTION, SEPARATOR, SEPARATORS
from lawtrack.law.enumerations import (
    Ahead,
    begins_within,
    cut_ends,
    enumerators,
    first_labels,
    kind_of,
    labels_within,
    style_of,
)
from lawtrack.law.growing import Growing
from lawtrack.law.lines import Line, are_rows, number_of
from lawtrack.law.model import HEADING_LEVELS, Level, Problem
from lawtrack.law.numerals import NUMERAL_CLASS
from lawtrack.law.shapes import (
    AFTER_LABEL,
    ENDS,
    SENTENCE_ENDS,
    heading_rests,
    is_bare_heading,
    is_cited_item,
    is_ended_heading,
    is_finished,
    is_glued,
    is_heading,
    is_heading_rest,
    is_open_heading,
    is_reference,
    rank,
)
from lawtrack.law.wrapping import is_hard_wrapped, is_indented, is_note
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lawtrack.law.growing import Node
    from lawtrack.law.model import Number

LEVEL_OF_RANK: Final = (Level.PART, Level.SUBPART, Level.CHAPTER, Level.SECTION)
HOLDERS: Final = HEADING_LEVELS | {Level.ARTICLE}
ENUMERATED: Final = frozenset({Level.ITEM, Level.POINT})
CITED: Final = compile_on_use(rf"第[{NUMERAL_CLASS}]{{1,4}}[款项](?!目)")
FAR: Final = 12
"""A number that jumps further than this is a wrapped reference or the start of something else, not the next article."""


class Builder(Growing):
    """Reads the body's lines into a tree."""

    def __init__(
        self,
        text: str,
        units: str,
        lines: Sequence[Line],
        source: str,
        shown: str,
        captions: Mapping[int, str],
    ) -> None:
        """`source` is the text as it came, `text` the one that is read, `shown` the same in its own characters."""
        super().__init__(source)
        self.text, self.units, self.lines = text, units, lines
        self.shown, self.captions = shown, captions
        self.ahead = Ahead(text, lines, units)
        self.hard_wrapped, self.tabbed = is_hard_wrapped(text, lines, units), "\t" in text
        self.enumerators = enumerators(text, lines)
        self.last: Number | None = None
        self.last_label, self.at = "", 0
        self.previous: Line | None = None
        self.styles: dict[Level, str] = {}  # of the open list: what enumerates its items, and their points
        self.listing: Node | None = None  # in its list without enumerators, below a line that ends in a colon
        self.wordy = False  # an item of the open list goes on over several lines
        self.wrong: list[tuple[str, int, dict[str, object]]] = []

    def read(self) -> None:
        """Take the body's lines in order."""
        for at, line in enumerate(self.lines):
            self.at = at
            self._take(line)
            self.previous = line
        self.finish()

    def _take(self, line: Line) -> None:
        kind = line.kind
        if kind == "text" or (self.hard_wrapped and self._is_cut(line)):
            self._words(line)
        elif kind == self.units and self._is_next(line):
            self._article(line)
        elif kind == "closing" and self.previous is not None and is_bare_heading(self.previous):
            self._words(line)  # the name of the chapter whose number stands above it
        elif self._is_group(line) or (kind in ("heading", "closing") and self._is_heading(line)):
            self._heading(line)
        elif kind in ("item", "point", "ordinal") and self._is_listed(line):
            self._enumerated(line)
        else:
            self._words(line)

    def _is_cut(self, line: Line) -> bool:
        """Is it the rest of a line that was cut at the width of the page, whatever it begins with?"""
        inside = self.open[-1].level not in HEADING_LEVELS
        heading = line.kind in ("heading", "closing") and self._is_heading(line)
        return inside and not (heading or is_heading(self.text, line) or is_indented(self.text, line))

    def _is_next(self, line: Line) -> bool:
        """Is this number the next article? A wrapped 第五条的规定 is not, nor is a number far from its turn."""
        if is_reference(self.text, line):
            return False
        number, last = number_of(line.label), self.last
        if last is not None and number == (last[0] + 1, 0):
            return True
        if line.kind == "ordinal" and number == (1, 0) and self.open[-1].level in HEADING_LEVELS:
            return True  # 一、二、 begin anew in each chapter
        if last is None or number == (last[0], last[1] + 1):
            return True
        broken = self._is_broken()
        if last < number <= (last[0] + FAR, 99):
            if broken and self.ahead.number(self.at, self.units) == last[0] + 1:
                return False
        elif broken or self.units != "article" or (number != last and is_glued(line)):
            return False
        code = "number-gap" if last < number else "number-repeated" if number == last else "number-order"
        self._problem(f"law.{code}", line, before=self.last_label, label=line.label)
        return True

    def _is_broken(self) -> bool:
        """Does the line above stop in the middle of a sentence?"""
        above = self.previous
        return (
            above is not None and self.open[-1].level not in HEADING_LEVELS and not self._is_finished(above)
        )

    def _is_finished(self, line: Line) -> bool:
        if self.text[line.end - 1] in ENDS:
            return True
        if line.kind == "ordinal" == self.units and "，" not in self.text[line.words : line.end]:
            return is_finished(self.text, line) or is_heading(self.text, line)
        return is_finished(self.text, line) and not self._is_under_way(line)

    def _is_under_way(self, line: Line) -> bool:
        """Has the sentence that `line`, the last of several cut ones, is part of had its comma, and not its end?"""
        unit = self.open[-1]
        if unit.level is not Level.PARAGRAPH or unit.words_start >= line.start:
            return False
        so_far = self.text[unit.words_start : line.end]
        return "，" in so_far and "\t" not in so_far

    def _article(self, line: Line) -> None:
        text, end, heading, words = self.text, line.end, self.captions.get(line.start, ""), line.words
        number = number_of(line.label)
        first = text[words] if words < end else ""
        if line.kind == "article" and first in SEPARATORS and (mark := SEPARATOR.match(text, words, end)):
            words = mark.end()
        if first in OPENS_CAPTION and (caption := CAPTION.match(text, line.words, end)):
            heading, words = self.shown[slice(*caption.span(1 if caption[1] else 2))], caption.end()
        node = self.attach(Level.ARTICLE, line.label, number, line.start, words, end, heading)
        self.last, self.last_label = number, line.label
        if words < end and not self._begins_with_item(words, end):
            self._paragraph(node, words, end)

    def _begins_with_item(self, words: int, end: int) -> bool:
        """Take the list that begins in the line of the article's number, without words that lead to it: 第三条　（一）……"""
        if self.units == "item" or self.text[words] not in "（(" or not self._enumerates(words, end):
            return False
        label = next((label for label in first_labels() if self.text.startswith(label, words)), "")
        item = Line("item", words, words + len(label), end, label, "", False)
        if not label or not self._is_listed(item):
            return False
        follows = next(labels_within(self.text, item.words, end, 2, label), None)
        if follows or self.ahead.number(self.at, "item") == 2:
            self.styles = {}
            self._enumerated(item)
            return True
        return False

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
        name = "".join(self.shown[words : line.end].split()).lstrip(AFTER_LABEL).rstrip("。")
        number = (0, 0) if closing else number_of(line.label)
        self.attach(level, label, number, line.start, line.end, line.end, name)

    def _is_heading(self, line: Line) -> bool:
        """Is it a heading, whole or cut after its 、 with the rest in the next line?"""
        if is_heading(self.text, line):
            return True
        at = self.at + 1
        if is_ended_heading(self.text, line):
            over = at < len(self.lines) and self.lines[at].kind in ("heading", self.units)
            return over and not self._is_broken()
        below = at + heading_rests(self.text, self.lines, at)
        goes_on = is_open_heading(self.text, line) and at < below < len(self.lines)
        return goes_on and self.lines[below].kind in ("heading", self.units)

    def _is_group(self, line: Line) -> bool:
        """Is 一、管辖 a heading over articles, as judicial interpretations have it?"""
        if line.kind != "ordinal" or self.units != "article" or self.at + 1 == len(self.lines):
            return False
        over = self.lines[self.at + 1].kind in ("article", "heading") and is_heading(self.text, line)
        return over and not (self.previous and are_rows(self.text, self.previous, line))

    def _is_listed(self, line: Line) -> bool:
        """Does the enumerator count something, rather than begin a wrapped line (……第一款第 | （二）项……)?"""
        quoted = self.text.startswith(("项", "目", "、", "至", "和", "或"), line.words) or (
            line.kind == "ordinal" and self.previous is not None and self.text[self.previous.end - 1] == "、"
        )
        if (
            self.open[-1].level in HEADING_LEVELS
            or is_cited_item(self.text, line)
            or self._is_cut_label(line)
        ):
            return False
        return not (quoted and self._is_broken())

    def _enumerated(self, line: Line) -> None:
        if self.open[-1].level is Level.ARTICLE:  # items without a lead-in: an empty paragraph holds them
            self.attach(Level.PARAGRAPH, "", (1, 0), line.start, line.start, line.start)
        style = style_of(line)
        if style == "item":
            self.styles[Level.ITEM] = style
        level = Level.ITEM if style == self.styles.setdefault(Level.ITEM, style) else Level.POINT
        self.styles[level] = style
        node = self.attach(level, line.label, number_of(line.label), line.start, line.words, line.end)
        self._run_on(node, line.words, line.end)

    def _run_on(self, node: Node, start: int, end: int) -> None:
        """Items that stand in the line of the one before: （二）……；（三）……；"""
        if node.level is not Level.ITEM or self.units == "item" or not self._enumerates(start, end):
            return
        number = node.number[0] + 1
        below = self.ahead.number(self.at, self.styles.get(Level.ITEM, "item"))
        for at, label in labels_within(self.text, start, end, number, node.label, commas=below != number):
            node.end = at
            self._points(node, start, at)
            start = at + len(label)
            node = self.attach(Level.ITEM, label, (number, 0), at, start, end)
            number += 1
        self._points(node, start, end)

    def _points(self, item: Node, start: int, end: int) -> None:
        """Points that stand in the line of their item: （二）……：1.……；2.……"""
        at, label = begins_within(self.text, start, end)
        if not at or kind_of(label) == "item":
            return
        item.end = at
        stop = at + len(label)
        self.styles[Level.POINT] = style_of(Line(kind_of(label), at, stop, end, label, "", False))
        point = self.attach(Level.POINT, label, (1, 0), at, stop, end)
        others = labels_within(self.text, stop, end, 2, label, commas=True)
        for number, (begin, sign) in enumerate(others, 2):
            point.end = begin
            point = self.attach(Level.POINT, sign, (number, 0), begin, begin + len(sign), end)

    def _enumerates(self, start: int, end: int) -> bool:
        """Does anything that looks like an enumerator stand there? Behind a line's own one hardly ever."""
        marks = self.enumerators
        at = bisect(marks, start - 1)
        return at < len(marks) and marks[at] < end

    def _is_cut_label(self, line: Line) -> bool:
        """Is it the rest of a label whose bracket ends the line above (……；（ | 三）……)?"""
        above = self.previous
        bare = line.kind == "item" and line.label[0] in "一二三四五六七八九十"
        return bare and above is not None and self.text[above.end - 1] in "（("

    def _cut_label(self, node: Node, line: Line) -> bool:
        """Take the item whose label the line break cuts: ……；（ | 三）……"""
        number, above = node.number[0] + 1, self.previous
        if above is None or node.level is not Level.ITEM or self.text[above.end - 1] not in "（(":
            return False
        rest = next((end for end in cut_ends(number) if self.text.startswith(end, line.start)), "")
        if rest:
            begin, words = above.end - 1, line.start + len(rest)
            node.end = begin
            label = self.text[begin] + rest
            item = self.attach(Level.ITEM, label, (number, 0), begin, words, line.end)
            self._run_on(item, words, line.end)
        return bool(rest)

    def _words(self, line: Line) -> None:
        current = self.open[-1]
        if current.level in HEADING_LEVELS:
            self._under_heading(current, line)
        elif current.level is not Level.ARTICLE and self.previous is not None and self._goes_on(line):
            current.end = line.end
            if not self._cut_label(current, line):
                self._run_on(current, line.start, line.end)
        else:
            holder = next(node for node in reversed(self.open) if node.level in HOLDERS)
            self._paragraph(holder, line.start, line.end)

    def _paragraph(self, holder: Node, start: int, end: int) -> None:
        self.styles, self.wordy = {}, False
        number = holder.children[-1].number[0] + 1 if holder.children else 1
        node = self.attach(Level.PARAGRAPH, "", (number, 0), start, start, end)
        if self.units == "item" or not self._enumerates(start, end):
            return
        at, label = begins_within(self.text, start, end)
        if at:
            node.end = at
            stop = at + len(label)
            self.styles[Level.ITEM] = style_of(Line(kind_of(label), at, stop, end, label, "", False))
            item = self.attach(Level.ITEM, label, (1, 0), at, stop, end)
            self._run_on(item, stop, end)

    def _under_heading(self, heading: Node, line: Line) -> None:
        """A plain line before the first article of a chapter: the heading's name, or the rest of it."""
        words = self.text[line.start : line.end]
        cut = heading.heading[-1:] in ("、", "和", "及", "与") and not heading.children
        runs_on = not heading.heading or cut or not (line.apart or heading.children)
        ended = words[-1] in SENTENCE_ENDS and not (words[-1] == "、" and self._rest_follows())
        short = len(heading.heading) + len(words) <= 40 and not ended
        if runs_on and short and line.kind in ("text", "closing") and heading.label:
            heading.heading += "".join(self.shown[line.start : line.end].split())
            heading.words_start = heading.end = line.end
        else:
            self._problem("law.stray-line", line, words=words[:20])
            self._paragraph(heading, line.start, line.end)

    def _rest_follows(self) -> bool:
        """Is the next line the rest of a heading that breaks off behind its 、?"""
        return self.at + 1 < len(self.lines) and is_heading_rest(self.text, self.lines[self.at + 1])

    def _goes_on(self, line: Line) -> bool:
        """Does a plain line go on with the unit above it, rather than begin a new 款?"""
        previous = self.previous
        assert previous is not None
        if self.hard_wrapped and not is_indented(self.text, line):
            return True
        if (
            self.tabbed
            and "\t" in self.text[line.start : line.end] + self.text[previous.words : previous.end]
        ):
            return False
        if self._is_listing(previous) or self._is_of_item(line, previous):
            return True
        if previous.label and previous.words == previous.end and self.open[-1].level in ENUMERATED:
            return True  # （二） alone on its line
        return not line.apart and (
            not self._is_finished(previous) or self._is_cited(line, previous) or is_note(self.text, line)
        )

    def _is_cited(self, line: Line, previous: Line) -> bool:
        """Does the line begin with a number that the line above, which ends nothing, cites (违反 | 第一条规定的)?"""
        if self.text[previous.end - 1] in ENDS or self.open[-1].level is not Level.PARAGRAPH:
            return False
        return line.kind in ("article", "heading") or CITED.match(self.text, line.start) is not None

    def _is_listing(self, previous: Line) -> bool:
        """Is this a line of a list without enumerators (……由下列人员组成： | 委员长， | 秘书长。)?"""
        above, here = self.text[previous.end - 1], self.text[self._last_line().end - 1]
        if self.open[-1].level is Level.PARAGRAPH and above in "：:":
            self.listing = self.open[-1] if here in "，、；,;" else None
            return self.listing is not None
        return self.listing is self.open[-1] and above in "，、；,;"

    def _last_line(self) -> Line:
        """The line that ends the unit which begins at the line being read: another only where lines are cut."""
        at = self.at
        while (
            self.hard_wrapped and at + 1 < len(self.lines) and not is_indented(self.text, self.lines[at + 1])
        ):
            at += 1
        return self.lines[at]

    def _is_of_item(self, line: Line, previous: Line) -> bool:
        """Is it another sentence of an item? The list goes on below it, or has not come to its full stop."""
        for node in reversed(self.open):
            if node.level not in (Level.ITEM, Level.POINT):
                return False
            unended = self.text[previous.end - 1] in "；;" and self.text[line.end - 1] in "；;"
            titled = self.wordy and previous.label and self.text[previous.end - 1] not in ENDS
            if unended or titled or self.ahead.number(self.at, self.styles[node.level]) == node.number[0] + 1:
                self.wordy = True
                return True
        return False

    def _problem(self, code: str, line: Line, **details: object) -> None:
        self.wrong.append((code, line.start, details))

    def problems(self) -> Iterator[Problem]:
        """What looked wrong, in the order of the text, with its line in the source."""
        line, counted = 1, 0
        for code, at, details in self.wrong:
            line, counted = line + self.source.count("\n", counted, at), at
            yield Problem(code, line, details)
