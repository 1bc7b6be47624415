"""`effects`: which instruction touched which clause."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from lawtrack.amend import UNEXPLAINED, apply, effects, write
from lawtrack.amend.attribution import CONSEQUENCE
from tests.strategies import edited

BASE = """某市控烟条例
（2010年5月1日某市人民代表大会常务委员会通过）
目录
第一章　总则
第二章　罚则
第一章　总则
第一条　为了市民健康，制定本条例。
第二条　下列场所禁止吸烟：
（一）学校；
（二）医院。
经营者应当劝阻吸烟的市民。
第三条　公园可以设置吸烟区。
第四条　本市鼓励戒烟。
第二章　罚则
第五条　违反第三条规定的，由城市管理部门予以警告。
第六条　本条例自2010年6月1日起施行。
"""


def traced(decision: str, base: str = BASE):
    done = apply(base, decision)
    found = effects(done, base)
    return [(one.number, one.operation, one.old.label, one.new.label) for one in found.rows], found, done


def named(decision: str, base: str = BASE):
    rows, _, done = traced(decision, base)
    assert done.complete, [outcome.reason for outcome in done.instructions]
    return [row for row in rows if row[0]]


def test_each_operation_names_its_clauses_in_the_old_and_in_the_new_numbering():
    decision = (
        "一、增加一条，作为第一条：“本市保护健康。”\n"
        "二、将第二条改为第三条，第一款增加一项，作为第二项：“（二）电梯；”。\n"
        "第二款修改为：“经营者应当劝阻吸烟者。”\n三、删去第四条。\n"
    )
    assert named(decision) == [
        ("一", "insert", "", "第一条"),
        ("二", "renumber", "第二条", "第三条"),
        ("二", "insert", "", "第三条第一款第二项"),
        ("二", "replace", "第二条第二款", "第三条第二款"),
        ("三", "delete", "第四条", ""),
    ]


def test_an_article_with_a_wholly_new_text_is_followed_all_the_same():
    decision = (
        "一、增加一条，作为第一条：“本市保护健康。”\n二、将第三条改为第四条，修改为：“地铁站内不得饮食。”\n"
    )
    assert named(decision)[1:] == [
        ("二", "renumber", "第三条", "第四条"),
        ("二", "replace", "第三条", "第四条"),
    ]


def test_articles_split_and_joined_are_linked_to_all_their_parts():
    split = "一、将第三条改为两条，作为第三条、第四条，修改为：“第三条　公园禁止吸烟。\n“第四条　车站禁止吸烟。”\n"
    assert named(split) == [("一", "split", "第三条", "第三条"), ("一", "split", "第三条", "第四条")]
    joined = "一、将第三条、第四条合并，作为第三条，修改为：“本市鼓励戒烟，公园禁止吸烟。”\n"
    assert named(joined) == [("一", "join", "第三条", "第三条"), ("一", "join", "第四条", "第三条")]


def test_a_change_of_words_everywhere_lists_every_article_that_has_them():
    decision = "一、将本条例中的“市民”统一修改为“公民”。\n"
    assert named(decision) == [
        ("一", "replace-words", "第一条", "第一条"),
        ("一", "replace-words", "第二条", "第二条"),
    ]


def test_what_follows_without_being_named_is_marked_as_a_consequence():
    rows, found, _ = traced("一、增加一条，作为第三条：“车站禁止吸烟。”\n")
    assert rows[1:] == [
        ("", "renumber", "第三条", "第四条"),
        ("", "renumber", "第四条", "第五条"),
        ("", "renumber", "第五条", "第六条"),
        ("", "references", "第五条", "第六条"),
        ("", "renumber", "第六条", "第七条"),
    ]
    assert {one.status for one in found.rows[1:]} == {CONSEQUENCE}


def test_the_header_note_that_is_brought_up_to_date_is_a_consequence():
    decision = (
        "某市人民代表大会常务委员会关于修改《某市控烟条例》的决定\n（2020年5月1日某市人民代表大会常务委员会第五次会议通过）\n"
        "决定对《某市控烟条例》作如下修改：\n一、删去第四条。\n本决定自公布之日起施行。\n"
    )
    rows, _, _ = traced(decision)
    assert [row[1] for row in rows if not row[0]][:2] == ["", "note"]


def test_an_instruction_for_the_whole_text_and_a_title_names_both():
    decision = "一、将名称修改为：“某市公共场所控烟条例”，并将本条例中的“市民”统一修改为“公民”。\n"
    assert named(decision) == [
        ("一", "replace", "名称", "名称"),
        ("一", "replace-words", "第一条", "第一条"),
        ("一", "replace-words", "第二条", "第二条"),
    ]


def test_title_and_chapter_names_are_named_though_they_are_no_articles():
    rows, found, done = traced(
        "一、将名称修改为：“某市公共场所控烟条例”\n二、将第二章章名修改为“法律责任”。\n"
    )
    assert done.complete
    assert [row for row in rows if row[0]] == [
        ("一", "replace", "名称", "名称"),
        ("二", "replace", "第二章　罚则", "第二章　法律责任"),
    ]
    assert UNEXPLAINED not in {one.operation for one in found.rows}
    assert found.rows[1].new.eid == "chp_2"


def test_a_new_text_for_the_whole_body_names_all_that_changed():
    base = "某市控烟条例\n第一章　总则\n第一条　甲。\n第二条　乙。\n"
    body = "“第二章　总则\n“第一条　甲。\n“第二条　丙丁。\n“第三条　乙。”"
    assert named(f"一、将正文修改为：{body}\n", base) == [
        ("一", "replace", "第一章　总则", "第二章　总则"),
        ("一", "replace", "", "第二条"),
        ("一", "replace", "第二条", "第三条"),
    ]


def test_chapters_that_are_pushed_on_are_a_consequence():
    rows, _, done = traced("一、删去第一章章名。\n")
    assert done.complete
    assert ("", "renumber", "第二章　罚则", "第一章　罚则") in rows


def test_what_failed_says_why_and_claims_no_new_clause():
    _, found, done = traced(
        "一、删去第九条。\n二、第三条中的“车站”修改为“机场”。\n三、第九条增加一款，作为第三款：“丙。”\n"
    )
    assert not done.complete
    nine, three, more = found.rows
    assert (more.operation, more.new.eid, more.new.label) == ("insert", "", "第九条第三款")
    assert (nine.status, nine.old.label, nine.old.eid, nine.new.label) == ("failed", "第九条", "", "")
    assert "第九条" in nine.reason
    assert (three.status, three.old.eid, three.new.label) == ("failed", "art_3", "")


def test_effects_are_looked_up_by_instruction_and_by_clause():
    _, found, _ = traced(
        "一、增加一条，作为第三条：“车站禁止吸烟。”\n二、第二条第二款中的“劝阻”修改为“制止”。\n"
    )
    assert [one.new.label for one in found.of_instruction(0)] == ["第三条"]
    assert [one.number for one in found.of_clause("art_2")] == ["二"]
    assert [one.number for one in found.of_clause("art_2__para_2")] == ["二"]
    assert found.of_clause("art_2__para_1") == ()
    assert [one.operation for one in found.of_clause("art_5", old=True)] == ["renumber", "references"]


def test_the_frame_has_a_row_for_each_effect_and_every_instruction():
    _, found, _ = traced("一、删去第四条。\n本决定自公布之日起施行。\n")
    frame = found.to_frame()
    assert list(frame["status"][:2]) == ["applied", "ignored"]
    assert frame.loc[0, ["operation", "old_clause", "new_clause", "old_eid"]].tolist() == [
        "delete",
        "第四条",
        "",
        "art_4",
    ]
    assert frame["reason"].isna().all()


@settings(max_examples=30)
@given(edited())
def test_every_change_of_a_generated_text_is_explained(pair):
    found = effects(apply(pair.old, write(pair.old, pair.new)), pair.old)
    assert UNEXPLAINED not in {one.operation for one in found.rows}


@pytest.mark.corpus
def test_every_change_of_the_official_decisions_is_explained(corpus):
    for triple in sorted((corpus / "amend").iterdir()):
        base = (triple / "old.txt").read_text(encoding="utf-8")
        found = effects(apply(base, (triple / "decision.txt").read_text(encoding="utf-8")), base)
        assert UNEXPLAINED not in {one.operation for one in found.rows}, triple.name
