"""`verify`: what was published, told apart into as decided, not decided and not done."""

from __future__ import annotations

import re
from functools import cache
from random import Random

import pytest

from lawtrack import parse
from lawtrack.amend import apply, verify
from lawtrack.compare import compare
from tests.amend.sentences import case

BASE = """某市河道条例
第一章　总则
第一条　市民应当爱护河道，水务局、镇人民政府负责巡查。
第二条　河道清淤由水务局组织。
第三条　违反本条例第二条规定的，由水务局处罚款。
第二章　附则
第四条　本条例自2015年6月1日起施行。"""
DECISION = """关于修改《某市河道条例》的决定
决定对《某市河道条例》作如下修改：
一、将第一条中的“市民”修改为“公民”。
二、增加一条，作为第二条：“河道实行名录管理。”
三、将第二章章名修改为“其他规定”。
本决定自公布之日起施行。
《某市河道条例》根据本决定作相应修改并对条文顺序作相应调整，重新公布。"""


@cache
def right() -> str:
    """The text as decided; not at import, because reading a decision compiles the whole grammar."""
    return apply(BASE, DECISION).text


def found(published: str) -> list[tuple[str, str, str]]:
    return [
        (clause.label, clause.verdict, clause.reason.code.removeprefix("amend.verify-"))
        for clause in verify(BASE, DECISION, published).articles
    ]


def test_a_faithful_print_has_nothing_to_report():
    verified = verify(BASE, DECISION, right())
    assert verified.faithful
    assert verified.as_decided == 3  # the third follows the new number of what it cites
    assert verified.to_dict()["articles"] == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("公民应当", "市民应当", ("第一条", "not-done", "not-done")),
        ("爱护河道，", "爱护河道；", ("第一条", "not-decided", "punctuation")),
        ("由水务局组织", "由水利局组织", ("第三条", "not-decided", "institution")),
        ("本条例第三条规定", "本条例第二条规定", ("第四条", "not-done", "reference-left")),
        ("本条例第三条规定", "本条例第一条规定", ("第四条", "not-decided", "reference")),
        ("处罚款", "处警告", ("第四条", "not-decided", "wording")),
        ("第二章　其他规定", "第二章　附则", ("第二章", "not-done", "not-done")),
        ("第五条　本条例", "第六条　本条例", ("第六条", "not-decided", "number")),
    ],
)
def test_each_difference_has_its_verdict_and_its_likely_reason(old: str, new: str, expected: tuple[str, ...]):
    assert old in right()
    assert found(right().replace(old, new)) == [expected]


def test_an_article_left_out_and_one_nobody_decided():
    assert ("第二条", "not-done", "missing") in found(right().replace("第二条　河道实行名录管理。\n", ""))
    assert found(f"{right()}\n第六条　另行规定。") == [("第六条", "not-decided", "added")]


def test_what_was_not_understood_is_left_to_a_person():
    verified = verify(BASE, DECISION.replace("修改为“公民”", "弄成“公民”"), right())
    assert not verified.faithful
    assert not verified.applied.complete
    assert [clause.verdict for clause in verified.articles] == ["not-decided"]


def test_one_change_undone_and_one_made_without_a_decision_are_told_apart():
    for seed in range(60):
        made = case(seed)
        done = apply(made.base, made.decision())
        if not done.complete:
            continue
        published, expected = _damaged(made.base, done.text, Random(seed))
        verified = verify(made.base, made.decision(), published)
        assert {clause.label: clause.verdict for clause in verified.articles} == expected


def _damaged(base: str, text: str, random: Random) -> tuple[str, dict[str, str]]:
    rows, expected = compare(base, text).rows, {}
    kept = [row for row in rows if row.kind == "unchanged"]
    words = (
        re.search("登记|巡查|检修|公示|备案|丈量|清点|修缮", (row := random.choice(kept)).new_text)
        if kept
        else None
    )
    if words:
        text = text.replace(row.new_text, row.new_text.replace(words[0], "查验", 1))
        expected[row.new[0]] = "not-decided"
    changed = [row for row in rows if row.kind == "amended" and len(row.old) == len(row.new) == 1]
    if changed:
        row = random.choice(changed)
        text = text.replace(row.new_text, row.new[0] + row.old_text[len(row.old[0]) :])
        expected[row.new[0]] = "not-done"
    assert parse(text).articles
    return text, expected


@pytest.mark.parametrize("printed", ["渡口应当设置红色灯具。", "渡口应当设置围栏。"])
def test_a_new_article_that_is_printed_otherwise_was_decided_and_not_done(printed: str):
    base = "某市渡口办法\n第一条　为了渡口安全，制定本办法。\n第二条　本办法自2011年5月1日起施行。"
    decision = "一、增加一条，作为第二条：“渡口应当设置灯具。”\n对条文顺序作相应调整。"
    done = apply(base, decision)
    told = verify(base, decision, done.text.replace("渡口应当设置灯具。", printed))
    assert [(one.label, one.verdict) for one in told.articles] == [("第二条", "not-done")]
