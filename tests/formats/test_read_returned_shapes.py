"""Comparison tables of dozens of shapes come back whole: both texts, every reason and comment at its clause."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from lawtrack.formats import comparison_in, read_comparison, read_opinions
from tests.formats.returned_shapes import random_shape, written

if TYPE_CHECKING:
    from pathlib import Path


def _clauses(text: str) -> list[str]:
    return [line for line in text.split("\n") if line and not line.startswith("某市")]


@pytest.mark.parametrize("seed", range(80))
def test_both_texts_and_all_that_stands_beside_come_back(tmp_path: Path, seed: int) -> None:
    shape = random_shape(random.Random(f"shape {seed}"))
    table = read_comparison(written(shape, tmp_path / "对照表.docx"))
    assert _clauses(table.text("old")[0]) == shape.old
    assert _clauses(table.text("new")[0]) == shape.new
    remarks = {(one.label, one.words) for one in table.remarks()}
    told = {words for words in remarks if not words[1].startswith(("（", "第"))}
    assert told == shape.remarks
    assert not table.loose


def _csv(*rows: str) -> bytes:
    return "\n".join(rows).encode()


@pytest.mark.parametrize("seed", range(12))
def test_rows_that_somebody_sorted_come_back_in_order_and_that_is_told(seed: int) -> None:
    labels = "一二三四五六"
    rows = [f"第{label}条　甲{at}。,第{label}条　乙{at}。,{at % 2}" for at, label in enumerate(labels)]
    mixed = rows.copy()
    random.Random(seed).shuffle(mixed)
    table = comparison_in(_csv("现行,修改后,类别", *mixed), "t.csv")
    assert table is not None
    for which, word in (("old", "甲"), ("new", "乙")):
        text, told = table.text(which)
        assert text.splitlines() == [f"第{label}条　{word}{at}。" for at, label in enumerate(labels)]
        assert ("formats.table-order" in dict(told)) == (mixed != rows)


@pytest.mark.parametrize(
    ("head", "cell", "means"),
    [
        ("现行,一审稿,二审稿", "同一审稿", "第二条　乙一。"),
        ("现行,一审稿,二审稿", "不作修改", "第二条　乙一。"),
        ("现行,一审稿,二审稿", "同现行", "第二条　乙。"),
        ("现行,征求意见稿,送审稿", "同征求意见稿", "第二条　乙一。"),
    ],
)
def test_the_same_as_a_column_is_that_column(head: str, cell: str, means: str) -> None:
    rows = (head, "第一条　甲。,第一条　甲一。,第一条　甲二。", f"第二条　乙。,第二条　乙一。,{cell}")
    table = comparison_in(_csv(*rows), "t.csv")
    assert table is not None
    assert table.text("new")[0].splitlines()[1] == means


@pytest.mark.parametrize("other", ["上位法规定", "省条例", "外地立法例", "行政法规"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_another_law_is_neither_the_old_nor_the_new_text(other: str, place: int) -> None:
    heads, first, second = (
        ["现行条例", "修订草案"],
        ["第一条　甲。", "第一条　甲一。"],
        ["第二条　乙。", "第二条　乙一。"],
    )
    for row, words in ((heads, other), (first, "第九条　国家甲。"), (second, "第十条　国家乙。")):
        row.insert(place, words)
    table = comparison_in(_csv(*(",".join(row) for row in (heads, first, second))), "t.csv")
    assert table is not None
    assert table.text("old")[0] == "第一条　甲。\n第二条　乙。\n"
    assert table.text("new")[0] == "第一条　甲一。\n第二条　乙一。\n"
    assert table.remarks() == ()


@pytest.mark.parametrize("blanks", [1, 2, 3])
def test_an_empty_cell_of_the_new_text_is_told(blanks: int) -> None:
    rows = [
        f"第{label}条　甲。,{'' if at < blanks else f'第{label}条　乙。'}"
        for at, label in enumerate("一二三四")
    ]
    table = comparison_in(_csv("现行,修改后", *rows), "t.csv")
    assert table is not None
    assert dict(table.text("new")[1]) == {"formats.table-blank": blanks}
    assert dict(table.text("old")[1]) == {}


def test_a_text_without_any_numbers_takes_them_from_the_other_and_one_number_left_out_is_told() -> None:
    bare = comparison_in(_csv("现行内容,修改后内容", "第一条　甲。,甲一。", "第二条　乙。,乙一。"), "t.csv")
    assert bare is not None
    assert bare.text("new")[0] == "第一条　甲一。\n第二条　乙一。\n"
    one = comparison_in(
        _csv(
            "现行,修改后", "第一条　甲。,第一条　甲一。", "第二条　乙。,乙一。", "第三条　丙。,第三条　丙。"
        ),
        "t.csv",
    )
    assert one is not None
    assert dict(one.text("new")[1]) == {"formats.table-unnumbered": 1}


@pytest.mark.parametrize("mark", ["1.", "（新增）", "【修改】", "2、", "〔调整〕"])
def test_what_stands_before_the_number_of_a_clause_is_no_word_of_it(mark: str) -> None:
    table = comparison_in(
        _csv("现行,修改后", "第一条　甲。,第一条　甲。", f"第二条　乙。,{mark}第二条　丙。"), "t.csv"
    )
    assert table is not None
    assert table.text("new")[0] == "第一条　甲。\n第二条　丙。\n"


def test_comments_of_a_returned_table_are_opinions_of_those_who_wrote_them(tmp_path: Path) -> None:
    shape = random_shape(random.Random("shape 1"))
    shape.comments = {1: ("赵六", "建议再研究")}
    found = read_opinions(written(shape, tmp_path / "对照表.docx"))
    assert ("赵六", "建议再研究") in {(one.source, one.text) for one in found.received}


@pytest.mark.parametrize(
    ("old", "new", "label"),
    [
        ("第一章　总则", "第一章　通则", "第一章"),
        ("第二章　管理", "第二章　运输管理", "第二章"),
        ("", "第三章　监督", "第三章"),
        ("第三节　许可", "（删除）", "第三节"),
        ("附则", "附则", "附则"),
        ("附件1", "附件1：名录", "附件1"),
        ("第二条　乙。", "第三条　丙。", "第三条"),
        ("", "", "第一条"),
    ],
)
def test_a_reason_beside_what_heads_a_part_comes_back_at_it(old: str, new: str, label: str) -> None:
    table = comparison_in(
        _csv(
            "现行,修订,说明",
            "第一条　甲。,第一条　甲一。,",
            f"{old},{new},更准确",
            "第四条　丁。,第四条　丁一。,",
        ),
        "t.csv",
    )
    assert table is not None
    assert [(one.label, one.words) for one in table.remarks()] == [(label, "更准确")]


@pytest.mark.parametrize(
    ("old", "new", "label"),
    [
        ("某市渠道条例", "某市渠道保护条例", "标题"),
        ("（2010年1月1日通过）", "（2025年1月1日通过）", "题注"),
        ("为了保护渠道，订立本公约。", "为了保护水渠，订立本公约。", "序言"),
        ("目录", "目录", "目录"),
        ("", "", ""),
    ],
)
def test_a_reason_above_the_articles_comes_back(old: str, new: str, label: str) -> None:
    table = comparison_in(
        _csv("现行,修订,说明", f"{old},{new},更准确", "第一条　甲。,第一条　甲一。,"), "t.csv"
    )
    assert table is not None
    (remark,) = table.remarks()
    assert (remark.label, remark.words, remark.eid) == (label, "更准确", "")


def test_a_heading_merged_over_the_row_is_no_reason() -> None:
    rows = "第一章　总则,第一章　总则,第一章　总则", "第一条　甲。,第一条　甲一。,目的"
    table = comparison_in(_csv("现行,修订,说明", *rows), "t.csv")
    assert table is not None
    assert [one.words for one in table.remarks()] == ["目的"]


@pytest.mark.parametrize(
    "heads", ["现行条文,修订条文", "现行条文,调整条文", "原条文,修改条文", "现行文本,二〇二五年文本"]
)
def test_numbers_in_a_column_of_their_own_whatever_the_new_text_is_called(heads: str) -> None:
    rows = (
        "第一条,为了管理水塔，制定本条例。,为了保护水塔，制定本条例。,目的",
        "第二条,水塔由镇管理。,水塔由县管理。,体制",
    )
    table = comparison_in(_csv(f"条次,{heads},理由", *rows), "t.csv")
    assert table is not None
    assert table.text("old")[0] == "第一条　为了管理水塔，制定本条例。\n第二条　水塔由镇管理。\n"
    assert table.text("new")[0] == "第一条　为了保护水塔，制定本条例。\n第二条　水塔由县管理。\n"
    assert [(one.label, one.words) for one in table.remarks()] == [("第一条", "目的"), ("第二条", "体制")]


@pytest.mark.parametrize("head", ["具体建议", "修改意见", "存在问题", "处理情况", "主要内容"])
def test_what_is_proposed_of_a_clause_is_no_new_text(head: str) -> None:
    rows = "第一条,为了管理水塔，制定本条例。,建议改为保护水塔。", "第二条,水塔由镇管理。,建议删除。"
    assert comparison_in(_csv(f"条次,现行条文,{head}", *rows), "t.csv") is None
