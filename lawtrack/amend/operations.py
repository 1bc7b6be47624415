"""What each operation does to the tree: units replaced, inserted, deleted, renumbered, moved, split, joined."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.amend.blocks import Blocks
from lawtrack.amend.model import Address, Fault, Operation, fault
from lawtrack.amend.places import Places, Refusal
from lawtrack.amend.tree import Node, Span, Tree, units
from lawtrack.amend.word_edits import WordEdits
from lawtrack.amend.words import sentence_span
from lawtrack.law.lines import number_of
from lawtrack.law.model import HEADING_LEVELS, Level, Number
from lawtrack.law.numerals import NUMERAL_CLASS, article_label

if TYPE_CHECKING:
    from collections.abc import Iterator

_ARTICLE: Final = re.compile(rf"^第[{NUMERAL_CLASS}]+条(?:之[一二三四五六七八九十]+)?(?=[ 　\t\n]|$)")
_LOOSE: Final = re.compile(rf"^第[{NUMERAL_CLASS}]+条(?:之[一二三四五六七八九十]+)?")
_HEADING: Final = re.compile(rf"^第[{NUMERAL_CLASS}]+(编|分编|章|节)[ 　\t]*(.*)$")
_ITEM: Final = re.compile(r"^(?:[（(][一二三四五六七八九十百]+[）)]|\d{1,3}[.．、](?!\d)|[（(]\d{1,3}[）)])\s*")
_FINAL: Final = "。；：;:.，、"
LEVELS: Final = {
    "article": Level.ARTICLE,
    "paragraph": Level.PARAGRAPH,
    "item": Level.ITEM,
    "point": Level.POINT,
    "chapter": Level.CHAPTER,
    "section": Level.SECTION,
    "part": Level.PART,
}


class Move:
    """A unit on its way to a place of the new numbering that may not exist yet."""

    __slots__ = ("by", "followers", "node", "to")

    def __init__(self, node: Node, to: Address, by: int) -> None:
        self.node, self.to, self.by = node, to, by
        self.followers: list[Node] = []  # more units of its new text


class Operations:
    """Carries out operations one by one; what depends on the new numbering is kept for the end (renumber.py)."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.places = Places(tree)
        self.blocks = Blocks(tree)
        self.words = WordEdits(self.places, self.blocks)
        self.by = 0
        self.notes: list[Fault] = []
        self.moves: list[Move] = []
        self.new_articles: list[Node] = []
        self.new_headings: list[Node] = []
        self.kept_numbers = False
        self.declared_by: dict[Node, int] = {}
        self.into: dict[Node, Node] = {}  # what an absorbed unit is part of now
        self.moved: set[Node] = set()
        self.chapters: list[str] = []  # every heading with the article that it begins with, where all are given anew
        self.poured: list[tuple[Node, list[Node]]] = []

    def begin(self, by: int) -> None:
        """Start the instruction with that index."""
        self.by, self.notes = by, []
        self.words.begin(by, self.notes)

    def do(self, operation: Operation) -> None:
        """Carry out one operation; raises Refusal with the reason where it cannot be."""
        if operation.op.endswith("-words"):
            self.words.do(operation)
        else:
            getattr(self, "_" + operation.op)(operation)

    # ------------------------------------------------------------------------------------- replace

    def _replace(self, operation: Operation) -> None:
        at, text = operation.at, operation.text
        assert at is not None
        if len(operation.sources) > 1:
            self._replace_together(operation)
            return
        if at.block == "body":
            self.tree.override = text
            return
        if at.block == "chapters":
            self.chapters = (text or "").split("\n")
            return
        if at.block or (at.headings and not at.article):
            self.blocks.replace(at, text or "", self.places, self.by)
            return
        node = self.places.find(at)
        if at.sentence or at.part:
            self._replace_part(node, at, text)
            return
        self._free(node, at, operation.restates)
        self._fill(node, text)
        node.mark(self.by)

    def _replace_together(self, operation: Operation) -> None:
        """第一款、第二款修改为: as many new units as old ones, one each; else they take the place of all."""
        blocks = [at for at in operation.sources if at.block]
        nodes = [self.places.find(at) for at in operation.sources if not at.block]
        if blocks or not nodes:
            raise Refusal("amend.count-differs", place=operation.target, expected=len(operation.sources), found=1)
        text = operation.text or ""
        if any(node.level is not nodes[0].level for node in nodes):
            raise Refusal("amend.not-understood", words=operation.target)
        for node, at in zip(nodes, operation.sources, strict=True):
            self._free(node, at)
            node.mark(self.by)
        pieces = (
            _articles(text) if nodes[0].level is Level.ARTICLE else [(None, _spelled(n)) for n in self._units(text, nodes[0].level)]
        )
        if len(pieces) == len(nodes):
            for node, (_, piece) in zip(nodes, pieces, strict=True):
                self._fill(node, piece)
            return
        if nodes[0].level is Level.ARTICLE:
            raise Refusal("amend.count-differs", place=operation.target, expected=len(nodes), found=len(pieces))
        self._fill(nodes[0], text)
        for node in nodes[1:]:
            node.gone = True

    def _replace_part(self, node: Node, at: Address, text: str) -> None:
        holder = node.children[0] if node.level is Level.ARTICLE and node.children else node
        raw = holder.raw
        if at.sentence:
            span = sentence_span(raw, at.sentence)
            if span is None:
                raise Refusal("amend.no-such-place", place=at.label)
            self._span(holder, *span, text)
        elif at.part == "lead":
            tail = raw[-1] if raw and raw[-1] in "：:" and text[-1:] not in "：:" else ""
            self._span(holder, 0, len(raw), text.rstrip("。") + tail if tail else text)
        else:
            raise Refusal("amend.no-anchor", words=at.label)

    def _span(self, node: Node, start: int, end: int, text: str) -> None:
        node.spans.append(Span(start, end, text, self.by))
        node.mark(self.by)

    def _free(self, node: Node, at: Address, restates: bool = False) -> None:
        """Refuse a second new text for the same unit; a restated one takes over its own words' edits."""
        if node.replaced is not None or node.gone:
            raise Refusal("amend.conflict", place=at.label)
        if restates:
            for below in node.walk():
                below.spans = [span for span in below.spans if span.by != self.by]
        node.replaced = self.by

    def _fill(self, node: Node, text: str) -> None:
        """Give `node` the new text; for what is more than one unit, the rest goes after it."""
        if node.level is Level.ARTICLE:
            label = _ARTICLE.match(text)
            children = units(text[label.end() :].lstrip(" 　\t\n") if label else text)
            kept = [child for child in node.children if child.left]
            node.spans = []
            node.raw = ""
            node.sep = node.sep if node.eid and not node.sep.strip() else self.tree.style.sep(node)
            node.adopt(children)
            node.incoming = []
            for child in kept:
                child.parent = node
            return
        fresh = self._units(text, node.level)
        if not fresh:
            raise Refusal("amend.no-text", words=text[:20])
        first, *more = fresh
        node.raw, node.spans = _with_final(first.raw, node), []
        if first.children or node.level is Level.PARAGRAPH:
            node.adopt(first.children)
        on_its_way = next((move for move in self.moves if move.node is node), None)
        for previous, extra in zip([node, *more], more, strict=False):
            extra.parent, extra.anchor = node.parent, previous
            extra.mark(self.by)
            if on_its_way is not None:
                on_its_way.followers.append(extra)
            elif node.parent is not None:
                node.parent.incoming.append(extra)

    def _units(self, text: str, level: Level) -> list[Node]:
        """New text as units of `level`: paragraphs, items or points."""
        paragraphs = units(text)
        if level is Level.PARAGRAPH:
            return paragraphs
        items = [item for paragraph in paragraphs for item in paragraph.children]
        if items and not any(paragraph.raw for paragraph in paragraphs):
            for item in items:
                item.level = level
            return items
        found = []
        for line in text.split("\n"):
            mark = _ITEM.match(line)
            node = Node(level, mark[0].strip() if mark else "", number_of(mark[0].strip()) if mark else (0, 0))
            node.raw = line[mark.end() :] if mark else line
            found.append(node)
        return found

    # -------------------------------------------------------------------------------------- insert

    def _insert(self, operation: Operation) -> None:
        level = LEVELS[operation.level]
        if level in HEADING_LEVELS:
            self._insert_heading(operation, level)
        elif level is Level.ARTICLE:
            self._insert_article(operation)
        else:
            self._insert_below(operation, level)

    def _insert_article(self, operation: Operation) -> None:
        numbers: list[Number | None] = [target.article for target in operation.targets]
        anchor = None
        if operation.at and operation.at.article and operation.side:
            anchor = self.places.find(operation.at)
        if not numbers and anchor is None:
            raise Refusal("amend.no-anchor", words="增加一条")
        numbers = numbers or [None] * max(operation.count, 1)
        if operation.count and operation.count != len(numbers):
            raise Refusal("amend.count-differs", place=operation.target, expected=operation.count, found=len(numbers))
        if operation.text is None:
            made = [Node(Level.ARTICLE) for _ in numbers]
            for node, number in zip(made, numbers, strict=True):
                self._declare(node, number)
            self.new_articles += made
        else:
            made = self._new_articles(operation.text, numbers, operation.target)
        for index, node in enumerate(made):
            branch = node.declared is not None and node.declared[1] > 0
            self.kept_numbers |= branch
            if index and (anchor or branch) and (branch or node.declared is None):
                node.anchor, node.side = made[index - 1], "after"
            elif anchor is not None and (branch or node.declared is None):
                node.anchor, node.side = anchor, operation.side
            if operation.at and operation.at.headings:
                node.parent = self.places.heading(operation.at)

    def _new_articles(self, text: str, numbers: list[Number | None], place: str) -> list[Node]:
        """New articles with their declared numbers; a text for several is cut at their labels, or line by line."""
        pieces = _articles(text) if len(numbers) > 1 or _LOOSE.match(text) else [(None, text)]
        headed = [line for line in text.split("\n") if _HEADING.match(line)]
        pieces = self._hand_out(pieces, numbers)
        if len(pieces) != len(numbers):
            lines = [line for line in text.split("\n") if line and line not in headed]
            if len(lines) != len(numbers) or any(label for label, _ in pieces):
                raise Refusal("amend.count-differs", place=place, expected=len(numbers), found=len(pieces))
            pieces = [(None, line) for line in lines]
        made = []
        for number, (label, piece) in zip(numbers, pieces, strict=True):
            if label is not None and number is not None and label != number:
                raise Refusal("amend.number-taken", place=article_label(label))
            node = Node(Level.ARTICLE)
            node.adopt(units(piece))
            self._declare(node, number)
            node.mark(self.by)
            if headed:
                node.parent = next((h for h in self.new_headings if self.by in h.by), None)
            made.append(node)
        self.new_articles += made
        return made

    def _hand_out(
        self, pieces: list[tuple[Number | None, str]], numbers: list[Number | None]
    ) -> list[tuple[Number | None, str]]:
        """Give the texts that belong to articles renumbered in the same instruction to these; the rest is new."""
        if len(pieces) <= len(numbers):
            return pieces
        renumbered = {node.declared: node for node in self.tree.articles if node.declared and self.by in node.by}
        rest = []
        for label, piece in pieces:
            node = renumbered.get(label) if label not in numbers else None
            if node is None:
                rest.append((label, piece))
                continue
            self._free(node, Address(article=node.number))
            self._fill(node, piece)
            node.parent = next((h for h in self.new_headings if self.by in h.by), node.parent)
        return rest

    def _declare(self, node: Node, number: Number | None) -> None:
        if number is None:
            return
        if node.declared is not None and node.declared != number:
            raise Refusal("amend.conflict", place=article_label(number))
        node.declared = number
        self.declared_by[node] = self.by

    def _insert_below(self, operation: Operation, level: Level) -> None:
        at, text = operation.at, operation.text or ""
        to = operation.to
        made = self._units(text, level)
        if operation.count and len(made) != operation.count:
            raise Refusal("amend.count-differs", place=operation.target, expected=operation.count, found=len(made))
        numbers = [getattr(target, operation.level) for target in operation.targets]
        for index, node in enumerate(made):
            node.declared = (numbers[index], 0) if index < len(numbers) and numbers[index] else None
            node.mark(self.by)
        if to and to.article and (at is None or to.article != at.article) and self._is_new(to.article):
            self.moves += [Move(node, target, self.by) for node, target in zip(made, operation.targets, strict=False)]
            return
        if at is None:
            raise Refusal("amend.no-anchor", words=operation.target)
        parent = self._parent(at, to, level)
        if parent.replaced is not None:
            raise Refusal("amend.conflict", place=at.label)
        if not numbers:
            self._anchor(made, at, operation.side, parent)
        for node in made:
            node.parent = parent
        parent.incoming += made
        parent.mark(self.by)

    def _is_new(self, number: Number) -> bool:
        """Is that number declared for a new article, so that a place in it cannot be one of the old text?"""
        return any(node.declared == number for node in self.new_articles)

    def _parent(self, at: Address, to: Address | None, level: Level) -> Node:
        article = replace(at, paragraph=None, item=None, point=None, part="", sentence=0)
        if level is Level.PARAGRAPH:
            return self.places.find(article)
        if level is Level.POINT:
            return self.places.find(replace(at, point=None, part="", sentence=0))
        paragraph = at.paragraph or (to.paragraph if to else None)
        if paragraph:
            return self.places.find(replace(article, paragraph=paragraph))
        node = self.places.find(article)
        if node.level is Level.ARTICLE and len(node.old_children) == 1:
            return node.old_children[0]
        return self.places.holder_of_items(node, at)

    def _anchor(self, made: list[Node], at: Address, side: str, parent: Node) -> None:
        """A place beside a unit named: 第二款后增加一款."""
        node = self.places.find(at)
        if node is parent or not side:  # at the end, as 增加一款 without a number means
            node, side = (parent.old_children[-1], "after") if parent.old_children else (None, "after")
        for index, new in enumerate(made):
            new.anchor, new.side = (made[index - 1], "after") if index else (node, side)

    def _insert_heading(self, operation: Operation, level: Level) -> None:
        at = operation.at
        node = Node(level, raw=operation.words)
        lines = (operation.text or "").split("\n") if operation.text else []
        if lines and (match := _HEADING.match(lines[0])):
            node.raw = node.raw or match[2].strip()
            lines = lines[1:]
        if not node.raw:
            raise Refusal("amend.no-text", words=operation.target)
        if operation.to and operation.to.headings:
            node.declared = (operation.to.headings[-1][1], 0)
        if at and at.headings:
            node.anchor = self.places.heading(at)
            node.side = operation.side or "within"
        node.mark(self.by)
        if lines:
            labelled = [label for label, _ in _articles("\n".join(lines))]
            made = self._new_articles("\n".join(lines), list(labelled), operation.target)
            for article in made:
                article.parent = node
        self.new_headings.append(node)

    # -------------------------------------------------------------------------------------- delete

    def _delete(self, operation: Operation) -> None:
        at = operation.at
        assert at is not None
        if at.block == "headings":
            for node in self.tree.headings:
                node.gone = True
                node.mark(self.by)
            return
        if at.block == "heading" and at.headings:
            node = self.places.heading(at)
            node.gone = True
            node.mark(self.by)
            return
        if at.block in ("annex", "preamble", "after"):
            self.blocks.replace(at, "", self.places, self.by)
            return
        if at.block:
            raise Refusal("amend.no-such-place", place=at.label)
        node = self.places.find(at)
        if at.sentence or at.part:
            self._replace_part(node, at, "")
            return
        if node.gone or node.replaced is not None:
            raise Refusal("amend.conflict", place=at.label)
        for below in node.walk() if node.level in HEADING_LEVELS else (node,):
            below.gone = True
            below.mark(self.by)

    # ----------------------------------------------------------------------- renumber, move, split, join

    def _renumber(self, operation: Operation) -> None:
        at, to = operation.at, operation.to
        assert at is not None
        assert to is not None
        if at.block == "order":
            self.kept_numbers |= operation.side == "kept"
            return
        node = self.places.find(at)
        node.mark(self.by)
        if at.headings and not at.article:
            node.declared = (to.headings[-1][1], 0) if to.headings else None
            self.declared_by[node] = self.by
        elif at.level == "article":
            self._declare(node, to.article)
            if to.headings:
                node.parent = self.places.heading(to)
                self.moved.add(node)
        else:
            node.declared = (getattr(to, at.level) or 0, 0)
            self.declared_by[node] = self.by

    def _move(self, operation: Operation) -> None:
        at, to = operation.at, operation.to
        assert at is not None
        assert to is not None
        node = self.places.find(at)
        if node.left or node.gone:
            raise Refusal("amend.conflict", place=at.label)
        node.left = True
        node.mark(self.by)
        if node.parent is not None and node.level is not Level.ARTICLE:
            node.parent.mark(self.by)
        self.moves.append(Move(node, to, self.by))

    def _split(self, operation: Operation) -> None:
        at, text = operation.at, operation.text
        assert at is not None
        node = self.places.find(at)
        if text is None:
            if operation.targets:
                self._declare(node, operation.targets[0].article)
            return
        if node.level is not Level.ARTICLE:
            pieces = self._units(text, node.level)
            if operation.count and len(pieces) != operation.count:
                raise Refusal("amend.count-differs", place=at.label, expected=operation.count, found=len(pieces))
            self._free(node, at)
            self._fill(node, text)
            node.mark(self.by)
            return
        numbers = [target.article for target in operation.targets]
        cut = _articles(text)
        if operation.count and len(cut) != operation.count or numbers and len(cut) != len(numbers):
            raise Refusal("amend.count-differs", place=at.label, expected=operation.count, found=len(cut))
        self._free(node, at)
        self._fill(node, cut[0][1])
        node.mark(self.by)
        self._declare(node, numbers[0] if numbers else cut[0][0])
        rest = "\n".join(piece if label is None else f"{article_label(label)}　{piece}" for label, piece in cut[1:])
        made = self._new_articles(rest, list(numbers[1:]) or [label for label, _ in cut[1:]], at.label)
        for index, extra in enumerate(made):
            extra.anchor = made[index - 1] if index else node

    def _join(self, operation: Operation) -> None:
        sources, to = operation.sources, operation.to
        nodes = [self.places.find(at) for at in sources]
        for node, at in zip(nodes, sources, strict=True):
            if node.gone or node.left or node.replaced is not None:
                raise Refusal("amend.conflict", place=at.label)
            node.mark(self.by)
        first, *rest = nodes
        if to is not None and to.level == "article" and any(node.level is not Level.ARTICLE for node in nodes):
            self._gather(nodes, to, operation.text)
            return
        if operation.text is None:
            self._pour(first, rest)
        else:
            self._free(first, sources[0])
            self._fill(first, operation.text)
        for node in rest:
            node.gone = True
            self.into[node] = first
        if to is not None:
            number = to.article if first.level is Level.ARTICLE else (getattr(to, to.level) or 0, 0)
            self._declare(first, number)

    def _gather(self, nodes: list[Node], to: Address, text: str | None) -> None:
        """Paragraphs of one article or several become an article of their own."""
        for node in nodes:
            node.left = True
            node.gone = text is not None
        if text is None:
            self.moves += [Move(node, to, self.by) for node in nodes]
        else:
            made = self._new_articles(text, [to.article], to.label)
            self.into.update((node, made[0]) for node in nodes)

    def _pour(self, first: Node, rest: list[Node]) -> None:
        """Join without a new text: what the others hold follows in order, unless it is moved by name."""
        if first.level is not Level.ARTICLE:
            raise Refusal("amend.no-text", words="合并")
        self.poured.append((first, rest))

    def touched(self) -> dict[int, tuple[tuple[str, ...], tuple[str, ...]]]:
        """For each instruction the labels of the articles that it changed, before and after."""
        found: dict[int, tuple[list[str], list[str]]] = {}
        for node in self._everything():
            article = node.article
            for by in node.by:
                old, new = found.setdefault(by, ([], []))
                if article is not None:
                    if article.eid and article.number != (0, 0) and _old_label(article) not in old:
                        old.append(_old_label(article))
                    if not article.gone and article.label not in new:
                        new.append(article.label)
        return {by: (tuple(old), tuple(new)) for by, (old, new) in found.items()}

    def _everything(self) -> Iterator[Node]:
        seen = set()
        for node in (*self.tree.nodes, *(n for child in self.tree.root.children for n in child.walk())):
            if id(node) not in seen:
                seen.add(id(node))
                yield node


def _old_label(article: Node) -> str:
    return article.old_label or article.label


def _articles(text: str) -> list[tuple[Number | None, str]]:
    """New text of several articles, cut at their labels: (number, words)."""
    found: list[tuple[Number | None, list[str]]] = []
    for line in text.split("\n"):
        label = _ARTICLE.match(line)
        if label is None and (loose := _LOOSE.match(line)) and not found:
            label = loose
        if label and (not found or found[-1][0] is None or number_of(label[0]) > found[-1][0]):
            found.append((number_of(label[0]), [line[label.end() :].lstrip(" 　\t")]))
        elif found:
            found[-1][1].append(line)
        elif not _HEADING.match(line):
            found.append((None, [line]))
    return [(number, "\n".join(lines).strip("\n")) for number, lines in found]


def _spelled(node: Node) -> str:
    """A unit made from new text, as text again."""
    return "\n".join(below.label + below.sep + below.raw for below in node.walk())


def _with_final(new: str, node: Node) -> str:
    """New words end as the old ones did where the decision leaves the mark out."""
    old = node.raw
    marks = _FINAL if node.level in (Level.ITEM, Level.POINT) else "。"
    if new and old and new[-1] not in _FINAL and old[-1] in marks:
        return new + old[-1]
    return new
