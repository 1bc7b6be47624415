"""A listing as an Excel workbook: filters, the head frozen and on every printed page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from lawtrack.formats.listing.model import plain_words
from lawtrack.formats.sheets.cells import LONGEST, put_text, sayable
from lawtrack.formats.sheets.continuing import continued, height_of, wide_enough
from lawtrack.formats.sheets.style import WRAPPED, bytes_of, first_sheet, put_head, put_number, rule, set_up
from lawtrack.messages import translate

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from lawtrack.formats.listing.model import Listing, ListingCell

_PAGE: Final = {"A4": 150, "A3": 220}
"""Characters of the standard font across the page."""
_SHEET_NAME: Final = str.maketrans("", "", "[]:*?/\\'")


def listing_xlsx(listing: Listing) -> bytes:
    """The workbook's bytes, the same each time; notes and what follows the table stand on a sheet of their own."""
    book = Workbook()
    sheet = first_sheet(book, listing.title.translate(_SHEET_NAME)[:31] or "1")
    widths = [max(6, _PAGE[listing.page] * width // sum(listing.widths)) for width in listing.widths]
    widths = wide_enough(widths, [listing.heads, *listing.rows])
    put_head(sheet, listing.heads, widths)
    line = 2
    for row in listing.rows:
        heading = len(row) == 1 < len(widths)
        for values in [row] if heading else continued(row, widths):
            _line(sheet, line, values, widths)
            line += 1
    set_up(sheet, frozen="A2")
    if listing.page == "A3":
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A3
    if told := [*listing.notes, *listing.after]:
        notes = book.create_sheet(translate("formats.sheet-notes"))
        put_head(notes, [listing.title], [110])
        parts = (part for words in told for (part,) in continued((words,), (110,)))
        for line, words in enumerate(parts, 2):
            put_text(notes.cell(line, 1), words)
            notes.cell(line, 1).alignment = WRAPPED
            notes.row_dimensions[line].height = height_of((words,), (110,))
        set_up(notes, frozen="A2")
    return bytes_of(book, listing.title)


def _line(sheet: Worksheet, line: int, row: tuple[ListingCell, ...], widths: list[int]) -> None:
    heading = len(row) == 1 < len(widths)
    if heading:
        sheet.merge_cells(start_row=line, start_column=1, end_row=line, end_column=len(widths))
    for number, value in enumerate(row, 1):
        cell = sheet.cell(line, number)
        rule(cell)
        if isinstance(value, int | float):
            put_number(cell, value)
            continue
        words = plain_words(value)
        if words:
            put_text(
                cell, _rich(value) if isinstance(value, tuple) and len(words) <= LONGEST else words[:LONGEST]
            )
        if heading:
            cell.font = Font(bold=True)
    across = [sum(widths)] if heading else widths
    sheet.row_dimensions[line].height = height_of(row, across)


def _rich(cell: ListingCell) -> CellRichText | str:
    if not isinstance(cell, tuple) or not any(span.new for span in cell):
        return plain_words(cell)
    bold = InlineFont(b=True)
    return CellRichText(
        *(TextBlock(bold, sayable(s.words)) if s.new else sayable(s.words) for s in cell if s.words)
    )
