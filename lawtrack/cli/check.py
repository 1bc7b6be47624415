"""`lawtrack check`: drafting technique, file by file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lawtrack.cli.inputs import instrument_of
from lawtrack.cli.printing import print_json
from lawtrack.errors import UnusableInput
from lawtrack.messages import translate

if TYPE_CHECKING:
    from lawtrack.check import Finding


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
    "-o", "--output", type=click.Path(path_type=Path), help="Write the text with every fix made (one FILE)."
)
@click.option("--rules", is_flag=True, help="List the rules and their sources.")
def check(
    files: tuple[str, ...],
    as_json: bool,
    exit_code: bool,
    previous: str | None,
    config: Path | None,
    everything: bool,
    output: Path | None,
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
      lawtrack check draft.txt -o mended.txt
      lawtrack check --rules
    """
    from lawtrack.check import apply_fixes, rules_table
    from lawtrack.check import check as check_text

    if rules:
        _print_rules(rules_table(), as_json=as_json)
        return 0
    if not files or (output and len(files) > 1):
        raise click.UsageError(translate("check.one-file" if files else "check.no-file"))
    before = instrument_of(previous) if previous else None
    found: list[tuple[str, Finding]] = []
    for file in files:
        doc = instrument_of(file)
        settings = _settings(config or Path(file).with_name("draft.yaml"))
        findings = check_text(doc, config=settings, previous=before, switched_off=everything)
        found += [(file, finding) for finding in findings]
        if output:
            _write(output, apply_fixes(doc.text, [finding for finding in findings if not finding.reason]))
    _show(found, as_json=as_json)
    return int(exit_code and any(not finding.reason for _, finding in found))


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


def _show(found: list[tuple[str, Finding]], *, as_json: bool) -> None:
    if as_json:
        print_json([{"file": file, **finding.to_dict()} for file, finding in found])
        return
    colours = {"error": "red", "warning": "yellow", "hint": "blue"}
    for file, finding in found:
        level = click.style(translate(f"check.severity-{finding.severity}"), fg=colours[finding.severity])
        fix = f"{translate('check.suggests', better=finding.fix.replacement)} " if finding.fix else ""
        off = f" {translate('check.switched-off', reason=finding.reason)}" if finding.reason else ""
        click.echo(
            f"{file}:{finding.line}: {level} {finding.message} {fix}[{finding.code}] {finding.source}{off}"
        )
    click.echo(translate("check.count", count=len(found)) if found else translate("check.none"), err=True)


def _print_rules(table: list[dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        print_json(table)
        return
    for row in table:
        severity = translate(f"check.severity-{row['severity']}")
        click.echo(f"{row['code']:22}{severity}  {row['title']}  {row['source']}")
