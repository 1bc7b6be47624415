"""The year at a glance: every item with its track of stages and one word for how it stands with time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, TypedDict

from lawtrack.plan.progress import UNKNOWN, progress_in
from lawtrack.plan.stages import stage_label
from lawtrack.plan.status import StatusRecord, status_record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.plan.model import AnyPlan, PlanData
    from lawtrack.plan.progress import Progress

TIMELINESS: Final = ("late", "soon", "running", "silent", "open", "unknown", "ended", "done")
"""How an item stands with time, the most pressing first: `late` is overdue by the office's own record, `soon` due within
`SOON` days, `silent` past its day while public sources are silent, `open` without a time limit, `unknown` without any
recorded stage, `ended` withdrawn or taken out, `done` with nothing left to reach."""
SOON: Final = 30
_GONE: Final = frozenset({"removed", "carried-over"})


class TrackStep(TypedDict):
    """A stage of an item's procedure; `state` is done, now, next, ahead or unrecorded.

    >>> from lawtrack.plan import Plan, board_records
    >>> air = "{id: air, title: 某市清洁空气条例, instrument: local-regulation, action: enact}"
    >>> plan = Plan.read(f"{{year: 2020, title: 计划, jurisdiction: 昆明市, items: [{air}]}}")
    >>> board_records([plan], "2020-09-01")[0]["track"][0]["state"]
    'ahead'
    """

    stage: str
    label: str
    date: str | None
    state: str


class BoardRecord(StatusRecord):
    """A `StatusRecord` with how the stage lasts, the track of stages, and one word for how it stands with time.

    >>> from lawtrack.plan import Plan, board_records
    >>> air = "{id: air, title: 某市清洁空气条例, instrument: local-regulation, action: enact}"
    >>> plan = Plan.read(f"{{year: 2020, title: 计划, jurisdiction: 昆明市, items: [{air}]}}")
    >>> board_records([plan], "2020-09-01")[0]["timeliness"]
    'unknown'
    """

    lasts_until: str | None
    lasts_days: int | None
    track: list[TrackStep]
    timeliness: str


def board_records(plans: Sequence[PlanData], as_of: date | str) -> list[BoardRecord]:
    """The records of `status_records`, the most pressing first, each with how its stage lasts, `track` and `timeliness`.

    `lasts_until` and `lasts_days` say when a stage that lasts (征求意见) ends, None where it does not or has ended.
    `track` lists the stages of the procedure that are required or reached: `stage`, `label`, `date` (or None) and
    `state`: done, now, next, ahead, or unrecorded for one that a later stage shows to have been passed.

    >>> from lawtrack.plan import Plan
    >>> air = "{id: air, title: 某市清洁空气条例, instrument: local-regulation, action: enact}"
    >>> plan = Plan.read(f"{{year: 2020, title: 计划, jurisdiction: 昆明市, items: [{air}]}}")
    >>> [row["id"] for row in board_records([plan], "2020-09-01")]
    ['air']
    """
    return sorted((_board_record(progress) for progress in progress_in(plans, as_of)), key=_pressing)


def _board_record(progress: Progress) -> BoardRecord:
    record = status_record(progress)
    ends = progress.current.until if progress.current else None
    lasts = ends is not None and ends.latest is not None and ends.latest >= progress.as_of
    return {
        **record,
        "lasts_until": ends.iso if ends and lasts else None,
        "lasts_days": (ends.latest - progress.as_of).days if ends and ends.latest and lasts else None,
        "track": track_of(progress),
        "timeliness": _timeliness(progress, record),
    }


def track_of(progress: Progress) -> list[TrackStep]:
    """The stages of the item's procedure in order, each with what is known of it."""
    following = progress.next_stage
    track: list[TrackStep] = []
    for step in progress.profile.steps:
        reached = progress.reached.get(step.id)
        if reached is None and step.optional:
            continue
        if step.id == progress.stage:
            state = "now"
        elif reached:
            state = "done"
        elif step.id == following:
            state = "next"
        else:
            state = "unrecorded" if progress.overtaken(step.id) else "ahead"
        day = reached.date.iso if reached else None
        track.append({"stage": step.id, "label": stage_label(step.id), "date": day, "state": state})
    return track


def opening_day(plan: PlanData, today: date) -> date:
    """The day on which to open the plan: today in its own year, and before it; in a past year the last day of its facts.

    A plan whose facts reach into the present year is still running. Without any dated fact a past year opens on its
    last day.

    >>> from datetime import date
    >>> from lawtrack.plan import Plan
    >>> plan = Plan.read('''
    ... year: 2020
    ... title: 计划
    ... jurisdiction: 昆明市
    ... items:
    ...   - {id: air, title: 空气条例, instrument: local-regulation, action: enact,
    ...      milestones: [{stage: passed, date: 2020-10-30}]}
    ... ''')
    >>> opening_day(plan, date(2026, 3, 1)), opening_day(plan, date(2020, 3, 1))
    (datetime.date(2020, 10, 30), datetime.date(2020, 3, 1))
    """
    if today.year <= plan.year:
        return today
    return max((day for day in _fact_days(plan) if day <= today), default=date(plan.year, 12, 31))


def running_year(plans: Sequence[AnyPlan], today: date) -> AnyPlan | None:
    """The plan of today's year, or else the latest that has begun, or else the first there is; None without plans.

    >>> from datetime import date
    >>> from lawtrack.plan import Plan
    >>> plans = [Plan(2019, "计划", "昆明市"), Plan(2020, "计划", "昆明市")]
    >>> running_year(plans, date(2021, 1, 5)).year
    2020
    """
    begun = [plan for plan in plans if plan.year <= today.year]
    if begun:
        return max(begun, key=lambda plan: plan.year)
    return min(plans, key=lambda plan: plan.year, default=None)


def _fact_days(plan: PlanData) -> Iterator[date]:
    for item in plan.items:
        yield from (held.date.latest for held in item.milestones if held.date.latest)
    yield from (change.date.latest for change in plan.changes if change.date.latest)


def _timeliness(progress: Progress, record: StatusRecord) -> str:
    if progress.ended or any(change.kind in _GONE for change in progress.changes):
        return "ended"
    if record["overdue"]:
        return "late"
    left = record["days_left"]
    if left is not None:
        if left < 0:
            return "silent"
        return "soon" if left <= SOON else "running"
    if progress.stage == UNKNOWN:
        return "unknown"
    return "open" if progress.next_stage else "done"


def _pressing(record: BoardRecord) -> tuple[int, int]:
    """The order of rows: what presses first, within that the nearest day; ties as in the file."""
    left = record["days_left"]
    return TIMELINESS.index(record["timeliness"]), left if left is not None else 10**6
