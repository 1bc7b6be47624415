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


RESULTS = ("采纳", "部分采纳", "不采纳")


@pytest.mark.parametrize(
    "heads", [RESULTS, ("予以采纳", "不予采纳", "解释说明"), ("采用", "未采用")], ids="/".join
)
@pytest.mark.parametrize("tick", ["√", "✓", "●", "是"])
@pytest.mark.parametrize("none", ["", "/", "×", "—"])
def test_a_column_for_each_answer_that_is_ticked(heads: tuple[str, ...], tick: str, none: str) -> None:
    rows = [["序号", "条款", "修改意见", *heads, "理由"]]
    for at in range(len(heads)):
        ticks = [tick if at == place else none for place in range(len(heads))]
        rows.append([str(at + 1), "第一条", f"改动{at}", *ticks, f"缘由{at}"])
    found = [(one.result, one.reason, one.grounds) for one in read_table(rows).received]
    assert found == [(head, f"缘由{at}", "") for at, head in enumerate(heads)]


def test_words_in_the_place_of_a_tick_are_the_reason() -> None:
    rows = [["条款", "意见", *RESULTS], ["第一条", "改动", "", "", "上位法已有规定"]]
    assert [(one.result, one.reason) for one in read_table(rows).received] == [("不采纳", "上位法已有规定")]


@pytest.mark.parametrize("upper", ["反馈意见", "意见建议", "修改意见"])
@pytest.mark.parametrize("lower", ["内容", "具体", "正文"])
def test_heads_in_two_rows(upper: str, lower: str) -> None:
    rows = [
        ["单位", upper, upper, "处理意见", "处理意见"],
        ["单位", "条文", lower, "采纳情况", "说明"],
        ["市财政局", "第二条", "明确经费来源", "不采纳", "已有规定"],
    ]
    (one,) = read_table(rows).received
    assert (one.source, one.clause, one.text) == ("市财政局", "第二条", "明确经费来源")
    assert (one.result, one.reason) == ("不采纳", "已有规定")


@pytest.mark.parametrize("head", ["", "贵局来函收悉。", "《某市条例（征求意见稿）》收悉，"])
@pytest.mark.parametrize("who", ["我单位", "我局", "经研究，我委"])
@pytest.mark.parametrize(
    "words", ["无不同意见。", "没有修改意见。", "对征求意见稿无意见。", "无意见和建议。"]
)
def test_a_letter_without_an_opinion_is_a_reply(head: str, who: str, words: str) -> None:
    (one,) = read_letter(f"市司法局：\n{head}{who}{words}\n某区人民政府办公室\n").received
    assert Opinion("", one.text).no_comment


@pytest.mark.parametrize(
    ("article", "paragraph", "item", "eids"),
    [
        ("第二条", "第二款", "", ("art_2__para_2",)),
        ("2", "2", "", ("art_2__para_2",)),
        ("三", "", "（二）", ("art_3__para_1__item_2",)),
        ("第3条", "", "第1项", ("art_3__para_1__item_1",)),
        ("第一条", "", "", ("art_1",)),
    ],
)
def test_a_place_over_three_columns(article: str, paragraph: str, item: str, eids: tuple[str, ...]) -> None:
    rows = [["条", "款", "项", "修改意见", "提出主体"], [article, paragraph, item, "建议删去。", "某协会"]]
    (one,) = read_table(rows).received
    assert (Clauses(parse(DRAFT)).named(one.clause).eids, one.source) == (eids, "某协会")


@pytest.mark.parametrize("head", ["采纳情况", "处理意见", "答复", "办理结果"])
def test_a_letter_with_the_answers_below_the_opinions(head: str) -> None:
    letter = f"1、第一条：补充依据。\n{head}：已采纳。\n2、第二条：删去。\n{head}：未采纳，保留有必要。\n"
    found = [(one.clause, one.result, one.reason) for one in read_letter(letter).received]
    assert found == [("第一条", "已采纳", ""), ("第二条", "未采纳", "保留有必要")]


def test_rows_over_groups_and_bodies_before_their_words():
    rows = [
        ["序号", "条款", "意见建议", "是否采纳"],
        ["市直部门（3条）"] * 4,
        ["1", "第四条", "市林业局：建议修改为“甲”", "采纳"],
        ["2", "第二条", "“乙”含义不清，建议明确", "未采纳"],
        ["县（区）（2条）"] * 4,
        ["3", "第五条", "南溪县人大：建议增加“丙”", "采纳"],
        ["4", "", "北山区政府：没有修改意见", ""],
        ["5", "第六条", "部分条款：表述重复，建议删去", ""],
    ]
    found = read_table(rows)
    assert found.leftovers == ()
    assert [(one.source, one.clause, one.text) for one in found.received] == [
        ("市林业局", "第四条", "建议修改为“甲”"),
        ("市直部门", "第二条", "“乙”含义不清，建议明确"),
        ("南溪县人大", "第五条", "建议增加“丙”"),
        ("北山区政府", "全文", "没有修改意见"),
        ("县（区）", "第六条", "部分条款：表述重复，建议删去"),
    ]
