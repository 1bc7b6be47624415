"""`lawtrack collection affected`: what a changed law does to the instruments that cite it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lawtrack.cli.inputs import instrument_of
from lawtrack.cli.layouts import LAYOUT
from lawtrack.cli.printing import print_json, visible
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.collection import Collection


@click.command(short_help="Clauses that cite a changed law. 法规清理")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="[NEW]", required=False)
@click.option("--in", "folder", required=True, type=click.Path(path_type=Path), help="The collection.")
@click.option("--all", "everything", is_flag=True, help="List also citations that need nothing.")
@click.option("--whole", is_flag=True, help="List also clauses that name the law without a provision.")
@click.option("--names", is_flag=True, help="List also old names of bodies and laws.")
@click.option("--json", "as_json", is_flag=True, help="The citations as a JSON list.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The table: .docx .xlsx .csv .md .html .json"
)
@LAYOUT
@click.option(
    "--package", type=click.Path(path_type=Path), help="Write what is certain as a decision: .docx .md .txt"
)
@click.option("--body", default="", help="Who decides (for --package).")
@click.option("--exit-code", is_flag=True, help="Exit with 1 if something has to be done.")
def affected(
    old: str,
    new: str | None,
    folder: Path,
    everything: bool,
    whole: bool,
    names: bool,
    as_json: bool,
    output: Path | None,
    package: Path | None,
    body: str,
    exit_code: bool,
) -> int:
    """Show which clauses cite provisions of the law OLD that NEW changed, what became of each, and what to do.

    NEW is the text after, or the amending decision; without it the law was repealed.

    \b
    Examples:
      lawtrack collection affected 旧法.docx 新法.docx --in 库 -o 清理.docx
      lawtrack collection affected 旧法.docx 决定.docx --in 库 --package 决定.docx
    """
    from lawtrack.collection import Collection, cleaning_table, to_be_shown

    city = Collection.open(folder)
    before = instrument_of(old)
    touched = city.affected(before, instrument_of(new) if new else None, whole=whole)
    rows: list[dict[str, Any]] = [
        {str(key): value for key, value in row.items()} for row in touched.to_dict("records")
    ]
    if output:
        from lawtrack.formats import write_listing

        olds = (
            [{str(k): v for k, v in row.items()} for row in city.outdated().to_dict("records")]
            if names
            else []
        )
        write_listing(cleaning_table(rows, olds, law=f"《{before.title}》", everything=everything), output)
        click.echo(translate("cli.written", path=output))
    elif as_json:
        print_json(rows)
    else:
        _show([row for row in rows if everything or to_be_shown(row)])
        if names:
            _show_names(
                [
                    {str(key): value for key, value in row.items()}
                    for row in city.outdated().to_dict("records")
                ]
            )
    if package:
        _write_package(city, touched, package, body)
    _show_aside(rows, touched.attrs["copies"])
    todos = [row["todo"] for row in rows]
    counts: dict[str, Any] = {todo: todos.count(todo) for todo in ("renumber", "look", "gone", "keep")}
    click.echo(translate("collection.affected-count", count=len(rows), **counts), err=True)
    return int(exit_code and any(todo != "keep" for todo in todos))


@click.command(short_help="Places that cite a repealed instrument. 已废止的依据")
@click.option("--in", "folder", required=True, type=click.Path(path_type=Path), help="The collection.")
@click.option("--json", "as_json", is_flag=True, help="The citations as a JSON list.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The table: .docx .xlsx .csv .md .html .json"
)
@click.option("--exit-code", is_flag=True, help="Exit with 1 if something has to be done.")
@LAYOUT
def repealed(folder: Path, as_json: bool, output: Path | None, exit_code: bool) -> int:
    """Show which places rest on or cite an instrument that was repealed, and what repealed it.

    Another text of the collection says so (同时废止), or the list of old names.

    \b
    Example:
      lawtrack collection repealed --in 库
    """
    from lawtrack.collection import Collection, repealed_listing

    rows = [
        {str(key): value for key, value in row.items()}
        for row in Collection.open(folder).repealed().to_dict("records")
    ]
    listing = repealed_listing(rows)
    if output:
        from lawtrack.formats import write_listing

        click.echo(translate("cli.written", path=write_listing(listing, output)))
    elif as_json:
        print_json(rows)
    else:
        for _, title, place, _, cited, by, basis in listing.rows:
            click.echo(visible(f"{title}  {place}  {cited}  {by}  {basis}".rstrip()))
    click.echo(listing.notes[0], err=True)
    return int(exit_code and bool(rows))


def _show(rows: Sequence[dict[str, Any]]) -> None:
    from lawtrack.collection import fate_words, todo_words

    for row in rows:
        place = row["place"] or row["eid"]
        told = (
            f"{row['title']}  {place}  《{row['cited']}》{row['cites']}  {fate_words(row)}  {todo_words(row)}"
        )
        click.echo(visible(told))


def _show_aside(rows: Sequence[dict[str, Any]], copies: dict[str, str]) -> None:
    """Files that repeat another one's text, and texts of which there is a newer one: told, as nothing is proposed for them."""
    for copy, first in copies.items():
        click.echo(visible(translate("collection.copy-of", copy=copy, first=first)), err=True)
    if older := len({row["instrument"] for row in rows if row["doubt"] == "older"}):
        click.echo(translate("collection.cleaning-older", count=older), err=True)


def _show_names(rows: Sequence[dict[str, Any]]) -> None:
    """One line an instrument and an old name, with the articles that have it; how many places there are in all."""
    from itertools import groupby

    from lawtrack.collection import places_words

    ordered = sorted(rows, key=lambda row: (row["instrument"], row["words"]))
    lines = 0
    for _, group in groupby(ordered, key=lambda row: (row["instrument"], row["words"])):
        places = list(group)
        first, lines = places[0], lines + 1
        unsure = translate("collection.unverified") if first["source"] == "unverified" else ""
        told = f"{first['title']}  {places_words(places)}  {first['words']} → {first['now']}{unsure}"
        click.echo(visible(told))
    click.echo(translate("collection.cleaning-names", count=len(rows), rows=lines), err=True)


def _write_package(city: Collection, rows: Any, path: Path, body: str) -> None:
    from lawtrack.formats import write_decision

    made = city.package(rows, body=body)
    for instrument in made.others:
        click.echo(visible(translate("collection.package-other", instrument=instrument)), err=True)
    if not made.text:
        click.echo(translate("collection.package-none"), err=True)
        return
    write_decision(made.text, path)
    told = translate(
        "collection.package-made",
        path=path,
        count=len(made.instruments),
        left=len(made.left_out),
        places=int(rows["todo"].isin(["look", "gone"]).sum()),
    )
    click.echo(told)
    for clause in made.mixed:
        click.echo(visible(translate("collection.package-mixed", clause=clause)), err=True)
    if not body:
        click.echo(translate("collection.package-nobody"), err=True)
    for instrument in made.left_out:
        click.echo(visible(f"  {instrument}"), err=True)
