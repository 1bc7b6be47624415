"""Everyday wordings, each with what it must give: no two are worded alike, and none is from a real text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from lawtrack.amend import apply

GIVEN: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "wordings.yaml").read_text(encoding="utf-8"))
OPENING = (
    "关于修改《某市游船管理条例》的决定\n某市人民代表大会常务委员会决定对《某市游船管理条例》作如下修改：\n"
)
ENDING = "\n本决定自公布之日起施行。"


@pytest.mark.parametrize("wording", GIVEN["wordings"], ids=lambda wording: wording["name"])
def test_an_everyday_wording_gives_the_text_that_it_says(wording: dict[str, Any]) -> None:
    text = "".join(apply(GIVEN["base"], OPENING + wording["decision"] + ENDING).text.split())
    assert [words for words in wording["there"] if "".join(words.split()) not in text] == []
    assert [words for words in wording.get("gone", ()) if words in text] == []


@pytest.mark.parametrize(
    "decision",
    [
        "一、将第二条分为两条，作为第二条、第三条。",
        "一、将第二条第一款分为两款，作为第一款、第二款。",
        "一、将第三条移至第五条附近。",
        "一、将第六条与第三章的顺序对调。",
        "一、将第二条中第五个“航务部门”修改为“港航部门”。",
    ],
)
def test_what_the_words_leave_open_is_reported_and_not_guessed(decision: str) -> None:
    done = apply(GIVEN["base"], OPENING + decision + ENDING)
    assert not done.complete
    assert any(outcome.faults for outcome in done.instructions)


PACKAGE = "某市人民政府关于修改部分规章的决定\n市人民政府决定对下列规章作如下修改：\n"
RULES = "某市河湖管理办法\n第一条　水务部门负责河湖管理。\n第二条　每6个月巡查一次。\n第三条　本办法由水务部门解释。"


@pytest.mark.parametrize(
    "titles", ["《甲市绿化办法》《某市河湖管理办法》", "《甲市绿化办法》、《某市河湖管理办法》等规章"]
)
def test_a_word_changed_in_several_instruments_changes_in_each(titles: str) -> None:
    done = apply(
        RULES, PACKAGE + f"一、将{titles}中的“水务部门”统一修改为“河湖部门”。\n本决定自公布之日起施行。"
    )
    assert done.text == RULES.replace("水务部门", "河湖部门")
    assert done.complete
