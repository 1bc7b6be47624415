from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from lawtrack.errors import UnusableInput
from lawtrack.formats import read_published

if TYPE_CHECKING:
    from pathlib import Path

ABOUT: dict[str, Any] = {"year": 2020, "title": "计划", "jurisdiction": "珠海市"}
ROWS = [
    ["一、提请审议项目（1项）", "", "", ""],
    ["序号", "法规名称", "起草单位", "送司法局审查时间"],
    ["1", "某市市容条例（修订）", "市城管局", "3月"],
]


def as_docx() -> bytes:
    from docx import Document

    document = Document()
    document.add_paragraph("某市2020年立法计划")
    table = document.add_table(len(ROWS), 4)
    for row, cells in zip(table.rows, ROWS, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    table.rows[0].cells[0].merge(table.rows[0].cells[3])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_xlsx() -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    for row in ROWS:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_html() -> bytes:
    band = f"<tr><td colspan=4>{ROWS[0][0]}</td></tr>"
    rows = "".join("<tr>" + "".join(f"<td> {cell}</td>" for cell in row) + "</tr>" for row in ROWS[1:])
    return f"<meta charset=gb18030><p>计划</p><table>{band}{rows}</table>".encode("gb18030")


def as_csv() -> bytes:
    return "\r\n".join(",".join(row) for row in ROWS).encode("gb18030")


def as_text() -> bytes:
    return "一、提请审议项目（1项）\n1.某市市容条例（修订）（市城管局起草；3月送司法局审查）\n".encode()


@pytest.mark.parametrize(
    ("name", "made"),
    [("a.docx", as_docx), ("a.xlsx", as_xlsx), ("a.html", as_html), ("a.csv", as_csv), ("a.txt", as_text)],
)
def test_every_form_gives_the_same_plan(tmp_path: Path, name: str, made: Any) -> None:
    path = tmp_path / name
    path.write_bytes(made())
    found = read_published(path, **ABOUT)
    assert [
        (item.title, item.action, item.category, item.drafting_unit, str(item.targets[0].date))
        for item in found.plan.items
    ] == [("某市市容条例", "revise", "提请审议项目", "市城管局", "2020-03")]


def test_file_without_any_item_says_what_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("关于印发计划的通知\n", encoding="utf-8")
    with pytest.raises(UnusableInput, match="带编号的清单"):
        read_published(path, **ABOUT)


def test_broken_package_is_refused_with_one_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(as_xlsx()[:400])
    with pytest.raises(UnusableInput):
        read_published(path, **ABOUT)


def damaged(package: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The package with `old` replaced by `new` in one part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as whole, zipfile.ZipFile(out, "w") as broken:
        for entry in whole.namelist():
            data = whole.read(entry)
            assert entry != part or old in data
            broken.writestr(entry, data.replace(old, new) if entry == part else data)
    return out.getvalue()


def test_a_workbook_with_a_damaged_sheet_is_refused_with_one_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "计划.xlsx"
    path.write_bytes(damaged(as_xlsx(), "xl/worksheets/sheet1.xml", b"</row>", b"</rwo>"))
    with pytest.raises(UnusableInput, match="计划"):
        read_published(path, **ABOUT)


def test_a_cell_that_spans_nonsense_spans_nothing(tmp_path: Path) -> None:
    path = tmp_path / "计划.docx"
    path.write_bytes(
        damaged(as_docx(), "word/document.xml", b'w:gridSpan w:val="4"', b'w:gridSpan w:val="four"')
    )
    assert [item.title for item in read_published(path, **ABOUT).plan.items] == ["某市市容条例"]
