from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lawtrack.messages import use_language
from lawtrack.plan import Plan

SAMPLE = Path(__file__).parents[2] / "plans" / "2020.yaml"
CONTRACT_FIELDS = {
    "id", "title", "instrument", "action", "stage", "stage_label", "stage_date", "precision", "certainty", "source",
    "next_stage", "due", "due_basis", "overdue", "note",
}  # fmt: skip


@pytest.fixture(scope="module")
def plan() -> Plan:
    return Plan.load(SAMPLE)


def record(plan: Plan, item: str, as_of: str) -> dict[Any, Any]:
    return next(found for found in plan.status(as_of).to_dict("records") if found["id"] == item)


def test_record_between_passage_and_approval_is_the_contract_s(plan: Plan) -> None:
    with use_language("en"):
        found = record(plan, "patriotic-health", "2020-09-01")
    assert found.keys() >= CONTRACT_FIELDS
    assert found["title"] == "昆明市爱国卫生工作条例"
    assert (found["stage"], found["stage_date"], found["precision"]) == ("passed", "2020-08-28", "day")
    assert (found["next_stage"], found["due"], found["due_basis"]) == (
        "approved",
        "2020-12-28",
        "立法法（2015）第七十二条",
    )
    assert found["overdue"] is False
    assert found["note"] == "counted from passage: the date of submission to the province is not known"


def test_nothing_known_is_unknown_and_none_not_nan(plan: Plan) -> None:
    found = record(plan, "police-auxiliary", "2025-12-31")
    assert found["stage"] == "unknown"
    assert found["stage_label"] == "未见公开信息"
    assert [found[field] for field in ("stage_date", "next_stage", "due", "source")] == [None] * 4


def test_day_may_be_a_date_or_its_iso_form(plan: Plan) -> None:
    assert plan.status(date(2020, 9, 1)).equals(plan.status("2020-09-01"))


def test_silence_of_public_sources_is_never_called_late(plan: Plan) -> None:
    found = record(plan, "pig-slaughter", "2025-03-01")
    assert (found["due"], found["overdue"]) == ("2025-01-08", False)
    assert "不作逾期认定" in str(found["note"])
