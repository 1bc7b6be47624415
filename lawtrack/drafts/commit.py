"""Who made a commit, and what git tells of one: data, so that versions can be spoken of without git."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from lawtrack.errors import UnusableInput

_CRUD: Final = " .,:;\"\\'"
_AUTHOR: Final = re.compile(r"\s*([^<>\0\r\n]*[^<>\s\0])\s*<\s*([^<>\s\0]+)\s*>\s*")


@dataclass(frozen=True, slots=True)
class Author:
    """Who made a commit, as git writes it: name and mail address."""

    name: str
    email: str

    @classmethod
    def parse(cls, text: str) -> Author:
        """From `Name <mail>`. Raises UnusableInput for any other form.

        >>> Author.parse("王小明 <wang@example.cn>")
        Author(name='王小明', email='wang@example.cn')
        """
        match = _AUTHOR.fullmatch(text)
        if not match:
            raise UnusableInput("store.bad-author", author=text)
        return cls(match[1], match[2])

    def as_git(self) -> Author:
        r"""As git writes it down: without control characters, angle brackets and signs at its ends (git's ident.c).

        >>> Author("王小明\x00.", " <wang@example.cn>").as_git()
        Author(name='王小明', email='wang@example.cn')
        """
        return Author(*(_plain(part) or "-" for part in (self.name, self.email)))

    def __str__(self) -> str:
        return f"{self.name} <{self.email}>"


def git_date(when: datetime | str) -> str:
    """`when` (ISO 8601, if in words) as git's raw date, not before 1970, which git cannot say.

    Raises ValueError without a time zone.

    >>> git_date("2020-07-30T09:00:00+08:00"), git_date("1954-09-20T09:00:00+08:00")
    ('@1596070800 +0800', '@0 +0800')
    """
    moment = datetime.fromisoformat(when) if isinstance(when, str) else when
    if moment.tzinfo is None:
        raise ValueError(f"a moment without its time zone: {when}")
    return f"@{max(0, int(moment.timestamp()))} {moment.strftime('%z')[:5]}"


def _plain(part: str) -> str:
    kept = "".join(char for char in part if char.isprintable() and char not in "<>")
    return kept.strip(_CRUD)


@dataclass(frozen=True, slots=True)
class Commit:
    r"""A commit as git tells it.

    `author` wrote it at `saved`, `committer` saved it at `committed` (ISO 8601). `changes` are the files that differ
    from the first parent, each with the hash of its content, "" where it is gone.

    >>> from lawtrack.drafts import Author, Commit
    >>> commit = Commit("3f2a9c41", Author("王小明", "wang@example.cn"), "2020-07-30T09:00:00+08:00", "一审稿\n")
    >>> commit.author.name, commit.parents
    ('王小明', ())
    """

    sha: str
    author: Author
    saved: str
    message: str
    committer: Author | None = None
    committed: str = ""
    parents: tuple[str, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()
