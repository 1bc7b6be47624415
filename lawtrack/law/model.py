"""One legal text as a tree: what `parse` returns.

Every provision is a slice of the one source string, so nothing is copied and nothing can be lost: `Instrument.text`
is the source, and the spans of the tree point into it.

    Instrument                        legal text: title, header note, contents, preamble, body, annexes, tail
    └── Provision  part 编 ─ subpart 分编 ─ chapter 章 ─ section 节
        └── Provision  article 条
            └── Provision  paragraph 款        (unnumbered: its number is its place)
                └── Provision  item 项 （一）
                    └── Provision  point 目 1.

Levels and eids follow Akoma Ntoso 3.0's naming convention: `chp_2`, `art_3__para_2__item_1`, `art_133-1` for 之一.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, TypedDict

from lawtrack.law.shown import BLANK, shown_lines, unwrap
from lawtrack.messages import translate
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def closed_up(words: str) -> str:
    """A line whose letters are spaced out, without the blanks; other words as they are.

    >>> closed_up("立 法 条 例"), closed_up("某市 条例")
    ('立法条例', '某市 条例')
    """
    letters = words.split()
    return "".join(letters) if len(letters) > 1 and all(len(one) == 1 for one in letters) else words


def without_marks(words: str) -> str:
    """A title that stands in its marks on a line of its own, without them; other words as they are.

    >>> without_marks("《某市条例》（草案）"), without_marks("关于修改《某市条例》的决定")
    ('某市条例（草案）', '关于修改《某市条例》的决定')
    """
    marked = _IN_MARKS.match(words)
    return marked[1] + marked[2] if marked else words


class Level(StrEnum):
    """The levels of a Chinese legal text, outermost first (立法法 2023 art. 65).

    >>> [level.value for level in Level][:4]
    ['part', 'subpart', 'chapter', 'section']
    """

    PART = "part"
    SUBPART = "subpart"
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    POINT = "point"


HEADING_LEVELS: Final = frozenset({Level.PART, Level.SUBPART, Level.CHAPTER, Level.SECTION})

_TITLE_LABEL: Final = compile_on_use(
    r"(?:【(?:法规|文件|规章)?(?:标题|名称|题名)】|(?:法规|文件|规章)?(?:标题|名称|题名)[：:\t])[ \t　]*"
    r"|[0-9]{1,3}[.．、][ \t　]*(?=[一-鿿])"
)
"""Before the title of a text as databases print it: 标题：某市条例, 【法规名称】某市条例."""
_IN_MARKS: Final = re.compile(
    r"《([^《》]{3,60}(?:《[^《》]{2,40}》[^《》]{0,20})?)》((?:[ 　]*[（(〔][^（）()〔〕]{1,14}[）)〕])*)$"
)
Number = tuple[int, int]
"""A provision's number: (133, 0) for 第一百三十三条, (133, 1) for 第一百三十三条之一."""


class ProblemRecord(TypedDict):
    r"""A `Problem` as plain data, its sentence in the language in use.

    >>> from lawtrack.law import parse
    >>> parse("第一条　甲。\n第三条　乙。").problems[0].to_dict()["line"]
    2
    """

    code: str
    line: int
    message: str


AROUND: Final = frozenset(
    {
        "law.notice",
        "law.order",
        "law.page-lines",
        "law.another-instrument",
        "law.explanation",
        "law.behind",
        "law.first-number",
        "law.unread-number",
        "law.preamble-doubtful",
        "law.in-part",
        "law.remarks",
        "law.cut-off",
    }
)


@dataclass(frozen=True, slots=True)
class Problem:
    r"""What looks wrong in a text: a code of the catalogue, the line (from 1), and what its sentence names.

    >>> from lawtrack.law import parse
    >>> [(one.code, one.line) for one in parse("第一条　甲。\n第三条　乙。").problems]
    [('law.number-gap', 2)]
    """

    code: str
    line: int
    details: Mapping[str, Any] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """The sentence in the language in use."""
        return translate(self.code, line=self.line, **self.details)

    @property
    def around(self) -> bool:
        """Does it say what stands around the text and is no part of it: whoever works on the text has to know."""
        return self.code in AROUND

    def to_dict(self) -> ProblemRecord:
        """The problem as plain data."""
        return {"code": self.code, "line": self.line, "message": self.message}


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    r"""One unit of a legal text, from 编 down to 目.

    `label` is the number as printed (第三条, （一）), "" for a paragraph, which has none. `heading` is the name of a
    chapter or the caption of a draft article (第一条〖目的〗), without brackets. `start`, `words_start` and `end` are
    offsets in the source: the whole provision with everything below it, without the final line break; the words begin
    after the label (and caption).

    >>> from lawtrack.law import parse
    >>> article = parse("某市公园条例\n第一条　公园开放。").articles[0]
    >>> article.eid, article.label, article.text
    ('art_1', '第一条', '第一条　公园开放。')
    """

    level: Level
    eid: str
    label: str
    number: Number
    start: int
    words_start: int
    end: int
    source: str = field(repr=False, compare=False)
    heading: str = ""
    children: tuple[Provision, ...] = field(default=(), repr=False)

    @property
    def text(self) -> str:
        """The provision whole, as in the source: label, words, everything below."""
        return self.source[self.start : self.end]

    @property
    def lead(self) -> str:
        """Its own words, as a reader reads them: no label, wrapped lines joined, nothing of its children.

        For a paragraph with items the lead-in (……有下列情形之一的：); for an article "", its words are paragraphs.
        """
        if self.level in HEADING_LEVELS:
            return ""
        if not self.children:
            return unwrap(self.source[self.words_start : self.end])
        own = self.source[self.words_start : self.children[0].start]
        return unwrap(own.rstrip("#\n" + BLANK))  # a Markdown mark before the first child is not of the words

    @property
    def words(self) -> str:
        """All its words without its own label, one structural unit a line, wrapped lines joined.

        A child keeps its label, so that two articles share their `words` exactly when a reader would say that they
        read the same; the article's own number does not count.
        """
        own = self.lead
        below = [child.label + child.words for child in self.children]
        return "\n".join([own, *below] if own else below)

    def walk(self) -> Iterator[Provision]:
        """This provision and everything below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Block:
    r"""A stretch of the text that is not body.

    `kind` is notice, order (a promulgation order before the title), title, header, contents, preamble, annex or tail
    (signature, footnotes); of a line of the page page, page-number or title-again. An annex that is an `instrument` has
    a title and articles of its own.

    >>> from lawtrack.law import parse
    >>> [block.kind for block in parse("某市公园条例\n第一条　公园开放。").blocks]
    ['title']
    """

    kind: str
    start: int
    end: int
    source: str = field(repr=False, compare=False)
    label: str = ""
    instrument: bool = False

    @property
    def text(self) -> str:
        """The stretch as in the source."""
        return self.source[self.start : self.end]

    @property
    def lines(self) -> tuple[str, ...]:
        """Its lines, trimmed, without empty ones and page numbers."""
        return tuple(line for raw in shown_lines(self.text) if (line := raw.lstrip("#" + BLANK)))


@dataclass(frozen=True)
class Instrument:
    r"""One legal text. `text` is the source, to the character; `body` its outermost provisions in order.

    `blocks` are the stretches that are not body (title, header note, contents page, preamble, annexes, tail), in
    order; `running` the lines that are neither, the page's and not the text's: page numbers, the title again under the
    header note; `problems` what looked wrong.

    >>> from lawtrack.law import parse
    >>> park = parse("某市公园条例\n第一条　公园开放。\n第二条　本条例自2020年1月1日起施行。")
    >>> park.title, [article.label for article in park.articles]
    ('某市公园条例', ['第一条', '第二条'])
    """

    text: str
    body: tuple[Provision, ...]
    blocks: tuple[Block, ...] = ()
    problems: tuple[Problem, ...] = ()
    running: tuple[Block, ...] = ()

    @cached_property
    def title(self) -> str:
        """The title as a reader reads it, wrapped lines joined; "" where there is none."""
        lines = (line for block in self.blocks if block.kind == "title" for line in block.lines)
        words = "".join(map(closed_up, lines))
        return without_marks(words[label.end() :] if (label := _TITLE_LABEL.match(words)) else words)

    @cached_property
    def provisions(self) -> tuple[Provision, ...]:
        """Every provision of the body, outermost first, in the order of the text."""
        return tuple(node for top in self.body for node in top.walk())

    @cached_property
    def articles(self) -> tuple[Provision, ...]:
        """The articles in order, whatever chapters hold them; 一、二、 units where the text has no 条."""
        return tuple(_of_level(self.body, frozenset({Level.ARTICLE})))

    @cached_property
    def headings(self) -> tuple[Provision, ...]:
        """The parts, chapters and sections in order."""
        return tuple(_of_level(self.body, HEADING_LEVELS))

    @cached_property
    def by_eid(self) -> dict[str, Provision]:
        """Every provision of the body by its address."""
        return {node.eid: node for node in self.provisions}

    @cached_property
    def _line_starts(self) -> list[int]:
        starts, at = [0], self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def line_of(self, offset: int) -> int:
        """The line (from 1) that holds `offset`."""
        from bisect import bisect_right

        return bisect_right(self._line_starts, offset)

    def block(self, kind: str) -> Block | None:
        """The first stretch of that kind, or None."""
        return next((block for block in self.blocks if block.kind == kind), None)

    def to_dict(self) -> dict[str, Any]:
        """The shape of the contract: title, articles with paragraphs, items and points, headings, problems.

        Beside it `around`: what stands around the text and is not of it (notice, order, page).
        """
        return {
            "title": self.title,
            "articles": [
                {
                    "eid": article.eid,
                    "label": article.label,
                    "text": article.text,
                    "paragraphs": [_paragraph_dict(child) for child in article.children],
                }
                for article in self.articles
            ],
            "headings": [
                {"eid": node.eid, "level": str(node.level), "label": node.label, "text": node.heading}
                for node in self.headings
            ],
            "problems": [problem.to_dict() for problem in self.problems],
            "around": [
                {"kind": block.kind, "line": self.line_of(block.start), "text": "\n".join(block.lines)}
                for block in sorted([*self.blocks, *self.running], key=lambda block: block.start)
                if block.kind in ("notice", "order", "page")
            ],
        }


def _of_level(nodes: tuple[Provision, ...], levels: frozenset[Level]) -> Iterator[Provision]:
    for node in nodes:
        if node.level in levels:
            yield node
        if node.level in HEADING_LEVELS:
            yield from _of_level(node.children, levels)


def _paragraph_dict(node: Provision) -> dict[str, Any]:
    record: dict[str, Any] = {"eid": node.eid, "text": node.text}
    if node.level is not Level.PARAGRAPH:
        record["label"] = node.label
    if node.level is Level.PARAGRAPH:
        record["items"] = [_paragraph_dict(child) for child in node.children]
    elif node.level is Level.ITEM:
        record["points"] = [_paragraph_dict(child) for child in node.children]
    return record
