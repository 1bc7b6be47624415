"""Random tables and letters of opinions as offices fill them in, with what each row must become."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Final

from lawtrack.law import to_chinese

DRAFT: Final = (
    "某市公共座椅管理条例\n第一章　总则\n第一条　为了规范公共座椅，制定本条例。\n第二条　市城市管理部门负责公共座椅。\n"
    "街道办事处配合做好工作。\n第三条　公共座椅应当符合下列要求：\n（一）牢固；\n（二）无障碍；\n（三）便于清洁。\n"
    "第四条　禁止擅自移动公共座椅。\n第五条　违反本条例第四条规定的，责令改正：\n（一）拒不改正的，处一百元罚款；\n"
    "（二）造成损坏的，依法赔偿。\n单位违反的，处五百元罚款。\n第六条　本条例自2025年1月1日起施行。\n"
)
PLACES: Final = (
    (1, 0, 0),
    (2, 0, 0),
    (2, 1, 0),
    (2, 2, 0),
    (3, 0, 0),
    (3, 1, 1),
    (3, 1, 3),
    (4, 0, 0),
    (5, 1, 2),
    (5, 2, 0),
    (6, 0, 0),
)
"""Article, paragraph and item of the draft, 0 for none."""


def eid_of(place: tuple[int, int, int]) -> str:
    """The address of a place in the draft."""
    article, paragraph, item = place
    eid = f"art_{article}"
    eid += f"__para_{paragraph}" if paragraph else ""
    return eid + (f"__item_{item}" if item else "")


ARTICLES: Final = (
    "第{z}条",
    "第{n}条",
    "{z}条",
    "{n}条",
    "第 {z} 条",
    "第{n} 条",
    "草案第{z}条",
    "《条例》第{z}条",
    "征求意见稿第{z}条",
    "Art {n}",
)
PARAGRAPHS: Final = ("第{z}款", "第{n}款", "{z}款", "{n}款", " 第{z}款")
ITEMS: Final = (
    "第{z}项",
    "第{n}项",
    "第（{z}）项",
    "（{z}）",
    "({n})",
    "（{n}）",
    "{n}项",
    "({z})",
    "第({n})项",
    "之（{z}）",
)


def place_words(rng: random.Random, place: tuple[int, int, int]) -> str:
    """The place as somebody writes it by hand."""
    article, paragraph, item = place
    bare = rng.random() < 0.1 and not paragraph
    words = str(article) if bare else rng.choice(ARTICLES[:-1]).format(n=article, z=to_chinese(article))
    if paragraph and not (item and rng.random() < 0.6):
        words += rng.choice(PARAGRAPHS).format(n=paragraph, z=to_chinese(paragraph))
    if item:
        words += rng.choice(ITEMS[:-1]).format(n=item, z=to_chinese(item))
    if rng.random() < 0.1:
        words += rng.choice(("。", "：", " ", "规定"))
    return words


UNITS: Final = "市财政局 市公安局 市水务局 江东区人民政府 市民张某 市残联 市司法局 某物业服务有限公司 城关街道 市总工会".split()
SAID: Final = (
    "建议删去“擅自”。",
    "建议明确主管部门。",
    "建议将“配合”修改为“协助”。",
    "表述不够准确，建议进一步研究。",
    "建议增加听取残疾人意见的内容。",
    "罚款数额偏高。",
    "与上位法不一致，建议核实",
)
WHY: Final = ("与上位法保持一致。", "便于执行。", "符合职责分工。", "避免歧义。")
NONE: Final = (
    "无意见",
    "无修改意见",
    "没有意见。",
    "无意见和建议",
    "同意",
    "无",
    "我单位无意见",
    "经研究，我局无修改意见。",
)
RESULTS: Final = {
    "采纳": "adopted",
    "已采纳": "adopted",
    "予以采纳": "adopted",
    "部分采纳": "partly-adopted",
    "未采纳": "not-adopted",
    "不予采纳": "not-adopted",
    "不采纳": "not-adopted",
    "是": "adopted",
    "否": "not-adopted",
    "√": "adopted",
    "×": "not-adopted",
    "已吸收": "adopted",
    "拟采纳": "adopted",
    "拟不采纳": "not-adopted",
    "建议采纳": "adopted",
    "全部采纳": "adopted",
}
TEXT_HEADS: Final = (
    "意见",
    "修改意见",
    "意见建议",
    "意见和建议",
    "修改建议",
    "反馈意见",
    "具体意见",
    "意见内容",
    "修改意见或建议",
    "意见建议内容",
    "主要意见",
    "意见及建议",
    "修改意见、建议",
    "建议内容",
    "提出的意见",
)
PLACE_HEADS: Final = (
    "条款",
    "条文",
    "条号",
    "对应条款",
    "涉及条款",
    "条款号",
    "修改条款",
    "章节条款",
    "条款序号",
    "意见对应条款",
    "具体条款",
    "位置",
    "所涉条文",
    "草案条款",
)
SOURCE_HEADS: Final = (
    "单位",
    "反馈单位",
    "提出单位",
    "意见来源",
    "意见提出单位",
    "部门",
    "提出人",
    "来源",
    "反馈单位/个人",
    "单位名称",
    "意见提出人",
    "建议人",
    "征求意见对象",
    "提出单位（人）",
)
WHY_HEADS: Final = (
    "理由",
    "修改理由",
    "依据",
    "理由和依据",
    "修改依据",
    "理由及依据",
    "修改原因",
    "理由（依据）",
)
RESULT_HEADS: Final = (
    "采纳情况",
    "是否采纳",
    "处理情况",
    "采纳意见",
    "研究处理情况",
    "处理结果",
    "采纳与否",
    "采纳情况说明",
    "意见采纳情况",
    "是否采纳及理由",
    "拟采纳情况",
)
REASON_HEADS: Final = (
    "未采纳理由",
    "不采纳理由",
    "理由",
    "说明",
    "未采纳原因",
    "采纳或不采纳理由",
    "情况说明",
    "处理说明",
    "不予采纳的理由",
)


@dataclass(frozen=True)
class Row:
    """What a row of the table must become."""

    eids: tuple[str, ...]
    source: str = ""
    none: bool = False
    result: str = ""
    grounds: str = ""
    reason: str = ""


def random_table(seed: int) -> tuple[list[list[str]], list[Row], dict[str, str]]:
    """The rows of a table, what they must become, and the ways that were drawn."""
    rng = random.Random(seed)
    ways = {
        "number": rng.choice(("序号", "", "编号")),
        "source": rng.choice((*SOURCE_HEADS, "")),
        "clause": rng.choice((*PLACE_HEADS, "in text")),
        "text": rng.choice(TEXT_HEADS),
        "grounds": rng.choice((*WHY_HEADS, "", "in text")),
        "result": rng.choice((*RESULT_HEADS, "", "")),
        "reason": rng.choice((*REASON_HEADS, "", "in result")),
        "note": rng.choice(("备注", "", "联系方式")),
        "title": rng.choice(("", "《某市公共座椅管理条例（征求意见稿）》意见采纳情况表", "附件2")),
    }
    if rng.random() < 0.4:
        ways |= _coined(rng, ways)
    if not ways["result"]:
        ways["reason"] = ""
    if "理由" in ways["result"] or "说明" in ways["result"]:
        ways["reason"] = rng.choice(("", "in result"))
    if ways["grounds"] and ways["reason"] == ways["grounds"]:
        ways["reason"] = "未采纳理由"
    order = ["number", "source", "clause", "text", "grounds", "result", "reason", "note"]
    if rng.random() < 0.4:
        order = ["number", "clause", "text", "grounds", "source", "result", "reason", "note"]
    columns = [name for name in order if ways[name] and not ways[name].startswith("in ")]
    heads = [ways[name] for name in columns]
    if rng.random() < 0.15:
        heads = [" ".join(head) if len(head) == 2 else head for head in heads]
    rows = [[ways["title"]] * len(heads)] if ways["title"] else []
    rows.append(heads)
    told = []
    for at in range(rng.randint(2, 6)):
        cells, row = _row(rng, ways, at + 1)
        rows.append([cells.get(name, "") for name in columns])
        told.append(row)
    return rows, told, ways


def _coined(rng: random.Random, ways: dict[str, str]) -> dict[str, str]:
    """Heads that are put together of the words that heads are made of."""
    heads = {
        "text": rng.choice(("反馈", "修改", "具体", "主要", "提出的", "征集", ""))
        + rng.choice(("意见", "建议", "意见建议", "意见和建议")),
        "clause": rng.choice(("对应", "涉及", "草案", "修改", "意见涉及", "所在"))
        + rng.choice(("条款", "条文", "条号", "条目", "章节条款")),
        "source": rng.choice(("反馈", "提出", "意见", "建议", "来文", "意见反馈", "意见提出"))
        + rng.choice(("单位", "部门", "人", "单位或个人", "机构")),
        "result": rng.choice(("意见", "拟", "是否", "建议", ""))
        + rng.choice(("采纳", "吸收", "采用"))
        + rng.choice(("情况", "结果", "意见", "与否")),
    }
    return {name: head for name, head in heads.items() if ways[name] and not ways[name].startswith("in ")}


def _row(rng: random.Random, ways: dict[str, str], at: int) -> tuple[dict[str, str], Row]:
    source = rng.choice(UNITS)
    cells = {"number": str(at), "source": source}
    if rng.random() < 0.12:
        cells["text"] = rng.choice(NONE)
        return cells, Row((), source if ways["source"] else "", none=True)
    places = rng.sample(PLACES, 2 if rng.random() < 0.15 else 1)
    said, why = rng.choice(SAID), rng.choice(WHY) if ways["grounds"] else ""
    if ways["clause"] == "in text":
        places = places[:1]
        place = place_words(rng, places[0]).rstrip("。： 规定").removesuffix("规定")
        if not place.startswith(("第", "草案", "《", "征求")):
            place = f"第{to_chinese(places[0][0])}条"
            places = [(places[0][0], 0, 0)]
        cells["text"] = rng.choice(
            ("{p}：{s}", "{p}{s}", "对{p}的意见：{s}", "{p}　{s}", "关于{p}，{s}")
        ).format(p=place, s=said)
    else:
        cells["clause"] = rng.choice(("、", "，", "和", "\n")).join(
            place_words(rng, place).rstrip("。： ").removesuffix("规定") for place in places
        )
        if len(places) == 1:
            cells["clause"] = place_words(rng, places[0])
        cells["text"] = said
    if why and ways["grounds"] == "in text":
        cells["text"] = (
            f"{cells['text'].rstrip('。')}。{rng.choice(('理由：', '理由是：', '修改理由：', '依据：'))}{why}"
        )
    elif why:
        cells["grounds"] = why
    result = rng.choice(list(RESULTS)) if ways["result"] else ""
    reason = (
        rng.choice(("上位法已有规定。", "已在第三条体现。", "属于执行问题，另行研究。"))
        if ways["reason"]
        else ""
    )
    if result and ways["reason"] == "in result":
        if result in "√×是否":
            result = "采纳"
        cells["result"] = rng.choice(
            (
                "{r}。{w}",
                "{r}，{w}",
                "{r}（{w}）",
                "{r}：{w}",
                "{r}。理由：{w}",
                "{r}\n{w}",
                "{r}，理由：{w}",
                "{r}；{w}",
            )
        ).format(r=result, w=reason.rstrip("。"))
    elif result:
        cells["result"] = result
        cells["reason"] = reason
    eids = tuple(eid_of(place) for place in places)
    return cells, Row(eids, source if ways["source"] else "", False, RESULTS.get(result, ""), why, reason)


DOTTED: Final = {(2, 2, 0): "2.2", (3, 1, 1): "3.1", (3, 1, 3): "3.3", (5, 1, 2): "5.1.2"}
"""Places as one article has a paragraph of that number, another an item."""
TAKEN: Final = {
    "adopted": (
        ("已", "", "予以", "均", "全部"),
        ("采纳", "吸收", "吸纳"),
        ("", "并修改", "并作相应修改", "，已完善"),
    ),
    "partly-adopted": (("已", "", "拟"), ("部分采纳", "基本采纳", "原则采纳", "部分吸收"), ("", "并修改")),
    "not-adopted": (("", "拟", "暂"), ("不予采纳", "未采纳", "不采纳", "未吸收"), ("",)),
    "explained": (("", "已"), ("作说明", "作出解释", "解释说明", "沟通说明"), ("",)),
}


def result_words(rng: random.Random) -> tuple[str, str]:
    """An answer put together of the words that answers are made of, and what it means."""
    result = rng.choice(list(TAKEN))
    return "".join(rng.choice(part) for part in TAKEN[result]), result


FORM_NUMBERS: Final = ("{n}.", "{n}、", "（{n}）", "{z}、", "（{z}）", "{c}", "{z}是")
FORM_JOINS: Final = ("；", "。", "；\n", "。\n", "\n")


def random_cell(seed: int) -> tuple[str, list[tuple[str, str]]]:
    """Several opinions in one cell, numbered or each headed by its place: the words, and the address and text of each."""
    rng = random.Random(seed)
    places = rng.sample([place for place in PLACES if not place[2]], rng.randint(2, 4))
    numbers = rng.choice((*FORM_NUMBERS, ""))
    join = rng.choice(FORM_JOINS)
    told, words = [], []
    for at, place in enumerate(places, 1):
        article, paragraph, _ = place
        head = f"第{to_chinese(article)}条" + (f"第{to_chinese(paragraph)}款" if paragraph else "")
        said = rng.choice(
            ("建议删去", "表述不够准确，建议修改", "建议增加听取意见的内容", "罚款偏高，建议调整")
        )
        mark = numbers.format(n=at, z=to_chinese(at), c=chr(0x2460 + at - 1))
        words.append(f"{mark}{head}{rng.choice(('', '：', '，', '　'))}{said}")
        told.append((eid_of(place), said))
    return join.join(words) + rng.choice(("", "。")), told


def random_form(seed: int) -> tuple[list[list[str]], list[Row]]:
    """A form whose heads stand down its left side, for one opinion or several; what it must become."""
    rng = random.Random(seed)
    source = rng.choice(UNITS)
    heads = rng.choice(SOURCE_HEADS), rng.choice(PLACE_HEADS), rng.choice(TEXT_HEADS), rng.choice(WHY_HEADS)
    mark = rng.choice(("", "：", ":"))
    rows = (
        [[heads[0] + mark, source, f"联系人{mark}", "钱某"]]
        if rng.random() < 0.4
        else [[heads[0] + mark, source]]
    )
    told = []
    for _ in range(rng.randint(1, 3)):
        place, why = rng.choice(PLACES), rng.choice((*WHY, ""))
        said = rng.choice((*SAID, "建议删去", "建议增加程序", "建议明确时限"))
        rows += [[heads[1] + mark, place_words(rng, place)], [heads[2] + mark, said], [heads[3] + mark, why]]
        told.append(Row((eid_of(place),), source, grounds=why))
    return rows, told


LETTER_NUMBERS: Final = ("{z}、", "{n}.", "{n}、", "（{z}）", "({n})", "{c}", "{z}是", "")
LETTER_PLACES: Final = (
    "{p}：{s}",
    "{p}，{s}",
    "关于{p}。{s}",
    "对{p}的意见：{s}",
    "{p} {s}",
    "建议将{p}中的“公共”修改为“室外”。",
    "建议{p}进一步明确。",
    "{p}建议：{s}",
)
OPENERS: Final = (
    "《某市公共座椅管理条例（征求意见稿）》收悉，经研究，提出以下意见：",
    "经认真研究，现将意见反馈如下：",
    "来函收悉。我单位意见如下：",
    "",
)
CLOSINGS: Final = ("特此函复。", "以上意见供参考。", "", "专此函达。")


def random_letter(seed: int) -> tuple[str, list[Row], dict[str, str]]:
    """A letter of one body or a round-up of several, what it must become, and the ways that were drawn."""
    rng = random.Random(seed)
    ways = {
        "number": rng.choice(LETTER_NUMBERS),
        "opener": rng.choice(OPENERS),
        "closing": rng.choice(CLOSINGS),
        "kind": rng.choice(("letter", "letter", "round-up", "inline round-up")),
        "signed": rng.choice(("below", "title", "line")),
    }
    told: list[Row] = []
    if ways["kind"] == "letter":
        source = rng.choice([unit for unit in UNITS if not unit.startswith("市民")])
        lines = _letter(rng, ways, source, told)
    else:
        lines = [rng.choice(("《某市公共座椅管理条例（草案）》征求意见情况汇总", ""))]
        for source in rng.sample(UNITS, rng.randint(2, 4)):
            lines += _heard(rng, ways, source, told)
    return "\n".join(line for line in lines if line) + "\n", told, ways


def _letter(rng: random.Random, ways: dict[str, str], source: str, told: list[Row]) -> list[str]:
    head = {
        "below": ["关于《某市公共座椅管理条例（征求意见稿）》的反馈意见"],
        "title": [f"{source}关于《某市公共座椅管理条例（征求意见稿）》的意见"],
        "line": ["《某市公共座椅管理条例（征求意见稿）》意见反馈表", f"反馈单位：{source}"],
    }[ways["signed"]]
    lines = [*head, rng.choice(("市司法局：", "市人大常委会法工委：", "")), ways["opener"]]
    lines += [_numbered(ways, at) + _said(rng, source, told) for at in range(1, rng.randint(2, 4))]
    lines.append(ways["closing"])
    return [*lines, source, "2025年3月1日"] if ways["signed"] == "below" else lines


def _heard(rng: random.Random, ways: dict[str, str], source: str, told: list[Row]) -> list[str]:
    if rng.random() < 0.2:
        told.append(Row((), source, none=True))
        said = rng.choice(("无意见。", "无修改意见。", "没有意见。"))
        return [f"{source}：{said}"] if ways["kind"] == "inline round-up" else [f"{source}：", said]
    if ways["kind"] == "inline round-up":
        return [f"{source}：{_said(rng, source, told)}"]
    return [
        f"{source}：",
        *(_numbered(ways, at) + _said(rng, source, told) for at in range(1, rng.randint(2, 4))),
    ]


def _numbered(ways: dict[str, str], at: int) -> str:
    return ways["number"].format(n=at, z=to_chinese(at), c=chr(0x2460 + at - 1))


def _said(rng: random.Random, source: str, told: list[Row]) -> str:
    article, paragraph, item = rng.choice(PLACES)
    place = f"第{to_chinese(article)}条" + (f"第{to_chinese(paragraph)}款" if paragraph else "")
    place += rng.choice((f"第{to_chinese(item)}项", f"第（{to_chinese(item)}）项")) if item else ""
    told.append(Row((eid_of((article, paragraph, item)),), source))
    return rng.choice(LETTER_PLACES).format(p=place, s=rng.choice(SAID[3:]))


MANNERS: Final = ("chat", "blocks", "answers", "parts", "heads", "minutes")


def random_said(seed: int) -> tuple[str, list[Row]]:
    """A text in one of the manners in which opinions come beside tables and letters; what it must become."""
    rng = random.Random(seed)
    manner = MANNERS[seed % len(MANNERS)]
    lines: list[str] = []
    told: list[Row] = []
    numbers = rng.choice(("{n}.", "（{z}）", "{n}、"))
    if manner == "parts":
        lines += ["一、总体意见", "草案结构完整。", "二、具体意见"]
        told.append(Row(()))
        numbers = "（{z}）"
    for at in range(1, rng.randint(3, 5)):
        place, said = rng.choice(PLACES), rng.choice(SAID[3:])
        source = f"{rng.choice('赵钱孙李周吴')}某{to_chinese(at)}"
        words = place_words(rng, place).rstrip("。： ").removesuffix("规定").replace(" ", "")
        if not words.startswith("第") or (manner != "blocks" and "之（" in words):
            words = f"第{to_chinese(place[0])}条"
            place = (place[0], 0, 0)
        number = numbers.format(n=at, z=to_chinese(at))
        result = rng.choice(("采纳", "未采纳", "部分采纳"))
        if manner == "chat":
            lines += [
                f"{source} {rng.choice(('', '3月5日 ', '2025-03-05 '))}{rng.randint(8, 20)}:0{at}",
                f"{words}，{said}",
            ]
            told.append(Row((eid_of(place),), source))
        elif manner == "blocks":
            lines += [
                *([f"【意见{at}】"] if seed % 2 else []),
                f"提出单位：{UNITS[at]}",
                f"条款：{words}",
                f"意见：{said}",
            ]
            lines += [f"采纳情况：{result}", "理由：另有考虑。"]
            told.append(Row((eid_of(place),), UNITS[at], False, RESULTS.get(result, ""), "", "另有考虑"))
        elif manner == "answers":
            lines.append(
                f"{number}{UNITS[at]}提出，{words}，{said.rstrip('。')}。采纳情况：{result}。理由：另有考虑。"
            )
            told.append(Row((eid_of(place),), UNITS[at], False, RESULTS.get(result, ""), "", "另有考虑"))
        elif manner == "heads":
            lines.append(f"关于{words}。{said}")
            told.append(Row((eid_of(place),)))
        elif manner == "minutes":
            who = ("有的委员", "有的代表", "有的专家", "部分群众")[at - 1]
            lines.append(f"{who}提出，{words}，{said}")
            told.append(Row((eid_of(place),), who))
        else:
            lines.append(f"{number}{words}，{said}")
            told.append(Row((eid_of(place),)))
    if manner == "heads":
        lines[1:1] = ["关于题目。建议改为“公共座椅条例”。"]
        told[1:1] = [Row(("标题",))]
    return "\n".join(lines) + "\n" + ("谢谢！\n" if seed % 3 == 0 else ""), told
