"""A comparison table is no instrument: it is recognised, asked about, and read back."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

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
    document.add_paragraph("附件3：《某市古树条例》修改前后对照表")
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


PAIRS = [
    ("原文", "修改稿"),
    ("现行规定", "修改内容"),
    ("旧条文", "新条文"),
    ("征求意见稿", "送审稿"),
    ("一审稿", "二审稿"),
    ("2010年条例", "2024年草案"),
    ("《某市古树条例》", "《某市古树条例（修订草案）》"),
    ("条例原文", "建议修改后条文"),
    ("调整前", "调整后"),
    ("左栏", "右栏"),
    ("上次稿", "本次稿"),
    ("Old", "New"),
]
REMARKS = ["修改理由", "备注", "依据和理由", "主要变化", "修改原因", "参考依据", "调整说明", "条文释义"]
SAME = [
    "同左",
    "（同左）",
    "内容同左",
    "不变",
    "未改",
    "无修改",
    "保持不变",
    "维持原文",
    "同现行条例",
    "未作改动",
    "与原文一致",
    "条文未变",
    "无变动",
    "保留",
]
NONE = ["", "（新增）", "新增条款", "无此条", "——", "/", "此条为新增", "原条例无此内容", "空缺"]


def reread(path: Path) -> tuple[list[str], list[str], list[tuple[str, str]]]:
    table = read_comparison(path)
    old, new = (words(table.text(side)[0]) for side in ("old", "new"))
    return (
        [label + said for label, said in old],
        [label + said for label, said in new],
        [(one.label, one.words) for one in table.remarks()],
    )


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("columns", [2, 3, 4])
def test_any_pair_of_heads_in_two_three_and_four_columns(
    tmp_path: Path, pair: tuple[str, str], columns: int
) -> None:
    for at, remark in enumerate(REMARKS):
        number = ["序号"] if columns == 4 else []
        head = [*number, *pair, remark][: min(4, columns)]
        body = [[*([str(i)] if number else []), *row[1:]][: len(head)] for i, row in enumerate(ROWS[2:], 1)]
        path = tmp_path / f"{at}.csv"
        as_csv(path, [head, *body])
        old, new, said = reread(path)
        assert (len(old), len(new)) == (3, 4)
        assert said == ([("第一条", "写明目的"), ("第三条", "增加义务")] if columns > 2 else [])


@pytest.mark.parametrize("same", SAME)
def test_a_cell_that_says_as_before(tmp_path: Path, same: str) -> None:
    rows = [["现行条例", "修订草案"], *[row[1:3] for row in ROWS[2:]]]
    rows[2][1] = same
    as_csv(tmp_path / "a.csv", rows)
    old, new, _ = reread(tmp_path / "a.csv")
    assert new[1] == old[1]


@pytest.mark.parametrize("none", NONE)
def test_a_cell_that_says_that_nothing_stands_there(tmp_path: Path, none: str) -> None:
    rows = [["现行条例", "修订草案"], *[[row[1] or none, row[2]] for row in ROWS[2:]]]
    as_csv(tmp_path / "a.csv", rows)
    old, new, _ = reread(tmp_path / "a.csv")
    assert (len(old), len(new)) == (3, 4)


def test_a_table_that_goes_on_on_the_next_page(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("第一条的修改最重要。")
    for part in (ROWS[:3], [ROWS[0], *ROWS[3:]]):
        table = document.add_table(len(part), 4)
        for at, row in enumerate(part):
            for column, cell in enumerate(row):
                table.cell(at, column).text = cell
        document.add_paragraph("（续表）")
    document.save(str(tmp_path / "a.docx"))
    old, new, said = reread(tmp_path / "a.docx")
    assert (len(old), len(new)) == (3, 4)
    assert said == [("第一条", "写明目的"), ("第三条", "增加义务")]


def test_changes_that_several_people_tracked(tmp_path: Path) -> None:
    as_docx(tmp_path / "a.docx", ROWS)
    document = docx.Document(str(tmp_path / "a.docx"))
    run = document.tables[0].cell(2, 2).paragraphs[0].runs[0]._r
    for author, tag, text in (("甲", "ins", "和管理"), ("乙", "del", "（旧词）"), ("丙", "ins", "、利用")):
        mark = OxmlElement(f"w:{tag}")
        mark.set(qn("w:author"), author)
        inner = OxmlElement("w:r")
        words_of = OxmlElement("w:t" if tag == "ins" else "w:delText")
        words_of.text = text
        inner.append(words_of)
        mark.append(inner)
        run.addnext(mark)
        run = mark
    document.save(str(tmp_path / "b.docx"))
    assert reread(tmp_path / "b.docx")[1][0].endswith("和管理、利用")
    table = read_comparison(tmp_path / "b.docx", tracked="rejected")
    assert words(table.text("new")[0])[0][1].endswith("（旧词）")


def test_remarks_come_back_as_records(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    as_docx(tmp_path / "a.docx", ROWS)
    told = [one.to_dict() for one in read_comparison(tmp_path / "a.docx").remarks()]
    assert told == [
        {"label": "第一条", "eid": "art_1", "head": "修改理由", "words": "写明目的"},
        {"label": "第三条", "eid": "art_3", "head": "修改理由", "words": "增加义务"},
    ]
    assert main(["parse", str(tmp_path / "a.docx"), "--remarks", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == told
    assert main(["parse", str(tmp_path / "a.docx"), "--remarks"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "第一条\t修改理由\t写明目的"


@pytest.mark.parametrize("head", ["国家法律", "上位法", "法律", "行政法规", "省条例"])
def test_another_law_beside_the_draft_is_no_earlier_version(tmp_path: Path, head: str) -> None:
    as_csv(tmp_path / "a.csv", [[head, "草案"], ["第一条　甲。", "第一条　丙。"], ["", "第二条　丁。"]])
    table = read_comparison(tmp_path / "a.csv")
    assert len(parse(table.text("new")[0]).articles) == 2
    assert len(parse(table.text(head)[0]).articles) == 1
    with pytest.raises(UnusableInput):
        table.text("old")


@pytest.mark.parametrize(
    "head", ["附件3：某市古树条例修改对照表", "附：某市古树条例修改前后对照表", "某市古树条例修订对照表"]
)
def test_the_number_of_an_annex_is_not_of_the_title(head: str, tmp_path):
    rows = f"{head},,\n现行条文,修改后条文,说明\n第一条　甲。,第一条　甲甲。,\n第二条　乙。,第二条　乙。,\n"
    file = tmp_path / "对照.csv"
    file.write_text(rows, encoding="utf-8")
    assert read_comparison(file).title == "某市古树条例"
