"""The workbook of a comparison: one clause a row, to filter, with its changed words marked."""

from __future__ import annotations

import io
import re

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import TextBlock

from lawtrack.compare import compare, concordance
from lawtrack.formats import Layout
from lawtrack.formats.comparison.xlsx import comparison_xlsx, concordance_xlsx
from lawtrack.formats.sheets.cells import LONGEST
from lawtrack.messages import use_language

OLD = "某市控烟条例\n第一章　总则\n第一条　应当在七日内报告。\n第二条　公园、学校内禁止吸烟。"
NEW = "某市控烟条例\n第一章　总则\n第一条　应当在五日内报告。\n第二条　公园、学校内禁止吸烟。\n第三条　=1+1"


def book(data):
    return load_workbook(io.BytesIO(data), rich_text=True)


@pytest.fixture
def sheets():
    return book(comparison_xlsx(compare(OLD, NEW), Layout(marks="colour")))


def test_each_clause_is_a_row_under_a_frozen_head_with_a_filter(sheets):
    sheet = sheets.worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    rows = [[str(cell.value or "") for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [(row[0], row[2], row[3]) for row in rows if row[3].endswith("条")] == [
        ("修改", "第一条", "第一条"),
        ("未改", "第二条", "第二条"),
        ("新增", "", "第三条"),
    ]


def test_changed_words_are_marked_inside_the_cell(sheets):
    row = next(row for row in sheets.worksheets[0].iter_rows(values_only=True) if row[2] == "第一条")
    marked = [[str(piece) for piece in side if isinstance(piece, TextBlock)] for side in row[4:6]]
    assert marked == [["七"], ["五"]]


def test_no_word_in_latin_letters_is_parted_and_no_line_is_hidden():
    with use_language("en"):
        english = load_workbook(io.BytesIO(comparison_xlsx(compare(OLD, NEW))))
    for sheet in english.worksheets:
        for number, row in enumerate(sheet.iter_rows(), 1):
            for cell in row:
                longest = max(map(len, re.findall("[A-Za-z]+", str(cell.value))), default=0)
                assert sheet.column_dimensions[cell.column_letter].width > longest
            lines = max(str(cell.value or "").count("\n") + 1 for cell in row)
            assert sheet.row_dimensions[number].height >= 16 * lines


def test_no_cell_is_a_formula(sheets):
    texts = [
        cell for sheet in sheets for line in sheet.iter_rows() for cell in line if cell.value is not None
    ]
    assert {cell.data_type for cell in texts} <= {"s", "n"}
    evil = book(comparison_xlsx(compare("", "第一条　甲。\n=1+1"))).worksheets[0]
    assert all(cell.data_type != "f" for line in evil.iter_rows() for cell in line)


def test_chapters_are_counted_and_summed(sheets):
    rows = list(sheets.worksheets[1].iter_rows(min_row=2, values_only=True))
    assert rows[-1][0] == "合计"
    for column in range(1, 7):
        assert sum(row[column] for row in rows[:-1]) == rows[-1][column]


def test_a_clause_longer_than_a_cell_goes_on_and_nothing_is_cut():
    sheet = book(comparison_xlsx(compare("第一条　" + "长" * (LONGEST + 10), "第一条　短。"))).worksheets[0]
    words = "".join(str(row[4] or "") for row in sheet.iter_rows(min_row=2, values_only=True))
    assert words.count("长") == LONGEST + 10


def test_a_concordance_has_a_column_for_each_version():
    sheet = book(
        concordance_xlsx(concordance([OLD, NEW, OLD]), Layout(heads=("甲稿", "乙稿", "丙稿")))
    ).worksheets[0]
    rows = [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert rows[0] == ["有修改", "类别", "甲稿", "乙稿", "丙稿"]
    assert [row[:2] for row in rows[1:]] == [
        ["否", "标题"], ["否", "章名"], ["是", "条"], ["否", "条"], ["是", "条"],
    ]  # fmt: skip
    assert rows[5][2:] == ["", "第三条　=1+1", ""]


def test_headings_of_a_concordance_stand_apart_and_stay_among_the_changed():
    texts = [OLD, OLD.replace("七", "五")]
    sheet = book(concordance_xlsx(concordance(texts), Layout(changed_only=True))).worksheets[0]
    shown = [
        (row[1].value, row[2].alignment.horizontal, row[2].fill.fill_type)
        for row in sheet.iter_rows(min_row=2)
    ]
    assert shown == [("标题", "center", "solid"), ("章名", "center", "solid"), ("条", None, None)]


def test_a_row_higher_than_excel_allows_goes_on_below():
    long = "".join(f"第{number}项是长句，必须逐字保留。" for number in range(400))
    found = compare(f"第一条　{long}", f"第一条　{long}并且补充。")
    sheet = load_workbook(io.BytesIO(comparison_xlsx(found))).worksheets[0]
    rows = [[str(value or "") for value in row] for row in sheet.iter_rows(min_row=2, values_only=True)]
    article = [row for row in rows if row[2].startswith("第一条")]
    assert len(article) > 3
    assert all(row[2] == "第一条（续）" for row in article[1:])
    assert "".join(row[4] for row in article) == f"第一条　{long}"
    assert "".join(row[5] for row in article) == f"第一条　{long}并且补充。"
    for number in range(2, sheet.max_row + 1):
        needed = max(
            sum(1 + 2 * len(part) // 51 for part in str(cell.value or "").split("\n"))
            for cell in sheet[number]
        )
        assert sheet.row_dimensions[number].height <= 409
        assert 15 * (needed - 2) <= 409
