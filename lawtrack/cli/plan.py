"""`lawtrack plan`: the annual plan on the command line."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawtrack.errors import NotFound

if TYPE_CHECKING:
    from lawtrack.plan import Plan

_YEAR = click.option(
    "--year", type=click.IntRange(1949, 2200), help="Year of the plan; all there are if left out."
)
_PLAN = click.option(
    "--plan",
    "plan_file",
    type=click.Path(path_type=Path),
    help="The plan's YAML file, instead of plans/YEAR.yaml of the workspace.",
)
_AS_OF = click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day to look from, as 2020-12-02; today if left out.",
)


@click.group(short_help="The annual legislative plan. 立法计划")
def plan() -> None:
    """The annual legislative plan: where each project stands, which time limits run. 立法计划。"""


@plan.command(short_help="Where every project stands. 执行情况")
@_YEAR
@_PLAN
@_AS_OF
@click.option("--json", "as_json", is_flag=True, help="One JSON array of records on standard output.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Write a file: .xlsx .docx .csv .json .html .ics .md",
)
def status(
    year: int | None, plan_file: Path | None, as_of: datetime | None, as_json: bool, output: Path | None
) -> None:
    """Where every project of the plan stands at the end of a day, and which statutory time limit runs.

    \b
    Examples:
      lawtrack plan status
      lawtrack plan status --year 2020 --as-of 2020-09-01
      lawtrack plan status --as-of 2020-12-02 -o status.xlsx
      lawtrack plan status --plan plans/2020.yaml --json
    """
    day = as_of.date() if as_of else today()
    plans = find_plans(plan_file, year)
    if output:
        from lawtrack.formats.plan_files import write_status

        click.echo(write_status(plans, day, output), err=True)
    if as_json:
        from lawtrack.formats.plan_text import status_json

        click.echo(status_json(plans, day).decode(), nl=False)
    elif not output:
        from lawtrack.formats.plan_screen import status_screen

        click.echo(status_screen(plans, day))


def today() -> date:
    """The day by the clock of this machine; only the faces ask it."""
    return datetime.now().astimezone().date()


def find_plans(plan_file: Path | None, year: int | None) -> list[Plan]:
    """The plan in `plan_file`, or those of the workspace around the current folder; one year of them, or all.

    Raises NotFound, saying where it looked, where there is none.
    """
    from lawtrack.plan import Plan

    if plan_file:
        return [Plan.load(plan_file)]
    pattern = f"{year}.yaml" if year else "[0-9][0-9][0-9][0-9].yaml"
    here = Path.cwd()
    for folder in (here, *here.parents):
        if found := sorted((folder / "plans").glob(pattern)):
            return [Plan.load(path) for path in found]
    raise NotFound("plan.no-plan", looked=f"plans/{year or '2020'}.yaml")
