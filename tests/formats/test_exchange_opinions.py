"""Opinions in and out of files: what departments send is read, what goes out comes back by its ids."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from openpyxl import Workbook as Book
from openpyxl import load_workbook

from lawtrack.errors import NotFound, UnusableInput
from lawtrack.formats import read_opinions, read_opinions_data, read_opinions_text, write_opinions
from lawtrack.formats.opinions.files import WRITERS
from lawtrack.opinions import Usual, change_of, paragraphs, sentences
from lawtrack.opinions.wording import paragraph
from lawtrack.store import Author, replay

if TYPE_CHECKING:
    from pathlib import Path

    from lawtrack.opinions import Report
    from lawtrack.store.opinions import Opinions

ME = Author("王小明", "wang@example.cn")
OPINIONS = [
    ("第三条", "“协作”的表述不够准确，建议将“部门协作”修改为“部门协同”。", "某局", "department", "采纳", ""),
    ("第八条第二款", "建议在“人员”前增加“专职”。", "专家乙", "expert", "采纳", ""),
    ("第十九条", "=HYPERLINK(\"x\")|<b>建议</b>明确范围。", "市民丙", "public", "未采纳", "@另有法规规定。"),
    ("第二十六条", "另有专门法规规定，建议删去本条。", "委员丁", "committee", "采纳", ""),
    ("第二十八条", "建议与第二十九条合并。", "某局", "department", "部分采纳", "次序未动。"),
    ("第十七条", "建议增加公筷公勺。", "市民庚", "public", "采纳", ""),
    ("第二十二条第三款第二项", "建议写明口罩。", "市民壬", "public", "", ""),
    ("", "无意见", "某厅", "department", "", ""),
]  # fmt: skip


@pytest.fixture(scope="module")
def opinions(root, tmp_path_factory) -> Opinions:
    """The sample's ordinance with opinions of the tests' own."""
    empty = tmp_path_factory.mktemp("sample")
    (empty / "plans").mkdir()
    for file in ("draft.yaml", "stages"):
        source, target = root / "drafts/patriotic-health" / file, empty / "drafts/patriotic-health" / file
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            target.mkdir()
            for text in source.iterdir():
                (target / text.name).write_bytes(text.read_bytes())
        else:
            target.write_bytes(source.read_bytes())
    found = replay(empty, tmp_path_factory.mktemp("made") / "ws").opinions("patriotic-health")
    made = found.add(
        *(
            found.new(text, clause=clause, on="first-reading", source=source, kind=kind, date="2020-08-05")
            for clause, text, source, kind, _, _ in OPINIONS
        ),
        author=ME,
    )
    for one, (*_, result, reason) in zip(made, OPINIONS, strict=True):
        if result:
            found.answer(one, result, reason=reason, clause="第十八条" * ("公筷" in one.text), author=ME)
    return found


@pytest.fixture
def report(opinions) -> Report:
    return opinions.follow("passed")


def test_the_sentences_have_every_number(report):
    assert sentences(report) == [
        "共收到意见7条（来自7个单位和个人），其中采纳4条，部分采纳1条，未采纳1条，未答复1条。",
        "按来源分：部门和单位2条，社会公众3条，常委会组成人员和专门委员会1条，专家学者1条。",
        "另有1份回复表示没有意见。",
    ]
    empty = replace(report, rows=())
    assert sentences(empty) == ["共收到意见0条。"]


def test_the_paragraphs_say_what_the_comparison_says(report):
    assert paragraphs(report) == [
        (
            "有的部门和单位提出，第三条“协作”的表述不够准确，建议将“部门协作”修改为“部门协同”。经研究，采纳了该意见，"
            "将“部门协作、属地管理、全民参与、预防为主、科学治理”修改为“部门协同、属地管理、全民参与、预防为主、依法科学治理”。"
        ),
        "有的专家对第八条第二款提出，建议在“人员”前增加“专职”。经研究，采纳了该意见，在“人员”前增加“专职”。",
        "有的社会公众对第十七条提出，建议增加公筷公勺。经研究，采纳了该意见，在第十八条作了规定。",
        "有的常委会组成人员对第二十六条提出，另有专门法规规定，建议删去本条。经研究，采纳了该意见，删去第二十六条。",
        "有的部门和单位对第二十八条提出，建议与第二十九条合并。经研究，部分采纳了该意见，将第二十八条并入第三十条。次序未动。",
    ]
    refused = next(row for row in report.rows if row.label == "第十九条")
    assert paragraph(refused) == ""


def test_what_changed_is_said_clause_by_clause(report):
    change = {row.label: change_of(row) for row in report.rows}
    assert (
        change["第二十二条第三款第二项"]
        == "将“烟头等废弃物”修改为“烟头、口罩等废弃物”，修改后为第二十四条第三款第二项"
    )
    assert change["第十九条"] == ""


@pytest.mark.parametrize("suffix", WRITERS)
def test_the_same_report_is_the_same_bytes(report, tmp_path, suffix):
    files = [write_opinions(report, tmp_path / f"{name}{suffix}") for name in "ab"]
    assert files[0].read_bytes() == files[1].read_bytes()


def test_an_ending_that_nobody_writes_is_refused(report, tmp_path):
    with pytest.raises(UnusableInput, match=r"\.docx"):
        write_opinions(report, tmp_path / "a.odp")


@pytest.mark.parametrize("suffix", [".xlsx", ".docx", ".csv", ".json"])
def test_what_went_out_comes_back_and_changes_nothing(opinions, report, tmp_path, suffix):
    intake = read_opinions(write_opinions(report, tmp_path / f"a{suffix}"))
    taken = opinions.take(intake, Usual(on="first-reading"), author=ME)
    assert (taken.added, taken.answered, taken.leftovers) == ((), (), ())
    assert len(taken.same) == len(OPINIONS)


def test_answers_filled_in_a_workbook_come_back(root, opinions, report, tmp_path):
    book = load_workbook(write_opinions(report, tmp_path / "a.xlsx"))
    sheet = book.worksheets[0]
    heads: Any = {cell.value: cell.column for cell in sheet[1]}
    row = next(
        row for row in range(2, sheet.max_row + 1) if sheet.cell(row, heads["提出单位"]).value == "市民壬"
    )
    sheet.cell(row, heads["采纳情况"]).value = "已采纳"
    sheet.cell(row, heads["理由/说明"]).value = "疫情防控需要。"
    book.save(tmp_path / "b.xlsx")
    intake = read_opinions(tmp_path / "b.xlsx")
    assert intake.seen == report.seen
    (one,) = opinions.take(intake, Usual(), author=ME).answered

    assert (one.source, one.answer.result, one.answer.reason) == ("市民壬", "adopted", "疫情防控需要。")
    opinions.answer(one.id, "解释说明", author=ME)  # somebody is quicker than the next copy of the table
    sheet.cell(row, heads["采纳情况"]).value = "未采纳"
    book.save(tmp_path / "c.xlsx")
    late = opinions.take(read_opinions(tmp_path / "c.xlsx"), Usual(), author=ME)
    assert late.answered == ()
    assert "没有覆盖" in late.leftovers[0].why


def test_answers_filled_in_a_word_table_come_back(opinions, report, tmp_path):
    paper = Document(str(write_opinions(report, tmp_path / "a.docx")))
    row = next(row for row in paper.tables[0].rows if "市民丙" in row.cells[3].text)
    row.cells[4].text, row.cells[5].text = "部分采纳", "已明确责任人。"
    paper.save(str(tmp_path / "b.docx"))
    before = opinions.get(next(r.opinion.id for r in report.rows if r.label == "第十九条"))
    (one,) = opinions.take(read_opinions(tmp_path / "b.docx"), Usual(), author=ME).answered
    assert (one.id, one.answer.result, one.answer.reason) == (before.id, "partly-adopted", "已明确责任人。")
    opinions.answer(one, before.answer.result, reason=before.answer.reason, author=ME)


def test_no_cell_of_a_spreadsheet_is_a_formula(report, tmp_path):
    book = load_workbook(write_opinions(report, tmp_path / "a.xlsx"))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert next(cell for cell in cells if "HYPERLINK" in str(cell.value)).quotePrefix
    rows = list(csv.reader(io.StringIO(write_opinions(report, tmp_path / "a.csv").read_text("utf-8-sig"))))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_a_workbook_has_filters_frozen_heads_and_a_list_to_choose_from(report, tmp_path):
    sheet = load_workbook(write_opinions(report, tmp_path / "a.xlsx")).worksheets[0]
    assert sheet.auto_filter.ref == sheet.dimensions
    assert sheet.freeze_panes == "D2"
    assert sheet.print_title_rows == "$1:$1"
    (choice,) = sheet.data_validations.dataValidation
    assert choice.formula1 == '"采纳,部分采纳,未采纳,解释说明"'


def test_the_paper_has_the_columns_of_the_house_across_the_page_with_its_notice(report, tmp_path):
    paper = Document(str(write_opinions(report, tmp_path / "a.docx")))
    table = paper.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == [
        "序号",
        "条款",
        "意见内容",
        "提出单位",
        "采纳情况",
        "理由/说明",
    ]
    assert "tblHeader" in table.rows[0]._tr.xml
    page: Any = paper.sections[0]
    assert page.page_width > page.page_height
    words = [paragraph.text for paragraph in paper.paragraphs]
    assert words[0] == "《昆明市爱国卫生工作条例》意见汇总及采纳情况表"
    assert "示例文本，非正式文本" in words
    assert paragraphs(report)[0] in words
    labels = [row.cells[1].text for row in table.rows[1:]]
    assert labels == [
        "第三条", "第八条第二款", "第十七条", "第十九条\n（现第二十一条）", "第二十二条第三款第二项\n（现第二十四条第三款第二项）",
        "第二十六条（已删去）", "第二十八条\n（现第三十条）", "—",
    ]  # fmt: skip
    assert (
        table.rows[1].cells[5].text
        == "〔将“部门协作、属地管理、全民参与、预防为主、科学治理”修改为“部门协同、属地管理、全民参与、预防为主、依法科学治理”〕"
    )


def test_markdown_and_json_hold_the_same(report, tmp_path):
    text = write_opinions(report, tmp_path / "a.md").read_text("utf-8")
    told = json.loads(write_opinions(report, tmp_path / "a.json").read_text("utf-8"))
    assert "<b>" not in text
    assert text.count("\n| ") == len(OPINIONS) + 2  # the head and the line below it
    assert len(told["opinions"]) == len(OPINIONS)
    assert told["paragraphs"] == paragraphs(report)
    assert (told["tally"]["total"], told["tally"]["no_comment"]) == (7, 1)


def test_a_word_table_with_merged_cells_between_paragraphs(tmp_path):
    paper = Document()
    paper.add_paragraph("某市财政局关于《某条例》征求意见的复函")
    table = paper.add_table(rows=4, cols=4)
    for at, line in enumerate(
        ["序号|条款|意见建议|单位", "1|第三条|甲\n乙|某局", "2|第五条|丙|", "3||无意见|某厅"]
    ):
        for column, words in enumerate(line.split("|")):
            table.cell(at, column).text = words
    table.cell(1, 3).merge(table.cell(2, 3))
    paper.add_paragraph("以上意见供参考。")
    paper.save(str(tmp_path / "a.docx"))
    found = read_opinions(tmp_path / "a.docx")
    assert [(one.clause, one.text, one.source) for one in found.received] == [
        ("第三条", "甲\n乙", "某局"), ("第五条", "丙", "某局"), ("全文", "无意见", "某厅"),
    ]  # fmt: skip
    assert [left.words for left in found.leftovers] == ["以上意见供参考。"]


def test_a_workbook_with_merged_cells_dates_and_a_cover_sheet(tmp_path):
    import datetime as dt

    book = Book()
    book.active.append(["封面"])
    sheet = book.create_sheet("意见")
    sheet.append(["条款", "修改意见", "提出单位", "日期"])
    sheet.append(["第三条", "甲", "某局", dt.datetime(2020, 8, 5)])  # noqa: DTZ001 - a workbook knows no zones
    sheet.append(["第五条", "乙", None, None])
    sheet.merge_cells("C2:C3")
    book.save(tmp_path / "a.xlsx")
    assert [(one.clause, one.source, one.date) for one in read_opinions(tmp_path / "a.xlsx").received] == [
        ("第三条", "某局", "2020-08-05"), ("第五条", "某局", ""),
    ]  # fmt: skip


def test_letters_and_pasted_rows():
    letter = "一、第五条：建议删去“有关”。\n".encode("gb18030")
    assert read_opinions_data(letter, "函.txt").received[0].clause == "第五条"
    assert [one.text for one in read_opinions_text("条款\t意见\n第三条\t甲\n第五条\t乙").received] == [
        "甲",
        "乙",
    ]


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"", "a.txt"), (b"%PDF-1.4", "a.pdf"), (b"PKx", "a.xlsx"), (b"{", "a.json"), (b"[]", "a.json"), ("好。".encode(), "a.txt")],
)  # fmt: skip
def test_a_file_without_opinions_is_refused_with_a_sentence(data, name):
    with pytest.raises(UnusableInput) as caught:
        read_opinions_data(data, name)
    assert len(str(caught.value)) > 5


def test_a_damaged_workbook_is_read_or_refused(report, tmp_path):
    data = bytearray(write_opinions(report, tmp_path / "a.xlsx").read_bytes())
    for at in range(200, len(data), 199):
        damaged = bytes(data[:at]) + b"\x00\xff" + bytes(data[at + 2 :])
        with suppress(UnusableInput):  # and nothing else
            read_opinions_data(damaged, "a.xlsx")


def test_a_file_that_is_not_there(tmp_path: Path):
    with pytest.raises(NotFound):
        read_opinions(tmp_path / "a.docx")


def test_what_a_failed_save_left_can_be_taken_in(opinions, tmp_path, monkeypatch):
    from lawtrack.errors import NotSaved
    from lawtrack.store.git.repository import Repository

    real = Repository.run

    def run(self, *arguments, **more):
        if arguments[0] == "commit-tree":
            raise OSError(28, "No space left on device")
        return real(self, *arguments, **more)

    new = opinions.new("不能丢的意见。", clause="第三条", on="first-reading", source="某局")
    with monkeypatch.context() as patch:
        patch.setattr(Repository, "run", run)
        with pytest.raises(NotSaved) as caught:
            opinions.add(new, author=ME)
    (one,) = opinions.take(read_opinions(caught.value.details["kept"]), Usual(), author=ME).added
    assert (one.id, one.anchor) == (new.id, new.anchor)


def test_reading_opinions_loads_no_pandas():
    code = "import sys, lawtrack.formats.opinions.intake, lawtrack.store.opinions; print('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_opinions_in_a_returned_table_stand_on_their_clauses_and_reasons_are_none(tmp_path):
    table = tmp_path / "returned.csv"
    rows = (
        "现行条例,修订草案,市司法局意见,修改理由\n第一条 甲。,第一条 乙。,建议保留原文,与上位法一致\n"
        "第二条 丙。,第二条 丁。,,机构改革\n"
    )
    table.write_text(rows, encoding="utf-8")
    assert [(one.clause, one.text, one.source) for one in read_opinions(table).received] == [
        ("第一条", "建议保留原文", "市司法局")
    ]


def test_a_returned_table_without_opinions_has_none(tmp_path):
    table = tmp_path / "returned.csv"
    table.write_text(
        "现行条例,修订草案,备注\n第一条 甲。,第一条 乙。,建议稿已改\n第二条 丙。,第二条 丁。,\n",
        encoding="utf-8",
    )
    with pytest.raises(UnusableInput):
        read_opinions(table)


def test_a_unit_merged_over_several_rows_sends_each_of_them(tmp_path):
    page = tmp_path / "summary.html"
    page.write_text(
        "<table><tr><th>单位</th><th>条款</th><th>修改意见</th></tr><tr><td rowspan=2>市财政局</td><td>第三条</td>"
        "<td>删除第二款</td></tr><tr><td>第五条</td><td>增加一款</td></tr><tr><td>某局</td><td></td><td>统一表述</td></tr></table>",
        encoding="utf-8",
    )
    received = read_opinions(page).received
    assert [(one.source, one.clause) for one in received] == [
        ("市财政局", "第三条第二款"),
        ("市财政局", "第五条"),
        ("某局", ""),
    ]
