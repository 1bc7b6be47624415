"""A list of opinions with two columns of clauses is no comparison table: its clauses are numbers, not words of law."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook

from lawtrack.errors import UnusableInput
from lawtrack.formats import read_data
from lawtrack.formats.returned.reading import comparison_in

HEADS = [
    ("条款", "现条款", "意见内容", "提出单位", "采纳情况"),
    ("原条款", "修改后条款", "意见", "建议单位", "是否采纳"),
    ("序号", "草案条款", "现行条款", "修改意见", "反馈单位"),
]
PLACES = [("第三条", "第四条"), ("第八条第二款", "第九条第二款"), ("全文", "全文"), ("附件一", "附件二")]


def book(heads: tuple[str, ...]) -> bytes:
    sheet = (made := Workbook()).active
    sheet.append(heads)
    at = 1 if heads[0] == "序号" else 0
    for number, places in enumerate(PLACES, 1):
        row = [str(number)] * at + list(places) + ["建议增加经费保障的规定。", "市财政局", "采纳"]
        sheet.append(row[: len(heads)])
    made.save(into := io.BytesIO())
    return into.getvalue()


@pytest.mark.parametrize("heads", HEADS)
def test_numbers_of_clauses_are_no_text(heads: tuple[str, ...]) -> None:
    assert comparison_in(book(heads), "意见.xlsx") is None
    with pytest.raises(UnusableInput) as told:
        read_data(book(heads), "意见.xlsx")
    assert told.value.code == "formats.opinions-table"


def test_words_of_law_are_a_text() -> None:
    rows = "条款,现行条例,修订草案,意见\n第三条,第三条　公园开放。,第三条　公园全天开放。,同意\n"
    table = comparison_in(rows.encode(), "对照表.csv")
    assert table is not None
    assert table.text("new")[0] == "第三条　公园全天开放。\n"
