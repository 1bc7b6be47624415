from __future__ import annotations

from dataclasses import dataclass

import pytest

from lawtrack.errors import NotFound
from lawtrack.plan import Plan, followed, with_versions
from lawtrack.plan.frames import status_frame

PLAN = """
year: 2020
title: 计划
jurisdiction: 昆明市
items:
- id: air
  title: 大气条例
  instrument: local-regulation
  action: enact
  draft: air
  targets:
  - {stage: introduced, date: 6月底前}
  - {stage: passed, date: 10月常委会会议}
- id: noise
  title: 噪声条例
  instrument: local-regulation
  action: enact
  targets: [{stage: introduced, date: 待定的}]
- id: late-comer
  title: 追加条例
  instrument: local-regulation
  action: enact
changes:
- {date: 2020-04-01, item: late-comer, kind: added, body: 主任会议, reason: 疫情防控急需}
- {date: 2020-06-20, item: air, kind: postponed, stage: introduced, to: 8月底前, body: 主任会议, reason: 论证未完成}
- {date: 2020-11-01, item: noise, kind: carried-over, body: 主任会议}
""".replace("待定的", "12月")


@pytest.fixture(scope="module")
def plan() -> Plan:
    return Plan.read(PLAN)


def agenda(plan: Plan) -> dict[str, list[str]]:
    return {item.id: [str(target.date) for target in item.targets] for item in plan.items}


def test_plan_as_it_stood_follows_its_entries(plan: Plan) -> None:
    assert agenda(plan.as_it_stood("2020-03-31")) == {"air": ["≤2020-06-30", "2020-10"], "noise": ["2020-12"]}
    assert "late-comer" in agenda(plan.as_it_stood("2020-04-01"))
    assert agenda(plan.as_it_stood("2020-06-20"))["air"] == ["≤2020-08-31", "2020-10"]
    assert "noise" not in agenda(plan.as_it_stood("2020-11-01"))


def test_status_leaves_out_what_was_added_later(plan: Plan) -> None:
    assert "late-comer" not in set(plan.status("2020-03-31")["id"])
    assert "late-comer" in set(plan.status("2020-04-01")["id"])


def test_planned_against_actual_respects_postponement_and_vagueness(plan: Plan) -> None:
    def outcome(milestone: str, as_of: str) -> str:
        told = Plan.read(
            PLAN.replace(
                "  targets:\n  - {stage: introduced, date: 6",
                milestone + "  targets:\n  - {stage: introduced, date: 6",
            )
        )
        return str(told.targets(as_of).query("id == 'air' and stage == 'introduced'")["outcome"].iloc[0])

    held = "  milestones: [{{stage: introduced, date: {}}}]\n".format
    assert outcome("", "2020-06-30") == "pending"
    assert outcome("", "2020-07-15") == "pending"
    assert outcome("", "2020-09-01") == "missed"
    assert outcome(held("2020-08-20"), "2020-09-01") == "on-time"
    assert outcome(held("2020-09-02"), "2020-09-03") == "late"
    assert outcome(held("≤2020-09-15"), "2020-09-15") == "uncertain"


RENAMED = PLAN.replace(
    "  title: 大气条例\n", "  title: 空气条例\n  names: [{title: 大气条例, used: 草案}]\n"
).replace(
    "- {date: 2020-11-01,",
    "- {date: 2020-08-01, item: air, kind: renamed, title: 空气质量条例}\n"
    "- {date: 2020-09-15, item: air, kind: renamed, title: 空气条例}\n- {date: 2020-11-01,",
)


@pytest.mark.parametrize(
    ("day", "title"),
    [
        ("2020-07-31", "大气条例"),
        ("2020-08-01", "空气质量条例"),
        ("2020-09-14", "空气质量条例"),
        ("2020-09-15", "空气条例"),
    ],
)
@pytest.mark.parametrize("text", [RENAMED, RENAMED.replace("names: [{title: 大气条例, used: 草案}]", "").replace(
    "  title: 空气条例\n", "  title: 大气条例\n", 1)], ids=["title of today", "title as first planned"])  # fmt: skip
def test_title_is_the_one_of_the_day(text: str, day: str, title: str) -> None:
    plan = Plan.read(text)
    assert plan.status(day)["title"].iloc[0] == title
    assert plan.as_it_stood(day).items[0].title == title


def test_item_taken_out_is_not_called_late(plan: Plan) -> None:
    gone = plan.targets("2021-01-15").query("id == 'noise'")
    assert list(gone["outcome"]) == ["gone"]


def test_changes_are_told_in_the_order_entered(plan: Plan) -> None:
    assert list(plan.history()["kind"]) == ["added", "postponed", "carried-over"]
    assert list(plan.history()["reason"].dropna()) == ["疫情防控急需", "论证未完成"]


NEXT_YEAR = """
year: 2021
title: 计划
jurisdiction: 昆明市
sources: {S1: {title: 公告}}
items:
- id: noise
  title: 噪声条例
  instrument: local-regulation
  action: enact
  continues: 2020
  milestones: [{stage: passed, date: 2021-03-30, source: S1}]
"""


def test_carried_over_project_tells_the_same_story_in_both_years(plan: Plan) -> None:
    frame = status_frame([plan, Plan.read(NEXT_YEAR)], "2021-04-01").query("id == 'noise'")
    assert list(frame["year"]) == [2020, 2021]
    assert list(frame["stage"]) == ["passed", "passed"]
    assert list(frame["source"]) == ["公告", "公告"]


def test_continuing_what_was_never_planned_is_refused(plan: Plan) -> None:
    with pytest.raises(NotFound):
        followed([plan, Plan.read(NEXT_YEAR.replace("id: noise", "id: nosie"))])


@dataclass(frozen=True)
class Version:
    stage: str
    date: str
    meeting: str | None = None
    draft: str = "air"


def test_versions_of_a_draft_are_milestones_without_being_typed_twice(plan: Plan) -> None:
    joined = with_versions(plan, [Version("first-reading", "2020-07-30", "第二十九次会议")])
    found = joined.status("2020-08-01").to_dict("records")[0]
    assert (found["stage"], found["stage_date"], found["source"]) == (
        "first-reading",
        "2020-07-30",
        "drafts/air",
    )


def test_version_that_fits_the_plan_adds_nothing_and_one_that_does_not_is_flagged() -> None:
    text = PLAN.replace(
        "  draft: air\n", "  draft: air\n  milestones: [{stage: passed, date: ≤2020-10-30}]\n"
    )
    plan = Plan.read(text)
    fitting = with_versions(
        plan, [Version("passed", "2020-10-29"), Version("passed", "2020-10-01", draft="water")]
    )
    assert fitting.item("air").milestones == plan.item("air").milestones
    apart = with_versions(plan, [Version("passed", "2020-11-02")])
    said = apart.status("2020-12-01").to_dict("records")[0]["warnings"]
    assert "表决通过有两个日期：≤2020-10-30" in said
    assert "2020-11-02（drafts/air）" in said


def test_follow_up_tasks_take_their_due_day_from_the_law_or_the_plan() -> None:
    text = PLAN.replace(
        "  draft: air\n",
        "  draft: air\n"
        "  milestones: [{stage: in-force, date: 2021-03-01}]\n"
        "  tasks:\n"
        "  - {title: 排放清单管理办法, limit: implementing-rules, who: 市生态环境局}\n"
        "  - {title: 具体措施, count: 50, finished: 12}\n"
        "  - {title: 立法后评估, due: 2022-06}\n",
    )
    plan = Plan.read(text)
    tasks = plan.tasks("2021-06-01").query("id == 'air'")
    assert list(tasks["due"].fillna("")) == ["2022-03-01", "", "2022-06"]
    assert list(tasks["finished"].fillna(0)) == [0, 12, 0]
    limit = plan.deadlines("2022-03-02").query("limit == 'implementing-rules'")
    assert list(limit["basis"]) == ["立法法（2015）第六十二条"]
    assert list(limit["state"]) == ["overdue"]
    assert plan.status("2022-03-02")["overdue"].iloc[0]


def test_target_that_a_later_stage_shows_to_be_met_is_not_called_missed() -> None:
    def outcome(read: str) -> str:
        text = PLAN.replace(
            "  draft: air\n", f"  draft: air\n  milestones: [{{stage: first-reading, date: {read}}}]\n"
        )
        return str(Plan.read(text).targets("2020-12-01")["outcome"].iloc[0])

    assert outcome("2020-07-30") == "on-time"
    assert outcome("2020-09-30") == "uncertain"
