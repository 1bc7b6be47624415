"""Who made a commit, and what git tells of one: data, so that versions can be spoken of without git."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lawtrack.errors import UnusableInput

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

    def __str__(self) -> str:
        return f"{self.name} <{self.email}>"


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit as git tells it.

    `author` wrote it at `saved`, `committer` saved it at `committed` (ISO 8601). `changes` are the files that differ
    from the first parent, each with the hash of its content, "" where it is gone.
    """

    sha: str
    author: Author
    saved: str
    message: str
    committer: Author | None = None
    committed: str = ""
    parents: tuple[str, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()
