"""Manners of numbering, laying out and surrounding a text that few files have: each is read, or the reader is told."""

from __future__ import annotations

import pytest

from lawtrack.law import Level, citations, instruments_in, parse, render

TITLE = "某市古渡口保护条例\n"
HEAD = "第一条　下列行为应当禁止："
LAST = "第三条　本条例自2026年5月1日起施行。"
BODY = (
    f"第一章　总则\n第一条　为了保护古渡口，制定本条例。\n第二条　渡口应当设置标志。\n第二章　附则\n{LAST}\n"
)

LISTS = (
    "一）采砂；|二）填埋。",
    "〔一〕采砂；|〔二〕填埋。",
    "一.采砂；|二.填埋。",
    "1）采砂；|2）填埋。",
    "㈠采砂；|㈡填埋。",
    "（一）|采砂；|（二）|填埋。",
    "（一）采砂。（二）填埋。",
    "1）采砂；2）填埋。",
    "⑴采砂；⑵填埋。",
    "㈠采砂；㈡填埋。",
    "一、采砂；二、填埋。",
    "（一）采砂（二）填埋",
)


@pytest.mark.parametrize("items", LISTS)
def test_a_list_in_any_manner(items: str) -> None:
    gap = "\n" if "|" in items else ""
    doc = parse(f"{TITLE}{HEAD}{gap}{items.replace('|', chr(10))}\n第二条　略去。\n")
    items_read = [node for node in doc.articles[0].walk() if node.level is Level.ITEM]
    assert [node.words.rstrip("；。") for node in items_read] == ["采砂", "填埋"]
    assert len(doc.articles) == 2
    assert len(doc.articles[0].children) == 1


def test_a_list_may_begin_beside_the_number_of_its_article() -> None:
    doc = parse(TITLE + "第一条　（一）渡口，是指码头。\n（二）渡船，是指木船。\n第二条　略去。\n")
    assert [node.words for node in doc.articles[0].children[0].children] == [
        "渡口，是指码头。",
        "渡船，是指木船。",
    ]


@pytest.mark.parametrize(
    "numbers",
    [
        "【第一条】 【第二条】",
        "（第一条） （第二条）",
        "第壹条　 第贰条　",
        "第一条. 第二条.",
        "第一条- 第二条—",
        "•第一条　 •第二条　",
        "1　第一条　 2　第二条　",
        "**第一条**　 **第二条**　",
        "第一条[目的] 第二条[标志]",
    ],
)
def test_an_article_in_any_manner(numbers: str) -> None:
    first, second = numbers.split(" ")
    doc = parse(f"{TITLE}{first}为了保护渡口，制定本条例。\n{second}渡口应当设置标志。\n")
    assert [node.number for node in doc.articles] == [(1, 0), (2, 0)]
    assert [node.words for node in doc.articles] == ["为了保护渡口，制定本条例。", "渡口应当设置标志。"]
    assert parse(render(doc)).articles[1].words == "渡口应当设置标志。"


def test_old_numerals() -> None:
    numbers = (
        "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 廿一 廿二".split()
    )
    doc = parse(TITLE + "".join(f"第{number}条　渡口应当保护。\n" for number in numbers))
    assert [node.number[0] for node in doc.articles] == list(range(1, 23))


@pytest.mark.parametrize(
    "way",
    [
        "第{}章：{}",
        "第{}章、{}",
        "第{}章　{}。",
        "【第{}章　{}】",
        "第{}部分　{}",
        "第{}部分：{}",
        "●第{}章 {}",
    ],
)
@pytest.mark.parametrize("unit", ["第{}条　", "{}、"])
def test_a_heading_in_any_manner(way: str, unit: str) -> None:
    lines = [way.format("一", "总则"), unit.format("一") + "甲事由市人民政府管理。", way.format("二", "附则")]
    doc = parse(TITLE + "\n".join([*lines, unit.format("二") + "本条例自公布之日起施行。"]) + "\n")
    assert [(node.heading, node.number[0]) for node in doc.headings] == [("总则", 1), ("附则", 2)]
    assert [node.words for node in doc.articles] == ["甲事由市人民政府管理。", "本条例自公布之日起施行。"]
    again = parse(render(doc))
    assert [node.heading for node in again.headings] == ["总则", "附则"]


def test_a_part_of_something_is_no_heading() -> None:
    text = TITLE + "第一条　渡工分为两部分，\n第二部分渡工由区人民政府管理。\n第二条　略去。\n"
    assert not parse(text).headings


@pytest.mark.parametrize(
    "broken",
    [
        "第一条　渡口应当设\n置标志，并\n向社会公布。",
        "第一条　违反本条例\n第二条，处五十元罚款。",
        "第一条　违反第二条\n第一项规定的，处罚款。",
        "第一条　依照\n第一章的规定办理。",
        "第一条　渡口应当每年\n2\n向社会公布名录。",
        "第一条　渡口应当每年\n2 / 5\n向社会公布名录。",
        "第一条　渡口应当每年\n~2~\n向社会公布名录。",
        "第一条　渡口应当每年\n————————\n向社会公布名录。",
    ],
)
def test_a_sentence_goes_on_in_the_next_line(broken: str) -> None:
    doc = parse(f"{TITLE}{broken}\n第二条　禁止：\n（一）采砂；\n（二）填埋。\n")
    assert len(doc.articles[0].children) == 1
    assert not any(mark in doc.articles[0].words for mark in ("2", "~", "—"))


def test_a_reference_goes_on_in_the_next_line() -> None:
    text = (
        TITLE
        + "第一条　违反本条例第二条\n第一项规定的，依照《某省航道条例》\n第五条处罚。\n第二条　禁止：\n（一）采砂；\n（二）填埋。\n"
    )
    told = [(one.instrument, one.label, one.targets) for one in citations(parse(text))]
    assert told == [("", "第二条第一项", ("art_2__para_1__item_1",)), ("某省航道条例", "第五条", ())]


@pytest.mark.parametrize("words", ["第二条一款一、二项", "第二条第一款一、二项", "第二条第一款第一、 二项"])
def test_numbers_without_their_sign(words: str) -> None:
    text = f"{TITLE}第一条　违反{words}规定的，处罚款。\n第二条　禁止：\n（一）采砂；\n（二）填埋。\n"
    told = [target for one in citations(parse(text)) for target in one.targets]
    assert told == ["art_2__para_1__item_1", "art_2__para_1__item_2"]


@pytest.mark.parametrize(
    "behind",
    [
        "智能问答\n手机版",
        "起草单位：市司法局",
        "电话：0000-0000",
        "点击下载：某市古渡口保护条例.doc",
        "附件：某市古渡口保护条例.pdf",
        "Produced By 某系统",
        "相关文件\n某市古桥保护条例",
        "----------",
        "5",
        "收藏 纠错 下载Word\n本文链接：某某网址\n声明：本库文本仅供参考，以公报为准。",
    ],
)
def test_what_follows_the_last_sentence_is_no_law(behind: str) -> None:
    doc = parse(TITLE + BODY + behind + "\n")
    assert doc.articles[-1].text == LAST
    assert len(doc.articles) == 3


OTHER = "某市古桥保护条例\n第一条　为了保护古桥，制定本条例。\n第二条　本条例自2026年6月1日起施行。\n"


@pytest.mark.parametrize(
    "between",
    [
        "",
        "----------\n",
        "附件：\n",
        "（分隔）\n",
        "2.",
        "某市人民代表大会常务委员会公告\n第13号\n《某市古桥保护条例》已经通过，现予公布。\n某市人民代表大会常务委员会\n2026年2月1日\n",
    ],
)
def test_two_instruments_whatever_parts_them(between: str) -> None:
    both = instruments_in(TITLE + BODY + between + OTHER)
    assert [(doc.title, len(doc.articles)) for doc in both] == [
        ("某市古渡口保护条例", 3),
        ("某市古桥保护条例", 2),
    ]
    assert both[0].articles[-1].text == LAST
    assert "law.another-instrument" in [one.code for one in parse(TITLE + BODY + between + OTHER).problems]


def test_a_collection_with_a_page_of_titles() -> None:
    doc = parse(f"某市法规汇编\n目录\n1.{TITLE}2.某市古桥保护条例\n{TITLE}{BODY}")
    assert doc.title == TITLE.strip()
    assert len(doc.articles) == 3


FIELDS = (
    "名    称：某市古渡口保护条例",
    "时间：2025-01-01 10:00    来源：本站",
    "名称：甲\n索引号：000\n类别：城建",
)


@pytest.mark.parametrize("fields", FIELDS)
def test_fields_of_a_page_stand_above_the_note(fields: str) -> None:
    note = "（2025年1月1日某市第六届人民代表大会常务委员会第二次会议通过）\n"
    doc = parse(f"{TITLE}发布日期：2025-01-02\n{fields}\n{note}{BODY}")
    assert doc.title == TITLE.strip()
    assert doc.block("header") is not None
    assert doc.block("preamble") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("关于渡口的几点思考\n渡口是城市的眼睛。\n", "law.no-article"),
        ("某市古渡口保护条例\n“第一条 甲事。\n“第二条 乙事。\n", "law.unread-number"),
        ("某市古渡口保护条例\n第四条 甲事。\n第五条 乙事。\n", "law.first-number"),
        (
            f"{TITLE}某市人民政府令\n第3号\n《某市古渡口保护条例》现予公布。\n市长　某某\n2025年1月1日\n{BODY}",
            "law.order",
        ),
    ],
)
def test_what_is_not_read_is_told(text: str, code: str) -> None:
    assert code in [problem.code for problem in parse(text).problems]


def test_nothing_is_no_text_without_articles() -> None:
    assert parse("").problems == parse("\n　\n").problems == ()


ORDER_HEADS = (
    "江原市人民代表大会常务委员会公告\n第12号\n",
    "江原市人民代表大会常务委员会\n公　告\n〔2024〕第12号\n",
    "江原市人民政府令\n（第 12 号）\n",
)
ORDER_SAYS = (
    "《江原市健身条例》已由江原市第六届人民代表大会常务委员会第三次会议于2024年10月1日通过，现予公布，自2025年1月1日起施行。\n",
    "现公布《江原市健身条例》，自2025年1月1日起施行。\n",
)
ORDER_SIGNS = ("江原市人大常委会\n2024年12月2日\n", "市　长：赵某某\n二〇二四年十二月二日\n")
SITES = ("", "发布时间：2024-12-03　来源：市人大\n")


@pytest.mark.parametrize("head", ORDER_HEADS)
@pytest.mark.parametrize("under", [False, True])
def test_an_order_is_kept_whole(head: str, under: bool) -> None:
    title = "江原市健身条例\n"
    for said in ORDER_SAYS:
        for sign in ORDER_SIGNS:
            for site in SITES:
                order = head + said + sign
                doc = parse(title + site + order + BODY if under else site + order + title + BODY)
                (block,) = (block for block in doc.blocks if block.kind == "order")
                assert [line for line in order.split("\n") if line] == list(block.lines)
                assert doc.title == title.strip()
                assert len(doc.articles) == 3


def test_points_stand_in_the_line_of_their_item() -> None:
    doc = parse(
        TITLE
        + "第一条　渡工享有下列权利：（一）休息；（二）保障： 1.补助； 2.保险；（三）培训。\n第二条　略去。\n"
    )
    assert [node.words for node in doc.provisions if node.level is Level.POINT] == ["补助；", "保险；"]
    assert doc.by_eid["art_1__para_1__item_3"].words == "培训。"


def test_every_further_instrument_is_named() -> None:
    text = TITLE + BODY + OTHER + "某市码头管理办法\n第一条　甲。\n第二条　乙。\n"
    (told,) = (one for one in parse(text).problems if one.code == "law.another-instrument")
    assert told.details["title"] == "某市古桥保护条例》、《某市码头管理办法"


def test_the_article_before_lends_its_number() -> None:
    text = (
        TITLE
        + "第一条　禁止：\n（一）采砂；\n（二）填埋。\n第二条　有前条第一款第二项行为的，处罚款；有第一项行为的，警告。\n"
    )
    assert [one.targets for one in citations(parse(text))] == [
        ("art_1__para_1__item_2",),
        ("art_1__para_1__item_1",),
    ]


@pytest.mark.parametrize("line", ["【收藏此页】【打印本页】【关闭窗口】", "[打印] [关闭]", "【返回上页】"])
def test_buttons_of_a_page_are_no_paragraph(line: str) -> None:
    assert parse(f"{TITLE}{BODY}{line}\n上一条：某市绿化条例\n").articles[-1].text == LAST


def test_cited_items_begin_no_list() -> None:
    text = (
        TITLE
        + "第一条　按照下列规定处理：依照（一）（二）项行为，处罚款；违反（三）项的，警告。\n第二条　略去。\n"
    )
    assert not [node for node in parse(text).provisions if node.level is Level.ITEM]
