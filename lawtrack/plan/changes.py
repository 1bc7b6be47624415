"""The plan as it stood on a day, and what it set out to do against what was done.

A plan file is append-only: an item's targets stay as first decided, and every later decision (延期, 调出, 新增, 结转)
is an entry in `changes`. So the file of today holds the plan of every day before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from lawtrack.plan.dates import as_day
from lawtrack.plan.progress import called

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from lawtrack.plan.dates import VagueDate
    from lawtrack.plan.model import AnyPlan, Change, Target
    from lawtrack.plan.progress import Progress

_GONE = frozenset({"removed", "carried-over"})


class Outcome(StrEnum):
    """What became of a target.

    >>> from lawtrack.plan import Outcome
    >>> Outcome("on-time") is Outcome.ON_TIME, str(Outcome.LATE)
    (True, 'late')
    """

    PENDING = "pending"
    ON_TIME = "on-time"
    LATE = "late"
    UNCERTAIN = "uncertain"  # reached, but the dates are too vague to say whether in time
    MISSED = "missed"  # the day is past and the office has recorded nothing
    UNVERIFIED = "unverified"  # the day is past and public sources are silent
    UNDATED = "undated"  # the plan itself says 待定
    GONE = "gone"  # the item was taken out of the year's plan


@dataclass(frozen=True, slots=True)
class Aim:
    """A target of one item: as first planned, as it stands now, and what happened."""

    stage: str
    planned: VagueDate | None
    now: VagueDate | None
    actual: VagueDate | None
    outcome: Outcome


def as_it_stood(plan: AnyPlan, day: date | str) -> AnyPlan:
    """The plan as decided by the end of `day`: items, titles and targets of then, entries made by then.

    What happened to the items is left as it is known now; `Plan.status` asks about that.
    """
    day = as_day(day)
    made = tuple(change for change in plan.changes if change.date.certainly_by(day))
    out = {change.item for change in made if change.kind in _GONE}
    out |= {change.item for change in plan.changes if change.kind == "added" and change not in made}
    kept = [item for item in plan.items if item.id not in out]
    items = tuple(
        replace(
            called(item, _about(plan.changes, item.id), day),
            targets=moved(item.targets, _about(made, item.id)),
        )
        for item in kept
    )
    return replace(plan, items=items, changes=made)


def moved(targets: Sequence[Target], changes: Sequence[Change]) -> tuple[Target, ...]:
    """The targets where the postponements among `changes` put them, the last entry winning."""
    to = {change.stage: change.to for change in changes if change.kind == "postponed"}
    every = to.get(None)
    return tuple(replace(held, date=to.get(held.stage, every) or held.date) for held in targets)


def aims_of(progress: Progress) -> Iterator[Aim]:
    """Each target of the item against what happened by the day of `progress`.

    >>> from lawtrack.plan import Item, Plan, Target, VagueDate, progress_in
    >>> target = Target("first-reading", VagueDate.parse("2020-03"))
    >>> item = Item("air", "某市清洁空气条例", "local-regulation", "enact", targets=(target,))
    >>> (progress,) = progress_in([Plan(2020, "计划", "昆明市", (item,))], "2020-06-01")
    >>> [str(aim.outcome) for aim in aims_of(progress)]
    ['missed']
    """
    targets = progress.item.targets
    for target, now in zip(targets, moved(targets, progress.changes), strict=True):
        reached = progress.reached.get(target.stage)
        actual = reached.date if reached else None
        yield Aim(
            target.stage, target.date, now.date, actual, _outcome(progress, target.stage, now.date, actual)
        )


def _outcome(progress: Progress, stage: str, aim: VagueDate | None, actual: VagueDate | None) -> Outcome:
    if aim is None:
        return Outcome.UNDATED
    if actual is None and progress.overtaken(stage):
        return Outcome.ON_TIME if _later_by(progress, stage, aim) else Outcome.UNCERTAIN
    if actual is not None:
        if aim.latest is None or actual.certainly_by(aim.latest):
            return Outcome.ON_TIME
        return Outcome.LATE if aim.certainly_before(actual) else Outcome.UNCERTAIN
    if any(change.kind in _GONE for change in progress.changes):
        return Outcome.GONE
    if aim.latest is None or progress.as_of <= aim.latest:
        return Outcome.PENDING
    return Outcome.MISSED if progress.plan.records == "office" else Outcome.UNVERIFIED


def _later_by(progress: Progress, stage: str, aim: VagueDate) -> bool:
    """Was a later stage certainly reached in time, and with it this one?"""
    order = progress.profile.order
    later = (held.date for name, held in progress.reached.items() if order.get(name, -1) > order[stage])
    return aim.latest is None or any(day.certainly_by(aim.latest) for day in later)


def _about(changes: Sequence[Change], item_id: str) -> tuple[Change, ...]:
    return tuple(change for change in changes if change.item == item_id)
