"""`commit`: files into one commit, or nothing at all.

The commit is built beside the working tree, on top of what is checked out, in an index of its own: what somebody else
has staged is neither lost nor swept in. Then, under git's own index lock, in this order, each step undone if a later
one fails:

    1. index.lock    taken, as `git commit` takes it: one writer at a time, of us and of git
    2. objects       blobs, tree and commit written; nobody sees them yet
    3. working tree  each file replaced in one step
    4. HEAD          moved from the commit we built on to ours, and only from that one: the moment of saving
    5. index         the lock becomes the index

Whoever is killed before 4 leaves the last good state and the new text in the working tree or in `unsaved/`; after 4,
the version.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lawtrack.atomic import atomic_write
from lawtrack.errors import Conflict
from lawtrack.store.repository import NO_COMMIT, GitFailed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from lawtrack.drafts import Author
    from lawtrack.store.repository import Repository

PATIENCE: Final = 5.0
"""Seconds to wait for another writer."""
PAUSE: Final = 0.05


@dataclass(frozen=True, slots=True)
class Change:
    """What a commit is to hold: files by their path in the repository, and what stands on it.

    `base` is the commit on which the new content was written (None: before the first). `known` is what the working
    tree may hold at those paths although no commit does: the text that is being saved.
    """

    files: Mapping[str, bytes]
    message: str
    author: Author
    committer: Author
    when: datetime
    base: str | None
    known: frozenset[bytes] = frozenset()


def commit(repository: Repository, change: Change) -> str:
    """The hash of the new commit. Raises Conflict when somebody else was first, GitFailed or OSError otherwise."""
    with ExitStack() as undo:
        lock = _take_lock(repository, undo)
        parent = repository.head()
        _refuse_overtaken(repository, change, parent)
        _refuse_unsaved(repository, change, parent)
        blobs = {path: _blob(repository, content) for path, content in change.files.items()}
        made = _build(repository, change, parent, blobs)
        _stage(repository, lock, blobs)
        for path, content in change.files.items():
            replace_file(repository.root / path, content, undo)
        _move_head(repository, made, parent, undo)
        os.replace(lock, repository.git_dir / "index")  # noqa: PTH105 - the call that the tests make fail
        undo.pop_all()
    return made


def _take_lock(repository: Repository, undo: ExitStack) -> Path:
    """Git's own lock, holding a copy of the index."""
    lock = repository.git_dir / "index.lock"
    give_up = time.monotonic() + PATIENCE
    while True:
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
            break
        except FileExistsError:
            if time.monotonic() > give_up:
                raise Conflict("store.locked", lock=lock) from None
            time.sleep(PAUSE)
    undo.callback(lock.unlink, missing_ok=True)
    index = repository.git_dir / "index"
    if index.exists():
        shutil.copyfile(index, lock)
    else:
        lock.unlink()  # git takes an empty file for a broken index, and none for an empty one
        repository.run("read-tree", "--empty", index=lock)
    return lock


def _refuse_overtaken(repository: Repository, change: Change, parent: str | None) -> None:
    """Raise Conflict when a file was changed by somebody since the commit on which our content stands."""
    if parent == change.base:
        return
    for path in change.files:
        places = [(commit or NO_COMMIT, path) for commit in (change.base, parent)]
        (before, _), (now, _) = repository.read_many(places)
        if before != now:
            raise Conflict("store.overtaken", path=path)


def _refuse_unsaved(repository: Repository, change: Change, parent: str | None) -> None:
    """Raise Conflict when the working tree holds words that no commit holds: they would be overwritten."""
    last = repository.read_many([(parent or NO_COMMIT, path) for path in change.files])
    for (path, content), (_, saved) in zip(change.files.items(), last, strict=True):
        file = repository.root / path
        if not file.resolve().is_relative_to(repository.root.resolve()):
            raise Conflict("store.outside", path=path)
        if not file.exists():
            continue
        lying = file.read_bytes().replace(b"\r\n", b"\n")
        if lying in {content, saved} or lying in change.known:
            continue
        if parent is None or not repository.holds(path, lying, parent):
            raise Conflict("store.unsaved-edits", path=path)


def _blob(repository: Repository, content: bytes) -> str:
    return (
        repository.run("hash-object", "-w", "--no-filters", "--stdin", given=content).decode("ascii").strip()
    )


def _build(repository: Repository, change: Change, parent: str | None, blobs: Mapping[str, str]) -> str:
    """The new commit, which no branch holds yet."""
    with tempfile.TemporaryDirectory(dir=repository.git_dir, prefix="lawtrack-") as folder:
        index = Path(folder, "index")
        repository.run("read-tree", parent or "--empty", index=index)
        _stage(repository, index, blobs)
        tree = repository.run("write-tree", index=index).decode("ascii").strip()
    stamp = {
        "GIT_AUTHOR_NAME": change.author.name,
        "GIT_AUTHOR_EMAIL": change.author.email,
        "GIT_AUTHOR_DATE": git_date(change.when),
        "GIT_COMMITTER_NAME": change.committer.name,
        "GIT_COMMITTER_EMAIL": change.committer.email,
        "GIT_COMMITTER_DATE": git_date(change.when),
    }
    parents = ["-p", parent] if parent else []
    words = change.message.encode("utf-8")
    made = repository.run("commit-tree", "--no-gpg-sign", *parents, tree, given=words, stamp=stamp)
    return made.decode("ascii").strip()


def _stage(repository: Repository, index: Path, blobs: Mapping[str, str]) -> None:
    entries = "".join(f"100644 {blob}\t{path}\0" for path, blob in blobs.items())
    repository.run("update-index", "--add", "-z", "--index-info", given=entries.encode("utf-8"), index=index)


def _move_head(repository: Repository, made: str, parent: str | None, undo: ExitStack) -> None:
    """HEAD, or the branch it names, from `parent` to `made`; from nothing else."""
    try:
        repository.run("update-ref", "-m", "lawtrack: save", "HEAD", made, parent or "")
    except GitFailed:
        if repository.head() != parent:
            raise Conflict("store.overtaken", path="HEAD") from None
        raise
    if parent:
        undo.callback(repository.run, "update-ref", "HEAD", parent, made)
    else:
        undo.callback(repository.run, "update-ref", "-d", "HEAD", made)


def replace_file(file: Path, content: bytes, undo: ExitStack | None = None) -> None:
    """`content` into `file` in one step, so that no reader meets half of it; `undo` puts the old content back."""
    before = file.read_bytes() if file.exists() else None
    atomic_write(file, content)
    if undo is not None and before is None:
        undo.callback(file.unlink, missing_ok=True)
    elif undo is not None and before is not None:
        undo.callback(replace_file, file, before)


def git_date(when: datetime) -> str:
    """`when` as git's raw date, not before 1970, which git cannot say. Raises ValueError without a time zone.

    >>> from datetime import datetime, timedelta, timezone
    >>> china = timezone(timedelta(hours=8))
    >>> git_date(datetime(2020, 7, 30, 9, tzinfo=china)), git_date(datetime(1954, 9, 20, tzinfo=china))
    ('@1596070800 +0800', '@0 +0800')
    """
    if when.tzinfo is None:
        raise ValueError(f"a moment without its time zone: {when}")
    return f"@{max(0, int(when.timestamp()))} {when.strftime('%z')[:5]}"
