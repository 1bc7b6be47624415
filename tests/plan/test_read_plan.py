from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from lawtrack.errors import InvalidRecord, UnusableInput
from lawtrack.plan import Change, Item, Milestone, Plan, Source, Target, Task, VagueDate
from lawtrack.plan.loading import read_plan
from lawtrack.plan.model import PlanData

SAMPLE = Path(__file__).parents[2] / "plans" / "2020.yaml"
HEAD = "year: 2020\ntitle: 计划\njurisdiction: 昆明市\n"


def refused(text: str) -> str:
    with pytest.raises(InvalidRecord) as caught:
        read_plan(text, "2020.yaml")
    return caught.value.message("zh")


def test_sample_has_seven_projects_and_the_committee_documents() -> None:
    plan = Plan.load(SAMPLE)
    kinds = [item.instrument for item in plan.items]
    assert kinds.count("local-regulation") == 6
    assert kinds.count("government-rule") == 1
    assert kinds.count("document") == 4
    assert kinds.count("list") == 1


def test_sample_names_no_drafting_unit_and_no_source_it_does_not_have() -> None:
    plan = Plan.load(SAMPLE)
    assert all(item.drafting_unit is None for item in plan.items)
    assert all(held.source and held.certainty for item in plan.items for held in item.milestones)


def test_vague_words_take_the_year_of_the_plan() -> None:
    plan = read_plan(
        HEAD + "items:\n- id: a\n  title: 条例\n  instrument: local-regulation\n  action: enact\n"
        "  targets: [{stage: introduced, date: 8月底前}]\n"
    )
    assert plan.item("a").targets[0].date == VagueDate(None, date(2020, 8, 31))


@pytest.mark.parametrize(
    ("text", "line", "field"),
    [
        (HEAD + "itmes: []\n", 4, "itmes"),
        ("title: 计划\njurisdiction: 昆明市\n", 1, "year"),
        (
            HEAD + "items:\n- id: a\n  title: 条例\n  instrument: law\n  action: enact\n",
            7,
            "items[1].instrument",
        ),
        (HEAD + "items:\n- id: a\n  instrument: list\n  action: enact\n", 5, "items[1].title"),
        (
            HEAD + "items:\n- id: a\n  title: 甲\n  instrument: list\n  action: enact\n"
            "  milestones:\n  - {stage: updated, date: 2020-02-30}\n",
            10,
            "items[1].milestones[1].date",
        ),
        (
            HEAD + "items:\n- id: a\n  title: 甲\n  instrument: list\n  action: enact\n"
            "  milestones:\n  - {stage: updtaed, date: 2020-02-03}\n",
            10,
            "items[1].milestones[1].stage",
        ),
        (HEAD + "items: []\nchanges:\n- {date: 2020-06-01, item: b, kind: removed}\n", 6, "changes[1].item"),
        (HEAD + "source: X9\n", 4, "source"),
        (
            HEAD + "items:\n- id: a\n  title: 甲\n  instrument: list\n  action: enact\n  profile: nowhere\n",
            9,
            "items[1].profile",
        ),
        ("- 1\n", 1, "-"),
    ],
)
def test_broken_record_is_refused_with_line_and_field(text: str, line: int, field: str) -> None:
    said = refused(text)
    assert f"第 {line} 行" in said
    assert f"字段 {field}：" in said


def test_broken_yaml_names_the_line() -> None:
    assert "第 2 行" in refused("year: 2020\n: [x\nb: 1\n")


@pytest.mark.parametrize("text", ["a: &x 1\nb: *x\n", "a: 1\na: 2\n"])
def test_anchors_and_twice_used_keys_are_refused(text: str) -> None:
    assert "2020.yaml 第" in refused(text)


def test_missing_and_misencoded_files_get_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput):
        Plan.load(tmp_path / "2020.yaml")
    path = tmp_path / "gbk.yaml"
    path.write_bytes("title: 计划".encode("gb18030"))
    with pytest.raises(UnusableInput):
        Plan.load(path)


def test_plan_in_the_documentation_loads(root: Path) -> None:
    page = (root / "docs" / "plan.md").read_text(encoding="utf-8")
    example = page.partition("```yaml\n")[2].partition("```")[0]
    assert read_plan(example).changes[0].kind == "postponed"


ITEM = "items:\n- {id: air, title: 某市清洁空气条例, instrument: local-regulation, action: enact"


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        (f"{HEAD}colour: red\n", PlanData),
        (f"{HEAD}{ITEM}, colour: red}}\n", Item),
        (f"{HEAD}{ITEM}, milestones: [{{stage: passed, date: 2020-01, colour: red}}]}}\n", Milestone),
        (f"{HEAD}{ITEM}, targets: [{{stage: passed, colour: red}}]}}\n", Target),
        (f"{HEAD}{ITEM}, tasks: [{{title: 配套办法, colour: red}}]}}\n", Task),
        (f"{HEAD}changes: [{{date: 2020-01, item: air, kind: removed, colour: red}}]\n", Change),
        (f"{HEAD}sources: {{title: {{title: 公告, colour: red}}}}\n", Source),
    ],
)
def test_a_field_that_there_is_not_is_told_with_those_that_there_are(text, holder):
    there = [field.name for field in fields(holder) if field.name != "path"]
    assert f"：{', '.join(there)}。" in refused(text)
