"""Random instruments and random edits: the one place where they are made.

`instruments()` are tidy texts as a drafter would write them; `messy_texts()` are what a converter may leave behind;
`edited()` pairs an instrument with a changed one and the list of what was done.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from lawtrack.law import article_label, item_label, to_chinese

if TYPE_CHECKING:
    from lawtrack.law import Instrument

SUBJECTS = (
    "市人民政府 街道办事处 公园管理机构 经营者 物业服务人 养护单位 志愿者 水务主管部门 学校 医疗机构".split()
)
VERBS = (
    "应当公布 负责清理 可以委托他人办理 不得擅自改变 应当定期检查 有权查阅 应当妥善保管 负责组织评估".split()
)
OBJECTS = (
    "公园名录 绿地养护记录 河道保洁情况 雨水收集设施 老旧管网 露天市场的摊位 临时占道许可 夜间照明 古树名木档案 "
    "应急物资储备 停车泊位编号 噪声监测数据 文体活动场地 无障碍通道 垃圾投放点 二次供水设施 公共厕所标识"
).split()
TAILS = (
    "并向社会公开 每年不少于两次 所需经费列入预算 但是法律另有规定的除外 期限不超过三十日 具体办法另行制定 并接受公众监督"
).split()


def sentence(rng: random.Random) -> str:
    """One provision's worth of words; two of them are almost never the same."""
    parts = [rng.choice(SUBJECTS), rng.choice(VERBS), rng.choice(OBJECTS), "和", rng.choice(OBJECTS)]
    if rng.random() < 0.7:
        parts += ["，", rng.choice(TAILS)]
    if rng.random() < 0.4:
        parts += ["；", rng.choice(SUBJECTS), rng.choice(VERBS), rng.choice(OBJECTS)]
    return "".join(parts) + "。"


@dataclass
class DraftArticle:
    """An article of a made-up ordinance: paragraphs, each perhaps with items."""

    paragraphs: list[str]
    items: list[str] = field(default_factory=list)

    def lines(self, number: int) -> list[str]:
        first, *rest = self.paragraphs
        found = [f"{article_label((number, 0))}　{first}"]
        found += [f"{item_label(k)}{words}" for k, words in enumerate(self.items, 1)]
        return found + rest

    def copy(self) -> DraftArticle:
        return DraftArticle(list(self.paragraphs), list(self.items))


def article(rng: random.Random) -> DraftArticle:
    """A random article of one to three paragraphs."""
    if rng.random() < 0.25:
        items = [sentence(rng).rstrip("。") + "；" for _ in range(rng.randint(2, 4))]
        items[-1] = items[-1].rstrip("；") + "。"
        lead = rng.choice(SUBJECTS) + "在" + rng.choice(OBJECTS) + "工作中履行下列职责："
        return DraftArticle([lead, *(sentence(rng) for _ in range(rng.randint(0, 1)))], items)
    return DraftArticle([sentence(rng) for _ in range(rng.randint(1, 3))])


def print_text(title: str, articles: list[DraftArticle], chapters: int = 0) -> str:
    """The text of an ordinance; with `chapters` > 0 its articles stand in that many chapters."""
    lines = [title, "（2020年8月28日某市人民代表大会常务委员会第三十次会议通过）"]
    starts = {round(k * len(articles) / chapters) for k in range(chapters)} if chapters else set()
    chapter = 0
    for number, draft in enumerate(articles, 1):
        if number - 1 in starts:
            chapter += 1
            lines.append(f"第{to_chinese(chapter)}章　{OBJECTS[chapter % len(OBJECTS)]}")
        lines += draft.lines(number)
    return "\n".join(lines) + "\n"


@st.composite
def instruments(draw: st.DrawFn, low: int = 3, high: int = 30) -> str:
    """The text of a tidy made-up ordinance."""
    rng = random.Random(draw(st.integers(0, 2**32)))
    count = draw(st.integers(low, high))
    return print_text("某市公共空间管理条例", [article(rng) for _ in range(count)], draw(st.integers(0, 3)))


LABELS = (
    "第一条 第二条 第五条的规定 第十条之一 第一百零三条 第1条 第一章 第一编 附则 总则 目录 序言 附件 附件一：样式 附： "
    "（一） (二) （三) （三）项 ；（二） ㈠ 1. 2、 3） （1） ① ⒈ 一、 二、管辖 （删去） 〖目的〗 （立法目的） 删去"
).split()
WORDS = "（ ） 。 ； ： ， 为了健康 本条例 自2020年 1月1日起施行 某市条例 2020年8月28日 通过 |".split()
CARRIED = ["— 3 —", "第3页", "<p>", "</p>", "<br/>", "&nbsp;", "……12", "注：", "某市条例"]
SPACED = ["第三条　", "第 四 条 ", "第二章　总则", "第一节 一般规定", "第一分编　通则", "附　则", "目　　录"]
BREAKS = [
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "　",
    " ",
    "#",
    "## ",
    "\u2028",
    "\x0b",
    "\r",
    "\ufeff",
    "\xa0",
]
BITS = [*LABELS, *WORDS, *SPACED, *CARRIED, *BREAKS, "长" * 45]


def messy_texts() -> st.SearchStrategy[str]:
    """What a converter may leave behind: labels, marks and line breaks in any order, or any text at all."""
    return st.one_of(st.lists(st.sampled_from(BITS), max_size=40).map("".join), st.text(max_size=200))


EDITS = ("insert", "delete", "reword", "split", "merge", "move")


@dataclass(frozen=True)
class Edited:
    """An ordinance before and after, and what was done: (edit, old labels, new labels)."""

    old: str
    new: str
    script: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]


@st.composite
def edited(draw: st.DrawFn, edits: tuple[str, ...] = EDITS, low: int = 8, high: int = 40) -> Edited:
    """An ordinance and a changed one: some articles inserted, deleted, reworded, split, merged or moved."""
    rng = random.Random(draw(st.integers(0, 2**32)))
    return edit(rng, rng.randint(low, high), edits, rng.randint(1, 4))


def edit(rng: random.Random, size: int, edits: tuple[str, ...], times: int) -> Edited:
    """The same from a random source: `times` edits, no two on neighbouring articles."""
    before = [article(rng) for _ in range(size)]
    slots: list[tuple[str, tuple[int, ...], list[DraftArticle]]] = []
    places = set(rng.sample(range(0, size - 1, 3), min(times, (size - 1) // 3)))
    movers: list[tuple[int, DraftArticle]] = []
    i = 0
    while i < size:
        kind = rng.choice(edits) if i in places else "keep"
        if kind == "insert":
            slots += [("insert", (), [article(rng)]), ("keep", (i,), [before[i]])]
        elif kind == "delete":
            slots.append(("delete", (i,), []))
        elif kind == "reword":
            slots.append(("reword", (i,), [_reworded(before[i], rng)]))
        elif kind == "split":
            before[i] = DraftArticle([sentence(rng), sentence(rng)])
            slots.append(("split", (i,), [DraftArticle([p]) for p in before[i].paragraphs]))
        elif kind == "merge":
            before[i + 1].items = []
            joined = DraftArticle([*before[i].paragraphs, *before[i + 1].paragraphs], before[i].items)
            slots.append(("merge", (i, i + 1), [joined]))
            i += 1
        elif kind == "move":
            movers.append((i, before[i]))
        else:
            slots.append(("keep", (i,), [before[i]]))
        i += 1
    for i, draft in movers:
        far = [k for k in range(len(slots) + 1) if abs(k - i) > max(3, size // 4)]
        slots.insert(rng.choice(far or [0 if i > size // 2 else len(slots)]), ("move", (i,), [draft]))
    after: list[DraftArticle] = []
    script = []
    for kind, olds, drafts in slots:
        numbers = range(len(after) + 1, len(after) + 1 + len(drafts))
        after += drafts
        if kind != "keep":
            came_from = tuple(article_label((k + 1, 0)) for k in olds)
            script.append((kind, came_from, tuple(article_label((n, 0)) for n in numbers)))
    title = "某市公共空间管理条例"
    return Edited(print_text(title, before), print_text(title, after), tuple(script))


def _reworded(draft: DraftArticle, rng: random.Random) -> DraftArticle:
    """One word of it changed for another."""
    changed = draft.copy()
    words = changed.paragraphs[0]
    old = next((x for x in (*OBJECTS, *SUBJECTS) if x in words), words[:2])
    changed.paragraphs[0] = words.replace(old, rng.choice([x for x in OBJECTS if x != old]), 1)
    return changed


def hard_cases(size: int) -> dict[str, str]:
    """Texts of about `size` characters that have tempted parsers to take long."""
    return {
        "one line": "第一条　" + "甲" * size,
        "blank lines": "第一条　甲。" + "\n" * size + "第二条　乙。",
        "white lines": "第一条　甲。\n" + " \t　" * (size // 3) + "\n第二条　乙。",
        "one number again and again": "第一条　甲。\n" * (size // 7),
        "numbers that jump": "".join(f"第{n}条　甲，\n" for n in range(1, size // 9, 3)),
        "paragraphs of one article": "第一条　甲。\n" + "乙丙。\n" * (size // 4),
        "items and sentences in turn": "第一条　甲：\n" + "（一）乙；\n丙。\n" * (size // 10),
        "items in one line": "第一条　甲：\n（一）乙；" + "（二）乙；" * (size // 5),
        "points of many shapes": "第一条　甲：\n" + "1.乙\n①丙\n（1）丁\n戊。\n" * (size // 15),
        "brackets": "（" * size,
        "brackets of a header note": "某法\n（" + "《" * size + "\n第一条　甲。",
        "tags": "<p>" * (size // 3),
        "tags cut off": "<p " * (size // 3),
        "headings": "第一章　总则\n" * (size // 7),
        "contents": "目录\n" + "第一章　总则……1\n" * (size // 11) + "第一条　甲。",
        "annexes that go on": "第一条　甲。\n" + "附件一\n" * (size // 4) + "第二条　乙。",
        "instruments one after the other": "某市办法\n第一条　甲。\n第二条　乙。\n" * (size // 19),
        "titles": "某市办法\n" * (size // 5),
        "signatures": "第一条　甲。\n" + "2020年1月1日\n" * (size // 10),
        "spaces after 第": "第" + "　" * size,
        "spaces after a heading": "第一条　甲。\n第九编" + "\t" * size + "乙",
        "digits": "第" + "1" * size + "条　甲。",
        "digits alone": "第一条　公布全部。\n" + f"{'1' * 50}\n" * (size // 51),
        "page numbers": "— 1 —\n" * (size // 6),
        "odd line ends": "第一条　甲。\r" * (size // 7),
    }


def stretches(doc: Instrument) -> list[tuple[str, str, list[str]]]:
    """What stands around the body, but for the title: kind, label and lines of each stretch.

    Neighbours of one kind are one stretch: two pieces of a header note meet where the title between them, printed
    again, is left out.
    """
    blocks = [block for block in doc.blocks if block.kind != "title"]
    return [
        (kind, label, [line for block in group for line in block.lines])
        for (kind, label), group in groupby(blocks, key=lambda block: (block.kind, block.label))
    ]
