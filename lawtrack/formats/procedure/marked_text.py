"""花脸稿: the new text in running paragraphs with what was deleted and what is new, readable in black and white."""

from __future__ import annotations

from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from lawtrack.compare import word_ops
from lawtrack.formats.comparison.tracked_pairs import LawLine, Paired, lines_paired
from lawtrack.formats.instruments.docx import STYLES
from lawtrack.formats.shapes import arranged
from lawtrack.formats.word.elements import W, paragraph, run
from lawtrack.formats.word.grid import row, spotted, table
from lawtrack.formats.word.package import UPRIGHT, package
from lawtrack.formats.word.style_sheet import HEITI, KAITI
from lawtrack.formats.word.tables import marked_run
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from lawtrack.compare import Comparison
    from lawtrack.formats.layout import Layout, Marks

Pair = tuple[LawLine | None, LawLine | None]


def marked_text_docx(comparison: Comparison, layout: Layout) -> bytes:
    r"""The bytes, the same each time: new words in 黑体, deleted ones shaded or framed, as `layout.marks` says.

    >>> from lawtrack.compare import compare
    >>> from lawtrack.formats.layout import Layout
    >>> marked_text_docx(compare("第一条　甲。", "第一条　乙。"), Layout())[:4]
    b'PK\x03\x04'
    """
    title = comparison.new.title or comparison.old.title or translate("compare.untitled")
    paired = lines_paired(comparison, layout.tables)
    body: list[Element] = []
    for tabbed, run_of in groupby(paired.pairs, paired.in_table):
        pairs = list(run_of)
        body += [_table(pairs, layout)] if tabbed else list(_paragraphs(pairs, paired, layout.marks))
    after_title = sum(1 for _ in takewhile(lambda block: _style(block) == "LawTitle", body))
    body.insert(after_title, paragraph("LawLegend", run(translate(f"compare.legend-{layout.marks}"))))
    return package(body, STYLES, title, layout)


def _style(block: Element) -> str:
    style = block.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def _paragraphs(pairs: Sequence[Pair], paired: Paired, marks: Marks) -> Iterator[Element]:
    for old, new in pairs:
        line = new or old
        assert line is not None, "a pair has at least one line"
        yield paragraph(line.style, *_said_of_move(old, new, paired), *_runs(old, new, paired, marks))


def _said_of_move(old: LawLine | None, new: LawLine | None, paired: Paired) -> Iterator[Element]:
    """Where a paragraph went, or from where it came."""
    alone = None if old and new else old or new
    if alone is None or id(alone) not in paired.moves:
        return
    label = paired.moves[id(alone)][1].label
    code = "compare.moved-here" if alone is new else "compare.moved-there"
    yield run(translate(code, label=label) if label else translate(f"{code}-bare"), KAITI)


def _runs(old: LawLine | None, new: LawLine | None, paired: Paired, marks: Marks) -> Iterator[Element]:
    """The words of a paragraph; an article's number is in 黑体, as in the clean copy."""
    if new and id(new) in paired.moves and old is None:
        old = paired.moves[id(new)][1]  # what is new in a paragraph that moved, against where it stood
    label = len(new.label) if new else 0
    at = 0
    for op, words in word_ops(old.text if old else "", new.text if new else ""):
        if op == "delete":
            yield marked_run(words, marks, gone=True)
            continue
        head = max(min(label - at, len(words)), 0)
        for part, font in ((words[:head], HEITI), (words[head:], None)):
            if part:
                yield marked_run(part, marks, new=op == "insert", font=font)
        at += len(words)


def _table(pairs: Sequence[Pair], layout: Layout) -> Element:
    drawn = []
    for old, new in pairs:
        before, after = (line.text.split("\t") if line else [] for line in (old, new))
        count = max(len(before), len(after))
        drawn.append([cells + [""] * (count - len(cells)) for cells in (before, after)])
    plan = arranged([after if any(after) else before for before, after in drawn], layout.tables)
    twips = plan.twips(UPRIGHT.inner)
    rows = []
    for spots, cells in zip(plan.rows, drawn, strict=True):
        words = zip(*cells, strict=True)
        content = [
            [paragraph("LawTable", *_cell_runs(before, after, layout.marks))] for before, after in words
        ]
        rows.append(row(spotted(spots, twips, "LawTable", content)))
    return table(twips, rows)


def _cell_runs(old: str, new: str, marks: Marks) -> Iterator[Element]:
    for op, words in word_ops(old, new):
        yield marked_run(words, marks, new=op == "insert", gone=op == "delete")
