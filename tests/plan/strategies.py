"""Random plans for the engine's properties: any stages of a profile, in any order, with any dates."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from lawtrack.plan import Change, Item, Milestone, Plan, VagueDate
from lawtrack.plan.procedure import library

DAYS = st.dates(date(2014, 1, 1), date(2027, 12, 31))
PROFILES = (
    "city-ordinance",
    "province-ordinance",
    "kunming-ordinance",
    "hangzhou-ordinance",
    "government-rule",
)


@st.composite
def vague_dates(draw: st.DrawFn) -> VagueDate:
    first, last = sorted([draw(DAYS), draw(DAYS)])
    kind = draw(st.sampled_from(["day", "day", "range", "not-after", "not-before"]))
    return {
        "day": VagueDate(first, first),
        "range": VagueDate(first, last),
        "not-after": VagueDate(None, last),
        "not-before": VagueDate(first, None),
    }[kind]


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    profile = draw(st.sampled_from(PROFILES))
    stages = [*library()[profile].order, "suspended", "withdrawn"]
    milestones = draw(
        st.lists(
            st.builds(
                Milestone,
                stage=st.sampled_from(stages),
                date=vague_dates(),
                until=st.none() | st.builds(VagueDate.on, DAYS),
            ),
            max_size=8,
        )
    )
    waived = draw(
        st.lists(
            st.builds(
                Change, date=vague_dates(), item=st.just("a"), kind=st.just("waived"), limit=st.just("filing")
            )
        )
    )
    item = Item(
        id="a",
        title="条例",
        instrument="local-regulation",
        action="enact",
        profile=profile,
        milestones=tuple(milestones),
    )
    records: Any = draw(st.sampled_from(["office", "public"]))
    return Plan(
        year=2020, title="计划", jurisdiction="昆明市", items=(item,), records=records, changes=tuple(waived)
    )
