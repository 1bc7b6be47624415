from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from pathlib import Path

import pytest

from lawtrack.errors import UnusableInput
from lawtrack.formats import status_table, write_status
from lawtrack.formats.plan.files import WRITERS
from lawtrack.plan import Plan

SAMPLE = Path(__file__).parents[2] / "plans" / "2020.yaml"
HOSTILE = """
year: 2020
title: "<script>alert(1)</script>"
jurisdiction: 昆明市
sources: {S: {title: "@SUM(1)", url: "javascript:alert(1)"}}
items:
- id: a
  title: '=HYPERLINK("http://x","条例")'
  instrument: local-regulation
  action: enact
  milestones: [{stage: passed, date: 2020-08-28, source: S, certainty: C}]
- {id: b, title: "<img src=x onerror=alert(1)>|\\n;,", instrument: list, action: maintain}
"""


@pytest.fixture(scope="module")
def plan() -> Plan:
    return Plan.load(SAMPLE)


def written(tmp_path: Path, plan: Plan, suffix: str, as_of: str = "2020-09-01") -> bytes:
    return write_status([plan], as_of, tmp_path / f"状态{suffix}").read_bytes()


@pytest.mark.parametrize("suffix", WRITERS)
def test_every_format_is_written_and_is_the_same_each_time(tmp_path: Path, plan: Plan, suffix: str) -> None:
    first = written(tmp_path, plan, suffix)
    assert first
    assert written(tmp_path, plan, suffix) == first
    assert [path.name for path in tmp_path.iterdir()] == [f"状态{suffix}"]


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_stage_of_which_only_the_day_is_known_is_written_in_every_format(
    tmp_path: Path, suffix: str
) -> None:
    """As the page records it: no source, no certainty, no meeting."""
    item = "id: a, title: 甲条例, instrument: local-regulation, action: enact"
    step = "{stage: first-reading, date: 2020-07-01}"
    text = f"year: 2020\ntitle: 计划\njurisdiction: 甲市\nitems:\n- {{{item}, milestones: [{step}]}}\n"
    assert written(tmp_path, Plan.read(text), suffix)


def test_unknown_ending_is_refused_and_nothing_is_written(tmp_path: Path, plan: Plan) -> None:
    with pytest.raises(UnusableInput, match="xlsx"):
        write_status([plan], "2020-09-01", tmp_path / "a.odp")
    assert not list(tmp_path.iterdir())


def test_csv_opens_in_excel_with_chinese_intact_and_no_formula(tmp_path: Path) -> None:
    data = written(tmp_path, Plan.read(HOSTILE), ".csv")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[0][0] == "项目"
    assert rows[1][0].startswith("'=")
    assert rows[1][-1].startswith("'@")
    assert rows[1][rows[0].index("剩余天数")] == "118"


def test_xlsx_holds_status_milestones_and_deadlines_without_formulas(tmp_path: Path, plan: Plan) -> None:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(written(tmp_path, plan, ".xlsx")))
    assert book.sheetnames == ["执行情况", "环节与出处", "法定期限"]
    sheet = book["执行情况"]
    assert sheet.auto_filter.ref == sheet.dimensions
    assert sheet.freeze_panes == "B2"
    assert len(sheet.conditional_formatting) > 0
    assert sheet.max_row == 1 + len(plan.items)
    hostile = load_workbook(io.BytesIO(written(tmp_path, Plan.read(HOSTILE), ".xlsx")))
    cell = hostile["执行情况"]["A2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    assert not any(c.data_type == "f" for ws in hostile.worksheets for line in ws.iter_rows() for c in line)


def test_json_is_the_contract_s_records(tmp_path: Path, plan: Plan) -> None:
    assert json.loads(written(tmp_path, plan, ".json")) == plan.status("2020-09-01").to_dict("records")


@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_markup_of_a_plan_stays_text(tmp_path: Path, suffix: str) -> None:
    page = written(tmp_path, Plan.read(HOSTILE), suffix).decode()
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "&lt;img" in page


def test_page_fetches_nothing(tmp_path: Path, plan: Plan) -> None:
    page = written(tmp_path, plan, ".html").decode()
    assert "default-src 'none'" in page
    assert not re.search(r"""(src|href)\s*=\s*["']?(https?:)?//""", page)


def test_notebook_table_needs_neither_style_sheet_nor_script(plan: Plan) -> None:
    table = status_table(plan, date(2020, 9, 1))
    assert not re.search(r"<(style|script|svg)|\b(role|aria-\w+|data-\w+|on\w+)=", table)
    assert "<caption>昆明市2020年度立法计划 2020-09-01</caption>" in table
    assert '<th scope="row"' in table
    assert "立法法（2015）第七十二条" in table


def test_calendar_folds_escapes_and_rings_for_open_limits(tmp_path: Path, plan: Plan) -> None:
    data = written(tmp_path, plan, ".ics")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    text = data.replace(b"\r\n ", b"").decode()
    due = text[text.index("DTSTART;VALUE=DATE:20201228") :]
    assert due.index("TRIGGER:-P7D") < due.index("END:VEVENT")
    assert "20201028" not in text  # what had not happened by the day is not in the calendar
    hostile = written(tmp_path, Plan.read(HOSTILE), ".ics").replace(b"\r\n ", b"").decode()
    assert all(re.match(r"[A-Z-]+[;:]", line) for line in hostile.strip().split("\r\n"))
    assert written(tmp_path, plan, ".ics") == data


def test_word_report_counts_what_the_plan_holds(tmp_path: Path, plan: Plan) -> None:
    from docx import Document

    document = Document(io.BytesIO(written(tmp_path, plan, ".docx")))
    said = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "共12项：地方性法规6项，政府规章1项，委员会文件4项，清单1项" in said
    assert "省人大常委会批准的期限为2020年12月28日，剩余118日（立法法（2015）第七十二条）" in said
    assert "报请省人大常委会批准的日期不详" in said
    assert len(document.tables[0].rows) == 13


def test_word_report_draws_the_year_as_a_table_that_prints_anywhere(tmp_path: Path, plan: Plan) -> None:
    from docx import Document

    document = Document(io.BytesIO(written(tmp_path, plan, ".docx")))
    _, timeline, funnel, units = document.tables
    assert [cell.text for cell in timeline.rows[0].cells] == ["项目", *map(str, range(1, 13))]
    health = timeline.rows[2].cells
    assert [cell.text for cell in health] == ["昆明市爱国卫生工作条例", *[""] * 6, "○●", "●", *[""] * 4]
    assert ["thinDiagStripe" in cell._tc.xml for cell in health] == [False] * 8 + [True] * 5
    thick = [at for at, cell in enumerate(timeline.rows[0].cells) if 'w:sz="18"' in cell._tc.xml]
    assert thick == [9]  # September, the month of the day
    assert [cell.text for cell in funnel.rows[-1].cells] == ["未见公开信息", "□□□□", "4"]
    assert [row.cells[0].text for row in units.rows][:2] == ["责任机关", "市人大常委会办公室"]


def test_word_timeline_has_columns_beside_the_year_only_for_what_lies_there(tmp_path: Path) -> None:
    from docx import Document

    text = HOSTILE.replace("year: 2020", "year: 2021")
    document = Document(io.BytesIO(written(tmp_path, Plan.read(text), ".docx", "2021-02-01")))
    heads = [cell.text for cell in document.tables[1].rows[0].cells]
    assert (heads[1], heads[-1]) == ("此前", "12")
    assert document.tables[1].rows[1].cells[1].text == "●"
    assert "<img src=x" in document.tables[1].rows[2].cells[0].text


def test_long_bars_of_the_report_shrink_but_none_that_counts_disappears() -> None:
    from lawtrack.formats.plan.tables import blocks
    from lawtrack.formats.plan.tallies import Tally

    assert blocks(Tally("a", 3, late=1), 3) == "■□□"
    assert len(blocks(Tally("a", 200), 200)) == 20
    assert blocks(Tally("a", 1), 200) == "□"
    assert blocks(Tally("a", 2, late=1), 200) == "■"
