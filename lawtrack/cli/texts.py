"""`lawtrack parse`, `compare` and `concordance`: texts straight from files, no workspace needed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawtrack.cli.inputs import COLUMN, TITLE, TRUST, placed_instrument, tell_around
from lawtrack.cli.layouts import LAYOUT, heads_for, layout_for, layout_options
from lawtrack.cli.printing import print_json
from lawtrack.errors import UnusableInput
from lawtrack.formats import MARKS, Layout, current_office
from lawtrack.law import parse as parse_text
from lawtrack.messages import translate

if TYPE_CHECKING:
    from lawtrack.cli.inputs import Places
    from lawtrack.formats import Marks, Table
    from lawtrack.law import Instrument


@click.command(short_help="Read a file's structure. 读出结构")
@click.argument("file", metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="The whole tree as one JSON object.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Write the text: .docx .pdf .html .md .txt .json .xml",
)
@LAYOUT
@TITLE
@COLUMN
@click.option(
    "--remarks", is_flag=True, help="What a comparison table says beside its clauses: reasons, remarks."
)
def parse(file: str, as_json: bool, output: Path | None, title: str, column: str, remarks: bool) -> None:
    """Read FILE (txt, md, html, docx; `-` for standard input) and show its structure and what looks wrong.

    \b
    Examples:
      lawtrack parse 条例草案.docx
      lawtrack parse ordinance.txt --json
      lawtrack parse 条例草案.docx -o 清稿.docx
      lawtrack parse ordinance.txt -o ordinance.xml
      lawtrack parse 对照表.docx --remarks --json
      cat ordinance.txt | lawtrack parse -

    A .docx is a clean copy in the layout of official documents, an .xml is Akoma Ntoso 3.0.
    """
    if remarks:
        _print_remarks(file, as_json=as_json)
        return
    doc, places = placed_instrument(file, title, column)
    doc = replace(
        doc, problems=tuple(replace(problem, line=places.of(problem.line)) for problem in doc.problems)
    )
    if output:
        from lawtrack.formats import write_instrument

        layout = Layout(tables=places.read.tables)
        click.echo(translate("cli.written", path=write_instrument(doc, output, layout)))
    elif as_json:
        print_json(doc.to_dict())
    else:
        _outline(doc, places)
        if doc.problems and places.note:
            click.echo(places.note, err=True)


@click.command(short_help="Compare two files clause by clause. 逐条对照")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--json", "as_json", is_flag=True, help="The comparison as one JSON object.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Write a file: .docx .pdf .xlsx .html .md .csv .json",
)
@layout_options
@TITLE
@TRUST
@click.option("--exit-code", is_flag=True, help="Exit with 1 if anything differs.")
def compare(
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
    title: str,
    trust: float,
    exit_code: bool,
) -> int:
    """Show what turns OLD into NEW, clause by clause: renumbering told apart from change.

    \b
    Examples:
      lawtrack compare 现行条例.docx 修订草案.docx
      lawtrack compare old.txt new.txt -o 对照表.docx --changed-only --marks frame
      lawtrack compare old.txt new.txt -o 修订稿.docx --tracked
      lawtrack compare old.txt new.txt --json
      lawtrack compare 现行法规 修订草案 -o 对照表

    Two folders are compared file by file, by name or else by title; `-o` then names a folder of comparison tables, or
    one file with the overview (.docx .xlsx .csv .md .html .json).
    """
    from lawtrack.compare import compare as compare_texts

    laid_out = partial(
        layout_for, whole=whole, marks=marks, noise=noise, tracked=tracked,
        heads=heads_for(names, 2), columns=columns,
        office=current_office() if output else None,  # other processes, which may write it, do not know of the command
    )  # fmt: skip
    if Path(old).is_dir() or Path(new).is_dir():
        from lawtrack.cli.folders import compare_folders

        return compare_folders(old, new, output, laid_out, trust=trust, as_json=as_json, exit_code=exit_code)
    (old_text, old_tables), (new_text, new_tables) = _both(old, new, title)
    comparison = compare_texts(old_text, new_text, trust=trust)
    if output:
        from lawtrack.formats import write_comparison

        layout = replace(laid_out(comparison, output), tables=(*old_tables, *new_tables))
        write_comparison(comparison, output, layout)
        click.echo(translate("cli.written", path=output))
    elif as_json:
        print_json(comparison.to_dict())
    else:
        from lawtrack.cli.show_rows import print_rows

        print_rows(comparison.to_dict(), only_changed=not whole)
    return int(exit_code and any(row.changed for row in (*comparison.rows, *comparison.other)))


_Side = tuple["Instrument", tuple["Table", ...]]
"""A text, and the tables of its file."""


def _both(old: str, new: str, title: str) -> tuple[_Side, _Side]:
    """Both sides; `title` chooses one of several instruments in either file. A comparison table is compared with itself."""
    if old == new:
        try:
            return _placed(old, title, "old"), _placed(new, title, "new")
        except UnusableInput as error:
            if error.code != "formats.no-comparison":  # a text beside itself is compared like any two
                raise
    if old != "-" and Path(old).is_file() and not Path(old).read_bytes().strip():
        return (parse_text(""), ()), _named(new, title)  # a new law: there is nothing to compare it with
    return _named(old, title), _named(new, title)


def _named(name: str, title: str) -> _Side:
    """The instrument of that title, or the only one that the file has."""
    doc, _ = placed_instrument(name)
    several = any(problem.code == "law.another-instrument" for problem in doc.problems)
    return _placed(name, title if several else "")


def _placed(name: str, title: str = "", column: str = "") -> _Side:
    doc, places = placed_instrument(name, title, column)
    tell_around(doc, places)
    return doc, places.read.tables


@click.command(short_help="Put 2 to 8 versions side by side. 多稿对照")
@click.argument("versions", metavar="V1 V2 [V3]…", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="The concordance as one JSON object.")
@click.option(
    "--all/--changed-only", "whole", default=True, help="With or without clauses that never changed."
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write a file: .docx .pdf .xlsx .html .json"
)
@click.option(
    "--marks",
    type=click.Choice(MARKS),
    help="How a .docx marks changes; print, or as the layout file says.",
)
@LAYOUT
@click.option("--name", "names", multiple=True, help="Head of a column, once for each version.")
def concordance(
    versions: tuple[str, ...],
    as_json: bool,
    whole: bool,
    output: Path | None,
    marks: Marks | None,
    names: tuple[str, ...],
) -> None:
    """Follow each clause through VERSIONS, oldest first.

    \b
    Examples:
      lawtrack concordance 现行.docx 一审稿.docx 二审稿.docx -o 各稿对照.docx
      lawtrack concordance v1.txt v2.txt v3.txt --json
      lawtrack concordance v1.txt v2.txt -o 对照.xlsx --name 一审稿 --name 二审稿
    """
    from lawtrack.compare import concordance as follow

    sides = [_placed(version) for version in versions]
    together = follow([doc for doc, _ in sides])
    if output:
        from lawtrack.formats import write_concordance

        heads = heads_for(names, len(versions))
        tables = tuple(table for _, known in sides for table in known)
        marked = marks or current_office().marks
        layout = Layout(changed_only=not whole, marks=marked, heads=heads, tables=tables)
        write_concordance(together, output, layout)
        click.echo(translate("cli.written", path=output))
    elif as_json:
        print_json(together.to_dict())
    else:
        for row in together.rows:
            if whole or row.changed:
                click.echo("\t".join("、".join(cell.labels) or "—" for cell in row.cells))


def _print_remarks(file: str, *, as_json: bool) -> None:
    """A record a line: the clause, the head of the column, the words."""
    from lawtrack.formats import read_comparison

    said = read_comparison(file).remarks()
    if as_json:
        print_json([one.to_dict() for one in said])
    else:
        for one in said:
            click.echo(f"{one.label}\t{one.head}\t{' '.join(one.words.split())}")


def _outline(doc: Instrument, places: Places) -> None:
    click.secho(doc.title or translate("cli.untitled"), bold=True)
    click.echo(translate("cli.counts", articles=len(doc.articles), headings=len(doc.headings)))
    for node in doc.headings:
        inside = [below for below in node.walk() if below.level == "article"]
        span = f"  {inside[0].label}–{inside[-1].label}" if inside else ""
        click.echo(f"  {node.label}　{node.heading}{span}")
    for block in doc.blocks:
        if block.kind == "annex":
            click.echo(f"  {block.lines[0]}")
    if doc.problems and places.note:
        click.echo(places.note, err=True)
    for problem in doc.problems:
        click.secho(problem.message, fg="yellow")
