"""Everyday wordings of each kind of change: the text they give is the edited law, and none is silently wrong."""

from __future__ import annotations

import pytest

from lawtrack.amend import apply
from tests.amend.wordings import KINDS, Kind, cases

OPEN = {"mixed_deletions": 0.45, "becomes_first_paragraph": 0.9, "swapped": 0.85}
"""How many of a kind at least come out, where some say two things at once or are in no drafter's manner."""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_each_wording_gives_the_edited_law_or_says_why_not(kind: Kind):
    right = 0
    made_cases = list(cases(kind))
    for made in made_cases:
        done = apply(made.base, made.decision)
        exact = bare(done.text) == bare(made.result)
        assert exact or not done.complete, made.decision  # the worst fault: wrong and called complete
        right += exact and done.complete
        if kind.__name__ not in OPEN:
            assert exact, made.decision
            assert done.complete, made.decision
    assert right >= OPEN.get(kind.__name__, 1) * len(made_cases)


def bare(text: str) -> str:
    return "".join(text.split())


ORDERS = (
    "某市渡口管理办法\n第一条　甲所负责甲。\n第二条　乙所负责乙。\n第三条　丙所负责丙。\n"
    "第四条　丁所负责丁。\n第五条　戊所负责戊。\n第六条　己所负责己。"
)


@pytest.mark.parametrize(
    ("decision", "order"),
    [
        ("删去第二条。\n将第四条与第五条对调。", "甲丙戊丁己"),
        ("将第四条、第五条互换位置。\n删去第二条。", "甲丙戊丁己"),
        ("增加一条，作为第二条：“子。”\n将第四条与第五条对调。", "甲子乙丙戊丁己"),
    ],
)
def test_articles_that_change_places_do_so_whatever_numbers_they_get(decision: str, order: str):
    done = apply(ORDERS, decision + "\n对条文顺序作相应调整。")
    assert "".join(line.split("　")[1][0] for line in done.text.splitlines()[1:]) == order
    assert done.complete


@pytest.mark.parametrize(
    "decision",
    [
        "删去第五条至第三条。",
        "将第四条改为两条，作为第四条、第五条。",
        "将第四条分为两条。",
        "将第二条、第三条、第四条对调。",
        "将第二条与第二条对调。",
        "第二条中的“乙所”修改为“乙局”，第三条中的“丙所”修改为“丙局”，将上述条款中的“负责”修改为“管理”。",
        "对条文顺序进行调整后的第三条中的“丙所”修改为“丙局”。",
        "将第五条改为第四条第二款、第三款。",
        "第二条、第三条轮换。\n删去第四条。",
        "第三条略加润色。\n第二条修改为：“子。”",
    ],
)
def test_what_does_not_say_enough_is_not_called_complete(decision: str):
    done = apply(ORDERS, decision)
    assert not done.complete, done.text


PAPER = (
    "将第二条修改为：“渡口应当设置灯具，灯具由乙所按照规定的位置安装并且每月检查，"
    "检查的结果应当在渡口公布，公布的时间不少于七日。”"
)


@pytest.mark.parametrize("width", [24, 28, 32, 40])
@pytest.mark.parametrize("number", ["一、", "1.", "（一）", "（1）", "①", "第一，", ""])
def test_a_decision_cut_into_lines_with_page_numbers_is_read_as_one(width: int, number: str):
    """GB/T 9704-2012: the lines of a page are filled to its margin, its number stands between."""
    lines = [(number + PAPER)[at : at + width] for at in range(0, len(number + PAPER), width)]
    lines.insert(2, "— 2 —")
    done = apply(ORDERS, "\n".join(lines) + "\n删去第五条。\n对条文顺序作相应调整。")
    assert PAPER[9:-1] in done.text
    assert "— 2 —" not in done.text
    assert done.text.count("\n") == ORDERS.count("\n") - 1
    assert done.complete


@pytest.mark.parametrize("gap", ["\t", " ", "　"])
def test_rows_of_a_quoted_table_are_no_broken_lines(gap: str):
    """Rows of one length look like the lines of a page; none is joined to the one before it."""
    rows = [
        gap.join((f"第{k}类区域内的道路停车位", "白天每小时收费五元整", "夜间每小时收费五角整"))
        for k in "一二三四五"
    ]
    quoted = "\n".join(rows)
    done = apply(
        ORDERS, f"将第二条修改为：\n“收费标准如下：\n{quoted}”\n删去第三条。\n对条文顺序作相应调整。"
    )
    assert all(row in done.text.splitlines() for row in rows[:-1])
    assert rows[-1] in done.text
