"""`write`: what is refused, what is given whole, what the drafter is told."""

from __future__ import annotations

from typing import Any

import pytest

from lawtrack.amend import WritingWarning, apply, compose, write
from lawtrack.errors import UnusableInput
from lawtrack.messages import use_language

OLD = """某市书店条例
第一条　为了发展书店，方便市民阅读，制定本条例。
第二条　市文化部门主管书店工作。
第三条　书店应当明码标价，不得出售盗版书籍。
第四条　违反本条例第三条规定的，由市文化部门处一千元罚款。
第五条　本条例自2010年1月1日起施行。
"""
REVISED = """某市书店条例
第一条　为了建设书香城市，保障公民享有阅读的权利，根据有关法律，结合本市实际，制定本条例。
第二条　本条例适用于本市行政区域内的阅读促进活动。
第三条　阅读促进应当坚持政府主导、社会参与、公益普惠的原则，并尊重读者的选择。
第四条　每年四月为本市阅读月，各级人民政府应当组织开展各类活动。
第五条　鼓励企业、社会组织和个人捐建社区书房，并享受国家规定的优惠。
第六条　本条例自2024年6月1日起施行。
"""
JAPANESE = """書店条例
（目的）
第一条　この条例は、書店の振興に関し必要な事項を定めることを目的とする。
（定義）
第二条　この条例において「書店」とは、市内で書籍を販売するものをいう。
２　前項の書店は、市長に届け出なければならない。
一　名称
二　所在地
第三条　この条例は、公布の日から施行する。
"""
TAIWANESE = """書店管理條例
第 一 章 總則
第 1 條
為管理書店，特制定本條例。
第 2 條
本條例所稱主管機關為市政府。
書店不得販賣盜版書籍。
第 3 條
違反前條規定者，處新臺幣三千元罰鍰。
"""
MIXED = "某市书店条例\n第一条　为了发展书店。\n" + "\n".join(
    f"第 {number} 條\n書店應遵守有關規定，並依規定申報第{number}類書籍。" for number in range(2, 9)
)


@pytest.mark.parametrize(
    ("option", "value", "code"),
    [
        ("form", "amendmnet", "amend.no-such-form"),
        ("form", "", "amend.no-such-form"),
        ("form", None, "amend.no-such-form"),
        ("form", "修正案", "amend.no-such-form"),
        ("share", 2, "amend.no-such-share"),
        ("share", -0.1, "amend.no-such-share"),
        ("share", "0.3", "amend.no-such-share"),
        ("share", True, "amend.no-such-share"),
        ("body", None, "amend.option-words"),
        ("effective", 2024, "amend.option-words"),
        ("meeting", "第一行\n第二行", "amend.option-words"),
    ],
)
def test_a_value_that_an_option_does_not_have_is_refused(option: str, value: Any, code: str):
    with pytest.raises(UnusableInput) as refusal:
        write(OLD, OLD.replace("一千", "二千"), **{option: value})
    assert refusal.value.code == code


def test_the_refusal_lists_the_values_in_the_language_of_the_user():
    with pytest.raises(UnusableInput) as refusal:
        write(OLD, OLD.replace("一千", "二千"), form="amendmnet")
    for lang in ("zh", "en"):
        with use_language(lang):
            assert all(form in str(refusal.value) for form in ("amendmnet", "decision", "amendment"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (JAPANESE, "amend.other-language"),
        (TAIWANESE, "amend.other-system"),
        (MIXED, "amend.other-system"),
        ("公园真美。\n今天天气很好。\n", "amend.no-articles"),
        (
            "某市书店条例\n" + "没有编号的一段话，说的是书店的事。\n" * 30 + "第一条　为了发展书店。\n",
            "amend.little-read",
        ),
        ("", "amend.no-articles"),
    ],
    ids=["Japanese", "Taiwanese", "mixed", "no law", "unnumbered", "empty"],
)
def test_a_text_that_is_not_understood_is_not_written_about(text: str, code: str):
    for old, new in ((text, OLD), (OLD, text), (text, text.replace("书店", "书屋"))):
        with pytest.raises(UnusableInput) as refusal:
            write(old, new)
        assert refusal.value.code == code


def test_two_texts_that_do_not_differ_need_no_decision():
    for same in (OLD, OLD.replace("\n", "\n\n"), OLD.replace("，", ",")):
        with pytest.raises(UnusableInput) as refusal:
            write(OLD, same)
        assert refusal.value.code == "amend.no-difference"


def test_a_text_most_of_which_is_new_is_given_whole_with_a_word():
    done = compose(OLD, REVISED)
    assert done.form == "revision"
    assert [warning.code for warning in done.warnings] == ["amend.revision-usual"]
    assert "关于修订《某市书店条例》的决定" in done.text
    assert apply(OLD, done.text).complete
    with pytest.warns(WritingWarning, match="修订"):
        assert write(OLD, REVISED) == done.text


def test_instructions_or_the_whole_text_can_be_asked_for():
    done = compose(OLD, REVISED, form="instructions")
    assert done.form == "decision"
    assert "将第一条修改为：" in done.text
    assert "amend.revision-advised" in [warning.code for warning in done.warnings]
    small = OLD.replace("一千", "二千")
    whole = compose(OLD, small, form="revision")
    assert whole.form == "revision"
    assert apply(OLD, whole.text).text == apply(OLD, write(OLD, small)).text
