"""`lawtrack plan add | record | change | set | import`: entries of the plan, without opening the YAML.

In a workspace each is one commit; beside one, the file is replaced in one step.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from lawtrack.cli.plan.finding import PLAN, YEAR_OF_ONE, one_plan_file
from lawtrack.cli.printing import print_text, visible
from lawtrack.cli.workspaces import now
from lawtrack.errors import Conflict, LawtrackError, NotFound
from lawtrack.messages import translate
from lawtrack.plan import (
    END,
    Action,
    Certainty,
    Change,
    ChangeKind,
    InstrumentKind,
    Item,
    Milestone,
    Plan,
    stage_label,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from lawtrack.plan import Library, VagueDate

SOURCE = click.option("--source", help="A key of the plan's sources.")


@click.command(short_help="Add a project to the plan. 新增项目")
@YEAR_OF_ONE
@PLAN
@click.argument("item_id", metavar="ID")
@click.argument("title")
@click.option(
    "--instrument", type=click.Choice(get_args(InstrumentKind)), default="local-regulation", show_default=True
)
@click.option("--action", type=click.Choice(get_args(Action)), default="enact", show_default=True)
@click.option("--drafting-unit", help="Who drafts it; leave out what no source says.")
@SOURCE
def add(
    year: int | None,
    plan_file: Path | None,
    item_id: str,
    title: str,
    instrument: InstrumentKind,
    action: Action,
    drafting_unit: str | None,
    source: str | None,
) -> None:
    """Add the project ID with its TITLE to the plan.

    \b
    Example:
      lawtrack plan add noise 昆明市噪声污染防治条例 --action enact
    """
    from lawtrack.plan import add_item

    item = Item(item_id, title, instrument, action, drafting_unit=drafting_unit, source=source)
    _edit(
        one_plan_file(plan_file, year),
        lambda text, profiles: add_item(text, item, profiles),
        f"plan: add {item_id}",
        translate("plan.told-added", title=title),
    )


@click.command(short_help="Record what happened to a project. 登记环节")
@YEAR_OF_ONE
@PLAN
@click.argument("item_id", metavar="ID")
@click.argument("stage")
@click.argument("when", metavar="DATE")
@click.option("--until", help="The day on which a stage that lasts ends.")
@click.option("--meeting", help="The meeting that dealt with it.")
@click.option("--body", help="Who did it.")
@click.option(
    "--certainty",
    type=click.Choice(get_args(Certainty)),
    help="A official text, B repost, C news, D inference.",
)
@click.option("--note", help="What the reader should know; for D, why.")
@SOURCE
def record(
    year: int | None,
    plan_file: Path | None,
    item_id: str,
    stage: str,
    when: str,
    until: str | None,
    meeting: str | None,
    body: str | None,
    certainty: Certainty | None,
    note: str | None,
    source: str | None,
) -> None:
    """Record that the project ID reached STAGE on DATE (2020-08-28, 2020-08, ≤2020-07-30, 8月底前).

    \b
    Example:
      lawtrack plan record clean-air filed 2021-01-05 --source S1 --certainty A
    """
    from lawtrack.plan import add_milestone

    file = one_plan_file(plan_file, year)
    in_year = Plan.load(file).year
    stage = _stage(stage)
    milestone = Milestone(
        stage=stage,
        date=_date(when, in_year),
        until=_date(until, in_year) if until else None,
        body=body,
        meeting=meeting,
        source=source,
        certainty=certainty,
        note=note,
    )
    _edit(
        file,
        lambda text, profiles: add_milestone(text, item_id, milestone, profiles),
        f"plan: {item_id} {stage} {when}",
        translate("plan.told-recorded", item=item_id, stage=stage_label(stage), when=milestone.date),
    )


@click.command(short_help="Enter a decision that changes the plan. 调整计划")
@YEAR_OF_ONE
@PLAN
@click.argument("item_id", metavar="ID")
@click.argument("kind", type=click.Choice(get_args(ChangeKind)))
@click.argument("when", metavar="DATE")
@click.option("--body", help="Who decided, as 主任会议.")
@click.option("--reason", help="Why, as the decision says.")
@click.option("--stage", help="The target that a postponement moves; all of them if left out.")
@click.option("--to", help="Where it moves to.")
@click.option("--limit", help="The id of the time limit that is waived.")
@click.option("--title", help="The new name of a project that is renamed.")
@SOURCE
def change(
    year: int | None,
    plan_file: Path | None,
    item_id: str,
    kind: ChangeKind,
    when: str,
    body: str | None,
    reason: str | None,
    stage: str | None,
    to: str | None,
    limit: str | None,
    title: str | None,
    source: str | None,
) -> None:
    """Enter the decision of DATE that changes the plan for project ID. Entries are only added, never altered.

    \b
    Examples:
      lawtrack plan change clean-air postponed 2020-06-20 --to 8月底前
      lawtrack plan change clean-air renamed 2020-08-01 --title 昆明市空气条例
    """
    from lawtrack.plan import add_change

    file = one_plan_file(plan_file, year)
    in_year = Plan.load(file).year
    entry = Change(
        _date(when, in_year),
        item_id,
        kind,
        body=body,
        reason=reason,
        stage=_stage(stage) if stage else None,
        to=_date(to, in_year) if to else None,
        limit=limit,
        title=title,
        source=source,
    )
    _edit(
        file,
        lambda text, profiles: add_change(text, entry, profiles),
        f"plan: {item_id} {kind} {when}",
        translate("plan.told-changed", item=item_id, kind=translate(f"plan.change-{kind}"), when=entry.date),
    )


@click.command("set", short_help="Set fields of a project. 修改项目")
@YEAR_OF_ONE
@PLAN
@click.argument("item_id", metavar="ID")
@click.argument("fields", metavar="FIELD=VALUE...", nargs=-1, required=True)
def set_(year: int | None, plan_file: Path | None, item_id: str, fields: tuple[str, ...]) -> None:
    """Set fields of the project ID; FIELD= without a value takes the field out.

    \b
    Example:
      lawtrack plan set --year 2020 clean-air drafting_unit=市生态环境局
    """
    from lawtrack.plan import set_fields

    pairs = {name: value or None for name, _, value in (field.partition("=") for field in fields)}
    file = one_plan_file(plan_file, year)
    _edit(
        file,
        lambda text, profiles: set_fields(text, item_id, pairs, profiles),
        f"plan: set {', '.join(pairs)} of {item_id}",
        translate("plan.told-set", item=item_id, fields="、".join(fields)),
    )


@click.command("import", short_help="Read a published plan. 导入已公布的计划")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--year", type=int, required=True, help="Year of the plan.")
@click.option("--title", required=True, help="Title of the plan.")
@click.option("--jurisdiction", required=True, help="Whose plan it is, as 昆明市.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The YAML file to write; must not exist yet."
)
def import_(file: Path, year: int, title: str, jurisdiction: str, output: Path | None) -> None:
    """Make a plan from a published one: Word, HTML, Excel, CSV or text. What was not understood is listed.

    \b
    Example:
      lawtrack plan import 计划.docx --year 2024 --title 昆明市2024年度立法计划 \\
          --jurisdiction 昆明市 -o plans/2024.yaml
    """
    from lawtrack.formats import read_published, write_text
    from lawtrack.plan import new_plan

    intake = read_published(file, year=year, title=title, jurisdiction=jurisdiction)
    text = new_plan(intake.plan)
    if output is None:
        print_text(text)
    elif output.exists():
        raise Conflict("plan.there-already", file=output)
    else:
        click.echo(translate("cli.written", path=write_text(output, text)), err=True)
    code = "plan.read-items" if intake.leftovers else "plan.read-all"
    click.echo(translate(code, count=len(intake.plan.items), left=len(intake.leftovers)), err=True)
    for left in intake.leftovers:
        click.echo(translate("plan.leftover", line=left.line, words=visible(left.words)), err=True)


def _edit(plan_file: Path, change: Callable[[str, Library], str], message: str, what: str) -> None:
    """The file with `change` made to its text: a commit where a workspace holds it, else one replacement; `what` is told."""
    from lawtrack.formats import write_bytes
    from lawtrack.store import Workspace

    try:
        workspace = Workspace.open(plan_file.resolve().parent)
        place = plan_file.resolve().relative_to(workspace.root.resolve()).as_posix()
    except (NotFound, ValueError):
        file = write_bytes(plan_file, _changed(plan_file, change))
        click.echo(visible(translate("plan.told", what=what, file=file)), err=True)
        return
    head = workspace.repository.head()  # before the file is read: who changes it meanwhile is not overruled
    sha = workspace.commit_files({place: _changed(plan_file, change)}, message, base=head, when=now())
    click.echo(visible(translate("plan.told", what=what, file=f"{plan_file} {sha[:10]}")), err=True)


def _changed(plan_file: Path, change: Callable[[str, Library], str]) -> bytes:
    from lawtrack.plan import library_for
    from lawtrack.records import read_file

    return change(read_file(plan_file), library_for(plan_file)).encode("utf-8")


def _stage(words: str) -> str:
    """The id of the stage that is named by id or label: first-reading, 一审, public-comment.end."""
    from lawtrack.drafts import stage_id

    return stage_id(words.removesuffix(END)) + (END if words.endswith(END) else "")


def _date(words: str, year: int) -> VagueDate:
    from lawtrack.plan import VagueDate

    try:
        return VagueDate.parse(words, year)
    except LawtrackError as error:
        raise click.BadParameter(error.message()) from error


COMMANDS = (add, record, change, set_, import_)
