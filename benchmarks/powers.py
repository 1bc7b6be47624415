"""How long a comparison of two lists of powers takes: made-up items (示例), changed in known ways and shuffled."""

from __future__ import annotations

import random
import sys
import time
from dataclasses import replace

from lawtrack.powers import Power, PowersData, compare_powers, kinds

THINGS = ["垃圾", "道路", "犬只", "水源", "广告", "烟花", "电梯", "渣土", "古树", "燃气"]
ACTS = ["擅自处置", "未经登记", "违规占用", "拒绝检查", "未按期检验", "非法转让"]


def item(chance: random.Random, n: int) -> Power:
    name = f"示例{n}：对{chance.choice(ACTS)}{chance.choice(THINGS)}、{chance.choice(THINGS)}行为的处理"
    return Power(
        name,
        chance.choice(kinds()),
        f"示例市第{n % 40}局",
        f"S{n:06}",
        basis=f"《示例市第{n % 300}号条例》第{n % 9 + 1}条",
    )


def main(count: int = 10_000) -> None:
    chance = random.Random(1)
    old = [item(chance, n) for n in range(count)]
    kept = [one for one in old if chance.random() > 0.08]
    new = [replace(one, name=one.name + "（调整）") if chance.random() < 0.05 else one for one in kept]
    chance.shuffle(new)
    start = time.perf_counter()
    found = compare_powers(PowersData(tuple(new)), PowersData(tuple(old)))
    summary = found.summary
    print(f"{count} items: {time.perf_counter() - start:.2f} s  {found.sentence}  {summary}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
