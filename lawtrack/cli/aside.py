"""The commands on what a sync put aside: aside list, aside decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from lawtrack.cli.printing import print_json, visible
from lawtrack.cli.workspaces import IN_WORKSPACE, signed_by, workspace_at
from lawtrack.messages import translate

if TYPE_CHECKING:
    from pathlib import Path

    from lawtrack.drafts import Signed
    from lawtrack.store import Pending


@click.group("aside", short_help="Fields put aside by sync. 搁置待定")
def aside() -> None:
    """Fields of plans and records that a colleague changed first: theirs stand, yours wait here for a decision.

    \b
    Examples:
      lawtrack aside list
      lawtrack aside decide a-1f41fb1bd5 ours --why 以通知为准
    """


@aside.command("list", short_help="List what waits. 列出")
@click.option("--json", "as_json", is_flag=True, help="JSON on standard output.")
@IN_WORKSPACE
def list_(as_json: bool, place: Path) -> None:
    """List the fields put aside, each with the words that stand and those that wait.

    \b
    Examples:
      lawtrack aside list
    """
    waiting = workspace_at(place).asides().all()
    if as_json:
        print_json([one.to_dict() for one in waiting])
        return
    if not waiting:
        click.echo(translate("drafts.nothing-aside"))
    for one in waiting:
        _print(one)


@aside.command("decide", short_help="Decide one. 决定")
@click.argument("pending", metavar="ID")
@click.argument("side", type=click.Choice(["ours", "theirs"]))
@click.option("--why", default="", help="The reason.")
@signed_by("Who decides")
@IN_WORKSPACE
def decide(pending: str, side: Any, why: str, signed: Signed, place: Path) -> None:
    """Put the words that wait (ours) into their field, or leave those that stand (theirs).

    \b
    Examples:
      lawtrack aside decide a-1f41fb1bd5 ours --why 以通知为准
    """
    one = workspace_at(place).asides().decide(pending, side, why=why, **signed)
    click.echo(visible(translate("drafts.aside-decided", id=one.id, where=f"{one.path} {one.place}".strip())))


def _print(one: Pending) -> None:
    click.secho(visible(f"{one.id}  {one.path} {one.place}  {one.author}  {one.date}"), bold=True)
    for code, words in (("drafts.aside-stands", one.theirs), ("drafts.aside-waits", one.ours)):
        for line in words.splitlines() or ["–"]:
            click.echo(f"    {translate(code)} {visible(line)}")
