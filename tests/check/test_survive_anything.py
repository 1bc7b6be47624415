"""Whatever is thrown at them, reading and checking give an answer: a fixed budget here, LAWTRACK_FUZZ for a long one."""

from __future__ import annotations

import os
import random

import pytest

from lawtrack.check import check
from lawtrack.law import citations, parse, read_history, render

BUDGET = int(os.environ.get("LAWTRACK_FUZZ", "400"))
PIECES = (
    *"第一二三四十百千万零〇0９条條款项目章节编之前本上该（）()、，。；：“”《》\n\n\n　 \t\r\u2028\u000b#",
    "第一条", "第二条", "第千条", "第十条之", "总则", "附则", "目录", "附件", "（一）", "（二）", "一、", "1.",
    "某市条例", "的决定", "<b>", "&nbsp;", "\ue000", "\U000f0000", "第四〇〇〇〇条", "2024年1月1日", "市长 某某",
    "发布时间：", "关于征求意见的公告", "违反本条例", "处罚：", "0米",
)  # fmt: skip


def survive(text: str) -> None:
    doc = parse(text)
    assert doc.text == text
    check(doc)
    citations(doc)
    read_history(doc)
    assert parse(render(doc)).text == render(doc)


@pytest.mark.parametrize(
    "text",
    [
        "第一条\n第二条\n总则\n第一条",
        "第千条\u2028第三章\n第十条之",
        "条\r第三章<b>将",
        "第一条\ue000甲\n第二条\U000f0000乙",
        "第四〇〇〇〇条　甲\n第四〇〇〇一条　乙",
        "关于征求意见的公告\n附件\n第一条",
    ],
)
def test_what_was_once_raised(text: str) -> None:
    survive(text)


def test_random_pieces() -> None:
    chance = random.Random(20240101)
    for _ in range(BUDGET):
        survive("".join(chance.choices(PIECES, k=chance.randint(1, 40))))
