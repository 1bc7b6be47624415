"""Plans as tidy DataFrames: status, milestones, deadlines, targets, tasks, history; several years together.

Status keeps unknown values as None in object columns, because it is also the contract's record; the others use pandas'
own nullable types (string, Int64, datetime64).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from lawtrack.plan.changes import aims_of
from lawtrack.plan.deadlines import deadlines_of
from lawtrack.plan.progress import progress_in
from lawtrack.plan.stages import stage_label
from lawtrack.plan.status import status_records

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import pandas as pd

    from lawtrack.plan.model import PlanData
    from lawtrack.plan.progress import Progress

STATUS_COLUMNS: Final = (
    "year", "id", "title", "instrument", "action", "category", "drafting_unit",
    "stage", "stage_label", "stage_date", "precision", "certainty", "source", "days_in_stage",
    "next_stage", "next_label", "due", "due_basis", "due_stage", "due_who", "days_left", "overdue",
    "change", "note", "warnings",
)  # fmt: skip
"""Object dtype, None for unknown; `overdue` bool, `year` int. Days are ISO strings as in the contract."""

MILESTONE_COLUMNS: Final = {
    "year": "int64", "id": "string", "title": "string", "stage": "string", "stage_label": "string",
    "date": "string", "precision": "string", "earliest": "datetime64[ns]", "latest": "datetime64[ns]",
    "until": "string", "body": "string", "meeting": "string", "number": "string", "certainty": "string",
    "source": "string", "note": "string",
}  # fmt: skip
"""`date` as in the contract (`≤2020-07-30`); `earliest` and `latest` its bounds, NaT where open."""

DEADLINE_COLUMNS: Final = {
    "year": "int64", "id": "string", "title": "string", "limit": "string", "task": "string", "stage": "string",
    "stage_label": "string", "who": "string", "basis": "string", "minimum": "bool", "start_stage": "string",
    "start": "string", "stands_in_for": "string", "due": "datetime64[ns]", "state": "string", "met": "string",
    "spare_days": "Int64", "days_left": "Int64",
}  # fmt: skip
"""`minimum`: the due day is the first allowed one, not the last; `spare_days` negative when met late."""

TARGET_COLUMNS: Final = {
    "year": "int64", "id": "string", "title": "string", "stage": "string", "stage_label": "string",
    "planned": "string", "now": "string", "actual": "string", "outcome": "string", "reason": "string",
}  # fmt: skip
"""`planned` as first decided, `now` after postponements, `outcome` one of `changes.Outcome`."""

TASK_COLUMNS: Final = {
    "year": "int64", "id": "string", "title": "string", "task": "string", "who": "string", "count": "Int64",
    "finished": "Int64", "due": "string", "done": "string", "source": "string", "note": "string",
}  # fmt: skip
"""`due` by the law, else as the plan has it; `done` NA where nothing says that it is done by the day."""

HISTORY_COLUMNS: Final = {
    "year": "int64", "id": "string", "date": "string", "kind": "string", "body": "string", "reason": "string",
    "stage": "string", "to": "string", "limit": "string", "title": "string", "source": "string",
}  # fmt: skip


def status_frame(plans: Sequence[PlanData], as_of: date | str) -> pd.DataFrame:
    """Where every item stands at the end of `as_of`, one row an item."""
    import pandas as pd

    frame = pd.DataFrame(status_records(plans, as_of), columns=list(STATUS_COLUMNS), dtype=object)
    return frame.astype({"year": "int64", "overdue": "bool"})


def milestone_frame(plans: Sequence[PlanData]) -> pd.DataFrame:
    """Everything that happened, one row a milestone, in the order of the files.

    >>> from lawtrack.plan import Plan
    >>> air = "{id: air, title: 某市清洁空气条例, instrument: local-regulation, action: enact}"
    >>> plan = Plan.read(f"{{year: 2020, title: 计划, jurisdiction: 昆明市, items: [{air}]}}")
    >>> milestone_frame([plan]).empty
    True
    """
    rows = [
        {
            "year": plan.year,
            "id": item.id,
            "title": item.title,
            "stage": held.stage,
            "stage_label": stage_label(held.stage),
            "date": held.date.iso,
            "precision": str(held.date.precision),
            "earliest": held.date.earliest,
            "latest": held.date.latest,
            "until": held.until.iso if held.until else None,
            "body": held.body,
            "meeting": held.meeting,
            "number": held.number,
            "certainty": held.certainty,
            "source": plan.cited(held.source),
            "note": held.note,
        }
        for plan in plans
        for item in plan.items
        for held in item.milestones
    ]
    return _typed(rows, MILESTONE_COLUMNS)


def deadline_frame(plans: Sequence[PlanData], as_of: date | str) -> pd.DataFrame:
    """Every time limit that has started by `as_of`, one row each.

    >>> from lawtrack.plan import Plan
    >>> air = "{id: air, title: 某市清洁空气条例, instrument: local-regulation, action: enact}"
    >>> plan = Plan.read(f"{{year: 2020, title: 计划, jurisdiction: 昆明市, items: [{air}]}}")
    >>> deadline_frame([plan], "2020-09-01").empty
    True
    """
    rows = [
        {
            **_item(progress),
            "limit": held.limit,
            "task": held.title,
            "stage": held.stage,
            "stage_label": stage_label(held.stage),
            "who": held.who,
            "basis": held.basis,
            "minimum": held.minimum,
            "start_stage": held.started_by,
            "start": held.start.iso,
            "stands_in_for": held.stands_in,
            "due": held.due,
            "state": str(held.state),
            "met": held.met.iso if held.met else None,
            "spare_days": held.spare,
            "days_left": held.days_left(progress.as_of),
        }
        for progress in progress_in(plans, as_of)
        for held in deadlines_of(progress)
    ]
    return _typed(rows, DEADLINE_COLUMNS)


def target_frame(plans: Sequence[PlanData], as_of: date | str) -> pd.DataFrame:
    """Planned against actual: one row a target, with the reason of the last change."""
    rows = [
        {
            **_item(progress),
            "stage": aim.stage,
            "stage_label": stage_label(aim.stage),
            "planned": aim.planned.iso if aim.planned else None,
            "now": aim.now.iso if aim.now else None,
            "actual": aim.actual.iso if aim.actual else None,
            "outcome": str(aim.outcome),
            "reason": progress.changes[-1].reason if progress.changes else None,
        }
        for progress in progress_in(plans, as_of)
        for aim in aims_of(progress)
    ]
    return _typed(rows, TARGET_COLUMNS)


def task_frame(plans: Sequence[PlanData], as_of: date | str) -> pd.DataFrame:
    """The follow-up tasks of every item: 配套规定, filing, the measures of an implementing document."""
    rows = [
        {
            **_item(progress),
            "task": task.title,
            "who": task.who,
            "count": task.count,
            "finished": task.finished,
            "due": due.get(task.title) or (task.due.iso if task.due else None),
            "done": task.done.iso if task.done and task.done.certainly_by(progress.as_of) else None,
            "source": progress.plan.cited(task.source),
            "note": task.note,
        }
        for progress in progress_in(plans, as_of)
        for due in [{held.title: held.due.isoformat() for held in deadlines_of(progress) if held.due}]
        for task in progress.item.tasks
    ]
    return _typed(rows, TASK_COLUMNS)


def history_frame(plans: Sequence[PlanData]) -> pd.DataFrame:
    """Every change of the plans, in the order entered."""
    rows = [
        {
            "year": plan.year,
            "id": change.item,
            "date": change.date.iso,
            "kind": change.kind,
            "body": change.body,
            "reason": change.reason,
            "stage": change.stage,
            "to": change.to.iso if change.to else None,
            "limit": change.limit,
            "title": change.title,
            "source": plan.cited(change.source),
        }
        for plan in plans
        for change in plan.changes
    ]
    return _typed(rows, HISTORY_COLUMNS)


def _item(progress: Progress) -> dict[str, Any]:
    """What every row about an item begins with."""
    return {"year": progress.plan.year, "id": progress.item.id, "title": progress.item.title}


def _typed(rows: list[dict[str, Any]], columns: dict[str, str]) -> pd.DataFrame:
    import pandas as pd

    frame = pd.DataFrame(rows, columns=list(columns), dtype=object)
    return frame.astype(columns)
