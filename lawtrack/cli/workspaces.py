"""What the commands on a workspace share: which one, who is at work, the moment, and how a version is told."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lawtrack.cli.printing import visible
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from lawtrack.store import Author, Version, Workspace

IN_WORKSPACE = click.option(
    "-C",
    "--workspace",
    "place",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="A folder of the workspace; the current one if left out.",
)


def author_option(who: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option `--author`, as an Author or None; `who` says in its help what that person does."""
    return click.option(
        "--author", metavar="'NAME <MAIL>'", callback=_author, help=f"{who}; git's user if left out."
    )


def workspace_at(place: Path) -> Workspace:
    """The workspace that holds the folder `place`."""
    from lawtrack.store import Workspace

    workspace = Workspace.open(place)
    if workspace.shallow:  # whatever is asked, the answer rests on a part of the history
        click.secho(translate("drafts.shallow"), fg="yellow", err=True)
    return workspace


def now() -> datetime:
    """This moment, with the local offset: what git would write."""
    return datetime.now().astimezone().replace(microsecond=0)


def print_notice(workspace: Workspace, slug: str, *, err: bool = False) -> None:
    """What a draft's record wants to stand beside its text, as 示例文本，非正式文本."""
    notice = workspace.draft(slug).notice
    if notice:
        click.secho(visible(notice), fg="yellow", err=err)


def told(code: str, version: Version) -> str:
    """The sentence `code` about a version."""
    return translate(
        code,
        draft=version.draft,
        label=version.stage_label,
        date=version.date,
        reference=version.reference,
    )


def origin_of(version: Version) -> str:
    """How a version came to be that lawtrack did not save: by whom, when, from what."""
    return translate(
        f"drafts.origin-{version.origin}",
        author=visible(version.author.name),
        when=version.saved[:10],
        versions=" + ".join(sha[:10] for sha in version.predecessors),
    )


def _author(_ctx: click.Context, _param: click.Parameter, written: str | None) -> Author | None:
    from lawtrack.store import Author

    return Author.parse(written) if written else None
