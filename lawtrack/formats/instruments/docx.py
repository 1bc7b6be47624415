"""A clean copy of an instrument in Word, in the layout of Chinese official documents (GB/T 9704-2012)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from lawtrack.formats.flow import article_lines, heading_line, printed_label
from lawtrack.formats.shapes import rows_marked
from lawtrack.formats.word.elements import paragraph, run
from lawtrack.formats.word.grid import text_table
from lawtrack.formats.word.package import UPRIGHT, package
from lawtrack.formats.word.style_sheet import HEITI, KAITI, XIAOBIAOSONG, Style
from lawtrack.law import HEADING_LEVELS, SPACE, Level, TableRows, labelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from lawtrack.formats.layout import Layout
    from lawtrack.law import Block, Instrument, Provision

STYLES: Final = (
    Style("Normal", "Normal"),
    Style("LawTitle", "Title", XIAOBIAOSONG, 22, line=36, align="center", after=0.5),
    Style("LawNote", "题注", KAITI, align="center"),
    Style("LawLegend", "标记说明", KAITI, 12, line=20, align="center", after=0.5),
    Style("LawContentsTitle", "目录标题", HEITI, align="center", before=1, after=0.5),
    Style("LawContents", "目录行", left=2),
    Style("LawPart", "heading 1", XIAOBIAOSONG, 18, align="center", before=1, after=0.5, outline=0),
    Style("LawSubpart", "heading 2", HEITI, align="center", before=1, after=0.5, outline=1),
    Style("LawChapter", "heading 3", HEITI, align="center", before=1, after=0.5, outline=2),
    Style("LawSection", "heading 4", KAITI, align="center", before=0.5, after=0.5, outline=3),
    Style("LawBody", "条文", first=2),
    Style("LawAnnex", "附件", HEITI, outline=1, new_page=True),
    Style("LawSignature", "落款", align="right", left=4),
    Style("LawTable", "表格文字", size=12, line=18, align="left"),
)
HEADING_STYLES: Final = {
    Level.PART: "LawPart",
    Level.SUBPART: "LawSubpart",
    Level.CHAPTER: "LawChapter",
    Level.SECTION: "LawSection",
}
_BLOCKS: Final = {"header": "LawNote", "contents": "LawContents", "tail": "LawSignature"}


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the copy: its style, a label set in 黑体, its words. Tabs in the words are borders of cells."""

    style: str
    words: str
    label: str = ""


def docx_bytes(doc: Instrument, layout: Layout | None = None) -> bytes:
    r"""The bytes of a clean copy, the same each time; reading it back gives the same tree.

    >>> from lawtrack.law import parse
    >>> docx_bytes(parse("某市控烟条例\n第一条　为了健康，制定本条例。"))[:4]
    b'PK\x03\x04'
    """
    return package(blocks_printed(lines_of(doc), layout), STYLES, doc.title, layout)


def blocks_printed(lines: Sequence[Line], layout: Layout | None = None) -> Iterator[Element]:
    """The lines as paragraphs, and those that are rows (cells between tabs) as ruled tables, as wide as their file's."""
    tables = layout.tables if layout else ()
    marked = rows_marked([line.label + line.words for line in lines], tables)
    for in_table, group in groupby(zip(marked, lines, strict=True), key=itemgetter(0)):
        rows = [line for _, line in group]
        if in_table:
            cells = [(line.label + line.words).split("\t") for line in rows]
            yield text_table(cells, "LawTable", UPRIGHT.inner, tables)
        else:
            yield from map(printed, rows)


def lines_of(doc: Instrument) -> list[Line]:
    """The paragraphs of the copy in order: what stands before the body, the body, what stands after it."""
    begins = doc.body[0].start if doc.body else len(doc.text)
    rows = TableRows(doc)
    lines = [line for block in doc.blocks if block.start < begins for line in _block(block, doc, rows)]
    lines += [line for node in doc.body for line in _provision(node, rows)]
    return lines + [line for block in doc.blocks if block.start > begins for line in _block(block, doc, rows)]


def printed(line: Line) -> Element:
    """The line as a paragraph of the document."""
    label = [run(line.label, HEITI)] if line.label else []
    return paragraph(line.style, *label, run(line.words))


def _block(block: Block, doc: Instrument, rows: TableRows) -> Iterator[Line]:
    if block.kind == "title":
        yield Line("LawTitle", doc.title.replace("\t", SPACE))
        return
    style = _BLOCKS.get(block.kind, "LawBody")
    for at, words in enumerate(rows.lines(block)):
        if at == 0 and block.kind == "contents":
            yield Line("LawContentsTitle", words)
        elif at == 0 and block.kind == "annex":
            yield Line("LawAnnex", words)
        else:
            yield Line(style, words)


def _provision(node: Provision, rows: TableRows) -> Iterator[Line]:
    below = node.children
    if node.level in HEADING_LEVELS:
        yield Line(HEADING_STYLES[node.level], heading_line(node.label, node.heading))
    elif node.level is Level.ARTICLE:
        yield from _article(node)
        below = (*below[0].children, *below[1:]) if below else ()
    elif node.label or node.lead:
        yield Line("LawBody", rows.of(node) or labelled(node.label, node.lead))
    for child in below:
        yield from _provision(child, rows)


def _article(node: Provision) -> Iterator[Line]:
    first = node.children[0].lead if node.children else ""
    for label, words in article_lines(printed_label(node), first):
        yield Line("LawBody", words, label)
