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


def test_behind_an_article_is_behind_what_is_cut_from_it() -> None:
    base = "某市灯会规定\n第一条　甲。\n乙。\n第二条　丙。\n第三条　丁。\n第四条　戊。\n"
    cut = "将第一条第二款改为第二条，修改为：“子。”"
    done = apply(base, f"一、{cut}\n二、将第三条移至第一条之后，作为第三条。")
    wanted = "某市灯会规定\n第一条　甲。\n第二条　子。\n第三条　丁。\n第四条　丙。\n第五条　戊。\n"
    assert (done.text, done.complete) == (wanted, True)


@pytest.mark.parametrize(
    "said", ["对第四条作如下修改：", "对第四条的内容作以下修改：", "对第四条作出如下修改："]
)
def test_a_new_text_behind_what_is_about_the_article(said: str) -> None:
    assert amended(f"{said}“子。”", "删去第五条。") == (
        str(BASE)
        .replace("丁。", "子。")
        .replace("第五条　戊。\n", "")
        .replace("第六条", "第五条")
        .replace("第七条", "第六条"),
        True,
    )


@pytest.mark.parametrize(
    ("number", "closing", "complete"),
    [("三", True, True), ("二", True, True), ("三", False, False), ("五", True, False)],
)
def test_the_old_number_in_new_text_where_the_articles_are_counted_anew(
    number: str, closing: bool, complete: bool
) -> None:
    base = "某市灯会规定\n第一条　甲。\n第二条　乙。\n第三条　丙。\n"
    said = f"一、删去第一条。\n二、将第三条修改为：“第{number}条　子。”\n" + (
        "条文顺序作相应调整。" if closing else ""
    )
    done = apply(base, said)
    assert done.complete == complete
    assert done.text == "某市灯会规定\n第一条　乙。\n第二条　子。\n"
