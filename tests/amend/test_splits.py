"""Edits that do not overlap give one text, however they are split into instructions and in whatever order these stand."""

from __future__ import annotations

import random
from typing import Final

import pytest

from lawtrack.amend import apply
from lawtrack.law import to_chinese

ARTICLES: Final = 9
ROOTS: Final = "松柏梅兰竹菊荷桂枫"


def law(rows: list[list[str]]) -> str:
    """The law of these articles, each a list of paragraphs."""
    lines = [f"第{to_chinese(at)}条　" + "\n".join(row) for at, row in enumerate(rows, 1)]
    return "\n".join(["某市林木条例", *lines])


def edits(rng: random.Random) -> tuple[str, list[str], str]:
    """A law, clauses that change it, none at the place of another, and the law then."""
    rows = [[f"{root}木由甲{root}管理。", f"{root}木的乙{root}办法另行规定。"] for root in ROOTS]
    base, clauses, new = law(rows), [], []
    for at, (root, row) in enumerate(zip(ROOTS, rows, strict=True), 1):
        here, now = f"第{to_chinese(at)}条", list(row)
        for kind in rng.sample(("first", "second", "add"), rng.randint(0, 3)):
            if kind == "first":
                clauses.append(f"将{here}第一款中的“甲{root}”修改为“丙{root}”")
                now[0] = now[0].replace("甲", "丙")
            elif kind == "second":
                clauses.append(f"删去{here}第二款中的“乙{root}”")
                now[1] = now[1].replace(f"乙{root}", "")
            else:
                clauses.append(f"{here}增加一款，作为第三款：“{root}木归公。”")
                now.append(f"{root}木归公。")
        if rng.random() < 0.15:
            clauses = [clause for clause in clauses if here not in clause]
            clauses.append(f"删去{here}")
            continue
        new.append(now)
    return base, clauses, law(new)


@pytest.mark.parametrize("seed", range(30))
def test_any_split_and_any_order_give_the_same_text(seed: int):
    rng = random.Random(seed)  # a test's dice
    base, clauses, result = edits(rng)
    for _ in range(3):
        rng.shuffle(clauses)
        instructions, rest = [], list(clauses)
        while rest:
            size = rng.randint(1, 4)
            instructions.append("；".join(rest[:size]) + "。")
            rest = rest[size:]
        said = "\n".join(f"{to_chinese(number)}、{words}" for number, words in enumerate(instructions, 1))
        done = apply(base, f"{said}\n此外，对条文顺序作相应调整。")
        if clauses:
            assert done.complete, said
            assert done.text == result, said
