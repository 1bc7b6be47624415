"""A plan's status as CSV, JSON and Markdown."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from lawtrack.formats.plan.columns import SHORT, dates_in_words, headings, row
from lawtrack.formats.sheets.cells import inert
from lawtrack.messages import translate
from lawtrack.plan import status_records

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lawtrack.formats.plan.columns import Cell
    from lawtrack.plan import Plan


def status_csv(plans: Sequence[Plan], as_of: date | str) -> bytes:
    """UTF-8 with the mark by which Excel knows it, CRLF lines; cells that begin like a formula are quoted with '."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(headings())
    for record in status_records(plans, as_of):
        writer.writerow([inert(cell) for cell in row(record).cells])
    return out.getvalue().encode("utf-8-sig")


def status_json(plans: Sequence[Plan], as_of: date | str) -> bytes:
    r"""The contract's records as a JSON array.

    >>> from lawtrack.plan import Plan
    >>> status_json([Plan.read("{year: 2020, title: 计划, jurisdiction: 昆明市}")], "2020-09-01")[:60]
    b'[]\n'
    """
    return (json.dumps(status_records(plans, as_of), ensure_ascii=False, indent=2) + "\n").encode()


def status_markdown(plans: Sequence[Plan], as_of: date | str) -> bytes:
    """One Markdown table a plan, with dates as they are written on paper."""
    lines = []
    for plan in plans:
        lines += [f"## {_one_line(plan.title)} {as_of}", ""]
        lines += ["| " + " | ".join(headings(SHORT)) + " |", "|" + " --- |" * len(SHORT)]
        for record in status_records([plan], as_of):
            lines.append("| " + " | ".join(_one_line(cell) for cell in row(record, SHORT).cells) + " |")
        lines.append("")
    title = translate("plan.report-title", day=as_of)
    return dates_in_words("\n".join([f"# {title}", "", *lines])).encode()


def _one_line(cell: Cell) -> str:
    text = str(cell).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
    return text.replace("\r", "").replace("\n", "<br>")
