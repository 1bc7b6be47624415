"""How a workspace stands to its meeting point: what waits here, what waits there. Nothing is changed by looking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawtrack.store.history.reading import head_of
from lawtrack.store.team.remote import REMOTE, meeting, meeting_url

if TYPE_CHECKING:
    from lawtrack.store.git.repository import Repository


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the workspace meets (`url`, "" where nowhere), saves here that are not shared, saves there that are not here.

    `waiting` is None where nobody has looked; `by` are the people whose saves wait there.

    >>> from lawtrack.store import Standing
    >>> Standing("https://example.cn/drafts.git", unsent=2).waiting is None
    True
    """

    url: str
    unsent: int = 0
    waiting: int | None = None
    by: tuple[str, ...] = ()


def standing(repository: Repository, *, look: bool = False) -> Standing:
    """How the workspace stands; with `look` the meeting point is asked. Raises as `sync` does where it cannot be.

    >>> import tempfile
    >>> from lawtrack.drafts import Author
    >>> from lawtrack.store import Workspace
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     standing(Workspace.create(folder, author=Author("王小明", "wang@example.cn")).repository)
    Standing(url='', unsent=0, waiting=None, by=())
    """
    url = meeting_url(repository)
    if not url:
        return Standing("")
    here = [head_of(repository), "--branches=round/*"]
    known = ["--not", f"--remotes={REMOTE}"]
    if not look:
        return Standing(url, _count(repository, [*here, *known]))
    with meeting(repository) as there:
        tips = sorted(set(there.fetch().values()))
    unsent = _count(repository, [*here, "--not", *tips])
    if not tips:
        return Standing(url, unsent, 0)
    told = repository.run("log", "--format=%an", *tips, "--not", *here).decode("utf-8", "replace")
    names = [name for name in told.splitlines() if name]
    return Standing(url, unsent, len(names), tuple(sorted(set(names))))


def _count(repository: Repository, revisions: list[str]) -> int:
    return int(repository.run("rev-list", "--count", *revisions) or 0)
