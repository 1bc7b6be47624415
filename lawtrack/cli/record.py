"""The commands on the record: verify, seal, adopt, restore, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from lawtrack.cli.printing import print_json, visible
from lawtrack.cli.workspaces import IN_WORKSPACE, now, saved_with, signed_by, told, workspace_at
from lawtrack.errors import Conflict
from lawtrack.messages import translate

if TYPE_CHECKING:
    from pathlib import Path

    from lawtrack.drafts import Resaved, Signed


@click.command(short_help="Check the workspace's records. 核对记录")
@click.option("--against", "receipt", metavar="RECEIPT", help="A line that `lawtrack seal` gave.")
@click.option("--json", "as_json", is_flag=True, help="JSON on standard output.")
@IN_WORKSPACE
def verify(receipt: str | None, as_json: bool, place: Path) -> int:
    """Check that texts, records and objects are what was saved. Exit status 1 where something is wrong.

    With --against, also whether all that a receipt speaks of is untouched.

    \b
    Examples:
      lawtrack verify
      lawtrack verify --against "lawtrack-seal 1 2026-03-05 214 sha256:9c1f…"
      lawtrack verify --json
    """
    workspace = workspace_at(place)
    findings = workspace.verify(receipt)
    if as_json:
        print_json([finding.to_dict() for finding in findings])
    elif findings:
        for finding in findings:
            click.echo(visible(finding.message))
    else:
        click.echo(translate("drafts.all-well", versions=len(workspace.log())))
        if receipt is not None:
            click.echo(translate("drafts.receipt-holds"))
    return int(bool(findings))


@click.command(short_help="Print a receipt for the record. 封存回执")
@IN_WORKSPACE
def seal(place: Path) -> None:
    """Print one line that proves the record as it is now: for a report or a mail; `verify --against` checks it.

    \b
    Examples:
      lawtrack seal
      lawtrack seal > 封存回执.txt
    """
    click.echo(workspace_at(place).seal(now().date()))


@click.command(short_help="Take over an edit from outside. 认领外部改动")
@click.argument("slug", metavar="SLUG")
@saved_with(
    "Who takes it over",
    stage="Its stage; that of the version before if left out.",
    date="The stage's date; the day of the edit if left out.",
    message="What to say about it.",
)
@IN_WORKSPACE
def adopt(slug: str, saved: Resaved, place: Path) -> None:
    """Make a version of what somebody committed to a draft without lawtrack.

    \b
    Examples:
      lawtrack adopt clean-air
      lawtrack adopt clean-air --stage 二审 --date 2026-03-05
    """
    workspace = workspace_at(place)
    version = workspace.adopt(slug, **saved)
    if not version.fresh and version.draft in workspace.edited():
        raise Conflict("store.edits-to-import", slug=version.draft)
    click.echo(told("drafts.imported" if version.fresh else "drafts.nothing-outside", version))


@click.command(short_help="Bring an old version back. 恢复旧稿")
@click.argument("reference", metavar="SLUG@REF")
@saved_with(
    "Who brings it back",
    stage="The stage of the new version; the last one's if left out.",
    date="The stage's date; the last version's if left out.",
    message="Why.",
)
@IN_WORKSPACE
def restore(reference: str, saved: Resaved, place: Path) -> None:
    """Save the text of an old version as the draft's next one; nothing in between is taken away. REF as in `show`.

    \b
    Examples:
      lawtrack restore clean-air@一审
      lawtrack restore clean-air@2020-07-30 --message 会议决定恢复一审稿
    """
    version = workspace_at(place).restore(reference, **saved)
    click.echo(told("drafts.imported" if version.fresh else "drafts.reads-so", version))


@click.command(short_help="Take the last save back. 撤回上一次保存")
@click.argument("slug", metavar="[SLUG]", required=False)
@signed_by("Who takes it back")
@IN_WORKSPACE
def undo(slug: str | None, signed: Signed, place: Path) -> None:
    """Take the last save (of SLUG, else of any draft) back by a new version as it was before; both stay on record.

    A second time takes back the save before that one; SLUG@REF takes back the newest version, also one that took back another.

    \b
    Examples:
      lawtrack undo
      lawtrack undo clean-air
    """
    click.echo(told("drafts.undone", workspace_at(place).undo(slug, **signed)))
