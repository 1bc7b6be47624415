"""The opinions as a file: the ending of its name says which kind."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Final

from lawtrack.formats.comparison.files import escape_markdown
from lawtrack.formats.office_settings import stage_and_day
from lawtrack.formats.opinions.columns import SHORT, headings, printed, rows
from lawtrack.formats.sheets.cells import inert
from lawtrack.formats.writing import write_in_format
from lawtrack.messages import translate
from lawtrack.opinions import paragraphs, sentences

if TYPE_CHECKING:
    from pathlib import Path

    from lawtrack.formats.layout import Layout
    from lawtrack.opinions import Report

WRITERS: Final = {
    ".docx": "opinions.docx:report_docx",
    ".xlsx": "opinions.xlsx:report_xlsx",
    ".csv": "opinions.files:to_csv",
    ".json": "opinions.files:to_json",
    ".md": "opinions.files:to_markdown",
}
"""Ending → the function that gives the bytes, for `write_in_format`."""


def write_opinions(report: Report, path: str | Path, layout: Layout | None = None) -> Path:
    """Write the report to `path`, whole or not at all, and return the path; kinds: WRITERS.

    Raises UnusableInput for an ending that nobody writes, NotSaved where the system refuses.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from lawtrack.drafts import Author, Version
    >>> from lawtrack.formats import write_opinions
    >>> from lawtrack.opinions import Followed, Opinion, Report
    >>> version = Version("park", "first-reading", "", "", None, Author("王", "w@x.cn"), "3f2a", "", "")
    >>> report = Report("park", "某市公园条例", version, (Followed(Opinion("kd2", "建议删去。"), version),))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_opinions(report, Path(folder, "意见.csv")).name
    '意见.csv'
    """
    return write_in_format(path, WRITERS, report, layout)


def to_json(report: Report, layout: Layout | None = None) -> bytes:  # noqa: ARG001 - a writer's signature
    """`Report.to_dict()` with the sentences, in UTF-8; `opinion import` reads it again."""
    told = {**report.to_dict(), "sentences": sentences(report), "paragraphs": paragraphs(report)}
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def to_csv(report: Report, layout: Layout | None = None) -> bytes:  # noqa: ARG001 - a writer's signature
    """One opinion a line, UTF-8 with the mark by which Excel and WPS know it; formulas are made harmless."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(headings())
    for row in rows(report):
        table.writerow([inert(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def to_markdown(report: Report, layout: Layout | None = None) -> bytes:  # noqa: ARG001 - a writer's signature
    """The table as on paper, then the paragraphs on the opinions that were adopted."""
    stage = stage_and_day(report.version)
    notes = [
        *filter(None, [report.notice]),
        translate("opinions.table-note", stage=stage),
        *sentences(report),
    ]
    lines = [f"# {_cell(translate('opinions.table-title', title=report.title))}", ""]
    lines += [part for note in notes for part in (_cell(note), "")]
    lines += ["| " + " | ".join(headings(SHORT)) + " |", "|" + " --- |" * len(SHORT)]
    told = zip(report.rows, printed(report), strict=True)
    lines += [_line([f"{cells[0]} {row.opinion.id}", *cells[1:]]) for row, cells in told]
    if adopted := paragraphs(report):
        lines += ["", f"## {translate('opinions.paragraphs')}", ""]
        lines += [part for words in adopted for part in (_cell(words), "")]
    return ("\n".join(lines).rstrip() + "\n").encode()


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(map(_cell, cells)) + " |"


def _cell(text: str) -> str:
    return " ".join(escape_markdown(line) for line in text.splitlines())
