"""Wide tables of clauses in Word: ruled, their head repeated on every page, changes marked as legislatures print them.

Marks: 黑体 for new words, shading (全国人大) or a frame (云南省人大常委会) for deleted ones, or colours.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from lawtrack.compare import Span
from lawtrack.formats.shapes import arranged, rows_marked
from lawtrack.formats.word.elements import (
    W,
    bookmark,
    element,
    fixed,
    paragraph,
    pieces_of,
    run,
    run_properties,
)
from lawtrack.formats.word.grid import cell, row, spotted, table
from lawtrack.formats.word.package import A3_ACROSS, A4_ACROSS, package
from lawtrack.formats.word.style_sheet import FANGSONG, HEITI, KAITI, XIAOBIAOSONG, Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from xml.etree.ElementTree import Element

    from lawtrack.formats.layout import Layout, Marks
    from lawtrack.formats.word.package import Page

STYLES: Final = (
    Style("Normal", "Normal", size=12, line=20),
    Style("TableTitle", "Title", XIAOBIAOSONG, 20, line=34, align="center", after=0.3),
    Style("TableNote", "对照表说明", KAITI, 12, line=20, first=2, after=0.15),
    Style("TableHead", "对照表表头", HEITI, 12, line=20, align="center"),
    Style("TableHeading", "heading 1", HEITI, 12, line=24, align="center", outline=0),
    Style("TableNarrowHeading", "heading 2", HEITI, 10.5, line=18, align="center", outline=1),
    Style("TableClause", "对照表条文", FANGSONG, 12, line=20, first=2),
    Style("TableNarrow", "对照表窄栏条文", FANGSONG, 10.5, line=16, first=2),
    Style("TableRemark", "对照表备注", FANGSONG, 10.5, line=17, align="left"),
    Style("TableBand", "对照表略", KAITI, 10.5, line=17, align="center"),
    Style("TableInner", "条文内表格", FANGSONG, 9, line=13, align="left"),
)
_BY_KEY: Final = {style.key: style for style in STYLES}
_MIDDLE: Final = frozenset({"TableHeading", "TableNarrowHeading"})
"""Styles whose rows stand in the middle of their height."""
WHOLE: Final = 44
"""A row of at most so many points (two lines) stays on one page, so that a page ends at most so high above its foot.

A page holds about four hundred. A longer row is torn. Word keeps two lines of a paragraph together in cells too;
LibreOffice does so only in rows that may not be torn at all (sw/source/core/text/widorp.cxx), so the PDF that is made with
it has its pages laid out once more (`lawtrack.formats.pdf.page_ends`).
"""
WITH_TABLE: Final = 200
"""A row with a table in its text stays on one page up to so many points: half a page, a table of eight or nine rows."""
MANY: Final = 4
"""Columns of texts that A4 across holds."""
_ORDER: Final = ("b", "strike", "color", "u", "bdr", "shd")
"""The order of run properties in the schema (CT_RPr)."""
NEW: Final[dict[Marks, tuple[str | None, dict[str, dict[str, str]]]]] = {
    "print": (HEITI, {"b": {}}),
    "frame": (HEITI, {"b": {}}),
    "colour": (None, {"color": {"val": "1B7A43"}, "u": {"val": "single"}}),
}
GONE: Final[dict[Marks, dict[str, dict[str, str]]]] = {
    "print": {"shd": {"val": "clear", "color": "auto", "fill": "CFCFCF"}},
    "frame": {"bdr": {"val": "single", "sz": "4", "space": "0", "color": "auto"}},
    "colour": {"strike": {}, "color": {"val": "B3261E"}},
}
"""Font and run properties of new and of deleted words; a colour is given once, the deletion's."""


@dataclass(frozen=True, slots=True)
class CellText:
    """What stands in a cell, in which paragraph style, and the `key` by which its row is known when it comes back."""

    spans: tuple[Span, ...] = ()
    style: str = "TableClause"
    key: str = ""


def plain(words: str, style: str, key: str = "") -> CellText:
    """A cell of unmarked words."""
    return CellText((Span(words),) if words else (), style, key)


def document(
    title: str,
    notes: Iterable[str],
    heads: Sequence[str],
    widths: Sequence[int],
    rows: Iterable[Sequence[CellText]],
    layout: Layout,
    after: Iterable[CellText] = (),
    *,
    texts: int = 2,
) -> bytes:
    """The bytes of a .docx with one table; `widths` are shares of the page's width, a row of one cell spans it.

    What stands `after` the table is paragraphs. `texts` is how many columns hold whole clauses: beyond MANY the
    paper is A3, unless the office has chosen.
    """
    page = paper_for(layout, texts)
    twips = [page.inner * width // sum(widths) for width in widths]
    lines = [_row([plain(head, "TableHead") for head in heads], twips, layout, head=True)]
    lines += [_row(cells, twips, layout) for cells in rows]
    _number_keys(lines)
    body = [
        paragraph("TableTitle", run(title)),
        *(paragraph("TableNote", run(note)) for note in notes),
        *([table(twips, lines), paragraph("TableRemark")] if len(lines) > 1 else []),
        *(part for words in after for part in _blocks(words, layout, page.inner)),
    ]
    return package(body, STYLES, title, layout, page)


def _number_keys(lines: Sequence[Element]) -> None:
    """Give the bookmarks of the rows their numbers."""
    for edge in ("bookmarkStart", "bookmarkEnd"):
        marks = (mark for line in lines for mark in line.iter(W + edge))
        for at, mark in enumerate(marks):
            mark.set(f"{W}id", str(at))


def paper_for(layout: Layout, texts: int) -> Page:
    """The page for a table of so many columns of clauses, across."""
    chosen = layout.office.paper
    return A3_ACROSS if chosen == "A3" or (chosen == "auto" and texts > MANY) else A4_ACROSS


def _row(cells: Sequence[CellText], twips: Sequence[int], layout: Layout, *, head: bool = False) -> Element:
    spanning = len(cells) == 1 < len(twips)
    widths = [sum(twips)] if spanning else twips
    middle = any(words.style in _MIDDLE for words in cells)
    most = WITH_TABLE if any("\t" in span.words for words in cells for span in words.spans) else WHOLE
    whole = all(_height(words, width) <= most for words, width in zip(cells, widths, strict=True))
    span = len(twips) if spanning else 1
    return row(
        [
            cell(width, *_filled(words, layout, width), span=span, middle=middle)
            for words, width in zip(cells, widths, strict=True)
        ],
        head=head,
        whole=whole or head,
    )


def _filled(words: CellText, layout: Layout, width: int) -> list[Element]:
    """What stands in a cell, which has to end in a paragraph (ECMA-376 part 1, 17.4.65)."""
    blocks = list(_blocks(words, layout, width - 200))
    if words.key:
        blocks = blocks or [paragraph(words.style)]
        blocks[0].extend(bookmark(words.key, 0))
    return blocks if blocks and blocks[-1].tag.endswith("}p") else [*blocks, paragraph(words.style)]


def _height(words: CellText, width: int) -> float:
    """About how many points a cell takes: a character is as wide as its type is high, two of them are the indent."""
    text = "".join(span.words for span in words.spans)
    style = _BY_KEY[words.style]
    room = max(int(width / (20 * style.size)) - 1, 1)
    lines = sum(1 + (len(line.strip()) + 2) // room for line in text.split("\n") if line.strip())
    return lines * style.line


def _blocks(words: CellText, layout: Layout, width: int) -> Iterator[Element]:
    """The paragraphs of a cell, and the tables in its text; rows of cells between tabs are a table."""
    lines = list(lines_of(words.spans))
    if not any("\t" in span.words for span in words.spans):
        for line in lines:
            yield paragraph(words.style, *(_run(span, layout.marks) for span in line))
        return
    rows = rows_marked(["".join(span.words for span in line) for line in lines], layout.tables)
    for tabbed, stretch in groupby(zip(rows, lines, strict=True), key=itemgetter(0)):
        if tabbed:
            yield _inner([split_cells(line) for _, line in stretch], layout, width)
        else:
            for _, line in stretch:
                yield paragraph(words.style, *(_run(span, layout.marks) for span in line))


def lines_of(spans: Iterable[Span]) -> Iterator[list[Span]]:
    """The lines with any words; blank ones and the white space before a line are the source's own layout."""
    line: list[Span] = []
    for span in (*spans, Span("\n")):
        words, new, gone = span
        if "\n" not in words:
            line.append(span)
            continue
        first, *others = words.split("\n")
        line.append(Span(first, new, gone))
        for other in others:
            if "".join(span.words for span in line).strip():
                yield list(_stripped(line))
            line = [Span(other, new, gone)]


def split_cells(line: Iterable[Span]) -> list[list[Span]]:
    """The cells of a row whose borders are tabs, each with its marked words."""
    cells: list[list[Span]] = [[]]
    for words, new, gone in line:
        first, *others = words.split("\t")
        cells[-1].append(Span(first, new, gone))
        cells += [[Span(other, new, gone)] for other in others]
    return [[span for span in one if span.words] for one in cells]


def _inner(rows: Sequence[Sequence[Sequence[Span]]], layout: Layout, width: int) -> Element:
    """A table inside a cell, as wide as the cell."""
    said = [["".join(span.words for span in one) for one in cells] for cells in rows]
    plan = arranged(said, layout.tables)
    twips = plan.twips(width)
    lines = []
    for cells, spots in zip(rows, plan.rows, strict=True):
        content = [[paragraph("TableInner", *(_run(span, layout.marks) for span in one))] for one in cells]
        lines.append(row(spotted(spots, twips, "TableInner", content)))
    return table(twips, lines, inset=40)


def _stripped(line: list[Span]) -> Iterator[Span]:
    """The spans of a line without its indentation."""
    if line[0].words and line[0].words[0] not in " 　":
        yield from (span for span in line if span.words)
        return
    begun = False
    for span in line:
        words = span.words if begun else span.words.lstrip(" 　")
        begun = begun or bool(words)
        if words:
            yield span._replace(words=words)


def _run(span: Span, marks: Marks) -> Element:
    return marked_run(span.words, marks, new=span.new, gone=span.gone)


def marked_run(
    words: str, marks: Marks, *, new: bool = False, gone: bool = False, font: str | None = None
) -> Element:
    """A run with the marks of new and of deleted words, in the schema's order."""
    return element("r", _marks(marks, font, new=new, gone=gone), *pieces_of(words))


@cache
def _marks(marks: Marks, font: str | None, *, new: bool, gone: bool) -> Element:
    """The properties of such a run, the font among them."""
    other, mine = NEW[marks] if new else (None, {})
    looks = {**mine, **(GONE[marks] if gone else {})}
    return run_properties(other or font, *(fixed(name, **looks[name]) for name in _ORDER if name in looks))
