"""A search that finds nothing says what the same finds asked otherwise; odd ways of asking find what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lawtrack.cli import main
from lawtrack.collection import Collection
from lawtrack.errors import UnusableInput

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """某市游船条例
（2020年5月1日某市人民代表大会常务委员会通过）
第一条　游船应当登记，“文明乘船”由码头宣传。
第二条　依照《某法》第三十三条，单位ＡＰＰ应当公示名录。
第三条　违反的，处五千元以上18000元以下罚款，补贴50％。
第四条　下列场所禁止停靠：
（一）浅滩；
（二）桥下。
"""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    folder: Path = tmp_path_factory.mktemp("otherwise")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    return Collection.build([folder / "a.txt"], folder / "out")


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("“文明乘船”", "第一条"), ('"文明乘船"', "第一条"), ("文明乘船", "第一条"), ("游船　登记", "第一条"),
        ("app", "第二条"), ("ＡＰＰ", "第二条"), ("50%", "第三条"), ("１８０００元", "第三条"), ("5千元", "第三条"),
        ("《某法》第三十三条", "第二条"), ("0.5万元以上一万八千元", "第三条"),
    ],
)  # fmt: skip
def test_marks_widths_and_blanks_do_not_matter(city, words, label):
    found = city.search(words)
    assert (found["label"].tolist(), found.attrs["advice"]) == ([label], ())


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"words": "游船、登记"}, "分开找“游船 登记”：1处"),
        ({"words": "游船，登记"}, "分开找“游船 登记”：1处"),
        ({"words": "游船 AND 登记"}, "分开找“游船 登记”：1处"),
        ({"words": "游船*"}, "分开找“游船”：1处"),
        ({"words": "游船 缆车"}, "只找“游船”：1处"),
        ({"words": "某法第三十三条"}, "“某法第三十三条”不计书名号、引号和括号：1处以上"),
        ({"words": "罚款", "penalties": True}, "不限法律责任一章：1处"),
        ({"words": "罚款", "level": "item"}, "不限条款项层级：1处"),
        ({"words": "罚款", "since": "2021"}, "不限起始日期：1处"),
        ({"words": "罚款", "kind": "law"}, "不限法规种类：1处"),
        ({"words": "罚款", "fine": (1, 100)}, "不限罚款数额：1处"),
        ({"words": "罚款", "title": "缆车"}, "不限题目：1处"),
    ],
)
def test_what_finds_nothing_says_what_finds_something(city, asked, told):
    found = city.search(**asked)
    assert len(found) == 0
    assert told in found.attrs["advice"]


def test_nothing_is_advised_where_nothing_helps(city):
    assert city.search("缆车").attrs["advice"] == ()
    for words in ("？", "8000元", "千元", "2万5千元", "万元", "元", "０元", "1.5元", "五.五元"):
        assert city.search(words).attrs["advice"] == ()


def test_titles_in_marks_and_ranges_the_wrong_way_round_are_understood(city):
    assert city.search("罚款", title="《某市游船条例》")["label"].tolist() == ["第三条"]
    assert city.search("罚款", fine=(9000, 6000))["label"].tolist() == ["第三条"]


@pytest.mark.parametrize("day", ["2020年5月", "2020.5.1", "2020-5-1", "去年"])
def test_a_date_in_another_form_is_refused(city, day):
    with pytest.raises(UnusableInput, match="2020-05-01"):
        city.search("罚款", since=day)


def test_the_command_says_it_too(city, capsys):
    main(["collection", "search", "游船、登记", "--in", str(city.folder)])
    assert "分开找“游船 登记”：1处" in capsys.readouterr().err
