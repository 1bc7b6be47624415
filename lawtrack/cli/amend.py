"""`lawtrack amend`: read, apply and write amending instruments on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawtrack.cli.inputs import text_of
from lawtrack.messages import say

if TYPE_CHECKING:
    from lawtrack.amend import AmendingInstrument, Applied

NOT_APPLIED = 3
"""Exit status where an instruction could not be applied, or the result should be checked."""


@click.group(short_help="Amending instruments: read, apply, write. 修改决定")
def amend() -> None:
    """Amending instruments (修改决定, 修正案): read, apply and write them."""


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

    told = room.read(text_of(decision).text)
    click.echo(_json(told.to_dict()) if as_json else _told(told))
    return NOT_APPLIED if told.problems else 0


@amend.command(short_help="Apply a decision to its base text. 生成修改后文本")
@click.argument("base")
@click.argument("decision")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write the amended text to this file.")
@click.option("--json", "as_json", is_flag=True, help="Text and account of every instruction as JSON.")
def apply(base: str, decision: str, output: Path | None, as_json: bool) -> int:
    """The text of BASE as amended by DECISION; what could not be applied goes to standard error, status 3.

    \b
    Examples:
      lawtrack amend apply ordinance.docx decision.docx -o amended.md
      lawtrack amend apply ordinance.txt decision.txt --json
    """
    from lawtrack import amend as room

    done = room.apply(text_of(base).text, text_of(decision).text)
    if output is not None:
        _write(output, done.text)
    if as_json:
        click.echo(_json(done.to_dict()))
    elif output is None:
        click.echo(done.text, nl=not done.text.endswith("\n"))
    for line in _account(done):
        click.echo(line, err=True)
    return 0 if done.complete else NOT_APPLIED


@amend.command(short_help="Write the decision between two texts. 起草修改决定")
@click.argument("old")
@click.argument("new")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write a file: .md .txt .docx")
@click.option(
    "--form", type=click.Choice(["decision", "amendment"]), default="decision", help="修改决定, or 修正案."
)
@click.option("--share", type=click.FloatRange(0, 1), help="Part of a unit up to which words are changed.")
@click.option("--body", default="", help="Who decides: 某市人民代表大会常务委员会")
@click.option("--meeting", default="", help="The sitting that adopts it.")
@click.option("--adopted", default="", help="The day of adoption, as printed: 2024年5月1日")
@click.option("--effective", default="", help="The day on which it takes force, as printed.")
def write(
    old: str,
    new: str,
    output: Path | None,
    form: str,
    share: float | None,
    body: str,
    meeting: str,
    adopted: str,
    effective: str,
) -> int:
    """The decision that turns OLD into NEW, proved by applying it.

    \b
    Examples:
      lawtrack amend write old.docx new.docx -o decision.docx
      lawtrack amend write old.txt new.txt --effective 2024年7月1日
    """
    from lawtrack import amend as room

    text = room.write(
        text_of(old).text,
        text_of(new).text,
        form=form,
        body=body,
        meeting=meeting,
        adopted=adopted,
        effective=effective,
        **({} if share is None else {"share": share}),
    )
    if output is None:
        click.echo(text, nl=False)
        return 0
    _write(output, text)
    return 0


def _write(output: Path, text: str) -> None:
    """`text` as a file of the kind that the ending of its name says; plain text as it stands."""
    if output.suffix.lower() in (".txt", ""):
        from lawtrack.formats.atomic import write_text

        write_text(output, text)
        return
    from lawtrack.formats.instrument_files import write_instrument
    from lawtrack.law import parse

    write_instrument(parse(text), output)


def _told(told: AmendingInstrument) -> str:
    """One line an operation, the problems marked."""
    lines = [told.title] if told.title else []
    for instruction in told.instructions:
        for operation in instruction.operations:
            to = f" → {operation.to.label}" if operation.to and operation.op in _WITH_TARGET else ""
            lines.append(f"{instruction.number}\t{operation.op}\t{operation.target}{to}")
        if instruction.problem:
            lines.append(f"{instruction.number}\t! {instruction.problem}")
    return "\n".join(lines)


_WITH_TARGET = ("renumber", "move", "split", "join")


def _account(done: Applied) -> list[str]:
    """The reasons against calling the text complete, one a line."""
    lines = [
        f"{outcome.instruction.number or '–'}\t{say(f'amend.{outcome.status}')}\t{outcome.reason}"
        for outcome in done.instructions
        if outcome.reason
    ]
    return lines + [doubt.message for doubt in done.doubts]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
