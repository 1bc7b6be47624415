"""`lawtrack collection search`: clauses by words, patterns, fines, dates and kinds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from lawtrack.cli.layouts import LAYOUT
from lawtrack.cli.printing import print_json, visible
from lawtrack.errors import UnusableInput
from lawtrack.messages import translate

if TYPE_CHECKING:
    import pandas as pd

AROUND: Final = 24
"""Characters shown on each side of a hit."""
LINES: Final = 100
"""So many are shown on a screen where no --limit says otherwise."""


@click.command(short_help="Find clauses. 检索条文")
@click.argument("words", nargs=-1)
@click.option("--in", "folder", required=True, type=click.Path(path_type=Path), help="The collection.")
@click.option("--pattern", default="", help="A regular expression that must fit too.")
@click.option(
    "--kind", "kinds", multiple=True, help="Kind of instrument: local-regulation, law, …; may be repeated."
)
@click.option(
    "--level",
    type=click.Choice(["article", "paragraph", "item", "point"]),
    default="article",
    show_default=True,
)
@click.option("--penalties", is_flag=True, help="Only in chapters of penalties 法律责任.")
@click.option("--fine", metavar="A-B", default="", help="A fine that touches this range, in yuan: 1000-5000.")
@click.option("--since", default="", help="Last changed on or after this date (2020-05-01).")
@click.option("--until", default="", help="Last changed on or before this date.")
@click.option("--body", default="", help="Words in the name of who made it.")
@click.option("--title", default="", help="Words in the title.")
@click.option(
    "--limit", type=click.IntRange(1), help="Show so many at most (on the screen 100, in files all)."
)
@click.option("--count", is_flag=True, help="Count all hits, also where that takes long.")
@click.option("--json", "as_json", is_flag=True, help="The clauses as a JSON list.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="A file: .docx .xlsx .csv .md .html .json"
)
@LAYOUT
def search(
    words: tuple[str, ...],
    folder: Path,
    pattern: str,
    kinds: tuple[str, ...],
    level: str,
    penalties: bool,
    fine: str,
    since: str,
    until: str,
    body: str,
    title: str,
    limit: int | None,
    count: bool,
    as_json: bool,
    output: Path | None,
) -> None:
    """Show the clauses that hold all WORDS, hits marked.

    \b
    Examples:
      lawtrack collection search 工商行政管理 --in 库
      lawtrack collection search 罚款 养犬 --in 库 --penalties --fine 200-1000
      lawtrack collection search --pattern "自.*之日起.*日内" --in 库 -o a.xlsx
    """
    from lawtrack.collection import Collection

    hits = Collection.open(folder).search(
        [word for part in words for word in part.split()], kind=kinds, level=level, pattern=pattern,
        penalties=penalties, fine=_range(fine), since=since, until=until, body=body, title=title,
        limit=limit if limit or as_json or output else LINES, count=count,
    )  # fmt: skip
    if output:
        from lawtrack.formats import write_listing

        write_listing(_listing(hits, " ".join(words) or pattern), output)
        click.echo(translate("cli.written", path=output))
    elif as_json:
        print_json(
            [{**row, "marks": [list(mark) for mark in row["marks"]]} for row in hits.to_dict("records")]
        )
    else:
        for row in hits.to_dict("records"):
            click.echo(
                f"{visible(row['title'])}  {row['place'] or row['eid']}  {_extract(row['text'], row['marks'])}"
            )
    click.echo(_how_many(hits), err=True)
    for told in hits.attrs["advice"]:
        click.echo(visible(f"  {told}"), err=True)


def _how_many(hits: pd.DataFrame) -> str:
    """How many hits there are and how many are shown; where they were not counted, how many there are at least."""
    if hits.attrs["read"] is not None:
        return translate("collection.hits-so-far", count=hits.attrs["at_least"], read=hits.attrs["read"])
    code = "collection.hits" if hits.attrs["total"] is not None else "collection.hits-at-least"
    return translate(code, count=hits.attrs["at_least"], shown=len(hits))


def _range(fine: str) -> tuple[float, float] | None:
    """1000-5000 as numbers; one number is a range of itself."""
    if not fine:
        return None
    low, _, high = fine.partition("-")
    try:
        return float(low or 0), float(high or (low if "-" not in fine else "inf"))
    except ValueError:
        raise UnusableInput("collection.bad-fine", fine=fine) from None


def _extract(text: str, marks: Any) -> str:
    """The words around the first hit, every hit in them in bold."""
    first = marks[0][0] if marks else 0
    start, end = max(0, first - AROUND), min(len(text), first + 3 * AROUND)
    shown, at = "…" if start else "", start
    for low, high in marks:
        if low >= end:
            break
        shown += visible(text[at:low]) + click.style(visible(text[low:high]), bold=True)
        at = high
    return (shown + visible(text[at : max(end, at)]) + ("…" if end < len(text) else "")).replace("\n", " ")


def _listing(hits: pd.DataFrame, asked: str) -> Any:
    from lawtrack.formats import Listing, marked_words

    heads = tuple(
        translate(f"collection.column-{name}") for name in ("title", "place", "text", "chapter", "changed")
    )
    rows = [
        (
            row["title"],
            row["place"] or row["eid"],
            marked_words(row["text"], row["marks"]),
            row["chapter"],
            row["changed"],
        )
        for row in hits.to_dict("records")
    ]
    title = translate("collection.search-title", asked=asked)
    return Listing(title, heads, (20, 12, 60, 14, 10), rows, (_how_many(hits),))
