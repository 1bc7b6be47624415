"""`merge`: two revisions become one clause by clause, and nothing of either is lost in silence."""

from __future__ import annotations

import doctest
import random
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawtrack.errors import NotFound
from lawtrack.law import parse, render
from lawtrack.merge import merge
from lawtrack.merge.units import take_apart
from tests.compare.strategies import ordinance, parallel, parallels, printed, work
from tests.strategies import edited, instruments, messy_texts

BASE = """某市控烟条例
（2019年1月1日某市人民代表大会常务委员会第一次会议通过）
目录
第一章　总则
第二章　场所
第一章　总则
第一条　为了预防烟草烟雾的危害，制定本条例。
第二条　市人民政府负责控制吸烟工作，并将所需经费列入预算。爱国卫生机构承担控制吸烟的日常事务，定期公布监测结果。
第二章　场所
第三条　下列场所禁止吸烟：
（一）幼儿园；
（二）学校；
（三）医院。
第四条　公园管理机构应当设置标识并公布投诉电话号码。
第五条　违反第三条第二项规定的，处五十元罚款。
附件
表一：禁烟标识样式
表二：劝导文书样式
"""
NUMBER = re.compile(
    r"第[一二三四五六七八九十百]+[条章]|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+项"
)


def inserted(text: str, before: int, words: str) -> str:
    """`text` with a new article before article `before`, later numbers and references moved up, as a drafter does it."""
    chinese = "零一二三四五六七八九十"
    for number in range(9, before - 1, -1):
        text = text.replace(f"第{chinese[number]}条", f"第{chinese[number + 1]}条")
    head = f"\n第{chinese[before + 1]}条　"
    return text.replace(head, f"\n第{chinese[before]}条　{words}{head}", 1)


@given(messy_texts() | instruments(), messy_texts() | instruments())
def test_what_only_one_side_changed_is_that_side_to_the_character(base, changed):
    assert merge(base, base, changed).text == changed
    assert merge(base, changed, base).text == changed
    assert merge(base, changed, changed).text == changed
    assert not merge(base, changed, changed).conflicts


@given(edited())
def test_the_machinery_itself_gives_that_side_too(case):
    noisy = case.old.rstrip("\n") + "\n\n"  # another text to the character, the same to a reader
    for found in (merge(case.old, noisy, case.new), merge(case.old, case.new, noisy)):
        assert found.complete
        assert render(parse(found.text)) == render(parse(case.new))


@given(parallels())
def test_work_on_different_clauses_comes_together_whole(case):
    found = merge(case.base, case.ours, case.theirs)
    assert found.complete
    assert found.text == case.merged
    assert found.marked == found.text


@given(parallels())
def test_the_sides_may_change_places(case):
    found, turned = merge(case.base, case.ours, case.theirs), merge(case.base, case.theirs, case.ours)
    clauses = [
        sorted(NUMBER.sub("#", clause.text) for clause in take_apart(parse(one.text)).clauses)
        for one in (found, turned)
    ]
    assert clauses[0] == clauses[1]


@given(messy_texts() | instruments(), messy_texts() | instruments(), messy_texts() | instruments())
def test_every_clause_of_all_three_texts_stands_in_one_row(base, ours, theirs):
    found = merge(base, ours, theirs)
    for side, text in (("base", base), ("ours", ours), ("theirs", theirs)):
        clauses = [clause.text for clause in take_apart(parse(text)).clauses]
        rows = [row.texts[side] for row in found.rows]
        assert sorted("\n".join(clauses).split("\n")) == sorted("\n".join(filter(None, rows)).split("\n"))
    assert found.resolve(dict.fromkeys(found.ids, "theirs")).complete


@settings(max_examples=40)
@given(st.integers(0, 2**32))
def test_words_that_somebody_added_are_in_the_text_or_in_a_conflict(seed):
    rng = random.Random(seed)
    base = ordinance(rng, 10)
    changes = ("reword", "insert", "paragraph", "item", "split")
    sides = [
        work(random.Random(seed + by), base, rng.sample(range(10), 4), changes, by, frozenset())
        for by in (1, 2)
    ]
    texts = [printed(one) for one in (base, *sides)]
    found = merge(*texts)
    kept = NUMBER.sub(
        "#", found.text + "".join(text for one in found.conflicts for text in one.texts.values())
    )
    before = set(NUMBER.sub("#", texts[0]).split("\n"))
    for text in texts[1:]:
        for line in NUMBER.sub("#", text).split("\n"):
            ends = line.removeprefix("#").removeprefix("　")
            assert line in before or ends in kept or found.summary["words"], line


def test_a_clause_moved_by_one_side_keeps_the_words_of_the_other():
    article = "第四条　公园管理机构应当设置标识并公布投诉电话号码。\n"
    ours = (
        BASE.replace(article, "")
        .replace("第三条", "第四条")
        .replace("第四条　下列", article.replace("四", "三", 1) + "第四条　下列")
    )
    found = merge(BASE, ours, BASE.replace("投诉电话", "投诉举报电话"))
    assert found.complete
    assert "\n第三条　公园管理机构应当设置标识并公布投诉举报电话号码。\n第四条　下列" in found.text
    assert "违反第四条第二项" in found.text
    assert [row.moved for row in found.rows if row.moved] == [("ours",)]


def test_an_article_split_by_one_side_and_reworded_by_the_other_is_merged():
    ours = inserted(
        BASE.replace("爱国卫生机构承担控制吸烟的日常事务，定期公布监测结果。", ""),
        3,
        "爱国卫生机构承担控制吸烟的日常事务，定期公布监测结果。",
    )
    ours = ours.replace("\n第二章　场所\n第三条　爱国", "\n第三条　爱国").replace(
        "监测结果。\n第四条", "监测结果。\n第二章　场所\n第四条"
    )
    found = merge(BASE, ours, BASE.replace("定期公布", "每年公布"))
    assert found.complete
    assert "列入预算。\n第三条　爱国卫生机构承担控制吸烟的日常事务，每年公布监测结果。\n第二章" in found.text


def test_numbers_alone_are_no_conflict():
    ours = inserted(BASE, 1, "本条例适用于本市。").replace("处五十元罚款", "处五十元以上罚款")
    theirs = inserted(BASE, 4, "鼓励志愿者劝导。").replace("违反第三条第二项", "有违反第三条第二项")
    found = merge(BASE, ours, theirs)
    assert found.complete
    assert "第七条　有违反第四条第二项规定的，处五十元以上罚款。" in found.text
    assert ("第五条", "第七条") in found.numbers


def test_a_clause_changed_by_one_side_and_deleted_by_the_other_stands_until_it_is_decided():
    ours = BASE.replace("第四条　公园管理机构应当设置标识并公布投诉电话号码。\n", "").replace(
        "第五条", "第四条"
    )
    found = merge(BASE, ours, BASE.replace("投诉电话", "举报电话"))
    (conflict,) = found.conflicts
    assert (conflict.why, conflict.texts["ours"], conflict.merged) == ("deleted-changed", "", "第四条")
    assert "公布举报电话号码" in found.text
    assert found.resolve({conflict.id: "ours"}).text == ours
    assert "第四条　应当设置标识。\n第五条" in found.resolve({conflict.id: "第四条　应当设置标识。"}).text
    with pytest.raises(NotFound):
        found.resolve({"c9": "ours"})


def test_only_the_line_that_both_changed_is_a_conflict():
    ours = BASE.replace("（二）学校", "（二）中小学校").replace("（一）幼儿园", "（一）幼儿园、托育机构")
    theirs = BASE.replace("（二）学校", "（二）各类学校").replace("（三）医院", "（三）医疗机构")
    found = merge(BASE, ours, theirs)
    (conflict,) = found.conflicts
    assert conflict.labels["ours"] == "第三条第（二）项"
    marked = "（一）幼儿园、托育机构；\n<<<<<<< ours\n（二）中小学校；\n=======\n（二）各类学校；\n>>>>>>> theirs\n（三）医疗机构。"
    assert marked in found.marked
    assert "（二）小学；\n（三）医疗机构" in found.resolve({conflict.id: "（二）小学；"}).text


def test_a_line_that_both_rewrote_beyond_recognition_is_a_conflict_too():
    for old, ours, theirs in (
        ("（一）幼儿园；", "（一）托儿所；", "（一）早教机构；"),
        (
            "第四条　公园管理机构应当设置标识并公布投诉电话号码。\n",
            "第四条　甲。\n另设一款。\n",
            "第四条　乙。\n再加一款。\n",
        ),
    ):
        found = merge(BASE, BASE.replace(old, ours), BASE.replace(old, theirs))
        assert {one.why for one in found.conflicts} >= {"both-changed"}
        assert "早教机构" not in found.text


def test_markers_stand_around_the_title_and_a_heading_with_their_marks():
    base = render(parse(BASE))
    ours, theirs = (
        base.replace("某市控烟条例", "某市禁烟条例"),
        base.replace("某市控烟条例", "某市公共场所控烟办法"),
    )
    ours, theirs = (
        ours.replace("## 第二章　场所", "## 第二章　禁烟"),
        theirs.replace("## 第二章　场所", "## 第二章　地点"),
    )
    found = merge(base, ours, theirs)
    assert found.marked.startswith(
        "<<<<<<< ours\n# 某市禁烟条例\n=======\n# 某市公共场所控烟办法\n>>>>>>> theirs\n"
    )
    assert "\n<<<<<<< ours\n## 第二章　禁烟\n=======\n## 第二章　地点\n>>>>>>> theirs\n" in found.marked


def test_how_far_down_a_clause_is_merged_can_be_chosen():
    ours, theirs = BASE.replace("应当设置标识", "应当设置禁烟标识"), BASE.replace("投诉电话", "举报电话")
    assert "应当设置禁烟标识并公布举报电话号码" in merge(BASE, ours, theirs).text
    assert len(merge(BASE, ours, theirs, depth="lines").conflicts) == 1
    ours, theirs = BASE.replace("幼儿园", "托育机构"), BASE.replace("医院", "医疗机构")
    assert merge(BASE, ours, theirs, depth="lines").complete
    assert len(merge(BASE, ours, theirs, depth="clauses").conflicts) == 1


def test_insertions_at_one_place_are_both_kept_and_noted():
    ours, theirs = (
        BASE.replace("（三）医院。", "（三）医院；\n（四）图书馆。"),
        BASE.replace("（三）医院。", "（三）医院；\n（四）体育场。"),
    )
    found = merge(BASE, ours, theirs)
    assert found.complete
    assert "（三）医院；\n（四）图书馆；\n（五）体育场。" in found.text
    assert {note.code for note in found.notes} == {"merging.beside"}
    assert all(note.message for note in found.notes)


def test_headings_contents_header_note_and_annex_are_merged_too():
    ours = (
        BASE.replace("第二章　场所", "第二章　禁烟场所")
        .replace("2019年1月1日", "2020年8月28日")
        .replace("表一：禁烟", "表一：禁止吸烟")
    )
    theirs = BASE.replace(
        "第二章　场所\n第三条", "第二章　职责\n第三条　志愿者协助劝导。\n第三章　场所\n第四条"
    )
    theirs = (
        theirs.replace("第五条　违反第三条", "第六条　违反第四条")
        .replace("第四条　公", "第五条　公")
        .replace("第一次会议", "第三十次会议")
        .replace("表二：劝导", "表二：劝阻")
    )
    found = merge(BASE, ours, theirs)
    assert found.complete
    assert "（2020年8月28日某市人民代表大会常务委员会第三十次会议通过）" in found.text
    assert "目录\n第一章　总则\n第二章　职责\n第三章　禁烟场所\n第一章" in found.text
    assert "第三章　禁烟场所\n第四条　下列" in found.text
    assert found.text.endswith("表一：禁止吸烟标识样式\n表二：劝阻文书样式\n")


def test_a_reference_to_what_the_other_side_deleted_is_noted():
    ours = BASE.replace("（二）学校；\n（三）医院", "（二）医院")
    found = merge(BASE, ours, BASE.replace("五十元", "二百元"))
    assert [(note.code, note.label, note.words) for note in found.notes] == [
        ("merging.reference-lost", "第五条", "第三条第二项")
    ]


def test_a_reference_that_a_side_forgot_to_move_is_put_right():
    ours = inserted(BASE, 1, "本条例适用于本市。").replace("违反第四条第二项", "违反第三条第二项")
    found = merge(BASE, ours, BASE.replace("医院", "医疗机构"))
    assert "第六条　违反第四条第二项规定的" in found.text


def test_branch_numbers_stay_and_a_second_one_takes_the_next():
    base = "某法\n第一条　甲某某。\n第二条　乙某某。\n第二条之一　丙某某。\n第三条　丁某某。\n"
    ours = base.replace("第三条", "第二条之二　国家鼓励植树造林。\n第三条")
    theirs = base.replace("第三条", "第二条之二　公民有权查阅账册。\n第三条").replace("甲某某", "甲某人")
    text = merge(base, ours, theirs).text
    assert re.findall("第.条(?:之.)?", text) == [
        "第一条",
        "第二条",
        "第二条之一",
        "第二条之二",
        "第二条之三",
        "第三条",
    ]


def test_the_layout_is_that_of_ours():
    ours = render(parse(BASE.replace("学校", "中小学校")))
    found = merge(BASE, ours, inserted(BASE, 1, "本条例适用于本市。"))
    assert found.text == render(parse(found.text))
    assert "第一条　本条例适用于本市。\n\n第二条　为了" in found.text


def test_a_frame_has_one_row_a_clause():
    found = merge(BASE, BASE.replace("学校", "中小学校"), BASE.replace("医院", "医疗机构"))
    frame = found.to_frame()
    assert list(frame["origin"]).count("words") == 1
    assert len(frame) == len(found.rows)
    assert found.to_dict()["summary"]["words"] == 1


def test_the_page_on_merging_tells_what_happens(root):
    assert doctest.testfile(str(root / "docs" / "merging.md"), module_relative=False).failed == 0


def test_the_time_grows_with_the_text():
    spent = {}
    for size in (60, 240):
        case = parallel(random.Random(size), size, size // 10)
        began = time.process_time()
        assert merge(case.base, case.ours, case.theirs).text == case.merged
        spent[size] = time.process_time() - began
    assert spent[240] < 12 * spent[60]  # four times the text; quadratic would be sixteen
