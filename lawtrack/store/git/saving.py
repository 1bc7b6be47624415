"""`commit`: files into one commit, or nothing at all.

The commit is built beside the working tree, on top of what is checked out, in an index of its own: what somebody else
has staged is neither lost nor swept in. Then, when it is our turn, in this order, each step undone if a later one fails:

    1. index.lock    taken, as `git commit` takes it: one writer at a time, of us and of git
    2. objects       blobs, tree and commit written; nobody sees them yet
    3. HEAD          moved from the commit we built on to ours, and only from that one: the moment of saving
    4. working tree  each file replaced in one step
    5. index         replaced in one step

Whoever is killed before 3 leaves the last good state, and the new text in `unsaved/`; after 3 the version, and the next
command does what was left (`turns`).
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lawtrack.atomic import atomic_write
from lawtrack.drafts import git_date
from lawtrack.errors import Conflict
from lawtrack.store.git.process import GitFailed
from lawtrack.store.git.repository import NO_COMMIT
from lawtrack.store.git.turns import link_lock, prepare_index, stage, turn
from lawtrack.store.history.lineage import chain_at
from lawtrack.store.record.chaining import chained
from lawtrack.store.record.signing import signing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lawtrack.drafts import Author
    from lawtrack.store.git.repository import Repository
    from lawtrack.store.git.stamps import Stamp
    from lawtrack.store.git.turns import Turn

PATIENCE: Final = 5.0
"""Seconds to wait while git writes."""
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

    files: Mapping[str, bytes | None]
    message: str
    stamp: Stamp
    base: str | None
    known: frozenset[bytes] = frozenset()
    joins: tuple[str, ...] = ()


def commit(repository: Repository, change: Change) -> str:
    """The hash of the new commit. Raises Conflict when somebody else was first, GitFailed or OSError otherwise."""
    with turn(repository) as held, ExitStack() as undo:
        _take_lock(repository, undo)
        parent = repository.head()
        _refuse_no_branch(repository)
        _refuse_overtaken(repository, change, parent)
        _refuse_unsaved(repository, change.files, change.known, parent)
        blobs = {path: _blob(repository, content) for path, content in change.files.items()}
        made = _build(repository, change, parent, blobs)
        put(repository, held, Move(made, parent, change.files, blobs, change.known), undo)
        undo.pop_all()
    return made


def commit_beside(repository: Repository, ref: str, change: Change) -> str:
    """A commit on the branch `ref`, a full name, that is not checked out; it begins at `change.base` if it is new.

    Raises Conflict where somebody was faster.
    """
    with turn(repository):
        told = repository.run("for-each-ref", "--format=%(objectname)", ref).decode("ascii").strip()
        parent = told or change.base
        _refuse_overtaken(repository, change, parent)
        blobs = {path: _blob(repository, content) for path, content in change.files.items()}
        made = _build(repository, change, parent, blobs)
        try:
            repository.run("update-ref", "-m", "lawtrack: save", ref, made, told or NO_COMMIT)
        except GitFailed:
            raise Conflict("store.overtaken", path=ref) from None
    return made


def point(repository: Repository, refs: Mapping[str, tuple[str, str | None]]) -> None:
    """References, by full names, at new commits: all or none, each only from the commit told (None: from any).

    Raises Conflict where somebody was faster.
    """
    if not refs:
        return
    lines = "".join(f"update {name}\0{new}\0{old or ''}\0" for name, (new, old) in refs.items())
    with turn(repository):
        try:
            repository.run("update-ref", "--stdin", "-z", given=lines.encode("utf-8"))
        except GitFailed:
            raise Conflict("store.overtaken", path=", ".join(refs)) from None


@dataclass(frozen=True, slots=True)
class Move:
    """HEAD from the commit `parent` to the commit `made`, which differs from it by `files`; None is a file that goes."""

    made: str
    parent: str | None
    files: Mapping[str, bytes | None]
    blobs: Mapping[str, str]
    known: frozenset[bytes] = frozenset()


def put(repository: Repository, held: Turn, move: Move, undo: ExitStack) -> None:
    """Steps 3 to 5: HEAD, working tree, index; what is under way is noted first, and `undo` takes each step back."""
    prepared = prepare_index(repository, move.blobs)
    undo.callback(prepared.unlink, missing_ok=True)
    known = [hashlib.sha256(content).hexdigest() for content in move.known]
    held.note({"made": move.made, "parent": move.parent, "files": list(move.files), "known": known})
    _move_head(repository, move.made, move.parent, undo)
    for path, content in move.files.items():
        replace_file(repository.root / path, content, undo)
    os.replace(prepared, repository.git_dir / "index")  # noqa: PTH105 - the call that the tests make fail
    (repository.git_dir / "index.lock").unlink(missing_ok=True)


def advance(repository: Repository, made: str, parent: str) -> None:
    """HEAD from `parent` to `made`, another commit that is there already, with working tree and index.

    Raises Conflict where somebody was faster or the working tree holds words that would be overwritten.
    """
    with turn(repository) as held, ExitStack() as undo:
        _take_lock(repository, undo)
        _refuse_no_branch(repository)
        if repository.head() != parent:
            raise Conflict("store.overtaken", path="HEAD")
        files = repository.difference(parent, made)
        _refuse_unsaved(repository, files, frozenset(), parent)
        hashes = repository.read_many([(made, path) for path in files])
        blobs = {path: blob for path, (blob, _) in zip(files, hashes, strict=True)}
        put(repository, held, Move(made, parent, files, blobs), undo)
        undo.pop_all()


def _refuse_no_branch(repository: Repository) -> None:
    """Raise Conflict where a commit would be lost, or would cut into a merge of git's that is half done."""
    if not repository.branch():
        raise Conflict("store.detached-head", head=(repository.head() or "–")[:10])
    if (repository.git_dir / "MERGE_HEAD").exists():
        raise Conflict("store.merge-half-done")


def _take_lock(repository: Repository, undo: ExitStack) -> None:
    """Git's own lock: a second name of our file. Raises Conflict where somebody keeps it."""
    give_up = time.monotonic() + PATIENCE
    while True:
        try:
            link_lock(repository)
            break
        except FileExistsError:
            if time.monotonic() > give_up:
                raise Conflict("store.locked", lock=repository.git_dir / "index.lock") from None
            time.sleep(PAUSE)
    undo.callback((repository.git_dir / "index.lock").unlink, missing_ok=True)


def _refuse_overtaken(repository: Repository, change: Change, parent: str | None) -> None:
    """Raise Conflict when a file was changed by somebody since the commit on which our content stands."""
    if parent == change.base:
        return
    for path in change.files:
        places = [(commit or NO_COMMIT, path) for commit in (change.base, parent)]
        (before, _), (now, _) = repository.read_many(places)
        if before != now:
            raise Conflict("store.overtaken", path=path)


def _refuse_unsaved(
    repository: Repository, files: Mapping[str, bytes | None], known: frozenset[bytes], parent: str | None
) -> None:
    """Raise Conflict when the working tree holds words that no commit holds: they would be overwritten."""
    last = repository.read_many([(parent or NO_COMMIT, path) for path in files])
    for (path, content), (_, saved) in zip(files.items(), last, strict=True):
        file = repository.root / path
        if not file.resolve().is_relative_to(repository.root.resolve()):
            raise Conflict("store.outside", path=path)
        if not file.exists():
            continue
        lying = file.read_bytes().replace(b"\r\n", b"\n")
        if lying in {content, saved} or lying in known:
            continue
        if parent is None or not repository.holds(path, lying, parent):
            raise Conflict("store.unsaved-edits", path=path)


def _blob(repository: Repository, content: bytes | None) -> str:
    """The hash of the content, written; "" for a file that goes."""
    if content is None:
        return ""
    return (
        repository.run("hash-object", "-w", "--no-filters", "--stdin", given=content).decode("ascii").strip()
    )


def _build(repository: Repository, change: Change, parent: str | None, blobs: Mapping[str, str]) -> str:
    """The new commit, which no branch holds yet."""
    with tempfile.TemporaryDirectory(dir=repository.git_dir, prefix="lawtrack-") as folder:
        index = Path(folder, "index")
        repository.run("read-tree", parent or "--empty", index=index)
        stage(repository, index, blobs)
        tree = repository.run("write-tree", index=index).decode("ascii").strip()
    return write_commit(repository, change, tree, [sha for sha in (parent, *change.joins) if sha])


def write_commit(repository: Repository, change: Change, tree: str, parents: Sequence[str]) -> str:
    """The commit of `tree` on `parents`, chained to the records before it, signed where the user signs."""
    author, committer = change.stamp.author.as_git(), change.stamp.committer.as_git()
    stamp = {
        "GIT_AUTHOR_NAME": author.name,
        "GIT_AUTHOR_EMAIL": author.email,
        "GIT_AUTHOR_DATE": git_date(change.stamp.written),
        "GIT_COMMITTER_NAME": committer.name,
        "GIT_COMMITTER_EMAIL": committer.email,
        "GIT_COMMITTER_DATE": git_date(change.stamp.saved),
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
        git_date(change.stamp.written),
        files=repository.difference(parents[0] if parents else None, tree),
        before=before,
        parents=parents,
    )


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


def replace_file(file: Path, content: bytes | None, undo: ExitStack | None = None) -> None:
    """`content` into `file` in one step, so that no reader meets half of it; None takes the file away.

    `undo` puts the old content back.
    """
    before = file.read_bytes() if file.exists() else None
    if content is None:
        file.unlink(missing_ok=True)
    else:
        atomic_write(file, content)
    if undo is not None:
        undo.callback(replace_file, file, before)
