"""A published plan taken in: first shown as it was read, then kept as that year's plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.errors import UnusableInput
from lawtrack.messages import translate
from lawtrack.notebook.page.answers import Done
from lawtrack.notebook.page.written import put_down
from lawtrack.notebook.page.year import wanted_year
from lawtrack.plan import stage_label

if TYPE_CHECKING:
    from lawtrack.notebook.page.answers import Given
    from lawtrack.notebook.page.desk import Desk
    from lawtrack.notebook.page.shapes import ItemRead, LineLeft, PlanRead, PlanTaken
    from lawtrack.plan import Intake


def preview(_desk: Desk, given: Given) -> PlanRead:
    """What a published plan says: its projects as read, and every line that was not understood."""
    intake = _published(given)
    items: list[ItemRead] = [
        {
            "title": item.title,
            "action": translate(f"plan.action-{item.action}"),
            "instrument": translate(f"plan.instrument-{item.instrument}"),
            "unit": item.drafting_unit or "",
            "targets": [
                f"{stage_label(each.stage)} {each.date.iso if each.date else '–'}" for each in item.targets
            ],
        }
        for item in intake.plan.items
    ]
    left: list[LineLeft] = [{"line": one.line, "words": one.words} for one in intake.leftovers]
    return {"items": items, "left": left}


def take(desk: Desk, given: Given) -> Done[PlanTaken]:
    """The published plan as that year's plan, in one commit."""
    from lawtrack.plan import new_plan

    intake = _published(given)
    year = intake.plan.year
    if not intake.plan.items:
        raise UnusableInput("bench.no-items")
    what = translate("bench.commit-import", lang="zh", year=year)
    _, token = desk.undoable(lambda: desk.add_plan(year, new_plan(intake.plan), what), what)
    sentence = translate(
        "bench.plan-taken", year=year, count=len(intake.plan.items), left=len(intake.leftovers)
    )
    return Done(sentence, {"year": year}, token)


def _published(given: Given) -> Intake:
    from lawtrack.formats import read_published

    with put_down(*given.file("file")) as file:
        return read_published(
            file,
            year=wanted_year(given),
            title=given.words("title", needed=True),
            jurisdiction=given.words("place", needed=True),
        )


ACTIONS: Final = {"year.preview": preview, "year.take": take}
