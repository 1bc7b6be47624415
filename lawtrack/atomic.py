"""A file written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def atomic_write(file: Path, content: bytes) -> None:
    """`content` at `file` in one step, the folder made if need be: no reader meets half of it.

    The mode is that of the old file, or what a new one usually gets. A failure leaves the old one as it was; raises
    OSError.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name[:40]}.", suffix=".part")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(_usual_mode(file))
        beside.replace(file)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _usual_mode(file: Path) -> int:
    """What a new file would get, or what the old one had; mkstemp's own is for the owner alone."""
    if file.exists():
        return file.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
