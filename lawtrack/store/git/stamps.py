"""Who stands in a commit, and at what time: what the caller said, and what git and the clock know where nothing was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawtrack.drafts import Author, Signature
    from lawtrack.store.git.repository import Repository


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """`author` wrote at the time `written`, `committer` saved at the time `saved`; git keeps all four."""

    author: Author
    committer: Author
    written: datetime
    saved: datetime

    @classmethod
    def of_one(cls, author: Author, when: datetime) -> Stamp:
        """One person at one time."""
        return cls(author=author, committer=author, written=when, saved=when)

    @property
    def day(self) -> str:
        """The day of writing, in ISO form."""
        return self.written.date().isoformat()


def moment() -> datetime:
    """Now, with the local offset: when a save that nobody dated is made."""
    return datetime.now().astimezone().replace(microsecond=0)


def stamp(repository: Repository, signature: Signature, written: datetime | None = None) -> Stamp:
    """`signature` completed: git's user for people left out, `written`, else this moment, for a time left out.

    Raises UnusableInput where git does not know who is at work.
    """
    now = moment()
    author = signature.author or repository.signature()
    return Stamp(
        author=author,
        committer=signature.committer or repository.identity() or author,
        written=signature.when or written or now,
        saved=signature.when or now,
    )
