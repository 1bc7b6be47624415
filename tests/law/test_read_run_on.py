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


NOTES = (
    "",
    "（2020年1月2日某市人大常委会通过 2020年3月1日某省人大常委会批准）",
    "2020年1月2日某市人大常委会通过",
)
CHAPTERS = ("总则", "古井的保护、利用", "法律责任")


@given(
    st.sampled_from(NOTES),
    st.booleans(),
    st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), min_size=1, max_size=3),
    st.sampled_from(["", " ", "　"]),
    st.booleans(),
)
def test_a_whole_text_in_one_line(
    note: str, listed: bool, chapters: list[list[str]], gap: str, sections: bool
) -> None:
    lines, number = ["某市古井条例", *([note] if note else [])], 0
    heads = [f"第{'一二三'[at]}章{gap}{name}" for at, name in enumerate(CHAPTERS[: len(chapters)])]
    lines += ["目录", *heads] if listed and gap else []
    for at, sentences in enumerate(chapters):
        lines.append(heads[at])
        lines += ["第一节　一般规定"] if sections else []
        for sentence in sentences:
            number += 1
            lines.append(f"{article_label((number, 0))}　{sentence}")
            lines += ["市水务局负责。"] if gap and number % 2 else []
    lines.append(f"{article_label((number + 1, 0))}　本条例自公布之日起施行。")
    doc, plain = parse(gap.join(lines)), parse("\n".join(lines))
    assert doc.title == "某市古井条例"
    assert [node.heading for node in doc.headings] == [node.heading for node in plain.headings]
    assert [node.label for node in doc.articles] == [node.label for node in plain.articles]
    if gap:  # where breaks became blanks, paragraphs are told too
        assert [len(node.children) for node in doc.articles] == [
            len(node.children) for node in plain.articles
        ]
        assert [block.kind for block in doc.blocks] == [block.kind for block in plain.blocks]


def test_a_number_that_the_text_does_not_have_is_passed_over_and_told():
    doc = parse("某市古井条例 第一条 甲。 第二条 乙。 第四条 丙。 第五条 丁。")
    assert [node.label for node in doc.articles] == ["第一条", "第二条", "第四条", "第五条"]
    assert [problem.code for problem in doc.problems] == ["law.number-gap"]


def test_a_cell_of_a_table_begins_no_article():
    rows = (
        "序号\t条款\t条文\n1\t第一条\t第一条　甲。\t\n2\t第二条\t第二条　乙。\t\n3\t第三条\t第三条　丙。\t\n"
    )
    assert parse(f"某市条例征求意见表\n{rows}").articles == ()


def test_what_an_only_article_cites_begins_none():
    doc = parse(
        "某市条例\n第一条　依照《某省条例》（2010年修正）第三条 处理；依照《甲法》第三条、第四条 处理。"
    )
    assert [node.label for node in doc.articles] == ["第一条"]
