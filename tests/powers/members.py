"""Two lists of powers made by chance, with what became of each item known beforehand: offices that got another name too.

`lists(seed, count, codes)` gives the old items, the new ones and the answers. An answer is (numbers of the old items,
numbers of the new ones); an item's number stands in a column of its own, which comparing does not look at.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

from lawtrack.law import to_chinese
from lawtrack.powers import Power

if TYPE_CHECKING:
    from collections.abc import Iterable

THINGS = (
    "生活垃圾 建筑渣土 道路 桥梁 犬只 水源 户外广告 烟花 电梯 古树 燃气 路灯 窨井盖 绿地 河道 幕墙 地铁 车位 公厕 雕塑 "
    "耕地 矿山 测绘标志 林木 种子 农药 渔船 码头 客车 货车 食堂 药店 诊所 学校 影院 网吧 泳池 旅馆 停车场 加油站"
).split()
ACTS = (
    "擅自处置 未经登记使用 违规占用 拒绝检查 未按期检验 非法转让 擅自拆除 损毁 违规改建 超期堆放 隐瞒不报 伪造记录 "
    "不按规定备案 超越许可范围经营 未设置警示标志 逾期不改正"
).split()
BODIES = tuple(f"市{name}" for name in (
    "国土资源局", "规划局", "环境保护局", "农业局", "林业局", "公安局", "水务局", "交通运输局", "卫生局", "文化局",
))  # fmt: skip
RENAMED = {
    "市环境保护局": "市生态环境局",
    "市国土资源局": "市自然资源和规划局",
    "市规划局": "市自然资源和规划局",
    "市卫生局": "市卫生健康委员会",
}
MOULDS = {
    "行政处罚": "对{act}{thing}行为的处罚",
    "行政许可": "{thing}{act}的许可",
    "行政检查": "对{thing}{act}情况的监督检查",
    "其他职权": "{thing}{act}备案",
}
GROWN = (
    ("城市", "thing"),
    ("大型", "thing"),
    ("在公共场所", "act"),
    ("故意", "act"),
    ("及其附属设施", "after"),
    ("或者变相", "act"),
)


class Item(NamedTuple):
    """What an item is made of."""

    number: int
    kind: str
    thing: str
    act: str
    body: str
    title: str
    places: tuple[int, ...]
    code: str
    after: str = ""

    def power(self, code: str = "") -> Power:
        """The item as a list has it."""
        basis = f"《{self.title}》" + "、".join(f"第{to_chinese(place)}条" for place in self.places)
        name = MOULDS[self.kind].format(act=self.act, thing=self.thing + self.after)
        return Power(
            name, self.kind, self.body, code or self.code, basis=basis, more=(("号", str(self.number)),)
        )


Answer = tuple[frozenset[int], frozenset[int]]


def lists(seed: int, count: int = 200, codes: str = "kept") -> tuple[list[Power], list[Power], set[Answer]]:
    """Codes are kept, given anew, or dealt out anew among the items (one that stood for one thing stands for another)."""
    chance = random.Random(seed)
    made = pairs(seed, count + count // 20)
    old = [item(chance, number, pair) for number, pair in enumerate(made[:count])]
    new: list[Item] = []
    told: set[Answer] = set()
    waiting = list(old)
    while waiting:
        before, after = changed(chance, waiting, 100_000 + len(new))
        after = [one._replace(body=RENAMED.get(one.body, one.body)) for one in after]
        new += after
        told.add((numbers(before), numbers(after)))
    for more, pair in enumerate(made[count:]):
        one = item(chance, 900_000 + more, pair)
        one = one._replace(body=RENAMED.get(one.body, one.body))
        new.append(one)
        told.add((frozenset(), numbers([one])))
    chance.shuffle(new)
    dealt = [f"C{number:06}" for number in chance.sample(range(len(new)), len(new))]
    given = {
        "kept": [one.code for one in new],
        "anew": [f"N{at:06}" for at in range(len(new))],
        "dealt": dealt,
    }[codes]
    return [one.power() for one in old], [one.power(code) for one, code in zip(new, given, strict=True)], told


def pairs(seed: int, count: int) -> list[tuple[str, str, str]]:
    """Different (kind, thing, act)."""
    fronts = ("", "集体", "临时", "外来", "废旧")
    every = [
        (kind, front + thing, act) for kind in MOULDS for thing in THINGS for act in ACTS for front in fronts
    ]
    return random.Random(seed).sample(every, count)


def item(chance: random.Random, number: int, pair: tuple[str, str, str]) -> Item:
    kind, thing, act = pair
    body = chance.choice(BODIES)
    title = f"示例{body[1:-1]}管理条例" if chance.random() < 0.8 else f"示例{thing}管理办法"
    place = (chance.randint(1, 60),)  # two items may stand on one article
    return Item(number, kind, thing, act, body, title, place, f"C{number:06}")


def changed(chance: random.Random, waiting: list[Item], number: int) -> tuple[list[Item], list[Item]]:
    """Take one item (or two for a merger) off `waiting` and give them with what is there after."""
    one = waiting.pop(0)
    roll = chance.random()
    if roll < 0.05:
        return [one], []
    other = next(
        (each for each in waiting if (each.body, each.kind, each.title) == (one.body, one.kind, one.title)),
        None,
    )
    if roll < 0.08 and other and other.places != one.places:
        waiting.remove(other)
        act, places = f"扰乱{one.thing}、{other.thing}秩序", (*one.places, *other.places)
        return [one, other], [one._replace(act=act, thing="等", places=places, number=number)]
    if roll < 0.2:
        word, where = chance.choice(GROWN)
        if where == "thing":
            one = one._replace(thing=word + one.thing)
        else:
            one = one._replace(act=word + one.act) if where == "act" else one._replace(after=word)
    if chance.random() < 0.08:
        one = one._replace(places=(one.places[0] + chance.randint(1, 5),))
    if chance.random() < 0.03:
        one = one._replace(body=chance.choice([body for body in BODIES if body != one.body]))
    return [one], [one]


def numbers(items: Iterable[Item]) -> frozenset[int]:
    return frozenset(one.number for one in items)
