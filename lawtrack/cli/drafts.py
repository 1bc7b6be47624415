"""The commands on a workspace: init, demo, import, correct, log, show, diff, blame."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawtrack.cli.inputs import COLUMN, TRUST, text_of
from lawtrack.cli.layouts import heads_for, layout_for, layout_options
from lawtrack.cli.printing import print_json, print_text, visible
from lawtrack.cli.workspaces import (
    IN_WORKSPACE,
    now,
    origin_of,
    print_notice,
    saved_with,
    told,
    workspace_at,
)
from lawtrack.messages import translate

if TYPE_CHECKING:
    from lawtrack.drafts import Resaved, Saved
    from lawtrack.formats import Marks

_JSON = click.option("--json", "as_json", is_flag=True, help="JSON on standard output.")


@click.command(short_help="Make a workspace. 新建工作区")
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
def init(directory: Path) -> None:
    """Make a workspace in DIR: a git repository ready for drafts. In a clone of one, prepare the clone.

    \b
    Examples:
      lawtrack init drafts-2026
      lawtrack init .
    """
    from lawtrack.store import Workspace

    workspace = Workspace.create(directory, when=now())
    click.echo(translate("drafts.made", path=workspace.root))


@click.command(short_help="Make the sample workspace. 示例工作区")
@click.argument(
    "directory", metavar="[DIR]", default=Path("workspace"), type=click.Path(path_type=Path, file_okay=False)
)
def demo(directory: Path) -> None:
    """Replay the sample into a new workspace DIR: the same commits each time. 示例文本，非正式文本。

    \b
    Examples:
      lawtrack demo
      lawtrack demo sample-workspace
    """
    from lawtrack.store import Workspace, replay, sample_root

    if (directory / ".git").exists():
        click.echo(translate("drafts.there", path=Workspace.open(directory).root))
        return
    workspace = replay(sample_root(), directory)
    drafts, versions = len(workspace.slugs()), len(workspace.log())
    click.echo(translate("drafts.replayed", path=workspace.root, drafts=drafts, versions=versions))


@click.command("import", short_help="Import a file as a version. 导入一稿")
@click.argument("file", metavar="FILE")
@click.option("--draft", "slug", metavar="SLUG", required=True, help="The draft's name, as patriotic-health.")
@saved_with(
    "Whose version it is",
    stage="The stage, as first-reading or 一审.",
    date="The stage's date: 2020-07-30, 2020-07 or 2020.",
    meeting="The meeting that dealt with it.",
    message="What to say about this version.",
    required=True,
)
@click.option("--title", default="", help="Title of a new draft; the text's own if left out.")
@click.option(
    "--instrument",
    default="",
    metavar="TITLE",
    help="Which instrument, where a file holds several: its title or words of it.",
)
@COLUMN
@IN_WORKSPACE
def import_(
    file: str,
    slug: str,
    title: str,
    instrument: str,
    column: str,
    saved: Saved,
    place: Path,
) -> None:
    """Save FILE (txt, md, html, docx; `-` for standard input) as a version of a draft.

    A draft that is not there yet is begun. The same file at the same stage a second time changes nothing.
    A comparison table that came back gives the text of its --column; reasons and remarks beside the clauses go into the
    version's message.

    \b
    Examples:
      lawtrack import 草案.docx --draft clean-air --stage 一审 --date 2020-07-30
      lawtrack import 对照表.docx --column new --draft a --stage 二审 --date 2020
      lawtrack import 表决稿.docx --draft clean-air --stage passed --date 2020-10
    """
    from lawtrack.formats import called
    from lawtrack.law import parse
    from lawtrack.store import Source

    workspace = workspace_at(place)
    read = text_of(file, column)
    text = called(read, instrument)[0].text if instrument else read.text
    reasons = _reasons(file, column) if column else []
    known = workspace.log(slug) if column and slug in workspace.slugs() else []
    if known and not parse(text).title:
        text = f"{workspace.instrument(slug, known[-1].sha).title}\n{text}".lstrip("\n")
    if reasons:
        click.echo(translate("cli.reasons-kept", count=len(reasons)), err=True)
        saved["message"] = "\n".join(filter(None, [saved.get("message"), *reasons]))
    version = workspace.import_version(
        slug,
        text,
        source=Source(read.source_name, read.sha256),
        title=title,
        tables=read.tables,
        **saved,
    )
    click.echo(told("drafts.imported" if version.fresh else "drafts.same", version))


def _reasons(file: str, column: str) -> list[str]:
    """What a returned table says beside the clauses of its new text, a line each: 第一条　修改理由：……"""
    from lawtrack.formats import read_comparison

    table = read_comparison(file) if file != "-" else None
    said = () if table is None or table.column(column) == table.texts[0] else table.remarks()
    reasons = [f"{one.label}　{one.head}：{' '.join(one.words.split())}" for one in said]
    comments = [note for note in table.loose if note.kind == "comment"] if table else []
    return reasons + [
        translate("opinions.comment-by", author=note.author or "–", words=" ".join(note.text.split()))
        for note in comments
    ]


@click.command(short_help="Put a version's record right. 更正记录")
@click.argument("reference", metavar="SLUG@REF")
@saved_with(
    "Who corrects it",
    stage="What the stage should have been.",
    date="What the stage's date should have been: 2020-07-30, 2020-07 or 2020.",
    meeting="What the meeting should have been; '' for none.",
    message="Why it is corrected.",
)
@IN_WORKSPACE
def correct(reference: str, saved: Resaved, place: Path) -> None:
    """Put right stage, date or meeting of one version, in a commit of its own; REF as in `show`.

    \b
    Examples:
      lawtrack correct patriotic-health@first-reading --date 2020-07-29
      lawtrack correct patriotic-health@2020-08-28 --meeting 第三十次会议
    """
    workspace = workspace_at(place)
    version = workspace.correct(workspace.version(reference), **saved)
    click.echo(told("drafts.corrected" if version.fresh else "drafts.right-already", version))


@click.command(short_help="List a draft's versions. 列出各稿")
@click.argument("slug", metavar="SLUG")
@_JSON
@IN_WORKSPACE
def log(slug: str, as_json: bool, place: Path) -> None:
    """List the versions of a draft in the order in which they were saved.

    \b
    Examples:
      lawtrack log patriotic-health
      lawtrack log patriotic-health --json
    """
    workspace = workspace_at(place)
    versions = workspace.log(slug)
    if as_json:
        print_json([version.to_dict() for version in versions])
        return
    print_notice(workspace, slug)
    if not versions:
        click.echo(translate("drafts.no-version", slug=slug))
    for version in versions:
        stage = click.style(version.stage_label, bold=True)
        click.echo("  ".join([version.sha[:10], version.date, stage, visible(version.author.name)]))
        if version.origin != "saved":
            click.echo(f"            {origin_of(version)}")
        elif version.cut:
            click.echo(f"            {translate('drafts.begins-cut')}")
        for line in (version.meeting, *version.message.splitlines()):
            if line:
                click.echo(f"            {visible(line)}")


@click.command(short_help="Show a version. 显示一稿")
@click.argument("reference", metavar="SLUG@REF")
@IN_WORKSPACE
def show(reference: str, place: Path) -> None:
    """Print one version of a draft: REF is a stage, a date (the last version by then) or a commit; without it the last.

    \b
    Examples:
      lawtrack show patriotic-health@first-reading
      lawtrack show patriotic-health@2020-08-01
      lawtrack show patriotic-health > 最新稿.md
    """
    print_text(workspace_at(place).text(reference))


@click.command(short_help="Compare two versions. 对照两稿")
@click.argument("slug", metavar="SLUG")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@_JSON
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Write a file: .docx .pdf .xlsx .html .md .csv .json",
)
@layout_options
@TRUST
@click.option("--exit-code", is_flag=True, help="Exit with 1 if anything differs.")
@IN_WORKSPACE
def diff(
    slug: str,
    old: str,
    new: str,
    as_json: bool,
    whole: bool | None,
    output: Path | None,
    marks: Marks | None,
    noise: bool,
    tracked: bool,
    names: tuple[str, ...],
    columns: str,
    trust: float,
    exit_code: bool,
    place: Path,
) -> int:
    """Show what turns version OLD of a draft into version NEW, clause by clause. OLD and NEW as in `show`.

    \b
    Examples:
      lawtrack diff patriotic-health first-reading passed
      lawtrack diff patriotic-health 一审 表决稿 -o 对照表.docx
      lawtrack diff patriotic-health 一审 表决稿 -o 修订稿.docx --tracked
      lawtrack diff patriotic-health 2013 2020-12-02 --json
    """
    from lawtrack.compare import compare

    workspace = workspace_at(place)
    versions = workspace.version(slug, old), workspace.version(slug, new)
    comparison = compare(*map(workspace.laid_out, versions), trust=trust)
    if output:
        from lawtrack.formats import origin_of, stage_and_day, write_comparison

        layout = layout_for(
            comparison, output, whole=whole, marks=marks, noise=noise, tracked=tracked,
            heads=heads_for(names, 2) or tuple(map(stage_and_day, versions)),
            columns=columns, origin=origin_of("comparison", versions),
        )  # fmt: skip
        layout = replace(layout, tables=tuple(table for one in versions for table in workspace.tables(one)))
        click.echo(translate("cli.written", path=write_comparison(comparison, output, layout)))
    elif as_json:
        print_json(comparison.to_dict())
    else:
        from lawtrack.cli.show_rows import print_rows

        print_notice(workspace, slug)
        print_rows(comparison.to_dict(), only_changed=not whole)
    return int(exit_code and any(row.changed for row in (*comparison.rows, *comparison.other)))


@click.command(short_help="Which version last changed each clause. 条文由来")
@click.argument("slug", metavar="SLUG")
@click.argument("clause", metavar="[CLAUSE]", required=False)
@_JSON
@IN_WORKSPACE
def blame(slug: str, clause: str | None, as_json: bool, place: Path) -> None:
    """Tell for each article, or for CLAUSE, which version gave it its present words. Renumbering is not change.

    \b
    Examples:
      lawtrack blame patriotic-health
      lawtrack blame patriotic-health 第三条
      lawtrack blame patriotic-health art_3__para_2 --json
    """
    workspace = workspace_at(place)
    traced = workspace.blame(slug, clause)
    if as_json:
        print_json([one.to_dict() for one in traced])
        return
    print_notice(workspace, slug)
    for one in traced:
        version = one.version
        older = [translate("drafts.older-cut")] if version.cut else []
        shown = [version.sha[:10], version.date, version.stage_label, *older, visible(one.path)]
        click.echo("  ".join([*shown, click.style(visible(one.beginning), dim=True)]))
