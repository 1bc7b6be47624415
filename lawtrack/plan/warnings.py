"""What does not fit together in an item, each sentence naming its rule. Warnings never block: practice differs."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lawtrack.messages import translate
from lawtrack.plan.deadlines import State
from lawtrack.plan.stages import END, stage_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.plan.deadlines import Deadline
    from lawtrack.plan.model import Milestone
    from lawtrack.plan.periods import Period
    from lawtrack.plan.progress import Progress


def warnings_of(progress: Progress, deadlines: list[Deadline]) -> Iterator[str]:
    """The item's inconsistencies at the day of `progress`, as sentences in the language in use."""
    yield from _out_of_order(progress)
    yield from _contradictions(progress)
    yield from _without_what_it_needs(progress)
    for deadline in deadlines:
        if deadline.state is State.TOO_EARLY and deadline.due:
            yield _too_early(progress, deadline)
        elif deadline.state is State.MET_LATE and deadline.spare is not None:
            yield translate(
                "plan.met-late", stage=_label(deadline.stage), days=-deadline.spare, basis=deadline.basis
            )


def _out_of_order(progress: Progress) -> Iterator[str]:
    """Stages of the procedure that certainly came before one that they must follow."""
    steps = [step for step in progress.profile.steps if step.id in progress.reached]
    for earlier, later in pairwise(steps):
        if earlier.independent or later.repeated:
            continue
        first, second = progress.reached[earlier.id].date, progress.reached[later.id].date
        if second.certainly_before(first):
            yield translate(
                "plan.out-of-order",
                later=_label(later.id),
                later_date=second.iso,
                earlier=_label(earlier.id),
                earlier_date=first.iso,
                profile=progress.profile.title,
            )


def _contradictions(progress: Progress) -> Iterator[str]:
    """Stages that two sources date so that both cannot be right."""
    seen: dict[str, Milestone] = {}
    for held in progress.item.milestones:
        other = seen.setdefault(held.stage, held)
        step = progress.profile.by_stage.get(held.stage)
        if other is held or (step and step.repeated) or not held.date.certainly_by(progress.as_of):
            continue
        if other.date.certainly_before(held.date) or held.date.certainly_before(other.date):
            yield translate(
                "plan.contradiction",
                stage=_label(held.stage),
                one=other.date.iso,
                one_source=progress.plan.cited(other.source) or "-",
                other=held.date.iso,
                other_source=progress.plan.cited(held.source) or "-",
            )


def _without_what_it_needs(progress: Progress) -> Iterator[str]:
    """Stages recorded without the one they rest on; where records are public, silence proves nothing."""
    if progress.plan.records == "public":
        return
    for step in progress.profile.steps:
        for needed in step.requires if step.id in progress.reached else ():
            if needed not in progress.reached:
                title = progress.profile.title
                yield translate("plan.without", stage=_label(step.id), needed=_label(needed), profile=title)


def _too_early(progress: Progress, deadline: Deadline) -> str:
    limit = progress.profile.limit_by_id[deadline.limit]
    assert deadline.met is not None, "a minimum is cut short by what ended it"
    assert deadline.met.latest is not None, "and that has certainly happened"
    assert deadline.start.latest is not None, "as has what started it"
    days = (deadline.met.latest - deadline.start.latest).days
    code = "plan.shorter-than-usual" if limit.usual else "plan.shorter-than-required"
    return translate(
        code, what=_label(limit.after), days=days, least=in_words(limit.period), basis=deadline.basis
    )


def in_words(period: Period) -> str:
    """The period as the language in use says it.

    >>> from lawtrack.plan.periods import Period
    >>> in_words(Period(4, "months"))
    '4个月'
    """
    return translate(f"plan.period.{period.unit.replace(' ', '-')}", amount=period.amount)


def _label(stage: str) -> str:
    """The stage's name; the end of one that lasts goes by the name of the whole."""
    return stage_label(stage.removesuffix(END))
