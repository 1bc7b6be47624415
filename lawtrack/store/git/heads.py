"""What git's own files say of a head, without starting git."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_HASH: Final = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_BRANCH: Final = re.compile(r"ref: (refs/heads/\w(?:(?!\.\.)[\w./-])*)\n?")


def is_hash(told: object) -> bool:
    """Is it a full hash, as git writes one?

    >>> is_hash("ab" * 20), is_hash("HEAD")
    (True, False)
    """
    return isinstance(told, str) and bool(_HASH.fullmatch(told))


def loose_head(git_dir: Path, common: Path) -> str:
    """The commit that HEAD's branch names in a file of its own (gitrepository-layout(5)); "" where git has to be asked.

    Nearly every call begins with this question, and a process costs a hundred times what a look into two files does.
    """
    try:
        branch = _BRANCH.fullmatch((git_dir / "HEAD").read_text("ascii"))
        told = (common / branch[1]).read_text("ascii").removesuffix("\n") if branch else ""
    except (OSError, ValueError):
        return ""
    return told if is_hash(told) else ""
