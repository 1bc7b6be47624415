"""What is told although it is right makes readers blind: marks that the words themselves show, and where reasons stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawtrack.amend import apply

TITLE = "某市茶馆管理条例"


def base(*articles: str) -> str:
    numbers = "一二三四五六"
    return f"{TITLE}\n" + "".join(f"第{n}条　{words}\n" for n, words in zip(numbers, articles, strict=False))


def decided(instruction: str) -> str:
    opening = f"某市人民政府关于修改《{TITLE}》的决定\n某市人民政府决定对《{TITLE}》作如下修改：\n"
    return f"{opening}{instruction}\n本决定自公布之日起施行。"


def added(sentence: str, anchor: str, words: str) -> tuple[str, bool]:
    done = apply(base(sentence, "略。"), decided(f"在第一条中的“{anchor}”后增加“{words}”。"))
    assert done.complete or done.doubts
    return done.text.splitlines()[1].removeprefix("第一条　"), done.complete


@pytest.mark.parametrize("adverb", ["实际", "免费", "至少", "统一", "优先", "及时", "切实"])
@pytest.mark.parametrize(
    ("before", "after"), [("每周", "开放三十小时。"), ("茶馆", "供应热水。"), ("应当", "开放。")]
)
def test_an_adverb_before_its_verb_needs_no_mark(adverb: str, before: str, after: str) -> None:
    assert added(before + after, before, adverb) == (before + adverb + after, True)


@pytest.mark.parametrize("other", ["公开", "及时", "规范"])
def test_a_second_adverb_may_need_one_and_is_told(other: str) -> None:
    assert not added(f"茶馆统一{other}报送。", f"统一{other}", "准确")[1]


@given(st.permutations(["茶馆", "酒馆", "书馆", "饭馆"]), st.sampled_from(["以外", "之外"]))
def test_two_of_a_kind_before_beside(names: list[str], beside: str) -> None:
    one, other, *_ = names
    assert added(f"{one}{beside}的场所不得售票。", one, other) == (
        f"{one}、{other}{beside}的场所不得售票。",
        True,
    )


@pytest.mark.parametrize(("one", "other"), [("学校", "学生"), ("茶馆", "顾客"), ("医院", "医务室")])
def test_what_can_belong_to_the_other_is_told(one: str, other: str) -> None:
    _, complete = added(f"{one}以外的人不得入内。", one, other)
    assert not complete


def test_persons_after_and_are_listed() -> None:
    assert added("奖励工匠和演员。", "工匠和", "学徒、帮工") == ("奖励工匠和学徒、帮工、演员。", True)
    for words, after in (("学生、教师", "家长"), ("区、县", "人民政府"), ("学徒", "帮工")):
        assert not added(f"通知工匠和{after}。", "工匠和", words)[1]


PAIRS = st.sampled_from([("甲局", "乙局"), ("茶税", "茶费"), ("镇长", "乡长")])


@given(st.sets(PAIRS, min_size=2, max_size=2), st.data())
def test_each_of_several_places_has_some_of_the_words(
    pairs: set[tuple[str, str]], data: st.DataObject
) -> None:
    listed = sorted(pairs)
    held = [[listed[0]], [listed[1]], data.draw(st.lists(st.sampled_from(listed), min_size=1, unique=True))]
    said = "，".join(f"“{old}”修改为“{new}”" for old, new in listed)
    old = base(*("".join(f"由{a}办理。" for a, _ in row) for row in held))
    done = apply(old, decided(f"将第一条、第二条、第三条中的{said}。"))
    assert done.complete
    assert done.text == base(*("".join(f"由{b}办理。" for _, b in row) for row in held))


def test_a_place_with_none_of_the_words_and_words_that_stand_nowhere_are_told() -> None:
    said = "将第一条、第二条中的“甲局”修改为“乙局”，“茶税”修改为“茶费”。"
    assert not apply(base("由甲局收茶税。", "略。"), decided(said)).complete
    assert not apply(base("由甲局办理。", "由甲局办理。"), decided(said)).complete


def test_what_has_to_be_checked_of_an_instruction_stands_in_the_doubts_too() -> None:
    done = apply(base("学校以外的人不得入内。", "略。"), decided("在第一条中的“学校”后增加“学生”。"))
    (outcome, *_) = done.instructions
    assert not done.complete
    assert outcome.status == "applied"
    assert done.doubts == outcome.faults
    assert done.apart == ()


def test_a_paragraph_that_leads_in_a_few_short_articles() -> None:
    pact = (
        "某村公约\n为了维护本村的公共秩序，经全体村民讨论，订立本公约。\n第一条　不喧哗。\n第二条　不插队。\n"
    )
    done = apply(
        pact, "关于修改《某村公约》的决定\n一、将第二条中的“插队”修改为“占座”。\n本决定自公布之日起施行。"
    )
    assert done.complete
    assert not apply(pact.replace("第二条", "第三条"), "将第三条中的“插队”修改为“占座”。").complete


@pytest.mark.parametrize("words", ["以后各条序号依次提前", "以后各条依次提前", "其后条文序号依次前移"])
def test_numbers_that_go_ahead(words: str) -> None:
    done = apply(base("甲。", "乙。", "丙。"), decided(f"删去第二条，{words}。"))
    assert (done.text, done.complete) == (base("甲。", "丙。"), True)


def test_a_number_with_a_branch_goes_and_nothing_else_moves() -> None:
    old = f"{TITLE}\n第一条　甲。\n第一条之一　乙。\n第二条　丙。\n"
    done = apply(old, decided("删去第一条之一。"))
    assert (done.text, done.complete) == (base("甲。", "丙。"), True)
    done = apply(old, decided("一、将第一条之一改为第二条。\n二、第二条改为第三条。"))
    assert (done.text, done.complete) == (base("甲。", "乙。", "丙。"), True)
    assert not apply(old, decided("增加一条，作为第二条：“丁。”")).complete


def test_a_mark_that_the_decision_leaves_out_is_told_of_all_the_same() -> None:
    done = apply(base("茶馆以外的场所不得售票。", "略。"), decided("在第一条中的“茶馆”后增加“酒馆”。"))
    assert done.complete
    assert [choice.code for choice in done.choices] == ["amend.mark-inferred"]
