"""`lawtrack opinion`: opinions on the clauses of a draft, and what was done with them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lawtrack.cli.layouts import LAYOUT
from lawtrack.cli.printing import print_json, visible
from lawtrack.cli.workspaces import IN_WORKSPACE, print_notice, signed_by, workspace_at
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from lawtrack.drafts import Signed
    from lawtrack.opinions import Followed, Intake, Opinion, Report

_SLUG = click.argument("slug", metavar="SLUG")
_JSON = click.option("--json", "as_json", is_flag=True, help="JSON on standard output.")
_AUTHOR = signed_by("Who enters it")
_ON = click.option("--on", metavar="REF", default="", help="The version it is on; the last one if left out.")
_TO = click.option("--to", metavar="REF", default="", help="The version to follow to; the last if left out.")
_KIND = "department, public, committee, expert or other, or 部门和单位 …"


def _told(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say who has an opinion, and when and how it came."""
    for option in (
        click.option("--date", default="", help="When it came: 2020-08-05, 2020-08 or 2020."),
        click.option("--channel", default="", help="How it came, as 书面征求意见, 听证会."),
        click.option("--kind", default="", help=_KIND),
        click.option("--source", default="", help="Who has it: a body or a person."),
    ):
        command = option(command)
    return command


@click.group(short_help="Opinions and what became of them. 意见台账")
def opinion() -> None:
    """Opinions on the clauses of a draft (意见台账): take in, answer, report.

    \b
    Examples:
      lawtrack opinion import clean-air 财政局反馈.docx --on first-reading
      lawtrack opinion export clean-air -o 采纳情况表.docx
    """


@opinion.command(short_help="Enter one opinion. 登记意见")
@_SLUG
@click.argument("text", metavar="TEXT")
@click.option("--clause", default="", help="The clause in words: 第三条第二款, 总则, 全文.")
@_ON
@click.option("--quote", default="", help="Words of the clause that it is about.")
@_told
@click.option("--suggestion", default="", help="What the words should be instead.")
@click.option("--grounds", default="", help="Why, as its author says.")
@click.option("--note", default="", help="What else to know.")
@_AUTHOR
@IN_WORKSPACE
def add(slug: str, text: str, place: Path, signed: Signed, **told: str) -> None:
    """Enter the opinion TEXT on a clause of the draft SLUG, in a file and a commit of its own.

    \b
    Examples:
      lawtrack opinion add clean-air 建议将“协作”修改为“协同”。 --clause 第三条 \\
        --on first-reading --source 某局 --kind department --date 2020-08-05
      lawtrack opinion add clean-air 建议统一用语。 --clause 全文
    """
    opinions = workspace_at(place).opinions(slug)
    told["kind"] = told["kind"] or "other"
    (one,) = opinions.add(opinions.new(text, **told), **signed)
    click.echo(translate("opinions.added" if one.fresh else "opinions.there", **_named(one)))
    if not one.anchor.known:
        click.secho(_loose(one), fg="yellow", err=True)


@opinion.command(short_help="Answer an opinion. 答复意见")
@_SLUG
@click.argument("opinion_id", metavar="ID")
@click.argument("result", metavar="RESULT")
@click.option("--reason", default="", help="Why.")
@click.option("--by", default="", help="Who answers, as 法制委员会.")
@click.option("--date", default="", help="When: 2020-08-20.")
@click.option("--clause", default="", help="The clause in which it was carried out, if another one.")
@click.option("--stage", default="", help="The stage of the version that has that clause.")
@_AUTHOR
@IN_WORKSPACE
def answer(slug: str, opinion_id: str, result: str, place: Path, signed: Signed, **told: str) -> None:
    """Answer the opinion ID: RESULT is adopted, partly-adopted, not-adopted or explained, or 采纳, 部分采纳, 未采纳 ….

    \b
    Examples:
      lawtrack opinion answer clean-air kd7f2m9x 采纳 --by 法制委员会
      lawtrack opinion answer clean-air kd7f2m9x 未采纳 --reason 上位法已有规定。
    """
    one = workspace_at(place).opinions(slug).answer(opinion_id, result, **told, **signed)
    click.echo(translate("opinions.answered" if one.fresh else "opinions.there", **_named(one)))


@opinion.command(short_help="Name another clause, or other words. 更正意见")
@_SLUG
@click.argument("opinion_id", metavar="ID")
@click.option("--clause", help="The clause in words: 第三条第二款, 总则, 全文.")
@click.option("--on", metavar="REF", help="The version it is on.")
@click.option("--text", help="What it says.")
@click.option("--quote", help="Words of the clause that it is about.")
@click.option("--source", help="Who has it.")
@click.option("--kind", help=_KIND)
@click.option("--channel", help="How it came.")
@click.option("--date", help="When it came.")
@click.option("--suggestion", help="What the words should be instead.")
@click.option("--grounds", help="Why, as its author says.")
@click.option("--note", help="What else to know.")
@_AUTHOR
@IN_WORKSPACE
def correct(slug: str, opinion_id: str, place: Path, signed: Signed, **told: str | None) -> None:
    """Correct fields of the opinion ID; its id stays.

    \b
    Example:
      lawtrack opinion correct clean-air kd7f2m9x --clause 第三条第二款
    """
    given: dict[str, Any] = {name: value for name, value in told.items() if value is not None}
    one = workspace_at(place).opinions(slug).correct(opinion_id, **given, **signed)
    click.echo(translate("opinions.corrected" if one.fresh else "opinions.there", **_named(one)))


@opinion.command("list", short_help="List the opinions and where their clauses are. 列出意见")
@_SLUG
@_TO
@click.option("--open", "only_open", is_flag=True, help="Only those that are not answered.")
@_JSON
@click.option("--exit-code", is_flag=True, help="Exit with 1 where something needs attention.")
@IN_WORKSPACE
def list_(slug: str, to: str, only_open: bool, as_json: bool, exit_code: bool, place: Path) -> int:
    """List the opinions on SLUG in the order of the clauses, each followed to a version; warnings below.

    \b
    Examples:
      lawtrack opinion list clean-air
      lawtrack opinion list clean-air --to passed --open
      lawtrack opinion list clean-air --json
    """
    from lawtrack.opinions import sentences

    workspace = workspace_at(place)
    report = workspace.opinions(slug).follow(to)
    if as_json:
        print_json(report.to_dict())
    else:
        print_notice(workspace, slug)
        for row in report.rows:
            if not only_open or (row.opinion.answer is None and not row.opinion.no_comment):
                _line(row)
        click.echo("\n".join(sentences(report)))
        _problems(report)
    return int(exit_code and bool(report.problems or any(row.remarks for row in report.rows)))


@opinion.command(short_help="Show one opinion and what changed at its clause. 显示意见")
@_SLUG
@click.argument("opinion_id", metavar="ID")
@_TO
@_JSON
@IN_WORKSPACE
def show(slug: str, opinion_id: str, to: str, as_json: bool, place: Path) -> None:
    """Show the opinion ID whole: its way through the versions, and its clause from what to what.

    \b
    Examples:
      lawtrack opinion show clean-air kd7f2m9x
      lawtrack opinion show clean-air kd7f2m9x --to passed --json
    """
    opinions = workspace_at(place).opinions(slug)
    opinions.get(opinion_id)
    row = opinions.follow(to).by_id[opinion_id]
    if as_json:
        print_json(row.to_dict())
    else:
        _whole(row)


@opinion.command("import", short_help="Take in a table or a letter. 导入意见")
@_SLUG
@click.argument("file", metavar="FILE")
@_ON
@_told
@_AUTHOR
@IN_WORKSPACE
def import_(slug: str, file: str, on: str, place: Path, signed: Signed, **told: str) -> None:
    """Take in the opinions in FILE (docx, xlsx, csv, txt, json; `-` for pasted text), in one commit.

    A table needs a column 意见 or the like; in a letter each item is an opinion. What was not understood is listed. A
    table that `export` wrote and somebody filled in brings its answers back.

    \b
    Examples:
      lawtrack opinion import clean-air 财政局反馈.docx --on first-reading
      lawtrack opinion import clean-air 意见汇总.xlsx --channel 书面征求意见
      lawtrack opinion import clean-air 采纳情况表.xlsx
    """
    from lawtrack.opinions import Usual

    opinions = workspace_at(place).opinions(slug)
    source = told.pop("source")
    intake = _intake(file, source)
    taken = opinions.take(intake, Usual(on=on, source=source, **told), **signed)
    added, answered, same = (len(some) for some in (taken.added, taken.answered, taken.same))
    click.echo(translate("opinions.taken", added=added, answered=answered, same=same))
    for one in taken.loose:
        click.secho(_loose(one), fg="yellow", err=True)
    for left in taken.leftovers:
        told_why = translate("opinions.why", why=left.why) if left.why else ""
        words = " ".join(left.words.split())
        click.echo(visible(translate("opinions.left", line=left.line, words=words, why=told_why)), err=True)


@opinion.command(short_help="Write the table and the report's sentences. 导出采纳情况表")
@_SLUG
@_TO
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Write a file: .docx .pdf .xlsx .csv .json .md; the sentences on standard output if left out.",
)
@LAYOUT
@IN_WORKSPACE
def export(slug: str, to: str, output: Path | None, place: Path) -> None:
    """Write the table of opinions and what was done with them, and the report's sentences.

    \b
    Examples:
      lawtrack opinion export clean-air -o 采纳情况表.docx
      lawtrack opinion export clean-air --to passed -o 采纳情况表.xlsx
      lawtrack opinion export clean-air
    """
    from lawtrack.formats import Layout, origin_of, write_opinions
    from lawtrack.opinions import paragraphs, sentences

    workspace = workspace_at(place)
    report = workspace.opinions(slug).follow(to)
    if output:
        layout = Layout(origin=origin_of("opinions", (report.version,)))
        click.echo(translate("cli.written", path=write_opinions(report, output, layout)))
    else:
        print_notice(workspace, slug, err=True)
        for words in (*sentences(report), *paragraphs(report)):
            click.echo(visible(words))
    _problems(report)


def _intake(file: str, source: str) -> Intake:
    from lawtrack.formats import read_opinions, read_opinions_data

    return (
        read_opinions_data(sys.stdin.buffer.read(), "-", source)
        if file == "-"
        else read_opinions(file, source)
    )


def _named(one: Opinion) -> dict[str, str]:
    label = one.anchor.label or translate("opinions.no-label")
    return {"opinion": one.id, "clause": visible(label), "result": one.result_label}


def _loose(one: Opinion) -> str:
    """That an opinion is on no clause: one that is not there, or none that its words name."""
    return translate("opinions.loose" if one.anchor.label else "opinions.placeless", **_named(one))


def _line(row: Followed) -> None:
    one = row.opinion
    clause = visible(" ".join(_both(row).split()))
    who = visible(one.source or one.kind_label)
    words = visible(" ".join(one.text.split()))
    click.echo("  ".join([one.id, click.style(clause, bold=True), one.result_label, who]))
    click.echo(f"          {words if len(words) <= 60 else words[:60] + '…'}")
    for remark in row.remarks:
        click.secho(f"          ! {visible(remark.message)}", fg="yellow")


def _whole(row: Followed) -> None:
    from lawtrack.cli.show_rows import Pen

    one = row.opinion
    for name, value in one.to_dict().items():
        if value and name not in {"kind", "stage", "commit", "eids", "result"}:
            click.echo(f"{translate(f'opinions.field-{name}')}  {visible(str(value))}")
    way = [
        f"{step.version.stage_label} {'、'.join(step.labels) or translate('opinions.fate-deleted')}"
        for step in row.steps
    ]
    start = f"{row.anchored.stage_label} {row.label}" if row.anchored and row.label else ""
    click.echo(visible(" → ".join(filter(None, [start, *way]))) or translate("opinions.fate-unknown"))
    if row.quote.state:
        click.echo(visible(translate(f"opinions.quote-{row.quote.state}", words=row.quote.words)))
    if row.ops:
        click.echo(Pen(coloured=sys.stdout.isatty()).inline(row.ops))
    for remark in row.remarks:
        click.secho(f"! {visible(remark.message)}", fg="yellow")


def _both(row: Followed) -> str:
    from lawtrack.formats import both_labels

    return both_labels(row)


def _problems(report: Report) -> None:
    for problem in report.problems:
        click.secho(visible(problem.message()), fg="red", err=True)
