"""Wide tables of clauses in Word: ruled, their head repeated on every page, changes marked as legislatures print them.

Marks: 黑体 for new words, shading (全国人大) or a frame (云南省人大常委会) for deleted ones, or colours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lawtrack.compare import Span
from lawtrack.formats.word.parts import (
    FANGSONG,
    HEITI,
    KAITI,
    XIAOBIAOSONG,
    Style,
    landscape,
    package,
    paragraph,
    run,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lawtrack.formats.comparison.layout import Marks

STYLES: Final = (
    Style("Normal", "Normal", size=12, line=20),
    Style("TableTitle", "对照表标题", XIAOBIAOSONG, 20, line=34, align="center", after=0.3, outline=0),
    Style("TableNote", "对照表说明", KAITI, 12, line=20, first=2),
    Style("TableHead", "对照表表头", HEITI, 12, line=20, align="center"),
    Style("TableHeading", "对照表章名", HEITI, 12, line=24, align="center", outline=1),
    Style("TableNarrowHeading", "对照表窄栏章名", HEITI, 10.5, line=18, align="center", outline=1),
    Style("TableClause", "对照表条文", FANGSONG, 12, line=20, first=2, together=True),
    Style("TableNarrow", "对照表窄栏条文", FANGSONG, 10.5, line=16, first=2, together=True),
    Style("TableRemark", "对照表备注", FANGSONG, 10.5, line=17, align="left"),
    Style("TableBand", "对照表略", KAITI, 10.5, line=17, align="center"),
)
_MIDDLE: Final = frozenset({"TableHeading", "TableNarrowHeading"})
"""Styles whose rows stand in the middle of their height."""
A4_INNER: Final = 14570
"""Twips between the margins of an A4 page across."""
WHOLE: Final = 240
"""A row of at most so many points stays on one page; a page holds about four hundred."""

NEW: Final[dict[Marks, tuple[str | None, str]]] = {
    "print": (HEITI, "<w:b/>"),
    "frame": (HEITI, "<w:b/>"),
    "colour": (None, '<w:color w:val="1B7A43"/><w:u w:val="single"/>'),
}
GONE: Final[dict[Marks, str]] = {
    "print": '<w:shd w:val="clear" w:color="auto" w:fill="CFCFCF"/>',
    "frame": '<w:bdr w:val="single" w:sz="4" w:space="0" w:color="auto"/>',
    "colour": '<w:strike/><w:color w:val="B3261E"/>',
}
"""Font and run properties of new and of deleted words; those of both follow in the order of the schema (CT_RPr)."""


@dataclass(frozen=True, slots=True)
class CellText:
    """What stands in a cell, and in which paragraph style."""

    spans: tuple[Span, ...] = ()
    style: str = "TableClause"


def plain(words: str, style: str) -> CellText:
    """A cell of unmarked words."""
    return CellText((Span(words),) if words else (), style)


def document(
    title: str,
    notes: Iterable[str],
    heads: Sequence[str],
    widths: Sequence[int],
    rows: Iterable[Sequence[CellText]],
    marks: Marks,
    after: Iterable[CellText] = (),
) -> bytes:
    """The bytes of a .docx with one table; `widths` are shares of the page's width, a row of one cell spans it.

    What stands `after` the table is paragraphs.
    """
    twips = [A4_INNER * width // sum(widths) for width in widths]
    body = [
        paragraph("TableTitle", run(title)),
        *(paragraph("TableNote", run(note)) for note in notes),
        opening(twips),
        _row([plain(head, "TableHead") for head in heads], twips, marks, head=True),
        *(_row(row, twips, marks) for row in rows),
        "</w:tbl>",
        paragraph("TableRemark"),
        *(part for words in after for part in _paragraphs(words, marks)),
    ]
    return package(body, STYLES, title, section=landscape())


def opening(twips: Sequence[int], inset: int = 100) -> str:
    """The beginning of a ruled table with columns of fixed widths; `inset` twips lie left and right of the words."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(twips)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/>'
        f'<w:left w:w="{inset}" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="{inset}" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def _row(cells: Sequence[CellText], twips: Sequence[int], marks: Marks, *, head: bool = False) -> str:
    spanning = len(cells) == 1 < len(twips)
    widths = [sum(twips)] if spanning else twips
    middle = '<w:vAlign w:val="center"/>' if any(cell.style in _MIDDLE for cell in cells) else ""
    whole = all(_height(cell, width) <= WHOLE for cell, width in zip(cells, widths, strict=True))
    properties = f"{'<w:cantSplit/>' if whole else ''}{'<w:tblHeader/>' if head else ''}"
    body = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{_span(len(twips)) if spanning else ""}{middle}</w:tcPr>'
        f"{''.join(_paragraphs(cell, marks)) or paragraph(cell.style)}</w:tc>"
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{body}</w:tr>"


def _span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def _height(cell: CellText, width: int) -> float:
    """About how many points a cell takes: a character is as wide as its type is high, two of them are the indent."""
    text = "".join(span.words for span in cell.spans)
    style = next(style for style in STYLES if style.key == cell.style)
    room = max(int(width / (20 * style.size)) - 1, 1)
    lines = sum(1 + (len(line.strip()) + 2) // room for line in text.split("\n") if line.strip())
    return lines * style.line


def _paragraphs(cell: CellText, marks: Marks) -> Iterator[str]:
    """One paragraph a line; blank lines and the white space around a line are the source's own layout."""
    line: list[Span] = []
    for words, new, gone in (*cell.spans, Span("\n")):
        first, *others = words.split("\n")
        line.append(Span(first, new, gone))
        for other in others:
            if "".join(span.words for span in line).strip():
                yield paragraph(cell.style, *(_run(span, marks) for span in _stripped(line)))
            line = [Span(other, new, gone)]


def _stripped(line: list[Span]) -> Iterator[Span]:
    """The spans of a line without its indentation."""
    begun = False
    for span in line:
        words = span.words if begun else span.words.lstrip()
        begun = begun or bool(words)
        if words:
            yield span._replace(words=words)


def _run(span: Span, marks: Marks) -> str:
    font, new = NEW[marks] if span.new else (None, "")
    gone = GONE[marks] if span.gone else ""
    return run(span.words.replace("\t", "　"), font, _merged(new, gone))


def _merged(new: str, gone: str) -> str:
    """Both marks on one run; a colour is given once, the deletion's."""
    if "<w:color" not in new or "<w:color" not in gone:
        return new + gone
    return gone + new[new.index("<w:u ") :]
