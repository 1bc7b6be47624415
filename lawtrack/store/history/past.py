"""The versions of one draft with their texts, which are read only where they are needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, overload

from lawtrack.store.history.lineage import lineage
from lawtrack.store.history.reading import head_of
from lawtrack.store.history.remembering import is_blob, key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from lawtrack.drafts import Version
    from lawtrack.store.git.repository import Repository


@dataclass
class Past:
    """Versions, each behind those that it stands on; `blobs` are git's hashes of their texts ("": none).

    `sound` is False once a text did not have the hash that git gave it: then nothing made of it may be remembered.
    """

    versions: tuple[Version, ...]
    blobs: tuple[str, ...]
    read: Callable[[Sequence[str]], Sequence[bytes | None]]
    sound: bool = True
    _held: dict[int, str] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, repository: Repository, slug: str) -> Past:
        """The versions of a draft up to HEAD."""
        line = lineage(repository, head_of(repository))
        pairs = [pair for pair in zip(line.versions, line.texts, strict=True) if pair[0].draft == slug]
        return cls(tuple(one for one, _ in pairs), tuple(blob for _, blob in pairs), repository.blobs)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """For each version a name of it and of all that it stands on, by commits and contents."""
        keys: list[str] = []
        for at, version in enumerate(self.versions):
            keys.append(
                key_of(["ages", version.sha, self.blobs[at], *(keys[was] for was in self.before(at))])
            )
        return tuple(keys)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {version.sha: at for at, version in enumerate(self.versions)}

    def before(self, at: int) -> list[int]:
        """The places of the versions that the one at `at` stands on."""
        places = self._places
        return [places[sha] for sha in self.versions[at].predecessors if places.get(sha, at) < at]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """For each version a name of its commit and its text."""
        pairs = zip(self.versions, self.blobs, strict=True)
        return tuple(key_of(["version", version.sha, blob])[:32] for version, blob in pairs)

    def text(self, at: int) -> str:
        """One text; "" where its commit has none."""
        return self._held[at] if at in self._held else self.texts([at])[at]

    def has(self, at: int) -> bool:
        """Was that text read already?"""
        return at in self._held

    def texts(self, wanted: Collection[int]) -> list[str]:
        """The texts at the places `wanted`, read at once; "" at all others that were not read before."""
        missing = [at for at in sorted(wanted) if at not in self._held]
        blobs = [self.blobs[at] for at in missing if self.blobs[at]]
        contents = dict(zip(blobs, self.read(blobs), strict=True))
        for at in missing:
            content = contents.get(self.blobs[at])
            self.sound &= content is not None and is_blob(content, self.blobs[at])
            self._held[at] = (content or b"").decode("utf-8", "replace")
        return [self._held.get(at, "") for at in range(len(self.versions))]


@dataclass(frozen=True, slots=True)
class TextsOf(Sequence[str]):
    """The texts of a past in order: the last one is read alone, all of them together once another one is asked for."""

    past: Past

    def __len__(self) -> int:
        return len(self.past.versions)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        if isinstance(at, slice):
            return self.past.texts(range(len(self)))[at]
        if at != len(self) - 1 and not self.past.has(at):
            self.past.texts(range(len(self)))
        return self.past.text(at)
