"""From one version to another: through those between them, by what each stands on."""

from __future__ import annotations

from collections import deque
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.drafts import Version


class Ways:
    """The ways between versions of one draft, given by their dates.

    On one line, where each version stands on one other at most and bears one at most, the way goes by the dates: a stage
    that was entered later than the next one is in its place all the same. Where lines part and join, it goes along them:
    back to the last version that both ends stand on, and forward from there.
    """

    def __init__(self, versions: Sequence[Version]) -> None:
        places = {version.sha: at for at, version in enumerate(versions)}
        self.on = [[places[sha] for sha in one.predecessors if sha in places] for one in versions]
        self._known: dict[tuple[int, int], tuple[int, ...]] = {}

    def between(self, start: int, end: int) -> tuple[int, ...]:
        """The places of the versions on the way, both ends among them."""
        if self.single:
            return tuple(range(start, end + 1)) if start <= end else tuple(range(start, end - 1, -1))
        if (start, end) not in self._known:
            self._known[start, end] = self._along(start, end)
        return self._known[start, end]

    @cached_property
    def single(self) -> bool:
        """Do the versions form one line?"""
        bearers = [at for on in self.on for at in on]
        roots = sum(not on for on in self.on)
        alone = not bearers  # nobody told what stands on what
        return alone or (roots <= 1 and max(map(len, self.on)) <= 1 and len(bearers) == len(set(bearers)))

    def _along(self, start: int, end: int) -> tuple[int, ...]:
        back, forth = self._down(start), self._down(end)
        shared = [at for at in back if at in forth]
        if not shared:
            return start, end
        meeting = min(shared, key=lambda at: (len(_path(back, at)) + len(_path(forth, at)), -at))
        return *reversed(_path(back, meeting)), *_path(forth, meeting)[1:]

    def _down(self, start: int) -> dict[int, int]:
        """All versions that `start` stands on, itself included, each with the next one on the shortest way up to it."""
        above, queue = {start: start}, deque([start])
        while queue:
            at = queue.popleft()
            for below in self.on[at]:
                if below not in above:
                    above[below] = at
                    queue.append(below)
        return above


def _path(above: dict[int, int], at: int) -> list[int]:
    """The way up from `at`."""
    way = [at]
    while above[at] != at:
        at = above[at]
        way.append(at)
    return way
