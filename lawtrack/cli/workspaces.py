"""What the commands on a workspace share: which one, who is at work, the moment, and how a version is told."""

from __future__ import annotations

from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lawtrack.cli.printing import visible
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lawtrack.store import Author, Version, Workspace

    Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

IN_WORKSPACE = click.option(
    "-C",
    "--workspace",
    "place",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="A folder of the workspace; the current one if left out.",
)


def author_option(who: str) -> Decorator:
    """The option `--author`, as an Author or None; `who` says in its help what that person does."""
    return click.option(
        "--author", metavar="'NAME <MAIL>'", callback=_author, help=f"{who}; git's user if left out."
    )


def signed_by(who: str) -> Decorator:
    """The option `--author`; the command gets `signed`, that author and this moment, as keywords of a commit (`Signed`)."""
    return _gathered("signed", {"author": author_option(who)})


def saved_with(
    who: str, *, stage: str, date: str, message: str, meeting: str = "", required: bool = False
) -> Decorator:
    """The options that say when a text was where, with their helps, and `--author`.

    The command gets `saved`: what was given, and this moment, as keywords of a save (`Saved`, `Resaved`).
    """
    options = {
        "stage": click.option("--stage", required=required, help=stage),
        "date": click.option("--date", required=required, help=date),
        "meeting": click.option("--meeting", help=meeting) if meeting else None,
        "message": click.option("--message", default="", help=message),
        "author": author_option(who),
    }
    return _gathered("saved", {name: option for name, option in options.items() if option})


def _gathered(into: str, options: Mapping[str, Decorator]) -> Decorator:
    """The `options` by the names of their parameters, handed to the command as one argument `into`."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def called(**params: Any) -> Any:
            given = {name: value for name in options if (value := params.pop(name)) is not None}
            return command(**params, **{into: {**given, "when": now()}})

        made: Callable[..., Any] = called
        for option in reversed(list(options.values())):
            made = option(made)
        return made

    return decorate


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
        message=visible(version.message),
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
