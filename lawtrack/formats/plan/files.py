"""A plan's status as a file: the format follows the file's name."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lawtrack.errors import UnusableInput
from lawtrack.formats.atomic import write_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lawtrack.plan import Plan

WRITERS: Final = {
    ".csv": ("plan_text", "status_csv"),
    ".json": ("plan_text", "status_json"),
    ".md": ("plan_text", "status_markdown"),
    ".html": ("plan_html", "status_html"),
    ".xlsx": ("plan_xlsx", "status_xlsx"),
    ".docx": ("plan_docx", "status_docx"),
    ".ics": ("plan_ics", "status_ics"),
    ".svg": ("plan_pictures", "status_svg"),
}
"""Suffix → the module of this room and the function in it that gives the bytes; loaded when asked for."""


def write_status(plans: Sequence[Plan], as_of: date | str, out: str | Path) -> Path:
    """The file written: whole or not at all. Raises UnusableInput for a suffix nobody writes, NotSaved for a disk."""
    out = Path(out)
    if out.suffix.lower() not in WRITERS:
        raise UnusableInput("plan.no-format", file=str(out), known=" ".join(WRITERS))
    module, function = WRITERS[out.suffix.lower()]
    writer = getattr(import_module(f"lawtrack.formats.{module}"), function)
    return write_bytes(out, writer(plans, as_of))
