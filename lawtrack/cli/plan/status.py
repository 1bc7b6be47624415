"""`lawtrack plan`: the annual plan on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawtrack.cli.layouts import LAYOUT
from lawtrack.cli.plan.editing import COMMANDS
from lawtrack.cli.plan.finding import AS_OF, PLAN, YEAR, plan_files, today
from lawtrack.cli.printing import visible
from lawtrack.errors import NotFound
from lawtrack.messages import translate

if TYPE_CHECKING:
    from datetime import date, datetime

    from lawtrack.plan import Plan


@click.group(short_help="The annual legislative plan. 立法计划")
def plan() -> None:
    """The annual legislative plan: where each project stands, which time limits run. 立法计划。"""


for command in COMMANDS:
    plan.add_command(command)


@plan.command(short_help="Where every project stands. 执行情况")
@YEAR
@PLAN
@AS_OF
@click.option("--json", "as_json", is_flag=True, help="One JSON array of records on standard output.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Write a file: .xlsx .docx .csv .json .html .ics .md .svg",
)
@LAYOUT
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
        from lawtrack.formats import write_status

        click.echo(translate("cli.written", path=write_status(plans, day, output)), err=True)
    if as_json:
        from lawtrack.formats import status_json

        click.echo(status_json(plans, day).decode(), nl=False)
    elif not output:
        from lawtrack.formats import status_screen

        click.echo(visible(status_screen(plans, day)))


@plan.command(short_help="Check a plan and warn of what does not fit. 核对")
@YEAR
@PLAN
@AS_OF
@click.option("--exit-code", is_flag=True, help="Exit with 1 where there is a warning.")
@click.pass_context
def check(
    context: click.Context, year: int | None, plan_file: Path | None, as_of: datetime | None, exit_code: bool
) -> None:
    """Check the plan against its schema and its procedure: line and remedy of an error, a sentence for each warning.

    \b
    Example:
      lawtrack plan check --plan plans/2020.yaml --exit-code
    """
    from lawtrack.plan import status_records

    warnings = False
    for one in find_plans(plan_file, year):
        records = status_records([one], as_of.date() if as_of else today())
        warned = [entry for entry in records if entry["warnings"]]
        for entry in warned:
            for words in (entry["warnings"] or "").splitlines():
                click.echo(visible(f"{entry['title']}: {words}"))
        if not warned:
            click.echo(translate("plan.in-order", file=one.path))
        warnings = warnings or bool(warned)
    context.exit(1 if warnings and exit_code else 0)


@plan.command(short_help="The plan as it stood on a day. 某日的计划")
@YEAR
@PLAN
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", required=True, help="The day.")
@click.option("--from-git", is_flag=True, help="From the file as committed by then, not from its entries.")
def agenda(year: int | None, plan_file: Path | None, on: datetime, from_git: bool) -> None:
    """The projects and targets of the plan as decided by the end of a day.

    \b
    Examples:
      lawtrack plan agenda --on 2020-06-30
      lawtrack plan agenda --on 2020-06-30 --from-git
    """
    from lawtrack.plan import stage_label

    for now in find_plans(plan_file, year):
        then = (_committed(now, on.date()) if from_git else now).as_it_stood(on.date())
        click.echo(visible(f"{then.title} {on:%Y-%m-%d}"))
        for item in then.items:
            targets = (f"{stage_label(held.stage)} {held.date or '待定'}" for held in item.targets)
            click.echo(visible("  ".join([item.title, *targets])))


def find_plans(plan_file: Path | None, year: int | None) -> list[Plan]:
    """The plans that `plan_files` finds, with what their drafts say of themselves."""
    from lawtrack.plan import Plan

    return [_with_drafts(Plan.load(path)) for path in plan_files(plan_file, year)]


def _with_drafts(one: Plan) -> Plan:
    """The plan with the stages of its drafts' versions, where a workspace holds both."""
    from lawtrack.plan import with_versions
    from lawtrack.store import Workspace

    assert one.path is not None, "it was found in a file"
    try:
        workspace = Workspace.open(one.path.resolve().parent)
    except NotFound:
        return one
    return with_versions(one, workspace.log())


def _committed(now: Plan, day: date) -> Plan:
    """The plan in the last commit of its file by the end of `day`. Raises NotFound where none is so old."""
    from lawtrack.plan import Plan, library_for
    from lawtrack.records import decoded
    from lawtrack.store import Workspace

    assert now.path is not None, "it was found in a file"
    repository = Workspace.open(now.path.resolve().parent).repository
    place = now.path.resolve().relative_to(repository.root.resolve()).as_posix()
    content = repository.read_as_of(day, place)
    if content is None:
        raise NotFound("plan.not-committed", file=now.path, day=day)
    return Plan.read(decoded(content, place), now.path.name, library_for(now.path))
