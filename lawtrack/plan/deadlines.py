"""Statutory time limits at work: which have started, when they end, and what became of each.

A limit starts with its own event. Where that may have happened but no source dates it, the nearest earlier one that
the profile names stands in for it, and the deadline says so. Met, late and too early are said only of what is
certainly so, whatever exact days stand behind vague dates. Where no edition of the law was in force on the starting
day, there is no deadline.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from lawtrack.plan.stages import END

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from lawtrack.plan.dates import VagueDate
    from lawtrack.plan.model import Milestone, Task
    from lawtrack.plan.procedure import Limit
    from lawtrack.plan.progress import Progress


class State(StrEnum):
    """What became of a time limit.

    >>> [each.value for each in State]
    ['running', 'met', 'met-late', 'too-early', 'uncertain', 'overdue', 'unverified', 'overtaken', 'waived', 'ended', 'no-calendar']
    """

    RUNNING = "running"
    MET = "met"
    MET_LATE = "met-late"
    TOO_EARLY = "too-early"  # a minimum period was cut short
    UNCERTAIN = "uncertain"  # reached, but the dates are too vague to say whether in time
    OVERDUE = "overdue"
    UNVERIFIED = "unverified"  # the day is past and public sources are silent: nobody may be called late
    OVERTAKEN = "overtaken"  # a later stage is recorded, this one is not
    WAIVED = "waived"
    ENDED = "ended"  # the project ended first
    NO_CALENDAR = "no-calendar"  # the holiday calendar does not reach


OPEN: Final = frozenset({State.RUNNING, State.OVERDUE, State.UNVERIFIED})
_MEASURED: Final = frozenset({State.MET, State.MET_LATE, State.TOO_EARLY})


@dataclass(frozen=True, slots=True)
class Deadline:
    """One time limit that has started for one item.

    `due` is its last day (the first allowed one where `minimum`); `start` the event it was counted from, a stand-in
    where `stands_in` names the event that no source dates. `spare` counts the days between `met` and `due`.

    >>> from datetime import date
    >>> from lawtrack.plan import Item, Milestone, Plan, VagueDate, progress_in
    >>> sent = Milestone("submitted-for-approval", VagueDate.parse("2020-03-01"))
    >>> item = Item("air", "某市清洁空气条例", "local-regulation", "enact", milestones=(sent,))
    >>> (limit,) = deadlines_of(next(progress_in([Plan(2020, "计划", "昆明市", (item,))], "2020-06-21")))
    >>> limit.limit, str(limit.due), limit.days_left(date(2020, 6, 21))
    ('approval', '2020-07-01', 10)
    """

    limit: str
    stage: str
    who: str | None
    basis: str
    minimum: bool
    started_by: str
    start: VagueDate
    stands_in: str | None
    due: date | None
    state: State
    met: VagueDate | None = None
    spare: int | None = None
    title: str | None = None

    def days_left(self, as_of: date) -> int | None:
        """Days from `as_of` to the due date, negative once it is past; None where it is not open."""
        return (self.due - as_of).days if self.due and self.state in OPEN else None


def deadlines_of(progress: Progress) -> list[Deadline]:
    """Every limit of the item that has started by the day of `progress`, in the order of the profile.

    >>> from lawtrack.plan import Item, Milestone, Plan, VagueDate, progress_in
    >>> sent = Milestone("submitted-for-approval", VagueDate.parse("2020-03-01"))
    >>> item = Item("air", "某市清洁空气条例", "local-regulation", "enact", milestones=(sent,))
    >>> (progress,) = progress_in([Plan(2020, "计划", "昆明市", (item,))], "2020-08-01")
    >>> [(limit.limit, str(limit.due), limit.state.value) for limit in deadlines_of(progress)]
    [('approval', '2020-07-01', 'overdue')]
    """
    deadlines = [
        deadline
        for limit in progress.profile.limits
        if not limit.task
        for deadline in _started(progress, limit)
    ]
    if progress.item.tasks:
        deadlines += _task_deadlines(progress)
    return deadlines


def _started(progress: Progress, limit: Limit, task: Task | None = None) -> Iterator[Deadline]:
    """The deadline of `limit`, once it has started; nothing where no edition of its law was in force."""
    start = progress.reached.get(limit.after)
    stands_in = None if start else limit.after
    if start is None and progress.may_have_been(limit.after):
        known = (progress.reached.get(stage) for stage in limit.or_after)
        start = next((milestone for milestone in known if milestone), None)
    counted_from = start.date.latest if start else None
    basis = limit.basis_on(counted_from) if counted_from else None
    if start is None or counted_from is None or basis is None:
        return
    due = limit.period.after(counted_from)
    met = task.done if task else _met(progress, limit, start)
    if met and not (met.certainly_by(progress.as_of) or limit.to.endswith(END)):
        met = None  # an end is announced at the beginning, anything else counts once it has happened
    state = _outcome(progress, limit, start, due, met)
    yield Deadline(
        limit=limit.id,
        stage=limit.to,
        who=(task.who if task else None) or limit.who,
        basis=str(basis),
        minimum=limit.at_least is not None,
        started_by=start.stage,
        start=start.date,
        stands_in=stands_in,
        due=due,
        state=state,
        met=met,
        spare=_spare(due, met, minimum=limit.at_least is not None) if state in _MEASURED else None,
        title=task.title if task else None,
    )


def _met(progress: Progress, limit: Limit, start: Milestone) -> VagueDate | None:
    """When the stage that the limit asks for was reached."""
    if limit.to.endswith(END):
        return start.until
    reached = progress.reached.get(limit.to)
    return reached.date if reached else None


def _outcome(
    progress: Progress, limit: Limit, start: Milestone, due: date | None, met: VagueDate | None
) -> State:
    if due is None:
        return State.NO_CALENDAR
    if any(change.kind == "waived" and change.limit == limit.id for change in progress.changes):
        return State.WAIVED
    if met is not None:
        stands_in = start.stage != limit.after
        first_due = limit.period.after(start.date.earliest) if start.date.earliest else None
        judge = _kept if limit.at_least else _reached
        return judge(met, first_due, due, stands_in=stands_in)
    if progress.ended:
        return State.ENDED
    if progress.overtaken(limit.to.removesuffix(END)):
        return State.OVERTAKEN
    if progress.as_of <= due or limit.at_least:
        return State.RUNNING
    return _past(progress)


def _reached(met: VagueDate, first_due: date | None, due: date, *, stands_in: bool) -> State:
    """Was a last day kept? The true start of a limit that was counted from a stand-in, and so its end, may be later."""
    if first_due and met.certainly_by(first_due):
        return State.MET
    late = met.earliest is not None and met.earliest > due
    return State.MET_LATE if late and not stands_in else State.UNCERTAIN


def _kept(met: VagueDate, first_due: date | None, due: date, *, stands_in: bool) -> State:
    """Was a minimum kept? Its end came certainly after it, or certainly before."""
    if met.earliest is not None and met.earliest >= due and not stands_in:
        return State.MET
    early = first_due is not None and met.latest is not None and met.latest < first_due
    return State.TOO_EARLY if early else State.UNCERTAIN


def _past(progress: Progress) -> State:
    """What a day that is past without any record means: it depends on who keeps the record."""
    return State.OVERDUE if progress.plan.records == "office" else State.UNVERIFIED


def _spare(due: date | None, met: VagueDate | None, *, minimum: bool) -> int | None:
    """Days from the one to the other: to spare before a last day, beyond a minimum; negative where it was missed."""
    if due is None or met is None or met.latest is None:
        return None
    return (met.latest - due).days if minimum else (due - met.latest).days


def _task_deadlines(progress: Progress) -> Iterator[Deadline]:
    """The tasks of the item that have a due date: by a limit of the profile, or by their own basis."""
    for task in progress.item.tasks:
        limit = progress.profile.limit_by_id.get(task.limit) if task.limit else None
        if limit:
            yield from _started(progress, limit, task)
        elif task.due and task.due.latest and task.basis:
            yield _own_deadline(progress, task, task.due, task.due.latest, task.basis)


def _own_deadline(progress: Progress, task: Task, written: VagueDate, due: date, basis: str) -> Deadline:
    done = task.done if task.done and task.done.certainly_by(progress.as_of) else None
    still = State.RUNNING if progress.as_of <= due else _past(progress)
    state = _reached(done, due, due, stands_in=False) if done else still
    return Deadline(
        limit=task.id or task.title,
        stage=task.id or task.title,
        who=task.who,
        basis=basis,
        minimum=False,
        started_by=progress.stage,
        start=written,
        stands_in=None,
        due=due,
        state=state,
        met=done,
        spare=_spare(due, done, minimum=False) if state in _MEASURED else None,
        title=task.title,
    )
