"""Tables of opinions as offices fill them in: any usual head, any usual place, answers with their reasons."""

from __future__ import annotations

import pytest

from lawtrack.law import parse
from lawtrack.opinions import Clauses, Opinion, read_letter, read_table

DRAFT = "某市条例\n第一条　甲。\n第二条　乙。\n丙。\n第三条　事项：\n（一）丁；\n（二）戊。\n"


@pytest.mark.parametrize(
    "head", ["修改意见及理由", "修改意见和理由", "意见建议及依据", "修改建议、理由", "意见", "修改意见"]
)
def test_any_usual_head_is_understood(head: str) -> None:
    found = read_table(
        [["序号", "单位", "条文", head], ["1", "市财政局", "第二条", "建议删去。理由：职责法定。"]]
    )
    (one,) = found.received
    assert (one.source, one.clause, one.text, one.grounds) == (
        "市财政局",
        "第二条",
        "建议删去。",
        "职责法定。",
    )


@pytest.mark.parametrize(
    ("words", "eids"),
    [
        ("3（1）", ("art_3__para_1__item_1",)),
        ("3(2)", ("art_3__para_1__item_2",)),
        ("第三条第1项", ("art_3__para_1__item_1",)),
        ("第3条第（二）项", ("art_3__para_1__item_2",)),
        ("二条二款", ("art_2__para_2",)),
        ("2条2款", ("art_2__para_2",)),
        ("草案第二条第2款", ("art_2__para_2",)),
        ("第一条、第三条", ("art_1", "art_3")),
        ("草案第五条", ()),
    ],
)
def test_any_usual_place_is_understood(words: str, eids: tuple[str, ...]) -> None:
    assert Clauses(parse(DRAFT)).named(words).eids == eids


@pytest.mark.parametrize(
    ("cell", "result", "reason"),
    [
        ("未采纳，因为上位法有规定", "未采纳", "因为上位法有规定"),
        ("部分采纳（已在第三条体现）", "部分采纳", "已在第三条体现"),
        ("采纳", "采纳", ""),
        ("否", "否", ""),
    ],
)
def test_an_answer_and_its_reason(cell: str, result: str, reason: str) -> None:
    found = read_table([["条款", "意见", "是否采纳"], ["第一条", "建议删去。", cell]])
    assert [(one.result, one.reason) for one in found.received] == [(result, reason)]


def test_no_opinion_in_the_column_of_places() -> None:
    found = read_table([["单位", "条文", "修改意见及理由"], ["市公安局", "无意见", ""]])
    assert [(one.source, one.text, one.clause) for one in found.received] == [("市公安局", "无意见", "全文")]


@pytest.mark.parametrize(
    "head",
    [
        "反馈意见",
        "具体意见",
        "意见内容",
        "主要意见",
        "意见与建议",
        "征求意见反馈",
        "意见（含理由）",
        "回复意见",
        "建议内容",
        "意见和建议及理由",
    ],
)
def test_any_head_of_what_is_said(head: str) -> None:
    found = read_table([["单位", "条款", head], ["市财政局", "第二条", "建议删去。理由：职责法定。"]])
    assert [(one.text, one.grounds) for one in found.received] == [("建议删去。", "职责法定。")]


@pytest.mark.parametrize(
    "head",
    [
        "处理结果",
        "办理情况",
        "采纳情况及理由",
        "答复意见",
        "是否吸收",
        "采信情况",
        "吸收采纳情况",
        "研究采纳情况",
        "办理结果",
    ],
)
def test_any_head_of_what_became_of_it(head: str) -> None:
    rows = [["单位", "条款", "意见", head], ["市财政局", "第二条", "建议删去。", "未采纳，上位法有规定"]]
    assert [(one.result, one.reason) for one in read_table(rows).received] == [("未采纳", "上位法有规定")]


@pytest.mark.parametrize(
    "head", ["意见来源", "意见提出单位", "反馈部门", "提出人", "单位（部门）", "征求意见单位", "姓名/单位"]
)
def test_any_head_of_who_says_it(head: str) -> None:
    rows = [[head, "条款", "意见"], ["市财政局", "第二条", "建议删去。"]]
    assert [(one.source, one.text) for one in read_table(rows).received] == [("市财政局", "建议删去。")]


@pytest.mark.parametrize(
    "words",
    [
        "其他条款无意见",
        "其余条款没有修改意见。",
        "其他：无意见",
        "原则同意，无修改意见",
        "/",
        "—",
        "对其他条文无意见",
        "经研究，我局无修改意见。",
    ],
)
def test_what_is_no_opinion_to_answer(words: str) -> None:
    assert Opinion("", words).no_comment


@pytest.mark.parametrize(
    "words",
    ["其他条款无意见，第三条建议修改", "同意，建议删去第三条", "建议无偿提供", "原则同意，建议修改第二条"],
)
def test_what_is_an_opinion(words: str) -> None:
    assert not Opinion("", words).no_comment


@pytest.mark.parametrize("words", ["同意，无意见", "总体赞同，没有修改意见", "原则同意，无异议。"])
def test_agreement_without_an_opinion_is_none(words):
    rows = [["序号", "单位", "条款", "意见"], ["1", "某局", "", words]]
    assert read_table(rows).received[0].clause == "全文"


def test_a_row_without_a_number_goes_on_with_the_one_above():
    rows = [
        ["序号", "单位", "条款", "意见"],
        ["1", "甲局", "第一条", "改。"],
        ["", "", "第二条", "删。"],
        ["2", "", "第三条", "增。"],
    ]
    assert [one.source for one in read_table(rows).received] == ["甲局", "甲局", ""]


def test_whom_one_asked_says_it_and_how_many_say_nothing() -> None:
    rows = [
        ["征求意见对象", "意见数", "对应条款", "意见及建议", "采纳情况"],
        ["市总工会", "2", "2（1）、3", "建议统一表述。", "部分采纳"],
        ["", "", "第一条", "删去。", "不采纳：无依据"],
        ["市妇联", "0", "无", "无意见", ""],
    ]
    assert [(one.source, one.clause, one.text, one.reason) for one in read_table(rows).received] == [
        ("市总工会", "2（1）、3", "建议统一表述。", ""),
        ("市总工会", "第一条", "删去。", "无依据"),
        ("市妇联", "全文", "无意见", ""),
    ]


@pytest.mark.parametrize("form", ["一是{}", "（一）{}", "1．{}", "①{}", "一、{}"])
def test_a_letter_that_counts_in_any_manner(form: str) -> None:
    numbers = str.maketrans("一1①", "二2②")
    first, second = form.format("第二条应当写明主体。"), form.translate(numbers).format("第四条建议删去。")
    found = read_letter(f"关于《某市条例（草案）》的修改意见\n{first}\n{second}\n某市卫健委\n")
    assert [(one.clause, one.source) for one in found.received] == [
        ("第二条", "某市卫健委"),
        ("第四条", "某市卫健委"),
    ]
