"""Offices that got another name, items that got another word: what became of each item is known beforehand (`members`)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lawtrack.formats import powers_listing
from lawtrack.powers import Power, PowersComparison, PowersData, compare_powers
from tests.powers.members import RENAMED, lists


def compared(old: list[Power], new: list[Power]) -> PowersComparison:
    return compare_powers(PowersData(tuple(new)), PowersData(tuple(old)))


def numbers(items: tuple[Power, ...]) -> frozenset[int]:
    return frozenset(int(dict(item.more)["号"]) for item in items)


@pytest.mark.parametrize("codes", ["kept", "anew", "dealt"])
@pytest.mark.parametrize("seed", range(4))
def test_what_became_of_each_item_however_offices_are_called(seed, codes):
    old, new, told = lists(seed, 250, codes)
    comparison = compared(old, new)
    shown = {(numbers(change.old), numbers(change.new)): change for change in comparison.changes}
    assert set(shown) == told
    assert {body.old: body.new for body in comparison.bodies} == RENAMED
    moved = sum(body.moved for body in comparison.bodies)
    merged = sum(len(change.old) for change in comparison.changes if change.kind == "merged")
    assert moved <= comparison.summary["transferred"] + merged
    assert comparison.summary["net"] == len(new) - len(old)


@pytest.mark.parametrize("seed", range(2))
def test_on_crowded_articles_nothing_wrong_is_called_sure(seed):
    old, new, told = lists(seed, 2500, "dealt")
    for change in compared(old, new).changes:
        if change.old and change.new and change.sure:
            assert (numbers(change.old), numbers(change.new)) in told, change


def item(name: str, basis: str = "《示例条例》第三条", body: str = "市甲局", kind: str = "行政处罚") -> Power:
    return Power(name, kind, body, basis=basis)


BASE = "对擅自占用道路行为的处罚"


@pytest.mark.parametrize(
    ("now", "kind", "also", "sure"),
    [
        (item("对擅自占用城市道路行为的处罚"), "renamed", (), True),
        (item("对擅自占用城市道路行为的处罚", body="市乙局"), "transferred", ("renamed",), True),
        (item("对擅自占用城市道路行为的处罚", "《示例条例》第九条"), "renamed", ("basis",), False),
        (item("对擅自占用城市道路的行政处罚", body="市乙局"), "transferred", ("renamed",), True),
        (item("对擅自占用桥梁行为的处罚"), "renamed", (), True),  # nothing else stands on that article
        (item(BASE, body="市乙局", kind="其他职权"), "transferred", ("kind-changed",), True),
    ],
)
def test_a_word_more_is_the_same_power(now, kind, also, sure):
    (change,) = compared([item(BASE)], [now]).changes
    assert (change.kind, change.also, change.sure) == (kind, also, sure)


def test_words_exchanged_on_another_article_are_another_power_or_told_as_unsure():
    changes = compared([item(BASE)], [item("对擅自占用桥梁行为的处罚", "《示例条例》第九条")]).changes
    assert [change.kind for change in changes] == ["added", "cancelled"]
    long = "对未经批准在城市人民政府规定的街道两侧堆放{}行为的处罚"
    (change,) = compared(
        [item(long.format("物料"))], [item(long.format("杂物"), "《示例条例》第九条")]
    ).changes
    assert not change.sure
    assert change.told == "变更名称、变更依据（请核对）"


def test_an_added_power_on_the_ground_of_a_like_one_is_told_beside_it():
    old = [item(BASE)]
    changes = compared(old, [*old, item("对擅自占用公共道路行为的处罚")]).changes
    added = next(change for change in changes if change.kind == "added")
    assert [one.name for one in added.perhaps] == [BASE]
    rows = powers_listing(compared(old, [*old, item("对擅自占用公共道路行为的处罚")])).rows
    assert any("可能对应" in str(cell) for cell in rows[0])


def test_the_same_name_in_several_offices_goes_by_its_ground_and_else_is_doubted():
    grounds = [f"《示例条例》第{number}条" for number in "一二三"]
    old = [item("监督检查", ground, f"市{at}局") for at, ground in enumerate(grounds)]
    new = [item("监督检查", ground, f"市{at + 10}局") for at, ground in enumerate(grounds)]
    told = {
        (change.old[0].basis, change.new[0].basis, change.sure) for change in compared(old, new[::-1]).changes
    }
    assert told == {(ground, ground, True) for ground in grounds}
    without = [[replace(one, basis="") for one in side] for side in (old, new)]
    assert not any(change.sure for change in compared(*without).changes)


def test_a_body_that_is_gone_is_told_with_its_counts():
    old = [
        item(f"对{word}行为的处罚", f"《示例条例》第{number}条")
        for word, number in zip(("甲事", "乙事", "丙事"), "一二三", strict=True)
    ]
    new = [replace(one, body="市乙局") for one in old[:2]]
    comparison = compared(old, new)
    assert [tuple(body) for body in comparison.bodies] == [("市甲局", "市乙局", 2, 3)]
    assert comparison.remarks == (
        "市甲局已不在清单中，其3项中的2项现由市乙局行使（更名或者职责划转，请核对）",
    )
    assert comparison.sentence == "共有行政职权2项，减少1项"
    assert (comparison.summary["transferred"], comparison.summary["cancelled"]) == (2, 1)
    assert comparison.to_dict()["bodies"][0]["moved"] == 2
    kept = compared(
        [*old, item("对丁事行为的处罚", "《示例条例》第四条")],
        [*new, item("对丁事行为的处罚", "《示例条例》第四条")],
    )
    assert kept.bodies == ()  # the body is still there: items went over one by one
