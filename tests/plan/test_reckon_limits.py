from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from lawtrack.plan import Change, Item, Milestone, Plan, State, VagueDate, deadlines_of, progress_in
from lawtrack.plan.procedure import library
from lawtrack.plan.status import status_record
from tests.plan.strategies import DAYS, plans

if TYPE_CHECKING:
    from datetime import date

    from lawtrack.plan import Deadline

SAMPLE = Path(__file__).parents[2] / "plans" / "2020.yaml"
GOLDEN = Path(__file__).parent / "golden" / "seven-projects.md"
ROW = re.compile(r"\| (\d{4}-\d\d-\d\d) \| (\S+) \| (\S+) \| (\S+) \| (yes|no) \|")
SETTLED = {State.MET, State.MET_LATE, State.UNCERTAIN}


def a_plan(*milestones: tuple[str, str], changes: tuple[Change, ...] = (), **fields: str) -> Plan:
    held = tuple(Milestone(stage, VagueDate.parse(when)) for stage, when in milestones)
    item = Item("a", "条例", "local-regulation", "enact", milestones=held)
    return Plan(2020, "计划", "昆明市", (item,), changes=changes, **fields)  # type: ignore[arg-type]


def deadlines(plan: Plan, as_of: str | date) -> dict[str, Deadline]:
    return {found.limit: found for progress in progress_in([plan], as_of) for found in deadlines_of(progress)}


def record(plan: Plan, as_of: str) -> dict[Any, Any]:
    return plan.status(as_of).to_dict("records")[0]


def golden_rows() -> list[tuple[str, ...]]:
    return ROW.findall(GOLDEN.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("as_of", "project", "stage", "due", "overdue"), golden_rows())
def test_seven_projects_stand_where_the_sources_say(
    as_of: str, project: str, stage: str, due: str, overdue: str
) -> None:
    plan = Plan.load(SAMPLE)
    found = next(status_record(p) for p in progress_in([plan], as_of) if p.item.id == project)
    assert (found["stage"], found["due"] or "–", found["overdue"]) == (stage, due, overdue == "yes")


def test_golden_table_covers_the_seven_projects() -> None:
    assert len({row[1] for row in golden_rows()}) == 7


@pytest.mark.parametrize(
    ("passed", "basis"),
    [
        ("2023-03-14", "立法法（2015）第七十二条"),
        ("2023-03-15", "立法法（2023）第八十一条"),
    ],
)
def test_edition_in_force_on_the_starting_day_is_cited(passed: str, basis: str) -> None:
    assert record(a_plan(("passed", passed)), passed)["due_basis"] == basis


def test_before_any_edition_at_hand_there_is_no_limit() -> None:
    assert record(a_plan(("passed", "2010-10-28")), "2010-12-01")["due"] is None


def test_submission_starts_the_limit_where_it_is_known() -> None:
    found = record(a_plan(("passed", "2020-08-28"), ("submitted-for-approval", "2020-09-07")), "2020-09-10")
    assert (found["due"], found["note"]) == ("2021-01-07", None)


def test_an_office_that_records_everything_is_late_when_the_day_is_past() -> None:
    plan = a_plan(("passed", "2020-08-28"))
    assert record(plan, "2020-12-28")["overdue"] is False
    late = record(plan, "2020-12-29")
    assert (late["overdue"], late["days_left"]) == (True, -1)


def test_filing_does_not_run_before_promulgation_where_the_office_records_everything() -> None:
    assert record(a_plan(("approved", "2020-09-28")), "2020-11-30")["due"] is None


def test_met_limit_tells_the_days_to_spare() -> None:
    found = deadlines(a_plan(("passed", "2020-08-28"), ("approved", "2020-09-28")), "2020-10-01")["approval"]
    assert (found.state, found.spare) == (State.MET, 91)


def test_late_approval_is_met_late_and_warned_of() -> None:
    plan = a_plan(("passed", "2011-12-16"), ("approved", "2012-03-31"))
    assert "approval" not in deadlines(plan, "2012-06-01")  # no edition at hand
    plan = a_plan(("submitted-for-approval", "2016-01-10"), ("approved", "2016-05-20"))
    found = deadlines(plan, "2016-06-01")["approval"]
    assert (found.state, found.spare) == (State.MET_LATE, -10)
    assert "10日" in str(record(plan, "2016-06-01")["warnings"])


@pytest.mark.parametrize(
    ("submitted", "approved", "state"),
    [
        ("2016-01-10", "2016-05", State.UNCERTAIN),
        ("2016-01-10", "≤2016-06-30", State.UNCERTAIN),
        ("2016-01-10", "≥2016-06-01", State.RUNNING),  # not certainly happened by the day
        ("2016-01", "2016-05-20", State.UNCERTAIN),
        ("2016-01", "2016-06-01", State.MET_LATE),
        ("2016-01", "2016-04-30", State.MET),
        ("≤2016-01-31", "2016-02-01", State.UNCERTAIN),
    ],
)
def test_vague_dates_are_judged_only_where_it_is_certain(submitted: str, approved: str, state: State) -> None:
    plan = a_plan(("submitted-for-approval", submitted), ("approved", approved), records="public")
    found = deadlines(plan, "2016-05-01" if state is State.RUNNING else "2016-12-31")["approval"]
    assert found.state is state
    assert (found.spare is None) == (state in {State.UNCERTAIN, State.RUNNING})


def test_approval_after_a_limit_counted_from_passage_may_still_be_in_time() -> None:
    found = deadlines(a_plan(("passed", "2016-01-10"), ("approved", "2016-05-20")), "2016-06-01")["approval"]
    assert (found.state, found.stands_in) == (State.UNCERTAIN, "submitted-for-approval")


def test_waived_limit_is_neither_running_nor_late() -> None:
    waiver = Change(VagueDate.parse("2020-12-01"), "a", "waived", limit="approval")
    plan = a_plan(("passed", "2020-08-28"), changes=(waiver,))
    assert deadlines(plan, "2020-11-30")["approval"].state is State.RUNNING
    assert deadlines(plan, "2021-06-01")["approval"].state is State.WAIVED
    assert record(plan, "2021-06-01")["overdue"] is False


def test_withdrawn_project_has_no_running_limits() -> None:
    plan = a_plan(("passed", "2020-08-28"), ("withdrawn", "2020-09-15"))
    assert deadlines(plan, "2021-09-01")["approval"].state is State.ENDED
    assert record(plan, "2021-09-01")["next_stage"] is None


def test_short_comment_period_is_warned_of_as_soon_as_it_is_announced() -> None:
    plan = Plan.load(SAMPLE)
    found = next(r for r in plan.status("2020-07-30").to_dict("records") if r["id"] == "patriotic-health")
    assert found["warnings"] == "征求意见15日，少于一般要求的30日（立法法（2015）第三十七条）"


def test_passage_before_introduction_is_warned_of_by_name() -> None:
    said = str(
        record(a_plan(("introduced", "2020-08-01"), ("passed", "2020-05-01")), "2020-09-01")["warnings"]
    )
    assert "表决通过（2020-05-01）早于提请审议（2020-08-01）" in said


def test_approval_without_passage_is_warned_of_where_the_office_records_everything() -> None:
    assert "未登记表决通过" in str(record(a_plan(("approved", "2020-08-01")), "2020-09-01")["warnings"])
    assert record(a_plan(("approved", "2020-08-01"), records="public"), "2020-09-01")["warnings"] is None


def test_vague_dates_that_may_be_in_order_are_not_warned_of() -> None:
    plan = a_plan(("introduced", "2020-08"), ("first-reading", "≤2020-08-20"))
    assert record(plan, "2020-09-01")["warnings"] is None


def test_rule_comes_into_force_thirty_days_after_promulgation() -> None:
    held = (
        Milestone("promulgated", VagueDate.parse("2020-05-10")),
        Milestone("in-force", VagueDate.parse("2020-06-01")),
    )
    item = Item("a", "办法", "government-rule", "enact", milestones=held)
    found = deadlines(Plan(2020, "计划", "昆明市", (item,)), "2020-07-01")
    assert (found["commencement"].state, found["commencement"].basis) == (
        State.TOO_EARLY,
        "规章制定程序条例（2017）第三十二条",
    )


def test_hangzhou_and_jiaozuo_have_their_own_limits() -> None:
    assert library()["hangzhou-ordinance"].limit_by_id["reporting"].period.amount == 15
    assert library()["jiaozuo-ordinance"].limit_by_id["revision-report"].period.amount == 6
    assert library()["jiaozuo-ordinance"].limit_by_id["approval"].period.amount == 4


@given(plans(), DAYS, DAYS)
def test_what_has_happened_never_unhappens(plan: Plan, one: date, other: date) -> None:
    early, late = sorted([one, other])
    before, after = next(progress_in([plan], early)), next(progress_in([plan], late))
    assert before.reached.keys() <= after.reached.keys()
    if before.current and after.current:
        assert before.current.date.latest <= after.current.date.latest  # type: ignore[operator]


@given(plans(), DAYS)
def test_no_deadline_without_basis_and_none_from_the_future(plan: Plan, day: date) -> None:
    for progress in progress_in([plan], day):
        for found in deadlines_of(progress):
            assert found.basis
            assert found.start.certainly_by(day)
            assert found.due is None or found.start.latest is None or found.due > found.start.latest
        shown = status_record(progress)
        assert (shown["due"] is None) == (shown["due_basis"] is None)


@given(plans(), DAYS)
def test_nobody_is_late_before_the_day_is_past(plan: Plan, day: date) -> None:
    for found in deadlines(plan, day).values():
        if found.state is State.OVERDUE:
            assert found.due is not None
            assert found.due < day
            assert plan.records == "office"


@given(plans(), DAYS)
def test_late_stays_late_while_nothing_happens(plan: Plan, day: date) -> None:
    today, tomorrow = deadlines(plan, day), deadlines(plan, day + timedelta(days=1))
    reached = [next(progress_in([plan], when)).reached for when in (day, day + timedelta(days=1))]
    if reached[0] == reached[1]:
        for limit, found in today.items():
            if found.state in {State.OVERDUE, *SETTLED}:
                assert tomorrow[limit].state in {found.state, State.WAIVED}
