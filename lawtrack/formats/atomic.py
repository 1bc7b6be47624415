"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from lawtrack.errors import NotSaved


def write_bytes(path: str | os.PathLike[str], data: bytes) -> Path:
    """Put `data` at `path` in one step, replacing what was there; the path written.

    A reader never sees half a file, and a failure (full disk, no permission, a file held open by Word) leaves the old
    one as it was. Raises NotSaved, which names the path and the system's reason.
    """
    target = Path(path)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part")
    except OSError as error:
        raise NotSaved("formats.not-written", path=target, reason=error.strerror or error) from error
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        draft.chmod(_usual_mode(target))
        draft.replace(target)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise NotSaved("formats.not-written", path=target, reason=error.strerror or error) from error
    return target


def write_text(path: str | os.PathLike[str], text: str) -> Path:
    """The same for text, in UTF-8 with the line breaks it has."""
    return write_bytes(path, text.encode("utf-8"))


def _usual_mode(target: Path) -> int:
    """What a new file would get, or what the old one had; mkstemp's own is for the owner alone."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
