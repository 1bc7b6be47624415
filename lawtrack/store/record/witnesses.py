"""What bears witness that a record was damaged: objects, HEAD, the chain, git's own log of the branch, edits by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lawtrack.drafts import DRAFTS, read_message
from lawtrack.store.git.process import GitFailed
from lawtrack.store.git.saving import UNDONE
from lawtrack.store.record.chaining import (
    KEPT,
    contents_of,
    digest,
    digest_of_files,
    hash_of,
    is_chained,
    is_record,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.drafts import Commit
    from lawtrack.store.git.repository import Repository
    from lawtrack.store.history.lineage import Lineage
    from lawtrack.store.record.chaining import Chain

_HASH: Final = re.compile(r"\b[0-9a-f]{40,64}\b")
_OBJECT: Final = re.compile(r"objects[/\\]([0-9a-f]{2})[/\\]([0-9a-f]{38}(?:[0-9a-f]{24})?)\b")
_OPINION: Final = re.compile(rf"{re.escape(DRAFTS)}([^/]+)/opinions/")
_DRAFT: Final = re.compile(rf"{re.escape(DRAFTS)}([^/]+)/")


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is not as it was: its code, where, what more is known, the draft; `by_hand` is a record typed."""

    code: str
    where: str
    detail: str = ""
    draft: str = ""
    by_hand: bool = False


def damaged_objects(repository: Repository) -> Iterator[Damage]:
    """Objects that are missing, or do not hold what their hash says (git-fsck(1))."""
    status, told, complaints = repository.attempt("fsck", "--full", "--no-dangling", "--no-progress")
    if status == 0:
        return
    missing = {
        match[0] for line in told.splitlines() if line.startswith("missing") and (match := _HASH.search(line))
    }
    damaged = {
        name
        for line in (*told.splitlines(), *complaints.splitlines())
        if "missing" not in line.replace("corrupt or missing", "corrupt")
        and not line.startswith(("broken link", "   "))
        and (name := _named(line))
    }
    for sha in sorted(missing - damaged):
        yield Damage("object-missing", sha[:10], "")
    for sha in sorted(damaged):
        yield Damage("object-damaged", sha[:10], "")


def _named(line: str) -> str:
    """The object that a complaint is about, by the file where it lies: the file may hold another one whole.

    >>> _named(f"error: {'ab' * 20}: hash-path mismatch, found at: .git/objects/cd/{'cd' * 19}") == "cd" * 20
    True
    """
    file = _OBJECT.search(line)
    told = _HASH.search(line)
    return f"{file[1]}{file[2]}" if file else told[0] if told else ""


def replaced_objects(repository: Repository) -> Iterator[Damage]:
    """Objects in whose place git would show others (git-replace(1)), and forged parents (grafts)."""
    for name, by in repository.tips("refs/replace").items():
        yield Damage("object-replaced", name.rpartition("/")[2][:10], by[:10])
    if (repository.place.common / "info" / "grafts").is_file():
        yield Damage("object-replaced", "info/grafts")


def place_of_head(repository: Repository) -> Iterator[Damage]:
    """A past that is cut off, and a HEAD that is on no branch."""
    if repository.shallow:
        yield Damage("shallow", str(repository.root))
    if not repository.branch():
        yield Damage("detached", (repository.head() or "–")[:10], _interrupted(repository))


def _interrupted(repository: Repository) -> str:
    """The branch that a rebase has left half done, "" where there is none."""
    for folder in ("rebase-merge", "rebase-apply"):
        told = repository.git_dir / folder / "head-name"
        if told.is_file():
            return told.read_text("utf-8", "replace").strip().removeprefix("refs/heads/")
    return ""


def broken_links(repository: Repository, links: Chain) -> Iterator[Damage]:
    """Where the chain of records does not hold: texts, files and records that are not what was written down."""
    order = {sha: at for at, sha in enumerate(links.links)}
    commits = {commit.sha: commit for commit in links.commits if commit.sha in order}
    chained = [commit for commit in commits.values() if is_chained(commit)]
    contents = contents_of(repository, chained)
    hashes: dict[str, int] = {}
    for sha, at in order.items():
        hashes.setdefault(links.links[sha], at)
        claimed = read_message(commits[sha].message).fields.get("Record", "")
        hashes.setdefault(claimed, at)
    begun = 0
    for commit in commits.values():
        if not is_chained(commit):
            if begun & links.below[commit.sha] and read_message(commit.message).fields:
                yield Damage("record-changed", commit.sha[:10], _who(commit), _draft_of(commit), by_hand=True)
            continue
        begun |= 1 << order[commit.sha]
        if hash_of(commit) != read_message(commit.message).fields["Record"]:
            yield Damage("record-changed", commit.sha[:10], _who(commit), _draft_of(commit))
        yield from _content(commit, contents[commit.sha])
        if not repository.shallow:  # else the records before are not here, which is told as that
            yield from _before(commit, links, hashes, list(order))


def _content(commit: Commit, files: dict[str, bytes | None]) -> Iterator[Damage]:
    """Is what the commit changed what its record says? Of a file whose content is missing, which is told, nobody can say."""
    told = read_message(commit.message).fields
    draft = _draft_of(commit)
    text = files.get(f"{DRAFTS}{draft}/text.md")
    if text is not None and "Text" in told and digest(text) != told["Text"]:
        yield Damage("text-changed", commit.sha[:10], _who(commit), draft)
        return
    other = any(not path.startswith(KEPT) for path, _ in commit.changes)
    missing = any(blob and path in files and files[path] is None for path, blob in commit.changes)
    if len(commit.parents) > 1 or other or missing:
        return
    if digest_of_files(files) == told.get(
        "Files", digest_of_files({})
    ):  # who changed no file has no such line
        return
    code = "opinion-changed" if any(_OPINION.match(path) for path in files) else "record-changed"
    if text is not None and "Text" not in told:
        code = "text-changed"
    yield Damage(code, commit.sha[:10], _who(commit), draft)


def _before(commit: Commit, links: Chain, hashes: dict[str, int], order: list[str]) -> Iterator[Damage]:
    """Are the records there on which this one was made?"""
    count, *after = read_message(commit.message).fields.get("After", "").split() or ["0"]
    below = links.below[commit.sha] & ~(1 << order.index(commit.sha))
    lost = [link for link in after if link not in hashes or not below >> hashes[link] & 1]
    if not lost:
        return
    if count.isdigit() and below.bit_count() < int(count):
        missing = str(int(count) - below.bit_count())
        yield Damage("version-removed", commit.sha[:10], missing, _draft_of(commit))
        return
    parents = [tip for parent in commit.parents for tip in links.tips.get(parent, ())]
    for tip in parents or [commit.sha]:
        changed = next(one for one in links.commits if one.sha == tip)
        if links.links.get(tip) not in after:
            yield Damage("record-changed", tip[:10], _who(changed), _draft_of(changed))


def lost_commits(repository: Repository, links: Chain) -> Iterator[Damage]:
    """Versions that the branch has had and has no more, by git's log of it: reset, rebased, amended away."""
    branch = repository.branch() or (
        f"refs/heads/{_interrupted(repository)}" if _interrupted(repository) else ""
    )
    log = repository.place.common / "logs" / branch
    if not branch or not log.is_file():
        return
    entries = [line.partition("\t") for line in log.read_text("utf-8", "replace").splitlines()]
    undone = {head.split()[0] for head, _, words in entries if words == UNDONE}
    had = {sha for head, _, _ in entries for sha in head.split()[:2]} - undone
    if not repository.branch():
        had |= set(repository.run("for-each-ref", "--format=%(objectname)", branch).decode("ascii").split())
    known = {hash_of(one) for one in links.commits}
    known |= {read_message(one.message).fields.get("Record", "-") for one in links.commits}
    there = {commit.sha for commit in links.commits}
    told: set[str] = set()
    for sha in sorted(had - there):
        if not sha.strip("0"):
            continue
        try:
            past = list(repository.history(sha))
        except GitFailed:  # tidied away by git
            continue
        for one in past:
            if (
                one.sha in there
                or one.sha in undone
                or one.sha in told
                or hash_of(one) in known
                or not is_record(one)
            ):
                continue
            if len(one.parents) > 1 and not is_chained(one):
                continue
            told.add(one.sha)
            yield Damage("version-removed", one.sha[:10], _who(one), _draft_of(one))


def removed_drafts(line: Lineage) -> Iterator[Damage]:
    """Drafts that have versions and no text at HEAD."""
    for slug in dict.fromkeys(version.draft for version in line.versions):
        if line.head.get(slug) or not any(
            blob for version, blob in zip(line.versions, line.texts, strict=True) if version.draft == slug
        ):
            continue
        gone = next(
            (one for one in reversed(line.commits) if (f"{DRAFTS}{slug}/text.md", "") in one.changes),
            line.commits[-1],
        )
        yield Damage("draft-removed", gone.sha[:10], _who(gone), slug)


def changed_outside(line: Lineage) -> Iterator[Damage]:
    """Texts and opinions that somebody committed without lawtrack and nobody has taken over."""
    adopted = {version.adopts for version in line.versions if version.adopts}
    for version in line.versions:
        if version.origin == "outside" and version.sha not in adopted:
            yield Damage(
                "outside-edit", version.sha[:10], f"{version.author.name} {version.saved[:10]}", version.draft
            )
    last: dict[str, Commit] = {}
    written: set[str] = set()
    for commit in line.commits:
        if len(commit.parents) > 1 and not read_message(commit.message).fields:
            continue
        for path, _ in commit.changes:
            if _OPINION.match(path):
                last[path] = commit
                if is_chained(commit):
                    written.add(path)
    for path, commit in last.items():
        if path in written and not read_message(commit.message).fields:
            yield Damage("opinion-changed", f"{commit.sha[:10]}:{path}", _who(commit), _draft_of(commit))


def _who(commit: Commit) -> str:
    return f"{commit.author.name} {commit.saved[:10]}"


def _draft_of(commit: Commit) -> str:
    """The draft that a commit is about, "" where it is about none or several."""
    told = read_message(commit.message).fields.get("Draft")
    slugs = {match[1] for path, _ in commit.changes if (match := _DRAFT.match(path))}
    return told or (slugs.pop() if len(slugs) == 1 else "")
