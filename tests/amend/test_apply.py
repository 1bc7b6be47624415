"""`apply`: what was not touched stays to the character; what cannot be done is said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawtrack.amend import apply, read

BASE = """某市湿地条例

第一章　总 则
第一条  为了保护湿地,制定本条例。

第二条　湿地包括：
 (一)沼泽；
 (二)河口。
　　另有规定的除外。
第二章　罚则
第三条　违反本条例第二条第一款的，
处罚款。
第四条　本条例自公布之日起施行。

附件：名录
"""


def test_what_no_instruction_touches_stays_to_the_character():
    done = apply(BASE, "一、将第四条修改为：“本条例自2024年1月1日起施行。”")
    before = BASE.index("第四条")
    assert done.complete
    assert done.text[:before] == BASE[:before]
    assert done.text.endswith("第四条　本条例自2024年1月1日起施行。\n\n附件：名录\n")


def test_words_are_found_across_width_and_line_breaks():
    done = apply(
        BASE,
        "一、将第一条中的“湿地，制定”修改为“湿地资源，制定”。\n二、将第三条中的“的，处罚款”修改为“的，给予警告”。",
    )
    assert done.complete
    assert "为了保护湿地资源，制定" in done.text
    assert "给予警告。" in done.text


def test_a_new_item_takes_the_brackets_and_marks_of_its_list():
    done = apply(BASE, "一、第二条第一款增加一项，作为第三项：“（三）浅海”。")
    assert " (二)河口；\n (三)浅海。\n" in done.text


def test_an_inserted_paragraph_moves_citations_of_the_others():
    done = apply(BASE, "一、第二条增加一款，作为第一款：“湿地实行名录管理。”")
    assert "第二条　湿地实行名录管理。\n" in done.text
    assert "违反本条例第二条第二款的" in done.text


@pytest.mark.parametrize(
    "decision",
    [
        "一、将第九条修改为：“甲。”",
        "一、将第二条第五款修改为：“甲。”",
        "一、将第一条中的“草原”修改为“湿地”。",
        "一、增加一条，作为第九条：“甲。”",
        "一、将第三条改为第五条。",
        "一、增加两条，作为第二条、第三条：“第二条　甲。”",
        "一、将第一条修改为：“甲。”\n二、将第一条中的“保护”修改为“恢复”。",
        "一、将第二条第一款修改为：“甲。\n二、删去第三条",
        "一、删去第三条。\n此外，对个别文字作相应修改。",
        "一、把第三条弄得更好一些，增加若干内容。",
        "一、将正文第一段修改为：“甲。”",
        "一、将第三条移至第一条附近。",
        "一、将第一条、第三条轮换。",
        "",
        "关于修改《某市草原条例》的决定\n一、将第一条修改为：“甲。”\n本决定自公布之日起施行。",
        "关于修改《某市湿地条例》的决定\n决定对《某市湿地条例》作如下修改：\n一、将第一条修改为：“甲。”\n",
    ],
)
def test_what_cannot_be_applied_is_never_silent(decision: str):
    done = apply(BASE, decision)
    assert not done.complete
    assert done.doubts or any(outcome.reason for outcome in done.instructions)


def test_a_missing_instruction_shows_in_the_declared_numbers():
    whole = "一、增加一条，作为第一条：“甲。”\n二、将第二条改为第三条，修改为：“乙。”\n三、将第三条改为第四条，修改为：“丙。”"
    assert apply(BASE, whole).complete
    assert not apply(BASE, whole.split("\n", 1)[1]).complete


FRAME = (
    "某市关于修改《某市湿地条例》的决定\n决定对《某市湿地条例》作如下修改：\n{}本决定自公布之日起施行。\n"
    "《某市湿地条例》根据本决定作相应修改{}，重新公布。"
)
NUMBERED = ("一、删去第二条第二款。\n", "二、第三条中的“罚款”修改为“警告”。\n", "三、删去第四条。\n")


def test_a_number_passed_over_is_a_doubt():
    one, two, three = NUMBERED
    assert apply(BASE, FRAME.format(one + two + three, "")).complete
    for some in (one + three, two + three):
        done = apply(BASE, FRAME.format(some, ""))
        assert [doubt.code for doubt in done.doubts] == ["amend.number-missing"]
    assert apply(BASE, two + three).complete, "an excerpt may begin anywhere"
    assert not apply(BASE, one + three).complete


def test_a_point_passed_over_is_a_doubt_only_for_its_own_instrument():
    wetlands = "{}、对《某市湿地条例》的修改\n1.删去第四条。\n{}.第三条中的“罚款”修改为“警告”。\n"
    parks = "{}、对《某市公园条例》的修改\n1.删去第二条。\n{}.删去第三条。\n"
    assert apply(BASE, parks.format("一", 3) + wetlands.format("二", 2)).complete
    assert not apply(BASE, parks.format("一", 2) + wetlands.format("二", 3)).complete
    assert not apply(BASE, parks.format("一", 2) + wetlands.format("三", 2)).complete


def test_articles_said_to_be_in_another_order_must_be():
    words, gone = NUMBERED[1].replace("二", "一"), "一、删去第四条。\n"
    order = "并对条文顺序作相应调整"
    assert apply(BASE, FRAME.format(gone, order)).complete
    done = apply(BASE, FRAME.format(words, order))
    assert [doubt.code for doubt in done.doubts] == ["amend.order-unchanged"]


def test_the_rest_is_applied_where_one_instruction_fails():
    done = apply(BASE, "一、将第九条修改为：“甲。”\n二、将第四条修改为：“乙。”")
    assert [outcome.status for outcome in done.instructions] == ["failed", "applied"]
    assert "第四条　乙。" in done.text


def test_every_instruction_names_the_articles_that_it_touched():
    done = apply(
        BASE, "一、增加一条，作为第二条：“甲。”\n二、将第三条改为第四条，其中的“处罚款”修改为“给予警告”。"
    )
    assert [(outcome.touched_old, outcome.touched_new) for outcome in done.instructions] == [
        ((), ("第二条",)),
        (("第三条",), ("第四条",)),
    ]


def test_a_word_that_stands_in_the_new_one_already_is_left_alone():
    base = "某市条例\n第一条　法律委员会与宪法和法律委员会一并审议。"
    done = apply(base, "一、将第一条中的“法律委员会”修改为“宪法和法律委员会”。")
    assert done.text == "某市条例\n第一条　宪法和法律委员会与宪法和法律委员会一并审议。"


def test_articles_that_are_counted_with_one_two_three_are_amended_alike():
    done = apply("关于甲的决定\n一、甲。\n二、乙。\n三、丙。", "一、删去第二条。\n二、将第三条改为第二条。")
    assert done.text == "关于甲的决定\n一、甲。\n二、丙。"
    assert done.complete


def test_a_text_without_articles_is_refused():
    done = apply("没有条文的文本。", "一、将第一条修改为：“甲。”")
    assert not done.complete
    assert done.text == "没有条文的文本。"


def test_the_account_has_the_shape_of_the_contract():
    done = apply(BASE, "一、将第三条改为第四条，修改为：“甲。”\n二、增加一条，作为第三条：“乙。”").to_dict()
    first = done["instructions"][0]
    assert first["status"] == "applied"
    assert first["reason"] is None
    assert {"op": "renumber", "target": "第三条", "to": "第四条"} in first["operations"]
    assert read("一、删去第二条。").to_dict()["instructions"][0]["operations"] == [
        {"op": "delete", "target": "第二条"}
    ]


@settings(max_examples=60)
@given(
    st.integers(0, 400),
    st.integers(0, 400),
    st.sampled_from(["", "“", "”", "第三条", "修改为", "\n", "一、"]),
)
def test_a_damaged_decision_never_raises(cut: int, at: int, bit: str):
    decision = (
        "关于修改《某市湿地条例》的决定\n决定对《某市湿地条例》作如下修改：\n一、将第一条改为第二条，修改为：“甲。\n“乙。”\n"
        "二、第二条第一款增加一项，作为第二项：“（二）丙；”\n三、增加一条，作为第一条：“丁。”\n四、删去第三条。\n本决定自公布之日起施行。"
    )
    damaged = decision[: min(at, len(decision))] + bit + decision[min(at, len(decision)) :]
    done = apply(BASE, damaged[: max(0, len(damaged) - cut)])
    if 20 < cut < len(damaged) - 20:
        assert not done.complete


def test_the_contents_page_lists_the_new_chapters():
    base = (
        "某市条例\n目录\n第一章　总则\n第二章　罚则\n第一章　总则\n第一条　甲。\n第二章　罚则\n第二条　乙。\n"
    )
    done = apply(base, "一、将第二章章名修改为“法律责任”。")
    assert done.complete
    assert done.text.startswith("某市条例\n目录\n第一章　总则\n第二章　法律责任\n第一章　总则\n")


CHAPTERS = "某市条例\n第一章　总则\n第一条　甲。\n第二条　乙。\n第二章　管理\n第三条　丙。\n第三章　附则\n第四条　丁。"


def test_a_new_article_between_two_chapters_is_told():
    done = apply(CHAPTERS, "一、增加一条，作为第三条：“戊。”")
    assert done.complete
    assert [choice.code for choice in done.choices] == ["amend.border"]
    named = apply(CHAPTERS, "一、在第二章中增加一条，作为第三条：“戊。”")
    assert named.complete
    assert not named.choices
    assert named.text.index("第二章") < named.text.index("戊") < named.text.index("丙")


@pytest.mark.parametrize(("house", "code"), [("第三章", "amend.heading-ambiguous"), ("原第三章", None)])
def test_a_chapter_number_that_two_chapters_have_is_not_guessed(house: str, code: str | None):
    done = apply(
        CHAPTERS,
        f"一、增加一章，作为第三章“监督”，包括第三条。\n二、增加一条，作为第三条：“戊。”\n三、将第三条移至{house}。",
    )
    assert not done.complete
    codes = {fault.code for outcome in done.instructions for fault in outcome.faults}
    assert (code in codes) if code else ("amend.heading-ambiguous" not in codes)


@pytest.mark.parametrize(("paragraphs", "whole"), [("甲。\n乙。", True), ("甲。\n乙。\n丙。", False)])
def test_the_two_paragraphs_of_an_article_are_all_that_it_has(paragraphs: str, whole: bool):
    decision = (
        "关于修改《某市渡口条例》的决定\n一、将第一条的两款合并，修改为：“戊。”\n本决定自公布之日起施行。"
    )
    done = apply(f"某市渡口条例\n第一条　{paragraphs}\n第二条　丁。", decision)
    assert done.complete is whole
    assert whole or "第一条有2款，原文有3款" in (done.instructions[0].reason or "")


def test_what_follows_the_head_of_a_list_on_its_line_is_carried_out():
    base = "某市渡口条例\n第一条　甲。\n第二条　乙。\n丙。\n第三条　丁。"
    decision = (
        "关于修改《某市渡口条例》的决定\n"
        "一、将第三条修改为“戊。”；删去第一条。二、对第二条作如下修改：将第二款删去。\n本决定自公布之日起施行。"
    )
    done = apply(base, decision)
    assert "丙" not in done.text
    assert "戊" in done.text


BASE_OF_CHAPTERS = "某市条例\n第一章　总则\n第一条　甲。\n第二章　监测\n第二条　乙。\n第三条　丙。\n第三章　附则\n第四条　丁。\n"


@pytest.mark.parametrize(
    ("said", "first", "second"),
    [
        ("将第二章改为第二章第一节，增加一节“处置”作为第二章第二节", "监测", "处置"),
        ("增加一节“处置”作为第二章第一节，将第二章改为第二章第二节", "处置", "监测"),
    ],
)
def test_a_chapter_becomes_a_section_beside_a_new_one_in_either_order(said: str, first: str, second: str):
    done = apply(BASE_OF_CHAPTERS, f"一、{said}。\n二、增加一条，作为第四条：“戊。”")
    lines = [line for line in done.text.splitlines() if "章" in line or "节" in line]
    assert lines == ["第一章　总则", "第二章　", f"第一节　{first}", f"第二节　{second}", "第三章　附则"]
    assert any("第二章" in one.message for one in done.doubts)


@pytest.mark.parametrize("verb", ["列入", "编入", "归入"])
def test_a_new_article_is_said_to_go_into_a_chapter(verb: str):
    done = apply(
        BASE_OF_CHAPTERS,
        f"一、增加一章，作为第二章，章名为“宣传”。\n二、增加一条，作为第二条，{verb}第二章：“戊。”",
    )
    assert "第二章　宣传\n第二条　戊。\n第三章　监测\n第三条　乙。" in done.text
    assert done.complete


@pytest.mark.parametrize(("blank", "after"), [(" ", ""), ("　", ""), ("", " "), (" ", " ")])
def test_blanks_that_both_quotations_begin_or_end_with_stand_once(blank, after):
    old = f"某市规定\n第一条　甲条例{blank}第 七 条{after}所列事项，另行规定。"
    words, text = f"{blank}第 七 条{after}", f"{blank}第五条{after}"
    decision = f"关于修改《某市规定》的决定\n将第一条中的“{words}”修改为“{text}”。\n本决定自公布之日起施行。"
    done = apply(old, decision)
    assert (done.complete, done.text) == (True, old.replace("第 七 条", "第五条"))
