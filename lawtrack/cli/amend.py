"""`lawtrack amend`: read, apply and write amending instruments on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from lawtrack.cli.inputs import text_of
from lawtrack.cli.layouts import LAYOUT, listed_or_file
from lawtrack.cli.printing import print_json, print_text, visible
from lawtrack.cli.workspaces import IN_WORKSPACE, author_option, now, print_notice, told, workspace_at
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lawtrack.amend import AmendingInstrument, Applied, Written
    from lawtrack.store import Version

NOT_APPLIED: Final = 3
"""Exit status where an instruction could not be applied, or the result should be checked."""
_OUTPUT: Final = (
    "Write the amended text (.docx .md .txt), the page of effects (.html) or the account (.json)."
)
_VERIFIED: Final = "Write the table of differences (.docx .html .xlsx .csv .json .md)."
_FOLDER: Final = "Write decision, comparison, amended text and page of effects into this folder."


@click.group(short_help="Amending instruments: read, apply, write. 修改决定")
def amend() -> None:
    """Amending instruments (修改决定, 修正案): read, apply, write and verify them."""


@amend.command(short_help="What a decision says. 解读决定")
@click.argument("decision")
@click.option("--json", "as_json", is_flag=True, help="The whole reading as JSON on standard output.")
def read(decision: str, as_json: bool) -> int:
    """What the amending instrument DECISION says, instruction by instruction. `-` reads standard input.

    \b
    Examples:
      lawtrack amend read decision.docx
      lawtrack amend read decision.txt --json
    """
    from lawtrack import amend as room

    instrument = room.read(text_of(decision).text)
    if as_json:
        print_json(instrument.to_dict())
    else:
        click.echo(visible(_reading(instrument)))
    return NOT_APPLIED if instrument.problems else 0


@amend.command(short_help="Apply a decision to its base text. 生成修改后文本")
@click.argument("texts", metavar="[BASE] DECISION", nargs=-1, required=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help=_OUTPUT)
@LAYOUT
@click.option("--folder", type=click.Path(path_type=Path, file_okay=False), help=_FOLDER)
@click.option("--json", "as_json", is_flag=True, help="Text and account of every instruction as JSON.")
@click.option("--draft", "slug", metavar="SLUG", help="Amend this draft; the result is its next version.")
@click.option("--from", "on", metavar="REF", help="The version to amend; the last one if left out.")
@click.option("--stage", help="The new version's stage, as passed or 表决稿.")
@click.option("--date", help="The stage's date: 2020-08-28, 2020-08 or 2020.")
@click.option("--meeting", help="The meeting that dealt with it.")
@click.option("--message", help="What to say about this version.")
@author_option("Whose version it is")
@click.option("--partial", is_flag=True, default=None, help="Save what could be applied, though not all was.")
@IN_WORKSPACE
def apply(
    texts: tuple[str, ...],
    output: Path | None,
    folder: Path | None,
    as_json: bool,
    slug: str | None,
    place: Path,
    **record: Any,
) -> int:
    """The text of BASE as amended by DECISION; what could not be applied goes to standard error, status 3.

    With --draft a version of that draft is the base, and the result is saved as its next version, which names the
    decision. A decision that cannot be applied whole saves nothing.

    \b
    Examples:
      lawtrack amend apply ordinance.docx decision.docx -o amended.docx
      lawtrack amend apply ordinance.txt decision.txt -o effects.html
      lawtrack amend apply ordinance.docx decision.docx --folder papers
      lawtrack amend apply decision.docx --draft patriotic-health \\
        --from first-reading --stage passed --date 2020-08-28
    """
    from lawtrack.formats import account, write_amended, write_applied

    given = {name: value for name, value in record.items() if value is not None}
    base, decision, done, version = (
        _amend_draft(slug, texts, place, given) if slug else _amend_file(texts, given)
    )
    written = [write_applied(done, base, decision, output)] if output else []
    written += write_amended(done, base, decision, folder) if folder else []
    if as_json:
        print_json(account(done, base) | ({"version": version.reference} if version else {}))
    elif version:
        click.echo(told("drafts.imported" if version.fresh else "drafts.same", version))
    elif not written:
        print_text(done.text if done.text.endswith("\n") else f"{done.text}\n")
    _say_written(written, as_json)
    for line in _account(done):
        click.echo(visible(line), err=True)
    return 0 if done.complete else NOT_APPLIED


@amend.command(short_help="Write the decision between two texts. 起草修改决定")
@click.argument("texts", metavar="[SLUG] OLD NEW [OLD NEW]…", nargs=-1, required=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write a file: .md .txt .docx")
@click.option("--folder", type=click.Path(path_type=Path, file_okay=False), help=_FOLDER)
@click.option(
    "--form",
    type=click.Choice(["decision", "amendment", "instructions", "revision"]),
    default="decision",
    help="修改决定 (a 修订 where most is new), 修正案, instructions in any case, the whole text in any case.",
)
@click.option("--share", type=click.FloatRange(0, 1), help="Part of a unit up to which words are changed.")
@click.option(
    "--layout",
    metavar="listed|running|FILE",
    multiple=True,
    callback=listed_or_file,
    help="listed, running (several instruments), or a FILE of layout settings.",
)
@click.option("--body", default="", help="Who decides: 某市人民代表大会常务委员会")
@click.option("--meeting", default="", help="The sitting that adopts it.")
@click.option("--adopted", default="", help="The day of adoption, as printed: 2024年5月1日")
@click.option("--effective", default="", help="The day on which it takes force, as printed.")
@IN_WORKSPACE
def write(
    texts: tuple[str, ...],
    output: Path | None,
    folder: Path | None,
    share: float | None,
    layout: str,
    place: Path,
    **frame: str,
) -> int:
    """The decision that turns OLD into NEW, proved by applying it. With SLUG they are versions of that draft.

    What had to be given anew is told on standard error, and so it is where most of the text is new and a complete
    revision (修订) is given instead of instructions. Several pairs of files make one decision on several instruments.

    \b
    Examples:
      lawtrack amend write old.docx new.docx -o decision.docx
      lawtrack amend write old.txt new.txt --effective 2024年7月1日
      lawtrack amend write patriotic-health first-reading passed --folder papers
      lawtrack amend write a-old.txt a-new.txt b-old.txt b-new.txt -o package.docx
    """
    from lawtrack import amend as room
    from lawtrack.formats import write_amended, write_decision

    options: dict[str, Any] = {**frame, **({} if share is None else {"share": share})}
    if len(texts) > 3:
        done, old = _package(texts, layout, folder, options), ""
    else:
        old, new = _two_texts(texts, place)
        done = room.compose(old, new, **options)
    for warning in done.warnings:
        click.echo(visible(warning.message()), err=True)
    written = [write_decision(done.text, output)] if output else []
    written += write_amended(room.apply(old, done.text), old, done.text, folder) if folder else []
    if not written:
        print_text(done.text)
    _say_written(written, quiet=False)
    return 0


def _package(texts: tuple[str, ...], layout: str, folder: Path | None, options: dict[str, Any]) -> Written:
    """One decision on several instruments, from pairs of files."""
    from lawtrack import amend as room

    if len(texts) % 2 or folder or options.pop("form") != "decision":
        raise click.UsageError(translate("cli.amend-package"))
    read = [text_of(name).text for name in texts]
    return room.compose_package(zip(read[::2], read[1::2], strict=True), layout=layout, **options)


@amend.command("verify", short_help="Proofread a published text against the decision. 公布前校对")
@click.argument("base")
@click.argument("decision")
@click.argument("published")
@click.option("-o", "--output", type=click.Path(path_type=Path), help=_VERIFIED)
@LAYOUT
@click.option("--json", "as_json", is_flag=True, help="Every clause that differs, as JSON.")
def verify_published(base: str, decision: str, published: str, output: Path | None, as_json: bool) -> int:
    """Hold the text PUBLISHED against what DECISION makes of BASE: as decided, not decided, decided but not done.

    Status 0: the published text is what the decision says; 1: clauses differ; 3: an instruction could not be applied.

    \b
    Examples:
      lawtrack amend verify ordinance.docx decision.docx published.docx
      lawtrack amend verify ordinance.txt decision.txt published.txt -o proof.docx
    """
    from lawtrack import amend as room
    from lawtrack.formats import summary_of, verified_listing, write_verified

    verified = room.verify(*(text_of(name).text for name in (base, decision, published)))
    written = [write_verified(verified, output)] if output else []
    if as_json:
        print_json(verified.to_dict())
    elif not written:
        for label, verdict, *_, reason in verified_listing(verified).rows:
            click.echo(visible(f"{label}\t{verdict}\t{reason}"))
    _say_written(written, as_json)
    for line in summary_of(verified):
        click.echo(visible(line), err=True)
    if not verified.applied.complete:
        return NOT_APPLIED
    return 1 if verified.articles else 0


def _amend_file(texts: tuple[str, ...], given: dict[str, Any]) -> tuple[str, str, Applied, None]:
    """A base and a decision from files, and what came of applying one to the other."""
    from lawtrack import amend as room

    if len(texts) != 2 or given:
        raise click.UsageError(translate("cli.amend-files"))
    base, decision = (text_of(name).text for name in texts)
    return base, decision, room.apply(base, decision), None


def _amend_draft(
    slug: str, texts: tuple[str, ...], place: Path, given: dict[str, Any]
) -> tuple[str, str, Applied, Version]:
    """A version of a draft, the decision from its file, what came of it, and the version saved."""
    from lawtrack.store import Source

    if len(texts) != 1 or not {"stage", "date"} <= given.keys():
        raise click.UsageError(translate("cli.amend-draft"))
    workspace = workspace_at(place)
    base = workspace.text(slug, given.get("on"))
    decision = text_of(texts[0])
    version, done = workspace.amend(
        slug, decision.text, source=Source(decision.source_name, decision.sha256), when=now(), **given
    )
    print_notice(workspace, slug, err=True)
    return base, decision.text, done, version


def _two_texts(texts: tuple[str, ...], place: Path) -> tuple[str, str]:
    """Old and new: two files, or two versions of a draft."""
    if len(texts) == 2:
        return text_of(texts[0]).text, text_of(texts[1]).text
    if len(texts) != 3:
        raise click.UsageError(translate("cli.amend-two-texts"))
    workspace = workspace_at(place)
    slug, old, new = texts
    print_notice(workspace, slug, err=True)
    return workspace.text(slug, old), workspace.text(slug, new)


def _say_written(paths: Iterable[Path], quiet: bool) -> None:
    for path in () if quiet else paths:
        click.echo(translate("cli.written", path=path))


def _reading(instrument: AmendingInstrument) -> str:
    """One line an operation, the problems marked."""
    lines = [instrument.title] if instrument.title else []
    for instruction in instrument.instructions:
        for operation in instruction.operations:
            to = f" → {operation.to.label}" if operation.to and operation.op in _WITH_TARGET else ""
            done = translate(f"formats.op-{operation.op}")
            lines.append(f"{instruction.number}\t{done}\t{operation.target}{to}")
        if instruction.problem:
            lines.append(f"{instruction.number}\t! {instruction.problem}")
    return "\n".join(lines)


_WITH_TARGET = ("renumber", "move", "split", "join")


def _account(done: Applied) -> list[str]:
    """The reasons against calling the text complete, one a line."""
    lines = [
        f"{outcome.instruction.number or '–'}\t{translate(f'amend.{outcome.status}')}\t{outcome.reason}"
        for outcome in done.instructions
        if outcome.reason
    ]
    return lines + [doubt.message for doubt in (*done.apart, *done.choices)]
