"""A comparison table is no instrument: it is recognised, asked about, and read back."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest

from lawtrack.cli import main
from lawtrack.compare import compare
from lawtrack.errors import UnusableInput
from lawtrack.formats import read, read_comparison, read_tables, write_comparison
from lawtrack.law import parse
from lawtrack.store import Workspace

if TYPE_CHECKING:
    from pathlib import Path

OLD = """某市古树条例
第一章　总则
第一条　为了古树，制定本条例。
第二条　市林草部门主管古树：
（一）甲；
（二）乙。
第三条　本条例自2010年1月1日起施行。
"""
NEW = """某市古树条例
第一章　总则
第一条　为了保护古树，制定本条例。
第二条　市林草部门负责古树：
（一）甲；
（二）丙。
第三条　爱护古树。
第四条　本条例自2024年1月1日起施行。
"""
ROWS = [
    ["条号", "现行条例", "修订草案", "修改理由"],
    ["第一章　总则", "第一章　总则", "第一章　总则", ""],
    ["第一条", "第一条　为了古树，制定本条例。", "第一条　为了保护古树，制定本条例。", "写明目的"],
    [
        "第二条",
        "第二条　市林草部门主管古树：\n（一）甲；\n（二）乙。",
        "第二条　市林草部门负责古树：\n（一）甲；\n（二）丙。",
        "",
    ],
    ["（新增）", "", "第三条　爱护古树。", "增加义务"],
    ["第三条", "第三条　本条例自2010年1月1日起施行。", "第四条　本条例自2024年1月1日起施行。", ""],
]


def words(text: str) -> list[tuple[str, str]]:
    return [(node.label, node.words) for node in parse(text).articles]


def as_csv(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)


def as_xlsx(path: Path, rows: list[list[str]]) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)


def as_docx(path: Path, rows: list[list[str]]) -> None:
    document = docx.Document()
    document.add_paragraph("《某市古树条例》修改前后对照表")
    table = document.add_table(len(rows), len(rows[0]))
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            table.cell(at, column).text = cell
    document.save(str(path))


WAYS = {"csv": as_csv, "xlsx": as_xlsx, "docx": as_docx}


def variants() -> list[list[list[str]]]:
    """The table with and without its columns of numbers and reasons, with other heads, with words for no text."""
    bare = [row[1:3] for row in ROWS]
    placed = [[row[0], row[1] or "（新增）", row[2], row[3]] for row in ROWS]
    renamed = [["序号", "修改前", "修改后", "备注"], *ROWS[1:]]
    swapped = [["修订草案", "现行条例"], *[[row[2], row[1]] for row in ROWS[1:]]]
    titled = [["《某市古树条例》修订对照表"] * 4, *ROWS]
    headless = [row[1:3] for row in ROWS[1:]]
    return [ROWS, bare, placed, renamed, swapped, titled, headless]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "rows", variants(), ids=["whole", "bare", "placed", "renamed", "swapped", "titled", "headless"]
)
def test_both_texts_are_read_back(tmp_path: Path, way: str, rows: list[list[str]]) -> None:
    path = tmp_path / f"对照表.{way}"
    WAYS[way](path, rows)
    with pytest.raises(UnusableInput) as refused:
        read(path)
    assert refused.value.code == "formats.which-column"
    assert words(read(path, column="old").text) == words(OLD)
    assert words(read(path, column="new").text) == words(NEW)


@pytest.mark.parametrize("ending", ["docx", "xlsx", "md", "csv"])
def test_a_table_of_ours_is_read_back(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    write_comparison(compare(OLD, NEW), path)
    assert words(read(path, column="old").text) == words(OLD)
    assert words(read(path, column="new").text) == words(NEW)


def test_reasons_stand_at_their_clauses(tmp_path: Path) -> None:
    as_docx(tmp_path / "a.docx", ROWS)
    found = read_comparison(tmp_path / "a.docx")
    assert [(one.label, one.head, one.words) for one in found.remarks()] == [
        ("第一条", "修改理由", "写明目的"),
        ("第三条", "修改理由", "增加义务"),
    ]
    assert found.title == "某市古树条例"
    assert read(tmp_path / "a.docx", column="修订草案").title == "某市古树条例"


def test_three_columns_are_chosen_by_head_or_number(tmp_path: Path) -> None:
    rows = [[row[1], row[2], row[2].replace("爱护", "保护")] for row in ROWS[1:]]
    as_csv(tmp_path / "a.csv", [["现行条例", "一审稿", "二审稿"], *rows])
    assert "保护古树。" in read(tmp_path / "a.csv", column="new").text
    assert "爱护古树。" in read(tmp_path / "a.csv", column="一审").text
    assert "爱护古树。" in read(tmp_path / "a.csv", column="2").text
    with pytest.raises(UnusableInput):
        read(tmp_path / "a.csv", column="三审稿")


def test_cells_that_say_as_before_and_left_out(tmp_path: Path) -> None:
    rows = [
        ["现行条例", "修订草案"],
        ["第一条　甲。", "同左"],
        ["第二条　乙。", "第二条　丙。"],
        ["（略）", "（略）"],
    ]
    as_csv(tmp_path / "a.csv", rows)
    with pytest.warns(UserWarning, match=r"."):
        doc = read(tmp_path / "a.csv", column="new")
    assert doc.text == "第一条　甲。\n第二条　丙。\n"


def test_an_instrument_with_a_table_is_no_comparison(tmp_path: Path) -> None:
    text = "某市条例\n第一条　标准如下：\n类别\t面积\n一级\t十公顷\n第二条　完。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert len(read(tmp_path / "a.txt").articles) == 2
    with pytest.raises(UnusableInput):
        read(tmp_path / "a.txt", column="new")


def test_an_edited_table_becomes_the_next_version(tmp_path: Path) -> None:
    """From a version to Word, edited there, and back: the way of a table through an office."""
    workspace = Workspace.create(tmp_path / "w")
    workspace.import_version("trees", OLD, stage="一审", date="2024-01-01")
    path = tmp_path / "对照表.docx"
    write_comparison(compare(OLD, NEW), path)
    document = docx.Document(str(path))
    for row in document.tables[0].rows:
        for paragraph in row.cells[1].paragraphs:
            if "爱护古树" in paragraph.text:
                paragraph.runs[-1].text = paragraph.runs[-1].text.replace("爱护古树", "爱护古树名木")
    document.save(str(path))
    command = [
        "import",
        str(path),
        "--column",
        "new",
        "--draft",
        "trees",
        "--stage",
        "二审",
        "--date",
        "2024-02-01",
    ]
    assert main([*command, "-C", str(workspace.root)]) == 0
    doc = Workspace.open(workspace.root).instrument("trees", "二审")
    assert doc.title == "某市古树条例"
    assert words(doc.text) == words(NEW.replace("爱护古树", "爱护古树名木"))


@pytest.mark.parametrize("ending", ["docx", "xlsx", "csv", "md"])
def test_a_new_law_has_a_table_without_a_column_for_the_old(tmp_path: Path, ending: str) -> None:
    (tmp_path / "none.txt").write_text("", encoding="utf-8")
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    path = tmp_path / f"table.{ending}"
    assert main(["compare", str(tmp_path / "none.txt"), str(tmp_path / "new.txt"), "-o", str(path)]) == 0
    heads = next(row for table in read_tables(path).tables for row in table.rows if len(set(row)) > 1)
    assert not any("修改前" in head or "原条号" in head for head in heads)
    assert any("修改后" in head for head in heads)
