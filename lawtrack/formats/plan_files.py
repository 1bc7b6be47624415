"""A plan's status as a file: the format follows the file's name."""

from __future__ import annotations

import os
import tempfile
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lawtrack.errors import NotSaved, UnusableInput

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
}
"""Suffix → the module of this room and the function in it that gives the bytes; loaded when asked for."""


def write_status(plans: Sequence[Plan], as_of: date | str, out: str | Path) -> Path:
    """The file written: whole or not at all. Raises UnusableInput for a suffix nobody writes, NotSaved for a disk."""
    out = Path(out)
    if out.suffix.lower() not in WRITERS:
        raise UnusableInput("plan.no-format", file=str(out), known=" ".join(WRITERS))
    module, function = WRITERS[out.suffix.lower()]
    writer = getattr(import_module(f"lawtrack.formats.{module}"), function)
    _replace(out, writer(plans, as_of))
    return out


def _replace(out: Path, data: bytes) -> None:
    try:
        handle, temporary = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
    except OSError as error:
        raise NotSaved("plan.not-written", file=str(out), reason=error.strerror or str(error)) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).replace(out)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise NotSaved("plan.not-written", file=str(out), reason=error.strerror or str(error)) from error
