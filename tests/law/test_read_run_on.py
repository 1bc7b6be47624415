"""Texts that were copied without their line breaks: the articles within a line are read as those that begin one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lawtrack.law import article_label, parse, render

SENTENCES = (
    "为了保护古井，制定本条例。",
    "保护古井，人人有责；违反前条规定的，责令改正。",
    "有下列情形之一的，给予警告：（一）填埋；（二）倾倒。",
    "依照第一条、第二条第一款的规定处理。",
    "市人民政府没有第五条路可走！",
)
GAPS = ("", " ", "　", "  ")


@given(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=9), st.sampled_from(GAPS), st.data())
def test_a_run_on_text_has_the_articles_of_the_broken_one(sentences, gap, data):
    articles = [article_label((at, 0)) + " " + words for at, words in enumerate(sentences, 1)]
    breaks = [data.draw(st.sampled_from((gap, "\n"))) for _ in articles]
    text = "某市古井条例" + "".join(mark + article for mark, article in zip(breaks, articles, strict=True))
    doc, plain = parse(text), parse("\n".join(["某市古井条例", *articles]))
    assert doc.text == text
    assert doc.title == "某市古井条例"
    assert [node.words for node in doc.articles] == [node.words for node in plain.articles]
    assert [node.eid for node in parse(render(doc)).provisions] == [node.eid for node in doc.provisions]


def test_chapters_within_the_line_are_headings():
    text = "某市古井条例　第一章 总则　第一条 甲。第二条 乙。 第二章 附则 第三条 丙。"
    doc = parse(text)
    assert [(node.label, node.heading) for node in doc.headings] == [("第一章", "总则"), ("第二章", "附则")]
    assert [node.label for node in doc.articles] == ["第一条", "第二条", "第三条"]


def test_a_reference_after_a_full_stop_begins_no_article():
    doc = parse("某市古井条例\n第一条 甲。第二条规定的除外。\n第二条 乙。第五条 不在此列。\n第三条 丙。")
    assert [node.label for node in doc.articles] == ["第一条", "第二条", "第三条"]
