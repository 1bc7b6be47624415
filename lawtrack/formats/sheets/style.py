"""How a worksheet of ours looks and prints: ruled cells, a shaded head, A4 across, the head again on every page."""

from __future__ import annotations

import io
from copy import copy
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary

from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter

from lawtrack.formats.layout import Layout
from lawtrack.formats.sheets.cells import put_text, sayable, timeless
from lawtrack.formats.sheets.continuing import height_of
from lawtrack.formats.word.properties import source_of
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_SIDE: Final = Side(style="thin", color="999999")
RULED: Final = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
WRAPPED: Final = Alignment(wrap_text=True, vertical="top")
_NUMBER: Final = Alignment(horizontal="center", vertical="top")
_CLAUSE: Final = "条文"
_STYLES: Final[WeakKeyDictionary[Workbook, dict[int, tuple[PatternFill | None, Any]]]] = WeakKeyDictionary()
"""Of each workbook that is being made: a fill, and the style of cells that have it."""


def first_sheet(book: Workbook, title: str) -> Worksheet:
    """The sheet that a new workbook has, under that title."""
    sheet = book.active
    assert sheet is not None, "a new workbook has a sheet"
    sheet.title = title
    return sheet


def put_head(sheet: Worksheet, names: Sequence[str], widths: Sequence[int]) -> None:
    """The first row, and the widths of the columns in characters of the standard font (a Chinese one takes two)."""
    for number, (name, width) in enumerate(zip(names, widths, strict=True), 1):
        cell = sheet.cell(1, number)
        put_text(cell, name)
        cell.font, cell.border = Font(bold=True), RULED
        cell.fill = PatternFill("solid", fgColor="E5E5E5")
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.row_dimensions[1].height = height_of(names, widths)


def rule(cell: Cell | MergedCell, fill: PatternFill | None = None) -> None:
    """Give a new cell its borders, wrapped lines and `fill`, by one style of its workbook.

    openpyxl looks up border, alignment and fill anew for each cell that gets them, which took half the time of a long
    table: the first cell of a workbook that gets these is looked up, the others have a copy of what came of it.
    """
    styled: Any = cell
    book = styled.parent.parent
    known = _STYLES.setdefault(book, {})
    if id(fill) not in known:
        if _CLAUSE not in book.named_styles:
            book.add_named_style(NamedStyle(_CLAUSE, border=RULED, alignment=WRAPPED))
        styled.style = _CLAUSE
        if fill is not None:
            styled.fill = fill
        known[id(fill)] = fill, copy(styled._style)  # noqa: SLF001  # as openpyxl's own manual copies the style of a cell
    styled._style = copy(known[id(fill)][1])  # noqa: SLF001


def put_number(cell: Cell | MergedCell, value: float | date) -> None:
    """Make a number or a day the value of a ruled cell, in the middle: at its right edge it would touch the next one's words."""
    cell.value = value
    cell.alignment = _NUMBER


def set_up(sheet: Worksheet, frozen: str) -> None:
    """Filters, paper, and what stays in sight: all above and left of the cell `frozen`. To be called on a full sheet."""
    sheet.freeze_panes = frozen
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    assert sheet.sheet_properties.pageSetUpPr is not None, "openpyxl makes it with the sheet"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _margins(sheet: Worksheet, layout: Layout) -> None:
    """Head and foot of every printed page: the office's mark, the versions, the page's number."""
    head, foot = sheet.oddHeader, sheet.oddFooter
    assert head is not None, "openpyxl makes it with the sheet"
    assert foot is not None, "openpyxl makes it with the sheet"
    if layout.office.mark:
        head.left.text = _literal(layout.office.mark)
    foot.left.text = _literal("　".join(layout.origin.stages)) or None
    before, between, after = translate("formats.page-of").split("|")
    foot.right.text = f"{before}&P{between}&N{after}"


def _literal(words: str) -> str:
    """Words in which & begins no code."""
    return sayable(words).replace("&", "&&")


def bytes_of(book: Workbook, title: str = "", layout: Layout | None = None) -> bytes:
    """The workbook's bytes, the same for the same content; its properties say who made it and from which versions."""
    layout = layout or Layout()
    told = book.properties
    told.title, told.language = sayable(title) or None, "zh-CN"
    told.creator = told.lastModifiedBy = sayable(layout.author or layout.origin.author or layout.office.unit)
    told.subject = sayable("　".join(layout.origin.stages)) or None
    properties: Any = book.custom_doc_props  # type: ignore[attr-defined]  # the stubs are older than these
    for name, value in source_of(layout).items():
        properties.append(StringProperty(name=name, value=sayable(value)))
    for sheet in book.worksheets:
        _margins(sheet, layout)
    out = io.BytesIO()
    book.save(out)
    return timeless(out.getvalue())
