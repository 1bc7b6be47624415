"""Two instruments in one text, whatever annex of the first stands between them and however each counts its articles."""

from __future__ import annotations

from itertools import product
from typing import Final

import pytest

from lawtrack.law import instruments_in, parse, to_chinese

FIRST: Final = ("为了办好灯会，制定本规定。", "灯会名录见附件。", "本规定自2024年1月1日起施行。")
SECOND: Final = ("为了办好龙舟赛，制定本规定。", "龙舟应当登记。", "本规定自2024年2月1日起施行。")
NOTES: Final = ("", "（2023年11月1日某市人民政府第二次常务会议通过）\n")
COUNTS: Final = ("第{}条　", "{}、")
ANNEXES: Final = (
    "",
    "附件：灯会名录\n一、东门灯会\n二、西门灯会\n",
    "附件：灯会名录\n（一）东门灯会\n（二）西门灯会\n",
    "附表\n类别\t数量\n甲\t1\n",
    "附件\n灯会名录\n东门灯会\n西门灯会\n",
    "附件1：名录\n东门灯会\n附件2：线路图\n西门至东门\n",
    "附件：灯会守则\n第一条　不攀爬灯柱。\n第二条　不携带火种。\n",
)


def written(title: str, note: str, count: str, articles: tuple[str, ...]) -> str:
    lines = (count.format(to_chinese(at)) + words for at, words in enumerate(articles, 1))
    return f"{title}\n{note}" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(("annex", "gap"), list(product(ANNEXES, ["", "\n"])))
@pytest.mark.parametrize(("counts", "note"), list(product(product(COUNTS, COUNTS), NOTES)))
def test_the_second_is_told_and_read(counts: tuple[str, str], note: str, annex: str, gap: str) -> None:
    first = written("某市灯会规定", note, counts[0], FIRST) + annex + gap
    text = first + written("某市龙舟规定", note, counts[1], SECOND)
    both = instruments_in(text)
    assert [(doc.title, len(doc.articles)) for doc in both] == [("某市灯会规定", 3), ("某市龙舟规定", 3)]
    assert "".join(doc.text for doc in both) == text
    told = [one.details["title"] for one in parse(text).problems if one.code == "law.another-instrument"]
    assert told == ["某市龙舟规定"]


OWN_OF_AN_ANNEX: Final = (
    "附件：灯会管理守则\n第一条　不攀爬灯柱。\n第二条　不携带火种。\n",
    "附件1：名录\n东门灯会\n附件2：灯会管理办法\n第一条　不攀爬灯柱。\n第二条　不携带火种。\n",
    "附件1：名录\n东门灯会\n附件2\n灯会管理办法\n第一条　不攀爬灯柱。\n第二条　不携带火种。\n",
    "附件：章程示范文本\n（2024年版）\n灯会协会章程\n第一条　本会为灯会协会。\n第二条　会员应当缴纳会费。\n",
    "附件：废止的文件\n1.某市灯会暂行规定\n2.某市花灯规定\n",
)


@pytest.mark.parametrize("annex", OWN_OF_AN_ANNEX)
def test_what_an_annex_holds_is_no_second_instrument(annex: str) -> None:
    text = written("某市灯会规定", "", COUNTS[0], FIRST) + annex
    assert len(instruments_in(text)) == 1


@pytest.mark.parametrize("lead", ["应当依照下列规定：", "应当执行以下文件，"])
def test_a_list_of_titles_in_an_article_begins_nothing(lead: str) -> None:
    text = f"某市灯会规定\n第一条　主办者{lead}\n某市花灯规定\n一、花灯应当登记；\n二、灯谜应当登记。\n"
    assert len(instruments_in(text)) == 1
