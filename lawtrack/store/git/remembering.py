"""What git has said of objects that never change, kept for the next question."""

from __future__ import annotations

from typing import Final, Generic, TypeVar

from lawtrack.store.git.heads import is_hash

Told = TypeVar("Told")
_SIZE: Final = 32_000_000
"""So many bytes are kept: a city's drafts as they stand, and the versions that are being compared."""


class Remembered(Generic[Told]):
    """Answers about what lies in a commit that is named by its full hash: they never become others.

    What is not there is never kept, for a clone can still get it. Where it grows too large all is forgotten.

    >>> kept = Remembered[str]()
    >>> kept.keep("ab" * 20, "drafts/", "park", size=4)
    >>> kept.get("ab" * 20, "drafts/"), kept.get("HEAD", "drafts/")
    ('park', None)
    """

    def __init__(self) -> None:
        self._told: dict[tuple[str, str], Told] = {}
        self._size = 0

    def get(self, sha: str, path: str) -> Told | None:
        """What was kept of `path` in `sha`, or None."""
        return self._told.get((sha, path))

    def keep(self, sha: str, path: str, told: Told, *, size: int) -> None:
        """Keep what git said of `path` in `sha`; nothing is kept of what is no full hash."""
        if not is_hash(sha):
            return
        self._size += size
        if self._size > _SIZE:
            self._told, self._size = {}, size
        self._told[sha, path] = told
