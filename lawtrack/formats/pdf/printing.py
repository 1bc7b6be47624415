"""A Word file printed as PDF by LibreOffice, the pages of its long table laid out once more where a line stands alone."""

from __future__ import annotations

import io
import warnings
import zipfile
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from lxml import etree

from lawtrack.errors import Told
from lawtrack.formats.packages import Package
from lawtrack.formats.pdf.page_ends import Ends, better_ends, laid_rows, lines_alone
from lawtrack.formats.pdf.printed_rows import Block, Table, TableRow, printed_rows
from lawtrack.formats.word.elements import W
from lawtrack.formats.word.office import convert

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from lxml.etree import _Element

_BODY: Final = "word/document.xml"
_TWIPS: Final = 20
"""A point has twenty."""


class PrintingWarning(Told, UserWarning):
    """What should be known of a PDF that was printed: `code` in the catalogue, `details` for its sentence."""


def print_pages(data: bytes, name: str) -> bytes:
    """The PDF of a Word file of ours, called `name`.

    LibreOffice leaves single lines of a row at the foot and the head of a page. Where it did, the file is printed a second
    time with what `better_ends` says, and the better of the two is kept. Emits a PrintingWarning where that would need
    pypdfium2 (`lawtrack[pdf]`). Raises MissingTool and UnusableInput as `convert`.
    """
    pdf = convert(data, ".docx", name, to="pdf")
    table = word_table(data)
    if table is None:
        return pdf
    try:
        printed = printed_rows(pdf, table)
    except ImportError:
        warnings.warn(PrintingWarning("formats.pdf-lines-alone", name=name), stacklevel=2)
        return pdf
    if printed is None or not (alone := lines_alone(table, printed)):
        return pdf
    heights = [row.height for row in laid_rows(table, printed)[0]]
    again = convert(_ended(data, better_ends(table, printed), heights), ".docx", name, to="pdf")
    reprinted = printed_rows(again, table)
    return again if reprinted is not None and lines_alone(table, reprinted) < alone else pdf


def word_table(data: bytes) -> Table | None:
    """The only table of a Word file with rows that may be torn.

    None where there is no such table or several, or where the height of a line is not fixed.
    """
    package = Package(data, "a.docx")
    body, styles = package.xml(_BODY), package.xml("word/styles.xml")
    tables = [
        one for one in body.iterfind(f"{W}body/{W}tbl") if any(map(_may_be_torn, one.iterfind(f"{W}tr")))
    ]
    lines = _line_heights(styles)
    if len(tables) != 1 or not all(_style(one) in lines for one in tables[0].iter(f"{W}p")):
        return None
    keeping = {
        _key(style) for style in styles.iter(f"{W}style") if style.find(f"{W}pPr/{W}keepNext") is not None
    }
    widths = [_number(column, "w") for column in tables[0].iterfind(f"{W}tblGrid/{W}gridCol")]
    edges = [edge / _TWIPS for edge in accumulate(widths, initial=0)]
    page = {name: body.find(f"{W}body/{W}sectPr/{W}{name}") for name in ("pgSz", "pgMar")}
    upper, left, right, lower = (
        _number(page["pgMar"], side) / _TWIPS for side in ("top", "left", "right", "bottom")
    )
    inner = _number(page["pgSz"], "w") / _TWIPS - left - right
    rows = tuple(_row(row, edges, lines, keeping) for row in tables[0].iterfind(f"{W}tr"))
    return Table(rows, upper, left + (inner - edges[-1]) / 2, lower)


def _row(
    row: _Element, edges: Sequence[float], lines: Mapping[str, float], keeping: Collection[str]
) -> TableRow:
    cells, column, mine = [], 0, [0.0]
    for cell in row.iterfind(f"{W}tc"):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        column += 1 if span is None else _number(span, "val")
        mine.append(edges[column])
        cells.append(tuple(Block(_characters(one), lines[_style(one)]) for one in cell.iter(f"{W}p")))
    first = row.find(f"{W}tc/{W}p")
    return TableRow(
        tuple(cells),
        tuple(mine),
        torn=_may_be_torn(row),
        head=row.find(f"{W}trPr/{W}tblHeader") is not None,
        keeps=first is not None and _style(first) in keeping,
        inner=row.find(f"{W}tc/{W}tbl") is not None,
    )


def _may_be_torn(row: _Element) -> bool:
    return row.find(f"{W}trPr/{W}cantSplit") is None


def _characters(paragraph: _Element) -> int:
    """The characters that are seen."""
    words = (piece.text or "" for piece in paragraph.iter(f"{W}t"))
    return sum(not char.isspace() for said in words for char in said)


def _line_heights(styles: _Element) -> dict[str, float]:
    """Style → points from line to line, of those whose lines are exactly so high."""
    heights = {}
    for style in styles.iter(f"{W}style"):
        spacing = style.find(f"{W}pPr/{W}spacing")
        if spacing is not None and spacing.get(f"{W}lineRule") == "exact":
            heights[_key(style)] = _number(spacing, "line") / _TWIPS
    return heights


def _key(style: _Element) -> str:
    return str(style.get(f"{W}styleId"))


def _style(paragraph: _Element) -> str:
    named = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if named is None else str(named.get(f"{W}val"))


def _number(node: _Element | None, name: str) -> int:
    return 0 if node is None else int(node.get(W + name, "0"))


def _ended(data: bytes, ends: Ends, heights: Sequence[float]) -> bytes:
    """The file with rows made higher, kept whole and their paragraphs set apart: for printing, not to be handed on."""
    package = Package(data, "a.docx")
    body = package.xml(_BODY)
    table = next(
        one for one in body.iterfind(f"{W}body/{W}tbl") if any(map(_may_be_torn, one.iterfind(f"{W}tr")))
    )
    rows = [row for row in table.iterfind(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is None]
    for (at, cell, paragraph), points in ends.apart.items():
        block = list(rows[at].findall(f"{W}tc")[cell].iter(f"{W}p"))[paragraph]
        _put(block, "pPr", "spacing", after=round(points * _TWIPS))
    for at in ends.whole:
        _put(rows[at], "trPr", "cantSplit")
    for at, points in ends.higher.items():
        _put(rows[at], "trPr", "trHeight", val=round((heights[at] + points) * _TWIPS), hRule="atLeast")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in sorted(package.parts):
            archive.writestr(name, etree.tostring(body) if name == _BODY else package.read(name))
    return stream.getvalue()


def _put(node: _Element, among: str, name: str, **attributes: object) -> None:
    """Add a property to a row or a paragraph."""
    properties = node.find(W + among)
    if properties is None:
        properties = etree.Element(W + among)
        node.insert(0, properties)
    added = etree.SubElement(properties, W + name)
    for key, value in attributes.items():
        added.set(W + key, str(value))
