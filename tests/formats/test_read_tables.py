"""Tables of every family of files come out as the same rows, merged cells filled, nothing shifted."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawtrack.errors import NotFound, UnusableInput
from lawtrack.formats import read_tables, read_tables_data, tables_in_text

if TYPE_CHECKING:
    from pathlib import Path

Merge = tuple[int, int, int, int]


@st.composite
def merged_grids(draw: st.DrawFn) -> tuple[int, int, list[Merge]]:
    """A number of rows and columns, and rectangles in it that do not overlap (top, left, bottom, right)."""
    rows, columns = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    taken: set[tuple[int, int]] = set()
    merges: list[Merge] = []
    for _ in range(draw(st.integers(0, 4))):
        top, left = draw(st.integers(0, rows - 1)), draw(st.integers(0, columns - 1))
        bottom, right = draw(st.integers(top, rows - 1)), draw(st.integers(left, columns - 1))
        places = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
        if len(places) > 1 and not places & taken:
            taken |= places
            merges.append((top, left, bottom, right))
    return rows, columns, merges


def words_at(merges: list[Merge], row: int, column: int) -> str:
    """The words of the place: those of the first place of the rectangle that holds it."""
    for top, left, bottom, right in merges:
        if top <= row <= bottom and left <= column <= right:
            return f"格{top}之{left}"
    return f"格{row}之{column}"


def as_page(rows: int, columns: int, merges: list[Merge]) -> bytes:
    """The grid as a web page."""
    lines = []
    for row in range(rows):
        cells = ""
        for column in range(columns):
            held = next((m for m in merges if m[0] <= row <= m[2] and m[1] <= column <= m[3]), None)
            if held is None:
                cells += f"<td>{words_at(merges, row, column)}</td>"
            elif held[:2] == (row, column):
                spans = f"rowspan={held[2] - held[0] + 1} colspan={held[3] - held[1] + 1}"
                cells += f"<td {spans}>{words_at(merges, row, column)}</td>"
        lines.append(f"<tr>{cells}</tr>")
    return f"<html><body><table>{''.join(lines)}</table></body></html>".encode()


def as_workbook(rows: int, columns: int, merges: list[Merge]) -> bytes:
    """The grid as a workbook."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in range(rows):
        for column in range(columns):
            sheet.cell(row + 1, column + 1, words_at(merges, row, column))
    for top, left, bottom, right in merges:
        sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_word(rows: int, columns: int, merges: list[Merge]) -> bytes:
    """The grid as a Word file."""
    document = docx.Document()
    table = document.add_table(rows, columns)
    for row in range(rows):
        for column in range(columns):
            if not any(m[0] <= row <= m[2] and m[1] <= column <= m[3] for m in merges):
                table.cell(row, column).text = words_at(merges, row, column)
    for top, left, bottom, right in merges:
        table.cell(top, left).merge(table.cell(bottom, right)).text = words_at(merges, top, left)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@settings(max_examples=40)  # three files each
@given(merged_grids())
def test_merged_cells_are_filled_in_every_format(grid: tuple[int, int, list[Merge]]) -> None:
    rows, columns, merges = grid
    expected = tuple(tuple(words_at(merges, row, column) for column in range(columns)) for row in range(rows))
    for data, name in (
        (as_page(*grid), "a.html"),
        (as_workbook(*grid), "a.xlsx"),
        (as_word(*grid), "a.docx"),
    ):
        (table,) = read_tables_data(data, name).tables
        assert table.rows == expected, name
        spread = {(row, column) for top, left, bottom, right in merges
                  for row in range(top, bottom + 1) for column in range(left + 1, right + 1)}  # fmt: skip
        assert table.spread == spread, name


def test_lines_outside_tables_are_kept() -> None:
    page = "<p>上文</p><table><tr><td>甲<td>乙</table><p>下文</p>".encode()
    assert read_tables_data(page, "a.html").lines == ("上文", "下文")
    document = docx.Document()
    document.add_paragraph("上文")
    document.add_table(1, 2).cell(0, 0).text = "甲"
    document.add_paragraph("下文")
    out = io.BytesIO()
    document.save(out)
    assert read_tables_data(out.getvalue(), "a.docx").lines == ("上文", "下文")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("甲;乙\n丙;丁", "a.csv"),
        ("甲\t乙\n丙\t丁", "a.csv"),
        ("甲,乙\n丙,丁", "a.csv"),
        ("甲\t乙\n丙\t丁", "a.tsv"),
        ("| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |", "a.md"),
        ("甲\t乙\n丙\t丁", "a.txt"),
    ],
)
def test_what_parts_cells_is_seen(text: str, name: str) -> None:
    for encoding in ("utf-8-sig", "gb18030"):
        assert read_tables_data(text.encode(encoding), name).tables[0].rows == (("甲", "乙"), ("丙", "丁"))


def test_nested_and_hollow_spans_do_no_harm() -> None:
    page = b"<table><tr><td colspan=99999999 rowspan=0>a<td rowspan=-3>b<tr><td>c</table>"
    (table,) = read_tables_data(page, "a.html").tables
    assert len(table.rows[0]) == 65
    assert table.rows[1][:65] == ("a",) * 64 + ("c",)
    layout = "<table><tr><td><table><tr><td>甲<td>乙</table></table>".encode()
    assert [table.rows for table in read_tables_data(layout, "a.html").tables] == [(("甲", "乙"),)]


def test_pasted_rows_are_tables() -> None:
    found = tables_in_text("上文\n甲\t乙\n丙\t丁\n下文")
    assert [table.rows for table in found.tables] == [(("甲", "乙"), ("丙", "丁"))]
    assert found.lines == ("上文", "下文", "")


def test_bad_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        read_tables(tmp_path / "keine.xlsx")
    with pytest.raises(UnusableInput):
        read_tables_data(b"PK\x03\x04 broken", "a.xlsx")
