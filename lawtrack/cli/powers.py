"""`lawtrack powers`: lists of powers (权责清单), kept in the workspace, compared, held against a collection."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lawtrack.cli.layouts import LAYOUT
from lawtrack.cli.printing import print_json, visible
from lawtrack.cli.workspaces import IN_WORKSPACE, signed_by, workspace_at
from lawtrack.messages import translate

if TYPE_CHECKING:
    from lawtrack.drafts import Signed
    from lawtrack.powers import PowersData


@click.group(short_help="Lists of powers. 权责清单")
def powers() -> None:
    """Lists of powers: import what departments keep, compare two dates, check what each item stands on.

    \b
    Examples:
      lawtrack powers import 权责清单.xlsx --list city --date 2020-06-30
      lawtrack powers diff city 2019-06-30 2020-06-30 -o 调整对照表.docx
      lawtrack powers check city --in 法规库
    """


@powers.command("import", short_help="Keep a list as a version. 导入清单")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--list", "slug", required=True, help="Name of the list: lower-case words joined by hyphens.")
@click.option("--date", required=True, help="The day as of which the list stands (2020-06-30).")
@click.option("--body", default="", help="Whose list it is, where the file does not say.")
@signed_by("Who keeps it")
@click.option("--json", "as_json", is_flag=True, help="Counts and what to look at, as JSON.")
@IN_WORKSPACE
def import_(file: Path, slug: str, date: str, body: str, signed: Signed, as_json: bool, place: Path) -> None:
    """Read FILE (xlsx, Word, CSV, HTML) and keep it in the workspace as the list's version of that date.

    \b
    Example:
      lawtrack powers import 权责清单.xlsx --list city --date 2020-06-30
    """
    from lawtrack.formats import PowersList
    from lawtrack.store import PowersLists

    listed = PowersList.read(file, body=body, date=date)
    lists = PowersLists(workspace_at(place).repository)
    saved = lists.save(slug, listed, date=date, source=file.name, **signed)
    if as_json:
        doubts = [{"row": doubt.row, "message": doubt.message} for doubt in listed.doubts]
        print_json(
            {"items": len(listed), "kinds": listed.by_kind, "bodies": listed.by_body, "doubts": doubts}
        )
        return
    click.echo(
        translate("powers.imported", slug=slug, date=date, count=len(listed), doubts=len(listed.doubts))
    )
    click.echo("  ".join(f"{kind} {count}" for kind, count in listed.by_kind.items()))
    if saved is None:
        click.echo(translate("powers.same"), err=True)
    for doubt in listed.doubts:
        click.echo(visible(f"  {doubt.message}"), err=True)


@powers.command("diff", short_help="What changed between two dates. 比较")
@click.argument("slug")
@click.argument("old", metavar="DATE")
@click.argument("new", metavar="DATE")
@click.option("--json", "as_json", is_flag=True, help="The comparison as JSON.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="A file: .docx .xlsx .csv .md .html .json"
)
@LAYOUT
@click.option("--exit-code", is_flag=True, help="Exit with 1 if anything differs.")
@IN_WORKSPACE
def diff(
    slug: str, old: str, new: str, as_json: bool, output: Path | None, exit_code: bool, place: Path
) -> int:
    """Compare the list SLUG of two dates (or two files), item by item whatever the order.

    \b
    Examples:
      lawtrack powers diff city 2019-06-30 2020-06-30
      lawtrack powers diff city 旧清单.xlsx 新清单.xlsx -o 调整对照表.xlsx
    """
    from lawtrack.powers import compare_powers

    comparison = compare_powers(_list(place, slug, new), _list(place, slug, old))
    if output:
        from lawtrack.formats import powers_listing, write_listing

        write_listing(powers_listing(comparison), output)
        click.echo(translate("cli.written", path=output))
    elif as_json:
        print_json(comparison.to_dict())
    else:
        click.echo(comparison.sentence)
        for kind, before, after in comparison.counted:
            click.echo("  " + translate("powers.counted", kind=kind, before=before, now=after))
        for remark in comparison.remarks:
            click.echo(visible(remark))
        for change in comparison.changes:
            if change.kind != "unchanged":
                names = " → ".join(
                    filter(
                        None, ("、".join(_named(one) for one in side) for side in (change.old, change.new))
                    )
                )
                click.echo(visible(f"{change.told}  {names}"))
                if change.perhaps:
                    others = "、".join(_named(one) for one in change.perhaps)
                    click.echo(visible("  " + translate("powers.perhaps", names=others)))
    return int(exit_code and any(change.kind != "unchanged" for change in comparison.changes))


def _named(item: Any) -> str:
    return f"{item.name}（{item.body}）" if item.body else str(item.name)


def _list(place: Path, slug: str, said: str) -> PowersData:
    """A version of a list by its date, or the list in a file of that name."""
    from lawtrack.formats import PowersList
    from lawtrack.store import PowersLists

    if Path(said).is_file():
        return PowersList.read(said)
    return PowersLists(workspace_at(place).repository).read(slug, said)


@powers.command("sample", short_help="Write a sample list. 示例清单")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
def sample(folder: Path) -> None:
    """Write a sample list of two years as workbooks into FOLDER: a city that does not exist, marked 示例文本.

    \b
    Examples:
      lawtrack powers sample 示例
    """
    from lawtrack.formats import Listing, write_listing
    from lawtrack.store import sample_lists, sample_root

    folder.mkdir(parents=True, exist_ok=True)
    for file, (heads, *rows) in sample_lists(sample_root()).items():
        year = file.stem[:4]
        title = translate("powers.sample-title", year=year)
        path = folder / f"示例权责清单{year}.xlsx"
        write_listing(Listing(title, heads, (10, 24, 9, 13, 24, 22, 16, 8), rows), path)
        click.echo(translate("cli.written", path=path))


@powers.command("check", short_help="What each item stands on. 核对依据")
@click.argument("slug")
@click.option("--in", "folder", required=True, type=click.Path(path_type=Path), help="The collection.")
@click.option("--date", default="", help="The version; the last one if left out.")
@click.option("--all", "everything", is_flag=True, help="List also what is in force.")
@click.option("--json", "as_json", is_flag=True, help="The grounds as a JSON list.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 if a ground is not in force.")
@IN_WORKSPACE
def check(
    slug: str, folder: Path, date: str, everything: bool, as_json: bool, exit_code: bool, place: Path
) -> int:
    """Look up each basis of the list SLUG (or of a file): in force, amended since, moved, doubtful, repealed, not found.

    \b
    Example:
      lawtrack powers check city --in 法规库
    """
    from lawtrack.collection import Collection, ground_words, looked_words

    resolved = Collection.open(folder).check_powers(
        _list(place, slug, date or (slug if Path(slug).is_file() else ""))
    )
    rows = [
        row
        for row in resolved.to_dict("records")
        if everything or row["status"] != "in-force" or row["looked"] == "changed"
    ]
    if as_json:
        print_json(rows)
    else:
        for row in rows:
            told = translate(f"powers.status-{row['status']}") + (
                f" → {row['now'] or row['by']}" if row["now"] or row["by"] else ""
            )
            told += looked_words(row)
            click.echo(visible(f"{row['name']}  {ground_words(row)}  {told}"))
    counts = resolved["status"].value_counts()
    numbers: dict[str, Any] = {
        "inforce": int(counts.get("in-force", 0)), "amended": int(counts.get("amended", 0)),
        "moved": int(counts.get("moved", 0)), "doubtful": int(counts.get("doubtful", 0)),
        "repealed": int(counts.get("repealed", 0)),
        "missing": int(counts.get("not-found", 0) + counts.get("no-article", 0)),
        "unread": int(counts.get("unread", 0)),
    }  # fmt: skip
    click.echo(translate("powers.checked", count=len(resolved), **numbers), err=True)
    for looked in ("changed", "number"):
        if count := int(((resolved["status"] == "in-force") & (resolved["looked"] == looked)).sum()):
            click.echo(translate(f"powers.{looked}-only", count=count), err=True)
    return int(exit_code and bool((resolved["status"] != "in-force").any()))
