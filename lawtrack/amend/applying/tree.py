"""The base text as a tree that can be edited and put back into words.

A node keeps its own words exactly as the source has them, and what stood between it and the unit before it, so that
whatever no instruction touches comes out to the character. Its identity never changes; its number is derived at the
end. `spans` are edits of the node's own words, in offsets of the original.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from lawtrack.law import (
    GAP,
    HEADING_LEVELS,
    NUMERAL_CLASS,
    Level,
    Number,
    article_label,
    item_label,
    parse,
    to_chinese,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.law import Instrument, Provision

BLANK: Final = " \t　\xa0\r\n"
_NUMERAL: Final = re.compile(f"[{NUMERAL_CLASS}]+")


class Span:
    """One edit of a node's own words: `start` to `end` become `text`; `by` is the instruction that says so."""

    __slots__ = ("broad", "by", "end", "side", "start", "text")

    def __init__(self, start: int, end: int, text: str, by: int, broad: bool = False, side: str = "") -> None:
        self.start, self.end, self.text, self.by, self.broad = start, end, text, by, broad
        self.side = side  # after or before, for words inserted beside others

    @property
    def order(self) -> tuple[int, bool, bool, int]:
        """Where the edit comes among those of its unit: at one place, what was put after words before the rest."""
        return self.start, self.end > self.start, self.side == "before", self.end


class Node:
    """A unit of the text being amended. `eid` is "" for a new one; `declared` the number that an instruction gives it."""

    __slots__ = (
        "anchor",
        "by",
        "children",
        "declared",
        "eid",
        "final",
        "gap",
        "gone",
        "incoming",
        "label",
        "left",
        "level",
        "number",
        "old_children",
        "old_label",
        "old_raw",
        "parent",
        "raw",
        "replaced",
        "sep",
        "side",
        "spans",
        "start",
    )

    def __init__(self, level: Level, label: str = "", number: Number = (0, 0), raw: str = "") -> None:
        self.level, self.label, self.number, self.raw = level, label, number, raw
        self.old_label, self.old_raw = label, raw
        self.sep, self.gap = "", None  # type: str, str | None
        self.start = -1
        self.eid = ""
        self.parent: Node | None = None
        self.children: list[Node] = []
        self.old_children: tuple[Node, ...] = ()
        self.incoming: list[Node] = []
        self.spans: list[Span] = []
        self.declared: Number | None = None
        self.anchor: Node | None = None
        self.side = "after"
        self.final: Number = number
        self.gone = False  # deleted, or absorbed by another
        self.left = False  # moved to another parent
        self.replaced: int | None = None  # the instruction that gave it a new text as a whole
        self.by: set[int] = set()  # the instructions that touched it

    def walk(self) -> Iterator[Node]:
        """This node and everything below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def adopt(self, children: list[Node]) -> None:
        """Take `children` as the whole of what is below."""
        self.children = children
        for child in children:
            child.parent = self

    def mark(self, by: int) -> None:
        """Remember that an instruction touched this node."""
        self.by.add(by)

    @property
    def is_row(self) -> bool:
        """Is this a row of a table (its columns stand apart by tabs)? It is no paragraph and has no number."""
        return self.level is Level.PARAGRAPH and ("\t" in self.old_raw or "\t" in self.raw)

    @property
    def article(self) -> Node | None:
        """The article that holds this node, or the node itself."""
        node: Node | None = self
        while node is not None and node.level is not Level.ARTICLE:
            node = node.parent
        return node

    def words(self) -> str:
        """The node's own words with its edits."""
        if not self.spans:
            return self.raw
        out, at = [], 0
        for span in sorted(self.spans, key=lambda span: span.order):
            out += [self.raw[at : span.start], span.text]
            at = span.end
        return "".join(out) + self.raw[at:]


class Style:
    """How the base writes what new units need: the gaps between units, the space after a number, the brackets."""

    def __init__(self, nodes: list[Node]) -> None:
        gaps: dict[str, Counter[str]] = {}
        seps: dict[Level, Counter[str]] = {}
        self.zero = any("〇" in node.label for node in nodes)
        self.labels: dict[Level, str] = {}
        for node in nodes:
            if node.gap is not None:
                gaps.setdefault(self.kind(node), Counter())[node.gap] += 1
            if node.label:
                blank = node.sep[: len(node.sep) - len(node.sep.lstrip())]
                seps.setdefault(node.level, Counter())[blank] += 1
                self.labels.setdefault(node.level, node.label)
        self.gaps = {kind: counted.most_common(1)[0][0] for kind, counted in gaps.items()}
        self.seps = {level: counted.most_common(1)[0][0] for level, counted in seps.items()}

    @staticmethod
    def kind(node: Node) -> str:
        """The kind of gap before a node: a first paragraph follows its article's number on the same line."""
        first = (
            node.level is Level.PARAGRAPH and node.parent is not None and node.parent.children[:1] == [node]
        )
        return "first" if first else str(node.level)

    def gap(self, node: Node) -> str:
        """What stands before a new node."""
        kind = self.kind(node)
        if kind == "first":
            return self.gaps.get("first", "")
        return self.gaps.get(kind) or self.gaps.get("paragraph") or self.gaps.get("article") or "\n"

    def sep(self, node: Node) -> str:
        """What stands between a new node's number and its words."""
        default = "　" if node.level is Level.ARTICLE else " " if node.level in HEADING_LEVELS else ""
        if node.level in HEADING_LEVELS:  # a first section looks like the chapters
            default = next((self.seps[level] for level in self.seps if level in HEADING_LEVELS), default)
        return self.seps.get(node.level, default)

    def label(self, node: Node, number: Number) -> str:
        """The label of `node` under `number`, in the manner of its own label or of its kind in the text."""
        if node.level is Level.PARAGRAPH:
            return ""
        model = node.label or self.labels.get(node.level, "")
        if node.label and number == node.number:
            return node.label
        if node.level is Level.ARTICLE and (not model or model.startswith("第")):
            numeral = _NUMERAL.search(model)
            if numeral and numeral[0].isascii():
                return f"第{number[0]}条"
            label = article_label(number)
            return label.replace("零", "〇") if self.zero else label
        if not model:
            return item_label(number[0]) if node.level is Level.ITEM else f"{number[0]}."
        return self.relabel(model, number[0])

    def numeral(self, number: int) -> str:
        """A Chinese numeral with the zero that the text uses."""
        text = to_chinese(number)
        return text.replace("零", "〇") if self.zero else text

    def relabel(self, model: str, number: int) -> str:
        """`model` with another number in it."""
        match = _NUMERAL.search(model)
        if not match:
            return model
        numeral = str(number) if match[0].isascii() else self.numeral(number)
        return model[: match.start()] + numeral + model[match.end() :]


class Tree:
    """The body of the base, and the stretches before and after it."""

    def __init__(self, doc: Instrument) -> None:
        self.doc = doc
        text = doc.text
        self.root = Node(Level.PART)
        self.override: str | None = None  # a new text for the whole body
        self.at = doc.body[0].start if doc.body else len(text)
        self.head, self.by_eid = text[: self.at], {}  # type: str, dict[str, Node]
        self._last: list[Node] = []  # the node built last, whose words may end in what belongs to the gap
        self.root.adopt([self._build(child, self.root) for child in doc.body])
        self.root.old_children = tuple(self.root.children)
        for last in self._last:
            own = last.raw
            last.raw = own.rstrip(BLANK)
            self.at -= len(own) - len(last.raw)
        for node in self.root.walk():
            node.old_raw = node.raw
        self.tail = text[self.at :]
        self.nodes = [node for child in self.root.children for node in child.walk()]
        self.style = Style(self.nodes)
        self.articles = [node for node in self.nodes if node.level is Level.ARTICLE]
        self.headings = [node for node in self.nodes if node.level in HEADING_LEVELS]

    def _build(self, provision: Provision, parent: Node) -> Node:
        text = self.doc.text
        node = Node(provision.level, provision.label, provision.number)
        words = provision.words_start
        if node.level in HEADING_LEVELS:  # a heading's name is its words here
            words = provision.start + len(provision.label)
            while words < provision.end and text[words] in GAP:
                words += 1
        node.parent, node.eid, node.start = parent, provision.eid, words
        for last in self._last:
            trimmed = last.raw.rstrip(BLANK)
            node.gap = last.raw[len(trimmed) :] + text[self.at : provision.start]
            last.raw = trimmed
        node.sep = text[provision.start + len(provision.label) : words]
        end = provision.children[0].start if provision.children else provision.end
        node.raw = text[words:end]
        self.at = end
        self.by_eid[provision.eid] = node
        self._last = [node]
        children = [self._build(child, node) for child in provision.children]
        node.children, node.old_children = children, tuple(children)
        return node

    def render(self) -> str:
        """The text as it is now."""
        if self.override is not None:
            return self.head + self.override + self.tail
        out = [self.head]
        first = True
        for child in self.root.children:
            for node in child.walk():
                same = node.gap is not None and (node.level is not Level.PARAGRAPH or self._kept_place(node))
                gap = "" if first else node.gap if same else self.style.gap(node)
                out += [gap or "", node.label, node.sep, node.words()]
                first = False
        return "".join(out) + self.tail

    @staticmethod
    def _kept_place(node: Node) -> bool:
        """Is a paragraph still the first of an article, or still not the first?"""
        parent = node.parent
        if parent is None or not parent.old_children or not parent.children:
            return False
        return (parent.children[0] is node) == (
            parent.old_children[0] is node
        ) and node in parent.old_children


def units(text: str) -> list[Node]:
    """New text as the paragraphs of one article, each with its items and points."""
    doc = parse("第一条\n" + text)
    whole = len(doc.articles) == 1 and doc.articles[0].end >= len(doc.text.rstrip())
    if not whole or len(doc.body) != 1:
        return [
            Node(Level.PARAGRAPH, "", (i + 1, 0), line) for i, line in enumerate(text.split("\n")) if line
        ]
    return [_new(child) for child in doc.articles[0].children]


def _new(provision: Provision) -> Node:
    text = provision.source
    end = provision.children[0].start if provision.children else provision.end
    node = Node(
        provision.level, provision.label, provision.number, text[provision.words_start : end].rstrip()
    )
    node.sep = text[provision.start + len(provision.label) : provision.words_start]
    node.adopt([_new(child) for child in provision.children])
    return node
