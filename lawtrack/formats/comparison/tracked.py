"""The new text over the old in Word, as tracked changes: accept all and the new text is left, reject all and the old.

The paragraphs are those of a clean copy of either text (word_copy). Articles follow the comparison, so that what only
got another number stays in place and shows its number as the change; an article that moved is deleted here and
inserted there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from lawtrack.compare import inline_ops
from lawtrack.formats.comparison.layout import Layout
from lawtrack.formats.comparison.tracked_pairs import LawLine, pairs_of_lines
from lawtrack.formats.instruments.docx import STYLES
from lawtrack.formats.word.parts import HEITI, clean, fonts, package
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.compare import Comparison, Op


def tracked_docx(comparison: Comparison, layout: Layout | None = None) -> bytes:
    r"""The bytes of the document; `layout.author` and `layout.date` sign the changes.

    >>> from lawtrack.compare import compare
    >>> tracked_docx(compare("第一条　甲。", "第一条　乙。"))[:4]
    b'PK\x03\x04'
    """
    layout = layout or Layout()
    title = comparison.new.title or comparison.old.title or translate("compare.untitled")
    old, new, ops = _operations(comparison)
    return package(_Writer(old, new, layout).paragraphs(ops), STYLES, title)


def _operations(comparison: Comparison) -> tuple[list[LawLine], list[LawLine], list[Op]]:
    """The lines of both texts, and the operations between them; each line ends in a line break but the last."""
    old: list[LawLine] = []
    new: list[LawLine] = []
    ops: list[Op] = []
    for before, after in pairs_of_lines(comparison):
        if before and after:
            ops += [*inline_ops(before.text, after.text), ("equal", "\n")]
        elif before:
            _append_line(ops, "delete", before.text)
        elif after:
            _append_line(ops, "insert", after.text)
        old += [before] if before else []
        new += [after] if after else []
    return old, new, _without_last_break(ops)


def _append_line(ops: list[Op], op: Literal["delete", "insert"], words: str) -> None:
    """Add a whole line; behind a paragraph that ends in the same kind of change, as part of that change.

    LibreOffice takes two such changes with only a paragraph's end between them for one, and would lose that end.
    """
    if ops[-1:] == [("equal", "\n")] and ops[-2:-1] and ops[-2][0] == op:
        ops[-1:] = [(op, f"\n{words}"), ("equal", "\n")]
    else:
        ops.append((op, f"{words}\n"))


def _without_last_break(ops: list[Op]) -> list[Op]:
    """The last paragraph's end is Word's own and cannot be tracked: both texts share it.

    Where only one text goes on at the end, its lines get their breaks in front: equal "A⏎", insert "B⏎" becomes
    equal "A", insert "⏎B".
    """
    last = max((at for at, (op, _) in enumerate(ops) if op == "equal"), default=-1)
    gone, come = (
        "".join(words for op, words in ops[last + 1 :] if op == side) for side in ("delete", "insert")
    )
    before = ops[: last + 1]
    if last >= 0 and not (gone and come):
        before = [*ops[:last], ("equal", ops[last][1].removesuffix("\n"))]
        gone, come = ("\n" + words if words else "" for words in (gone, come))
    tail: list[Op] = [("delete", gone.removesuffix("\n")), ("insert", come.removesuffix("\n"))]
    return [op for op in (*before, *tail) if op[1]]


@dataclass
class _Writer:
    """Writes paragraphs; knows which line of either text it stands in, and where in it."""

    old: Sequence[LawLine]
    new: Sequence[LawLine]
    layout: Layout
    at: dict[str, int] = field(default_factory=lambda: {"delete": 0, "insert": 0})
    column: dict[str, int] = field(default_factory=lambda: {"delete": 0, "insert": 0})
    changes: int = 0

    def paragraphs(self, ops: Sequence[Op]) -> Iterator[str]:
        """The paragraphs of the document in order."""
        runs: list[str] = []
        for op, words in ops:
            first, *others = words.split("\n")
            runs.append(self._runs(op, first))
            for other in others:
                yield self._paragraph(runs, op)
                runs = [self._runs(op, other)]
        yield self._paragraph(runs, "equal")

    def _paragraph(self, runs: list[str], op: str) -> str:
        """One paragraph; its end is inserted or deleted with what runs into it, a new style can be taken back."""
        mark = "" if op == "equal" else f"<w:rPr>{self._signed('ins' if op == 'insert' else 'del')}</w:rPr>"
        style = self._line("delete" if op == "delete" else "insert").style
        before = self._line("delete").style if op == "equal" else style
        if before != style:
            was = f'<w:pPr><w:pStyle w:val="{before}"/></w:pPr>'
            mark += f"{self._signed('pPrChange')[:-2]}>{was}</w:pPrChange>"
        for side in self._sides(op):
            self.at[side] += 1
            self.column[side] = 0
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{mark}</w:pPr>{"".join(runs)}</w:p>'

    def _runs(self, op: str, words: str) -> str:
        """The words as runs: an article's number in 黑体, as in the clean copy."""
        side = "delete" if op == "delete" else "insert"
        label = max(len(self._line(side).label) - self.column[side], 0)
        for passed in self._sides(op):
            self.column[passed] += len(words)
        found = _run(words[:label], HEITI, op) + _run(words[label:], None, op)
        if op == "equal" or not found:
            return found
        tag = "ins" if op == "insert" else "del"
        return f"{self._signed(tag)[:-2]}>{found}</w:{tag}>"

    def _line(self, side: str) -> LawLine:
        lines = self.old if side == "delete" else self.new
        return lines[min(self.at[side], len(lines) - 1)] if lines else LawLine("LawBody", "")

    @staticmethod
    def _sides(op: str) -> tuple[str, ...]:
        return ("delete", "insert") if op == "equal" else (op,)

    def _signed(self, tag: str) -> str:
        """The element of a change, still empty, with its number and author; a date only where one was given."""
        self.changes += 1
        date = f' w:date="{_attribute(self.layout.date)}"' if self.layout.date else ""
        return f'<w:{tag} w:id="{self.changes}" w:author="{_attribute(self.layout.author)}"{date}/>'


def _attribute(words: str) -> str:
    return clean(words).replace('"', "&quot;")


def _run(words: str, font: str | None, op: str) -> str:
    if not words:
        return ""
    properties = fonts(font) if font else '<w:rFonts w:hint="eastAsia"/>'
    tag = "w:delText" if op == "delete" else "w:t"
    pieces = f'</{tag}><w:tab/><{tag} xml:space="preserve">'.join(clean(words).split("\t"))
    return f'<w:r><w:rPr>{properties}</w:rPr><{tag} xml:space="preserve">{pieces}</{tag}></w:r>'
