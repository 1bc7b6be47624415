"""`lawtrack collection beside`: a draft beside the superior law, or beside what other cities wrote."""

from __future__ import annotations

from pathlib import Path

import click

from lawtrack.cli.inputs import instrument_of
from lawtrack.cli.layouts import LAYOUT
from lawtrack.cli.printing import print_json, visible
from lawtrack.messages import translate


@click.command(short_help="A draft beside other instruments. 上位法对照、外地立法比较")
@click.argument("draft", metavar="DRAFT", nargs=-1, required=True)
@click.option(
    "--with", "titles", metavar="TITLE", multiple=True, help="Title of an instrument; may be repeated."
)
@click.option("--in", "folder", required=True, type=click.Path(path_type=Path), help="The collection.")
@click.option(
    "--form",
    type=click.Choice(["auto", "pairs", "cities"]),
    default="auto",
    show_default=True,
    help="pairs: clause by clause with remarks; cities: one column an instrument, one row a topic.",
)
@click.option("--json", "as_json", is_flag=True, help="The pairs of clauses as a JSON list.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="A file: .docx .xlsx .csv .md .html .json"
)
@LAYOUT
def beside(
    draft: tuple[str, ...],
    titles: tuple[str, ...],
    folder: Path,
    form: str,
    as_json: bool,
    output: Path | None,
) -> None:
    """Lay DRAFT beside the instruments of those titles: which clauses treat the same, what is copied, what to look at.

    One title gives the table of a draft and its superior law, several the table of cities (A3). It never judges.

    \b
    Examples:
      lawtrack collection beside 草案.docx --with 动物防疫法 --in 库 -o 对照.docx
      lawtrack collection beside a.docx --with 甲市条例 --with 乙市条例 --in 库
    """
    from lawtrack.collection import Collection, cities_listing, pairs_listing

    named = (*titles, *draft[1:])
    if not named:
        raise click.UsageError(translate("collection.no-with"))
    city = Collection.open(folder)
    laid = city.lay_beside(instrument_of(draft[0]), named)
    if output:
        from lawtrack.formats import write_listing

        cities = form == "cities" or (form == "auto" and len(named) > 1)
        write_listing(cities_listing(laid) if cities else pairs_listing(laid), output)
        click.echo(translate("cli.written", path=output))
    elif as_json:
        print_json(laid.records())
    else:
        for row in laid.records():
            weaker = "" if row["strength"] == "same" else translate("collection.beside-touches")
            there = f"{row['title']} {row['label_there']}{weaker}"
            told = f"{row['label']}  {there}  {row['share']:.0%}  {row['remarks']}"
            click.echo(visible(told.rstrip()))
        for one, said in laid.alone():
            nothing = translate("collection.beside-alone")
            click.echo(visible(f"{laid.laid.clauses[one].label}  {nothing}  {'；'.join(said)}".rstrip()))
        for other in laid.others:
            share = f"{laid.shares()[other.instrument]:.0%}"
            click.echo(translate("collection.beside-share-all", title=other.title, share=share), err=True)
