"""该法, 该条例, 上述办法: the instrument of that kind which was named last before, or told as unsure."""

from __future__ import annotations

from itertools import product

import pytest

from lawtrack.check import check
from lawtrack.law import citations, named_again, parse

NAMED = {
    "法": ("《甲法》", "《乙法》"),
    "条例": ("《某省丙条例》", "《某省丁条例》"),
    "办法": ("《戊办法》", "《己办法》"),
}
THAT = {
    "法": ("该法", "同法", "上述法律", "前述法", "该《法》"),
    "条例": ("该条例", "上述条例"),
    "办法": ("该办法", "前述办法"),
}
KINDS = [(kind, that) for kind, words in THAT.items() for that in words]
BETWEEN = {
    "clause": "，",
    "paragraph": "\n",
    "article": "\n第三条　",
    "far": "\n第三条　略。\n第四条　略。\n第五条　",
}


def told(text: str) -> list[tuple[str, bool]]:
    """(the instrument, is it sure) of every reference to 第九条."""
    return [(c.instrument, not c.among) for c in citations(parse(text)) if c.words == "第九条"]


def text(first: str, between: str, that: str) -> str:
    return f"某市规定\n第一条　为了管理，制定本规定。\n第二条　{first}{BETWEEN[between]}违反{that}第九条的，处罚。"


@pytest.mark.parametrize(("kind", "that"), KINDS)
@pytest.mark.parametrize("between", BETWEEN)
def test_one_of_the_kind_named_before_is_meant_however_far(kind, that, between):
    others = "".join(names[0] for other, names in NAMED.items() if other != kind)
    for first in (f"适用{NAMED[kind][0]}的规定。", f"适用{NAMED[kind][0]}。另见{others}。"):
        assert told(text(first, between, that)) == [(NAMED[kind][0].strip("《》"), True)]


@pytest.mark.parametrize(("kind", "that"), KINDS)
@pytest.mark.parametrize("between", BETWEEN)
def test_two_of_the_kind_in_one_clause_are_told_as_unsure(kind, that, between):
    first, second = NAMED[kind]
    assert told(text(f"适用{first}和{second}的规定。", between, that)) == [(second.strip("《》"), False)]


@pytest.mark.parametrize(("kind", "that"), KINDS)
@pytest.mark.parametrize(
    ("between", "sure"), [("clause", True), ("paragraph", True), ("article", False), ("far", False)]
)
def test_of_two_in_clauses_of_their_own_the_nearer_is_meant_in_the_same_article_only(
    kind, that, between, sure
):
    first, second = NAMED[kind]
    assert told(text(f"适用{first}的规定。适用{second}的规定。", between, that)) == [
        (second.strip("《》"), sure)
    ]


@pytest.mark.parametrize(("kind", "that"), KINDS)
def test_from_the_article_right_before_the_nearer_counts_and_from_farther_away_it_is_unsure(kind, that):
    first, second = NAMED[kind]
    near = f"适用{first}。\n第三条　适用{second}。\n第四条　"
    assert told(f"某市规定\n第二条　{near}违反{that}第九条的，处罚。") == [(second.strip("《》"), True)]
    far = f"{near}略。\n第五条　"
    assert told(f"某市规定\n第二条　{far}违反{that}第九条的，处罚。") == [(second.strip("《》"), False)]


@pytest.mark.parametrize(("kind", "that"), KINDS)
def test_where_nothing_of_the_kind_was_named_that_is_told(kind, that):
    others = "".join(names[0] for other, names in NAMED.items() if other != kind)
    words = text(f"另见{others}。", "article", that)
    assert told(words) == [(that, False)]
    assert [one.code for one in check(parse(words)) if one.code == "that-law"] == ["that-law"]


@pytest.mark.parametrize(
    ("before", "that", "meant"),
    [
        ("依照甲法第二条、第三条处理", "该法", "甲法"),
        ("违反甲法规定的，处理", "该法", "甲法"),
        ("依照民法通则第二条处理", "该法", "民法通则"),
        ("根据《中华人民共和国甲法》（以下简称《甲法》）处理；按照《甲法》处理", "该法", "中华人民共和国甲法"),
        ("依照《某省实施〈甲法〉办法》处理", "该法", "甲法"),
        ("依照《甲法（2020年修订）》和《中华人民共和国甲法》处理", "该法", "中华人民共和国甲法"),
        ("根据宪法和《甲法》处理", "该法", "甲法"),
    ],
)  # fmt: skip
def test_names_without_marks_short_names_and_names_within_names_count(before, that, meant):
    assert told(text(f"{before}。", "article", that)) == [(meant, True)]


@pytest.mark.parametrize(
    "words", ["该法人第九条", "该条例外情形", "该办法人员", "合同法第九条", "有关法律第九条"]
)
def test_words_that_only_begin_alike_are_left_alone(words):
    doc = parse(f"某市规定\n第一条　适用《甲法》。\n第二条　{words}的规定。")
    assert not [c for c in citations(doc) if c.among]
    assert named_again(doc) == ()


@pytest.mark.parametrize("between", BETWEEN)
def test_the_whole_of_an_instrument_is_meant_without_a_number(between):
    doc = parse(f"某市规定\n第二条　适用《甲法》。{BETWEEN[between]}违反该法规定的，处罚。")
    assert [(again.titles, again.sure) for again in named_again(doc)] == [(("甲法",), True)]


def test_what_a_quotation_names_is_meant_inside_of_it_only():
    doc = "关于修改《某规定》的决定\n一、第二条修改为：“适用《乙法》。依照该法第九条处罚。”\n二、依照《甲法》办理。"
    assert told(doc) == [("乙法", True)]


@pytest.mark.parametrize(("far", "between"), list(product((False, True), ("，", "的，依照《丙条例》"))))
def test_the_number_after_goes_on_from_it(far, between):
    gap = "\n第三条　略。\n第四条　" if far else ""
    words = f"某市规定\n第二条　适用《甲法》。{gap}违反该法第九条、第十条第二款{between}处罚。"
    assert [(c.instrument, c.label) for c in citations(parse(words))] == [
        ("甲法", "第九条"),
        ("甲法", "第十条第二款"),
    ]


def test_traditional_characters_are_read_and_titles_stay_as_they_are_printed():
    text = (
        "某市規定\n第一條　適用《中華人民共和國甲法》、《某省丙條例》的規定。\n"
        "第二條　違反該法第九條、該條例第三條的，處罰。\n第三條　略。"
    )
    doc = parse(text)
    assert [(c.instrument, c.label, c.among) for c in citations(doc)] == [
        ("中華人民共和國甲法", "第九条", ()),
        ("某省丙條例", "第三条", ()),
    ]
    again = named_again(parse(text.replace("該法第九條、", "該法規定、")))
    assert [one.titles for one in again] == [("中華人民共和國甲法",)]
