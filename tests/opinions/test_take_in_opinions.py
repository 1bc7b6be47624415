"""Opinions in the forms in which departments send them; what is not understood is listed, nothing is dropped."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawtrack.opinions import (
    Answer,
    Intake,
    Opinion,
    Received,
    Usual,
    kind_of_source,
    read_letter,
    read_table,
    sender_of,
)
from lawtrack.opinions.intake.sentences import take_apart
from lawtrack.opinions.vocabulary import result_id
from tests.texts import DRAFTER, SECOND

LETTER = """某市财政局关于《某市条例（修订草案）》征求意见的复函

市司法局：
你局来函收悉。经研究，提出以下修改意见：
一、第四条第一款：建议将“安排经费”修改为“按照规定安排经费”。
理由：与预算法一致。
二、关于第八条
1.建议明确编制。
2.第二款“人员”前增加“专职”。
三、建议全文统一“村（居）民委员会”的表述。
以上意见供参考。
某市财政局
2020年8月5日
"""


@pytest.mark.parametrize(
    ("words", "clause", "quote", "suggestion", "grounds"),
    [
        ("对第三条第二款的意见：建议将“甲”修改为“乙”。理由：与上位法一致。", "第三条第二款", "甲", "乙", "与上位法一致。"),
        ("第五条第二款“对外”易产生歧义，建议删去“对外”。", "第五条第二款", "对外", "", ""),
        ("建议将第五条中的“甲”改为“乙”。", "第五条", "甲", "乙", ""),
        ("根据《行政处罚法》第二十九条，建议修改第四十三条。", "第四十三条", "", "", ""),
        ("建议第十条修改为：爱卫会履行下列职责。", "第十条", "", "爱卫会履行下列职责。", ""),
        ("第三条“政府主导”后增加“社会参与”", "第三条", "政府主导", "", ""),
        ("将第十二条、第十三条合并。", "第十二条、第十三条", "", "", ""),
        ("第十条第（三）项：删去“组织”", "第十条第（三）项", "组织", "", ""),
        ("建议完善。", "", "", "", ""),
        ("理由：没有别的话", "", "", "", ""),
    ],
)  # fmt: skip
def test_an_opinion_is_taken_apart(words, clause, quote, suggestion, grounds):
    said = take_apart(words)
    assert (said.clause, said.quote, said.suggestion, said.grounds) == (clause, quote, suggestion, grounds)
    assert said.text


def test_a_letter_gives_an_opinion_an_item_and_lists_the_rest():
    found = read_letter(LETTER)
    assert [(one.line, one.clause, one.text) for one in found.received] == [
        (5, "第四条第一款", "建议将“安排经费”修改为“按照规定安排经费”。"),
        (8, "第八条", "建议明确编制。"),
        (9, "第八条第二款", "第二款“人员”前增加“专职”。"),
        (10, "全文", "建议全文统一“村（居）民委员会”的表述。"),
    ]
    assert {(one.source, one.date) for one in found.received} == {("某市财政局", "2020-08-05")}
    assert found.received[0].grounds == "与预算法一致。"
    assert [left.line for left in found.leftovers] == [3, 4, 11]
    assert sender_of(LETTER) == "某市财政局"


@pytest.mark.parametrize("place", ["第三条", "第三条第二款第四项"])
def test_an_answer_may_say_where_it_was_carried_out(place):
    rows = [["条款", "意见", "单位", "采纳情况"], ["第三条", "增加遛犬。", "某局", f"采纳（见{place}）"]]
    (one,) = read_table(rows).received
    assert (one.result, one.carried_out) == ("采纳", place)


def test_what_stands_under_a_chapter_and_names_an_article_is_on_the_article():
    for head in ("关于附则", "附则部分", "对附则的意见", "关于第三章"):
        found = read_letter(
            f"一、关于总则\n（一）第一条建议增加立法依据。\n二、{head}\n建议第六条推迟施行。\n"
        )
        assert [one.clause for one in found.received] == ["第一条", "第六条"]


def test_a_compilation_names_its_sources_as_it_goes():
    text = (
        "反馈单位：市教育局\n对第十五条的意见：\n建议增加“校医”。\n（一）市民政局：\n1. 无意见\n"
        "（二）市城管局\n1、第二十二条第三款建议增加一项。\n关于第三十条\n"
    )
    found = read_letter(text)
    assert [(one.source, one.clause, one.text) for one in found.received] == [
        ("市教育局", "第十五条", "建议增加“校医”。"),
        ("市民政局", "全文", "无意见"),
        ("市城管局", "第二十二条第三款", "第二十二条第三款建议增加一项。"),
    ]
    assert [(left.line, left.words) for left in found.leftovers] == [(8, "第三十条")]


@pytest.mark.parametrize(
    "words",
    ["无意见", "我局无修改意见。", "经研究，我单位对该草案无不同意见。", "没有意见和建议", "同意", "对《某条例》无意见。"],
)  # fmt: skip
def test_a_reply_without_an_opinion_is_told_from_one_that_has(words):
    assert Opinion("", words).no_comment
    assert not Opinion("", words + "但建议删去第三条").no_comment


@given(text=st.text(alphabet="一二第三条款：。“”建议修改为理由1.\n 、（）市局", max_size=120))
@settings(max_examples=60)
def test_no_line_of_a_letter_is_dropped(text):
    """Every character of an opinion's line is in an opinion, in its clause or source, or left over."""
    found = read_letter(text)
    kept = "".join(
        "".join((one.text, one.clause, one.grounds, one.source, one.date)) for one in found.received
    ) + "".join(left.words for left in found.leftovers)
    reader_took = sender_of(text)
    for words in ("建", "议", "改"):
        assert (words in text) <= (words in kept + reader_took)


@pytest.mark.parametrize(
    ("head", "row", "want"),
    [
        ("序号|条款|意见建议|理由|单位|备注", "1|第三条|建议删去。|重复|某局|急", ("第三条", "建议删去。", "重复", "某局", "急")),
        ("反馈单位（盖章）|修改意见和建议|章节条款", "某局|建议删去。|第三条", ("第三条", "建议删去。", "", "某局", "")),
        ("姓名|联系方式|意见", "李某|138|建议删去第三条。", ("第三条", "建议删去第三条。", "", "李某", "联系方式：138")),
        ("条文原文|拟修改为|依据", "第三条 甲事。|第三条 乙事。|上位法", ("第三条", "建议修改为：第三条 乙事。", "上位法", "", "")),
        ("意见", "对第三条的意见：建议删去。", ("第三条", "对第三条的意见：建议删去。", "", "", "")),
    ],
)  # fmt: skip
def test_columns_have_any_name_and_order(head, row, want):
    heads = head.split("|") if "|" in head else [head, "序号", "单位"]
    cells = row.split("|") if "|" in row else [row, "1", ""]
    (one,) = read_table([["某市条例意见汇总表"], heads, cells]).received
    assert (one.clause, one.text, one.grounds, one.source, one.note) == want


def test_rows_of_a_table_that_are_no_opinion_are_listed():
    rows = [
        ["某市条例征求意见反馈表", "", ""],
        ["填报单位：某局", "", ""],
        ["序号", "条款", "意见"],
        ["1", "第三条", "建议删去。"],
        ["", "", ""],
        ["序号", "条款", "意见"],
        ["2", "第五条", ""],
        ["联系人：王某", "", ""],
        ["合计", "2", "共1条"],
    ]
    found = read_table(rows)
    assert [(one.line, one.source) for one in found.received] == [(4, "某局")]
    assert [(left.line, left.words) for left in found.leftovers] == [
        (1, "某市条例征求意见反馈表"),
        (7, "2 第五条"),
        (8, "联系人：王某"),
        (9, "合计 2 共1条"),
    ]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("某财政局", "department"),
        ("某市民政局", "department"),
        ("某居民委员会", "department"),
        ("常委会委员王某", "committee"),
        ("某大学", "expert"),
        ("市民李某（退休干部）", "public"),
        ("李某", "other"),
    ],
)
def test_a_source_tells_its_kind(source, kind):
    assert kind_of_source(source) == kind


@pytest.mark.parametrize(
    ("words", "result"),
    [("已采纳。", "adopted"), ("部分 采纳", "partly-adopted"), ("不予采纳", "not-adopted"), ("not adopted", "not-adopted")],
)  # fmt: skip
def test_a_result_is_read_in_the_words_of_departments(words, result):
    assert result_id(words) == result


@pytest.fixture
def ready(workspace, save):
    save()
    save(SECOND, stage="passed", date="2020-08-28")
    return workspace.opinions("smoke-ban")


USUAL = Usual(on="first-reading", date="2020-08-05")


def test_an_import_is_one_commit_and_the_second_time_changes_nothing(ready, git):
    intake = read_table(
        [
            ["条款", "意见", "单位"],
            ["第三条", "建议删去。", "某局"],
            ["第九十条", "建议改写。", "市民甲"],
            ["", "无意见", "某厅"],
        ]
    )
    before = int(git("rev-list", "--count", "HEAD"))
    taken = ready.take(intake, USUAL, author=DRAFTER)

    assert int(git("rev-list", "--count", "HEAD")) == before + 1
    assert [(one.kind, one.date, one.anchor.eids) for one in taken.added] == [
        ("department", "2020-08-05", ("art_3",)),
        ("public", "2020-08-05", ()),
        ("department", "2020-08-05", ()),
    ]
    assert [one.text for one in taken.loose] == ["建议改写。"]
    again = ready.take(intake, USUAL, author=DRAFTER)
    assert (again.added, len(again.same)) == ((), 3)
    assert int(git("rev-list", "--count", "HEAD")) == before + 1


def test_rows_that_cannot_be_taken_stop_no_other(ready):
    intake = Intake(
        (
            Received(2, "甲意见", date="昨天"),
            Received(3, "乙意见", kind="邻居"),
            Received(4, "丙意见", id="kd7f2m9x", result="采纳"),
            Received(5, "丁意见", result="看情况"),
            Received(6, "戊意见", result="采纳", reason="好"),
        )
    )
    taken = ready.take(intake, USUAL, author=DRAFTER)
    assert [(one.text, one.answer) for one in taken.added] == [
        ("乙意见", None),  # a kind that nobody knows is told, the opinion is taken in
        ("丁意见", None),
        ("戊意见", Answer("adopted", "好")),
    ]
    assert [left.line for left in taken.leftovers] == [2, 3, 4, 5]
    assert all(left.why for left in taken.leftovers)


def test_answers_come_back_by_id_and_a_later_one_stands(ready, git):
    made = ready.add(*(ready.new(text) for text in ("甲", "乙", "丙", "丁")), author=DRAFTER)
    seen = git("rev-parse", "HEAD").strip()
    ready.answer(made[1], "采纳", by="法工委", author=DRAFTER)
    rows = [
        Received(2, "甲", id=made[0].id, result="未采纳", reason="上位法已有规定。"),
        Received(3, "乙", id=made[1].id, result="未采纳", reason="不知道已经答复。"),
        Received(4, "丙", id=made[2].id, reason="只有理由"),
        Received(5, "丁", id=made[3].id),
    ]
    taken = ready.take(Intake(tuple(rows), seen=seen), USUAL, author=DRAFTER)

    assert [one.answer for one in taken.answered] == [Answer("not-adopted", "上位法已有规定。")]
    assert ready.get(made[1].id).answer == Answer("adopted", by="法工委")
    assert [left.line for left in taken.leftovers] == [3, 4]
    untouched = ready.take(Intake((Received(2, "乙", id=made[1].id),), seen=seen), USUAL, author=DRAFTER)
    assert (untouched.answered, untouched.leftovers) == ((), ())


@pytest.mark.parametrize("seen", ["0" * 40, "--help", "HEAD", "x\nHEAD"])
def test_a_table_that_claims_a_commit_of_its_own_does_no_harm(ready, seen):
    (made,) = ready.add(ready.new("甲"), author=DRAFTER)
    taken = ready.take(
        Intake((Received(2, "甲", id=made.id, result="采纳"),), seen=seen), USUAL, author=DRAFTER
    )
    assert [one.answer.result for one in taken.answered] == ["adopted"]
