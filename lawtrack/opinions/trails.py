"""The way of a clause from one version to another, in a form that can be kept: plain data, named by what it was made of.

Following hundreds of clauses through hundreds of versions takes seconds, and the same ways are asked for again and
again. A `Trail` holds all that is asked about one. Its name is a hash of the commits and texts on the way and of the
clauses at its beginning, so a name never means two ways.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from lawtrack.compare import fold
from lawtrack.law import HEADING_LEVELS, Level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from lawtrack.compare import Kind
    from lawtrack.law import Provision


@dataclass(frozen=True, slots=True)
class Place:
    """A clause in one version: its address, its label as the norms print it, its words."""

    eid: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Stand:
    """Some clauses of one version, and a hash of their words without their numbers."""

    places: tuple[Place, ...]
    words: str

    @property
    def eids(self) -> tuple[str, ...]:
        """Their addresses."""
        return tuple(place.eid for place in self.places)

    @property
    def label(self) -> str:
        """Their labels, joined by 、."""
        return "、".join(place.label for place in self.places)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Several steps of a way, one behind the other, that say the same: how many, how the clause came, its labels there."""

    count: int
    kind: Kind
    moved: bool
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trail:
    """A way from one version to another: the clauses at both ends, the steps between. It ends where nothing is left."""

    start: Stand
    stretches: tuple[Stretch, ...]
    end: Stand

    def plain(self) -> Any:
        """The trail as lists, numbers and strings."""
        steps = [[one.count, one.kind, one.moved, list(one.labels)] for one in self.stretches]
        return [_listed(self.start), steps, _listed(self.end)]

    @classmethod
    def of(cls, told: Any) -> Trail:
        """The trail that `plain` told of. Raises ValueError or TypeError for what is none."""
        start, steps, end = told
        return cls(
            _stand(start),
            tuple(
                Stretch(int(count), cast("Kind", kind), bool(moved), tuple(labels))
                for count, kind, moved, labels in steps
            ),
            _stand(end),
        )


@dataclass(slots=True)
class Memory:
    """What was worked out before (`known`, plain data by name) and what an answer used (`used`), to be kept for next time.

    `names` are names of the versions, in the order in which they are given: who names them alike, by their commits and
    texts, may keep what he was told from one process to the next.

    >>> memory = Memory(("3f2a", "9c41"))
    >>> name = memory.name("trail", (0, 1), "art_3")
    >>> memory.once(name, fits=lambda kept: True, make=lambda: ["第三条"]), memory.recall(name)
    (['第三条'], ['第三条'])
    """

    names: tuple[str, ...]
    known: Mapping[str, Any] = field(default_factory=dict)
    used: dict[str, Any] = field(default_factory=dict)

    def name(self, kind: str, way: Iterable[int], *more: str) -> str:
        """The name of what is made of the versions on a way."""
        told = "\0".join((kind, *more, *map(self.names.__getitem__, way)))
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def recall(self, name: str) -> Any:
        """What is known by that name, None where nothing is."""
        return self.used[name] if name in self.used else self.known.get(name)

    def is_new(self, name: str) -> bool:
        """Was what was used by that name not known, or known otherwise?"""
        told, known = self.used[name], self.known.get(name)
        return told is not known and told != known

    def once(self, name: str, fits: Callable[[Any], bool], make: Callable[[], Any]) -> Any:
        """What is known by that name where it fits, else what `make` makes; it is noted as used."""
        told = self.recall(name)
        self.used[name] = told if told is not None and fits(told) else make()
        return self.used[name]


def words_of(nodes: Iterable[Provision]) -> str:
    """The words of clauses, of a chapter those of its articles: numbers do not count."""
    nodes = tuple(nodes)
    below = (
        each
        for node in nodes
        for each in (node.walk() if node.level in HEADING_LEVELS else (node,))
        if each.level not in HEADING_LEVELS
    )
    return "\n".join(node.words for node in below if node.level is Level.ARTICLE or node in nodes)


def hashed(words: str) -> str:
    """A short name of words, so that two texts can be held against each other without keeping both."""
    return hashlib.sha256(fold(words).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _listed(stand: Stand) -> list[Any]:
    return [[[place.eid, place.label, place.text] for place in stand.places], stand.words]


def _stand(told: Any) -> Stand:
    places, words = told
    every = tuple(Place(*place) for place in places)
    if not all(isinstance(told, str) for one in every for told in (one.eid, one.label, one.text, words)):
        raise ValueError(told)
    return Stand(every, words)
