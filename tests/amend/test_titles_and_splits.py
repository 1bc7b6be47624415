"""A new title in its marks, and articles split beside chapters and moves."""

from __future__ import annotations

import pytest

from lawtrack.amend import apply
from tests.amend.test_write_chapters_and_annexes import TITLE, Law

BASE = Law((("总则", ("甲。", "乙。")), ("场地", ("丙。", "丁。", "戊。")), ("安全", ("己。", "庚。"))))


def amended(*instructions: str) -> tuple[str, bool]:
    numbered = "\n".join(f"{'一二三四'[n]}、{words}" for n, words in enumerate(instructions))
    closing = f"《{TITLE}》根据本决定作相应修改，重新公布。"
    done = apply(
        str(BASE), f"关于修改《{TITLE}》的决定\n作如下修改：\n{numbered}\n本决定自公布之日起施行。\n{closing}"
    )
    return done.text, done.complete


@pytest.mark.parametrize(
    "said",
    [
        "将名称修改为：《某市花会条例》。",
        "将名称修改为《某市花会条例》。",
        "名称修改为：“《某市花会条例》”。",
        "将名称修改为：“某市花会条例”。",
    ],
)
def test_a_new_title_stands_without_marks(said: str) -> None:
    assert amended(said) == (str(BASE).replace(TITLE, "某市花会条例"), True)


SPLIT = "将第二条改为两条，作为第二条、第三条，修改为：“第二条　子。\n“第三条　丑。”"


@pytest.mark.parametrize("first", [True, False])
def test_both_parts_stay_in_the_chapter(first: bool) -> None:
    gone = "删去第三条。"
    wanted = Law((("总则", ("甲。", "子。", "丑。")), ("场地", ("丁。", "戊。")), ("安全", ("己。", "庚。"))))
    assert amended(*(SPLIT, gone) if first else (gone, SPLIT)) == (str(wanted), True)


def test_behind_an_article_that_is_split_is_behind_its_parts() -> None:
    split = "将第三条改为两条，作为第三条、第四条，修改为：“第三条　子。\n“第四条　丑。”"
    wanted = Law(
        (("总则", ("甲。", "乙。")), ("场地", ("子。", "丑。", "戊。", "丁。")), ("安全", ("己。", "庚。")))
    )
    assert amended(split, "将第五条移至第三条之后，作为第五条。") == (str(wanted), True)
    assert not amended(split, "将第五条移至第三条之后，作为第六条。")[1]
