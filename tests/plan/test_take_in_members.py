"""Random plans as cities print them: every project, with its action, its unit, its month and its category."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

from lawtrack.plan import read_list, read_prose, read_table
from tests.plan.members import (
    Line,
    random_free_list,
    random_free_table,
    random_list,
    random_prose,
    random_report,
    random_table,
)

if TYPE_CHECKING:
    from lawtrack.plan import Item

SEEDS = [range(at, at + 75) for at in range(0, 300, 75)]
HEAD: dict[str, Any] = {"year": 2025, "title": "计划", "jurisdiction": "某市"}
KIND_OPEN = "未写明是法规还是规章"


def _said(item: Item) -> tuple[str, str, str, int, str]:
    months = [int(str(target.date)[5:7]) for target in item.targets if target.date]
    return item.title, item.action, item.drafting_unit or "", months[0] if months else 0, item.category or ""


@pytest.mark.parametrize("seeds", SEEDS, ids=str)
def test_every_list(seeds: range) -> None:
    for seed in seeds:
        text, told, ways = random_list(seed)
        items = read_list(text, **HEAD).plan.items
        expected = [(one.title, one.action, one.unit, one.month, one.band) for one in told]
        assert list(map(_said, items)) == expected, (seed, ways)
        known = [item for item in items if item.title.endswith("条例") or "人民政府2025" not in text]
        assert not any(item.note for item in known), (seed, ways)  # a government's 办法 may be either: told


@pytest.mark.parametrize("seeds", SEEDS, ids=str)
def test_every_table(seeds: range) -> None:
    for seed in seeds:
        rows, told, ways = random_table(seed)
        items = read_table(rows, **HEAD).plan.items
        expected = [(one.title, one.action, one.unit, one.month, one.band) for one in told]
        assert list(map(_said, items)) == expected, (seed, ways)
        known = [item for item in items if item.title.endswith("条例") or "人民政府2025" not in rows[0][0]]
        assert not any(item.note for item in known), (seed, ways)


@pytest.mark.parametrize("seeds", SEEDS, ids=str)
def test_every_sentence(seeds: range) -> None:
    for seed in seeds:
        text, told, ways = random_prose(seed)
        items = read_prose(text, **HEAD).plan.items
        assert [(item.title, item.action) for item in items] == [(one.title, one.action) for one in told], (
            seed,
            ways,
        )


@pytest.mark.parametrize("seeds", SEEDS, ids=str)
def test_every_report_with_what_it_says_of_its_own_number(seeds: range) -> None:
    for seed in seeds:
        text, told, aside = random_report(seed)
        found = read_prose(text, **HEAD)
        expected = [(one.title, one.action, one.unit, one.month, one.band) for one in told]
        assert list(map(_said, found.plan.items)) == expected, (seed, text)
        left = [one.words for one in found.leftovers if KIND_OPEN not in one.words]
        assert left == [f"《{aside}》"], (seed, text)
        more = read_prose(text.replace(f"《{told[-1].title}》", "某件"), **HEAD)
        assert any("原文说" in left.words for left in more.leftovers), (seed, text)


def _holds(line: Line, item: Item) -> None:
    """What the line says stands in the item."""
    assert line.action in (None, item.action), line
    assert line.unit in (None, item.drafting_unit), line
    dates = [str(target.date) for target in item.targets]
    assert line.month is None or f"2025-{line.month:02d}" in dates, line


@pytest.mark.parametrize("seeds", [range(10), range(10, 20), range(20, 30), range(30, 40)], ids=str)
def test_every_line_and_every_row_whatever_stands_around_its_title(seeds: range) -> None:
    for seed, member in product(seeds, range(10)):
        lines, text = random_free_list(seed, member)
        found = read_list(text, **HEAD)
        items = {item.title: item for item in found.plan.items}
        assert list(items) == [line.title for line in lines], text
        for line in lines:
            _holds(line, items[line.title])
        told = "\n".join(leftover.words for leftover in found.leftovers)
        assert all(note in told for item in items.values() for note in (item.note or "").split("；") if note)
        lines, rows = random_free_table(seed, member)
        items = {item.title: item for item in read_table(rows, **HEAD).plan.items}
        assert list(items) == [line.title for line in lines], rows
        for line in lines:
            _holds(line, items[line.title])
