"""`lawtrack check`: drafting technique, file by file."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

from lawtrack.cli.inputs import COLUMN, TITLE, instrument_of, placed_instrument, tell_around
from lawtrack.cli.printing import print_json
from lawtrack.errors import UnusableInput
from lawtrack.messages import translate

if TYPE_CHECKING:
    from lawtrack.check import Finding
    from lawtrack.cli.inputs import Places
    from lawtrack.law import Instrument

_COLOURS: Final = {"error": "red", "warning": "yellow", "hint": "blue"}
_MANY: Final = 5
"""Findings of one rule in one file that are shown one by one."""
_LINES: Final = 12
"""Line numbers that are named where there are more."""


@click.command(short_help="Check drafting technique. 检查立法技术规范")
@click.argument("files", metavar="FILE...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="The findings as one JSON list.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 if anything is found.")
@click.option(
    "--previous", metavar="FILE", help="The version before: finds references that were left behind."
)
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="A draft.yaml with `checks` and `laws`; the one beside FILE otherwise.",
)
@click.option("--all", "everything", is_flag=True, help="Show switched-off findings too, with the reason.")
@click.option(
    "--fix",
    "fixes",
    metavar="RULE",
    multiple=True,
    help="Mend what this rule found, with before and after; again for more rules.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write the text, mended as --fix says (one FILE)."
)
@click.option("--each", is_flag=True, help="Show every place, also where one rule has many.")
@TITLE
@COLUMN
@click.option("--rules", is_flag=True, help="List the rules and their sources.")
def check(
    files: tuple[str, ...],
    as_json: bool,
    exit_code: bool,
    previous: str | None,
    config: Path | None,
    everything: bool,
    fixes: tuple[str, ...],
    output: Path | None,
    each: bool,
    title: str,
    column: str,
    rules: bool,
) -> int:
    """Check each FILE (txt, md, html, docx; `-` for standard input) against the norms of drafting technique.

    A rule is switched off in draft.yaml, everywhere or at one clause, with a reason:
    `checks: {must: 沿用上位法, "item-brackets@第十条": 沿用原文}`.

    \b
    Examples:
      lawtrack check 条例草案.docx
      lawtrack check drafts/clean-air/text.md --exit-code
      lawtrack check 二审稿.docx --previous 一审稿.docx
      lawtrack check draft.txt --fix other
      lawtrack check draft.txt --fix other --fix half-width -o mended.txt
      lawtrack check --rules
    """
    from lawtrack.check import check as check_text
    from lawtrack.check import rules_table

    if rules:
        _print_rules(rules_table(), as_json=as_json)
        return 0
    files, wanted = _told(files, fixes)
    if not files or ((output or wanted) and len(files) > 1):
        raise click.UsageError(translate("check.one-file" if files else "check.no-file"))
    before = instrument_of(previous) if previous else None
    placed: list[_Placed] = []
    for file in files:
        doc, places = placed_instrument(file, title, column)
        tell_around(doc, places)
        settings = _settings(config or Path(file).with_name("draft.yaml"))
        findings = check_text(doc, config=settings, previous=before, switched_off=everything)
        placed += [_Placed.of(file, finding, places) for finding in findings]
        if findings and places.note:
            click.echo(places.note, err=True)
        if not findings and len(files) > 1:
            click.echo(translate("check.none-in", file=file), err=True)
        if output or wanted:
            standing = [finding for finding in findings if not finding.reason]
            _mend(doc, standing, wanted, places, output)
    _show(placed, as_json=as_json, each=each)
    return int(exit_code and any(not one.finding.reason for one in placed))


def _told(files: tuple[str, ...], fixes: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[str]]:
    """The files, and the rules to mend by: `--fix other,pay`, `--fix other --fix pay` and `--fix other pay` alike."""
    from lawtrack.check import rules as known

    wanted = {name for each in fixes for name in each.replace("，", ",").split(",") if name}
    more = {file for file in files if fixes and file in known() and not Path(file).exists()}
    unknown = sorted(wanted - set(known()))
    if unknown:
        raise UnusableInput("check.no-such-fix", names=", ".join(unknown))
    return tuple(file for file in files if file not in more), frozenset(wanted | more)


def _mend(
    doc: Instrument, findings: list[Finding], wanted: frozenset[str], places: Places, output: Path | None
) -> None:
    """Mend by the rules that were named; every line is shown before and after. Nothing else is changed."""
    from lawtrack.check import apply_fixes, before_and_after

    chosen = [finding for finding in findings if finding.code in wanted and finding.fix]
    for line, old, new in before_and_after(doc.text, chosen):
        click.echo(
            f"{places.shown(line)}\n{click.style('- ' + old, fg='red')}\n{click.style('+ ' + new, fg='green')}",
            err=True,
        )
    if idle := sorted(wanted - {finding.code for finding in chosen}):
        click.echo(translate("check.nothing-to-fix", rule="、".join(idle)), err=True)
    if output:
        if not wanted:
            click.echo(translate("check.unchanged"), err=True)
        _write(output, apply_fixes(doc.text, chosen))


def _settings(path: Path) -> dict[str, Any]:
    """What the draft's record says about checks; nothing where there is no record."""
    if not path.is_file():
        return {}
    from lawtrack.records import read_mapping

    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise UnusableInput("store.not-utf8", path=path) from None
    return dict(read_mapping(text, str(path)))


def _write(path: Path, text: str) -> None:
    from lawtrack.formats import write_text

    write_text(path, text)
    click.echo(translate("cli.written", path=path), err=True)


class _Placed(NamedTuple):
    """A finding, its `line` that of the file; `at` is its place as shown, `page` that of a PDF, else 0."""

    file: str
    finding: Finding
    at: str
    page: int

    @classmethod
    def of(cls, file: str, finding: Finding, places: Places) -> _Placed:
        """The finding where the file has it."""
        at, page = places.shown(finding.line), places.page(finding.line)
        return cls(file, replace(finding, line=places.of(finding.line)), at, page)

    @property
    def kind(self) -> tuple[str, str]:
        """What findings of one rule in one file have in common."""
        return self.file, self.finding.code

    def to_dict(self) -> dict[str, Any]:
        """The record of `--json`; `page` only for a PDF."""
        page = {"page": self.page} if self.page else {}
        return {"file": self.file, **page, **self.finding.to_dict()}


def _show(placed: list[_Placed], *, as_json: bool, each: bool) -> None:
    if as_json:
        print_json([one.to_dict() for one in placed])
        return
    counts = Counter(one.kind for one in placed)
    many = {kind: count for kind, count in counts.items() if count > _MANY and not each}
    told: set[tuple[str, str]] = set()
    for one in placed:
        if one.kind in told:
            continue
        click.echo(_line(one) + (_more(placed, one.kind) if one.kind in many else ""))
        if one.kind in many:
            told.add(one.kind)
    click.echo(translate("check.count", count=len(placed)) if placed else translate("check.none"), err=True)


def _line(one: _Placed) -> str:
    finding = one.finding
    level = click.style(translate(f"check.severity-{finding.severity}"), fg=_COLOURS[finding.severity])
    fix = f"{translate('check.suggests', better=finding.fix.replacement)} " if finding.fix else ""
    off = f" {translate('check.switched-off', reason=finding.reason)}" if finding.reason else ""
    return f"{one.file}:{one.at}: {level} {finding.message} {fix}[{finding.code}] {finding.source}{off}"


def _more(placed: list[_Placed], kind: tuple[str, str]) -> str:
    """How many more of one kind there are, and in which lines."""
    lines = [one.at for one in placed if one.kind == kind]
    shown = list(dict.fromkeys(lines[1:]))[:_LINES]
    places = ", ".join(shown) + (" …" if len(set(lines[1:])) > len(shown) else "")
    on_pages = any(one.page for one in placed if one.kind == kind)
    return " " + translate(
        "check.more-on-pages" if on_pages else "check.more", count=len(lines), lines=places
    )


def _print_rules(table: list[dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        print_json(table)
        return
    for row in table:
        severity = translate(f"check.severity-{row['severity']}")
        click.echo(f"{row['code']:22}{severity}  {row['title']}  {row['source']}")
