"""What a row says beside its words: marks, flags, references that only follow, the remark of the third column."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from lawtrack.compare import compare, followed, in_order, in_words, marked, overlaid, remark, statistics
from lawtrack.compare.showing.flags import Flag, row_flags
from tests.strategies import edited, messy_texts


def row(old, new):
    return compare(f"第一条　{old}", f"第一条　{new}").rows[0]


def shown(pair, **options):
    return [[piece.words for piece in side if piece.changed] for side in marked(pair, **options)]


def test_pieces_give_both_texts_back():
    pair = row("应当在七日内报告,并(书面)告知。", "应当在五日内如实报告，并（书面）告知。")
    assert ["".join(piece.words for piece in side) for side in marked(pair)] == [pair.old_text, pair.new_text]


def test_width_and_spaces_are_marked_by_choice_only():
    pair = row("二○二○年起，市(县)人民政府 负责。", "二〇二〇年起，市（县）人民政府负责。")
    assert shown(pair) == [[], []]
    assert shown(pair, noise=True) != [[], []]


def test_a_new_number_is_no_marked_change():
    old = "第一条　公园内禁止吸烟，违者处五十元罚款。"
    pair = compare(
        old, "第一条　为了健康，制定本条例。\n" + old.replace("第一条", "第二条").replace("五十", "六十")
    ).rows[1]
    assert shown(pair) == [["五十"], ["六十"]]


def test_a_year_is_marked_whole():
    pair = compare("第一条　自2013年6月起施行。", "第一条　自2020年8月起施行。").rows[0]
    assert shown(pair) == [["2013年6"], ["2020年8"]]


def test_marks_of_two_neighbours_are_laid_over_one_another():
    one, other = (
        marked(row("甲乙丙丁戊己庚", "甲乙丙丁戊己辛"))[0],
        marked(row("甲乙丙丁戊己庚", "丑乙丙丁戊己庚"))[0],
    )
    found = list(overlaid(one, other))
    assert "".join(words for words, _, _ in found) == "第一条　甲乙丙丁戊己庚"
    assert [(words, a, b) for words, a, b in found if a or b] == [("甲", False, True), ("庚", True, False)]


FLAGGED = [
    ("处{}罚款，责令改正。", Flag("money", "五十元以上二百元以下", "一百元以上五百元以下")),
    ("应当自受理之日起{}内作出决定。", Flag("period", "三十日", "二十个工作日")),
    ("本条例自{}起施行，原条例同时废止。", Flag("date", "2020年1月1日", "2021年3月1日")),
    ("须经全体委员{}以上同意方可通过。", Flag("share", "三分之二", "二分之一")),
    ("距离住宅不得少于{}，并设置明显标志。", Flag("count", "十米", "二十米")),
    ("由主管部门给予警告，责令限期改正{}。", Flag("penalty", "", "吊销许可证")),
]


@pytest.mark.parametrize(("words", "flag"), FLAGGED)
def test_what_a_committee_asks_about_is_flagged(words, flag):
    assert row_flags(row(words.format(flag.old), words.format(flag.new))) == (flag,)


def test_another_spelling_of_the_same_quantity_is_no_flag():
    assert row_flags(row("在三十日内缴纳二百元，逾期加收。", "应在30日内缴纳200元，逾期加收。")) == ()


def test_numbers_of_clauses_are_no_quantities():
    assert row_flags(row("依照第三十日常规范办理登记手续。", "依照第四十日常规范办理登记手续。")) == ()


TEXT = (
    "某市控烟条例\n{before}第{a}条　公园、学校和医院的室内场所禁止吸烟。\n"
    "第{b}条　违反本条例第{a}条规定的，由卫生健康主管部门予以警告，{tail}"
)


def test_a_reference_that_only_follows_its_target_is_known():
    added = "第一条　为了预防和减少烟草烟雾的危害，制定本条例。\n"
    old = TEXT.format(before="", a="一", b="二", tail="并责令改正。")
    same = compare(old, TEXT.format(before=added, a="二", b="三", tail="并责令改正。"))
    more = compare(old, TEXT.format(before=added, a="二", b="三", tail="并处五十元罚款。"))
    assert [entry.nothing_else for entry in followed(same)] == [False, False, True]
    assert followed(same)[2].references == (("第一条", "第二条"),)
    assert followed(more)[2].references == (("第一条", "第二条"),)
    assert not followed(more)[2].nothing_else
    assert remark(same.rows[2], followed(same)[2]) == "第二条改为第三条，仅所引条号随之调整"


def test_a_reference_that_points_elsewhere_is_a_change():
    third = "第三条　医疗机构应当劝阻就诊人员吸烟，并张贴标志。\n"
    old = (
        "某市控烟条例\n第一条　公园内禁止吸烟。\n第二条　违反第一条规定的，由主管部门予以警告并责令改正。\n"
        + third
    )
    found = compare(old, old.replace("违反第一条", "违反第三条"))
    assert followed(found)[1].references == ()


OLD = (
    "第一条　市人民政府负责本市的控烟工作。\n区人民政府负责本辖区的控烟工作。\n第二条　公园、学校内禁止吸烟。"
)
CASES = [
    (OLD + "\n第三条　违者由卫生主管部门处罚。", ["", "", "新增"]),
    (OLD.replace("\n第二条", "\n社区居委会协助做好宣传教育活动。\n第二条"), ["增加一款，作为第三款", ""]),
    (
        OLD.replace("\n第二条", "\n街道办事处做好日常检查。\n社区居委会协助宣传教育。\n第二条"),
        ["增加两款，作为第三款、第四款", ""],
    ),
    (OLD.replace("区人民政府负责", "县级人民政府统一负责"), ["第二款修改", ""]),
    (OLD.replace("公园、学校内", "公园、学校和医院内"), ["", "修改"]),
    ("第一条　公园、学校内禁止吸烟。", ["删去", "第二条改为第一条"]),
]


@pytest.mark.parametrize(("new", "remarks"), CASES)
def test_the_remark_says_what_happened(new, remarks):
    assert [remark(pair) for pair in compare(OLD, new).rows] == remarks


def test_an_item_is_cited_without_brackets():
    old = "第一条　禁止下列行为：\n（一）在公园内吸烟；\n（二）在医院内吸烟。"
    new = old.replace("医院内吸烟。", "医院内吸烟；\n（三）向未成年人出售烟草制品。")
    assert "增加一项，作为第三项" in remark(compare(old, new).rows[0])


def test_rows_come_in_the_order_of_reading():
    lines = "某市控烟条例 目录 第一章　总则 第二章　附则 第一章　总则 第一条　甲事。 第二章　附则 第二条　乙事。 附件 场所名录"
    text = "\n".join(lines.split(" "))
    found = compare(text, text)
    order = [pair.level for pair in in_order(found)]
    assert sorted(order) == sorted(pair.level for pair in (*found.rows, *found.other))
    assert [level for level in order if level in ("chapter", "article", "annex")] == [
        "chapter", "article", "chapter", "article", "annex",
    ]  # fmt: skip


def test_a_promulgation_order_comes_before_the_title():
    text = "某市人民代表大会常务委员会公告\n第5号\n《某市条例》已于2020年1月1日通过，现予公布。\n某市条例\n第一条　甲事。"
    assert [pair.level for pair in in_order(compare(text, text))] == ["order", "title", "article"]


def all_there(old, new):
    found = compare(old, new)
    for pair in (*found.rows, *found.other):
        for noise in (False, True):
            sides = ["".join(piece.words for piece in side) for side in marked(pair, noise=noise)]
            assert sides == [pair.old_text, pair.new_text]
        assert isinstance(remark(pair), str)
    assert len(followed(found)) == len(found.rows)
    assert len(in_order(found)) == len(found.rows) + len(found.other)
    assert in_words(found)
    counted = statistics(found)
    assert sum(sum(one.kinds.values()) for one in counted.chapters) == len(found.rows)


@given(messy_texts(), messy_texts())
@settings(max_examples=40, deadline=None)
def test_nothing_is_lost_whatever_a_converter_left_behind(old, new):
    all_there(old, new)


@given(edited())
@settings(max_examples=15, deadline=None)
def test_nothing_is_lost_in_an_edited_ordinance(pair):
    all_there(pair.old, pair.new)
