"""The year: one row a project of the annual plan, and every change of it. Each change is one commit, and can be undone."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final, get_args

from lawtrack.drafts import slug_for
from lawtrack.errors import Conflict, LawtrackError, NotFound, UnusableInput
from lawtrack.messages import translate
from lawtrack.notebook.page.answers import Done
from lawtrack.notebook.page.naming import say_version
from lawtrack.plan import (
    UNKNOWN,
    Action,
    Change,
    InstrumentKind,
    Item,
    Milestone,
    Plan,
    VagueDate,
    add_change,
    add_item,
    add_milestone,
    as_day,
    board_records,
    library_for,
    opening_day,
    running_year,
    stage_label,
    with_versions,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from lawtrack.drafts import Draft
    from lawtrack.notebook.page.answers import Given
    from lawtrack.notebook.page.desk import Desk
    from lawtrack.notebook.page.shapes import (
        ItemAdded,
        ItemChoices,
        LooseDraft,
        NoYear,
        YearRow,
        YearShown,
    )
    from lawtrack.plan import BoardRecord, ChangeKind
    from lawtrack.store import Version

_ASIDE: Final = ("suspended", "withdrawn", "terminated", "carried-over")


def show(desk: Desk, given: Given) -> YearShown | NoYear:
    """The plan of the year asked for, as of the day asked for; without either, where one would want to begin."""
    plans = desk.plans()
    years = [plan.year for plan in plans]
    plan = _wanted(plans, given.number("year"), desk.today())
    if plan is None:
        return {
            "years": years,
            "year": None,
            "rows": [],
            "counts": {},
            "shallow": desk.workspace.shallow,
            "drafts": _without_item(desk.workspace.drafts(), []),
        }
    day = as_day(given.words("as_of")) if given.words("as_of") else opening_day(plan, desk.today())
    versions = desk.workspace.log()
    told = [with_versions(each, versions) for each in plans]
    records = [record for record in board_records(told, day) if record["year"] == plan.year]
    drafts, tallies = desk.workspace.drafts(), desk.tallies()
    rows = [_row(plan, record, versions, drafts, tallies) for record in records]
    return {
        "years": years,
        "year": plan.year,
        "title": plan.title,
        "place": plan.jurisdiction,
        "public": plan.records == "public",
        "note": plan.note or "",
        "as_of": day.isoformat(),
        "opening": opening_day(plan, desk.today()).isoformat(),
        "today": desk.today().isoformat(),
        "rows": rows,
        "counts": dict(Counter(row["timeliness"] for row in rows)),
        "unanswered": sum(1 for row in rows if row["unanswered"]),
        "stages": _board_columns(rows),
        "shallow": desk.workspace.shallow,
        "choices": _choices(),
        "drafts": _without_item(drafts, rows),
    }


def record(desk: Desk, given: Given) -> Done[None]:
    """A stage of a project, as it happened."""
    year, item = _year_and_item(given)
    stage = given.words("stage", needed=True)
    milestone = Milestone(
        stage=stage,
        date=_day(given, "date", year),
        until=_day(given, "until", year) if given.words("until") else None,
        body=given.words("body") or None,
        meeting=given.words("meeting") or None,
        note=given.words("note") or None,
    )
    _refuse_strange(desk, year, item, milestone)
    token = desk.edit_plan(
        year,
        lambda text: add_milestone(text, item, milestone, library_for(desk.plan_file(year))),
        _subject(desk, year, item, stage_label(stage)),
    )
    title = _item(desk, year, item).title
    sentence = translate("bench.recorded", title=title, stage=stage_label(stage), date=milestone.date.iso)
    return Done(sentence, None, token)


def postpone(desk: Desk, given: Given) -> Done[None]:
    """A target of a project moved to another day, with the reason."""
    year, item = _year_and_item(given)
    given.words("reason", needed=True)
    to = _day(given, "to", year)
    change = _change(desk, given, "postponed", to=to, stage=given.words("stage") or None)
    title = _item(desk, year, item).title
    return Done(
        translate("bench.postponed", title=title, to=to.iso), result=None, undo=_enter(desk, year, change)
    )


def take_out(desk: Desk, given: Given) -> Done[None]:
    """A project taken out of the year's plan, with the reason."""
    year, item = _year_and_item(given)
    given.words("reason", needed=True)
    title = _item(desk, year, item).title
    return Done(
        translate("bench.taken-out", title=title),
        result=None,
        undo=_enter(desk, year, _change(desk, given, "removed")),
    )


def rename(desk: Desk, given: Given) -> Done[None]:
    """A project under another title."""
    year, item = _year_and_item(given)
    old = _item(desk, year, item).title
    change = replace(_change(desk, given, "renamed"), title=given.words("title", needed=True))
    return Done(
        translate("bench.renamed", old=old, new=change.title), result=None, undo=_enter(desk, year, change)
    )


def carry_over(desk: Desk, given: Given) -> Done[None]:
    """A project handed on to the next year's plan: entered there as a continuation where that plan is in the workspace."""
    year, item = _year_and_item(given)
    held = _item(desk, year, item)
    token = _enter(desk, year, _change(desk, given, "carried-over"))
    try:
        desk.plan_file(year + 1)
    except NotFound:
        return Done(translate("bench.carried-without", title=held.title, year=year + 1), None, token)
    goes_on = Item(
        held.id, held.title, held.instrument, held.action, continues=year, draft=held.draft,
        drafting_unit=held.drafting_unit, profile=held.profile,
    )  # fmt: skip
    try:
        later = desk.edit_plan(
            year + 1,
            lambda text: add_item(text, goes_on, library_for(desk.plan_file(year + 1))),
            _subject(desk, year, item, translate("plan.change-carried-over", lang="zh")),
        )
    except LawtrackError:
        desk.take_back(token)  # both plans say it, or none
        raise

    def back() -> str:
        desk.take_back(later)
        return desk.take_back(token)

    return Done(translate("bench.carried", title=held.title, year=year + 1), None, desk.remember(back))


def add(desk: Desk, given: Given) -> Done[ItemAdded]:
    """A new project in the plan; nobody has to think of an id for it."""
    year = wanted_year(given)
    plan = Plan.load(desk.plan_file(year))
    title = given.words("title", needed=True).strip("《》")
    if any(item.title == title for item in plan.items):
        raise Conflict("bench.item-there", title=title)
    instrument, action = given.words("instrument"), given.words("action")
    if instrument not in get_args(InstrumentKind) or action not in get_args(Action):
        raise UnusableInput("bench.needed", field=translate("bench.field-instrument"))
    item = Item(
        slug_for(title, plan.by_id), title, instrument, action,  # type: ignore[arg-type] # checked above
        drafting_unit=given.words("drafting_unit") or None, draft=given.words("draft") or None,
    )  # fmt: skip
    token = desk.edit_plan(
        year,
        lambda text: add_item(text, item, library_for(desk.plan_file(year))),
        translate(
            "bench.commit-plan",
            lang="zh",
            year=year,
            title=title,
            what=translate("plan.change-added", lang="zh"),
        ),
    )
    return Done(translate("bench.added", title=title, year=year), {"item": item.id}, token)


def _wanted(plans: list[Plan], year: int | None, today: date) -> Plan | None:
    return next((plan for plan in plans if plan.year == year), None) or running_year(plans, today)


def _row(
    plan: Plan,
    record: BoardRecord,
    versions: Sequence[Version],
    drafts: Sequence[Draft],
    tallies: Mapping[str, tuple[int, int]],
) -> YearRow:
    item = plan.by_id[record["id"]]
    slug = draft_of(item, drafts)
    own = [version for version in versions if version.draft == slug]
    opinions, unanswered = tallies.get(slug, (0, 0))
    return {
        **record,
        "instrument": translate(f"plan.instrument-{record['instrument']}"),
        "action": translate(f"plan.action-{record['action']}"),
        "draft": slug,
        "versions": len(own),
        "newest": say_version(own[-1]) if own else "",
        "remark": item.note or "",
        "opinions": opinions,
        "unanswered": unanswered,
        "steps": _steps(plan, item),
    }


def draft_of(item: Item, drafts: Sequence[Draft]) -> str:
    """The draft that belongs to the project, "" where there is none: as the plan says, else as the draft says."""
    if item.draft and any(draft.slug == item.draft for draft in drafts):
        return item.draft
    return next((draft.slug for draft in drafts if draft.plan_item == item.id), "")


def _steps(plan: Plan, item: Item) -> list[list[str]]:
    """The stages that can be recorded for the project: those of its procedure, then those beside it."""
    profile = library_for(plan.path).of(item, plan.jurisdiction)
    stages = [*(step.id for step in profile.steps), *_ASIDE]
    return [[stage, stage_label(stage)] for stage in dict.fromkeys(stages)]


def _board_columns(rows: list[YearRow]) -> list[list[str]]:
    """The stages at which somebody stands, in the order of the procedure of whoever has the longest."""
    order: dict[str, str] = {UNKNOWN: stage_label(UNKNOWN)}
    for row in sorted(rows, key=lambda row: -len(row["steps"])):
        order.update({stage: label for stage, label in row["steps"] if stage not in order})
    there = {row["stage"] for row in rows}
    return [[stage, label] for stage, label in order.items() if stage in there]


def _choices() -> ItemChoices:
    kinds, actions = get_args(InstrumentKind), get_args(Action)
    return {
        "instrument": [[kind, translate(f"plan.instrument-{kind}")] for kind in kinds],
        "action": [[action, translate(f"plan.action-{action}")] for action in actions],
    }


def _without_item(drafts: Sequence[Draft], rows: list[YearRow]) -> list[LooseDraft]:
    """Drafts that no row shows: they must not vanish from sight."""
    shown = {row["draft"] for row in rows}
    return [{"draft": draft.slug, "title": draft.title} for draft in drafts if draft.slug not in shown]


def wanted_year(given: Given) -> int:
    """The year that a request is about. Raises UnusableInput where it names none."""
    year = given.number("year")
    if year is None:
        raise UnusableInput("bench.needed", field=translate("bench.field-year"))
    return year


def _year_and_item(given: Given) -> tuple[int, str]:
    return wanted_year(given), given.words("item", needed=True)


def _item(desk: Desk, year: int, item: str) -> Item:
    return Plan.load(desk.plan_file(year)).item(item)


def _day(given: Given, name: str, year: int) -> VagueDate:
    return VagueDate.parse(given.words(name, needed=True), year)


def _change(
    desk: Desk, given: Given, kind: ChangeKind, *, to: VagueDate | None = None, stage: str | None = None
) -> Change:
    year, item = _year_and_item(given)
    day = _day(given, "date", year) if given.words("date") else VagueDate.on(desk.today())
    return Change(
        day,
        item,
        kind,
        body=given.words("body") or None,
        reason=given.words("reason") or None,
        to=to,
        stage=stage,
    )


def _enter(desk: Desk, year: int, change: Change) -> str:
    what = translate(f"plan.change-{change.kind}", lang="zh")
    return desk.edit_plan(
        year,
        lambda text: add_change(text, change, library_for(desk.plan_file(year))),
        _subject(desk, year, change.item, what),
    )


def _subject(desk: Desk, year: int, item: str, what: str) -> str:
    """What git's log says of it: in Chinese, for it does not change its language with whoever saves."""
    title = _item(desk, year, item).title
    return translate("bench.commit-plan", lang="zh", year=year, title=title, what=what)


def _refuse_strange(desk: Desk, year: int, item: str, milestone: Milestone) -> None:
    """Raises where the same is recorded already, or the day lies in the future: nothing has happened tomorrow."""
    if milestone.date.earliest and milestone.date.earliest > desk.today():
        raise UnusableInput("bench.future", date=milestone.date.iso)
    if milestone.until and milestone.until.certainly_before(milestone.date):
        raise UnusableInput("bench.ends-before", date=milestone.until.iso)
    for held in _item(desk, year, item).milestones:
        if held.stage == milestone.stage and held.date == milestone.date:
            raise Conflict("bench.recorded-already", stage=stage_label(held.stage), date=held.date.iso)


ACTIONS: Final = {
    "year.show": show,
    "year.record": record,
    "year.postpone": postpone,
    "year.take-out": take_out,
    "year.rename": rename,
    "year.carry-over": carry_over,
    "year.add": add,
}
