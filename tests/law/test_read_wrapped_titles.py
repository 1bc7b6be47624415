"""A title is one title, wherever its lines break; a heading too."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawtrack.law import instruments_in, parse

TITLES = [
    "某市人民代表大会 常务委员会 关于修改 《某市 古树名木 保护条例》 的决定",
    "某市 人民代表大会 常务委员会 关于修改 《某市 绿化条例》 等三件 地方性法规的决定",
    "某市人民代表大会常务委员会 关于加强 古树名木 保护的决定",
    "某省 某自治州 古树名木 保护条例",
    "某市 城市地下管网 建设 管理办法",
    "某市 实施 《中华人民共和国 森林法》 办法",
    "中华人民共和国 古树名木 保护法 实施条例",
    "某县 人民政府 工作规则",
    "某自治县 乡村清洁 条例 （草案）",
    "某市 市容 和 环境卫生 管理规定",
    "某市人民代表大会 及其常务委员会 立法条例 （草案修改二稿）",
]
TEXTS = [
    "第一条　甲。\n第二条　乙。\n",
    "（2024年1月1日某市人民政府令第5号公布）\n第一章　总则\n第一条　甲。\n第二条　乙。\n",
    "目　录\n第一章　总则\n第二章　附则\n第一章　总则\n第一条　甲。\n第二章　附则\n第二条　乙。\n",
]


@st.composite
def wrapped(draw: st.DrawFn) -> tuple[str, str]:
    """A title and the same over two or three lines, none of which ends like a title before the last."""
    words = draw(st.sampled_from(TITLES)).split()
    cuts = sorted(draw(st.sets(st.integers(1, len(words) - 1), min_size=1, max_size=2)))
    pieces = ["".join(words[a:b]) for a, b in zip([0, *cuts], [*cuts, len(words)], strict=True)]
    return "".join(words), draw(st.sampled_from(["\n", "\n\n", "\n　　"])).join(pieces)


@given(wrapped(), st.sampled_from(TEXTS))
@settings(max_examples=400)
def test_a_title_is_whole_wherever_it_breaks(title: tuple[str, str], body: str) -> None:
    whole, printed = title
    doc = parse(f"{printed}\n{body}")
    assert doc.text == f"{printed}\n{body}"
    assert doc.title == whole
    assert len(doc.articles) == 2


@pytest.mark.parametrize(
    "above", ["某市第十届人大常委会第三次会议文件", "某市人民政府文件", "某市法规汇编", "附件2", "内部资料"]
)
@pytest.mark.parametrize("title", ["某市古树保护条例", "古树保护办法"])
def test_what_stands_above_a_title_is_not_of_it(above: str, title: str) -> None:
    assert parse(f"{above}\n{title}\n第一条　甲。\n第二条　乙。\n").title == title


def test_a_decision_and_the_text_behind_it_are_two() -> None:
    text = (
        "某市人大常委会关于修改《某市古树保护条例》的决定\n某市人大常委会决定作如下修改：\n一、第二条修改为：“乙。”\n"
        "二、删去第三条。\n本决定自公布之日起施行。\n\n某市古树保护条例\n（2024年1月1日修正）\n第一条　甲。\n第二条　乙。\n"
    )
    both = instruments_in(text)
    assert "".join(doc.text for doc in both) == text
    assert [doc.title for doc in both] == [
        "某市人大常委会关于修改《某市古树保护条例》的决定",
        "某市古树保护条例",
    ]
    assert [len(doc.articles) for doc in both] == [2, 2]


def test_a_heading_keeps_its_characters() -> None:
    doc = parse("某市條例\n第一編　總則\n第一章　一般規定\n第一節　範圍\n第一條　甲。\n第二條　乙。\n")
    assert [node.heading for node in doc.headings] == ["總則", "一般規定", "範圍"]


def test_a_number_of_old_characters_in_a_text_of_new_ones() -> None:
    assert parse("某市條例\n第一節　範圍\n第一条　甲。\n").articles
