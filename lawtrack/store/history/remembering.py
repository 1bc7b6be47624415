"""What was worked out from a long history, kept on the disk so that it need not be worked out again.

It lies in the user's own cache folder, or where LAWTRACK_CACHE says, never in a repository: a stranger's clone brings
nothing along. Each entry is named by a hash of all that it was made of, holds plain JSON and may be thrown away at any
time; it is never the only place of anything, and whoever cannot write there works without it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from platformdirs import user_cache_dir

from lawtrack.atomic import atomic_write

if TYPE_CHECKING:
    from collections.abc import Iterable

EDITION: Final = "2"
"""Raised whenever the same versions give another answer."""
MOST: Final = 400
"""More entries than this are not kept; the oldest half goes."""
LARGEST: Final = 32_000_000
"""Bytes of an entry that is still read."""
ROOM: Final = 200_000_000
"""Bytes of all entries together that are kept."""


def key_of(parts: Iterable[str]) -> str:
    """A name for what is made of `parts`, by this edition of lawtrack."""
    told = "\0".join([EDITION, _released(), *parts])
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def recall(key: str) -> Any:
    """What was kept by that name, None where there is nothing that can be read, or it is not what was written."""
    file = _folder() / f"{key}.json"
    with contextlib.suppress(OSError, ValueError, RecursionError):
        if file.stat().st_size <= LARGEST:
            proof, _, told = file.read_bytes().partition(b"\n")
            return json.loads(told) if proof == _proof(told) else None
    return None


def remember(key: str, told: Any) -> None:
    """Keep `told`, plain data, by that name; nothing happens where that is not possible."""
    folder = _folder()
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        written = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
        atomic_write(folder / f"{key}.json", _proof(written) + b"\n" + written)
        _make_room(folder)


def _proof(told: bytes) -> bytes:
    return hashlib.sha256(told).hexdigest().encode("ascii")


def _make_room(folder: Path) -> None:
    """Only the newest entries stay, where there are more than are kept."""
    kept = sorted(((file.stat(), file) for file in folder.glob("*.json")), key=lambda one: -one[0].st_mtime)
    if len(kept) <= MOST and sum(stat.st_size for stat, _ in kept) <= ROOM:
        return
    taken = 0
    for place, (stat, file) in enumerate(kept):
        taken += stat.st_size
        if place >= MOST // 2 or taken > ROOM // 2:
            file.unlink(missing_ok=True)


def is_blob(content: bytes, sha: str) -> bool:
    """Is `sha` git's name of a file with that content? An object that was tampered with must leave nothing behind.

    >>> is_blob(b"", "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")
    True
    """
    made = hashlib.new("sha1" if len(sha) == 40 else "sha256", usedforsecurity=False)
    made.update(b"blob %d\0" % len(content))
    made.update(content)
    return made.hexdigest() == sha


def _folder() -> Path:
    return Path(os.environ.get("LAWTRACK_CACHE") or user_cache_dir("lawtrack", appauthor=False)) / "history"


@lru_cache(maxsize=1)
def _released() -> str:
    try:
        return version("lawtrack")
    except PackageNotFoundError:
        return ""
