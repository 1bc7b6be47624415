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
from lawtrack.drafts import git_date
from lawtrack.errors import Conflict
from lawtrack.store.chaining import chained
from lawtrack.store.lineage import chain_at
from lawtrack.store.repository import NO_COMMIT, GitFailed
from lawtrack.store.signing import signing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from lawtrack.drafts import Author
from lawtrack.store.repository import Repository

PATIENCE: Final = 5.0
"""Seconds to wait for another writer."""
PAUSE: Final = 0.05
UNDONE: Final = "lawtrack: undone"
"""What git's log of the branch says where a save that failed was taken back."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a commit is to hold: files by their path in the repository, and what stands on it.

    `base` is the commit on which the new content was written (None: before the first). `known` is what the working
    tree may hold at those paths although no commit does: the text that is being saved. `when` is the time of writing,
    `saved` that of saving where it is another. `joins` are further commits that it stands on.
    """

    files: Mapping[str, bytes]
    message: str
    author: Author
    committer: Author
    when: datetime
    base: str | None
    known: frozenset[bytes] = frozenset()
    saved: datetime | None = None
    joins: tuple[str, ...] = ()


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
    return write_commit(repository, change, tree, [sha for sha in (parent, *change.joins) if sha])


def write_commit(repository: Repository, change: Change, tree: str, parents: Sequence[str]) -> str:
    """The commit of `tree` on `parents`, chained to the records before it, signed where the user signs."""
    author, committer = change.author.as_git(), change.committer.as_git()
    stamp = {
        "GIT_AUTHOR_NAME": author.name,
        "GIT_AUTHOR_EMAIL": author.email,
        "GIT_AUTHOR_DATE": git_date(change.when),
        "GIT_COMMITTER_NAME": committer.name,
        "GIT_COMMITTER_EMAIL": committer.email,
        "GIT_COMMITTER_DATE": git_date(change.saved or change.when),
    }
    words = _record(repository, change, author, tree, parents).encode("utf-8")
    on = [part for sha in parents for part in ("-p", sha)]
    sign = signing(repository, committer)
    flag = "-S" if sign else "--no-gpg-sign"
    made = repository.run("commit-tree", flag, *on, tree, given=words, stamp=stamp, settings=sign)
    return made.decode("ascii").strip()


def _record(repository: Repository, change: Change, author: Author, tree: str, parents: Sequence[str]) -> str:
    """The message with the trailers of the chain."""
    before = chain_at(repository, parents)
    return chained(
        change.message,
        author,
        git_date(change.when),
        files=repository.difference(parents[0] if parents else None, tree),
        before=before,
        parents=parents,
    )


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
        undo.callback(repository.run, "update-ref", "-m", UNDONE, "HEAD", parent, made)
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
