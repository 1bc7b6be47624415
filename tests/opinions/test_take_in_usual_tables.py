"""Tables of opinions as offices fill them in: any usual head, any usual place, answers with their reasons."""

from __future__ import annotations

import pytest

from lawtrack.law import parse
from lawtrack.opinions import Clauses, read_table

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
