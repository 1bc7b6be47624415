"""In whose manner a decision is written: how much becomes a change of words, and what is left to the closing sentence."""

from __future__ import annotations

from dataclasses import dataclass

Core = tuple[str, str]
"""(words gone, words come) of one change, without anything beside them."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How to write: `share` is the part of a unit's characters up to which words are changed rather than the unit.

    `most` is how many word edits one unit may have, `keep` says that numbers which nobody names stay (修正案). `judicial`
    is the manner of the courts: whole articles by their old numbers, 删除 for 删去, numbers left to the last instruction.
    `repeated` are the changes that are made in more than one unit of this text.
    """

    share: float = 0.1
    most: int = 2
    keep: bool = False
    judicial: bool = False
    repeated: frozenset[Core] = frozenset()

    @property
    def deletes(self) -> str:
        """The word for a deletion."""
        return "删除" if self.judicial else "删去"
