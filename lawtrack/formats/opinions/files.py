"""The opinions as a file: the ending of its name says which kind."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Final

from lawtrack.formats.comparison.files import escape_markdown
from lawtrack.formats.opinions.columns import SHORT, headings, printed, rows
from lawtrack.formats.sheets.cells import inert
from lawtrack.formats.writing import write_in_format
from lawtrack.messages import translate
from lawtrack.opinions import paragraphs, sentences

if TYPE_CHECKING:
    from pathlib import Path

    from lawtrack.opinions import Report

WRITERS: Final = {
    ".docx": "opinions.docx:report_docx",
    ".xlsx": "opinions.xlsx:report_xlsx",
    ".csv": "opinions.files:to_csv",
    ".json": "opinions.files:to_json",
    ".md": "opinions.files:to_markdown",
}
"""Ending → the function that gives the bytes, for `write_in_format`."""


def write_opinions(report: Report, path: str | Path) -> Path:
    """Write the report to `path`, whole or not at all, and return the path; kinds: WRITERS.

    Raises UnusableInput for an ending that nobody writes, NotSaved where the system refuses.
    """
    return write_in_format(path, WRITERS, report)


def to_json(report: Report) -> bytes:
    """`Report.to_dict()` with the sentences, in UTF-8; `opinion import` reads it again."""
    told = {**report.to_dict(), "sentences": sentences(report), "paragraphs": paragraphs(report)}
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def to_csv(report: Report) -> bytes:
    """One opinion a line, UTF-8 with the mark by which Excel and WPS know it; formulas are made harmless."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(headings())
    for row in rows(report):
        table.writerow([inert(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def to_markdown(report: Report) -> bytes:
    """The table as on paper, then the paragraphs on the opinions that were adopted."""
    stage = f"{report.version.stage_label} {report.version.date}".strip()
    notes = [
        *filter(None, [report.notice]),
        translate("opinions.table-note", stage=stage),
        *sentences(report),
    ]
    lines = [f"# {_cell(translate('opinions.table-title', title=report.title))}", ""]
    lines += [part for note in notes for part in (_cell(note), "")]
    lines += ["| " + " | ".join(headings(SHORT)) + " |", "|" + " --- |" * len(SHORT)]
    lines += ["| " + " | ".join(map(_cell, cells)) + " |" for cells in printed(report)]
    if adopted := paragraphs(report):
        lines += ["", f"## {translate('opinions.paragraphs')}", ""]
        lines += [part for words in adopted for part in (_cell(words), "")]
    return ("\n".join(lines).rstrip() + "\n").encode()


def _cell(text: str) -> str:
    return " ".join(escape_markdown(line) for line in text.splitlines())
