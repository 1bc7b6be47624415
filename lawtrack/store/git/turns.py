"""One writer at a time, and no save left half done: `.git/lawtrack.lock`.

A writer holds that file by a lock of the operating system, which goes when its owner dies, however it dies. The file
says who holds it, and from the moment before HEAD moves what is under way: which commit, from which, which files. Who
takes the turn next, or opens the workspace, finds these words where the owner was killed, and finishes the save (HEAD
had moved) or lets it vanish (it had not). Git's own `index.lock` is a second name of the same file: so everybody else
is kept out by git's rules, and a lock that was left behind is known as ours.
"""

from __future__ import annotations

import contextlib
import getpass
import hashlib
import json
import os
import shutil
import socket
import stat
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from lawtrack.atomic import atomic_write
from lawtrack.errors import Conflict, LawtrackError
from lawtrack.store.git.heads import is_hash
from lawtrack.store.git.process import GitFailed
from lawtrack.store.git.repository import NO_COMMIT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from lawtrack.store.git.repository import Repository

PATIENCE: Final = 5.0
"""Seconds to wait for another writer."""
PAUSE: Final = 0.05
ORPHAN: Final = 0.3
"""Seconds that a git command may go on after whoever started it was killed."""
STALE: Final = 5.0
"""Seconds after which a half-written file in `unsaved/` has no writer any more."""
NAME: Final = "lawtrack.lock"
INDEX: Final = "lawtrack-index"


@dataclass(frozen=True, slots=True)
class Turn:
    """The right to write; `note` says what is under way."""

    repository: Repository
    handle: int

    def note(self, told: Mapping[str, Any]) -> None:
        """Write down what is about to happen, on the disk before it does."""
        words = json.dumps({**_owner(), **told}, ensure_ascii=False).encode("utf-8")
        os.ftruncate(self.handle, 0)
        os.pwrite(self.handle, words, 0) if hasattr(os, "pwrite") else _write(self.handle, words)
        os.fsync(self.handle)

    def clear(self) -> None:
        """Nothing is under way."""
        os.ftruncate(self.handle, 0)


@contextlib.contextmanager
def turn(repository: Repository, patience: float | None = None) -> Iterator[Turn]:
    """The right to write, once nobody else has it and what a dead owner left is settled. Raises Conflict, OSError."""
    give_up = time.monotonic() + (PATIENCE if patience is None else patience)
    while (handle := _taken(repository)) is None:
        if time.monotonic() > give_up:
            owner = _told(repository.git_dir / NAME)
            who = f"{owner.get('user', '–')}@{owner.get('host', '–')} ({owner.get('pid', '–')})"
            raise Conflict("store.taken", owner=who)
        time.sleep(PAUSE)
    try:
        _settle(repository)
        held = Turn(repository, handle)
        held.note({})
        yield held
        held.clear()
    finally:
        os.close(handle)


def settle(repository: Repository) -> None:
    """Finish or take away what a killed save has left, where nobody is writing; a read-only folder stays as it is."""
    file = repository.git_dir / NAME
    if not (file.exists() or (repository.root / "unsaved").exists()):
        return
    with contextlib.suppress(OSError, LawtrackError):
        handle = _taken(repository)
        if handle is None:
            return
        try:
            _settle(repository)
            os.ftruncate(handle, 0)
        finally:
            os.close(handle)


def link_lock(repository: Repository) -> None:
    """`index.lock` as a second name of our file. Raises FileExistsError while somebody has it."""
    lock = repository.git_dir / "index.lock"
    try:
        os.link(repository.git_dir / NAME, lock)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        handle = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
        os.write(handle, json.dumps(_owner(), ensure_ascii=False).encode("utf-8"))
        os.close(handle)


def _taken(repository: Repository) -> int | None:
    """The file, locked, or None while somebody has it."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    handle = os.open(repository.git_dir / NAME, flags, 0o666)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(f"{NAME} is no file")
        if _lock(handle):
            return handle
    except BaseException:
        os.close(handle)
        raise
    os.close(handle)
    return None


def _lock(handle: int) -> bool:
    """The operating system's lock on the file, which ends with its owner."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, 1 << 30, os.SEEK_SET)  # far behind the words, which others read
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _write(handle: int, words: bytes) -> None:
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, words)


def _owner() -> dict[str, Any]:
    try:
        user = getpass.getuser()
    except (KeyError, OSError):  # an account without a name
        user = "–"
    return {"user": user, "host": socket.gethostname(), "pid": os.getpid(), "since": time.time()}


def _told(file: Path) -> dict[str, Any]:
    """What stands in the file; {} where nothing can be read."""
    try:
        told = json.loads(file.read_bytes() or b"{}")
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _settle(repository: Repository) -> None:
    """What a dead owner left: finished or taken away. We hold the turn, so whatever is there is nobody's."""
    left = _told(repository.git_dir / NAME)
    if left:
        _wait_for_orphans(repository, left)
    lock = repository.git_dir / "index.lock"
    if lock.exists() and (_same(lock, repository.git_dir / NAME) or _told(lock).get("pid")):
        if _under_way(left):
            _finish(repository, left)
        lock.unlink(missing_ok=True)
    elif _under_way(left):
        _finish(repository, left)
    if left:
        for part in (
            path for folder in ("drafts", "plans") for path in (repository.root / folder).rglob(".*.part")
        ):
            part.unlink(missing_ok=True)
    _sweep(repository)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _under_way(left: Mapping[str, Any]) -> bool:
    """Does the note tell of a save, in the form that `Turn.note` gives it?"""
    files, known = left.get("files"), left.get("known")
    return (
        is_hash(left.get("made"))
        and (left.get("parent") is None or is_hash(left.get("parent")))
        and isinstance(files, list)
        and all(isinstance(path, str) for path in files)
        and isinstance(known, list)
    )


def _wait_for_orphans(repository: Repository, left: Mapping[str, Any]) -> None:
    """Let a git command that outlived its owner end, then take away the locks that a killed one left."""
    locks = _locks_of_git(repository)
    if _under_way(left) and repository.head() != left["made"]:
        time.sleep(ORPHAN)
    give_up = time.monotonic() + ORPHAN
    while any(lock.exists() for lock in locks) and time.monotonic() < give_up:
        time.sleep(PAUSE)
    for lock in locks:
        with contextlib.suppress(OSError):
            if lock.stat().st_mtime >= float(left.get("since", 0)) - 1:
                lock.unlink()


def _locks_of_git(repository: Repository) -> list[Path]:
    """Where the git commands that we start may hold a lock, besides the index: HEAD, settings, references."""
    common = repository.place.common
    refs = [lock for name in ("refs/heads", "refs/remotes") for lock in (common / name).rglob("*.lock")]
    return [repository.git_dir / "HEAD.lock", common / "config.lock", common / "packed-refs.lock", *refs]


def configured(repository: Repository, settings: Mapping[str, str]) -> None:
    """Settings written into the repository's own configuration when it is our turn. Raises as `turn`, and GitFailed."""
    with turn(repository):
        repository.configure(settings)


def _finish(repository: Repository, left: Mapping[str, Any]) -> None:
    """Working tree and index brought to where HEAD is; nothing, where HEAD had not moved."""
    made, parent = left["made"], left["parent"] or NO_COMMIT
    if repository.head() != made and not _moved_at_last(repository, made, left["parent"] or ""):
        return
    paths = [path for path in left["files"] if _inside(repository, path)]
    with contextlib.suppress(GitFailed):
        now = repository.read_many([(made, path) for path in paths])
        before = repository.read_many([(parent, path) for path in paths])
        for path, (_, content), (_, was) in zip(paths, now, before, strict=True):
            _catch_up(repository.root / path, content, was, left["known"])
        restage(repository, {path: blob for path, (blob, _) in zip(paths, now, strict=True)})
        texts = {content for _, content in now if content}
        for kept in (repository.root / "unsaved").glob("*--*--*"):
            if kept.is_file() and kept.read_bytes() in texts:
                kept.unlink()


def _moved_at_last(repository: Repository, made: str, parent: str) -> bool:
    """Move HEAD, where git had written so in its log of the branch and was killed before it did.

    Else the log would bear witness of a version that the branch never had.
    """
    branch = repository.branch()
    log = repository.place.common / "logs" / (branch or "")
    if not branch or not log.is_file():
        return False
    entries = log.read_bytes().splitlines()
    if not entries or entries[-1].split(b" ", 2)[1:2] != [made.encode("ascii")]:
        return False
    with contextlib.suppress(GitFailed):
        repository.run("update-ref", "-m", "lawtrack: save", "HEAD", made, parent)
    return repository.head() == made


def _inside(repository: Repository, path: str) -> bool:
    root = repository.root.resolve()
    file = (repository.root / path).resolve()
    return file.is_relative_to(root) and not file.is_relative_to(root / ".git")


def _catch_up(file: Path, content: bytes | None, was: bytes | None, known: list[str]) -> None:
    """The file as HEAD has it, unless somebody has written something else there since."""
    lying = file.read_bytes() if file.exists() else None
    if lying == content or not (lying == was or (lying and hashlib.sha256(lying).hexdigest() in known)):
        return
    if content is None:
        file.unlink(missing_ok=True)
    else:
        atomic_write(file, content)


def restage(repository: Repository, blobs: Mapping[str, str]) -> None:
    """The index with those files ("" for one that is gone), replaced in one step; we hold `index.lock`, or nobody does."""
    prepared = prepare_index(repository, blobs)
    os.replace(prepared, repository.git_dir / "index")  # noqa: PTH105 - one call for all replacing of the index


def prepare_index(repository: Repository, blobs: Mapping[str, str]) -> Path:
    """A copy of the index with those files staged, beside it."""
    index, prepared = repository.git_dir / "index", repository.git_dir / INDEX
    prepared.unlink(missing_ok=True)
    if index.exists():
        shutil.copyfile(index, prepared)
    else:
        repository.run("read-tree", "--empty", index=prepared)
    stage(repository, prepared, blobs)
    return prepared


def stage(repository: Repository, index: Path, blobs: Mapping[str, str]) -> None:
    """Put files into an index by the hashes of their content; "" takes one out."""
    entries = "".join(
        f"100644 {blob}\t{path}\0" if blob else f"0 {NO_COMMIT}\t{path}\0" for path, blob in blobs.items()
    )
    repository.run("update-index", "--add", "-z", "--index-info", given=entries.encode("utf-8"), index=index)


def _sweep(repository: Repository) -> None:
    """Litter of the dead: our folders and indexes beside git's, half-written files that nobody writes any more."""
    for path in repository.git_dir.glob("lawtrack-*"):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    for part in (repository.root / "unsaved").glob(".*.part"):
        with contextlib.suppress(OSError):
            if time.time() - part.stat().st_mtime > STALE:
                part.unlink()
