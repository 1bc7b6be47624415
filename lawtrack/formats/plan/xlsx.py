"""A plan as an Excel workbook: status with filters and marks that also print, milestones with sources, deadlines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from openpyxl import Workbook
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

from lawtrack.formats.plan.columns import SHOWN, column_word, dates_in_words, headings, row
from lawtrack.formats.sheets.cells import put_text
from lawtrack.formats.sheets.continuing import continued, height_of, wide_enough
from lawtrack.formats.sheets.style import bytes_of, first_sheet, put_head, put_number, rule, set_up
from lawtrack.messages import language, translate
from lawtrack.plan import DEADLINE_COLUMNS, MILESTONE_COLUMNS, deadline_frame, milestone_frame
from lawtrack.plan import status_records as records_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    import pandas as pd
    from openpyxl.worksheet.worksheet import Worksheet

    from lawtrack.formats.layout import Layout
    from lawtrack.plan import Plan

_WIDTHS: Final = {
    "title": 26, "remarks": 34, "source": 30, "due_basis": 18, "note": 30, "basis": 20, "meeting": 28, "who": 18,
    "body": 18, "year": 6, "action": 8, "certainty": 7, "overdue": 7, "days_left": 8, "days_in_stage": 8,
    "spare_days": 8, "precision": 8, "due": 15, "stage_date": 15, "date": 15, "start": 15, "met": 15,
}  # fmt: skip
"""In characters of the standard font; a Chinese one takes two."""
_USUAL_WIDTH: Final = 12
_HIDDEN: Final = frozenset(
    {"id", "stage", "earliest", "latest", "limit", "minimum", "start_stage", "stands_in_for"}
)


def status_xlsx(plans: Sequence[Plan], as_of: date | str, layout: Layout | None = None) -> bytes:
    """The workbook's bytes: sheets of status, milestones and deadlines; the same bytes for the same input."""
    book = Workbook()
    sheet = first_sheet(book, translate("plan.sheet-status"))
    _fill(sheet, headings(), [row(record).cells for record in records_of(plans, as_of)], SHOWN)
    _mark(sheet)
    _frame(book.create_sheet(translate("plan.sheet-milestones")), milestone_frame(plans), MILESTONE_COLUMNS)
    _frame(
        book.create_sheet(translate("plan.sheet-deadlines")), deadline_frame(plans, as_of), DEADLINE_COLUMNS
    )
    return bytes_of(book, dates_in_words(translate("plan.report-title", day=as_of)), layout)


def _frame(sheet: Worksheet, frame: pd.DataFrame, columns: Iterable[str]) -> None:
    shown = tuple(column for column in columns if column not in _HIDDEN)
    if "state" in shown:
        frame = frame.assign(state=[translate(f"plan.state-{state}") for state in frame["state"]])
    if "precision" in shown:
        frame = frame.assign(precision=[column_word("precision", value) for value in frame["precision"]])
    if "certainty" in shown:
        frame = frame.assign(certainty=[column_word("certainty", value) for value in frame["certainty"]])
    names = tuple(translate(f"plan.col-{column}") for column in shown)
    _fill(sheet, names, frame[list(shown)].itertuples(index=False), shown)


def _fill(
    sheet: Worksheet, names: Sequence[str], rows: Iterable[Sequence[Any]], columns: Sequence[str]
) -> None:
    told = list(rows)
    widths = wide_enough([_WIDTHS.get(column, _USUAL_WIDTH) for column in columns], [names, *told])
    put_head(sheet, names, widths)
    for line, values in enumerate((part for cells in told for part in continued(cells, widths)), 2):
        for number, value in enumerate(values, 1):
            _put(sheet, line, number, value)
        sheet.row_dimensions[line].height = height_of(values, widths)
    set_up(sheet, frozen="B2")


def _put(sheet: Worksheet, line: int, number: int, value: Any) -> None:
    """A cell of its value's own type."""
    from pandas import NaT, Timestamp, isna

    cell = sheet.cell(line, number)
    rule(cell)
    if value is NaT or value is None or isna(value):
        return
    if isinstance(value, Timestamp):
        put_number(cell, value.date())
        cell.number_format = "yyyy-mm-dd" if language() == "en" else 'yyyy"年"m"月"d"日"'
        return
    if isinstance(value, str):
        put_text(cell, dates_in_words(value))
    else:
        put_number(cell, int(value))


def _mark(sheet: Worksheet) -> None:
    """Late rows red and bold, rows due within 30 days yellow and italic: the type face is there for a grey printer."""
    if sheet.max_row < 2:
        return
    late, left = (get_column_letter(SHOWN.index(name) + 1) for name in ("overdue", "days_left"))
    area = f"A2:{get_column_letter(len(SHOWN))}{sheet.max_row}"
    is_late = FormulaRule(  # type: ignore[no-untyped-call] # the stubs leave it bare
        formula=[f'${late}2<>""'], fill=PatternFill("solid", bgColor="F4C7C3"), font=Font(bold=True)
    )
    is_soon = FormulaRule(  # type: ignore[no-untyped-call] # the same
        formula=[f"AND(ISNUMBER(${left}2),${left}2>=0,${left}2<=30)"],
        fill=PatternFill("solid", bgColor="FCE8B2"),
        font=Font(italic=True),
    )
    sheet.conditional_formatting.add(area, is_late)
    sheet.conditional_formatting.add(area, is_soon)
