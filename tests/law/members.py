"""Random ordinances as people have them, with what they must read as: every way of numbering, laying out, wrapping.

`random_file(seed)` is a text and its reading. The ways are dimensions that are drawn apart, so that two of them meet
that nobody tried together. The sentences are our own.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Final

from lawtrack.law import to_chinese

BODIES: Final = (
    "市城市管理部门 街道办事处 物业服务企业 市水务主管部门 经营者 养犬人 业主委员会 "
    "县（市、区）人民政府 社区居民委员会"
).split()
DUTIES: Final = "应当定期巡查 负责统一编号 不得擅自占用 可以委托专业机构管理 应当建立台账 有权制止".split()
THINGS: Final = (
    "公共座椅 雨水花园 老旧围墙 屋顶绿化设施 宠物活动场地 便民晾晒架 自行车停放点 临街橱窗 社区菜园 夜间照明设施 户外阅报栏 "
    "饮水设施"
).split()
TAILS: Final = "并向社会公布 所需经费列入年度预算 法律、法规另有规定的除外 每半年评估一次 具体标准另行制定 接受居民监督".split()
AIMS: Final = "停车秩序 社区花园 公共座椅 湿地修复 河道保洁 街巷照明".split()
CHAPTERS: Final = "总则 规划与建设 使用和维护 保障与监督 法律责任 附则".split()
LONG_CHAPTERS: Final = ("公共座椅的规划、", "设置和日常维护")


@dataclass
class Unit:
    """An article: its paragraphs; the first may have items."""

    paragraphs: list[str]
    items: list[str] = field(default_factory=list)
    caption: str = ""


@dataclass
class Reading:
    """What the text must read as."""

    title: str
    units: list[Unit]
    headings: list[str]
    ways: dict[str, str]
    """What was drawn, by dimension: for whoever looks at a failure."""
    aside: list[str] = field(default_factory=list)
    """Words that stand around the text and are in none of its articles."""


def _sentence(rng: random.Random) -> str:
    words = rng.choice(BODIES) + rng.choice(DUTIES) + rng.choice(THINGS)
    if rng.random() < 0.6:
        words += "，" + rng.choice(TAILS)
    return words + "。"


def _unit(rng: random.Random) -> Unit:
    if rng.random() < 0.4:
        lead = rng.choice(
            (
                "禁止下列行为：",
                f"{rng.choice(BODIES)}履行下列职责：",
                f"有下列情形之一的，由{rng.choice(BODIES)}责令改正：",
            )
        )
        count = rng.randint(2, 5)
        items = [rng.choice(DUTIES)[-4:] + rng.choice(THINGS) + "；" for _ in range(count)]
        items[-1] = "法律、法规规定的其他情形。"
        after = [_sentence(rng)] if rng.random() < 0.3 else []
        return Unit([lead, *after], items)
    return Unit([_sentence(rng) for _ in range(rng.choice((1, 1, 1, 2, 3)))])


IN_ONE_LINE: Final = (
    "one-line",
    "spaced-line",
    "one-line-circled",
    "one-line-bracketed",
    "comma-line",
    "stop-line",
    "one-line-half",
    "one-line-framed",
)
WAYS: Final[dict[str, tuple[str, ...]]] = {
    "number": (
        "chinese",
        "chinese",
        "chinese",
        "arabic",
        "spaced",
        "traditional",
        "ordinal",
        "bracketed",
        "round",
        "bullet",
        "bold",
        "formal",
    ),
    "gap": ("　", "  ", " ", "\t", "", "\n", "：", "、"),
    "caption": ("", "", "", "（）", "【】", "〖〗", "［］"),
    "chapters": (
        "",
        "plain",
        "spaced",
        "two-lines",
        "wrapped",
        "indented",
        "glued",
        "ordinal",
        "sections",
        "colon",
        "comma",
        "bracketed",
        "parts",
    ),
    "contents": ("", "", "plain", "pages", "one-line", "spaced"),
    "items": (
        "lines",
        "lines",
        "one-line",
        "spaced-line",
        "half-width",
        "arabic",
        "circled",
        "indented",
        "one-line-circled",
        "one-line-bracketed",
        "comma-line",
        "half",
        "square",
        "bare",
        "stop-line",
        "one-line-half",
        "one-line-framed",
        "label-alone",
    ),
    "blank": ("", "\n", "\n\n"),
    "indent": ("", "　　", "    ", "\t"),
    "wrap": ("", "", "", "indented", "flush", "paged"),
    "note": ("", "plain", "two-lines", "approved", "bare", "square"),
    "title": ("one", "one", "two", "suffix", "suffix-line", "three", "spaced"),
    "above": (
        "",
        "",
        "notice",
        "letter",
        "order",
        "page",
        "announcement",
        "printed",
        "decree",
        "asks",
        "fields",
    ),
    "below": ("", "", "signature", "page", "annex", "contact", "explains", "links", "file"),
    "break": ("\n", "\n", "\r\n"),
}


def random_file(seed: int, **fixed: str) -> tuple[str, Reading]:
    """The text of that seed and its reading; `fixed` dimensions are as given."""
    rng = random.Random(seed)
    ways = {name: rng.choice(values) for name, values in WAYS.items()} | fixed
    _settle(ways)
    aim = rng.choice(AIMS)
    place = rng.choice(("某市", "江原市", "云山彝族自治州"))
    kind = rng.choice(("条例", "管理办法", "若干规定"))
    core = f"{place}{aim}{'促进' if kind == '条例' else ''}{kind}"
    units = [
        Unit([f"为了规范{aim}，改善人居环境，根据有关法律、法规，结合本{place[-1]}实际，制定本{kind[-2:]}。"])
    ]
    units += [_unit(rng) for _ in range(rng.randint(3, 9))]
    units.append(Unit([f"本{kind[-2:]}自2025年{rng.randint(1, 12)}月1日起施行。"]))
    if ways["caption"]:
        for unit in units:
            unit.caption = rng.choice(("立法目的", "适用范围", "部门职责", "社会共治", "施行日期"))
    names, lines = _body(rng, ways, units)
    title_lines, title = _title(rng, ways, core, place)
    above, aside = _above(rng, ways, title, core, place)
    note = _note(rng, ways, place)
    below, more = _below(rng, ways, place, core)
    head = [*above, *title_lines, *note, *_contents(ways, names)]
    every = [*head, *lines, *below]
    text = ways["break"].join(every) + ways["break"]
    return text, Reading(title, units, names, ways, aside + more)


def _settle(ways: dict[str, str]) -> None:
    """Ways that nobody has together are drawn apart."""
    _settle_numbers(ways)
    if ways["wrap"]:
        _settle_wrapping(ways)
    if ways["chapters"] == "ordinal":
        ways["contents"] = ""


def _settle_numbers(ways: dict[str, str]) -> None:
    if ways["number"] == "ordinal":
        ways["caption"] = ""
        ways["gap"] = ""
        if ways["chapters"] in ("ordinal", "sections"):
            ways["chapters"] = "plain"
        if ways["above"] in ("announcement", "asks"):
            ways["above"] = "notice"
    if ways["number"] == "arabic" and ways["gap"] == "":
        ways["gap"] = " "
    if ways["gap"] in ("：", "、") and ways["caption"]:
        ways["gap"] = "　"
    if not ways["chapters"]:
        ways["contents"] = ""
    if ways["wrap"] in ("flush", "paged"):
        ways["indent"] = ways["blank"] = ""
        if ways["items"] in IN_ONE_LINE:
            ways["items"] = "lines"
        if ways["gap"] == "\n":
            ways["gap"] = "　"


def _settle_wrapping(ways: dict[str, str]) -> None:
    if ways["wrap"] != "indented" and ways["number"] == "ordinal":
        ways["wrap"] = ""  # 一、 with a short line may be a title
        return
    if ways["items"] in IN_ONE_LINE:
        ways["items"] = "lines"
    if ways["gap"] == "\n":
        ways["gap"] = "　"
    if ways["wrap"] != "indented":
        ways["indent"] = ways["blank"] = ""
        return
    ways["indent"] = "　　"
    if ways["chapters"] in ("two-lines", "wrapped"):
        ways["chapters"] = "plain"
    ways["contents"] = ""


FORMAL: Final = str.maketrans("一二三四五六七八九十", "壹贰叁肆伍陆柒捌玖拾")
SHAPES: Final = {"bracketed": "【{}】", "round": "（{}）", "bullet": "● {}", "bold": "**{}**"}


def _number(ways: dict[str, str], at: int) -> str:
    style = ways["number"]
    if style == "arabic":
        return f"第{at}条"
    if style == "spaced":
        return f"第 {to_chinese(at)} 条"
    if style == "ordinal":
        return f"{to_chinese(at)}、"
    if style == "formal":
        return f"第{to_chinese(at).translate(FORMAL)}条"
    return SHAPES.get(style, "{}").format(f"第{to_chinese(at)}条")


def _body(rng: random.Random, ways: dict[str, str], units: list[Unit]) -> tuple[list[str], list[str]]:
    names: list[str] = []
    lines: list[str] = []
    starts: dict[int, int] = {}
    if ways["chapters"]:
        count = rng.randint(2, min(4, len(units)))
        starts = {round(k * len(units) / count): k for k in range(count)}
    for at, unit in enumerate(units):
        if at in starts:
            lines += _chapter(ways, starts[at], last=starts[at] == len(starts) - 1, names=names)
            if ways["chapters"] == "sections" and starts[at] == 1:
                lines.append(ways["indent"] + "第一节　一般要求")
                names.append("一般要求")
        lines += _printed(rng, ways, at + 1, unit)
    trad = ways["number"] == "traditional"
    if ways["blank"]:
        lines = [piece for line in lines for piece in (line, *[""] * len(ways["blank"]))]
    if trad:
        table = str.maketrans("条为规务负责应当发", "條為規務負責應當發")
        lines = [line.translate(table) for line in lines]
        for unit in units:
            unit.paragraphs = [words.translate(table) for words in unit.paragraphs]
            unit.items = [words.translate(table) for words in unit.items]
            unit.caption = unit.caption.translate(table)
        names[:] = [name.translate(table) for name in names]
    return names, lines


def _chapter(ways: dict[str, str], at: int, *, last: bool, names: list[str]) -> list[str]:
    name = CHAPTERS[0] if at == 0 else CHAPTERS[-1] if last else CHAPTERS[at]
    style = ways["chapters"]
    label = f"第{to_chinese(at + 1)}章"
    if style == "wrapped" and at > 0 and not last:
        names.append("".join(LONG_CHAPTERS))
        return [f"{label}　{LONG_CHAPTERS[0]}", LONG_CHAPTERS[1]]
    names.append(name)
    if style == "ordinal":
        return [f"{to_chinese(at + 1)}、{name}"]
    if style == "two-lines":
        return [label, name]
    if style == "spaced":
        return [f"　　　　{label}　　{'　'.join(name) if len(name) == 2 else name}"]
    if style == "glued":
        return [f"{label}{name}"]
    if style in ("colon", "comma"):
        return [f"{label}{'：' if style == 'colon' else '、'}{name}"]
    if style == "bracketed":
        return [f"【{label}　{name}】"]
    if style == "parts":
        return [f"第{to_chinese(at + 1)}部分　{name}"]
    if style == "indented":
        return [f"{ways['indent']}{label} {name}"]
    return [f"{label}　{name}"]


def _printed(rng: random.Random, ways: dict[str, str], at: int, unit: Unit) -> list[str]:
    label, gap, indent = _number(ways, at), ways["gap"], ways["indent"]
    first = unit.paragraphs[0]
    if unit.caption:
        marks = ways["caption"]
        caption = f"{marks[0]}{unit.caption}{marks[1]}"
        head = f"{label}{rng.choice(('', ' ', '　'))}{caption}"
        lines = [f"{head}{rng.choice(('', ' ', '　'))}{first}"]
    elif gap == "\n":
        lines = [label, first]
    else:
        lines = [f"{label}{gap}{first}"]
    lines += _items(ways, unit, lines)
    lines += unit.paragraphs[1:]
    if ways["wrap"] == "indented":
        return [piece for line in lines for piece in _wrapped(indent + line, 34)]
    if ways["wrap"]:
        page = ["", "- 7 -", "7", "7/9"][rng.randint(1, 3)] if ways["wrap"] == "paged" else ""
        return [piece for line in lines for piece in _flush(line, rng.randint(22, 40), page)]
    return [indent + line for line in lines]


SIGNS: Final = {
    "arabic": "{k}.",
    "one-line-bracketed": "（{k}）",
    "circled": "{ring}",
    "one-line-circled": "{ring}",
    "half": "{k}）",
    "one-line-half": "{k}）",
    "one-line-framed": "{frame}",
    "square": "〔{chinese}〕",
    "bare": "{chinese}）",
    "half-width": "({chinese})",
    "indented": "　　（{chinese}） ",
}


def _items(ways: dict[str, str], unit: Unit, lines: list[str]) -> list[str]:
    style = ways["items"]
    printed: list[str] = []
    if style == "comma-line":
        unit.items = [words.replace("；", "，") for words in unit.items]
    if style == "stop-line":
        unit.items = [words.replace("；", "。") for words in unit.items]
    for k, words in enumerate(unit.items, 1):
        if style == "label-alone":
            printed += [f"（{to_chinese(k)}）", words]
        else:
            sign = SIGNS.get(style, "（{chinese}）")
            printed.append(
                sign.format(k=k, chinese=to_chinese(k), ring=chr(0x245F + k), frame=chr(0x2473 + k)) + words
            )
    if not printed or style not in IN_ONE_LINE:
        return printed
    lines[-1] += ("　" if style == "spaced-line" else "").join(["", *printed])
    return []


def _wrapped(line: str, width: int) -> list[str]:
    pieces = []
    while len(line) > width:
        cut = width
        while line[cut] in "，。；：、）（":
            cut -= 1
        pieces.append(line[:cut])
        line = line[cut:]
    return [*pieces, line]


def _flush(line: str, width: int, page: str) -> list[str]:
    """The line cut once in the middle of its sentence, without indentation, a page's end there if any."""
    cut = min(width, len(line) - 4)
    if len(line) < 26 or any(mark in line[cut - 2 : cut + 2] for mark in "，。；：、）（0123456789"):
        return [line]
    return [line[:cut], *filter(None, [page]), line[cut:]]


def _title(rng: random.Random, ways: dict[str, str], core: str, place: str) -> tuple[list[str], str]:
    style = ways["title"]
    suffix = rng.choice(("（草案）", "（征求意见稿）", "（修订草案）", "（草案二次审议稿）", "(送审稿)"))
    if style == "two":
        return [place + core[len(place) : -2], core[-2:]] if False else [place, core[len(place) :]], core
    if style == "three":
        return [place, core[len(place) :], suffix], core + suffix
    if style == "suffix":
        return [core + suffix], core + suffix
    if style == "suffix-line":
        return ["　　" + core, "　　" + suffix], core + suffix
    if style == "spaced":
        return ["　　　" + core + "　　"], core
    return [core], core


def _note(rng: random.Random, ways: dict[str, str], place: str) -> list[str]:
    style = ways["note"]
    body = f"{place}第五届人民代表大会常务委员会第{to_chinese(rng.randint(2, 30))}次会议"
    if style == "plain":
        return [f"（2024年8月28日{body}通过）"]
    if style == "two-lines":
        return [f"（2024年8月28日{body}", "通过）"]
    if style == "approved":
        return [
            (
                f"（2014年8月28日{body}通过　2014年11月27日某省第十二届人民代表大会常务委员会第九次会议批准　"
                f"根据2020年3月31日某省第十三届人民代表大会常务委员会第六次会议批准的2019年12月26日{body}《关于修改〈某市绿化条例〉等三件地方性法规的决定》修正）"
            )
        ]
    if style == "bare":
        return [f"2024年8月28日{body}通过"]
    if style == "square":
        return [f"〔2024年8月28日{body}通过〕"]
    return []


def _contents(ways: dict[str, str], names: list[str]) -> list[str]:
    style = ways["contents"]
    if not style or not names:
        return []
    rows = []
    chapter = 0
    for name in names:
        if name.startswith("一般要求"):
            rows.append(f"第一节　{name}")
            continue
        chapter += 1
        rows.append(f"第{to_chinese(chapter)}章　{name}")
    if style == "pages":
        rows = [f"{row}……{at * 2 + 1}" for at, row in enumerate(rows)]
    if style == "one-line":
        rows = ["　".join(rows)]
    return ["目　　录" if style == "spaced" else "目录", *rows]


def _above(
    rng: random.Random, ways: dict[str, str], title: str, core: str, place: str
) -> tuple[list[str], list[str]]:
    style = ways["above"]
    if style == "notice":
        return [
            f"关于公开征求《{title}》意见的公告",
            f"为了提高立法质量，现将《{title}》全文公布，公开征求社会各界意见。",
            rng.choice(("一、征求意见时间", "（一）征求意见时间")),
            "2025年1月6日至2025年2月6日。",
            rng.choice(("二、反馈方式", "（二）反馈方式")),
            rng.choice(("1.电子邮件：fagui@example.cn", "（一）电子邮件：fagui@example.cn；")),
            rng.choice(("2.来信：某市某路1号（邮编：000000）", "（二）来信：某市某路1号。")),
            f"附件：{rng.choice(('', '1.'))}{rng.choice((title, f'《{title}》'))}",
            f"{place}司法局",
            "2025年1月6日",
            *rng.choice(((), ("附件",), ("附件1",), ("附件：",))),
        ], ["fagui@example.cn", "征求意见时间"]
    if style == "letter":
        return [
            f"{place}司法局关于征求《{title}》意见的函",
            "各县（市、区）人民政府，市级各部门：",
            "现将征求意见稿送你们，请于1月20日前书面反馈意见。",
            "联系人：周某　　联系电话：0000-0000000",
            f"{place}司法局",
            "2025年1月6日",
            "附件1",
        ], ["周某"]
    if style == "order":
        return [
            f"{place}人民代表大会常务委员会公告",
            "（第十二号）",
            f"《{core}》已由{place}第五届人民代表大会常务委员会第二十次会议于2024年8月28日通过，现予公布，自2025年1月1日起施行。",
            f"{place}人民代表大会常务委员会",
            "2024年11月30日",
        ], ["第十二号"]
    if style == "decree":
        return [
            f"{place}人民政府令",
            "第86号",
            f"《{core}》已经2024年8月2日市人民政府第40次常务会议审议通过，现予公布，自2024年10月1日起施行。",
            "市长　赵某某",
            "2024年8月15日",
        ], ["赵某某"]
    if style == "page":
        return [
            "首页 > 立法工作 > 法规草案征求意见",
            "来源：市人大常委会法工委",
            "发布时间：2025-01-06 09:30",
            "字体：[大 中 小]",
        ], ["来源："]
    if style == "fields":
        return [
            "索 引 号：000-2025-01",
            "发布机构：市司法局",
            "名    称：征求意见稿",
            "成文日期：2025年1月6日",
        ], ["索 引 号"]
    if style == "announcement":
        return [
            f"{place}人民代表大会常务委员会办公室公告",
            f"市五届人大常委会第二十次会议对《{title}》进行了初次审议。现将《{title}》公布，广泛征求意见，有关事项公告如下：",
            "一、社会各界人士可以通过信函、电子邮件等方式提出意见。",
            "二、征求意见的时间，自公告之日起至2025年2月6日止。",
            "通信地址：某市某路2号",
            "传真：0000-0000000",
            f"{place}人民代表大会常务委员会办公室",
            "2025年1月6日",
        ], ["某路2号"]
    if style == "printed":
        return [
            f"{place}人民政府办公室关于印发{core}的通知",
            "市政办发〔2024〕18号",
            "各县（市、区）人民政府，市直各委、办、局：",
            f"《{core}》已经市人民政府同意，现印发给你们，请认真贯彻执行。",
            f"{place}人民政府办公室",
            "2024年6月3日",
            "（此件公开发布）",
        ], ["18号"]
    if style == "asks":
        return [
            f"关于《{title}》公开征求意见的通知",
            f"市司法局起草了《{title}》，现向社会公开征求意见。公众可以通过以下途径和方式提出意见：",
            "1、登录市司法局网站留言。",
            "2、电子邮箱：lifa@example.cn。",
            "3、通信地址：某市某路3号，请在信封上注明“意见征集”字样。",
            "意见反馈截止时间为2025年2月6日。",
            f"附件：1、{title}",
            "　　　2、起草说明",
            f"{place}司法局",
            "2025年1月6日",
        ], ["lifa@example.cn"]
    return [], []


def _below(rng: random.Random, ways: dict[str, str], place: str, core: str) -> tuple[list[str], list[str]]:
    style = ways["below"]
    if style == "signature":
        return [f"{place}人民代表大会常务委员会", "2024年11月30日"], ["2024年11月30日"]
    if style == "page":
        return [
            "【打印】　【关闭】",
            "上一篇：没有了",
            f"下一篇：{place}绿化条例",
            "相关附件",
            f"版权所有：{place}人大常委会　备案号：000000",
        ], ["上一篇", "版权所有"]
    if style == "annex":
        return ["附件", "座椅编号规则", "编号由六位数字组成。", "前两位为区代码。"], ["六位数字"]
    if style == "contact":
        return ["联系人：李某", "联系电话：0000-0000001", "电子邮箱：x@example.cn"], ["李某"]
    if style == "links":
        return ["智能问答", "手机版　电脑版", "某市大数据中心维护"], ["智能问答", "电脑版"]
    if style == "file":
        return [f"附件：{core}.docx"], [".docx"]
    if style == "explains":
        return [
            f"关于《{core}》的说明",
            "一、制定的必要性",
            "近年来，群众对公共空间提出了更高要求。",
            "二、主要内容",
            "共十条，主要规定了管理职责。",
        ], ["更高要求"]
    return [], []


def same(doc: object, reading: Reading, text: str) -> list[str]:
    """What of the reading the instrument lacks, in words; [] where it is read right."""
    wrong = []
    got = _plain(doc.title)  # type: ignore[attr-defined]
    if got != _plain(reading.title):
        wrong.append(f"title {got}")
    articles = doc.articles  # type: ignore[attr-defined]
    if len(articles) != len(reading.units):
        wrong.append(f"articles {len(articles)} for {len(reading.units)}")
    headings = [_plain(node.heading) for node in doc.headings]  # type: ignore[attr-defined]
    if headings != [_plain(name) for name in reading.headings]:
        wrong.append(f"headings {headings} for {reading.headings}")
    for article, unit in zip(articles, reading.units, strict=False):
        paragraphs = [_own(node) for node in article.children]
        if paragraphs != [_plain(words) for words in unit.paragraphs]:
            wrong.append(f"paragraphs {article.label} {paragraphs} for {unit.paragraphs}")
            break
        items = [_own(node) for node in article.children[0].children] if article.children else []
        if items != [_plain(words) for words in unit.items]:
            wrong.append(f"items {article.label} {items} for {unit.items}")
            break
        if _plain(article.heading) != unit.caption:
            wrong.append(f"caption {article.heading} for {unit.caption}")
            break
    if doc.text != text:  # type: ignore[attr-defined]
        wrong.append("lost")
    return wrong


def _plain(words: str) -> str:
    return "".join(words.split())


def _own(node: object) -> str:
    """The words of a provision without its label and without what is below it."""
    return _plain(node.lead).removeprefix(_plain(node.label))  # type: ignore[attr-defined]
