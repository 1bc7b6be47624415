"""What is not an article: title, preamble (引言), headings, contents page, annexes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.amend.applying.annexes import goes_on, numbered, stretch_inside
from lawtrack.amend.applying.places import Refusal
from lawtrack.amend.applying.words import occurrences
from lawtrack.amend.reading.annexes import annex_name
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from lawtrack.amend.applying.places import Places
    from lawtrack.amend.applying.tree import Node, Tree
    from lawtrack.amend.model import Address, Operation

_LABEL: Final = compile_on_use(
    r"^(?:第[一二三四五六七八九十百〇零]+(?:分编|编|章|节)|[一二三四五六七八九十]+、)[ 　\t]*"
)


class Blocks:
    """Edits of the stretches before and after the body, in offsets of the base."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.edits: list[tuple[int, int, str]] = []
        self.by: dict[tuple[int, int, str], int] = {}  # the instruction that an edit comes from

    def _put(self, start: int, end: int, text: str, by: int, place: str, *, restates: bool = False) -> None:
        """One edit more; refused where it meets one of another instruction. A restated text takes over its own."""
        edit = (start, end, text)
        for other in list(self.edits):
            low, high, _ = other
            if other == edit or not ((low < end and start < high) or start < low == high < end):
                continue
            if not (restates and self.by.get(other) == by):
                raise Refusal("amend.conflict", place=place)
            self.edits.remove(other)
        if edit not in self.edits:
            self.edits.append(edit)
            self.by[edit] = by

    def _stretches(self, at: Address) -> list[tuple[int, int]]:
        """Where a block is; of annexes all that are called so, where only 附件 is said."""
        blocks = [block for block in self.tree.doc.blocks if block.kind == at.block]
        if at.block == "annex" and at.annex:
            text = self.tree.doc.text
            names = [annex_name(text[block.start : block.end].lstrip()) for block in blocks]
            if at.annex[-1].isdigit():
                blocks = [block for block, name in zip(blocks, names, strict=True) if name == at.annex]
            elif any(name.startswith(at.annex) for name in names):
                blocks = [
                    block for block, name in zip(blocks, names, strict=True) if name.startswith(at.annex)
                ]
        if not blocks:
            raise Refusal("amend.no-such-place", place=at.label)
        stretches = [(block.start, block.end) for block in blocks]
        return [self._inside(at, *stretch) for stretch in stretches] if at.inner else stretches

    def _inside(self, at: Address, start: int, end: int) -> tuple[int, int]:
        """The place named below an annex; refused where its numbers do not say which it is."""
        stretch = stretch_inside(self.tree.doc.text, start, end, at.inner)
        if stretch is None:
            raise Refusal("amend.no-such-place", place=at.label)
        return stretch

    def replace(self, at: Address, text: str, places: Places, by: int, *, restates: bool = False) -> None:
        """A new title, preamble, heading, annex."""
        if at.block == "heading" or (at.headings and not at.block):
            node = places.heading(at)
            lines = text.split("\n")
            if len(lines) > 1:
                raise Refusal("amend.count-differs", place=at.label, expected=1, found=len(lines))
            self.rename(node, text.rstrip("。；"), by)
        elif at.block == "after":
            self._replace_after(text, by)
        elif at.block == "preamble" and not at.paragraph:
            self._replace_preamble(text, by)
        elif at.block in ("title", "preamble", "annex", "contents"):
            stretches = self._stretches(at)
            if len(stretches) > 1 and text:
                raise Refusal("amend.several-places", place=at.label)
            if at.inner and len(stretches) > 1:
                raise Refusal("amend.several-places", place=at.label)
            if at.inner:
                self._replace_inside(at, text, stretches[0], by)
                return
            for stretch in stretches:
                start, end = self._line(*stretch, at) if at.paragraph else stretch
                if not text and not at.paragraph:  # what stood between it and the text goes with it
                    start = len(self.tree.doc.text[:start].rstrip())
                self._put(start, end, text, by, at.label, restates=restates)
        else:
            raise Refusal("amend.no-such-place", place=at.label)

    def _replace_inside(self, at: Address, text: str, stretch: tuple[int, int], by: int) -> None:
        """A new line for one of an annex, under its number; one that goes would leave the numbers after it open."""
        old = self.tree.doc.text[slice(*stretch)]
        label, new = numbered(old), numbered(text)
        if not text or "\n" in old or (new and new != label):
            raise Refusal("amend.annex-lines", place=at.label)
        text = text if new else label + text
        mark = old[-1:] if old[-1:] in "。；" and text[-1:] not in "。；" else ""
        self._put(*stretch, text + mark, by, at.label)

    def _replace_preamble(self, text: str, by: int) -> None:
        """A new preamble; where the base has none it comes before the first chapter or article."""
        preambles = [block for block in self.tree.doc.blocks if block.kind == "preamble"]
        if preambles:
            self._put(preambles[0].start, preambles[-1].end, text, by, "引言")
        elif text:
            at = len(self.tree.head)
            self._put(at, at, text + "\n", by, "引言")

    def _replace_after(self, text: str, by: int) -> None:
        """A new text for everything after the body."""
        behind = [block for block in self.tree.doc.blocks if block.kind in ("annex", "tail")]
        end = len(self.tree.doc.text.rstrip())
        if behind:
            self._put(behind[0].start, end, text, by, "附件")
        else:
            self._put(end, end, "\n" + text, by, "附件")

    def add_annex(self, at: Address, text: str, by: int) -> None:
        """One annex more, behind the text and the annexes that it has; refused where there is one of that name."""
        doc = self.tree.doc
        names = {annex_name(block.text.lstrip()) for block in doc.blocks if block.kind == "annex"}
        if at.annex in names:
            raise Refusal("amend.conflict", place=at.label)
        end = len(doc.text.rstrip())
        self._put(end, end, "\n" + text, by, at.label)

    def add_lines(self, operation: Operation, at: Address, by: int) -> None:
        """Numbered lines at the end of an annex, which go on from its last number; any others would move numbers."""
        stretches, text = self._stretches(at), operation.text or ""
        number = operation.to.item if operation.to and operation.level == "item" else None
        start, end = stretches[0]
        if operation.side == "after" and len(at.inner) == 1:
            start, end = next((b.start, b.end) for b in self.tree.doc.blocks if b.start <= start < b.end)
        elif at.inner or operation.side:
            raise Refusal("amend.annex-lines", place=at.label)
        last = at.inner[0][1] if at.inner else None
        whole = self.tree.doc.text[start:end].rstrip()
        if len(stretches) > 1 or number is None or not goes_on(whole, text, number, last):
            raise Refusal("amend.annex-lines", place=at.label)
        self._put(start + len(whole), start + len(whole), "\n" + text, by, at.label)

    def _line(self, start: int, end: int, at: Address) -> tuple[int, int]:
        """One natural paragraph of a stretch."""
        assert at.paragraph is not None
        text, lines = self.tree.doc.text, []
        for match in re.finditer(r"[^\r\n]+", text[start:end]):
            words = match[0].strip(" \t　")
            if words and len(words) > 4:
                lead = len(match[0]) - len(match[0].lstrip(" \t　"))
                lines.append((start + match.start() + lead, start + match.end()))
        index = at.paragraph - 1 if at.paragraph > 0 else at.paragraph
        if not -len(lines) <= index < len(lines):
            raise Refusal("amend.no-such-place", place=at.label)
        return lines[index]

    def rename(self, node: Node, text: str, by: int) -> None:
        """Give a heading its new name; the number in front of it stays its own."""
        label = _LABEL.match(text)
        name = text[label.end() :] if label else text
        if not name.strip() or node.replaced is not None:
            raise Refusal("amend.conflict", place=node.label)
        node.raw, node.spans, node.replaced = name.strip(), [], by
        node.sep = node.sep or " "
        node.mark(by)

    def edit_words(self, operation: Operation, at: Address, by: int) -> None:
        """Words of the title, the preamble, an annex."""
        stretches = self._stretches(at)
        if at.paragraph:
            stretches = [self._line(*stretches[0], at)]
        if at.block == "annex" and operation.side == "end" and len(stretches) == 1:
            _, end = stretches[0]
            end = len(self.tree.doc.text[:end].rstrip())
            self._put(end, end, "\n" + (operation.text or ""), by, at.label)
            return
        changed = [self._within(operation, start, end, by) for start, end in stretches]
        if not any(changed):
            raise Refusal("amend.no-such-words", place=at.label, words=operation.words)

    def words(self, operation: Operation, by: int) -> bool:
        """Words anywhere outside the articles; says whether they were found."""
        replaced = [
            self._within(operation, block.start, block.end, by)
            for block in self.tree.doc.blocks
            if block.kind in ("title", "preamble", "annex")
        ]
        return any(replaced)

    def _within(self, operation: Operation, start: int, end: int, by: int) -> bool:
        text = self.tree.doc.text
        spans = occurrences(text[start:end], operation.words)
        for a, b in spans:
            low, high = (
                (a, b) if operation.op != "insert-words" else (b, b) if operation.side == "after" else (a, a)
            )
            self._put(start + low, start + high, operation.text or "", by, f"“{operation.words}”")
        return bool(spans)

    def head(self, head: str) -> str:
        """The stretch before the body with its edits."""
        return _spliced(head, self.edits, 0)

    def tail(self, tail: str) -> str:
        """The stretch after the body with its edits."""
        return _spliced(tail, self.edits, len(self.tree.doc.text) - len(tail))


def _spliced(text: str, edits: list[tuple[int, int, str]], offset: int) -> str:
    for start, end, new in sorted(edits, reverse=True):
        if offset <= start and end <= offset + len(text):
            text = text[: start - offset] + new + text[end - offset :]
    return text
