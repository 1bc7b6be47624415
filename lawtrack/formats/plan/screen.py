"""A plan's status for a terminal: aligned columns, Chinese characters counted as two, remarks below their row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from unicodedata import east_asian_width

from lawtrack.formats.plan.columns import headings, row
from lawtrack.messages import translate
from lawtrack.plan import status_records

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lawtrack.plan import Plan

_COLUMNS: Final = (
    "title",
    "stage_label",
    "stage_date",
    "certainty",
    "next_label",
    "due",
    "days_left",
    "overdue",
)
_REMARKS: Final = ("due_basis", "remarks")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def status_screen(plans: Sequence[Plan], as_of: date | str) -> str:
    """The text to print, without a last line break.

    >>> from lawtrack.formats import status_screen
    >>> from lawtrack.plan import Item, Plan
    >>> plan = Plan(2020, "2020年立法计划", "昆明市", (Item("air", "某市清洁空气条例", "local-regulation", "enact"),))
    >>> status_screen([plan], "2020-06-01").splitlines()[0]
    '立法计划执行情况（截至2020-06-01）'
    """
    parts = [translate("plan.report-title", day=as_of)]
    for plan in plans:
        records = status_records([plan], as_of)
        lines = [headings(_COLUMNS), *(row(record, _COLUMNS).cells for record in records)]
        table = [[_plain(str(cell)) for cell in line] for line in lines]
        widths = [max(map(width, column)) for column in zip(*table, strict=True)]
        head, *body = ("  ".join(map(padded, line, widths)).rstrip() for line in table)
        parts += ["", _plain(plan.title), head, "-" * width(head)]
        for line, record in zip(body, records, strict=True):
            parts.append(line)
            below = (str(cell) for cell in row(record, _REMARKS).cells if cell)
            parts += [f"    {_plain(part)}" for cell in below for part in cell.split("\n")]
    return "\n".join(parts)


def width(text: str) -> int:
    """Columns that `text` takes in a terminal.

    >>> width("条例 a")
    6
    """
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def padded(text: str, columns: int) -> str:
    """`text` filled up with spaces to that many columns."""
    return text + " " * (columns - width(text))


def _plain(text: str) -> str:
    """Without control characters: a plan cannot steer the terminal that shows it."""
    return _CONTROL.sub(" ", text)
