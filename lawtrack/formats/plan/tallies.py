"""The numbers behind the pictures of a plan: how many items at each stage, whose time limits were kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lawtrack.messages import translate
from lawtrack.plan import UNKNOWN, Outcome, State, aims_of, deadlines_of, progress_in, stage_label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lawtrack.plan import Plan

_BESIDE: Final = (
    999  # a state beside the procedure, as 搁置, comes after its stages; what is unknown comes last
)


@dataclass(frozen=True, slots=True)
class Tally:
    """One bar of a picture: how many there are under a name, and how many of them are late."""

    name: str
    count: int
    late: int = 0


def by_stage(plans: Sequence[Plan], as_of: date | str) -> list[Tally]:
    """How many items stand at each stage, in the order of the procedure, unknown ones last."""
    rows = list(progress_in(plans, as_of))
    place = {UNKNOWN: _BESIDE + 1}
    for progress in rows:
        place.setdefault(progress.stage, progress.profile.order.get(progress.stage, _BESIDE))
    counted = Counter(progress.stage for progress in rows)
    return [Tally(stage_label(stage), counted[stage]) for stage in sorted(counted, key=place.__getitem__)]


def by_unit(plans: Sequence[Plan], as_of: date | str) -> list[Tally]:
    """Time limits and targets by who answers for them, the most late ones first; only what is certainly late counts."""
    every: Counter[str] = Counter()
    late: Counter[str] = Counter()
    for progress in progress_in(plans, as_of):
        for deadline in deadlines_of(progress):
            who = deadline.who or translate("plan.report-unknown")
            every[who] += 1
            late[who] += deadline.state in {State.OVERDUE, State.MET_LATE}
        for aim in aims_of(progress):
            who = progress.item.drafting_unit or translate("plan.report-unknown")
            every[who] += 1
            late[who] += aim.outcome in {Outcome.LATE, Outcome.MISSED}
    ranked = sorted(every, key=lambda who: (-late[who], -every[who], who))
    return [Tally(who, every[who], late[who]) for who in ranked]
