from __future__ import annotations

from pathlib import Path

import pytest

from lawtrack.errors import Conflict, InvalidRecord, NotFound
from lawtrack.plan import (
    Change,
    Item,
    Milestone,
    Plan,
    Target,
    VagueDate,
    add_change,
    add_item,
    add_milestone,
    set_fields,
)
from lawtrack.plan.loading import read_plan

SAMPLE = (Path(__file__).parents[2] / "plans" / "2020.yaml").read_text(encoding="utf-8")
FILED = Milestone("filed", VagueDate.parse("2020-10-20"), source="KD", certainty="C", note="=a: b # c")


def added(old: str, new: str) -> list[str]:
    """The lines that are new; everything else must be there as before, in order."""
    lines, fresh = iter(new.splitlines()), []
    for wanted in old.splitlines():
        for line in lines:
            if line == wanted:
                break
            fresh.append(line)
        else:
            pytest.fail(f"lost: {wanted}")
    return fresh + list(lines)


def test_milestone_is_one_new_line_and_nothing_else_changes() -> None:
    new = add_milestone(SAMPLE, "patriotic-health", FILED)
    assert added(SAMPLE, new) == [
        "      - {stage: filed, date: 2020-10-20, source: KD, certainty: C, note: '=a: b # c'}"
    ]
    assert read_plan(new).item("patriotic-health").milestones[-1] == FILED


def test_first_milestone_of_an_unknown_item_opens_its_list() -> None:
    new = add_milestone(SAMPLE, "police-auxiliary", Milestone("first-reading", VagueDate.parse("≤2021-05")))
    assert added(SAMPLE, new) == ["    milestones:", "      - {stage: first-reading, date: ≤2021-05}"]


def test_item_reads_back_as_it_was() -> None:
    item = Item(
        "noise",
        "噪声条例",
        "local-regulation",
        "enact",
        targets=(Target("passed", VagueDate.parse("8月底前", 2020)),),
    )
    new = add_item(SAMPLE, item)
    assert read_plan(new).items[-1] == item
    with pytest.raises(Conflict):
        add_item(new, item)


def test_changes_are_append_only_and_in_order_of_time() -> None:
    one = Change(VagueDate.parse("2020-12-30"), "police-auxiliary", "carried-over", body="主任会议")
    new = add_change(SAMPLE, one)
    assert read_plan(new).changes == (one,)
    with pytest.raises(Conflict):
        add_change(new, Change(VagueDate.parse("2020-06-01"), "clean-air", "removed"))


def test_rename_keeps_the_old_name_for_the_days_before() -> None:
    new = add_change(SAMPLE, Change(VagueDate.parse("2020-08-01"), "clean-air", "renamed", title="空气条例"))
    plan = Plan.read(new)
    assert (plan.item("clean-air").title, plan.item("clean-air").names[0].title) == (
        "空气条例",
        "昆明市大气污染防治条例",
    )
    assert plan.as_it_stood("2020-07-31").item("clean-air").title == "昆明市大气污染防治条例"
    with pytest.raises(InvalidRecord, match="title"):
        add_change(SAMPLE, Change(VagueDate.parse("2020-08-01"), "clean-air", "renamed"))


def test_fields_are_set_and_taken_out_before_the_lists() -> None:
    new = set_fields(SAMPLE, "clean-air", {"drafting_unit": "某局", "note": None})
    item = read_plan(new).item("clean-air")
    assert (item.drafting_unit, item.note) == ("某局", None)
    assert new.index("drafting_unit: 某局") < new.index("milestones:")
    with pytest.raises(NotFound):
        set_fields(SAMPLE, "clean-air", {"milestones": "x"})


def test_comments_quotes_and_line_ends_survive() -> None:
    windows = SAMPLE.replace("\n", "\r\n")
    new = add_milestone(windows, "patriotic-health", FILED)
    assert new.count("\r\n") == new.count("\n")
    assert "# 没有来源的日期、单位、环节一律不填" in new


def test_edit_that_breaks_the_schema_is_refused() -> None:
    with pytest.raises(InvalidRecord):
        add_milestone(SAMPLE, "clean-air", Milestone("filed", VagueDate.parse("2021"), source="S99"))
    with pytest.raises(InvalidRecord):
        set_fields(SAMPLE, "clean-air", {"note": "两\n行"})
    with pytest.raises(NotFound):
        add_milestone(SAMPLE, "nobody", FILED)
