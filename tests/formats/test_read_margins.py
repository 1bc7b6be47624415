"""Texts with something before every line or on every page: quoted mail, line numbers, bars, running heads."""

from __future__ import annotations

import warnings
from itertools import product
from typing import TYPE_CHECKING, Final

import pytest

from lawtrack.formats import read_data
from lawtrack.law import Instrument, parse, to_chinese

if TYPE_CHECKING:
    from collections.abc import Callable

PLAIN: Final = (
    "某市公共浴场条例\n第一章　总则\n第一条　为了甲，制定本条例。\n第二条　下列乙：\n（一）丙；\n（二）丁。\n戊己庚辛。\n"
    "第二章　附则\n第三条　本条例自公布之日起施行。\n"
)
WAYS: Final[dict[str, Callable[[int, str], str]]] = {
    "mail": lambda _, line: f"> {line}",
    "mail in mail": lambda _, line: f">> {line}",
    "spaced": lambda _, line: f"> > {line}",
    "full width": lambda _, line: f"＞{line}",
    "bar": lambda _, line: f"| {line}",
    "row": lambda _, line: f"| {line} |",
    "number": lambda at, line: f"{at} {line}",
    "aligned": lambda at, line: f"{at:>4}\t{line}",
    "colon": lambda at, line: f"{at}: {line}",
    "numbered bar": lambda at, line: f"{at:>3}| {line}",
    "json": lambda _, line: f'  "{line}",',
    "quoted": lambda _, line: f'"{line}"',
}
"""What programs make of a line, by its number in the file."""


def shape(doc: Instrument) -> list[tuple[str, str, str]]:
    return [(node.eid, node.heading, node.words) for top in doc.body for node in top.walk()]


@pytest.mark.parametrize(("way", "blanks", "above"), list(product(WAYS, (False, True), (False, True))))
def test_what_stands_before_every_line_is_left_out(way: str, blanks: bool, above: bool) -> None:
    quoted = way in ("mail", "mail in mail", "spaced", "full width")
    head = "在 2024年1月2日，张某 写道：\n\n" if above and quoted else ""
    rows = PLAIN.rstrip().replace("\n", "\n\n" if blanks else "\n").split("\n")
    shown = [WAYS[way](at, line) if line else "" for at, line in enumerate(rows, 1)]
    read = read_data((head + "\n".join(shown) + "\n").encode(), "a.txt")
    assert shape(parse(read.text)) == shape(parse(PLAIN))
    assert [told.code for told in read.warnings] == ["formats.margin"]
    assert read.text.count("\n") == head.count("\n") + len(rows)


@pytest.mark.parametrize(
    "words",
    [
        "某市公约规定\n1. 甲。\n2. 乙。\n3. 丙。\n",
        "某市公约规定\n第一条　甲：\n1 乙\n2 丙\n3 丁\n第二条　戊。\n",
        "某市公约规定\n第一条　昼间噪声\n>80分贝\n＞90分贝\n第二条　戊。\n",
        "某市公约规定\n第一条　表\n| 甲 | 乙 |\n| 丙 | 丁 |\n第二条　戊。\n",
        "某市公约规定\n第一条　甲。\n“第二条　乙。”\n",
    ],
)
def test_what_is_of_the_text_stays(words: str) -> None:
    read = read_data(words.encode(), "a.txt")
    assert read.text == words
    assert read.warnings == ()


def test_a_quotation_within_an_article() -> None:
    read = read_data("某市公约规定\n第一条　甲。\n> 注：乙。\n第二条　丙。\n".encode(), "a.txt")
    assert read.text == "某市公约规定\n第一条　甲。\n注：乙。\n第二条　丙。\n"


HEADS: Final = (
    "某市人大常委会公报　2020年第3号",
    "某市公共浴场条例",
    "某市公报·{page}·",
    "内部资料 注意保存",
)
NUMBERS: Final = ("— {page} —", "- {page} -", "第 {page} 页 共 9 页", "{page}/9")


@pytest.mark.parametrize(("head", "number", "under"), list(product(HEADS, NUMBERS, (False, True))))
def test_the_head_of_every_page_is_left_out(head: str, number: str, under: bool) -> None:
    articles = [
        f"第{to_chinese(n)}条　市人民政府应当定期向社会公布第{n}种\n信息并且接受监督。" for n in range(1, 5)
    ]
    text = "某市公共浴场条例\n"
    for page, article in enumerate(articles, 1):
        first, second = article.split("\n")
        between = [number.format(page=page), head.format(page=page)]
        text += "\n".join([first, *(reversed(between) if under else between), second, ""])
    read = read_data(text.encode(), "a.txt")
    assert [told.code for told in read.warnings] == ["formats.page-heads"]
    assert [node.children[0].words for node in parse(read.text).articles] == [
        f"市人民政府应当定期向社会公布第{n}种信息并且接受监督。" for n in range(1, 5)
    ]
    assert read.place(read.text.split("\n").index("第三条　市人民政府应当定期向社会公布第3种") + 1) == 10


@pytest.mark.parametrize("label", ["第⼀条", "第⼗⼆条", "第⼋条"])
def test_radicals_are_hanzi(label: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        text = read_data(f"某市公约规定\n{label}　⼈⼤⽴法。\n".encode(), "a.txt").text
    assert "人大立法" in text
    assert parse(text).articles[0].number[0] in (1, 12, 8)
