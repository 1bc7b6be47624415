"""Plans in running words: every verb before, behind and in brackets, with marks and without, and what is no project."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawtrack.plan import Intake, read_list, read_prose, read_table

ACTIONS = {"制定": "enact", "修订": "revise", "修改": "amend", "修正": "amend", "废止": "repeal"}
NAMES = (
    "某市停车条例",
    "某市河道管理规定",
    "某市促进和保护老字号条例",
    "某市实施〈某法〉办法",
    "某市公园条例",
    "某市献血条例",
)
ONE = (
    "{v}《{t}》",
    "《{t}》的{v}",
    "对《{t}》进行{v}",
    "《{t}》（{v}）",
    "《{t}（{v}）》",
    "{v}{t}",
    "做好《{t}》{v}调研",
    "启动{v}《{t}》",
    "《{t}》的{v}工作",
)
COMES_UP = (
    "继续审议《{t}》",
    "审议项目1件：《{t}》",
    "加快推进《{t}》立法进程",
    "启动《{t}》起草工作",
    "推进《{t}》立法",
    "初次审议《{t}》",
)
NO_PROJECT = (
    "开展《{t}》立法后评估",
    "开展《{t}》立法前评估",
    "对《{t}》开展执法检查",
    "学习贯彻《{t}》",
    "《{t}》已经表决通过",
    "宣传《{t}》",
)


def told(words: str) -> list[tuple[str, str]]:
    return [(item.title, item.action) for item in prose(words).plan.items]


def prose(words: str) -> Intake:
    return read_prose(words, year=2024, title="计划", jurisdiction="某市")


@given(
    st.permutations(NAMES),
    st.lists(st.tuples(st.sampled_from(ONE), st.sampled_from(list(ACTIONS))), min_size=1, max_size=5),
    st.sampled_from(["，", "；", "。", "、"]),
    st.sampled_from(["", "今年，", "2024年，市人大常委会将", "按照计划，"]),
)
def test_clauses_side_by_side(names: list[str], said: list[tuple[str, str]], mark: str, opening: str) -> None:
    if mark == "、":  # a verb behind titles joined by 、 is said of all of them: only one form at a time
        said = [(said[0][0], verb) for _, verb in said]
    clauses = [form.format(t=name, v=verb) for (form, verb), name in zip(said, names, strict=False)]
    if any("〈" in clause and "《" not in clause for clause in clauses):
        return
    assert told(opening + mark.join(clauses) + "。") == [
        (name, ACTIONS[verb]) for (_, verb), name in zip(said, names, strict=False)
    ]


@pytest.mark.parametrize(("form", "name"), list(product(COMES_UP, NAMES)))
def test_a_text_that_only_comes_up_is_noted(form: str, name: str) -> None:
    (item,) = prose(f"今年{form.format(t=name)}，其他工作按计划进行。").plan.items
    assert (item.title, item.action) == (name, "enact")
    assert "未写明" in (item.note or "")


@pytest.mark.parametrize(("form", "name"), list(product(NO_PROJECT, NAMES)))
def test_what_is_no_project_is_listed(form: str, name: str) -> None:
    found = prose(f"一是{form.format(t=name)}；二是制定《某市甲条例》。")
    assert [item.title for item in found.plan.items] == ["某市甲条例"]
    assert [left.words for left in found.leftovers] == [f"《{name}》"]


@pytest.mark.parametrize(
    "words", ["制定有关规定", "制定管理办法", "修改相关配套办法", "制定具体实施细则", "废止过时的规定"]
)
def test_words_of_no_title_are_no_project(words: str) -> None:
    assert told(f"今年{words}。") == []


@pytest.mark.parametrize(
    ("words", "projects"),
    [
        (
            "今年拟安排审议法规项目5件。其中，继续审议项目1件：《甲条例》；新安排审议项目4件：《乙条例》《丙条例》（制定）、《丁条例》（修订）、《戊条例》（废止）。",
            [
                ("甲条例", "enact"),
                ("乙条例", "enact"),
                ("丙条例", "enact"),
                ("丁条例", "revise"),
                ("戊条例", "repeal"),
            ],
        ),
        (
            "适时废止《甲条例》等两件不适应要求的地方性法规，清理与上位法不一致的规定。",
            [("甲条例", "repeal")],
        ),
        (
            "2024年，将制定古井条例、修订供水条例，开展《夜市办法》立法前评估。",
            [("古井条例", "enact"), ("供水条例", "revise")],
        ),
    ],
)
def test_paragraphs_of_reports(words: str, projects: list[tuple[str, str]]) -> None:
    assert told(words) == projects


@pytest.mark.parametrize(
    ("line", "project"),
    [
        ("《甲条例》，提请单位：市人民政府，起草单位：市司法局，拟于第二季度一审；", ("甲条例", "enact")),
        ("《甲条例》（修订）　起草单位：市水务局", ("甲条例", "revise")),
        ("1. 甲条例（修订草案）　市自规局", ("甲条例", "revise")),
        ("1. 甲条例修正案　　市城管局", ("甲条例", "amend")),
        ("②《甲条例》（修正案）——市农业农村局——10月", ("甲条例", "amend")),
        ("1.《甲条例（修订）》", ("甲条例", "revise")),
        ("1.某市人民政府关于修改部分规章的决定", ("某市人民政府关于修改部分规章的决定", "package")),
    ],
)
def test_lines_of_a_list(line: str, project: tuple[str, str]) -> None:
    found = read_list(line, year=2024, title="计划", jurisdiction="某市")
    assert [(item.title, item.action) for item in found.plan.items] == [project]


def test_a_head_over_two_columns_is_of_the_title() -> None:
    rows = [
        ["项目", "", "立法方式", "责任单位"],
        ["正式项目", "某市航道条例", "新制定", "市港航局"],
        ["预备项目", "某市路灯条例", "废止", "市城管局"],
    ]
    found = read_table(rows, year=2024, title="计划", jurisdiction="某市")
    assert [(item.title, item.action, item.category) for item in found.plan.items] == [
        ("某市航道条例", "enact", "正式项目"),
        ("某市路灯条例", "repeal", "预备项目"),
    ]
