"""`unsaved/`: the text of a save that has not happened yet, where a person can find it.

A text is laid here before anything else is tried and taken away once it is a version. git never sees the folder.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Final

from lawtrack.errors import NotSaved
from lawtrack.store.git.saving import replace_file

if TYPE_CHECKING:
    from lawtrack.store.git.repository import Repository

FOLDER: Final = "unsaved"
MARK: Final = b"*\n"
"""What its `.gitignore` says: nothing in here is for git."""
SUFFIXES: Final = (".md", ".json")
"""What is kept: a text, or opinions."""


def keep(repository: Repository, slug: str, stage: str, text: bytes, suffix: str = ".md") -> Path:
    """Where `text` lies from now on: in `unsaved/`, else, where the disk is full, in the system's temporary folder.

    Only its owner can read it there. `suffix` is one of SUFFIXES. Raises NotSaved when neither takes it.
    """
    name = f"{slug}--{stage}--{sha256(text).hexdigest()[:8]}{suffix}"
    for folder in (repository.root / FOLDER, _elsewhere(repository)):
        try:
            if folder.name == FOLDER:
                _appear(folder, repository.git_dir)
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            _refuse_others(folder)
            if folder.name == FOLDER and not (folder / ".gitignore").exists():
                replace_file(folder / ".gitignore", MARK)
            replace_file(folder / name, text)
            (folder / name).chmod(0o600)
        except OSError as error:
            reason = error.strerror or str(error)
            continue
        return folder / name
    raise NotSaved("store.not-kept", reason=reason)


def _appear(folder: Path, git_dir: Path) -> None:
    """The folder with the mark that hides it, in one step: whoever is killed meanwhile leaves git nothing to see."""
    if (folder / ".gitignore").exists():
        return
    made = Path(tempfile.mkdtemp(dir=git_dir, prefix="lawtrack-"))
    try:
        (made / ".gitignore").write_bytes(MARK)
        made.rename(folder)
    except OSError:  # it is there with something in it, or on another disk
        rmtree(made, ignore_errors=True)


def _elsewhere(repository: Repository) -> Path:
    """The folder of this user and this workspace among the system's temporary files."""
    owner = os.getuid() if hasattr(os, "getuid") else "user"
    place = sha256(str(repository.root).encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return Path(tempfile.gettempdir(), f"lawtrack-unsaved-{owner}-{place}")


def _refuse_others(folder: Path) -> None:
    """Raise OSError for a folder that somebody else has laid there."""
    if hasattr(os, "getuid") and (folder.is_symlink() or folder.stat().st_uid != os.getuid()):
        raise PermissionError(f"{folder} belongs to somebody else")


def drop(kept: Path) -> None:
    """Take the text away, and the folder with it when it was the last."""
    with suppress(OSError):  # the version is safe: a file that somebody holds open is no failure
        kept.unlink(missing_ok=True)
        if {path.name for path in kept.parent.iterdir()} <= {".gitignore"}:  # else git would see the rest
            (kept.parent / ".gitignore").unlink(missing_ok=True)
            kept.parent.rmdir()


def left(repository: Repository) -> tuple[Path, ...]:
    """The texts of saves that failed, by name."""
    files = [
        path
        for folder in (repository.root / FOLDER, _elsewhere(repository))
        for path in folder.glob("*--*--*")
    ]
    return tuple(sorted(path for path in files if path.suffix in SUFFIXES))
