"""The chain of records: each save names the hash of what it wrote and of the record before it.

    Lawtrack-Text: sha256:…        the text, of a version
    Lawtrack-Files: sha256:…       all files that the save changed
    Lawtrack-After: 12 sha256:…    how many records stand before it, and the last of them (two where lines were joined)
    Lawtrack-Record: sha256:…      this record: who wrote it, when, and every word above

None of it uses git's own hashes: the chain breaks whoever rewrites history, and holds where only git's commits are made
anew (a rebase, a cherry-pick). Commits from before the chain, by hand or by git alone are records too; their hash is
made of what they hold.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lawtrack.drafts import DRAFTS, git_date, read_message, with_trailers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lawtrack.drafts import Author, Commit
    from lawtrack.store.git.repository import Repository

MARK: Final = "sha256:"
_RECORD_LINE: Final = re.compile(r"^Lawtrack-Record:.*\n?", re.MULTILINE)
KEPT: Final = (DRAFTS, "plans/", "powers/")
"""The folders whose changes are records, whoever makes them."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The records up to a commit.

    `links` has the hash of each commit that is a record, in the order of `commits`; `below` as bits of their places the
    records that each commit stands on, itself included; `tips` the last of those.
    """

    commits: tuple[Commit, ...]
    links: dict[str, str]
    below: dict[str, int] = field(default_factory=dict)
    tips: dict[str, tuple[str, ...]] = field(default_factory=dict)


def digest(content: bytes) -> str:
    """The hash of `content` as a trailer writes it.

    >>> digest(b"")[:20]
    'sha256:e3b0c44298fc1'
    """
    return MARK + hashlib.sha256(content).hexdigest()


def digest_of_files(files: Mapping[str, bytes | None]) -> str:
    """The hash of several files by path and content; None is a file taken away."""
    told = (
        f"{path}\0{digest(content) if content is not None else '-'}\n"
        for path, content in sorted(files.items())
    )
    return digest("".join(told).encode("utf-8", "surrogateescape"))


def record_hash(author: Author, written: str, message: str) -> str:
    """The hash of a record: who wrote it, when (as git dates it), and its message without the line that holds it."""
    words = _RECORD_LINE.sub("", message).rstrip()
    return digest(f"lawtrack record 1\n{author}\n{written}\n{words}\n".encode("utf-8", "replace"))


def hash_of(commit: Commit) -> str:
    """The hash that the record of a commit has now."""
    return record_hash(commit.author, git_date(commit.saved), commit.message)


def is_chained(commit: Commit) -> bool:
    """Does a commit hold its own hash?"""
    return "Record" in read_message(commit.message).fields


def is_record(commit: Commit) -> bool:
    """Is a commit part of the record: made by lawtrack, or changing drafts or plans?"""
    return bool(read_message(commit.message).fields) or any(
        path.startswith(KEPT) for path, _ in commit.changes
    )


def chain(repository: Repository, commits: Iterable[Commit]) -> Chain:
    """The records among `commits`, which are all commits up to one, oldest first."""
    made = Chain(tuple(commits), {})
    records = [commit for commit in made.commits if is_record(commit)]
    loose = [commit for commit in records if not is_chained(commit)]
    contents = contents_of(repository, loose)
    for commit in records:
        own = hash_of(commit)
        made.links[commit.sha] = own if is_chained(commit) else _loose(own, contents[commit.sha])
    places = {sha: at for at, sha in enumerate(made.links)}
    for commit in made.commits:
        below, tips = 0, []
        for parent in commit.parents:
            below |= made.below.get(parent, 0)
            tips += [tip for tip in made.tips.get(parent, ()) if tip not in tips]
        tips = [
            tip
            for tip in tips
            if not any(made.below[other] >> places[tip] & 1 for other in tips if other != tip)
        ]
        if commit.sha in places:
            below, tips = below | 1 << places[commit.sha], [commit.sha]
        made.below[commit.sha], made.tips[commit.sha] = below, tuple(tips)
    return made


def _loose(own: str, files: Mapping[str, bytes | None]) -> str:
    return digest(f"{own}\n{digest_of_files(files)}\n".encode())


def contents_of(repository: Repository, commits: Iterable[Commit]) -> dict[str, dict[str, bytes | None]]:
    """For each commit the files of drafts and plans that it changed; an object that is missing reads as none."""
    changes = [(commit.sha, path, blob) for commit in commits for path, blob in commit.changes]
    kept = [(sha, path, blob) for sha, path, blob in changes if path.startswith(KEPT)]
    blobs = list(dict.fromkeys(blob for _, _, blob in kept if blob))
    held = dict(zip(blobs, repository.blobs(blobs), strict=True))
    contents: dict[str, dict[str, bytes | None]] = {commit.sha: {} for commit in commits}
    for sha, path, blob in kept:
        contents[sha][path] = held.get(blob)
    return contents


def chained(
    message: str,
    author: Author,
    written: str,
    *,
    files: Mapping[str, bytes | None],
    before: Chain | None,
    parents: Iterable[str],
) -> str:
    """`message` with the trailers of the chain: after the records of `before` that its `parents` stand on."""
    told = {}
    record = read_message(message).fields
    text = files.get(f"{DRAFTS}{record.get('Draft', '')}/text.md")
    if text is not None and "Corrects" not in record:
        told["Text"] = digest(text)
    if files:
        told["Files"] = digest_of_files(files)
    below, tips = 0, []
    for parent in parents if before else ():
        assert before is not None
        below |= before.below.get(parent, 0)
        tips += [before.links[tip] for tip in before.tips.get(parent, ())]
    told["After"] = " ".join([str(below.bit_count()), *dict.fromkeys(tips)])
    whole = with_trailers(message, told)
    return with_trailers(whole, {"Record": record_hash(author, written, whole)})
