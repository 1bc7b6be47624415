"""From `plans/<year>.yaml` to its data, or to an error that names line, field and remedy; and back to plain data."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lawtrack.messages import known, translate
from lawtrack.plan.dates import VagueDate
from lawtrack.plan.model import PlanData
from lawtrack.plan.procedure import library, library_for
from lawtrack.records import explained, first_problem, read_file, read_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import TypeAdapter

    from lawtrack.plan.procedure import Library
    from lawtrack.records import Place, Problem


def load_plan(path: str | Path) -> PlanData:
    """The plan in the file at `path`. Raises UnusableInput (no file, no UTF-8) and InvalidRecord (breaks the schema)."""
    path = Path(path)
    return replace(read_plan(read_file(path), path.name, library_for(path)), path=path)


def read_plan(text: str, name: str = "plan.yaml", profiles: Library | None = None) -> PlanData:
    """The plan in the YAML `text`; `name` is what messages call it, `profiles` those that it may use (the shipped ones).

    >>> read_plan("{year: 2020, title: 计划, jurisdiction: 昆明市}").year
    2020
    """
    data = read_record(text, name)
    problem = _shape_problem(data) if isinstance(data, dict) else ((), translate("plan.not-a-mapping"))
    if isinstance(data, dict) and problem is None:
        plan, problem = _validated(data, profiles or library())
        if plan is not None and problem is None:
            return plan
    assert problem is not None
    raise explained(problem, text, name)


def _shape_problem(data: dict[str, Any]) -> Problem | None:
    if "path" in data:
        known = ", ".join(each.name for each in fields(PlanData) if each.name != "path")
        return ("path",), translate("records.extra-field", known=known)
    year = data.get("year")
    if not (isinstance(year, str) and year.isdecimal() and len(year) == 4):
        return ("year",), translate("plan.no-year")
    return None


def _validated(data: dict[str, Any], profiles: Library) -> tuple[PlanData | None, Problem | None]:
    from pydantic import ValidationError

    try:
        plan = _adapter().validate_python(data, context={"year": int(data["year"])})
    except ValidationError as error:
        return None, first_problem(error, PlanData, hidden="path")
    return plan, _loose_end(plan, profiles)


@cache
def _adapter() -> TypeAdapter[PlanData]:
    from pydantic import TypeAdapter

    return TypeAdapter(PlanData)


def _loose_end(plan: PlanData, profiles: Library) -> Problem | None:
    """The first reference inside the plan that leads nowhere: an id used twice, a stage, source or item not there."""
    seen: set[str] = set()
    for number, item in enumerate(plan.items):
        if item.id in seen:
            return ("items", number, "id"), translate("plan.twice", item=item.id)
        seen.add(item.id)
        if item.profile and item.profile not in profiles.profiles:
            known_ones = ", ".join(profiles.profiles)
            return ("items", number, "profile"), translate(
                "plan.no-profile", profile=item.profile, known=known_ones
            )
    for place, source in _sources(plan):
        if source and source not in plan.sources:
            return place, translate("plan.no-source", source=source)
    for place, stage in _stages(plan):
        if stage not in profiles.stages and not known(f"stages.{stage}"):
            return place, translate("plan.no-stage", stage=stage)
    for number, change in enumerate(plan.changes):
        if change.item not in seen:
            return ("changes", number, "item"), translate("plan.change-of-nothing", item=change.item)
        if change.kind == "renamed" and not change.title:
            return ("changes", number), translate("plan.rename-to-nothing", item=change.item)
    return None


def _sources(plan: PlanData) -> Iterator[tuple[Place, str | None]]:
    """Every key of `sources` that the plan uses, with its place."""
    yield ("source",), plan.source
    for number, item in enumerate(plan.items):
        yield ("items", number, "source"), item.source
        for listing in ("milestones", "targets", "tasks", "names"):
            for index, entry in enumerate(getattr(item, listing)):
                yield ("items", number, listing, index, "source"), entry.source
    for number, change in enumerate(plan.changes):
        yield ("changes", number, "source"), change.source


def _stages(plan: PlanData) -> Iterator[tuple[Place, str]]:
    """Every stage id that the plan uses, with its place."""
    for number, item in enumerate(plan.items):
        for listing in ("milestones", "targets"):
            for index, entry in enumerate(getattr(item, listing)):
                yield ("items", number, listing, index, "stage"), entry.stage


def plain(value: Any) -> Any:
    """Dataclasses as mappings, dates as written, without empty fields: what goes into a YAML or JSON file."""
    if isinstance(value, VagueDate):
        return value.written or value.iso
    if is_dataclass(value):
        pairs = ((f.name, getattr(value, f.name)) for f in fields(value) if f.name != "path")
        return {name: plain(held) for name, held in pairs if held not in (None, (), {})}
    if isinstance(value, tuple):
        return [plain(entry) for entry in value]
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items()}
    return value
