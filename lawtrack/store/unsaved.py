"""`unsaved/`: the text of a save that has not happened yet, where a person can find it.

A text is laid here before anything else is tried and taken away once it is a version. git never sees the folder.
"""

from __future__ import annotations

import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lawtrack.errors import NotSaved
from lawtrack.store.saving import replace_file

if TYPE_CHECKING:
    from lawtrack.store.repository import Repository

FOLDER: Final = "unsaved"
SUFFIXES: Final = (".md", ".json")
"""What is kept: a text, or opinions."""


def keep(repository: Repository, slug: str, stage: str, text: bytes, suffix: str = ".md") -> Path:
    """Where `text` lies from now on: in `unsaved/`, else, where the disk is full, in the system's temporary folder.

    `suffix` is one of SUFFIXES. Raises NotSaved when neither takes it.
    """
    name = f"{slug}--{stage}--{sha256(text).hexdigest()[:8]}{suffix}"
    for folder in (repository.root / FOLDER, Path(tempfile.gettempdir(), "lawtrack-unsaved")):
        try:
            replace_file(folder / name, text)
            if folder.name == FOLDER:
                replace_file(folder / ".gitignore", b"*\n")
        except OSError as error:
            reason = error.strerror or str(error)
            continue
        return folder / name
    raise NotSaved("store.not-kept", reason=reason)


def drop(kept: Path) -> None:
    """Take the text away, and the folder with it when it was the last."""
    with suppress(OSError):  # the version is safe: a file that somebody holds open is no failure
        kept.unlink(missing_ok=True)
        if not any(path.suffix in SUFFIXES for path in kept.parent.iterdir()):
            (kept.parent / ".gitignore").unlink(missing_ok=True)
            kept.parent.rmdir()


def left(repository: Repository) -> tuple[Path, ...]:
    """The texts of saves that failed, by name."""
    found = (repository.root / FOLDER).glob("*--*--*")
    return tuple(sorted(path for path in found if path.suffix in SUFFIXES))
