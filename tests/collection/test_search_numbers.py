"""Numbers in a search are values: every spelling is found, and no number is found in another."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from lawtrack.collection import Collection
from lawtrack.law import to_chinese

if TYPE_CHECKING:
    from pathlib import Path


def spoken(number: int) -> str:
    many, few = divmod(number, 10_000)
    gap = "零" if many and 0 < few < 1000 else ""
    return (f"{to_chinese(many)}万" if many else "") + gap + (to_chinese(few) if few else "")


def spellings(number: int) -> list[str]:
    """How drafters and clerks write a number, by another road than the one that is tested."""
    ways = [str(number), f"{number:,}", spoken(number), spoken(number).replace("二千", "两千")]
    ways += [f"{number / 10_000:g}万"] if number >= 1000 and not number % 100 else []
    ways += [f"{number // 1000}千"] if number >= 1000 and not number % 1000 else []
    ways += [f"{number // 10_000}万{number % 10_000}"] if number > 11_000 and number % 10_000 >= 1000 else []
    return [*ways, str(number).translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})]


VALUES = (
    5,
    10,
    15,
    20,
    25,
    50,
    200,
    500,
    1500,
    2000,
    2500,
    5000,
    15_000,
    25_000,
    50_000,
    105_000,
    150_000,
    500_000,
)
UNITS = ("元", "日", "个工作日", "倍", "平方米")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Collection, list[tuple[str, int, str]]]:
    """Each value in each of its spellings before a unit, and which instrument says what."""
    folder: Path = tmp_path_factory.mktemp("numbers")
    chance = random.Random(3)
    said: list[tuple[str, int, str]] = []
    (folder / "in").mkdir()
    for value in VALUES:
        for way in spellings(value):
            unit = chance.choice(UNITS)
            name = f"in/{len(said):03}.txt"
            before = chance.choice(("不超过", "为", "处，", "限定（", "第一，", "\n"))
            words = f"某市规定\n第一条　数额{before}{way}{unit}以上。"
            (folder / name).write_text(words, encoding="utf-8")
            said.append((name, value, unit))
    return Collection.build([folder / "in"], folder / "out"), said


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("unit", UNITS)
def test_a_number_is_found_in_every_spelling_and_in_no_other_number(made, value, unit):
    city, said = made
    expected = [name for name, number, its in said if (number, its) == (value, unit)]
    for way in spellings(value):
        for word in (f"{way}{unit}", f"{way}{unit}以上"):
            found = city.search([word])
            assert found["instrument"].tolist() == expected, word
            limited = city.search([word], limit=1).attrs
            assert limited["total"] == len(expected)
        assert all(unit in row.text[row.marks[0][0] : row.marks[0][1]] for row in found.itertuples())


@pytest.mark.parametrize("value", VALUES)
def test_a_number_alone_stands_whole(made, value):
    city, said = made
    for way in dict.fromkeys((str(value), spoken(value) if value > 10 else str(value))):
        found = city.search([way])["instrument"].tolist()
        assert set(found) <= {name for name, number, _ in said if number == value}
        assert found


@pytest.mark.parametrize(
    ("text", "words", "other"),
    [
        ("实行统一一次性告知", ["统一", "一次性", "一次性告知"], []),
        ("适用第三十条和三方的规定", ["第三十条", "三方", "第30条"], ["第三条", "第十条", "第三"]),
        ("十分重要，三十分钟内", ["十分重要", "三十分钟"], ["十分钟"]),
        ("二〇二〇年五月", ["2020年", "二零二零年", "5月"], ["2002年", "〇二〇年五日"]),
        ("百分之五十的万元以上", ["百分之五十", "万元"], ["百分之五"]),
        ("型号为A4的3.5倍", ["A4", "a4", "3.5倍"], ["5倍", "四"]),
        ("人民币5000万元", ["5000万元", "五千万元", "0.5亿元"], ["5000元", "5000", "万5000元"]),
    ],
)  # fmt: skip
def test_numbers_in_words_that_are_none(tmp_path, text, words, other):
    (tmp_path / "a.txt").write_text(f"某市规定\n第一条　{text}。", encoding="utf-8")
    city = Collection.build([tmp_path / "a.txt"], tmp_path / "out")
    assert [word for word in words if len(city.search([word])) != 1] == []
    assert [word for word in other if len(city.search([word]))] == []
