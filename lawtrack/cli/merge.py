"""`lawtrack merge`: parallel work becomes one text; and the driver by which git does the same in a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from lawtrack.cli.inputs import instrument_of, text_of
from lawtrack.cli.layouts import LAYOUT
from lawtrack.cli.printing import print_json, print_text, visible
from lawtrack.cli.workspaces import IN_WORKSPACE, author_option, now, print_notice, told, workspace_at
from lawtrack.merge import DEPTHS, merge
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lawtrack.merge import Depth, Merge
    from lawtrack.store import Version

NOT_WHOLE: Final = 3
"""Exit status where a conflict is left."""
SIDES: Final = ("ours", "theirs", "base")
_DECIDE: Final = "Decide one conflict: c1=theirs, or c1=@FILE for words of one's own."
_OUTPUT: Final = "Write the merged text: .docx .html .md .txt .json .xml"


@click.command("merge", short_help="Merge parallel work clause by clause. 合并两稿")
@click.argument("texts", metavar="BASE|SLUG OURS THEIRS", nargs=3)
@click.option("-o", "--output", type=click.Path(path_type=Path), help=_OUTPUT)
@LAYOUT
@click.option(
    "--report", type=click.Path(path_type=Path), help="Write the table of the merge: .docx .html .md"
)
@click.option("--json", "as_json", is_flag=True, help="The merge as one JSON object.")
@click.option(
    "--depth",
    type=click.Choice(DEPTHS),
    default="words",
    show_default=True,
    help="How far down a clause that both changed is merged; clauses: not at all.",
)
@click.option("--take", type=click.Choice(SIDES), help="Whose words stand in every conflict not decided.")
@click.option(
    "--decide", "decided", metavar="ID=SIDE", multiple=True, help="Decide one conflict, as c1=theirs."
)
@click.option("--name", "names", multiple=True, help="Heads of the report: once each for BASE, OURS, THEIRS.")
@click.option("--base", help="With SLUG, the version that both stand on.")
@click.option("--stage", help="With SLUG, the new version's stage; that of OURS if left out.")
@click.option("--date", help="With SLUG, the stage's date; the later of both if left out.")
@click.option("--message", help="With SLUG, what to say about the new version.")
@author_option("With SLUG, whose version it is")
@IN_WORKSPACE
def merge_(
    texts: tuple[str, str, str],
    output: Path | None,
    report: Path | None,
    as_json: bool,
    depth: Depth,
    take: str | None,
    decided: tuple[str, ...],
    names: tuple[str, ...],
    place: Path,
    **record: Any,
) -> int:
    """One text of OURS and THEIRS, both made from BASE: by clause, numbered anew, references following.

    With SLUG they are versions of that draft (a stage, a date, a commit) or branches, and the merged text is saved as
    its next version once no conflict is left. Exit status 3 while one is.

    \b
    Examples:
      lawtrack merge 原稿.docx 甲稿.docx 乙稿.docx -o 合并稿.docx
      lawtrack merge 原稿.docx 甲稿.docx 乙稿.docx --report 合并情况.docx
      lawtrack merge base.txt ours.txt theirs.txt --decide c1=theirs --take ours
      lawtrack merge clean-air 法工委 司法局
      lawtrack merge clean-air 3f2a91c 9c41d07 --base 一审 --stage 二审
    """
    from lawtrack.drafts import is_slug

    given = {name: value for name, value in record.items() if value is not None}
    choices = dict(_choice(one) for one in decided)
    version = None
    if is_slug(texts[0]) and not Path(texts[0]).is_file():
        done, version, heads = _merge_draft(texts, place, depth, choices, take or "", given)
    elif given:
        raise click.UsageError(translate("merging.only-draft"))
    else:
        done, heads = merge(*map(instrument_of, texts), depth=depth), tuple(Path(text).stem for text in texts)
        if chosen := {**dict.fromkeys(done.ids if take else (), take or ""), **choices}:
            done = done.resolve(chosen)
    written = _write(done, output, report, names or tuple(heads))
    if as_json:
        print_json(done.to_dict())
    elif version:
        click.echo(told("drafts.imported" if version.fresh else "drafts.same", version))
    elif not written and not is_slug(texts[0]):
        print_text(done.text)
    for path in () if as_json else written:
        click.echo(translate("cli.written", path=path))
    _tell(done)
    return 0 if done.complete else NOT_WHOLE


def _choice(told: str) -> tuple[str, str]:
    """An id, and a side or the words of a file, of c1=theirs or c1=@words.txt."""
    name, _, side = told.partition("=")
    if side.startswith("@"):
        return name, text_of(side[1:]).text
    if side not in SIDES:
        raise click.UsageError(translate("merging.bad-choice", told=told, sides=" ".join(SIDES)))
    return name, side


def _merge_draft(
    texts: tuple[str, str, str],
    place: Path,
    depth: Depth,
    choices: Mapping[str, str],
    take: str,
    given: dict[str, Any],
) -> tuple[Merge, Version | None, tuple[str, ...]]:
    """Two versions of a draft merged, and saved where that is whole; the names of the three, as paper has them."""
    slug, ours, theirs = texts
    workspace = workspace_at(place)
    version, done, three = workspace.merge(
        slug, ours, theirs, depth=depth, choices=choices, take=take, when=now(), **given
    )
    print_notice(workspace, slug, err=True)
    names = tuple(f"{one.stage_label} {one.date} {one.sha[:10]}" for one in three)
    click.echo(
        translate("merging.three", base=visible(names[0]), ours=visible(names[1]), theirs=visible(names[2])),
        err=True,
    )
    if version is None:
        click.echo(translate("merging.not-saved"), err=True)
    from lawtrack.formats import stage_and_day

    return done, version, tuple(map(stage_and_day, three))


def _write(done: Merge, output: Path | None, report: Path | None, heads: tuple[str, ...]) -> list[Path]:
    """The files asked for; the merged text with its conflicts standing as `Merge.text` says."""
    written = []
    if output:
        from lawtrack.formats import write_instrument
        from lawtrack.law import parse

        written.append(write_instrument(parse(done.text), output))
    if report:
        from lawtrack.formats import write_merge

        if len(heads) != 3:
            raise click.UsageError(translate("cli.names", count=3, given=len(heads)))
        written.append(write_merge(done, report, heads))
    return written


def _tell(done: Merge) -> None:
    """What came of it, on standard error: counts, conflicts with all sides' words, what to look at."""
    from lawtrack.formats import counts_of, joined_of, name_of

    click.echo(counts_of(done), err=True)
    if joined := joined_of(done):
        click.secho(visible(translate("merging.joined", labels="、".join(joined))), fg="yellow", err=True)
    for conflict in done.conflicts:
        where = conflict.merged or conflict.labels["ours"] or conflict.labels["theirs"] or name_of(conflict)
        click.secho(f"{conflict.id}  {visible(where)}  {conflict.message}", bold=True, err=True)
        for side in ("base", "ours", "theirs"):
            words = conflict.texts[side] or translate("merging.absent")
            click.echo(f"    {translate(f'merging.{side}')}  {visible(words)}", err=True)
    for note in done.notes:
        click.secho(visible(note.message), fg="yellow", err=True)


@click.command("merge-driver", short_help="Merge for git, by clause. 供 git 调用")
@click.argument("base", type=click.Path(path_type=Path))
@click.argument("ours", type=click.Path(path_type=Path))
@click.argument("theirs", type=click.Path(path_type=Path))
@click.argument("name", default="")
def driver(base: Path, ours: Path, theirs: Path, name: str) -> int:
    """Merge for git, which calls it for the text.md of a workspace: the result replaces OURS (gitattributes(5)).

    Conflict markers stand around the clauses in conflict, exit status 1; whatever goes wrong gives 2, and git merges
    line by line.

    \b
    Examples:
      lawtrack merge-driver %O %A %B %P
    """
    from lawtrack.formats import write_bytes

    try:
        done = merge(*(path.read_bytes().decode("utf-8") for path in (base, ours, theirs)))
        write_bytes(ours, done.marked.encode("utf-8"))
    except Exception as problem:  # noqa: BLE001 - git must get its own merge whatever ours dies of
        click.echo(
            translate("merging.driver-failed", name=visible(name), reason=visible(str(problem))), err=True
        )
        return 2
    click.echo(translate("merging.driver-done", name=visible(name), conflicts=len(done.conflicts)), err=True)
    for note in done.notes:
        click.echo(visible(note.message), err=True)
    return int(not done.complete)
