"""The options by which commands lay out a comparison on paper, and what they say about what they left out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from lawtrack.formats import MARKS, Layout, Office, Origin, read_office
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lawtrack.compare import Comparison
    from lawtrack.formats import Marks

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
    click.option(
        "--layout",
        "layout_file",
        metavar="FILE",
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help="The office's layout settings; a workspace has them in its layout.yaml.",
    ),
)


def heads_for(names: Sequence[str], count: int) -> tuple[str, ...]:
    """The heads of the columns: a name for each version, or none at all."""
    if names and len(names) != count:
        raise click.UsageError(translate("cli.names", count=count, given=len(names)))
    return tuple(names)


def office_for(layout_file: Path | None, root: Path | None = None) -> Office:
    """The layout settings in the file that was named, else in the workspace at `root`."""
    if layout_file:
        return read_office(layout_file)
    return read_office(root / "layout.yaml") if root else Office()


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
    office: Office,
    origin: Origin | None = None,
) -> Layout:
    """The layout that the options ask for; a small amendment is printed without the clauses that stay, and that is said."""
    if whole is None and not tracked and is_small(comparison) and output.suffix.lower() in _PAPER:
        changed = sum(row.changed or row.moved for row in comparison.rows)
        click.echo(translate("cli.changed-rows", changed=changed, total=len(comparison.rows)), err=True)
        whole = False
    return Layout(
        changed_only=whole is False,
        marks=marks or office.marks,
        noise=noise,
        heads=heads,
        tracked=tracked,
        columns=tuple(name.strip() for name in columns.replace("，", ",").split(",") if name.strip()),
        office=office,
        origin=origin or Origin(kind="comparison"),
    )


def is_small(comparison: Comparison) -> bool:
    """Did few of many articles change?"""
    changed = sum(row.changed or row.moved for row in comparison.rows)
    return len(comparison.rows) >= MANY and 0 < changed * SMALL <= len(comparison.rows)
