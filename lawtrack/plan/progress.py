"""Where one item stands at the end of a day: what has happened, the stage, what comes next.

Only what has certainly happened counts. A stage that no source records is unknown, even where a later one shows that
it must have been passed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from lawtrack.plan.dates import as_day
from lawtrack.plan.joining import followed
from lawtrack.plan.procedure import library_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from lawtrack.plan.model import Change, Item, Milestone, PlanData
    from lawtrack.plan.procedure import Profile

UNKNOWN: Final = "unknown"
ENDED: Final = frozenset({"withdrawn", "terminated"})
_BESIDE = 1000  # a state beside the procedure (搁置) outranks a stage of the same day


@dataclass(frozen=True, slots=True)
class Progress:
    """An item at the end of `as_of`: `reached` holds the last certain milestone of each stage.

    >>> from lawtrack.plan import Item, Milestone, Plan, VagueDate, progress_in
    >>> read = Milestone("first-reading", VagueDate.parse("2020-03-01"))
    >>> item = Item("air", "某市清洁空气条例", "local-regulation", "enact", milestones=(read,))
    >>> (progress,) = progress_in([Plan(2020, "计划", "昆明市", (item,))], "2020-04-01")
    >>> progress.stage, progress.next_stage, progress.ended
    ('first-reading', 'second-reading', False)
    """

    plan: PlanData
    item: Item
    profile: Profile
    as_of: date
    reached: dict[str, Milestone]
    current: Milestone | None
    changes: tuple[Change, ...]

    @property
    def stage(self) -> str:
        """The id of the stage, `unknown` where no source says."""
        return self.current.stage if self.current else UNKNOWN

    @property
    def ended(self) -> bool:
        """Has the project been withdrawn or terminated?"""
        return self.stage in ENDED

    def overtaken(self, stage: str) -> bool:
        """Is `stage` not recorded although a later one is?"""
        step = self.profile.by_stage.get(stage)
        if step is None or stage in self.reached or step.independent:
            return False
        place = self.profile.order[stage]
        return any(self.profile.order.get(reached, -1) > place for reached in self.reached)

    def may_have_been(self, stage: str) -> bool:
        """May `stage` have been passed although nothing dates it?

        Where only public sources speak, always; in an office's own records, where a later stage is known, or where
        the stage is one that need not be recorded.
        """
        step = self.profile.by_stage.get(stage)
        unrecorded = step is not None and step.optional
        return self.plan.records == "public" or unrecorded or self.overtaken(stage)

    @property
    def next_stage(self) -> str | None:
        """The next stage that every such instrument passes; None where the stage is unknown or nothing is left."""
        if not self.reached or self.ended:
            return None
        open_stages = (stage for stage in self.profile.required if stage not in self.reached)
        return next((stage for stage in open_stages if not self.overtaken(stage)), None)


def progress_in(plans: Sequence[PlanData], as_of: date | str) -> Iterator[Progress]:
    """Where every item of `plans` stands at the end of `as_of`, in the order of the files.

    An item that entered its plan later is left out; one that was taken out stays, its changes say so.

    >>> from lawtrack.plan import Item, Plan
    >>> plan = Plan(2020, "计划", "昆明市", (Item("air", "某市清洁空气条例", "local-regulation", "enact"),))
    >>> [(progress.item.title, progress.stage) for progress in progress_in([plan], "2020-04-01")]
    [('某市清洁空气条例', 'unknown')]
    """
    day = as_day(as_of)
    for plan in followed(plans):
        library = library_for(plan.path)
        changes: dict[str, list[Change]] = {}
        for change in plan.changes:
            changes.setdefault(change.item, []).append(change)
        for item in plan.items:
            about = tuple(changes.get(item.id, ()))
            if not any(entry.kind == "added" and not entry.date.certainly_by(day) for entry in about):
                yield progress_of(plan, item, library.of(item, plan.jurisdiction), day, about)


def progress_of(
    plan: PlanData, item: Item, profile: Profile, as_of: date, changes: tuple[Change, ...] = ()
) -> Progress:
    """Where `item` stands at the end of `as_of`; `changes` are the plan's entries about it."""
    order = profile.order
    reached: dict[str, Milestone] = {}
    current: Milestone | None = None
    rank: tuple[date, int] | None = None
    for milestone in item.milestones:
        day = milestone.date.latest
        if day is None or day > as_of:
            continue
        place = order.get(milestone.stage, _BESIDE)
        if rank is None or (day, place) >= rank:
            current, rank = milestone, (day, place)
        before = reached.get(milestone.stage)
        if before is None or before.date.latest <= day:  # type: ignore[operator] # reached ones have a last day
            reached[milestone.stage] = milestone
    happened = tuple(change for change in changes if change.date.certainly_by(as_of))
    return Progress(plan, called(item, changes, as_of), profile, as_of, reached, current, happened)


def called(item: Item, changes: Sequence[Change], day: date) -> Item:
    """`item` under the title that it had at the end of `day`; `changes` are the plan's entries about it.

    Before its first rename that is the one of its `names` that no rename gave it.
    """
    given = {change.title: change for change in changes if change.kind == "renamed" and change.title}
    if not given:
        return item
    first = next((name.title for name in item.names if name.title not in given), item.title)
    made = [title for title, change in given.items() if change.date.certainly_by(day)]
    return replace(item, title=[first, *made][-1])
