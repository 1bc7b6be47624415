"""Where the commands of `lawtrack plan` find the plan they are about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawtrack.cli.workspaces import now
from lawtrack.errors import NotFound
from lawtrack.plan import plans_in

if TYPE_CHECKING:
    from datetime import date

YEAR = click.option(
    "--year", type=click.IntRange(1949, 2200), help="Year of the plan; all there are if left out."
)
YEAR_OF_ONE = click.option(
    "--year", type=click.IntRange(1949, 2200), help="Year of the plan; needed where there are several."
)
PLAN = click.option(
    "--plan",
    "plan_file",
    type=click.Path(path_type=Path),
    help="The plan's YAML file, instead of plans/YEAR.yaml of the workspace.",
)
AS_OF = click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day to look from, as 2020-12-02; today if left out.",
)


def today() -> date:
    """The day by the clock of this machine; only the faces ask it."""
    return now().date()


def plan_files(plan_file: Path | None, year: int | None) -> list[Path]:
    """`plan_file`, or the plans in the nearest folder `plans/` around the current one: of one year, or all.

    Raises NotFound, saying where it looked, where there is none, UnusableInput for a link out of the workspace.
    """
    if plan_file:
        return [plan_file]
    here = Path.cwd()
    for folder in (here, *here.parents):
        if files := plans_in(folder, year):
            return files
    raise NotFound("plan.no-plan", looked=f"plans/{year or '2020'}.yaml")


def one_plan_file(plan_file: Path | None, year: int | None) -> Path:
    """The plan that is meant, where it must be one. Raises NotFound, naming them, where there are several."""
    files = plan_files(plan_file, year)
    if len(files) > 1:
        raise NotFound("plan.several-plans", known=" ".join(path.stem for path in files))
    return files[0]
