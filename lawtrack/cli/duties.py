"""`lawtrack duties`: which duty has a penalty, which penalty has a duty."""

from __future__ import annotations

from pathlib import Path

import click

from lawtrack.cli.inputs import COLUMN, TITLE, placed_instrument
from lawtrack.cli.layouts import LAYOUT
from lawtrack.cli.printing import print_json
from lawtrack.messages import translate


@click.command(short_help="Duties and their penalties. 义务与法律责任对照")
@click.argument("file", metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="The rows as JSON.")
@click.option("--lacking", is_flag=True, help="Only rows where the duty or the penalty is missing.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Write the table (.docx, .xlsx, .csv, .json, .md, .html).",
)
@LAYOUT
@TITLE
@COLUMN
def duties(file: str, as_json: bool, lacking: bool, output: Path | None, title: str, column: str) -> int:
    """Show each duty of FILE (not of authorities) with the penalties that follow, and what lacks the other.

    A penalty is tied to a duty by the provision that it cites, or by the words that it repeats; the table says which.

    \b
    Examples:
      lawtrack duties 条例草案.docx
      lawtrack duties 条例草案.docx --lacking
      lawtrack duties 条例草案.docx -o 义务与责任对照表.docx
    """
    from dataclasses import replace

    from lawtrack.check import duty_table
    from lawtrack.collection import aside_words, tie_words

    doc, _ = placed_instrument(file, title, column)
    table = duty_table(doc)
    if lacking:
        table = replace(table, rows=tuple(row for row in table.rows if row.wants_looking_at))
    if output:
        from lawtrack.collection import duties_listing
        from lawtrack.formats import write_listing

        click.echo(translate("cli.written", path=write_listing(duties_listing(table), output)), err=True)
    if as_json:
        print_json([row.to_dict() for row in table.rows])
    elif not output:
        for row in table.rows:
            told = row.to_dict()
            tie = tie_words(row)
            words = told["duty_text"] or told["penalty_text"]
            click.echo(
                f"{told['duty'] or '—'} → {told['penalty'] or '—'}  {tie}  {words[:40].splitlines()[0]}"
            )
        for sentence in aside_words(table):
            click.echo(sentence, err=True)
    return 0
