"""Plans as cities print them: every usual way to say what becomes of a project, and none written down wrong."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from lawtrack.plan import Intake, read_list, read_prose, read_table

HOW: dict[str, Any] = {"year": 2024, "title": "计划", "jurisdiction": "某市"}
A, B, C = "某市甲条例", "某市乙条例", "某市丙办法"
ACTS = {"制定": "enact", "修订": "revise", "修改": "amend", "废止": "repeal"}
NUMBERS = ["1.", "1、", "（1）", "①", "- ", "• ", "1\t", "12．", "（三）", "○ "]
WAYS = [
    "{t}（{v}）",
    "《{t}》（{v}）",
    "{v}《{t}》",
    "{v}：《{t}》",
    "对《{t}》进行{v}",
    "《{t}》的{v}",
    "{t}{v}",
    "{t}\t{v}",
    "{t}\t{v}\t市林草局\t8月",
    "{t}（{v}）（起草单位：市林草局；提请审议时间：8月）",
    "{t}（{v}项目），由市林草局起草",
    "《{t}》{v}工作",
    "{t}　{v}　市林草局　8月",
    "{v}《{t}》，由市林草局牵头起草，8月提请审议；",
    "{t}（{v}，市林草局，8月）",
]


def read(found: Intake) -> list[tuple[str, str]]:
    return [(item.title, item.action) for item in found.plan.items]


@pytest.mark.parametrize(("number", "way"), list(product(NUMBERS, WAYS)))
def test_an_item_is_what_its_line_says(number: str, way: str) -> None:
    for verb, action in ACTS.items():
        assert read(read_list(number + way.format(t=A, v=verb), **HOW)) == [(A, action)]


@pytest.mark.parametrize("verb", list(ACTS))
def test_a_category_says_what_becomes_of_its_projects(verb: str) -> None:
    text = f"一、制定项目\n1.{A}\n二、拟{verb}的项目（2件）\n1.{B}\n2.《{C}》\n"
    assert read(read_list(text, **HOW)) == [(A, "enact"), (B, ACTS[verb]), (C, ACTS[verb])]


@pytest.mark.parametrize("mark", ["、", "；", ";"])
@pytest.mark.parametrize("form", ["《{}》", "{}", "《{}》（修订）", "{}（修订）"])
@pytest.mark.parametrize("head", ["二、预备项目：", "调研项目：", "（三）论证项目（3件）："])
def test_projects_in_the_line_of_their_category_are_all_there(mark: str, form: str, head: str) -> None:
    found = read_list(head + mark.join(form.format(one) for one in (A, B, C)) + "。\n", **HOW)
    assert [title for title, _ in read(found)] == [A, B, C]
    assert {action for _, action in read(found)} == {"revise" if "修订" in form else "enact"}


@pytest.mark.parametrize("verb", list(ACTS))
def test_titles_under_one_verb_share_it_and_the_bracket(verb: str) -> None:
    for mark, number, bracket in product(
        ("、", "和", "以及", ""), ("1.", "（二）"), ("（市水务局）", "（市水务局起草；8月提请审议）")
    ):
        for band in ("", "一、打包修改项目\n", "一、审议项目\n"):
            found = read_list(f"{band}{number}{verb}《{A}》{mark}《{B}》{bracket}\n", **HOW)
            assert read(found) == [(A, ACTS[verb]), (B, ACTS[verb])]
            assert {item.drafting_unit for item in found.plan.items} == {"市水务局"}


def test_a_bracket_that_may_speak_of_one_or_all_is_told() -> None:
    line = f"1.《{A}》、《{B}》（修订，市水务局）"
    assert [left.words for left in read_list(line, **HOW).leftovers] == [line]


def test_a_plan_of_rules_has_rules_but_where_it_names_regulations() -> None:
    text = f"某市人民政府2024年度规章立法计划\n一、完成项目\n1.{C}（市城管局）\n2.{A}（修订）\n"
    assert [item.instrument for item in read_list(text, **HOW).plan.items] == [
        "government-rule",
        "local-regulation",
    ]
    both = text.replace("规章立法计划", "地方性法规规章立法计划")
    assert [item.instrument for item in read_list(both, **HOW).plan.items] == ["local-regulation"] * 2


def test_a_category_that_names_projects_in_no_known_form_is_told() -> None:
    found = read_list(f"二、调研项目：研究{A}以及其他立法事项。\n", **HOW)
    assert read(found) == []
    assert [left.words for left in found.leftovers]


@pytest.mark.parametrize(
    ("words", "items"),
    [
        (
            f"完成《{A}》的制定、《{B}》的修订和《{C}》的废止工作。",
            [(A, "enact"), (B, "revise"), (C, "repeal")],
        ),
        (f"去年制定的《{A}》已经施行，今年修订《{B}》。", [(B, "revise")]),
        (f"推动出台《{A}》，全面修订《{B}》，适时修改《{C}》。", [(A, "enact"), (B, "revise"), (C, "amend")]),
        (f"拟新制定《{A}》等2件，打包修改《{B}》《{C}》。", [(A, "enact"), (B, "package"), (C, "package")]),
    ],
)
def test_running_words(words: str, items: list[tuple[str, str]]) -> None:
    assert read(read_prose(words, **HOW)) == items


@pytest.mark.parametrize("name", ["项目名称", "法规名称", "名称", "立法项目", "项目", "法规", "题名"])
@pytest.mark.parametrize(
    "act", ["类别", "立法形式", "性质", "制定/修改", "制定、修改或者废止", "立法类型", "项目性质"]
)
def test_a_table_with_any_usual_heads(name: str, act: str) -> None:
    for verb, action in [*ACTS.items(), ("全面修订", "revise"), ("新制定", "enact"), ("拟修改", "amend")]:
        rows = [["序号", name, act, "起草单位"], ["1", A, verb, "市林草局"], ["2", B, "制定", "市水务局"]]
        assert read(read_table(rows, **HOW)) == [(A, action), (B, "enact")]


@pytest.mark.parametrize("tick", ["√", "✓", "●", "是"])
def test_a_table_with_a_column_for_each_action(tick: str) -> None:
    rows = [
        ["序号", "名称", "制定", "修订", "废止"],
        ["1", A, tick, "", ""],
        ["2", B, "", tick, ""],
        ["3", C, "", "", tick],
    ]
    assert read(read_table(rows, **HOW)) == [(A, "enact"), (B, "revise"), (C, "repeal")]


def test_projects_without_numbers_stand_below_their_category() -> None:
    found = read_list(f"第二类：预备项目\n{A}（市民政局）\n《{B}》（修订）\n", **HOW)
    assert read(found) == [(A, "enact"), (B, "revise")]
    assert [item.drafting_unit for item in found.plan.items] == ["市民政局", None]


@pytest.mark.parametrize("joint", ["、", "；", "，"])
def test_each_stage_has_its_own_time(joint: str) -> None:
    (item,) = read_list(f"1.{A}（拟于4月一审{joint}8月二审{joint}10月表决）", **HOW).plan.items
    told = [(target.stage, str(target.date)) for target in item.targets]
    assert told == [("first-reading", "2024-04"), ("second-reading", "2024-08"), ("passed", "2024-10")]


@pytest.mark.parametrize(
    "words",
    [
        "各起草单位要依据《{}》的规定按时完成。",
        "根据《{}》制定本计划。",
        "按照《{}》要求起草，",
        "去年制定《{}》。",
        "上一年度，市人大常委会修订了《{}》。",
        "会议审议通过《2024年立法计划（草案）》和《{}》实施情况的报告。",
    ],
)
def test_what_a_sentence_rests_on_or_tells_of_last_year_is_no_project(words: str) -> None:
    found = read_prose(words.format(A) + f"今年修订《{B}》。", **HOW)
    assert read(found) == [(B, "revise")]
    assert f"《{A}》" in [left.words for left in found.leftovers]
