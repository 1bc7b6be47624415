"""Files for the user: written whole, or a sentence about why not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lawtrack.errors import NotSaved
from lawtrack.files import put_in_place

if TYPE_CHECKING:
    import os


def write_bytes(path: str | os.PathLike[str], data: bytes) -> Path:
    """Put `data` at `path` in one step, replacing what was there; the path written.

    A reader never sees half a file, and a failure (full disk, no permission, a file held open by Word) leaves the old
    one as it was. Raises NotSaved, which names the path and the system's reason.
    """
    target = Path(path)
    try:
        put_in_place(target, data)
    except OSError as error:
        raise NotSaved("formats.not-written", path=target, reason=error.strerror or error) from error
    return target


def write_text(path: str | os.PathLike[str], text: str) -> Path:
    """The same for text, in UTF-8 with the line breaks it has."""
    return write_bytes(path, text.encode("utf-8"))
