"""The status of a plan as a reader's table: which columns, in words; shared by every format it is written in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from lawtrack.formats.office_settings import written_day
from lawtrack.messages import known, language, translate

if TYPE_CHECKING:
    from collections.abc import Mapping

Cell = str | int

SHOWN: Final = (
    "title", "instrument", "action", "drafting_unit", "stage_label", "stage_date", "certainty", "days_in_stage",
    "next_label", "due", "days_left", "due_basis", "overdue", "remarks", "source",
)  # fmt: skip
SHORT: Final = (
    "title", "action", "stage_label", "stage_date", "certainty", "next_label", "due", "days_left", "due_basis",
    "overdue", "remarks", "source",
)  # fmt: skip
"""The columns that fit a screen or a printed page."""


@dataclass(frozen=True, slots=True)
class Row:
    """One item in words. `late`, `soon` (30 days or less), `unknown`: how a format may mark it, never colour alone."""

    cells: tuple[Cell, ...]
    late: bool
    soon: bool
    unknown: bool


def headings(columns: tuple[str, ...] = SHOWN) -> tuple[str, ...]:
    """The columns' names in the language in use.

    >>> headings(("title", "due"))
    ('项目', '法定期限')
    """
    return tuple(translate(f"plan.col-{column}") for column in columns)


def row(record: Mapping[str, Any], columns: tuple[str, ...] = SHOWN) -> Row:
    """A status record as a row of words; "" where nothing is known."""
    left = record["days_left"]
    return Row(
        cells=tuple(_cell(record, column) for column in columns),
        late=record["overdue"],
        soon=left is not None and 0 <= left <= 30,
        unknown=record["stage"] == "unknown",
    )


_DATE: Final = re.compile(
    r"(?P<sign>[≤≥]?)(?<![0-9A-Za-z_./=-])(?P<day>\d{4}-\d\d(?:-\d\d)?)(?![0-9A-Za-z_/-])"
)


def dates_in_words(text: str) -> str:
    """`text` with its dates as the language in use writes them on paper.

    >>> from lawtrack.formats import dates_in_words
    >>> dates_in_words("一审 ≤2020-07-30，期限2020-12-28")
    '一审 不晚于2020年7月30日，期限2020年12月28日'
    """

    def written(match: re.Match[str]) -> str:
        day = written_day(match["day"]) if language() == "zh" else match["day"]
        return translate(_SIGNS[match["sign"]], day=day) if match["sign"] else day

    return _DATE.sub(written, text)


_SIGNS: Final = {"≤": "plan.not-after", "≥": "plan.not-before"}


def column_word(family: str, value: object) -> str:
    """The word for an id such as `revise` (family `action`), or the id itself; "" for what is not known (None, pandas' NA).

    >>> column_word("action", "revise")
    '修订'
    """
    code = f"plan.{family}-{value}"
    return translate(code) if known(code) else value if isinstance(value, str) else ""


def _cell(record: Mapping[str, Any], column: str) -> Cell:
    if column == "remarks":
        change = column_word("change", record["change"])
        return "\n".join(part for part in (change, record["note"], record["warnings"]) if part)
    value = record[column]
    if column in {"instrument", "action", "certainty"}:
        return column_word(column, value)
    if column == "overdue":
        return translate("plan.late") if value else ""
    return value if isinstance(value, int) else value or ""
