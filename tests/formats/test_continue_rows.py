"""No workbook has a row that is higher than Excel allows, or one in which words lie hidden; nothing is lost or read twice."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from lawtrack.compare import Span, compare, concordance
from lawtrack.drafts import Author
from lawtrack.formats import Listing, read_opinions_data
from lawtrack.formats.comparison.xlsx import comparison_xlsx, concordance_xlsx
from lawtrack.formats.listing.xlsx import listing_xlsx
from lawtrack.formats.opinions.xlsx import report_xlsx
from lawtrack.formats.plan.screen import width as columns
from lawtrack.formats.plan.xlsx import status_xlsx
from lawtrack.formats.sheets.continuing import LINE, TALLEST, continued, words_of
from lawtrack.opinions import Intake, Received, Usual
from lawtrack.plan import Plan
from lawtrack.store import Workspace

LI = Author("李娜", "li@example.cn")
LENGTHS = (40, 700, 1500, 4000)
ROOT = Path(__file__).resolve().parents[2]


def long(length):
    return "".join(f"第{number}句逐字保留。" for number in range(length // 8))


@pytest.fixture(scope="module")
def opinions(tmp_path_factory):
    """A workspace with opinions of every length, answered with reasons of every length."""
    workspace = Workspace.create(tmp_path_factory.mktemp("long"), author=LI)
    workspace.import_version(
        "d", "某市条例\n第一条　甲。\n第二条　乙。\n", stage="一审", date="2020-07-30", author=LI
    )
    received = [
        Received(
            at,
            text=f"{n}：{long(n)}",
            clause="第一条",
            source="某局",
            grounds=long(n),
            suggestion=long(n // 2),
            result="未采纳",
            reason=f"{n}：{long(n // 2)}",
        )
        for at, n in enumerate(LENGTHS)
    ]
    workspace.opinions("d").take(Intake(tuple(received)), Usual(on="一审"), author=LI)
    return workspace


def made(kind, opinions):
    first = "某市条例\n" + "".join(
        f"第{at}条　{long(n)}\n" for at, n in zip("一二三四", LENGTHS, strict=True)
    )
    second = first.replace("第5句", "第五句")
    if kind == "comparison":
        return comparison_xlsx(compare(first, second))
    if kind == "concordance":
        return concordance_xlsx(concordance([first, second, first]))
    if kind == "plan":
        plan = (ROOT / "plans" / "2020.yaml").read_text(encoding="utf-8")
        path = opinions.root / "2020.yaml"
        path.write_text(re.sub(r"(?m)^( +note: .*)$", rf"\1{long(1500)}", plan), encoding="utf-8")
        return status_xlsx([Plan.load(path)], "2020-09-01")
    if kind == "opinions":
        return report_xlsx(opinions.opinions("d").follow())
    rows = [("标题",), *((f"{n}", (Span(long(n)), Span("重点", new=True)), long(n // 2)) for n in LENGTHS)]
    return listing_xlsx(Listing("清单", ("号", "文字", "说明"), (5, 20, 10), rows, notes=(long(4000),)))


@pytest.mark.parametrize("kind", ["comparison", "concordance", "plan", "opinions", "listing"])
def test_every_line_of_every_cell_is_seen(kind, opinions):
    for sheet in load_workbook(io.BytesIO(made(kind, opinions))).worksheets:
        merged = {area.min_row for area in sheet.merged_cells.ranges}
        for line, row in enumerate(sheet.iter_rows(min_row=2), 2):
            height = sheet.row_dimensions[line].height
            assert height is not None
            assert height <= TALLEST
            for number, cell in enumerate(row, 1):
                column = sheet.column_dimensions[get_column_letter(number)]
                said = str(cell.value or "")
                needed = sum(-(-columns(part) // int(column.width)) for part in said.split("\n"))
                hidden = column.hidden or line in merged or not said
                assert hidden or isinstance(cell.value, int) or LINE * (needed - 1) < height


@pytest.mark.parametrize("length", [1, 500, 512, 513, 514, 4000])
@pytest.mark.parametrize("width", [8, 40, 120])
def test_the_pieces_are_the_words(length, width):
    words = long(8 * length)[:length]
    spans = (Span(words[: length // 3], gone=True), Span(words[length // 3 :], new=True))
    rows = list(
        continued((3, words, spans, "第一条", words), (6, width, width, 10, width), whole={4}, same={3})
    )
    assert "".join(row[1] for row in rows) == words
    assert "".join(words_of(row[2]) for row in rows) == words
    assert {row[3] for row in rows} == {"第一条"}
    assert [row[4] for row in rows] == [words, *[""] * (len(rows) - 1)]
    assert [row[0] for row in rows] == [3, *[""] * (len(rows) - 1)]


def test_a_long_table_of_opinions_comes_back_as_it_went_out(opinions):
    data = made("opinions", opinions)
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    assert sheet.max_row > 1 + len(LENGTHS)
    taken = opinions.opinions("d").take(read_opinions_data(data, "采纳情况表.xlsx"), Usual(), author=LI)
    assert (taken.added, taken.answered, taken.leftovers) == ((), (), ())


def test_an_answer_in_a_row_that_goes_on_is_taken_once(opinions):
    book = load_workbook(io.BytesIO(made("opinions", opinions)))
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    result = next(at for at, head in enumerate(heads, 1) if "采纳情况" in str(head))
    changed = [line for line, row in enumerate(sheet.iter_rows(min_row=2), 2) if row[result - 1].value]
    assert len(changed) == len(LENGTHS)
    for line in changed:
        sheet.cell(line, result).value = "采纳"
    stream = io.BytesIO()
    book.save(stream)
    intake = read_opinions_data(stream.getvalue(), "采纳情况表.xlsx")
    taken = opinions.opinions("d").take(intake, Usual(), author=LI)
    assert (len(taken.answered), taken.added, taken.leftovers) == (len(LENGTHS), (), ())
    assert {one.answer.reason for one in taken.answered} == {f"{n}：{long(n // 2)}" for n in LENGTHS}
