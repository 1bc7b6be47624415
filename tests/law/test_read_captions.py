"""Captions above articles, groups of articles numbered like items, headings over several lines."""

from __future__ import annotations

from itertools import product

import pytest

from lawtrack.law import Instrument, Level, parse, render

NAMES = ("立法目的", "适用范围", "部门职责", "禁止行为")
FRAMES = ("{}", "（{}）", "【{}】", "〖{}〗", "  {}")


def shape(doc: Instrument) -> list[tuple[str, str, str]]:
    return [
        (node.eid, node.heading, "" if node.children else node.words)
        for top in doc.body
        for node in top.walk()
    ]


@pytest.mark.parametrize(
    ("frame", "chapters", "blank"), list(product(FRAMES, ("", "第{}章　总则\n"), ("", "\n")))
)
def test_captions_above_articles(frame: str, chapters: str, blank: str) -> None:
    bodies = ("甲。", "乙。\n丙。", "丁：\n（一）戊；\n（二）己。", "庚。")
    text = "某市公园条例\n"
    for at, (number, name, body) in enumerate(zip("一二三四", NAMES, bodies, strict=True)):
        text += chapters.format("一二三四"[at // 2]) if at % 2 == 0 else ""
        text += f"{frame.format(name)}\n{blank}第{number}条　{body}\n{blank}"
    doc = parse(text)
    assert doc.text == text
    assert doc.title == "某市公园条例"
    assert [article.heading for article in doc.articles] == list(NAMES)
    assert [len(article.children) for article in doc.articles] == [1, 2, 1, 1]
    assert len(doc.headings) == (2 if chapters else 0)
    assert doc.problems == ()
    assert shape(parse(render(doc))) == shape(doc)


@pytest.mark.parametrize("words", ["附有图纸", "具体标准如下"])
def test_one_short_line_above_an_article_is_no_caption(words: str) -> None:
    doc = parse(f"某市公园条例\n第一条　甲。\n第二条　乙。\n{words}\n第三条　丙。\n第四条　丁。\n")
    assert [len(article.children) for article in doc.articles] == [1, 2, 1, 1]


COUNTS = {"item": "（{}）", "half": "({})", "ordinal": "{}、", "point": "{}. ", "round": "{}）"}


@pytest.mark.parametrize(("count", "last"), list(product(COUNTS, ("。", "；", ""))))
def test_groups_of_articles_that_are_numbered(count: str, last: str) -> None:
    numbers = "123" if count in ("point", "round") else "一二三"
    first, second, third = (COUNTS[count].format(number) for number in numbers)
    lists = f"第三条　丙：\n（一）丁；\n（二）戊{last}\n" if last else "第三条　丙。\n"
    text = (
        f"某规定\n{first}总则\n第一条　甲。\n第二条　乙。\n{second}管理\n{lists}{third}附则\n第四条　己。\n"
    )
    doc = parse(text)
    assert [heading.heading for heading in doc.headings] == ["总则", "管理", "附则"]
    assert {heading.level for heading in doc.headings} == {Level.CHAPTER}
    assert [len(heading.children) for heading in doc.headings] == [2, 1, 1]
    assert shape(parse(render(doc))) == shape(doc)


@pytest.mark.parametrize("end", ["。", "；", ""])
def test_items_above_an_article_stay_items(end: str) -> None:
    doc = parse(
        f"某规定\n第一条　甲：\n（一）乙；\n（二）丙{end}\n第二条　丁：\n（一）戊；\n（二）己{end}\n第三条　庚。\n"
    )
    assert doc.headings == ()
    assert [len(article.children[0].children) for article in doc.articles] == [2, 2, 0]


PIECES = ("湿地的保护、", "湿地的保护和", "")
RESTS = (("恢复",), ("恢复", "利用"), ("合理恢复", "与利用", "监督"), ("恢复、", "管理和", "利用", "监督"))


@pytest.mark.parametrize(("piece", "rests", "first"), list(product(PIECES, RESTS, (True, False))))
def test_a_heading_over_several_lines(piece: str, rests: tuple[str, ...], first: bool) -> None:
    above = "" if first else "第一章　总则\n第一条　甲。\n"
    number = "一" if first else "二"
    rows = "\n".join(rests)
    text = f"某市湿地条例\n{above}第{number}章　{piece}\n{rows}\n第{number}条　乙。\n第三章　附则\n第三条　丙。\n"
    doc = parse(text)
    assert [heading.heading for heading in doc.headings] == [
        *([] if first else ["总则"]), piece + "".join(rests), "附则"
    ]  # fmt: skip
    assert {len(article.children) for article in doc.articles} == {1}
