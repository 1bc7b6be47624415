"""Items of one office made from one mould (对…行为的处罚), hundreds of them, with what became of each known beforehand."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from lawtrack.law import to_chinese
from lawtrack.powers import Power, PowersData, compare_powers

if TYPE_CHECKING:
    from collections.abc import Iterable

THINGS = "垃圾 渣土 道路 桥梁 犬只 水源 广告牌 烟花 电梯 古树 燃气 路灯 窨井盖 绿地 河道 幕墙 地铁 车位 公厕 雕塑".split()
ACTS = "擅自处置 未经登记使用 违规占用 拒绝检查 未按期检验 非法转让 擅自拆除 损毁 违规改建 超期堆放 隐瞒不报".split()
BODIES = ("市城市管理局", "市水务局", "市公安局", "市住房城乡建设局")
MOULDS = {
    "行政处罚": "对{act}{thing}行为的处罚",
    "行政许可": "{thing}{act}的许可",
    "行政检查": "对{thing}{act}情况的监督检查",
    "其他职权": "{thing}{act}备案",
}


def power(chance: random.Random, at: int, thing: str, act: str) -> Power:
    kind = chance.choice(["行政处罚", "行政处罚", *MOULDS])
    place = f"第{to_chinese(at + 1)}条"  # a ground of its own: what stands on one ground cannot be told apart
    return Power(
        MOULDS[kind].format(act=act, thing=thing),
        kind,
        chance.choice(BODIES),
        f"C{at:05}",
        basis=f"《示例市{thing}管理条例》{place}",
    )


def changed(chance: random.Random, item: Power, following: Power | None) -> tuple[str, tuple[Power, ...]]:
    """(the change, the items after it) for one item, or for it and the one that follows."""
    roll = chance.random()
    if roll < 0.06:
        return "cancelled", ()
    if roll < 0.11:
        return "transferred", (replace(item, body=chance.choice([b for b in BODIES if b != item.body])),)
    if roll < 0.16:
        name = (
            item.name.replace("的处罚", "的行政处罚") if "的处罚" in item.name else f"{item.name}（含变更）"
        )
        return "renamed", (replace(item, name=name),)
    if roll < 0.21:
        return "basis", (replace(item, basis=item.basis.replace("管理条例", "管理办法")),)
    if roll < 0.25 and following:
        return "merged", (
            replace(
                item, name=f"扰乱{item.basis[-4:-1]}秩序的综合处理", basis=f"{item.basis}、{following.basis}"
            ),
        )
    return "same", (item,)


def lists(seed: int) -> tuple[list[Power], list[Power], list[tuple[str, tuple[str, ...], tuple[str, ...]]]]:
    chance = random.Random(seed)
    pairs = [(thing, act) for thing in THINGS for act in ACTS]
    chance.shuffle(pairs)
    old = [power(chance, at, *pair) for at, pair in enumerate(pairs[:150])]
    new: list[Power] = []
    told: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = []
    at = 0
    while at < len(old):
        item, following = old[at], old[at + 1] if at + 1 < len(old) else None
        kind, after = changed(chance, item, following)
        before = [item]
        if kind == "merged":
            old[at + 1] = replace(old[at + 1], body=item.body, kind=item.kind)
            before.append(old[at + 1])
            at += 1
        new += after
        told.append((kind, names(before), names(after)))
        at += 1
    for more, pair in enumerate(pairs[150:160]):
        new.append(power(chance, 9000 + more, *pair))
        told.append(("added", (), names(new[-1:])))
    if seed % 2:  # codes given anew
        new = [replace(item, code=f"N{at:05}") for at, item in enumerate(new)]
    chance.shuffle(new)
    return old, new, told


def names(items: Iterable[Power]) -> tuple[str, ...]:
    return tuple(sorted(item.name for item in items))


@pytest.mark.parametrize("seed", range(16))
def test_what_became_of_each_item(seed):
    old, new, told = lists(seed)
    comparison = compare_powers(PowersData(tuple(new)), PowersData(tuple(old)))
    shown = {
        (
            "same" if change.kind in {"unchanged", "edited"} else change.kind,
            names(change.old),
            names(change.new),
        )
        for change in comparison.changes
    }
    assert shown == set(told)
