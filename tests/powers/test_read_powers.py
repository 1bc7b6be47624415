"""Lists of powers as departments keep them: merged cells, several rows of heads, encodings, Word tables."""

from __future__ import annotations

import csv
import io
from itertools import product

import pytest

from lawtrack.formats import PowersList

HEADS = ("序号", "职权编码", "职权名称", "职权类型", "实施依据", "实施主体")
KINDS = ("行政许可", "行政处罚", "行政检查")
NUMBERS = "一二三四五六七八九十"
BODIES = ("某市甲局", "某市乙局")
ROWS = [
    (
        str(n + 1), f"5301{n:04}", f"第{n}类场所管理", KINDS[n // 4 % 3],
        f"《某市场所条例》第{NUMBERS[n % 10]}条", BODIES[n // 6 % 2],
    )
    for n in range(12)
]  # fmt: skip
EXPECTED = [row[1:] for row in ROWS]


def told(path) -> list[tuple[str, ...]]:
    return [(item.code, item.name, item.kind, item.basis, item.body) for item in PowersList.read(path).items]


@pytest.mark.parametrize(
    ("encoding", "titled", "ending"),
    list(product(("utf-8", "utf-8-sig", "gb18030", "utf-16"), (False, True), ("\r\n", "\n"))),
)
def test_a_csv_in_any_encoding(tmp_path, encoding, titled, ending):
    out = io.StringIO()
    table = csv.writer(out, lineterminator=ending)
    if titled:
        table.writerow(["某市权责清单（示例）"])
    table.writerows([HEADS, *ROWS])
    path = tmp_path / "a.csv"
    path.write_bytes(out.getvalue().encode(encoding))
    assert told(path) == EXPECTED


@pytest.mark.parametrize(("merged", "double", "sums"), list(product((False, True), repeat=3)))
def test_a_workbook_with_merged_cells_and_two_rows_of_heads(tmp_path, merged, double, sums):
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append(["某市权责清单（示例）"])
    sheet.merge_cells("A1:F1")
    if double:
        sheet.append(["序号", "职权", "", "", "实施依据", "实施主体"])
        sheet.append(["", "职权编码", "职权名称", "职权类型", "", ""])
        sheet.merge_cells("B2:D2")
        for column in "AEF":
            sheet.merge_cells(f"{column}2:{column}3")
    else:
        sheet.append(list(HEADS))
    first = sheet.max_row + 1
    for row in ROWS:
        sheet.append(list(row))
    if merged:
        for column, size in (("D", 4), ("F", 6)):
            for start in range(first, first + len(ROWS), size):
                sheet.merge_cells(f"{column}{start}:{column}{start + size - 1}")
    if sums:
        sheet.append(["合计", "", f"{len(ROWS)}项", "", "", ""])
    path = tmp_path / "a.xlsx"
    book.save(path)
    assert told(path) == EXPECTED


@pytest.mark.parametrize("merged", [False, True])
def test_a_table_in_word(tmp_path, merged):
    from docx import Document

    doc = Document()
    doc.add_paragraph("某市权责清单（示例）")
    table = doc.add_table(rows=1, cols=6)
    for cell, head in zip(table.rows[0].cells, HEADS, strict=True):
        cell.text = head
    for row in ROWS:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    if merged:
        for start in range(1, len(ROWS) + 1, 6):
            words = table.cell(start, 5).text
            cell = table.cell(start, 5).merge(table.cell(start + 5, 5))
            cell.text = words
    path = tmp_path / "a.docx"
    doc.save(path)
    assert told(path) == EXPECTED


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("某市水务局权责清单", "某市水务局"),
        ("2020年某市水务局行政权力清单（2020年版）", "某市水务局"),
        ("某县文化和旅游局行政执法事项目录", "某县文化和旅游局"),
        ("某市权责清单", ""),
        ("某市市级部门权责清单", ""),
    ],
)
@pytest.mark.parametrize("word", [False, True])
def test_a_title_says_whose_list_it_is(tmp_path, title, body, word):
    from docx import Document

    heads, row = ("序号", "事项名称", "类型"), ("1", "取水许可", "许可")
    if word:
        doc = Document()
        doc.add_paragraph(title)
        table = doc.add_table(rows=2, cols=3)
        for cells, words in zip(table.rows, (heads, row), strict=True):
            for cell, one in zip(cells.cells, words, strict=True):
                cell.text = one
        doc.save(tmp_path / "a.docx")
    else:
        (tmp_path / "a.csv").write_text(
            "\n".join(map(",".join, ((title, "", ""), heads, row))), encoding="utf-8"
        )
    found = PowersList.read(tmp_path / ("a.docx" if word else "a.csv"))
    assert [(item.name, item.body) for item in found.items] == [("取水许可", body)]
    assert found.title == title
