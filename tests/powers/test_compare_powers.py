"""What became of each item, whatever the order: lists made by chance, changed in known ways, shuffled."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from typing import Any

import pytest

from lawtrack.powers import (
    KINDS,
    Power,
    PowersData,
    columns,
    compare_powers,
    grounds,
    kinds,
    read_records,
    write_records,
)

CHARACTERS = [chr(code) for code in range(0x5000, 0x5800)]
BODIES = ["市城市管理局", "市公安局", "市水务局", "市民政局"]


def power(chance: random.Random, n: int) -> Power:
    name = "".join(chance.choices(CHARACTERS, k=chance.randint(8, 20)))
    basis = (
        f"《某市第{n}号条例》第{'一二三四五六七八九'[n % 9]}条：“{''.join(chance.choices(CHARACTERS, k=20))}”"
    )
    return Power(name, chance.choice(kinds()), chance.choice(BODIES), f"C{n:05}", basis=basis)


def lists(seed: int, count: int = 120):
    """An old list, a new one, and how many items met which change."""
    chance = random.Random(seed)
    old = [power(chance, n) for n in range(count)]
    new: list[Power] = []
    told = dict.fromkeys(KINDS, 0)
    for item in old:
        roll = chance.random()
        if roll < 0.08:
            told["cancelled"] += 1
            continue
        if roll < 0.14:
            new.append(replace(item, body=next(body for body in BODIES if body != item.body)))
            told["transferred"] += 1
        elif roll < 0.2:
            new.append(replace(item, name=item.name[:-2] + chance.choice(CHARACTERS)))
            told["renamed"] += 1
        elif roll < 0.26:
            new.append(replace(item, basis=item.basis.replace("第", "第十", 1)))
            told["basis"] += 1
        else:
            new.append(replace(item, basis=item.basis.replace("：", ": ")))  # no change to speak of
            told["edited"] += 1
    for n in range(9):
        new.append(power(chance, 5000 + n))
        told["added"] += 1
    if chance.random() < 0.5:  # codes given anew
        new = [replace(item, code=f"N{at}") for at, item in enumerate(new)]
    chance.shuffle(new)
    return PowersData(tuple(old)), PowersData(tuple(new)), told


@pytest.mark.parametrize("seed", range(25))
def test_each_change_is_told_and_counted(seed):
    old, new, told = lists(seed)
    found = compare_powers(new, old)
    summary = found.summary
    assert {kind: summary[kind] for kind in KINDS if kind not in {"edited", "unchanged"}} == {
        kind: count for kind, count in told.items() if kind not in {"edited", "unchanged"}
    }
    assert summary["net"] == len(new) - len(old) == summary["added"] - summary["cancelled"]


@pytest.mark.parametrize("seed", range(10))
def test_each_item_has_one_place_on_its_side(seed):
    old, new, _ = lists(seed)
    changes = compare_powers(new, old).changes
    for side, items in (("old", old.items), ("new", new.items)):
        shown = [id(item) for change in changes for item in getattr(change, side)]
        assert sorted(shown) == sorted(map(id, items))


def item(name, basis, **more):
    return Power(name, "行政处罚", "市城市管理局", basis=basis, **more)


def test_items_drawn_into_one_are_a_merger_and_cut_out_a_split():
    parts = [item("对乱倒垃圾的处罚", "《某市条例》第三条"), item("对乱泼污水的处罚", "《某市条例》第四条")]
    whole = item("对破坏环境卫生行为的处罚", "《某市条例》第三条、第四条")
    merged = compare_powers(PowersData((whole,)), PowersData(tuple(parts)))
    assert [(change.kind, len(change.old)) for change in merged.changes] == [("merged", 2)]
    assert (merged.summary["merged"], merged.summary["net"]) == (1, -1)
    kept = item("对乱倒垃圾的处罚", "《某市条例》第三条、第四条")
    split = compare_powers(PowersData(tuple(parts)), PowersData((kept,)))
    assert [(change.kind, len(change.new)) for change in split.changes] == [("split", 2)]


def test_a_code_used_again_is_no_identity():
    old = PowersData((item("对擅自挖掘道路的处罚", "《甲条例》第一条", code="A1"),))
    new = PowersData((item("养犬登记管理检查办法", "《乙条例》第九条", code="A1"),))
    assert [change.kind for change in compare_powers(new, old).changes] == ["added", "cancelled"]


def test_the_same_name_twice_is_two_items():
    twice = (item("行政检查", "《甲条例》第一条"), item("行政检查", "《乙条例》第二条"))
    found = compare_powers(PowersData(twice[::-1]), PowersData(twice))
    assert {change.kind for change in found.changes} == {"unchanged"}


@pytest.mark.parametrize(
    ("before", "now", "sentence"),
    [
        (5, 3, "共有行政职权3项，减少2项"),
        (3, 5, "共有行政职权5项，增加2项"),
        (3, 3, "共有行政职权3项，数量未变"),
    ],
)
def test_every_number_of_the_sentence_is_computed(before, now, sentence):
    chance = random.Random(1)
    items = tuple(power(chance, n) for n in range(9))
    assert compare_powers(PowersData(items[:now]), PowersData(items[:before])).sentence == sentence


def test_sums_by_kind_add_up():
    counts = {"行政许可": 130, "行政确认": 43, "行政处罚": 2152, "其他职权": 387}
    items = tuple(Power(f"{kind}{n}", kind, "某局") for kind, count in counts.items() for n in range(count))
    found = PowersData(items)
    assert found.by_kind == {"行政许可": 130, "行政处罚": 2152, "行政确认": 43, "其他职权": 387}
    assert sum(found.by_kind.values()) == len(found) == sum(found.by_body.values())


def test_ten_thousand_items_take_two_seconds_at_most():
    old, new, _ = lists(1, 10_000)
    start = time.process_time()
    compare_powers(new, old)
    assert time.process_time() - start < 6  # two on a machine that has nothing else to do


def test_records_come_back():
    chance = random.Random(3)
    items = tuple(replace(power(chance, n), note='逗号,引号"\n换行') for n in range(20))
    assert read_records(write_records(items)) == items


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        ("《某法》第三条", [("某法", "第三条", "")]),
        (
            "1.《某法》（2018年修正）第三条：“应当登记。” 2.《某条例》第四条第二款",
            [("某法", "第三条", "应当登记。"), ("某条例", "第四条第二款", "")],
        ),
        ("《某法》第三条、第五条", [("某法", "第三条", ""), ("某法", "第五条", "")]),
        ("《某市〈某法〉实施办法》第八条", [("某市〈某法〉实施办法", "第八条", "")]),
        ("《某规划》", [("某规划", "", "")]),
        ("三定方案", []),
    ],
)  # fmt: skip
def test_a_cell_of_basis_is_taken_apart(basis, expected):
    assert [tuple(ground) for ground in grounds(basis)] == expected


@pytest.mark.parametrize(
    "field", ["unit", "level", "duties", "accountability", "note", "kind", "body", "basis", "code"]
)
def test_a_column_that_one_list_does_not_have_is_no_change_of_each_item(field):
    full = [
        Power(f"{thing}登记", "行政确认", "市甲局", f"A{n}", unit="一科", level="市级", duties="受理。", accountability="追责。",
              note="无", basis=f"《某市条例》第{number}条", more=(("电话", "1"),))
        for n, (thing, number) in enumerate(zip("船车犬", "一二三", strict=True))
    ]  # fmt: skip
    nothing: dict[str, Any] = {field: ""}
    other: dict[str, Any] = {field: "另"}
    bare = [replace(one, **nothing) for one in full]
    for old, new in ((full, bare), (bare, full)):
        found = compare_powers(PowersData(tuple(new)), PowersData(tuple(old)))
        assert found.summary["unchanged"] == 3
        assert any(columns()[field][0] in remark for remark in found.remarks)
    one = [replace(full[0], **other), *full[1:]]
    assert compare_powers(PowersData(tuple(one)), PowersData(tuple(full))).summary["unchanged"] == 2


def test_an_edited_item_names_the_columns_in_which_it_differs():
    old, new = (
        PowersData((Power("养犬登记", code=code, body="市公安局", note="略", more=(("电话", tel),)),))
        for code, tel in (("A1", "110"), ("B1", "119"))
    )
    (change,) = compare_powers(new, old).changes
    assert (change.kind, change.columns) == ("edited", ("电话", "职权编码"))
    assert "职权编码" in change.told
