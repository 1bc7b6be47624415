"""The body's lines become a tree of provisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.law.captions import CAPTION, OPENS_CAPTION, SEPARATOR, SEPARATORS
from lawtrack.law.enumerations import first_labels, labels_within
from lawtrack.law.growing import ARTICLE, ITEM, PARAGRAPH, POINT
from lawtrack.law.lines import Line, are_rows, number_of
from lawtrack.law.listing import Listing
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
    from lawtrack.law.model import Number, Provision

LEVEL_OF_RANK: Final = (Level.PART, Level.SUBPART, Level.CHAPTER, Level.SECTION)
ENUMERATED: Final = frozenset({ITEM, POINT})
CITED: Final = compile_on_use(rf"第[{NUMERAL_CLASS}]{{1,4}}[款项](?!目)")
_BEGINS_NO_WORDS: Final = SEPARATORS | OPENS_CAPTION
_MAY_BE_CITED: Final = frozenset("项目（(至到、和及以与或-—－~～")
"""What stands behind a number that is cited, or behind the last of several."""
_FULL_STOPS: Final = ENDS - set("：:；;")
"""Behind these a paragraph has said what it has to say."""
FAR: Final = 12
"""A number that jumps further than this is a wrapped reference or the start of something else, not the next article."""


class Builder(Listing):
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
        super().__init__(text, units, lines, source)
        self.units, self.lines = units, lines
        self.shown, self.captions = shown, captions
        self.hard_wrapped, self.tabbed = is_hard_wrapped(text, lines, units), "\t" in text
        self.due: Number = (1, 0)  # the number that comes next
        self.previous: Line | None = None
        self.listing: Node | None = None  # in its list without enumerators, below a line that ends in a colon
        self.jumps: list[Provision] = []  # the articles behind which numbers are missing
        self.wrong: list[tuple[str, int, dict[str, object]]] = []

    def read(self) -> None:
        """Take the body's lines in order."""
        units, hard_wrapped = self.units, self.hard_wrapped
        for at, line in enumerate(self.lines):
            self.at, kind = at, line.kind
            if kind == "text" or (hard_wrapped and self._is_cut(line)):
                self._words(line)
            elif kind == units and (
                (line.number == self.due and line.words > line.start + len(line.label)) or self._is_next(line)
            ):
                self._article(line)
            elif kind == "closing" and self.previous is not None and is_bare_heading(self.previous):
                self._words(line)  # the name of the chapter whose number stands above it
            elif (kind == "ordinal" and self._is_group(line)) or (
                kind in ("heading", "closing") and self._is_heading(line)
            ):
                self._heading(line)
            elif kind in ("item", "point", "ordinal") and self._is_listed(line):
                self._enumerated(line)
            else:
                self._words(line)
            self.previous = line

    def _is_cut(self, line: Line) -> bool:
        """Is it the rest of a line that was cut at the width of the page, whatever it begins with?"""
        inside = self.current.level not in HEADING_LEVELS
        heading = line.kind in ("heading", "closing") and self._is_heading(line)
        return inside and not (heading or is_heading(self.text, line) or is_indented(self.text, line))

    def _is_next(self, line: Line) -> bool:
        """Is this number the next article? A wrapped 第五条的规定 is not, nor is a number far from its turn."""
        if is_reference(self.text, line):
            return False
        number, last = line.number, self.articles[-1].number if self.articles else None
        if number == self.due:
            return True
        if line.kind == "ordinal" and number == (1, 0) and self.current.level in HEADING_LEVELS:
            return True  # 一、二、 begin anew in each chapter
        if last is None or number == (last[0], last[1] + 1):
            return True
        broken = self._is_broken()
        if last < number <= (last[0] + FAR, 99):
            if broken and self.ahead.number(self.at, self.units) == last[0] + 1:
                return False
        elif broken or self.units != "article" or (number != last and is_glued(line)):
            return False
        if number > self.due:
            self.jumps.append(self.articles[-1])
        code = "number-gap" if last < number else "number-repeated" if number == last else "number-order"
        self._problem(f"law.{code}", line, before=self.articles[-1].label, label=line.label)
        return True

    def _is_broken(self) -> bool:
        """Does the line above stop in the middle of a sentence?"""
        above = self.previous
        return above is not None and self.current.level not in HEADING_LEVELS and not self._is_finished(above)

    def _is_finished(self, line: Line) -> bool:
        if self.text[line.end - 1] in ENDS:
            return True
        if line.kind == "ordinal" == self.units and "，" not in self.text[line.words : line.end]:
            return is_finished(self.text, line) or is_heading(self.text, line)
        return is_finished(self.text, line) and not self._is_under_way(line)

    def _is_under_way(self, line: Line) -> bool:
        """Has the sentence that `line`, the last of several cut ones, is part of had its comma, and not its end?"""
        unit = self.current
        if unit.level is not PARAGRAPH or unit.words_start >= line.start:
            return False
        so_far = self.text[unit.words_start : line.end]
        return "，" in so_far and "\t" not in so_far

    def _article(self, line: Line) -> None:
        end, words = line.end, line.words
        heading = self.captions.get(line.start, "") if self.captions else ""
        special = words < end and self.text[words] in _BEGINS_NO_WORDS
        if special:
            heading, words = self._captioned(line, heading)
        self.due = line.number[0] + 1, 0
        if special or words >= end:
            node = self.attach(ARTICLE, line.label, line.number, line.start, words, end, heading)
            self.articles.append(node)  # type: ignore[arg-type]  # it is a provision in the end
            if words < end and not self._begins_with_item(words, end):
                self._paragraph(words, end)
        else:
            node = self.attach_article(line.label, line.number, line.start, words, end, heading)
            self._list_in(node, words, end)

    def _captioned(self, line: Line, heading: str) -> tuple[str, int]:
        """The caption of an article, and where its words begin behind that or behind what parts them from the number."""
        text, words, end = self.text, line.words, line.end
        first = text[words]
        if line.kind == "article" and first in SEPARATORS and (mark := SEPARATOR.match(text, words, end)):
            words = mark.end()
        if first in OPENS_CAPTION and (caption := CAPTION.match(text, line.words, end)):
            heading, words = self.shown[slice(*caption.span(1 if caption[1] else 2))], caption.end()
        return heading, words

    def _begins_with_item(self, words: int, end: int) -> bool:
        """Take the list that begins in the line of the article's number, without words that lead to it: 第三条　（一）……"""
        if self.text[words] not in "（(" or not self.enumerator.search(self.text, words, end):
            return False
        label = next((label for label in first_labels() if self.text.startswith(label, words)), "")
        item = Line("item", words, words + len(label), end, label, number_of(label))
        if not label or not self._is_listed(item):
            return False
        follows = next(labels_within(self.text, item.words, end, 2, label), None)
        if follows or self.ahead.number(self.at, "item") == 2:
            self.item_style = self.point_style = ""
            self._enumerated(item)
            return True
        return False

    def _heading(self, line: Line) -> None:
        level = Level.CHAPTER if line.kind == "ordinal" else LEVEL_OF_RANK[rank(line)]
        if line.kind == "ordinal" and any(
            node.level is Level.CHAPTER and node.label.startswith("第") for node in self.opened()
        ):
            level = Level.SECTION
        closing = line.kind == "closing"
        if closing and line.label[0] == "附" and any(node.level is Level.PART for node in self.opened()[1:]):
            level = Level.PART  # with 编, 附则 stands alone (立法技术规范（试行）（一）第1项)
        label, words = ("", line.start) if closing else (line.label, line.words)
        name = "".join(self.shown[words : line.end].split()).lstrip(AFTER_LABEL).rstrip("。")
        number = (0, 0) if closing else line.number
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
        if self.units != "article" or self.at + 1 == len(self.lines):
            return False
        over = self.lines[self.at + 1].kind in ("article", "heading") and is_heading(self.text, line)
        return over and not (self.previous and are_rows(self.text, self.previous, line))

    def _is_listed(self, line: Line) -> bool:
        """Does the enumerator count something, rather than begin a wrapped line (……第一款第 | （二）项……)?"""
        if self.current.level in HEADING_LEVELS or self._is_cut_label(line):
            return False
        cited = line.words < line.end and self.text[line.words] in _MAY_BE_CITED
        if not cited and line.kind != "ordinal":
            return True
        if cited and is_cited_item(self.text, line):
            return False
        quoted = (cited and self.text.startswith(("项", "目", "、", "至", "和", "或"), line.words)) or (
            line.kind == "ordinal" and self.previous is not None and self.text[self.previous.end - 1] == "、"
        )
        return not (quoted and self._is_broken())

    def _is_cut_label(self, line: Line) -> bool:
        """Is it the rest of a label whose bracket ends the line above (……；（ | 三）……)?"""
        above = self.previous
        bare = line.kind == "item" and line.label[0] in "一二三四五六七八九十"
        return bare and above is not None and self.text[above.end - 1] in "（("

    def _words(self, line: Line) -> None:
        current = self.current
        if current.level in HEADING_LEVELS:
            self._under_heading(current, line)
        elif current.level is not ARTICLE and self.previous is not None and self._goes_on(line):
            current.end = line.end
            if not self._cut_label(current, line, self.previous):
                self._run_on(current, line.start, line.end)
        else:
            self._paragraph(line.start, line.end)

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
            self._paragraph(line.start, line.end)

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
        if self.current.level is PARAGRAPH and self.text[previous.end - 1] in _FULL_STOPS:
            return self.text[line.start] == "注" and not line.apart and is_note(self.text, line)
        if self._is_listing(previous) or self._is_of_item(line, previous):
            return True
        if previous.label and previous.words == previous.end and self.current.level in ENUMERATED:
            return True  # （二） alone on its line
        return not line.apart and (
            not self._is_finished(previous) or self._is_cited(line, previous) or is_note(self.text, line)
        )

    def _is_cited(self, line: Line, previous: Line) -> bool:
        """Does the line begin with a number that the line above, which ends nothing, cites (违反 | 第一条规定的)?"""
        if self.text[previous.end - 1] in ENDS or self.current.level is not PARAGRAPH:
            return False
        return line.kind in ("article", "heading") or CITED.match(self.text, line.start) is not None

    def _is_listing(self, previous: Line) -> bool:
        """Is this a line of a list without enumerators (……由下列人员组成： | 委员长， | 秘书长。)?"""
        above = self.text[previous.end - 1]
        if self.current.level is PARAGRAPH and above in "：:":
            here = self.text[self._last_line().end - 1]
            self.listing = self.current if here in "，、；,;" else None
            return self.listing is not None
        return self.listing is self.current and above in "，、；,;"

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
        for node in dict.fromkeys((self.current, self.above[-1])):  # a point, and the item that it is of
            if node.level not in (ITEM, POINT):
                return False
            unended = self.text[previous.end - 1] in "；;" and self.text[line.end - 1] in "；;"
            titled = self.wordy and previous.label and self.text[previous.end - 1] not in ENDS
            style = self.item_style if node.level is ITEM else self.point_style
            if unended or titled or self.ahead.number(self.at, style) == node.number[0] + 1:
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
