"""A draft's record and its opinions as a commit holds them; what was read before, word for word, is not read again.

Files are told apart by git's hash of their content. Nothing is noted of a file whose content has not that hash.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from lawtrack.drafts import Draft, read_draft, record_path
from lawtrack.errors import InvalidRecord
from lawtrack.opinions import (
    SUFFIX,
    Memory,
    Register,
    is_opinion_id,
    kept_opinion,
    opinion_of,
    opinions_folder,
    read_opinion,
)
from lawtrack.store.git.heads import is_hash
from lawtrack.store.history.remembering import is_blob

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lawtrack.opinions import Opinion
    from lawtrack.store.git.repository import Repository


@dataclass
class Records:
    """The files of the draft `slug` in `commit`, a full hash; `memory` knows what was read before."""

    repository: Repository
    slug: str
    commit: str
    memory: Memory = field(default_factory=lambda: Memory(()))

    def draft(self) -> Draft:
        """Title and notice as draft.yaml has them, the folder's name for a title where there is none. Raises InvalidRecord."""
        blob = self._blobs.get(record_path(self.slug), "")
        name = self.memory.name("draft", (), self.slug, blob)
        told = self.memory.recall(name)
        if not (isinstance(told, list) and [type(one) for one in told] == [str, str]):
            content = self.repository.blobs([blob])[0] if blob else None
            read = (
                Draft(self.slug, self.slug) if content is None else read_draft(self.slug, _decoded(content))
            )
            told = [read.title, read.notice]
            if content is None or not is_blob(content, blob):
                return Draft(self.slug, read.title, notice=read.notice)
        self.memory.used[name] = told
        return Draft(self.slug, told[0], notice=told[1])

    def register(self) -> Register:
        """All opinions, by date and id; a file that cannot be read is among the problems and hides no other."""
        folder = opinions_folder(self.slug)
        blobs = {
            path.removeprefix(folder): blob for path, blob in self._blobs.items() if path.startswith(folder)
        }
        blobs = {name: blob for name, blob in blobs.items() if not name.startswith(".")}
        if record_path(self.slug) not in self._blobs:
            blobs = {}
        texts = _Texts(self.repository, {name.removesuffix(SUFFIX): blob for name, blob in blobs.items()})
        known = {name: self._known(name, blob) for name, blob in blobs.items()}
        texts.read(name.removesuffix(SUFFIX) for name, opinion in known.items() if opinion is None)
        opinions, problems = [], []
        for name, opinion in known.items():
            try:
                opinions.append(opinion or self._read(name, texts))
            except InvalidRecord as error:
                problems.append(error)
        opinions.sort(key=lambda one: (one.date or "~", one.id))
        return Register(self.slug, tuple(opinions), tuple(problems), self.commit, texts)

    @cached_property
    def _blobs(self) -> dict[str, str]:
        """The hash of each file by its path; "" for what is no file. Nothing where the commit is not there."""
        if not is_hash(self.commit):
            return {}
        return self.repository.entries(self.commit, record_path(self.slug), opinions_folder(self.slug))

    def _known(self, name: str, blob: str) -> Opinion | None:
        """The opinion of that file as it was read before, None where it was not."""
        key = self.memory.name("opinion", (), self.slug, name, blob)
        told = self.memory.recall(key)
        opinion = opinion_of(told, name.removesuffix(SUFFIX), self.commit) if told is not None else None
        if opinion is not None:
            self.memory.used[key] = told
        return opinion

    def _read(self, name: str, texts: _Texts) -> Opinion:
        """The opinion of that file. Raises InvalidRecord."""
        own = name.removesuffix(SUFFIX)
        if not (name.endswith(SUFFIX) and is_opinion_id(own)):
            raise InvalidRecord("opinions.bad-name", file=opinions_folder(self.slug) + name)
        opinion = read_opinion(self.slug, own, texts[own], self.commit)
        if own in texts.sound and (told := kept_opinion(opinion)) is not None:
            self.memory.used[self.memory.name("opinion", (), self.slug, name, texts.blobs[own])] = told
        return opinion


class _Texts(dict[str, str]):
    """The files of opinions by their ids, read when they are asked for; `sound` are those that are what git says."""

    def __init__(self, repository: Repository, blobs: dict[str, str]) -> None:
        super().__init__()
        self.repository, self.blobs = repository, blobs
        self.sound: set[str] = set()

    def __missing__(self, name: str) -> str:
        if name not in self.blobs:
            raise KeyError(name)
        self.read([name])
        return self[name]

    def read(self, names: Iterable[str]) -> None:
        """Several at once."""
        wanted = [name for name in names if self.blobs[name]]
        contents = self.repository.blobs([self.blobs[name] for name in wanted])
        for name, content in zip(wanted, contents, strict=True):
            if content is not None and is_blob(content, self.blobs[name]):
                self.sound.add(name)
            self[name] = _decoded(content or b"")
        self.update({name: "" for name, blob in self.blobs.items() if not blob})


def _decoded(content: bytes) -> str:
    return content.decode("utf-8", "replace").removeprefix("\ufeff")
