from __future__ import annotations

from typing import Any

from lawtrack.plan import Intake, new_plan, read_list, read_table
from lawtrack.plan.loading import read_plan

ABOUT: dict[str, Any] = {"year": 2024, "title": "某市2024年度立法计划", "jurisdiction": "某市"}


def told(found: Intake) -> list[tuple[Any, ...]]:
    return [
        (
            item.title,
            item.category,
            item.drafting_unit,
            [(t.stage, t.date and t.date.iso) for t in item.targets],
        )
        for item in found.plan.items
    ]


def test_numbered_list_with_unit_and_months_in_brackets() -> None:
    text = """某市人民政府2024年立法工作计划
一、地方性法规项目（2件）
1.某市企业科技创新促进条例(市科技局牵头起草;8月底前提交草案送审稿;10月底前提请市政府常务会议审议)
2．某市养老服务条例（修改）（市民政局起草；配合做好后续工作）
二、政府规章项目
1、某市停车管理办法（市公安局牵头起草；上半年报送审议）
"""
    found = read_list(text, **ABOUT)
    assert told(found) == [
        (
            "某市企业科技创新促进条例",
            "地方性法规项目",
            "市科技局",
            [("submitted", "≤2024-08-31"), ("decided", "≤2024-10-31")],
        ),
        ("某市养老服务条例", "地方性法规项目", "市民政局", []),
        ("某市停车管理办法", "政府规章项目", "市公安局", [("introduced", "2024-01-01/2024-06-30")]),
    ]
    assert [item.instrument for item in found.plan.items] == ["local-regulation"] * 2 + ["government-rule"]
    assert [item.action for item in found.plan.items] == ["enact", "amend", "enact"]
    assert [(left.line, left.words) for left in found.leftovers] == [
        (4, "配合做好后续工作"),
    ]


def test_next_step_of_a_session_in_brackets() -> None:
    text = "一、结转审议的项目（2件）\n（1）某省种子条例（3月常委会会议二审）\n（2）某省消防条例（5月常委会会议表决）\n"
    assert [row[3] for row in told(read_list(text, **ABOUT))] == [
        [("second-reading", "2024-03")],
        [("passed", "2024-05")],
    ]


def test_labelled_lines_below_an_item() -> None:
    text = """1.某市湿地条例（修改）
议案提出主体：市人民政府
起草主体：市林草局
提请市人大常委会审议时间：8月
初审委员会：城环委
初审时间：待定
"""
    item = read_list(text, **ABOUT).plan.items[0]
    assert (item.sponsor, item.drafting_unit, item.committee) == ("市人民政府", "市林草局", "城环委")
    assert [(t.stage, t.date and t.date.iso) for t in item.targets] == [
        ("introduced", "2024-08"),
        ("first-reading", None),
    ]


def test_bracket_inside_a_title_belongs_to_it() -> None:
    found = read_list("1.某市区（市）人大街道工委工作条例（市人大代工委起草）", **ABOUT)
    assert told(found)[0][:3] == ("某市区（市）人大街道工委工作条例", None, "市人大代工委")


def test_table_with_bands_blanks_and_undecided_dates() -> None:
    rows = [
        ["一、提请审议项目（2项）", "", "", "", "", "", ""],
        [
            "序号",
            "法规名称",
            "起草单位",
            "提请审议主体",
            "初审专委",
            "送司法局\n审查时间",
            "提请市人大常委会审议时间",
        ],
        ["1", "某市市容条例", "市城管局", "市政府", "城环委", "3月", "6月"],
        ["2", "某市港口条例（修订）", "市交通局", "市政府", "", "待定", ""],
        ["", "", "", "", "", "", ""],
        ["二、预备项目", "", "", "", "", "", ""],
        ["1", "某市绿化条例", "市园林局", "", "", "视情况", ""],
    ]
    found = read_table(rows, **ABOUT)
    assert told(found) == [
        (
            "某市市容条例",
            "提请审议项目",
            "市城管局",
            [("government-review", "2024-03"), ("introduced", "2024-06")],
        ),
        ("某市港口条例", "提请审议项目", "市交通局", [("government-review", None)]),
        ("某市绿化条例", "预备项目", "市园林局", []),
    ]
    assert found.plan.items[1].action == "revise"
    assert [(left.line, left.words) for left in found.leftovers] == [(7, "送司法局审查时间：视情况")]
    assert found.plan.items[2].note == "送司法局审查时间：视情况"


def test_second_unit_pushes_out_no_first_one() -> None:
    listed = read_list("1.某市湿地条例（市林草局牵头起草；市水务局起草）\n责任单位：市水务局\n", **ABOUT)
    tabled = read_table(
        [["法规名称", "起草单位", "责任单位"], ["某市湿地条例", "市林草局", "市水务局"]], **ABOUT
    )
    for found in (listed, tabled):
        assert found.plan.items[0].drafting_unit == "市林草局"
    assert [(left.line, left.words) for left in listed.leftovers] == [
        (1, "市水务局起草"),
        (2, "责任单位：市水务局"),
    ]
    assert tabled.plan.items[0].note == "责任单位：市水务局"


def test_what_was_read_is_a_plan_file_that_loads_again() -> None:
    found = read_list("1.某市市容条例（修订）（市城管局起草；8月底前提请审议）\n", **ABOUT)
    assert read_plan(new_plan(found.plan)).items == found.plan.items
