"""Notices, orders, web pages and other instruments around a text: kept, told apart, told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawtrack.law import Instrument, instruments_in, parse, render

BODY = (
    "第一章　总则\n第一条　为了保护古树，制定本条例。\n第二条　保护古树，人人有责。\n第二章　附则\n"
    "第三条　本条例自公布之日起施行。\n"
)
NAMES = ("某市古树保护条例", "某市古树保护条例（草案）", "某市古树保护办法（征求意见稿）")
NOTICES = (
    "关于公开征求《{name}》意见的公告\n现将草案公布，请按下列方式反馈：\n（一）来信；\n（二）来电。\n附件：《{name}》\n某市人大常委会办公室\n2024年12月4日\n附件\n",
    "某市司法局关于《{name}》公开征求意见的通知\n一、征求意见时间\n2024年1月1日至1月31日。\n二、反馈方式\n电子邮件。\n附件：1.{name}\n2.起草说明\n某市司法局\n2024年1月1日\n",
    "某市人民政府关于印发《{name}》的通知\n各县（市、区）人民政府：\n现将《{name}》印发给你们，请认真贯彻执行。\n某市人民政府\n2024年3月1日\n",
    "关于征求对《{name}》的意见\n和建议的函\n各有关单位：\n请于1月5日前反馈。\n联系人：某某　联系电话：00000000\n附件1：\n",
)
PAGE_ABOVE = (
    "首页 > 地方性法规\n发布时间：2024-01-02　来源：本站　浏览：12 次\n",
    "您当前的位置：首页 > 政策法规\n人大概况\n立法工作\n通知公告\n字号：[大][中][小]\n",
)
PAGE_BELOW = (
    "【打印】【关闭】 分享到：微信\n上一篇：某市绿化条例\n下一篇：没有了\n版权所有：某市人大常委会 某ICP备0000号\n",
    "责任编辑：某某\n打印本页\n主办单位：某市人民政府 网站标识码：0000\n技术支持：某公司\n",
)
ORDERS = (
    "某市人民政府令\n第82号\n《{name}》已经市人民政府常务会议通过，现予发布施行。\n市长 某某\n2020年7月23日\n",
    "某市人民代表大会常务委员会公告（第3号）\n《{name}》已由某市第五届人大常委会第三次会议通过，现予公布。\n某市人民代表大会常务委员会\n2020年7月23日\n",
)


def kinds(doc: Instrument) -> set[str]:
    return {block.kind for block in (*doc.blocks, *doc.running)}


def same_body(doc: Instrument) -> bool:
    plain = parse("某市古树保护条例\n" + BODY)
    return [node.words for node in doc.articles] == [node.words for node in plain.articles] and [
        node.heading for node in doc.headings
    ] == [node.heading for node in plain.headings]


@given(st.sampled_from(NAMES), st.sampled_from(NOTICES))
def test_a_notice_above_is_kept_apart(name: str, notice: str) -> None:
    text = notice.format(name=name) + name + "\n" + BODY
    doc = parse(text)
    assert doc.text == text
    assert doc.title == name
    assert same_body(doc)
    assert "notice" in kinds(doc)
    assert [problem.code for problem in doc.problems] == ["law.notice"]


@given(
    st.sampled_from(NAMES),
    st.sampled_from(["", *PAGE_ABOVE]),
    st.sampled_from(["", *PAGE_BELOW]),
    st.booleans(),
)
def test_lines_of_a_page_are_kept_apart(name: str, above: str, below: str, under: bool) -> None:
    note = "（2023年11月1日某市人民代表大会常务委员会通过）\n"
    head = name + "\n" + above if under and ">" not in above else above + name + "\n"
    text = head + note + BODY + below
    doc = parse(text)
    assert doc.text == text
    assert doc.title == name
    assert same_body(doc)
    assert ("page" in kinds(doc)) == bool(above or below)
    assert "header" in kinds(doc)
    assert "tail" not in kinds(doc)
    assert parse(render(doc)).running == ()


@given(st.sampled_from(NAMES), st.sampled_from(ORDERS), st.booleans())
def test_an_order_stands_over_or_under_the_title(name: str, order: str, under: bool) -> None:
    order = order.format(name=name)
    text = (name + "\n" + order if under else order + name + "\n") + BODY
    doc = parse(text)
    assert doc.text == text
    assert doc.title == name
    assert same_body(doc)
    assert "order" in kinds(doc)
    assert "preamble" not in kinds(doc)


def test_everything_at_once() -> None:
    name = "某市古树保护办法"
    text = PAGE_ABOVE[0] + name + "\n" + ORDERS[0].format(name=name) + BODY + PAGE_BELOW[0]
    doc = parse(text)
    assert (doc.title, same_body(doc), kinds(doc)) == (name, True, {"title", "order", "page"})


@given(st.lists(st.sampled_from(["条例", "办法", "规定", "实施细则"]), min_size=1, max_size=5), st.booleans())
def test_instruments_one_after_the_other_are_told_apart(kinds_of: list[str], dated: bool) -> None:
    note = "（2020年1月1日某市人大常委会通过）\n" if dated else ""
    texts = [f"某市第{n}号{kind}\n{note}{BODY}\n" for n, kind in enumerate(kinds_of, 1)]
    found = instruments_in("".join(texts))
    assert [doc.text for doc in found] == texts
    assert all(same_body(doc) for doc in found)
    told = [problem.code for problem in parse("".join(texts)).problems]
    assert told == ["law.another-instrument"] * (len(texts) > 1)


@pytest.mark.parametrize(
    "text",
    [
        "某市条例\n第一条　甲。\n第二条　应当公布下列内容：\n首页\n第三条　本条例自公布之日起施行。\n",
        "某市条例\n第一条　甲。\n第二条　发布时间由市政府确定。\n",
        "某市关于公开征求意见的规定\n第一条　甲。\n第二条　乙。\n",
        "某市人大常委会关于修改《某市条例》的决定\n一、将第一条修改为：“甲。”\n附件：\n某市条例\n第一条　甲。\n",
    ],
)
def test_texts_without_anything_around_stay_as_they_are(text: str) -> None:
    doc = parse(text)
    assert not kinds(doc) & {"notice", "page"}
    assert not [problem for problem in doc.problems if problem.code in ("law.notice", "law.page-lines")]


@pytest.mark.parametrize(
    "head",
    [
        "关于公开征求对《{name}》的意见的通告\n一、征集时间：三十日。\n（一）请写明条款；\n（二）请说明理由。\n感谢参与！\n附件\n",
        "立法听证会公告\n一、听证事项：\n（一）范围；\n（二）处罚。\n某市人大常委会\n2024年5月20日\n附件：\n",
    ],
)
def test_hearings_and_notices_that_end_in_other_words_are_notices(head: str) -> None:
    name = "某市古树保护条例（草案修改稿）"
    doc = parse(head.format(name=name) + name + "\n" + BODY)
    assert doc.title == name
    assert same_body(doc)
    assert "notice" in kinds(doc)


@pytest.mark.parametrize(
    ("under", "kind"),
    [
        (
            "（某市人民政府令第12号）\n《{name}》已经市政府常务会议通过，现予公布，自7月1日起施行。\n市长：赵某\n2003年5月20日\n",
            "order",
        ),
        ("某政〔1998〕55号\n各区人民政府：\n现将《{name}》印发给你们。\n某市人民政府\n1998年6月1日\n", None),
        ("【发布单位】某市人民政府\n【发布日期】1999-09-09\n【失效日期】\n【所属类别】地方法规\n", "page"),
    ],
)
def test_an_order_without_a_head_and_a_database_s_lines_stand_apart(under: str, kind: str | None) -> None:
    name = "某市古树保护办法"
    doc = parse(f"{name}\n{under.format(name=name)}{BODY}")
    assert doc.title == name
    assert same_body(doc)
    assert kind is None or (kind in kinds(doc) and "preamble" not in kinds(doc))


def test_two_texts_numbered_by_numerals_are_two() -> None:
    both = instruments_in("某市甲规定\n一、甲。\n二、乙。\n某市乙规定\n一、丙。\n二、丁。\n三、戊。\n")
    assert [(doc.title, len(doc.articles)) for doc in both] == [("某市甲规定", 2), ("某市乙规定", 3)]


@pytest.mark.parametrize("mark", ["", "附件\n", "附：\n", "某市人大常委会\n2024年10月30日\n附件\n"])
def test_the_text_behind_a_decision_is_a_text_of_its_own(mark: str) -> None:
    decision = (
        "某市人大常委会关于修改《某市古树保护条例》的决定\n一、将第二条修改为：“保护古树，人人有责。”\n"
        "二、删去第四条。\n本决定自公布之日起施行。\n"
    )
    both = instruments_in(f"{decision}{mark}某市古树保护条例\n{BODY}")
    assert [doc.title for doc in both] == [
        "某市人大常委会关于修改《某市古树保护条例》的决定",
        "某市古树保护条例",
    ]
    assert same_body(both[1])


def test_a_ruler_between_two_texts_is_of_neither() -> None:
    both = instruments_in("甲市条例\n第一条　甲。\n第二条　乙。\n---\n乙市规定\n第一条　丙。\n第二条　丁。\n")
    assert [doc.title for doc in both] == ["甲市条例", "乙市规定"]


@pytest.mark.parametrize(
    "label", ["标题：", "法规名称：", "【法规标题】", "【标题】", "题名:", "名称： ", "文件名称："]
)
@pytest.mark.parametrize("foot", ["", "【全文完】", "（完）", "全文完"])
def test_the_label_of_a_title_in_a_database_is_not_of_the_title(label: str, foot: str) -> None:
    doc = parse(
        f"{label}某市古树保护条例\n文号：某市人大公告第9号\n施行日期：2024年1月1日\n正文：\n{BODY}{foot}\n"
    )
    assert doc.title == "某市古树保护条例"
    assert same_body(doc)


@pytest.mark.parametrize("stage", ["送审稿", "征求意见稿", "草案", "修订草案", "（草案）", "草案二次审议稿"])
def test_the_stage_of_a_draft_stands_below_its_title(stage: str) -> None:
    doc = parse(f"某市古树保护条例\n{stage}\n{BODY}")
    assert doc.title == f"某市古树保护条例{stage}"
    assert same_body(doc)


@pytest.mark.parametrize("edition", ["", "（2005年修正）", "(2012修订)", "（2020年第二次修正文本）"])
@pytest.mark.parametrize(
    "lines",
    ["作者：某网　时间：2024-07-23 23:10:09　浏览：9\n下载地址：点击此处\n", "索引号：\n61072/2024\n"],
)
@pytest.mark.parametrize("body", ["", "某市人大常委会\n", "某省某市人民政府\n\n"])
@pytest.mark.parametrize(
    ("below", "kind"),
    [("", "title"), (ORDERS[0], "order"), ("【题注】（2001年4月29日某市人民代表大会通过）\n", "header")],
)
def test_a_page_prints_the_title_over_its_lines_and_again_over_the_text(
    edition: str, lines: str, body: str, below: str, kind: str
) -> None:
    name = "某市古树保护办法"
    head = f"{name}{edition}\n{lines}\n{name}{edition}\n{body}\n"
    doc = parse(f"{head}{name}\n{below.format(name=name)}{BODY}")
    assert (doc.title, same_body(doc)) == (name, True)
    assert kind in kinds(doc)
    assert "preamble" not in kinds(doc)
    assert "law.page-lines" in [problem.code for problem in doc.problems]


def test_an_article_of_an_encyclopedia_is_not_the_text() -> None:
    doc = parse(
        "某市古树保护条例\n《某市古树保护条例》由某市人大常委会通过，自2020年1月1日起施行。\n基本介绍\n• 中文名：某市古树保护条例\n"
        f"条例全文\n{BODY}条例说明\n一、背景\n古树很多。\n"
    )
    assert (doc.title, same_body(doc)) == ("某市古树保护条例", True)
    assert [block.kind for block in doc.blocks] == ["title", "annex"]
    assert [problem.code for problem in doc.problems] == ["law.page-lines", "law.explanation"]


def test_a_preamble_under_a_title_stays_though_the_title_is_printed_again() -> None:
    doc = parse(f"某市古树保护条例\n为了保护古树，市人大制定本条例。\n某市古树保护条例\n{BODY}")
    assert "preamble" in kinds(doc)


@pytest.mark.parametrize("mark", ["【章名】", "【章名】 "])
def test_what_a_database_calls_a_line_is_not_of_it(mark: str) -> None:
    marked = "".join(f"{mark}{line}\n" if "章" in line else line + "\n" for line in BODY.splitlines())
    doc = parse(f"某市古树保护条例\n【题注】（2001年4月29日某市人民代表大会通过）\n{marked}")
    assert same_body(doc)
    assert {"title", "header"} == kinds(doc)


@pytest.mark.parametrize("ruler", ["2016年12月1日 ------------ ", "2016年12月1日 ", "========"])
def test_a_notice_and_its_draft_in_one_line_are_two(ruler: str) -> None:
    name = "某市古树保护条例(草案) (征求意见稿)"
    notice = f"现将《某市古树保护条例（草案）》予以公布，广泛听取社会各界的意见。\n附件(点击下载):\n某市司法局 {ruler}"
    doc = parse(f"{notice}{name} {' '.join(BODY.split())}")
    assert (doc.title, same_body(doc)) == (name, True)
    assert [problem.code for problem in doc.problems] == ["law.notice"]


@pytest.mark.parametrize("names", [("信用信息",), ("信息归集、使用", "权益保护")])
def test_chapters_have_names_and_no_numbers(names: tuple[str, ...]) -> None:
    chapters = "".join(f"{name}\n第{n}条　甲、乙。\n" for n, name in zip("三四", names, strict=False))
    first = "总　则\n第一条　甲。\n第二条　乙：\n（一）丙；\n（二）丁。\n"
    last = "四五"[len(names) - 1]
    doc = parse(f"某市条例\n{first}{chapters}附　则\n第{last}条　戊。\n")
    assert [node.heading for node in doc.headings] == ["总则", *names, "附则"]
    assert doc.problems == ()


@pytest.mark.parametrize("name", ["某 市 古 树 条 例", "某市人大常务委员会\n立 法 条 例"])
@pytest.mark.parametrize("head", ["", NOTICES[0].format(name="某市条例")])
def test_a_title_whose_letters_are_spaced_out(name: str, head: str) -> None:
    doc = parse(f"{head}{name}\n（修正草案）\n{BODY}")
    assert doc.title == "".join(name.split()) + "（修正草案）"
    assert same_body(doc)


@pytest.mark.parametrize("words", ["为了保护古树。现将草案公布", "甲" * 200, "首页 - 《某市条例》全文发布"])
def test_words_that_are_no_title_are_told(words: str) -> None:
    assert [problem.code for problem in parse(f"{words}\n第一条　甲。\n").problems] == ["law.title-doubtful"]


@pytest.mark.parametrize(
    "name", ["《某市自治条例》（修正草案·二审稿）", "《某市自治条例》\n（修正草案）", "《某市自治条例》"]
)
def test_a_title_in_its_marks_is_the_title(name: str) -> None:
    doc = parse(f"{NOTICES[0].format(name='某市自治条例')}{name}\n{BODY}")
    assert doc.title == "".join(name.split()).replace("《", "").replace("》", "")
    assert [problem.code for problem in doc.problems] == ["law.notice"]
