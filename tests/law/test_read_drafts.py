"""Drafts that are still being written: alternatives, numbers left open, remarks on articles, chapters behind a sentence."""

from __future__ import annotations

from itertools import product

import pytest

from lawtrack.law import Instrument, parse

HEAD = "某市公园条例\n第一条　甲。\n"


def codes(doc: Instrument) -> list[str]:
    return [problem.code for problem in doc.problems]


@pytest.mark.parametrize("mark", ["（方案{}）", "【方案{}】", "（第{}种意见）", "〖备选{}〗"])
@pytest.mark.parametrize("gap", ["", "　"])
def test_alternatives_of_an_article_are_articles_and_told(mark: str, gap: str) -> None:
    doc = parse(
        f"{HEAD}第二条{gap}{mark.format('一')}　乙。\n第二条{gap}{mark.format('二')}　丙。\n第三条　丁。\n"
    )
    assert [article.label for article in doc.articles] == ["第一条", "第二条", "第二条", "第三条"]
    assert codes(doc) == ["law.number-repeated"]


@pytest.mark.parametrize("cited", ["第一条的规定，乙。", "第一条规定处理。", "第一条第二款，乙。"])
def test_a_wrapped_reference_to_the_article_itself_is_none(cited: str) -> None:
    doc = parse(f"某市公园条例\n第一条　市人民政府应当按照本条例\n{cited}\n第二条　丙。\n")
    assert [article.label for article in doc.articles] == ["第一条", "第二条"]
    assert codes(doc) == []


@pytest.mark.parametrize("blank", ["　　", "  ", "X", "x", "××", "**", "＿＿", "__", "？", "…"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_numbers_that_are_left_open_are_told(blank: str, count: int) -> None:
    doc = parse(HEAD + f"第{blank}条　乙。\n" * count)
    assert [(one.code, one.details["words"]) for one in doc.problems] == [
        ("law.unread-number", f"第{blank}条")
    ] * count


@pytest.mark.parametrize(
    ("name", "form"),
    list(product(("说明", "立法依据", "参考", "起草理由"), ("【{}】", "〔{}〕", "{}：", "（{}）"))),
)
def test_remarks_under_articles_are_told(name: str, form: str) -> None:
    remark = f"{form.format(name)}本条依据乙制定。\n"
    doc = parse("某市公园条例\n" + "".join(f"第{n}条　甲。\n{remark}" for n in "一二三四"))
    assert [(one.code, one.details) for one in doc.problems] == [("law.remarks", {"count": 4, "words": name})]


@pytest.mark.parametrize("item", ["（十一）乙", "（十二）丙；"])
def test_items_that_every_article_has_are_no_remarks(item: str) -> None:
    doc = parse("某市公园条例\n" + "".join(f"第{n}条　甲：\n{item}\n" for n in "一二三"))
    assert "law.remarks" not in codes(doc)


@pytest.mark.parametrize(("unit", "gap"), list(product("章节编", (" ", "　", "  "))))
def test_a_heading_behind_the_last_sentence_of_a_line(unit: str, gap: str) -> None:
    doc = parse(
        f"某市公园条例\n第一{unit}　总则\n第一条　甲。\n第二条　乙。{gap}第二{unit}　管理和保护\n第三条　丙。\n"
    )
    assert [heading.heading for heading in doc.headings] == ["总则", "管理和保护"]
    assert [len(heading.children) for heading in doc.headings] == [2, 1]
    assert codes(doc) == []


NOTES = (
    "抄送：市委办公室。",
    "（此件公开发布）",
    "某市人民政府办公室　2024年3月5日印发",
    "联系人：张某",
    "附注：（信息公开选项）",
)


@pytest.mark.parametrize(("note", "signed"), list(product(NOTES, (False, True))))
def test_what_is_said_of_the_paper_is_told(note: str, signed: bool) -> None:
    signature = "某市人民政府\n2024年3月1日\n" if signed else ""
    doc = parse(f"{HEAD}第二条　本条例自公布之日起施行。\n{signature}{note}\n")
    assert [article.children[-1].words for article in doc.articles] == ["甲。", "本条例自公布之日起施行。"]
    assert codes(doc) == ["law.behind"]


def test_a_signature_alone_is_nothing_to_tell() -> None:
    assert codes(parse(f"{HEAD}第二条　本条例自公布之日起施行。\n某市人民政府\n2024年3月1日\n")) == []
