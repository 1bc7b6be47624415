"""Damaged decisions: nothing raises, whatever stands in them. A fixed budget here, more with LAWTRACK_FUZZ=20 by hand."""

from __future__ import annotations

import os
from random import Random

import pytest

from lawtrack.amend import apply, read
from tests.amend.sentences import case

MORE = int(os.environ.get("LAWTRACK_FUZZ", "1"))
BITS = (
    # signs of the grammar, characters of the private use area, absurd numbers
    "\ue000 \uf000 \uf8ff \ue123 \U000f0000 第四〇〇〇〇条 改为 “ ” 《 》 修改为： 删去 增加一条，作为 "
    "第千条 第 条 款 项 （一） 、 ， "
    "。 ： 合并 章 将 除 外 各项 "
    "修改后的 第一自然段 并入 包括 \" ' 一、 十 零零零 \x00 条之 "
    "第零条 第万条 亿 表 附件 第一章 本决定自"
).split(" ")


def damaged(text: str, random: Random) -> str:
    signs = list(text)
    for _ in range(random.randint(1, 6)):
        at, kind = random.randrange(len(signs) + 1), random.random()
        if kind < 0.5:
            signs[at:at] = list(random.choice([*BITS, "\u2028", "\n"]))
        elif kind < 0.8:
            del signs[at : at + random.randint(1, 6)]
        else:
            start = random.randrange(len(signs) + 1)
            signs[at:at] = signs[start : start + random.randint(1, 30)]
    return "".join(signs)


def test_no_damage_to_decision_or_base_raises():
    random = Random(20)
    for _ in range(120 * MORE):
        made = case(random.randrange(10**6))
        decision = damaged(made.decision(), random)
        base = damaged(made.base, random) if random.random() < 0.3 else made.base
        apply(base, decision).to_dict()


def test_no_jumble_of_the_grammar_raises():
    random = Random(21)
    for _ in range(400 * MORE):
        words = "".join(random.choice(BITS) for _ in range(random.randint(1, 20)))
        read(words).to_dict()


@pytest.mark.parametrize(
    "words",
    [
        "第四〇〇〇〇条改为“存",
        "将\ue000第一条修改为：“\uf000甲。”",
        "\uf8ff",
        "一、第\ue001条“\ue002”修改为“\ue003”。",
    ],
)
def test_private_characters_and_absurd_numbers_are_words_like_others(words: str):
    base = "某市条例\n第一条　甲\ue002。\n第四〇〇〇〇条　乙。"
    done = apply(base, words)
    assert not done.complete or "\ue003" in done.text


def test_private_characters_in_new_text_come_out():
    done = apply("某市条例\n第一条　甲。", "一、将第一条修改为：“甲\ue000\uf123。”")
    assert done.text.endswith("第一条　甲\ue000\uf123。")
