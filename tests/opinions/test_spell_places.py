"""Every way to write a place into a column by hand, alone and several side by side, names the same clauses."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawtrack.law import parse
from lawtrack.opinions import Clauses

DRAFT = "某市条例\n" + "".join(
    f"第{article}条　事项：\n（一）甲；\n（二）乙；\n（三）丙：\n1.丁；\n2.戊。\n己。\n"
    for article in "一二三四五六"
)
CLAUSES = Clauses(parse(DRAFT))
CHINESE = "零一二三四五六"
ARTICLES = ("第{c}条", "第{n}条", "{c}条", "{n}条", "第 {n} 条", "草案第{c}条")
BRIEF = (*ARTICLES, "{n}", "{c}", "第{n}")
ITEMS = (
    "第{c}项",
    "第{n}项",
    "（{c}）",
    "({n})",
    "（{n}）",
    "第（{c}）项",
    "第({n})项",
    "{n}项",
    "（{c}）项",
)
PARAGRAPHS = ("第{c}款", "第{n}款", "{c}款", "{n}款")
JOINS = ("、", "，", "；", ";", ",", "和", "及", "以及", "与", "\n")
RANGES = ("至", "-", "～", "—", "~", "到")


def written(form: str, number: int) -> str:
    return form.format(c=CHINESE[number], n=number)


def eids(words: str) -> tuple[str, ...]:
    return CLAUSES.named(words).eids


@pytest.mark.parametrize(("article", "item"), list(product(BRIEF, ITEMS)))
def test_an_article_and_an_item(article: str, item: str) -> None:
    bare = not article.endswith("条")
    if bare and item[0] not in "第（(":
        return  # 31项 is no place
    for a, i in ((1, 3), (4, 1), (6, 2)):
        assert eids(written(article, a) + written(item, i)) == (f"art_{a}__para_1__item_{i}",)


@pytest.mark.parametrize(("article", "paragraph"), list(product(BRIEF, PARAGRAPHS)))
def test_an_article_and_a_paragraph(article: str, paragraph: str) -> None:
    if not article.endswith("条") and not paragraph.startswith("第"):
        return
    assert eids(written(article, 5) + written(paragraph, 2)) == ("art_5__para_2",)
    whole = written(article, 5) + written(paragraph, 1) + "第(3)项第2目"
    assert eids(whole) == ("art_5__para_1__item_3__point_2",)


places = st.builds(
    lambda article, number, inner: (
        written(article, number) + (written(inner, 2) if inner else ""),
        f"art_{number}__para_1__item_2" if inner else f"art_{number}",
    ),
    st.sampled_from(BRIEF),
    st.integers(1, 6),
    st.sampled_from(["", "第{c}项", "（{n}）", "({n})", "第（{c}）项"]),
)


@given(st.lists(places, min_size=1, max_size=5), st.sampled_from(JOINS))
def test_several_places_side_by_side(named: list[tuple[str, str]], join: str) -> None:
    words = [place for place, _ in named]
    if any(place[0] == "草" for place in words[1:]):
        words = [place.removeprefix("草案") for place in words]
    assert set(eids(join.join(words))) == {eid for _, eid in named}


@pytest.mark.parametrize("join", RANGES)
@pytest.mark.parametrize(
    "form", ["第{a}条{j}第{b}条", "第{a}{j}{b}条", "{a}{j}{b}条", "{a}{j}{b}", "第{a}条{j}{b}条"]
)
def test_a_range_of_articles(form: str, join: str) -> None:
    for figures in (False, True):
        first, last = ("2", "4") if figures else ("二", "四")
        assert eids(form.format(a=first, b=last, j=join)) == ("art_2", "art_3", "art_4")


@pytest.mark.parametrize(
    "words",
    [
        "第三条第一、二项",
        "3(1)(2)",
        "3（1）、（2）",
        "3条第1、2项",
        "第三条（一）（二）",
        "3（1）和（2）",
        "第3条第(1)、(2)项",
    ],
)
def test_several_items_of_one_article(words: str) -> None:
    assert eids(words) == ("art_3__para_1__item_1", "art_3__para_1__item_2")


@pytest.mark.parametrize("words", ["1、4", "1，4条", "第1、4条", "第一、四条", "第一条；第四条", "1/4"])
def test_several_articles(words: str) -> None:
    assert eids(words) == ("art_1", "art_4")


@pytest.mark.parametrize(
    "words", ["9", "第九条", "3(9)", "2、9", "附件1", "见批注", "3.1", "第三稿", "2024年", "1件"]
)
def test_what_is_not_there_or_no_place_names_nothing(words: str) -> None:
    assert eids(words) == ()
