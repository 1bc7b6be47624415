"""One record an item: stage, next stage, the time limit that matters now, and what the reader must know about both."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from lawtrack.messages import translate
from lawtrack.plan.deadlines import OPEN, State, deadlines_of
from lawtrack.plan.progress import UNKNOWN, progress_in
from lawtrack.plan.stages import event_name, stage_label
from lawtrack.plan.warnings import warnings_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lawtrack.plan.deadlines import Deadline
    from lawtrack.plan.model import PlanData
    from lawtrack.plan.progress import Progress


class StatusRecord(TypedDict):
    """Where one item stands, as plain data; None is what nobody knows. The columns are told in `frames.STATUS_COLUMNS`.

    >>> from lawtrack.plan import Plan
    >>> air = "{id: air, title: 某市清洁空气条例, instrument: local-regulation, action: enact}"
    >>> plan = Plan.read(f"{{year: 2020, title: 计划, jurisdiction: 昆明市, items: [{air}]}}")
    >>> [record["days_left"] for record in status_records([plan], "2020-09-01")]
    [None]
    """

    year: int
    id: str
    title: str
    instrument: str
    action: str
    category: str | None
    drafting_unit: str | None
    stage: str
    stage_label: str
    stage_date: str | None
    precision: str | None
    certainty: str | None
    source: str | None
    days_in_stage: int | None
    next_stage: str | None
    next_label: str | None
    due: str | None
    due_basis: str | None
    due_stage: str | None
    due_who: str | None
    days_left: int | None
    overdue: bool
    change: str | None
    note: str | None
    warnings: str | None


def status_records(plans: Sequence[PlanData], as_of: date | str) -> list[StatusRecord]:
    """The contract's records for every item of `plans` at the end of `as_of`: plain data, None for unknown.

    >>> from lawtrack.plan import Plan
    >>> air = "{id: air, title: 某市清洁空气条例, instrument: local-regulation, action: enact}"
    >>> plan = Plan.read(f"{{year: 2020, title: 计划, jurisdiction: 昆明市, items: [{air}]}}")
    >>> [(row["id"], row["stage"]) for row in status_records([plan], "2020-09-01")]
    [('air', 'unknown')]
    """
    return [status_record(progress) for progress in progress_in(plans, as_of)]


def status_record(progress: Progress) -> StatusRecord:
    """The contract's record for one item, with more fields beside (`frames.STATUS_COLUMNS`)."""
    item, current, day = progress.item, progress.current, progress.as_of
    deadlines = deadlines_of(progress)
    pressing = _pressing(deadlines, progress.next_stage)
    next_stage = progress.next_stage
    since = current.date.latest if current else None
    return {
        "year": progress.plan.year,
        "id": item.id,
        "title": item.title,
        "instrument": item.instrument,
        "action": item.action,
        "category": item.category,
        "drafting_unit": item.drafting_unit,
        "stage": progress.stage,
        "stage_label": stage_label(progress.stage),
        "stage_date": current.date.iso if current else None,
        "precision": str(current.date.precision) if current else None,
        "certainty": current.certainty if current else None,
        "source": progress.plan.cited(current.source) if current else None,
        "days_in_stage": (day - since).days if since else None,
        "next_stage": next_stage,
        "next_label": stage_label(next_stage) if next_stage else None,
        "due": str(pressing.due) if pressing else None,
        "due_basis": pressing.basis if pressing else None,
        "due_stage": pressing.stage if pressing else None,
        "due_who": pressing.who if pressing else None,
        "days_left": pressing.days_left(day) if pressing else None,
        "overdue": any(deadline.state is State.OVERDUE for deadline in deadlines),
        "change": progress.changes[-1].kind if progress.changes else None,
        "note": _note(progress, pressing),
        "warnings": "\n".join(warnings_of(progress, deadlines)) or None,
    }


def _pressing(deadlines: list[Deadline], next_stage: str | None) -> Deadline | None:
    """The open limit to show: one that is overdue, else that of the next stage, else the one that ends first."""
    live = [
        deadline for deadline in deadlines if deadline.state in OPEN and not deadline.minimum and deadline.due
    ]
    if not live:
        return None
    return min(
        live,
        key=lambda deadline: (
            deadline.state is not State.OVERDUE,
            deadline.stage != next_stage,
            deadline.due,
        ),
    )


def _note(progress: Progress, pressing: Deadline | None) -> str | None:
    """What the record alone would leave unsaid."""
    notes = []
    if progress.stage == UNKNOWN:
        notes.append(
            translate("plan.nothing-public" if progress.plan.records == "public" else "plan.nothing-entered")
        )
    if pressing and pressing.stands_in:
        stood, missing = event_name(pressing.started_by), event_name(pressing.stands_in)
        notes.append(translate("plan.counted-from", event=stood, missing=missing))
    if pressing and pressing.state is State.UNVERIFIED:
        notes.append(translate("plan.past-and-silent", due=pressing.due, stage=stage_label(pressing.stage)))
    current = progress.current
    if current and current.until and current.until.latest:
        ended = current.until.certainly_by(progress.as_of)
        code = "plan.lasted-until" if ended else "plan.lasts-until"
        notes.append(translate(code, stage=stage_label(current.stage), day=current.until.iso))
    return translate("plan.joiner").join(notes) or None
