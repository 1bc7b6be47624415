"""Units and times in every form and kind of file: read, or told with their words; none is lost, none doubled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from lawtrack.formats import read_published
from lawtrack.plan import read_prose, read_table
from tests.plan.schedules import random_schedule

if TYPE_CHECKING:
    from pathlib import Path

HEAD: dict[str, Any] = {"year": 2025, "title": "计划", "jurisdiction": "某市"}


@pytest.mark.parametrize("seeds", [range(at, at + 50) for at in range(0, 200, 50)], ids=str)
def test_every_schedule(seeds: range, tmp_path: Path) -> None:
    for seed in seeds:
        schedule = random_schedule(seed)
        file = tmp_path / f"{seed}{schedule.suffix}"
        file.write_bytes(schedule.data)
        items = read_published(file, **HEAD).plan.items
        said = [
            (
                item.title,
                item.action,
                item.drafting_unit,
                [str(target.date).lstrip("≤")[:7] for target in item.targets],
            )
            for item in items
        ]
        assert said == [
            (one.title, one.action, one.unit, [f"2025-{one.month:02d}"]) for one in schedule.told
        ], (
            seed,
            schedule.ways,
        )


def test_when_a_project_is_complete_leaves_open_which_step_that_is() -> None:
    rows = [["名称", "起草单位", "完成时间"], ["某市水车条例（制定）", "市水务局", "七月"]]
    found = read_table(rows, **HEAD)
    assert [str(target.date) for target in found.plan.items[0].targets] == ["2025-07"]
    assert ["未写明到哪一步" in left.words for left in found.leftovers] == [True]


@pytest.mark.parametrize("words", ["继续审议", "于六月继续审议"])
def test_what_goes_on_from_last_year_is_a_project(words: str) -> None:
    found = read_prose(
        f"已经列入去年计划的《某市水车条例》{words}，去年通过的《某市茶摊条例》不再列入。", **HEAD
    )
    assert [item.title for item in found.plan.items] == ["某市水车条例"]
