"""Where a unit without a counterpart stands, and what stands there on the other side that it may be a piece of."""

from __future__ import annotations

from math import log1p
from typing import TYPE_CHECKING, Final

from lawtrack.compare.alignment.splitting import sides_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.compare.alignment.evidence import Evidence
    from lawtrack.compare.alignment.match import Match
    from lawtrack.compare.alignment.splitting import Side

CROWD: Final = 2  # units before and after one that are looked at for how many of them are left over


class Places:
    """The units of one side that are left over, as the match is now, among those that have counterparts."""

    def __init__(
        self, sizes: tuple[int, int], match: Match, evidence: Evidence, sides: tuple[Side, Side], *, new: bool
    ) -> None:
        """`new`: the pieces would be of the new text, cut from old wholes; `sides` are those of the match."""
        self.new, self.match, self.evidence = new, match, evidence
        self._size, self._other_size = sizes[new], sizes[not new]
        self.side = sides[not new]

    def look_again(self) -> None:
        """See what has been paired since."""
        self.side = sides_of(self.match, self.evidence)[not self.new]

    def lone(self) -> list[int]:
        """The units that are nothing's counterpart and no piece."""
        return [k for k in self.side.parts if self.is_lone(k)]

    def is_lone(self, k: int) -> bool:
        """Is a unit left over, nothing's counterpart and no piece?"""
        side = self.side
        return k in side.parts and k not in side.partner and k not in side.pieces

    def is_open(self, whole: int) -> bool:
        """Is a unit of the other side without a counterpart, and no piece either?"""
        pieces = self.match.merged if self.new else self.match.split
        return whole in self.side.wholes and whole not in self.side.back and whole not in pieces

    def is_whole(self, whole: int) -> bool:
        """Has a unit of the other side a counterpart, and have it and all that it became changed?"""
        side = self.side
        return (
            whole in side.wholes and whole in side.back and all(at in side.parts for at in side.known(whole))
        )

    def known(self, whole: int) -> list[int]:
        """What a whole is known to have become; nothing where it has no counterpart yet."""
        return self.side.known(whole) if whole in self.side.back else []

    def neighbours(self, k: int) -> list[int]:
        """The units before and after `k` that have counterparts, past those that have none."""
        side, found = self.side, []
        for step in (-1, 1):
            at = k + step
            while at in side.parts and at not in side.partner:
                at += step
            if at in side.partner:
                found.append(at)
        return found

    def in_place(self, k: int) -> Iterator[int]:
        """What stands without a counterpart where `k` would stand on the other side."""
        for at in self.neighbours(k):
            step = 1 if at < k else -1
            whole = self.side.partner[at] + step
            while self.is_open(whole):
                yield whole
                whole += step

    def is_between(self, k: int, whole: int) -> bool:
        """Does a whole stand where `k` would stand on the other side, or is it one of the two around?"""
        near = [self.side.partner[at] for at in self.neighbours(k)]
        return len(near) == 2 and min(near) <= whole <= max(near)

    def is_alone(self, k: int) -> bool:
        """Is nothing without a counterpart where `k` would stand on the other side?"""
        return next(self.in_place(k), None) is None

    def distance(self, k: int, whole: int) -> float:
        """How far apart the two stand, as a share of their texts."""
        return abs((k + 0.5) / self._size - (whole + 0.5) / self._other_size)

    def crowd(self, k: int) -> float:
        """How many others are left over beside `k`."""
        around = range(k - CROWD, k + CROWD + 1)
        return log1p(sum(self.is_lone(at) for at in around if at != k))
