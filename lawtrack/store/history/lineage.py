"""The versions of every draft as HEAD shows them: saved by lawtrack, merged by git, or changed outside.

HEAD is the truth. A commit with a version's trailers is that version. A commit that changes a text and has none is told
as what it is, an edit from outside. A merge of two lines of which both went on with a text is a version of its own with
both as its predecessors, whoever made it. So the last version of a draft always reads as HEAD does, and every version
is there once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from lawtrack.compare import collector_paused
from lawtrack.drafts import DRAFTS, Author, Version, is_slug, read_message
from lawtrack.store.history.correcting import place_meant, put_right
from lawtrack.store.record.chaining import Chain, chain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lawtrack.drafts import Commit
    from lawtrack.store.git.repository import Repository

_TEXT: Final = re.compile(rf"{re.escape(DRAFTS)}([^/]+)/text\.md")
FIRST_STAGE: Final = "drafting"
"""The stage of a text that somebody began outside."""
NOBODY: Final = Author("", "")
"""The author of a text whose past is not here."""


@dataclass(slots=True)
class _Line:
    """What is known at one commit: by draft the hash of its text and the place of its last version; all versions below."""

    texts: dict[str, str] = field(default_factory=dict)
    tips: dict[str, int] = field(default_factory=dict)
    below: int = 0


@dataclass(frozen=True, slots=True)
class Lineage:
    """All versions up to a commit, a version behind all it stands on; corrections that fit none; the texts at the end.

    `commits` are all commits, oldest first. `texts` has for each version the hash of its text as git holds it.
    """

    versions: tuple[Version, ...]
    loose: tuple[Version, ...]
    commits: tuple[Commit, ...]
    texts: tuple[str, ...]
    head: dict[str, str]


def lineage(repository: Repository, head: str) -> Lineage:
    """The versions up to the commit `head`; asked a second time it comes from memory, for a commit never changes."""
    return _remembered(repository, head, repository.cut)


def chain_at(repository: Repository, parents: Sequence[str]) -> Chain | None:
    """The records that `parents` stand on, None before the first."""
    if not parents:
        return None
    if len(parents) == 1:
        return _chained(repository, parents[0], repository.cut)
    every = {commit.sha: commit for sha in parents for commit in lineage(repository, sha).commits}
    return chain(repository, every.values())


@lru_cache(maxsize=8)
def _chained(repository: Repository, head: str, _cut: frozenset[str]) -> Chain:
    return chain(repository, lineage(repository, head).commits)


@lru_cache(maxsize=8)
def _remembered(repository: Repository, head: str, cut: frozenset[str]) -> Lineage:
    with collector_paused():
        return trace(repository.history(head), cut)


def trace(commits: Iterable[Commit], cut: frozenset[str] = frozenset()) -> Lineage:
    """The versions that `commits`, oldest first, make, as last corrected; what those in `cut` stand on is not there."""
    tracing = _Tracing(cut)
    every = tuple(commits)
    for commit in every:
        tracing.add(commit)
    last = tracing.lines[every[-1].sha] if every else _Line()
    return Lineage(tuple(tracing.versions), tuple(tracing.loose), every, tuple(tracing.blobs), last.texts)


class _Tracing:
    """The state of one pass over history."""

    def __init__(self, cut: frozenset[str] = frozenset()) -> None:
        self.cut = cut
        self.versions: list[Version] = []
        self.blobs: list[str] = []
        self.below: list[int] = []
        self.loose: list[Version] = []
        self.lines: dict[str, _Line] = {}

    def add(self, commit: Commit) -> None:
        """One commit, after all that it stands on."""
        parents = [self.lines[sha] for sha in commit.parents if sha in self.lines]
        first = parents[0] if parents else _Line()
        changed = {match[1]: blob for path, blob in commit.changes if (match := _TEXT.fullmatch(path))}
        line = _Line({**first.texts, **changed} if changed else first.texts, first.tips, first.below)
        for other in parents[1:]:
            line.below |= other.below
        self.lines[commit.sha] = line
        told = Version.of(commit)
        own = ""
        if told is not None and told.corrects:
            self._correct(told)
        elif told is not None:
            own = told.draft
        self._join(commit, line, parents, own)
        if len(parents) < 2:
            self._outside(commit, line, changed, own)
        if told is not None and own:
            self._put(line, told, line.texts.get(own, ""), self._tips(parents, own))

    def _join(self, commit: Commit, line: _Line, parents: list[_Line], own: str) -> None:
        """The versions that a merge makes: of each draft with which both sides went on."""
        for slug in sorted({slug for parent in parents[1:] for slug in parent.tips} | set(line.tips)):
            tips = self._tips(parents, slug)
            if not tips or slug == own:
                continue
            blob = line.texts.get(slug, "")
            if len(tips) == 1 and (not blob or self.blobs[tips[0]] == blob):
                self._move(line, slug, tips[0])
            elif blob and len(parents) > 1:
                self._put(line, self._merged(commit, slug, tips), blob, tips)

    def _outside(self, commit: Commit, line: _Line, changed: dict[str, str], own: str) -> None:
        for slug, blob in changed.items():
            if not blob or slug == own or not is_slug(slug):
                continue
            tip = line.tips.get(slug)
            if tip is not None and self.blobs[tip] == blob:
                continue
            stage = self.versions[tip].stage if tip is not None else FIRST_STAGE
            tips = [tip] if tip is not None else []
            told = _plain(commit, slug, stage, commit.saved[:10], "outside")
            if commit.sha in self.cut:  # it stands on what is not here: whose the text is, it does not say
                told = replace(told, origin="cut", author=NOBODY, message="")
            self._put(line, told, blob, tips)

    def _put(self, line: _Line, version: Version, blob: str, tips: list[int]) -> None:
        """A version at the end, and at the tip of its line."""
        at = len(self.versions)
        predecessors = tuple(self.versions[tip].sha for tip in tips)
        self.versions.append(replace(version, predecessors=predecessors, cut=version.sha in self.cut))
        self.blobs.append(blob)
        self.below.append(line.below)
        line.below |= 1 << at
        self._move(line, version.draft, at)

    @staticmethod
    def _move(line: _Line, slug: str, tip: int) -> None:
        if line.tips.get(slug) != tip:
            line.tips = {**line.tips, slug: tip}

    def _tips(self, parents: list[_Line], slug: str) -> list[int]:
        """The last versions of a draft on the lines of the parents, without those that another one stands on."""
        tips = list(dict.fromkeys(parent.tips[slug] for parent in parents if slug in parent.tips))
        return [
            tip for tip in tips if not any(self.below[other] >> tip & 1 for other in tips if other != tip)
        ]

    def _merged(self, commit: Commit, slug: str, tips: list[int]) -> Version:
        """The version of a merge: at the later of the stages that it joins."""
        later = max(reversed(tips), key=lambda at: (self.versions[at].date, at))
        version = _plain(commit, slug, self.versions[later].stage, self.versions[later].date, "merged")
        shared = self.below[tips[0]] if len(tips) > 1 else 0
        for tip in tips[1:]:
            shared &= self.below[tip]
        base = [
            at for at in range(len(self.versions)) if shared >> at & 1 and self.versions[at].draft == slug
        ]
        joined = [*tips, *base[-1:]]
        return replace(version, merges=tuple(self.versions[at].sha for at in joined))

    def _correct(self, told: Version) -> None:
        at = place_meant(self.versions, told)
        if at is None:
            self.loose.append(told)
        else:
            self.versions[at] = put_right(self.versions[at], told)


def _plain(commit: Commit, slug: str, stage: str, date: str, origin: str) -> Version:
    """A version that no trailer tells of."""
    return Version(
        draft=slug,
        stage=stage,
        date=date,
        meeting="",
        source=None,
        author=commit.author,
        sha=commit.sha,
        message=read_message(commit.message).message,
        saved=commit.saved,
        origin="merged" if origin == "merged" else "outside",
        parents=commit.parents,
        committer=commit.committer,
    )
