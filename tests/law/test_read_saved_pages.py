"""Pages as sites show them: menus, issuers and fields around a text, numbers glued to words, texts that break off."""

from __future__ import annotations

from itertools import product

import pytest

from lawtrack.law import Instrument, instruments_in, parse

TITLES = ("某市公共浴场条例", "某州自治条例（2019年修订）", "某村村民自治章程", "某市关于代表议案的规定")
MENUS = (
    "热门站点| 资料网 | 专利网 | 论坛",
    "网站首页 法律咨询 找律师 律师热线 资料库 法律文书",
    "章程",
    "民族立法",
    "立法",
)
ISSUERS = ("某市人民政府", "某省人大常委会", "某市某区管委会", "某省人民代表大会常务委员会")
NOTES = (
    "（1996年9月26日某市第十届人民代表大会常务委员会第三十次会议通过）",
    "（1991年3月26日某市人民政府令19号发布）",
)
BODY = (
    "第一条　为了甲，制定本条例。\n第二条　乙：\n（一）丙；\n（二）丁。\n第三条　本条例自公布之日起施行。\n"
)


def labels(doc: Instrument) -> list[str]:
    return [article.label for article in doc.articles]


def codes(doc: Instrument) -> list[str]:
    return [problem.code for problem in doc.problems]


@pytest.mark.parametrize(("title", "menu", "issuer", "note"), list(product(TITLES, MENUS, ISSUERS, NOTES)))
def test_the_title_that_is_printed_again(title: str, menu: str, issuer: str, note: str) -> None:
    above = f"{menu}\n\n{title}\n\n作者：资料网 时间：2024-07-22 05:37:26\n\n{title}\n\n{issuer}\n\n"
    page = f"{above}{title}\n{issuer}\n\n{note}\n\n{BODY}"
    doc = parse(page)
    assert doc.text == page
    assert doc.title == title
    assert labels(doc) == ["第一条", "第二条", "第三条"]
    header = doc.block("header")
    assert header is not None
    assert header.lines == (note,)
    assert doc.block("preamble") is None


@pytest.mark.parametrize(
    ("menu", "day"), list(product(MENUS, ["二oo四年五月十九日", "二ＯＯ四年五月十九日", "2004年5月19日"]))
)
def test_a_notice_under_a_menu(menu: str, day: str) -> None:
    name = "某市城市管理暂行规定"
    sent = f"某市人民政府关于印发{name}的通知"
    head = f"用户名 密码\n加入收藏\n全国站\n免费咨询\n{menu}\n您的位置 >> 法规\n\n{sent}\n\n状态：有效 发布日期：2004-05-19\n\n"
    letter = f"{sent}（2004/06/23）\n\n各县（市、区）人民政府：\n《{name}》已经讨论通过，现予印发，请遵照执行。\n{day}\n"
    doc = parse(f"{head}{letter}  {name}\n  第一章 总 则\n{BODY}")
    assert doc.title == name
    assert doc.block("notice") is not None
    assert doc.block("preamble") is None


@pytest.mark.parametrize("label", ["法规名称：", "標題: ", "标　题：", "名称： ", "法律："])
def test_a_title_behind_its_label(label: str) -> None:
    doc = parse(f"{label}某市公共浴场条例\n{BODY}")
    assert doc.title == "某市公共浴场条例"
    assert codes(doc) == ["law.page-lines"]


@pytest.mark.parametrize(
    "words", ["如题所述", "第1个回答  2022-05-31", "發布單位 暫無", "市政府批准市政管委"]
)
def test_what_is_no_preamble_is_told(words: str) -> None:
    doc = parse(f"某市公共浴场条例\n{words}\n{BODY}")
    assert codes(doc) == ["law.preamble-doubtful"]
    assert "是否属于法规" in doc.problems[0].message


@pytest.mark.parametrize(
    "words",
    [
        "为了甲，根据乙，制定本条例。",
        "某市第一届人民代表大会常务委员会第一次会议听\n取了报告，决定：",
        "序言\n甲。",
    ],
)
def test_a_preamble_is_not_doubted(words: str) -> None:
    assert codes(parse(f"某市公共浴场条例\n{words}\n{BODY}")) == []


SAYS = (
    "点击查看全文", "【阅读全文】", "……展开全文>>", "未完待续", "（未完）", "（以下内容略）", "余文略", "查看更多内容",
    "上一页 1 2 3 下一页", "下一页", "登录后查看全部内容", "剩余全文", "阅读全文 ∨"[:4],
)  # fmt: skip


@pytest.mark.parametrize(("says", "at"), list(product(SAYS, (1, 2, 3))))
def test_a_page_that_shows_a_part_is_told(says: str, at: int) -> None:
    articles = ["第一条　为了甲，制定本条例。", "第二条　乙。", "第三条　丙。"]
    articles.insert(at, says)
    doc = parse("某市公共浴场条例\n" + "\n".join(articles) + "\n")
    assert [article.text.strip()[-2:] for article in doc.articles] == ["例。", "乙。", "丙。"]
    assert codes(doc) == ["law.in-part"]


@pytest.mark.parametrize(
    "says", ["第四条　点击查看全文的，应当登记。", "以下简称略。", "下一页的内容，由甲规定。"]
)
def test_words_of_a_text_are_no_such_line(says: str) -> None:
    assert codes(parse(f"某市公共浴场条例\n第一条　甲。\n第二条　乙。\n第三条　丙。\n{says}\n")) == []


@pytest.mark.parametrize("figures", ["1" * 50, "[1]" * 16, "1 " * 25, "1." * 25])
def test_figures_alone_do_not_take_long(figures: str) -> None:
    """They are no row of a site's pages; to find that out took twice as long with every other figure."""
    doc = parse(f"某市公共浴场条例\n第一条　公布全部。\n{figures}\n第二条　乙。\n")
    assert [article.label for article in doc.articles] == ["第一条", "第二条"]


@pytest.mark.parametrize(
    "cut",
    [
        "第三条　市人民代表",
        "第三条　甲：\n（一）乙；\n（二）丙",
        "第三条　甲；",
        "第三条　甲……",
        "第三条　甲：",
    ],
)
def test_a_text_that_breaks_off_is_told(cut: str) -> None:
    doc = parse(f"某市公共浴场条例\n第一条　甲。\n第二条　乙。\n{cut}\n")
    assert codes(doc) == ["law.cut-off"]
    assert doc.problems[0].line == 3 + cut.count("\n") + 1


@pytest.mark.parametrize(
    "end",
    ["第三条　本条例自公布之日起施行", "第三条　甲“乙。”", "第三条　甲。（乙。）", "第三条　甲。\n附件\n乙"],
)
def test_a_whole_text_is_not_called_cut(end: str) -> None:
    assert codes(parse(f"某市公共浴场条例\n第一条　甲。\n第二条　乙。\n{end}\n")) == []


@pytest.mark.parametrize("glued", ["甲乙丙丁", "林地管理", "18:00", "耻"])
@pytest.mark.parametrize("number", ["第三条", "第 三 条", "第3条"])
@pytest.mark.parametrize("last", [True, False])
def test_a_number_glued_to_words_is_told(glued: str, number: str, last: bool) -> None:
    more = "" if last else "第四条　丙。\n"
    doc = parse(f"某市公约规定\n第一条　甲。\n第二条　乙。\n{glued}{number}丁戊己。\n{more}")
    assert ("law.unread-number", {"words": number}) in [(one.code, one.details) for one in doc.problems]


@pytest.mark.parametrize("cited", ["依照第三条的规定", "违反本条例第三条第一款", "前款和第三条、第四条规定"])
def test_a_reference_to_the_next_article_is_none(cited: str) -> None:
    assert codes(parse(f"某市公约规定\n第一条　甲。\n第二条　{cited}的，乙。\n第四条　丙。\n")) == [
        "law.number-gap"
    ]


@pytest.mark.parametrize("mark", [".", "．", "。"])
@pytest.mark.parametrize("colon", ["：", ":", "、", "", " "])
def test_numbers_run_on_behind_any_full_stop_and_chapter(mark: str, colon: str) -> None:
    chapter = f"第一章{colon}总则第一条为了甲，制定本章程{mark}第二条乙{mark}\n第二章{colon}组织第三条丙{mark}第四条丁{mark}"
    doc = parse(f"某协会章程\n{chapter}\n")
    assert labels(doc) == ["第一条", "第二条", "第三条", "第四条"]
    assert [heading.heading for heading in doc.headings] == ["总则", "组织"]


@pytest.mark.parametrize("name", ["村民行为规范", "林地管理", "附带约定"])
def test_articles_that_begin_anew_are_told(name: str) -> None:
    page = f"某村村规民约规定\n总则\n第一条　甲。\n第二条　乙。\n{name}\n第一条　丙。\n第二条　丁。\n"
    doc = parse(page)
    assert "law.another-instrument" in codes(doc)
    assert [len(part.articles) for part in instruments_in(page)] == [2, 2]


def test_ordinals_that_begin_anew_are_told() -> None:
    page = "某公司制度\n一、甲。\n二、乙。\n第二篇：丙制度\n一、总则\n1、丁。\n二、其他\n1、戊。\n"
    assert "law.unread-number" in codes(parse(page))


BLANKS = (" ", "  ", "　", "\u200b", "\xad", "\u2060")
NUMBERS = ("一", "十一", "二十", "三十五", "一百零九", "12", "１３")


@pytest.mark.parametrize(("blank", "number"), list(product(BLANKS, NUMBERS)))
def test_a_number_that_is_spaced_out(blank: str, number: str) -> None:
    spread = blank.join(f"第{number}条")
    branch = f"{spread}之{blank}一　乙：\n（{blank}一{blank}）丙。\n"
    doc = parse(f"某市规定\n{blank.join(f'第{number}章')}　总则\n{spread}　甲。\n{branch}")
    plain = parse(f"某市规定\n第{number}章　总则\n第{number}条　甲。\n第{number}条之一　乙：\n（一）丙。\n")
    assert list(doc.by_eid) == list(plain.by_eid)
    assert doc.articles[0].label == spread


@pytest.mark.parametrize("sign", ["__", "`", "_", "**", "- ", "▶ ", "□ ", "√ "])
def test_signs_around_a_number(sign: str) -> None:
    labels_ = [f"{sign}第{n}条{sign.strip() if sign.strip('_`*') == '' else ''}　甲。" for n in "一二三"]
    doc = parse("某市规定\n第一章　总则\n" + "\n".join(labels_) + "\n")
    assert labels(doc) == ["第一条", "第二条", "第三条"]
    assert [heading.heading for heading in doc.headings] == ["总则"]
    assert [article.children[0].words for article in doc.articles] == ["甲。"] * 3


@pytest.mark.parametrize(
    "sign", ["笫{n}条", "苐{n}条", "[新增]第{n}条", "《条例》第{n}条", "{n}条", "Ａ第{n}条"]
)
@pytest.mark.parametrize("items", ["", "（一）乙；\n（二）丙。\n"])
def test_rows_of_articles_that_nobody_reads_are_told(sign: str, items: str) -> None:
    rows = "".join(f"{sign.format(n=n)}　甲。\n{items}" for n in "一二三四")
    assert {"law.unread-number", "law.no-article"} & set(codes(parse(f"某市规定\n{rows}")))


@pytest.mark.parametrize("last", ["笫四条　丁。", "第\n四条　丁。", "苐四条丁。", "[新]第四条　丁。"])
def test_a_last_article_that_nobody_reads_is_told(last: str) -> None:
    doc = parse(f"某市规定\n第一条　甲。\n第二条　乙。\n第三条　丙。\n{last}\n")
    assert "law.unread-number" in codes(doc)


@pytest.mark.parametrize(
    "greeting",
    [
        "欢迎访问某市生态环境局网站！ 今天是2025年1月1日 星期三",
        "欢迎您访问某市人大网",
        "您好，欢迎来到某市人民政府门户网站！",
        "今天是2025年1月1日",
        "2025年1月1日 星期三",
        "欢迎光临某市法规库",
    ],
)
@pytest.mark.parametrize("menu", ["", "首页 > 政策法规 > 地方性法规\n"])
def test_a_greeting_is_the_pages(greeting: str, menu: str) -> None:
    doc = parse(f"{greeting}\n{menu}某市公共浴场条例\n{BODY}")
    assert (doc.title, labels(doc)) == ("某市公共浴场条例", ["第一条", "第二条", "第三条"])
    assert doc.block("order") is None
    assert "page" in [block.kind for block in doc.running]
