"""Lists of powers as departments keep them: any order of columns, titles, groups, sums, merged cells, several sheets."""

from __future__ import annotations

import csv
import random

import pytest
from openpyxl import Workbook

import lawtrack
from lawtrack.errors import UnusableInput
from lawtrack.powers import columns

FIELDS = ["code", "name", "kind", "body", "basis", "note"]


@pytest.mark.parametrize("seed", range(20))
def test_columns_are_known_by_any_of_their_headings_in_any_order(seed, tmp_path):
    chance = random.Random(seed)
    fields = chance.sample(FIELDS, len(FIELDS))
    heads = [chance.choice(columns()[field]) for field in fields]
    rows = [[f"{field}{n}" for field in fields] for n in range(5)]
    lines = [["某市权责清单", *[""] * 5], heads, *rows, ["合计", *[""] * 5]]
    with (tmp_path / "a.csv").open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows(lines)
    found = lawtrack.PowersList.read(tmp_path / "a.csv")
    assert [(item.name, item.code, item.basis, item.body) for item in found.items] == [
        (f"name{n}", f"code{n}", f"basis{n}", f"body{n}") for n in range(5)
    ]
    assert found.doubts == ()


@pytest.fixture
def book(tmp_path):
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "市城市管理局"
    for row in (
        ["市城市管理局权责清单", None, None, None, None],
        ["序号", "职权编码", "职权名称", "实施依据", "监督电话"],
        ["一、行政许可（共1项）", None, None, None, None],
        [1, "A1", "挖掘城市道路许可", "《某市条例》第三条", "12319"],
        ["二、行政处罚", None, None, None, None],
        [2, "B1", "对乱倒垃圾的处罚", "1.《某市条例》第四条", None],
        [None, None, None, "2.《某省条例》第五条", None],
        [3, "B1", "对乱泼污水的处罚", "《某市条例》第六条", None],
        [4, "B3", None, "《某市条例》第七条", None],
        ["合计", None, 4, None, None],
    ):
        sheet.append(row)
    for cells in ("A1:E1", "A3:E3", "A5:E5", "A6:A7", "B6:B7", "C6:C7"):
        sheet.merge_cells(cells)
    other = book.create_sheet("市公安局")
    for row in (["职权名称", "类别"], ["养犬登记", "确认"], ["对乱倒垃圾的处罚", "处罚"]):
        other.append(row)
    book.save(tmp_path / "a.xlsx")
    return tmp_path / "a.xlsx"


def test_groups_merged_cells_and_sheets_are_understood(book):
    found = lawtrack.PowersList.read(book)
    assert [(item.name, item.kind, item.body) for item in found.items] == [
        ("挖掘城市道路许可", "行政许可", "市城市管理局"),
        ("对乱倒垃圾的处罚", "行政处罚", "市城市管理局"),
        ("对乱泼污水的处罚", "行政处罚", "市城市管理局"),
        ("养犬登记", "行政确认", "市公安局"),
        ("对乱倒垃圾的处罚", "行政处罚", "市公安局"),
    ]
    assert found.items[1].basis == "1.《某市条例》第四条\n2.《某省条例》第五条"
    assert found.items[0].more == (("监督电话", "12319"),)
    assert found.title == "市城市管理局权责清单"


def test_what_contradicts_itself_or_cannot_be_placed_is_said(book):
    codes = [doubt.code for doubt in lawtrack.PowersList.read(book).doubts]
    assert sorted(codes) == [
        "powers.code-twice",
        "powers.count-differs",  # 合计4, of which one row has no name
        "powers.no-name",
        "powers.two-bodies",
    ]


def test_a_file_without_a_list_is_refused(tmp_path):
    (tmp_path / "a.csv").write_text("甲,乙\n1,2\n", encoding="utf-8")
    with pytest.raises(UnusableInput, match="事项名称"):
        lawtrack.PowersList.read(tmp_path / "a.csv")


def test_a_list_is_compared_and_framed(book):
    found = lawtrack.PowersList.read(book)
    assert found.compare(found).summary["unchanged"] == 5
    assert list(found.to_frame()["name"])[:1] == ["挖掘城市道路许可"]
