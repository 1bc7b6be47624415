"""`fold`: what two texts must share to say the same, stretch by stretch as by the whole line."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawtrack.compare import comparing
from lawtrack.compare.folding import FOLDS, fold
from lawtrack.law import parse

SIGNS = st.sampled_from("条例零〇○、。，（）“”《》－—１①㎡ｶﾞ　 \n\u0301\ufe00\uac00\u1100\u1161甲")


@given(st.text(SIGNS, max_size=30) | st.text(max_size=30))
def test_the_key_of_a_line_is_the_key_of_its_stretches(text: str) -> None:
    whole = (unicodedata.normalize("NFKC", line.translate(FOLDS)) for line in text.split("\n"))
    assert fold(text) == "".join("".join(line.split()) for line in whole)


MARKS = ("— 3 —", "第3页", "12", "１２", "P12", "〔3〕", "[3]", "3/12", "-----", "·3·", "— 三 —")


@pytest.mark.parametrize(
    "wrapped",
    [
        "{}",
        "{}\r\n",
        "<p>{}</p>",
        "　{}　",
        "{}\u200b",
        "#{}",
        *[f"{{}}\n{mark}\n向社会公布。" for mark in MARKS],
    ],
)
@pytest.mark.parametrize(
    "words",
    [
        "为了健康，制定本条例。\n有下列情形的：\n（一）甲；\n (二) 乙１２％；\n1. 丙 丁",
        "〖目的〗为了健\n康，“制定”本条例。\n（\n一）甲；（二）乙。\n\n丙",
        "甲\t乙\t丙\n丁\t戊\t己",
        "市人民政府应当定期",
        "P12\n市人民政府应当定期",
    ],
)
def test_a_key_is_folded_of_the_letters_where_they_are_plain(wrapped: str, words: str) -> None:
    """What is compared as it stands in the source has the key of the words that the tree gives."""
    articles = parse("第一条　" + wrapped.format(words) + "\n第二条　" + words).articles
    nodes = [node for article in articles for node in article.walk()]
    assert len(nodes) > len(articles)
    assert comparing._keys(nodes, [])[0] == [fold(node.words) for node in nodes]
