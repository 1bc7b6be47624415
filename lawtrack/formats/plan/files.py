"""A plan's status as a file: the format follows the file's name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.formats.writing import write_in_format

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from lawtrack.plan import Plan

WRITERS: Final = {
    ".csv": "plan.text:status_csv",
    ".json": "plan.text:status_json",
    ".md": "plan.text:status_markdown",
    ".html": "plan.html:status_html",
    ".xlsx": "plan.xlsx:status_xlsx",
    ".docx": "plan.report:status_docx",
    ".ics": "plan.ics:status_ics",
    ".svg": "plan.pictures:status_svg",
}
"""Ending → the function that gives the bytes, for `write_in_format`."""


def write_status(plans: Sequence[Plan], as_of: date | str, out: str | Path) -> Path:
    """The file written: whole or not at all. Raises UnusableInput for a suffix nobody writes, NotSaved for a disk.

    >>> import tempfile
    >>> from lawtrack.plan import Plan
    >>> plan = Plan.read("{year: 2020, title: 计划, jurisdiction: 昆明市}")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_status([plan], "2020-09-01", f"{folder}/进度.xlsx").name
    '进度.xlsx'
    """
    return write_in_format(out, WRITERS, plans, as_of)
