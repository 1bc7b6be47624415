"""What readers said of clauses laid side by side: the lists of `tests/collection/labels`, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

READERS = {"beside_again.txt": "beside.txt", "beside_third.txt": "beside_fourth.txt", "beside_fifth.txt": ""}
"""The list of pairs that a reader wants, and the list of another reader for some of the same texts, if there is one."""
AT_FIRST_SIGHT = "beside_sight.txt"
"""The list for texts that nothing was learned from; no other reader read them."""
LOOKED = "beside_looked.txt"
"""Pairs that the program showed, that no reader had, and that were of use when looked at."""


class Judged(NamedTuple):
    """Two texts: the articles drawn (all where none are named) and pairs of numbers of articles.

    `wanted`: what the reader wants; `other`: what another reader wants, empty where there was none; `useful`: what stands
    in any list.
    """

    names: tuple[str, str]
    drawn: frozenset[str]
    wanted: frozenset[str]
    other: frozenset[str]
    useful: frozenset[str]

    @property
    def both(self) -> frozenset[str]:
        """What both readers want: what a reader would surely pair."""
        return self.wanted & self.other


def judged(labels: Path, name: str) -> Iterator[Judged]:
    """What the list of a reader says, with what others said of the same texts."""
    other = READERS.get(name)
    others = {
        names: (wanted, useful) for names, _, wanted, useful in (_lines(labels / other) if other else ())
    }
    looked = {names: useful for names, _, _, useful in _lines(labels / LOOKED)}
    nothing: frozenset[str] = frozenset()
    for names, drawn, wanted, useful in _lines(labels / name):
        others_want, besides = others.get(names, (nothing, nothing))
        every = wanted | useful | others_want | besides | looked.get(names, nothing)
        yield Judged(names, drawn, wanted, others_want, every)


def _lines(file: Path) -> Iterator[tuple[tuple[str, str], frozenset[str], frozenset[str], frozenset[str]]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            head, _, told = line.partition(": ")
            names, _, drawn = head.partition(" @")
            wanted, _, useful = told.partition(" | ")
            draft, other = names.split()
            yield (
                (draft, other),
                frozenset(drawn.split()),
                frozenset(wanted.split()),
                frozenset(useful.split()),
            )
