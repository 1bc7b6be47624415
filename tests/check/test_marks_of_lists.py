"""Marks that are missing or half as wide in lists and brackets; references that are told once, as moved."""

from __future__ import annotations

from itertools import product

import pytest

from lawtrack.check import check
from lawtrack.law import parse, to_chinese

ITEMS = ("保持环境整洁", "维护设施完好", "公布开放时间", "劝阻不文明行为", "制定应急预案")


def found(text: str, code: str, previous: str | None = None) -> list[tuple[str, str]]:
    return [
        (one.words, one.fix.replacement if one.fix else "")
        for one in check(text, previous=previous)
        if one.code == code
    ]


@pytest.mark.parametrize(("count", "bare"), [(n, at) for n in (3, 4, 5) for at in range(n)])
def test_an_item_without_a_mark_beside_others_that_have_one(count: int, bare: int) -> None:
    marks = ["；"] * (count - 1) + ["。"]
    wanted, marks[bare] = marks[bare], ""
    items = "".join(f"（{to_chinese(n + 1)}）{ITEMS[n]}{marks[n]}\n" for n in range(count))
    assert found(f"某市公园规定\n第一条　管理单位应当：\n{items}", "item-mark") == [
        (ITEMS[bare][-1], ITEMS[bare][-1] + wanted)
    ]


@pytest.mark.parametrize("count", [2, 3, 5])
def test_a_list_that_has_no_marks_at_all_is_left_alone(count: int) -> None:
    items = "".join(f"（{to_chinese(n + 1)}）{ITEMS[n]}\n" for n in range(count))
    assert found(f"某市公园规定\n第一条　管理单位应当：\n{items}", "item-mark") == []


@pytest.mark.parametrize(("mark", "inner"), list(product(",;", ["含夜间", "以下简称公园", "不含税"])))
def test_half_width_marks_beside_brackets(mark: str, inner: str) -> None:
    text = f"某市公园规定\n第一条　每日最高二十元{mark}({inner})；甲（乙）丙。\n"
    full = {",": "，", ";": "；"}[mark]
    assert found(text, "half-width") == [(mark, full)]
    assert found(text, "half-width-brackets") == [(f"({inner})", f"（{inner}）")]


def test_labels_of_items_in_a_line_are_no_brackets() -> None:
    assert found("某市公园规定\n第一条　应当：(一)甲；(二)乙（丙）。\n", "half-width-brackets") == []


PENALTIES = (
    "第三条第三项、第四项", "第三条第（三）、（四）项", "第三条第三、四项", "第三条第三项和第四项", "第三条第三项，或者第四项",
)  # fmt: skip


@pytest.mark.parametrize("named", PENALTIES)
def test_a_moved_reference_and_what_leans_on_it_are_told_once(named: str) -> None:
    duties = "第三条　在公园内禁止下列行为：\n" + "".join(
        f"（{to_chinese(n + 1)}）不{ITEMS[n]}；\n" for n in range(4)
    )
    head = "某市公园规定\n第一条　为了保护公园，制定本规定。\n第二条　本规定适用于市区内的公园。\n"
    last = f"违反本规定{named}规定的，由市园林部门处一百元罚款。\n"
    before = f"{head}{duties}第四条　{last}"
    after = (
        f"{head}第三条　市园林部门主管公园的管理工作。\n{duties.replace('第三条', '第四条')}第五条　{last}"
    )
    assert found(before, "dangling") == []
    assert found(after, "moved-away", before)
    assert found(after, "dangling", before) == []
    assert found(after, "dangling") != []
    assert parse(after).articles[-1].label == "第五条"
