"""The opinions as an Excel workbook: to filter, to fill in, and to read back by the id of each row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from lawtrack.formats.opinions.columns import FILLED_IN, SHOWN, headings, rows, seen_by
from lawtrack.formats.sheets.cells import LONGEST, put_text
from lawtrack.formats.sheets.continuing import LINE, TALLEST, continued, height_of, wide_enough, words_of
from lawtrack.formats.sheets.style import WRAPPED, bytes_of, first_sheet, put_head, put_number, rule, set_up
from lawtrack.messages import translate
from lawtrack.opinions import RESULTS, paragraphs, result_label, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from lawtrack.formats.layout import Layout
    from lawtrack.opinions import Report

_WIDTHS: Final = {
    "number": 6, "id": 11, "clause": 12, "clause-now": 12, "text": 40, "suggestion": 22, "grounds": 20, "source": 16,
    "result": 10, "reason": 28, "change": 28, "fate": 10, "carried-out": 12, "by": 14, "answered": 12, "kind": 14,
    "channel": 12, "date": 12, "quote": 20, "note": 16, "remarks": 30,
}  # fmt: skip
"""In characters of the standard font; a Chinese one takes two."""
_TO_FILL: Final = PatternFill("solid", fgColor="FFF8E1")
_WIDEST: Final = 250
"""Excel's widest column is five characters wider."""
_GROWING: Final = {"text": 120, "suggestion": 80, "grounds": 80, **dict.fromkeys(FILLED_IN, _WIDEST)}
"""How wide a column may grow, so that its longest cell fits into the tallest row; what is longer goes on below.

The columns that come back filled in have each answer in one cell, however long it is.
"""
_SAME: Final = (SHOWN.index("id"),)
_WHOLE: Final = frozenset(SHOWN.index(column) for column in FILLED_IN)


def report_xlsx(report: Report, layout: Layout | None = None) -> bytes:
    """The workbook's bytes, the same each time. Shaded columns are to be filled in; the first one has a list to choose from."""
    book = Workbook()
    sheet = first_sheet(book, translate("opinions.sheet-table"))
    shown = list(rows(report))
    widths = wide_enough(_widths(shown), [headings(), *shown])
    put_head(sheet, headings(), widths)
    told = [part for row in shown for part in continued(row, widths, whole=_WHOLE, same=_SAME)]
    for line, values in enumerate(told, 2):
        _line(sheet, line, values, widths)
    _choices(sheet, len(told) + 1)
    sheet.column_dimensions[get_column_letter(SHOWN.index("id") + 1)].hidden = True
    set_up(sheet, frozen="D2")
    sheet.print_area = f"A1:{get_column_letter(SHOWN.index('change') + 1)}{len(told) + 1}"
    _sentences(book.create_sheet(translate("opinions.sheet-words")), report)
    return bytes_of(book, translate("opinions.table-title", title=report.title), seen_by(report, layout))


def _widths(shown: Sequence[Sequence[str | int]]) -> list[int]:
    """The columns' widths; some grow until their longest cell fits into the tallest row."""
    longest = [max(map(len, map(words_of, cells)), default=0) for cells in zip(*shown, strict=True)]
    needed = dict(zip(SHOWN, (2 * count * LINE // (TALLEST - 3 * LINE) for count in longest), strict=False))
    return [
        max(width, min(needed.get(column, 0), _GROWING.get(column, width)))
        for column, width in _WIDTHS.items()
    ]


def _line(sheet: Worksheet, line: int, values: Sequence[str | int], widths: Sequence[int]) -> None:
    for number, (column, value) in enumerate(zip(SHOWN, values, strict=True), 1):
        cell = sheet.cell(line, number)
        rule(cell, _TO_FILL if column in FILLED_IN else None)
        if isinstance(value, int):
            put_number(cell, value)
        elif value:
            put_text(cell, value[:LONGEST])
    sheet.row_dimensions[line].height = height_of(values, widths)


def _choices(sheet: Worksheet, last: int) -> None:
    """The results to choose from; other words are let in, for `opinion import` knows what departments write."""
    names = ",".join(result_label(result) for result in RESULTS)
    choice = DataValidation(type="list", formula1=f'"{names}"', allow_blank=True, showErrorMessage=False)
    column = get_column_letter(SHOWN.index("result") + 1)
    choice.add(f"{column}2:{column}{max(last, 2)}")
    sheet.add_data_validation(choice)


def _sentences(sheet: Worksheet, report: Report) -> None:
    put_head(sheet, [translate("opinions.sheet-words")], [110])
    told = [*filter(None, [report.notice]), *sentences(report), *paragraphs(report)]
    for line, words in enumerate((part for one in told for (part,) in continued((one,), (110,))), 2):
        cell = sheet.cell(line, 1)
        put_text(cell, words)
        cell.alignment = WRAPPED
        sheet.row_dimensions[line].height = height_of((words,), (110,))
    set_up(sheet, frozen="A2")
