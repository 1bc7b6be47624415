"""A text taken apart for merging: clauses, each of lines, and between the lines what only lays out.

A line is what a lawyer names and git would see: a heading, an article's own number, a paragraph, an item, a point, one
line of a title, header note or annex. Joined again, gap + label + sep + words of every line give the text back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from lawtrack.compare import fold
from lawtrack.law import (
    BLANK,
    GAP,
    HEADING_LEVELS,
    NO_SPACE_AFTER,
    NUMERAL_CLASS,
    SPACE,
    Block,
    Level,
    TableRows,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.law import Instrument, Number, Provision

ARTICLE: Final = str(Level.ARTICLE)
PARAGRAPH: Final = str(Level.PARAGRAPH)
HEADINGS: Final = frozenset(str(level) for level in HEADING_LEVELS)
LOOSE: Final = "loose"
"""A clause of the body that is neither heading nor article: the paragraphs of a text without 条."""
_MARKS: Final = "#\n" + BLANK
_NUMERAL: Final = re.compile(f"[{NUMERAL_CLASS}]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `kind` is a level or a block's kind; `start` and `end` of the words are offsets in the source.

    The line of an article is its number and caption only; its words are its paragraphs. `number` is (0, 0) for what
    has none.
    """

    kind: str
    gap: str
    label: str
    sep: str
    words: str
    start: int
    end: int
    number: Number = (0, 0)
    eid: str = ""

    @property
    def shape(self) -> str:
        """What of a line is not in its words: its kind, and of an item the manner of its number, but no number."""
        counted = self.kind in HEADINGS or self.kind == ARTICLE
        return self.kind if counted else self.kind + _NUMERAL.sub("#", self.label)


@dataclass(frozen=True)
class Clause:
    """An article with all below it, a heading, a block: the lines from `first` on, and the provision if it is one."""

    kind: str
    first: int
    lines: tuple[Line, ...]
    node: Provision | None = field(default=None, repr=False)

    @cached_property
    def key(self) -> str:
        """Its words, folded: what two versions of it are recognised by."""
        return fold("\n".join(line.words for line in self.lines))

    @property
    def label(self) -> str:
        """Its number as printed, "" where it has none."""
        return self.lines[0].label

    @property
    def text(self) -> str:
        """The clause whole, one line a unit, without the layout of the source."""
        return written(self.lines)


@dataclass(frozen=True)
class Parts:
    """A text taken apart: its clauses in order, and what stands behind the last line."""

    doc: Instrument
    clauses: tuple[Clause, ...]
    rest: str

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines in order."""
        return tuple(line for clause in self.clauses for line in clause.lines)


def written(lines: tuple[Line, ...]) -> str:
    """Lines as a clause's text: the first paragraph on the line of its article's number."""
    out, before = "", None
    for line in lines:
        joint = "\n" if before else ""
        if before and before.kind == ARTICLE and line.kind == PARAGRAPH:
            joint = "" if before.label.endswith(NO_SPACE_AFTER) else SPACE
        out += joint + line.label + line.sep + line.words
        before = line
    return out


def take_apart(doc: Instrument) -> Parts:
    r"""The clauses of `doc`.

    >>> from lawtrack.law import parse
    >>> parts = take_apart(parse("某市条例\n第一条　甲：\n（一）乙。"))
    >>> [(clause.kind, [line.label + "|" + line.words for line in clause.lines]) for clause in parts.clauses]
    [('title', ['|某市条例']), ('article', ['第一条|', '|甲：', '（一）|乙。'])]
    """
    taking = _Taking(doc)
    things: list[Block | Provision] = sorted((*doc.blocks, *doc.body), key=lambda thing: thing.start)
    for thing in things:
        if isinstance(thing, Block):
            taking.block(thing)
        else:
            taking.provision(thing)
    return Parts(doc, tuple(taking.clauses), doc.text[taking.at :])


class _Taking:
    """Goes through a text once; `at` is where the last line ended."""

    def __init__(self, doc: Instrument) -> None:
        self.text, self.at, self.count = doc.text, 0, 0
        self.rows = TableRows(doc)
        self.clauses: list[Clause] = []

    def block(self, block: Block) -> None:
        lines: list[Line] = []
        at = block.start
        for raw in block.text.splitlines(keepends=True):
            row = self.rows.line_at(at)
            words = row or raw.strip(BLANK + "\n").lstrip(_MARKS)
            if words:
                start = self._row_start(row, at) if row else at + raw.index(words)
                lines.append(self._line(block.kind, start, start, start, start + len(words)))
            at += len(raw)
        self._clause(block.kind, lines, None)

    def provision(self, node: Provision) -> None:
        if node.level in HEADING_LEVELS:
            start = node.start + len(node.label)
            end = node.children[0].start if node.children else node.end
            while start < end and self.text[start] in GAP:
                start += 1
            own = self.text[start:end].rstrip(_MARKS)
            line = self._line(
                str(node.level), node.start, node.start + len(node.label), start, start + len(own), node
            )
            self._clause(str(node.level), [line], node)
            for child in node.children:
                self.provision(child)
        else:
            kind = ARTICLE if node.level is Level.ARTICLE else LOOSE
            self._clause(kind, list(self._below(node)), node)

    def _below(self, node: Provision) -> Iterator[Line]:
        words = node.start + len(node.label) if node.level is Level.ARTICLE else node.words_start
        end = node.children[0].start if node.children else node.end
        own = self.text[words:end].rstrip(_MARKS)
        end = words + len(own)
        words = end - len(own.lstrip(BLANK + "\n"))
        start = node.start
        if row := self.rows.of(node):  # with its empty cells, which say where its words stand
            begin = self._row_start(row, start)
            end = begin + len(row)
            if not node.label:
                start = words = begin
            elif (
                "\t" in self.text[start:words]
            ):  # a number that is the first cell, other empty ones behind it
                words = self.text.index("\t", start) + 1
        yield self._line(str(node.level), start, start + len(node.label), words, end, node)
        for child in node.children:
            yield from self._below(child)

    def _row_start(self, row: str, at: int) -> int:
        """Where a row that holds `at` begins: its empty cells may stand before and behind what a block or provision has of it."""
        return self.text.index(row, self.text.rfind("\n", 0, at) + 1)

    def _line(
        self, kind: str, start: int, label: int, words: int, end: int, node: Provision | None = None
    ) -> Line:
        gap, self.at = self.text[self.at : start], end
        return Line(
            kind,
            gap,
            self.text[start:label],
            self.text[label:words],
            self.text[words:end],
            words,
            end,
            node.number if node else (0, 0),
            node.eid if node else "",
        )

    def _clause(self, kind: str, lines: list[Line], node: Provision | None) -> None:
        if lines:
            self.clauses.append(Clause(kind, self.count, tuple(lines), node))
            self.count += len(lines)
