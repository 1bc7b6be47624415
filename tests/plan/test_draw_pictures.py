from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from lawtrack.formats import pictures, pictures_images
from lawtrack.formats.plan.pictures import funnel_svg, lateness_svg
from lawtrack.formats.plan.tallies import Tally, by_stage, by_unit
from lawtrack.formats.plan.timeline import timeline_svg
from lawtrack.plan import Plan

SAMPLE = Path(__file__).parents[2] / "plans" / "2020.yaml"
OFFICE = """
year: 2026
title: 计划
jurisdiction: 某市
items:
- id: air
  title: 某市<script>alert(1)</script>大气&条例
  instrument: local-regulation
  action: enact
  drafting_unit: 甲局
  targets: [{stage: introduced, date: 3月底前}, {stage: first-reading, date: 8月}]
  milestones:
  - {stage: proposed, date: 2025-11-20}
  - {stage: introduced, date: 2026-05-08}
  - {stage: first-reading, date: ≤2026-05-20}
- {id: noise, title: 噪声条例, instrument: government-rule, action: enact}
"""


@pytest.fixture(scope="module")
def plan() -> Plan:
    return Plan.load(SAMPLE)


def words(svg: str) -> list[str]:
    """What stands on the picture, without tooltips."""
    return [node.text or "" for node in etree.fromstring(svg).iter("{*}text")]


def test_timeline_names_what_happened_what_is_planned_and_what_the_law_sets(plan: Plan) -> None:
    drawn = timeline_svg([plan], "2020-09-01")
    assert {"征求意见", "省人大常委会批准 12-28", "2020-09-01", "未见公开信息"} <= set(words(drawn))
    assert drawn.count('fill="url(#hatch)"') == 1
    office = timeline_svg([Plan.read(OFFICE)], "2026-06-01")
    assert {"提请审议", "一审", "← 立项"} <= set(words(office))
    assert office.count("l6 7l-6 7l-6 -7z") == 2


def test_what_had_not_happened_by_the_day_is_not_on_the_picture(plan: Plan) -> None:
    assert "2020-08-28" in timeline_svg([plan], "2020-08-28")
    assert "2020-08-28" not in timeline_svg([plan], "2020-08-27").replace("截至2020-08-27", "")


def test_a_vague_date_is_a_hollow_mark_and_a_known_one_is_full() -> None:
    drawn = timeline_svg([Plan.read(OFFICE)], "2026-06-01")
    tips = {stage: fill for fill, stage in re.findall(r'fill="(#\w+)" stroke="#1f4e79"><title>(\S+)', drawn)}
    assert tips == {"提请审议": "#1f4e79", "一审": "#fff"}


def test_bars_count_items_by_stage_and_limits_by_unit(plan: Plan) -> None:
    assert by_stage([plan], "2020-09-01")[-1] == Tally("未见公开信息", 4)
    assert sum(tally.count for tally in by_stage([plan], "2020-09-01")) == 12
    assert by_unit([Plan.read(OFFICE)], "2026-06-01")[0] == Tally("甲局", 2, late=1)
    assert "2（其中逾期1）" in words(lateness_svg([Plan.read(OFFICE)], "2026-06-01"))
    assert "各环节项目数（截至2020-09-01）" in words(funnel_svg([plan], "2020-09-01"))


def test_labels_of_one_line_never_stand_across_each_other() -> None:
    from lawtrack.formats.plan.screen import width

    stages = ("proposed", "drafting", "submitted", "government-review", "introduced")
    days = ("2026-02-01", "2026-02-21", "2026-03-13", "2026-04-02", "2026-04-22")
    crowded = "\n".join(
        f"  - {{stage: {stage}, date: {day}}}" for stage, day in zip(stages, days, strict=True)
    )
    plan = Plan.read(OFFICE.partition("  milestones")[0] + "  milestones:\n" + crowded)
    small = [
        (float(node.get("x") or 0), node.text or "")
        for node in etree.fromstring(timeline_svg([plan], "2026-06-01")).iter("{*}text")
        if node.get("font-size") == "10" and float(node.get("y") or 0) < 66
    ]
    ends = [(x - width(text) * 2.5, x + width(text) * 2.5) for x, text in sorted(small)]
    assert 1 < len(ends) < len(stages)
    assert all(one[1] <= other[0] for one, other in pairwise(ends))
    assert small[0][1] == "提请审议"


def test_words_of_a_plan_stay_words_and_nothing_is_fetched() -> None:
    plan = Plan.read(OFFICE)
    for svg in pictures([plan], "2026-06-01").values():
        root = etree.fromstring(svg)
        assert {etree.QName(node).localname for node in root.iter()} <= {
            "svg", "title", "defs", "pattern", "rect", "path", "text", "g", "circle",
        }  # fmt: skip
        assert not re.search(r"href|https?://(?!www\.w3\.org/2000/svg)|url\((?!#hatch)", svg)
    assert "<script" not in pictures_images([plan], "2026-06-01")
