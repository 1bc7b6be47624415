"""Plans in which regulations and government rules stand side by side, under titles that do not say which each is."""

from __future__ import annotations

import random
from typing import Final, Literal, NamedTuple

from lawtrack.law import to_chinese

Kind = Literal["rule", "regulation", "open"]
AIMS: Final = (
    "浮桥 碑刻 茶摊 水车 石阶 船闸 苗圃 马道 谷场 窑口 凉亭 井台 书院 戏楼 药圃 盐道 渔港 磨坊 花市 灯塔"
).split()
ENDS: Final = ("管理办法", "办法", "管理规定", "若干规定", "规定", "实施细则")
VERBS: Final = {"制定": "enact", "修订": "revise", "修改": "amend", "废止": "repeal"}
UNITS: Final = ("市水务局", "市文化和旅游局", "市住房城乡建设局", "市农业农村局", "市科协")


class Member(NamedTuple):
    """A project: what a plan says of it, and whether its words tell the kind."""

    title: str
    action: str
    kind: Kind


class Mixture(NamedTuple):
    """A plan as text, and its projects; the ways that were drawn."""

    text: str
    told: list[Member]
    ways: str


class _Deck:
    """Titles that are each dealt once."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.aims = rng.sample(AIMS, len(AIMS))
        self.told: list[Member] = []

    def deal(self, verb: str, kind: Kind, *, count: int) -> list[str]:
        """The titles of `count` projects of one kind."""
        titles = []
        for _ in range(count):
            named = kind == "regulation" and self.rng.random() < 0.4
            title = f"某市{self.aims.pop()}{'条例' if named else self.rng.choice(ENDS)}"
            titles.append(title)
            self.told.append(Member(title, VERBS[verb], kind))
        return titles


RULE_GROUPS: Final = (
    "{v}政府规章{n}件：{l}",
    "{v}政府规章{n}件，即{l}",
    "{v}政府规章{l}",
    "{v}{l}{c}件政府规章",
    "推进{l}{c}件政府规章的{v}工作",
    "重点推进{l}政府规章的{v}工作",
    "抓紧{l}等{c}件规章的{v}",
    "{v}{l}等政府规章",
    "{v}规章{n}部，分别为{l}",
    "拟{v}规章{n}件（{l}）",
    "{v}{l}，均为政府规章",
    "完成{n}件政府规章的{v}，包括{l}",
    "在政府规章方面，{v}{l}",
    "政府规章方面，{v}{l}",
    "政府规章{n}件：{v}{l}",
    "规章类：{v}{l}",
)
REGULATION_GROUPS: Final = (
    "{v}地方性法规{n}件：{l}",
    "{v}地方性法规{n}件，即{l}",
    "提请市人大常委会审议地方性法规草案{n}件，分别为{v}{l}",
    "{v}地方性法规{l}",
    "{v}{l}{c}件地方性法规",
    "推进{l}等地方性法规的{v}工作",
    "地方性法规方面，{v}{l}",
    "{v}{l}，均为地方性法规",
    "市人大常委会将{v}{l}",
    "提请市人大常委会审议{v}{l}",
    "地方性法规草案{n}件：{v}{l}",
)
OPEN_GROUPS: Final = ("市政府将{v}{l}", "市司法局将抓紧{v}{l}", "市政府计划{v}{l}")
JOINS: Final = ("；", "；", "。")


def random_mixed_prose(seed: int) -> Mixture:
    """Running words in which each group says its kind, or nobody does."""
    rng = random.Random(f"mixed prose {seed}")
    deck = _Deck(rng)
    groups, ways = [], []
    for _ in range(rng.randint(2, 4)):
        kind: Kind = rng.choice(("rule", "rule", "regulation", "regulation", "open"))
        way = rng.choice({"rule": RULE_GROUPS, "regulation": REGULATION_GROUPS, "open": OPEN_GROUPS}[kind])
        verb = rng.choice(list(VERBS))
        titles = deck.deal(verb, kind, count=rng.randint(1, 3))
        listed = rng.choice(("", "、")).join(f"《{title}》" for title in titles)
        words = way.format(
            v=verb, l=listed, n=len(titles), c="两" if len(titles) == 2 else to_chinese(len(titles))
        )
        groups.append(words)
        ways.append(way)
    lead = rng.choice(("", "今年，", "2025年，", "本报讯 记者获悉，"))
    return Mixture(
        lead + "".join(g + rng.choice(JOINS) for g in groups[:-1]) + groups[-1] + "。\n", deck.told, str(ways)
    )


KIND_HEADS: Final = {
    "rule": ("政府规章", "政府规章项目", "规章制定项目", "拟制定的政府规章", "规章", "政府规章类"),
    "regulation": (
        "地方性法规",
        "地方性法规项目",
        "提请市人大常委会审议的地方性法规草案",
        "法规项目",
        "地方性法规草案",
    ),
    "open": ("其他项目", "法规、规章调研项目", "预备项目", "调研论证项目"),
}
KIND_NUMBERS: Final = (
    "{z}、{h}",
    "（{z}）{h}",
    "{h}",
    "{h}：",
    "{z}、{h}（{n}件）",
    "【{h}】",
    "第{z}部分　{h}",
    "{h}（{n}件）",
)
INNER: Final = (("审议项目", "预备项目"), ("年内完成项目", "适时推进项目"), ("制定项目", "修改项目"), ())
LINES: Final = (
    "{i}.《{t}》（{v}）",
    "{i}.{t}（{v}）",
    "{i}、{v}《{t}》",
    "（{i}）{v}{t}",
    "{i}.《{t}》（{v}，{u}）",
    "{i}.{t}（{v}；{u}起草）",
)
NOTED: Final = (
    "{i}.《{t}》（{k}，{v}）",
    "{i}.{v}{k}《{t}》",
    "{i}.{t}（{v}）（{k}）",
    "{i}.{t}（{k}；{v}；{u}起草）",
)


def random_mixed_list(seed: int) -> Mixture:
    """A list with categories of kinds over categories of other things, or each project with its own kind."""
    rng = random.Random(f"mixed list {seed}")
    deck = _Deck(rng)
    lines = [rng.choice(("某市2025年度立法工作计划", "某市人民政府2025年立法计划", "2025年立法项目安排"))]
    noted = rng.random() < 0.25
    number = rng.choice(KIND_NUMBERS)
    inner = () if noted else rng.choice(INNER)
    if inner and number.startswith("（"):
        number = "{z}、{h}"
    line, running = rng.choice(NOTED if noted else LINES), 0
    kinds: list[Kind] = rng.sample(["rule", "regulation", "rule", "regulation", "open"], rng.randint(2, 4))
    if noted:
        lines.append("一、正式项目")
    deliberated = (
        "审议项目" in inner and "政府" not in lines[0] and "rule" not in kinds
    )  # whose plan it is, is plain
    for at, kind in enumerate(kinds, 1):
        if kind == "open" and (noted or deliberated):
            continue
        head = "" if noted else rng.choice(KIND_HEADS[kind])
        body: list[str] = []
        total = 0
        for sub, name in enumerate(inner or ("",), 1):
            if name:
                body.append(f"（{to_chinese(sub)}）{name}")
            for _ in range(rng.randint(1, 2)):
                verb = rng.choice(list(VERBS)) if name not in {"制定项目", "修改项目"} else name[:2]
                (title,) = deck.deal(verb, kind, count=1)
                running, total = running + 1, total + 1
                word = rng.choice(
                    {"rule": ("政府规章", "规章"), "regulation": ("地方性法规", "法规"), "open": ("",)}[kind]
                )
                body.append(line.format(i=running, t=title, v=verb, u=rng.choice(UNITS), k=word))
        if head:
            lines.append(number.format(z=to_chinese(at), h=head, n=total))
        lines += body
    return Mixture("\n".join(lines) + "\n", deck.told, f"{number} {line} {inner}")


class Rows(NamedTuple):
    """A plan as rows of a table, and its projects."""

    rows: list[list[str]]
    told: list[Member]
    ways: str


def random_mixed_table(seed: int) -> Rows:
    """A table whose kinds stand in rows of their own, in a column (in each row, or once), or in the head of the titles."""
    rng = random.Random(f"mixed table {seed}")
    deck = _Deck(rng)
    way = rng.choice(("band", "column", "once", "numbered once", "action cell", "note"))
    heads = {
        "band": ["序号", "项目名称", "立法形式", "起草单位"],
        "column": [
            "序号",
            rng.choice(("类别", "法规/规章", "项目种类", "类型")),
            "项目名称",
            "制定或修改",
            "起草单位",
        ],
        "once": [rng.choice(("类别", "类型", "项目分类")), "序号", "项目名称", "立法形式", "责任单位"],
        "numbered once": ["项目类别", "序号", "名称", "方式", "牵头单位"],
        "action cell": ["序号", "名称", "项目类型", "起草单位"],
        "note": ["序号", "项目名称", "立法形式", "起草单位", "备注"],
    }[way]
    rows, running = [heads], 0
    words = {
        "rule": rng.choice(("政府规章", "规章", "政府规章项目")),
        "regulation": rng.choice(("地方性法规", "法规", "地方性法规草案")),
    }
    kinds: list[Kind] = rng.sample(["rule", "regulation", "rule"], rng.randint(2, 3))
    for at, kind in enumerate(kinds, 1):
        if way == "band":
            rows.append([f"{rng.choice((to_chinese(at) + '、', ''))}{words[kind]}", "", "", ""])
        for number in range(rng.randint(1, 3)):
            verb, unit = rng.choice(list(VERBS)), rng.choice(UNITS)
            (title,) = deck.deal(verb, kind, count=1)
            running += 1
            once = "" if number else words[kind] if way == "once" else f"{to_chinese(at)}、{words[kind]}"
            rows.append(
                {
                    "band": [str(running), title, verb, unit],
                    "column": [str(running), words[kind], title, verb, unit],
                    "once": [once, str(running), title, verb, unit],
                    "numbered once": [once, str(running), title, verb, unit],
                    "action cell": [str(running), title, f"{words[kind]}（{verb}）", unit],
                    "note": [str(running), title, verb, unit, words[kind]],
                }[way]
            )
    return Rows(rows, deck.told, way)
