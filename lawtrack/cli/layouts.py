"""The options by which commands lay out a comparison on paper, and what they say about what they left out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from lawtrack.formats import MARKS, Layout, Office, Origin, current_office, read_office
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lawtrack.compare import Comparison
    from lawtrack.formats import Marks

FILE: Final = "layout.yaml"
_PAPER: Final = frozenset({".docx", ".pdf"})
MANY: Final = 30
"""Articles of a text whose small amendment is printed without the rest."""
SMALL: Final = 5
"""An amendment is small where at most one article in so many changed."""


def layout_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options `--all/--changed-only`, `--marks`, `--noise`, `--tracked`, `--name`, `--columns` and `--layout`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def _named(ctx: click.Context, _param: click.Parameter, file: Path | None) -> None:
    ctx.meta[_FILE] = file


def listed_or_file(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> str:
    """How a decision on several instruments is laid out, listed or running; any other value is the office's file."""
    for value in values:
        if value not in PACKAGE:
            kind = click.Path(path_type=Path, exists=True, dir_okay=False)
            ctx.meta[_FILE] = kind.convert(value, param, ctx)
    return next((value for value in reversed(values) if value in PACKAGE), PACKAGE[0])


PACKAGE: Final = ("listed", "running")
"""Of several instruments that one decision amends: a heading for each, or a paragraph for each."""
_FILE: Final = "lawtrack.layout"
LAYOUT: Final = click.option(
    "--layout",
    metavar="FILE",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    expose_value=False,
    callback=_named,
    help="The office's layout settings; a workspace has them in its layout.yaml.",
)
"""The option of every command that writes a document; `office_here` looks up what it says."""
_OPTIONS: Final = (
    click.option(
        "--all/--changed-only",
        "whole",
        default=None,
        help="With or without unchanged clauses. A file has them, but for paper with a small amendment; the terminal has not.",
    ),
    click.option(
        "--marks",
        type=click.Choice(MARKS),
        help="How a .docx marks changes; print, or as the layout file says.",
    ),
    click.option(
        "--noise", is_flag=True, help="In a file, mark also what differs only in width, quotes or spaces."
    ),
    click.option("--tracked", is_flag=True, help="A .docx of NEW over OLD with Word's tracked changes."),
    click.option(
        "--name", "names", multiple=True, help="Head of a column in a file: once for OLD, once for NEW."
    ),
    click.option(
        "--columns",
        metavar="NAME,NAME…",
        default="old,new,remark",
        help="Columns of a .docx: old, new, remark, basis, reason, or 上位法依据,现行,草案,修改理由.",
    ),
    LAYOUT,
)


def heads_for(names: Sequence[str], count: int) -> tuple[str, ...]:
    """The heads of the columns: a name for each version, or none at all."""
    if names and len(names) != count:
        raise click.UsageError(translate("cli.names", count=count, given=len(names)))
    return tuple(names)


def office_here() -> Office:
    """The layout settings of the command that runs: of the file that --layout names, else of the workspace it works in.

    That is the one of `-C`, of the plan's file, or of the current folder. Raises InvalidRecord for a file that is wrong.
    """
    ctx = click.get_current_context(silent=True)
    if ctx is None:
        return Office()
    if file := ctx.meta.get(_FILE):
        return read_office(file)
    place = ctx.params.get("place") or ctx.params.get("plan_file") or Path()
    folders = (folder for folder in (place.absolute(), *place.absolute().parents) if folder.is_dir())
    return next((read_office(folder / FILE) for folder in folders if _is_root(folder)), Office())


def _is_root(folder: Path) -> bool:
    """Is it where the settings lie, or the top of a repository that has none?"""
    return (folder / FILE).is_file() or (folder / ".git").exists()


def layout_for(
    comparison: Comparison,
    output: Path,
    *,
    whole: bool | None,
    marks: Marks | None,
    noise: bool,
    tracked: bool,
    heads: tuple[str, ...],
    columns: str,
    origin: Origin | None = None,
    office: Office | None = None,
) -> Layout:
    """The layout that the options ask for; a small amendment is printed without the clauses that stay, and that is said."""
    settings = office or current_office()
    if whole is None and not tracked and is_small(comparison) and output.suffix.lower() in _PAPER:
        changed = sum(row.changed or row.moved for row in comparison.rows)
        click.echo(translate("cli.changed-rows", changed=changed, total=len(comparison.rows)), err=True)
        whole = False
    return Layout(
        changed_only=whole is False,
        marks=marks or settings.marks,
        office=settings,
        noise=noise,
        heads=heads,
        tracked=tracked,
        columns=tuple(name.strip() for name in columns.replace("，", ",").split(",") if name.strip()),
        origin=origin or Origin(kind="comparison"),
    )


def is_small(comparison: Comparison) -> bool:
    """Did few of many articles change?"""
    changed = sum(row.changed or row.moved for row in comparison.rows)
    return len(comparison.rows) >= MANY and 0 < changed * SMALL <= len(comparison.rows)
