"""One record an item: stage, next stage, the time limit that matters now, and what the reader must know about both."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from lawtrack.errors import InvalidRecord
from lawtrack.messages import known, say
from lawtrack.plan.deadlines import OPEN, State, deadlines_of
from lawtrack.plan.joining import followed
from lawtrack.plan.procedure import END, library_of
from lawtrack.plan.progress import UNKNOWN, progress_of
from lawtrack.plan.warnings import warnings_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.plan.deadlines import Deadline
    from lawtrack.plan.model import Change, Plan
    from lawtrack.plan.progress import Progress


def as_day(as_of: date | str) -> date:
    """`as_of` as a date; of a moment (pandas' Timestamp) its day. Raises InvalidRecord for a string that is no ISO day.

    >>> as_day("2020-12-02")
    datetime.date(2020, 12, 2)
    """
    if isinstance(as_of, datetime):
        return as_of.date()
    if isinstance(as_of, date):
        return as_of
    try:
        return date.fromisoformat(as_of)
    except ValueError:
        raise InvalidRecord("plan.no-day", text=as_of) from None


def progress_in(plans: Sequence[Plan], as_of: date | str) -> Iterator[Progress]:
    """Where every item of `plans` stands at the end of `as_of`, in the order of the files.

    An item that entered its plan later is left out; one that was taken out stays, its changes say so.
    """
    day = as_day(as_of)
    for plan in followed(plans):
        library = library_of(plan)
        changes: dict[str, list[Change]] = {}
        for change in plan.changes:
            changes.setdefault(change.item, []).append(change)
        for item in plan.items:
            about = tuple(changes.get(item.id, ()))
            if not any(entry.kind == "added" and not entry.date.certainly_by(day) for entry in about):
                yield progress_of(plan, item, library.of(item, plan.jurisdiction), day, about)


def status_record(progress: Progress) -> dict[str, Any]:
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


def stage_label(stage: str) -> str:
    """The stage's name in the language in use; its id where the catalogue has none.

    >>> stage_label("passed")
    '表决通过'
    """
    if stage.endswith(END):
        return say("plan.end-of", stage=stage_label(stage.removesuffix(END)))
    return say(f"stages.{stage}") if known(f"stages.{stage}") else stage


def event_name(stage: str) -> str:
    """The event that reaches the stage, as a noun."""
    return say(f"plan.event.{stage}") if known(f"plan.event.{stage}") else stage_label(stage)


def _pressing(deadlines: list[Deadline], next_stage: str | None) -> Deadline | None:
    """The open limit to show: one that is overdue, else that of the next stage, else the one that ends first."""
    live = [found for found in deadlines if found.state in OPEN and not found.minimum and found.due]
    if not live:
        return None
    return min(
        live, key=lambda found: (found.state is not State.OVERDUE, found.stage != next_stage, found.due)
    )


def _note(progress: Progress, pressing: Deadline | None) -> str | None:
    """What the record alone would leave unsaid."""
    notes = []
    if progress.stage == UNKNOWN:
        notes.append(
            say("plan.nothing-public" if progress.plan.records == "public" else "plan.nothing-entered")
        )
    if pressing and pressing.stands_in:
        stood, missing = event_name(pressing.started_by), event_name(pressing.stands_in)
        notes.append(say("plan.counted-from", event=stood, missing=missing))
    if pressing and pressing.state is State.UNVERIFIED:
        notes.append(say("plan.past-and-silent", due=pressing.due, stage=stage_label(pressing.stage)))
    current = progress.current
    if current and current.until and current.until.latest:
        ended = current.until.certainly_by(progress.as_of)
        code = "plan.lasted-until" if ended else "plan.lasts-until"
        notes.append(say(code, stage=stage_label(current.stage), day=current.until.iso))
    return say("plan.joiner").join(notes) or None
