"""The commands of a team: share, sync, round."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from lawtrack.cli.inputs import text_of
from lawtrack.cli.printing import print_json, visible
from lawtrack.cli.workspaces import IN_WORKSPACE, now, saved_with, signed_by, told, workspace_at
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lawtrack.drafts import Resaved, Round, Signed
    from lawtrack.store import Sync, Workspace

_JSON = click.option("--json", "as_json", is_flag=True, help="JSON on standard output.")
ASIDE_LEFT = 1
"""Exit status of a sync that put words aside."""


@click.command(short_help="Set up the meeting point. 设置共享点")
@click.argument("url", metavar="URL|FOLDER")
@_JSON
@signed_by("Who shares")
@IN_WORKSPACE
def share(url: str, as_json: bool, signed: Signed, place: Path) -> int:
    """Share the workspace at a git server or in a shared FOLDER, which is made ready: history there only grows.

    \b
    Examples:
      lawtrack share /srv/office/drafts.git
      lawtrack share https://git.example.cn/office/drafts.git
    """
    workspace = workspace_at(place)
    return _show(workspace, workspace.share(url, **signed), as_json)


@click.command(short_help="Exchange work with colleagues. 同步")
@_JSON
@signed_by("Who syncs")
@IN_WORKSPACE
def sync(as_json: bool, signed: Signed, place: Path) -> int:
    """Fetch what colleagues saved, join it clause by clause with what is here, and send the result.

    Words that clash with a colleague's are put aside: of a text as suggestions (`lawtrack round show SLUG aside`), fields of
    plans and records for `lawtrack aside`; exit status 1.

    \b
    Examples:
      lawtrack sync
      lawtrack sync -C drafts-2026
    """
    workspace = workspace_at(place)
    return _show(workspace, workspace.sync(**signed), as_json)


def _show(workspace: Workspace, done: Sync, as_json: bool) -> int:
    for slug in workspace.edited():
        click.secho(translate("drafts.not-sent", slug=slug), fg="yellow", err=True)
    if as_json:
        print_json(done.to_dict())
    else:
        click.echo(translate("drafts.synced", **done.to_dict()))
        for one in done.aside:
            click.secho(
                visible(
                    translate(
                        "drafts.put-aside" if one.path.endswith("/text.md") else "drafts.field-aside",
                        where=f"{one.path} {one.place}".strip(),
                        draft=one.draft,
                    )
                ),
                fg="yellow",
            )
            for side in ("theirs", "ours"):
                click.echo(f"    {translate(f'merging.{side}')}  {visible(getattr(one, side))}")
    return ASIDE_LEFT if done.aside else 0


@click.group("round", short_help="Rounds of review. 征求修改意见")
def round_() -> None:
    """Suggested wordings by several people, discussed, decided one by one or together, and made a version.

    \b
    Examples:
      lawtrack round open clean-air first --question 怎样修改？ --due 2026-03-20
      lawtrack round suggest clean-air first 第三条 --text 市人民政府负责实施。
      lawtrack round decide clean-air first accepted s-1f41fb1bd5
      lawtrack round close clean-air first
    """


def _parts(*names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The arguments SLUG, NAME and others, the author, the workspace."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        command = IN_WORKSPACE(signed_by("Who does it")(command))
        for name in reversed(("slug", "name", *names)):
            command = click.argument(name, metavar=name.upper())(command)
        return command

    return decorate


@round_.command("open", short_help="Open a round. 开始一轮")
@_parts()
@click.option("--question", default="", help="What is asked.")
@click.option("--due", default="", help="The last day: 2026-03-20.")
@click.option("--on", default="", help="The version that it is about; the last one if left out.")
def open_(slug: str, name: str, question: str, due: str, on: str, signed: Signed, place: Path) -> None:
    """Open a round on a draft.

    \b
    Examples:
      lawtrack round open clean-air first --question 怎样修改？ --due 2026-03-20
    """
    if due:
        from lawtrack.drafts import Round, iso_date

        _ask_about(Round(slug, name, due=iso_date(due)))
    _print(workspace_at(place).rounds(slug).open(name, question, due=due, on=on, **signed))


def _ask_about(held: Round) -> None:
    """A due day that is over is asked about where a person sits before the command, told where none does."""
    day = now().date().isoformat()
    if not held.is_over(day):
        return
    if sys.stdin.isatty():
        click.confirm(translate("drafts.due-over-ask", due=held.due, day=day), abort=True, err=True)
    else:
        click.echo(translate("drafts.due-over-note", due=held.due, day=day), err=True)


@round_.command("list", short_help="List a draft's rounds. 列出各轮")
@click.argument("slug", metavar="SLUG")
@_JSON
@IN_WORKSPACE
def list_(slug: str, as_json: bool, place: Path) -> None:
    """List the rounds of a draft, each with what is still open.

    \b
    Examples:
      lawtrack round list clean-air
    """
    rounds = workspace_at(place).rounds(slug).all()
    if as_json:
        print_json([one.to_dict() for one in rounds])
        return
    if not rounds:
        click.echo(translate("drafts.no-rounds", slug=slug))
    for one in rounds:
        _print(one)


@round_.command("show", short_help="Show a round. 显示一轮")
@_parts()
@_JSON
def show(slug: str, name: str, as_json: bool, signed: Signed, place: Path) -> None:  # noqa: ARG001
    """Show a round's suggestions as changes of clauses, with author, reason, thread and decision.

    \b
    Examples:
      lawtrack round show clean-air first
    """
    held = workspace_at(place).rounds(slug).get(name)
    if as_json:
        print_json(held.to_dict())
        return
    _print(held)
    for one in held.suggestions:
        state = translate(f"drafts.decision-{one.decision}")
        click.secho(visible(f"{one.id}  {one.clause}  {one.author}  {one.date}  {state}"), bold=True)
        for sign, words in (("-", one.before if one.spot == "instead" else ""), ("+", one.text)):
            for line in words.splitlines():
                click.echo(f"    {sign} {visible(line)}")
        if one.reason:
            click.echo(f"    {visible(one.reason)}")
        for said in one.thread:
            click.echo(f"      {visible(said.by)} {visible(said.date)}: {visible(said.text)}")


@round_.command("suggest", short_help="Suggest a wording. 提出修改")
@_parts("clause")
@click.option("--text", default=None, help="The words wanted; '' to delete the clause.")
@click.option("--file", "file", default=None, help="A file with the words wanted; - for standard input.")
@click.option("--after", is_flag=True, help="As a new clause behind CLAUSE.")
@click.option("--reason", default="", help="Why.")
def suggest(
    slug: str, name: str, clause: str, text: str | None, file: str | None, after: bool, reason: str,
    signed: Signed, place: Path,
) -> None:  # fmt: skip
    """Suggest other words for CLAUSE.

    \b
    Examples:
      lawtrack round suggest clean-air first 第三条 --text 市人民政府负责实施。
      lawtrack round suggest clean-air first 第五条 --text ''
    """
    if (text is None) == (file is None):
        raise click.UsageError(translate("drafts.text-or-file"))
    words = text if text is not None else text_of(file or "-").text
    one = (
        workspace_at(place)
        .rounds(slug)
        .suggest(
            name,
            clause,
            words,
            reason=reason,
            spot="after" if after else "instead",
            **signed,
        )
    )
    click.echo(translate("drafts.suggested", id=one.id, clause=one.clause))


@round_.command("say", short_help="Say something about a suggestion. 讨论")
@_parts("suggestion", "words")
def say(slug: str, name: str, suggestion: str, words: str, signed: Signed, place: Path) -> None:
    """Add WORDS to the thread of a suggestion.

    \b
    Examples:
      lawtrack round say clean-air first s-1f41fb1bd5 与上位法不一致，请核对。
    """
    rounds = workspace_at(place).rounds(slug)
    rounds.say(name, suggestion, words, **signed)
    click.echo(translate("drafts.said", count=rounds.get(name).tally["threads"]))


@round_.command("resolve", short_help="Close a thread. 讨论完毕")
@_parts("suggestion")
def resolve(slug: str, name: str, suggestion: str, signed: Signed, place: Path) -> None:
    """Mark the thread of a suggestion as settled.

    \b
    Examples:
      lawtrack round resolve clean-air first s-1f41fb1bd5
    """
    rounds = workspace_at(place).rounds(slug)
    rounds.resolve(name, suggestion, **signed)
    click.echo(translate("drafts.said", count=rounds.get(name).tally["threads"]))


@round_.command("decide", short_help="Accept or reject. 采纳或不采纳")
@_parts()
@click.argument("decision", type=click.Choice(["accepted", "rejected", "open"]))
@click.argument("suggestions", nargs=-1, metavar="ID…")
@click.option("--all", "everything", is_flag=True, help="All that are undecided.")
@click.option("--why", default="", help="The reason.")
def decide(
    slug: str, name: str, decision: Any, suggestions: tuple[str, ...], everything: bool, why: str,
    signed: Signed, place: Path,
) -> None:  # fmt: skip
    """Accept or reject suggestions, one or several at once.

    \b
    Examples:
      lawtrack round decide clean-air first accepted s-1f41fb1bd5
      lawtrack round decide clean-air first rejected --all --why 另行研究
    """
    rounds = workspace_at(place).rounds(slug)
    chosen = tuple(one.id for one in rounds.get(name).open) if everything else suggestions
    for one in rounds.decide(name, chosen, decision, why=why, **signed):
        click.echo(visible(f"{one.id}  {one.clause}  {translate(f'drafts.decision-{one.decision}')}"))


@round_.command("close", short_help="Make a version of it. 形成新稿")
@click.argument("slug", metavar="SLUG")
@click.argument("name", metavar="NAME")
@saved_with(
    "Who does it",
    stage="The new version's stage; the last one's if left out.",
    date="The stage's date; the last one's if left out.",
    message="What to say about it.",
)
@IN_WORKSPACE
def close(slug: str, name: str, saved: Resaved, place: Path) -> None:
    """Make the draft's next version of what was accepted, once everything is decided.

    \b
    Examples:
      lawtrack round close clean-air first --stage 二审 --date 2026-03-25
    """
    version = workspace_at(place).rounds(slug).close(name, **saved)
    click.echo(told("drafts.imported", version))


def _print(held: Round) -> None:
    tally = held.tally
    click.echo(
        visible(
            translate(
                "drafts.round-line", name=held.name, question=held.question or "–", due=held.due or "–",
                total=tally["total"], open=tally["open"], threads=tally["threads"], closed=held.closed or "–",
            )
        )
    )  # fmt: skip
