"""Facts that lie in several places, put together: a project over several years, and a project's draft.

A project that was carried over stands in a later year's plan under the same id with `continues: <year>`; both years
then tell the same story. A draft whose versions carry stages and dates need not have them typed into the plan again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from lawtrack.errors import NotFound
from lawtrack.plan.dates import VagueDate
from lawtrack.plan.model import Milestone, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lawtrack.plan.model import AnyPlan, Item, PlanData

_OLD_TEXT = "in-force-text"  # the text that a revision starts from is no step of the project


class DraftVersion(Protocol):
    """What a draft's version says of itself; the store's versions say it."""

    @property
    def draft(self) -> str:
        """The draft's name."""

    @property
    def stage(self) -> str:
        """The stage's id."""

    @property
    def date(self) -> str:
        """The stage's date as VagueDate reads it."""

    @property
    def meeting(self) -> str | None:
        """The meeting that had the text before it."""


def followed(plans: Sequence[AnyPlan]) -> list[AnyPlan]:
    """The plans with every carried-over project told whole in each of its years.

    Raises NotFound where a project continues one that its year does not have; a year that is not at hand is let be.

    >>> from lawtrack.plan import Item, Milestone, Plan, VagueDate
    >>> read = Milestone("first-reading", VagueDate.parse("2020-11"))
    >>> item = Item("air", "某市清洁空气条例", "local-regulation", "enact", milestones=(read,))
    >>> later = Item("air", "某市清洁空气条例", "local-regulation", "enact", continues=2020)
    >>> plans = followed([Plan(2020, "计划", "昆明市", (item,)), Plan(2021, "计划", "昆明市", (later,))])
    >>> [milestone.stage for milestone in plans[1].items[0].milestones]
    ['first-reading']
    """
    if not any(item.continues for plan in plans for item in plan.items):
        return list(plans)
    by_year = {plan.year: plan for plan in plans}
    told: dict[tuple[int, str], tuple[Milestone, ...]] = {}
    sources = {key: source for plan in plans for key, source in _keyed(plan).items()}
    for plan in sorted(plans, key=lambda plan: plan.year):
        for item in plan.items:
            chain = _chain(by_year, plan, item)
            if len(chain) > 1:
                whole = tuple(held for year, member in chain for held in _with_year(member, year))
                told.update({(year, item.id): whole for year, _ in chain})
    return [
        replace(
            plan,
            sources={**plan.sources, **sources},
            items=tuple(
                replace(item, milestones=told.get((plan.year, item.id), item.milestones))
                for item in plan.items
            ),
        )
        for plan in plans
    ]


def _chain(by_year: Mapping[int, PlanData], plan: PlanData, item: Item) -> list[tuple[int, Item]]:
    """The item and what it continues, the first year first."""
    chain = [(plan.year, item)]
    while (year := item.continues) is not None and year in by_year and year < plan.year:
        plan = by_year[year]
        if item.id not in plan.by_id:
            raise NotFound("plan.continues-nothing", item=item.id, year=plan.year)
        item = plan.by_id[item.id]
        chain.insert(0, (plan.year, item))
    return chain


def _with_year(item: Item, year: int) -> tuple[Milestone, ...]:
    """The milestones with source keys that name their year, since each file has keys of its own."""
    return tuple(
        replace(held, source=f"{year}/{held.source}") if held.source else held for held in item.milestones
    )


def _keyed(plan: PlanData) -> dict[str, Source]:
    return {f"{plan.year}/{key}": source for key, source in plan.sources.items()}


def with_versions(plan: AnyPlan, versions: Iterable[DraftVersion]) -> AnyPlan:
    """The plan with the stages of its drafts' versions as milestones where the plan has none that fits.

    A version whose date contradicts the plan's own is added too, so that the contradiction shows as a warning.

    >>> from types import SimpleNamespace
    >>> from lawtrack.plan import Item, Plan
    >>> item = Item("air", "某市清洁空气条例", "local-regulation", "enact", draft="clean-air")
    >>> version = SimpleNamespace(draft="clean-air", stage="first-reading", date="2020-08-01", meeting="")
    >>> plan = with_versions(Plan(2020, "计划", "昆明市", (item,)), [version])
    >>> [(milestone.stage, str(milestone.date)) for milestone in plan.items[0].milestones]
    [('first-reading', '2020-08-01')]
    """
    of_draft: dict[str, list[DraftVersion]] = {}
    for version in versions:
        if version.stage != _OLD_TEXT and version.date:
            of_draft.setdefault(version.draft, []).append(version)
    sources = dict(plan.sources)
    items = []
    for item in plan.items:
        new = []
        for version in of_draft.get(item.draft or "", ()):
            held = Milestone(version.stage, VagueDate.parse(version.date), meeting=version.meeting or None)
            if not any(_agree(held, own) for own in item.milestones):
                key = f"draft/{item.draft}"
                sources[key] = Source(f"drafts/{item.draft}")
                new.append(replace(held, source=key))
        items.append(replace(item, milestones=(*item.milestones, *new)) if new else item)
    return replace(plan, items=tuple(items), sources=sources)


def _agree(one: Milestone, other: Milestone) -> bool:
    """Can the two be the same event?"""
    apart = one.date.certainly_before(other.date) or other.date.certainly_before(one.date)
    return one.stage == other.stage and not apart
