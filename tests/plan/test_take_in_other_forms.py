"""Plans as lists with clauses behind the title, as tables with an action's column, as running words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawtrack.plan import Intake, read_list, read_prose, read_table

NAMES = ("某市古树条例", "某市停车管理办法", "某市献血条例", "某市燃气管理规定", "某市档案条例")
ACTIONS = {"制定": "enact", "修订": "revise", "修改": "amend", "废止": "repeal"}


def read(words: str) -> Intake:
    return read_list(words, year=2024, title="计划", jurisdiction="某市")


@pytest.mark.parametrize(
    ("line", "title", "action", "unit"),
    [
        ("1.某市古树条例（修订），由市林草局起草，3月提请审议", "某市古树条例", "revise", "市林草局"),
        ("1.某市古树条例　　市林草局　　8月", "某市古树条例", "enact", "市林草局"),
        ("1.废止《某市古树条例》", "某市古树条例", "repeal", None),
        ("1.修改《某市实施〈某法〉办法》（市林草局起草）", "某市实施〈某法〉办法", "amend", "市林草局"),
        ("1.关于修改《某市古树条例》的决定", "关于修改《某市古树条例》的决定", "amend", None),
        ("1.《某市古树条例》（制定；市林草局起草）", "某市古树条例", "enact", "市林草局"),
        ("1.某市古树条例（暂定名）", "某市古树条例（暂定名）", "enact", None),
    ],
)
def test_an_item_keeps_its_title_and_its_action(line: str, title: str, action: str, unit: str | None) -> None:
    (item,) = read(line).plan.items
    assert (item.title, item.action, item.drafting_unit) == (title, action, unit)


@given(st.lists(st.sampled_from(NAMES), unique=True, min_size=1), st.sampled_from(list(ACTIONS)))
def test_projects_within_a_category_are_not_lost(names: list[str], action: str) -> None:
    listed = "、".join(f"《{name}》（{action}）" for name in names)
    found = read(f"二、预备项目：{listed}。")
    assert [(item.title, item.action, item.category) for item in found.plan.items] == [
        (name, ACTIONS[action], "预备项目") for name in names
    ]


@given(st.permutations(NAMES), st.permutations(list(ACTIONS)), st.booleans())
def test_running_words_say_what_becomes_of_each(names: list[str], actions: list[str], behind: bool) -> None:
    first = f"重点推进《{names[0]}》《{names[1]}》政府规章的{actions[0]}工作" if behind else ""
    first = first or f"年内将{actions[0]}《{names[0]}》《{names[1]}》"
    words = f"按照计划，{first}，{actions[1]}《{names[2]}》和《{names[3]}》，并{actions[2]}《{names[4]}》。"
    found = read_prose(words, year=2024, title="计划", jurisdiction="某市")
    said = [ACTIONS[actions[at]] for at in (0, 0, 1, 1, 2)]
    assert [(item.title, item.action) for item in found.plan.items] == list(zip(names, said, strict=True))
    rules = [behind and not name.endswith("条例") for name in names[:2]]
    assert [item.instrument == "government-rule" for item in found.plan.items] == [
        *rules,
        False,
        False,
        False,
    ]
    told = ["请核对" in (item.note or "") for item in found.plan.items[:2]]
    assert told == [behind and name.endswith("条例") for name in names[:2]]  # a rule may not be called 条例


def test_a_title_that_no_verb_governs_is_listed() -> None:
    found = read_prose(
        "会议学习了《某法》。将制定《某市古树条例》。", year=2024, title="计划", jurisdiction="某市"
    )
    assert [item.title for item in found.plan.items] == ["某市古树条例"]
    assert [left.words for left in found.leftovers] == ["《某法》"]


def test_a_table_keeps_actions_stages_and_units() -> None:
    rows = [
        ["序号", "项目名称", "类别", "提案单位", "起草单位", "拟提请审议时间"],
        ["一", *["继续审议项目"] * 5],
        ["1", "某市古树条例", "修订", "市政府", "市林草局", "4月（二审）"],
        ["2", "某市献血条例（暂定名）", "废止", "市政府", "—", "适时"],
    ]
    found = read_table(rows, year=2024, title="计划", jurisdiction="某市")
    first, second = found.plan.items
    assert (first.action, first.sponsor, first.category) == ("revise", "市政府", "继续审议项目")
    assert [(target.stage, str(target.date)) for target in first.targets] == [("second-reading", "2024-04")]
    assert (second.title, second.action, second.drafting_unit) == ("某市献血条例（暂定名）", "repeal", None)
    assert found.leftovers == ()


@pytest.mark.parametrize(
    ("text", "projects"),
    [
        (
            "一、继续审议项目（2件）\n（一）某市古井条例（制定）\n（二）某市献血条例（修订）\n二、调研项目\n某市数据条例、某市低空条例\n",
            [
                ("某市古井条例", "enact"),
                ("某市献血条例", "revise"),
                ("某市数据条例", "enact"),
                ("某市低空条例", "enact"),
            ],
        ),
        (
            "预备项目\n《某市燃气条例》（修改），《某市养老条例》（制定）\n",
            [("某市燃气条例", "amend"), ("某市养老条例", "enact")],
        ),
        ("1.废止《某市甲条例》《某市乙条例》\n", [("某市甲条例", "repeal"), ("某市乙条例", "repeal")]),
        (
            "一、某市古井条例（制定）（市水务局）\n二、某市暂住条例（废止）（市公安局）\n",
            [("某市古井条例", "enact"), ("某市暂住条例", "repeal")],
        ),
        ("二、修订项目\n1.某市献血条例　起草单位：市卫健委\n", [("某市献血条例", "revise")]),
    ],
)
def test_projects_in_odd_places_are_projects(text, projects):
    intake = read_list(text, year=2024, title="计划", jurisdiction="某市")
    assert [(item.title, item.action) for item in intake.plan.items] == projects
    assert all("起草" not in item.title for item in intake.plan.items)


def test_heads_in_two_rows_are_one():
    rows = [
        ["序号", "法规名称", "审议安排", "审议安排"],
        ["序号", "法规名称", "一审", "二审"],
        ["1", "某市古井条例", "4月", "6月"],
    ]
    item = read_table(rows, year=2024, title="计划", jurisdiction="某市").plan.items[0]
    assert [(target.stage, str(target.date)) for target in item.targets] == [
        ("first-reading", "2024-04"),
        ("second-reading", "2024-06"),
    ]


def test_a_making_that_is_under_way_is_a_project():
    intake = read_prose(
        "《甲条例》《乙条例》的制定工作已经启动。", year=2024, title="计划", jurisdiction="某市"
    )
    assert [(item.title, item.action) for item in intake.plan.items] == [
        ("甲条例", "enact"),
        ("乙条例", "enact"),
    ]


def test_heads_of_actions_in_a_second_row_stay_actions():
    rows = [
        ["法规名称", "立法方式", "立法方式", "起草单位"],
        ["法规名称", "修改", "废止", "起草单位"],
        ["一", "审议项目", "", ""],
        ["某市甲条例", "√", "", "市甲局"],
        ["某市乙条例", "", "√", "市乙局"],
    ]
    items = read_table(rows, year=2024, title="计划", jurisdiction="某市").plan.items
    assert [(item.title, item.action, item.category) for item in items] == [
        ("某市甲条例", "amend", "审议项目"),
        ("某市乙条例", "repeal", "审议项目"),
    ]


def test_a_unit_behind_a_dash_is_no_part_of_the_title():
    text = "1.某市公园条例（修订）——市园林局\n二、制定类\n《某市甲条例》《某市乙条例》\n"
    items = read_list(text, year=2024, title="计划", jurisdiction="某市").plan.items
    assert [(item.title, item.action, item.drafting_unit) for item in items] == [
        ("某市公园条例", "revise", "市园林局"),
        ("某市甲条例", "enact", None),
        ("某市乙条例", "enact", None),
    ]
