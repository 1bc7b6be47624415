"""`concordance`: the same clauses side by side across two to eight versions.

Each version is compared with its neighbour, and the pairs are chained: clauses that a split or a merger joins stay in
one row through all the versions. A clause that left one version and came back in a later one is joined again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from rapidfuzz.distance import Indel

from lawtrack.compare.align import align
from lawtrack.compare.comparing import compare, label_of
from lawtrack.compare.fold import fold
from lawtrack.compare.inline import Op, inline
from lawtrack.errors import UnusableInput
from lawtrack.law import Instrument, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import pandas as pd

    from lawtrack.compare.model import Comparison, Kind, Row
    from lawtrack.law import Provision

FEWEST: Final = 2
MOST: Final = 8
RETURNED: Final = 0.6
"""A clause that came back shares this much of its characters with the one that left (1: the same words)."""

Place = tuple[int, int]
"""A clause: the number of its version and of its article in it, both from 0."""


@dataclass(frozen=True)
class Cell:
    """One clause group in one version; empty where the version does not have it.

    `kind` says how it came from the version before: one of KINDS; None in the first version, and where neither of the
    two has the clause. The other flags are those of a comparison's row; `row` is that row, where a single one leads
    from the group as it was to the group as it is.
    """

    labels: tuple[str, ...] = ()
    text: str = ""
    kind: Kind | None = None
    renumbered: bool = False
    moved: bool = False
    provisions: tuple[Provision, ...] = field(default=(), repr=False)
    row: Row | None = field(default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The cell as plain data."""
        return {
            "labels": list(self.labels),
            "text": self.text,
            "kind": self.kind,
            "renumbered": self.renumbered,
            "moved": self.moved,
        }


@dataclass(frozen=True)
class Thread:
    """One clause group followed through all versions: one cell a version."""

    cells: tuple[Cell, ...]

    @property
    def changed(self) -> bool:
        """Did words change in any of the versions?"""
        return any(cell.kind not in (None, "unchanged") for cell in self.cells)

    @property
    def moved(self) -> bool:
        """Did the clause change its place among the others?"""
        return any(cell.moved for cell in self.cells)

    def before(self, version: int) -> Cell:
        """The clause as it last stood before `version`; an empty cell where it did not."""
        return next((cell for cell in reversed(self.cells[:version]) if cell.labels), Cell())

    def ops(self, version: int) -> tuple[Op, ...]:
        """The operations from the text as it last stood before to that of `version`; () in the first version."""
        return inline(self.before(version).text, self.cells[version].text) if version else ()


@dataclass(frozen=True)
class Concordance:
    """Versions side by side: `rows` in the order of the last text, vanished clauses where they stood."""

    versions: tuple[Instrument, ...] = field(repr=False)
    comparisons: tuple[Comparison, ...] = field(repr=False)
    rows: tuple[Thread, ...] = field(repr=False)

    @cached_property
    def summaries(self) -> tuple[dict[str, int], ...]:
        """How many rows of each kind from each version to the next."""
        return tuple(dict(comparison.summary) for comparison in self.comparisons)

    def to_dict(self) -> dict[str, Any]:
        """`{"titles": […], "rows": [{"changed", "cells": [{"labels", "text", "kind", …}]}], "summaries": […]}`."""
        return {
            "titles": [version.title for version in self.versions],
            "rows": [
                {"changed": row.changed, "cells": [cell.to_dict() for cell in row.cells]} for row in self.rows
            ],
            "summaries": list(self.summaries),
        }

    def to_frame(self) -> pd.DataFrame:
        """A DataFrame, one row a clause group.

        Columns for each version, counted from 1: label_1 (labels joined by 、), text_1, kind_1 (None in the first).
        """
        import pandas as pd

        rows = [
            [value for cell in row.cells for value in ("、".join(cell.labels), cell.text, cell.kind)]
            for row in self.rows
        ]
        numbers = range(1, len(self.versions) + 1)
        return pd.DataFrame(
            rows, columns=[f"{name}_{at}" for at in numbers for name in ("label", "text", "kind")]
        )

    def __repr__(self) -> str:
        return f"<Concordance of {len(self.versions)} versions: {len(self.rows)} rows>"

    def _repr_html_(self) -> str:
        # A notebook asks an object for its picture; the picture is drawn upstairs, where HTML is known.
        from lawtrack.formats.concordance_html import static_table

        return static_table(self)


def concordance(versions: Sequence[str | Instrument]) -> Concordance:
    r"""The clauses of 2 to 8 versions, oldest first, each followed through all of them.

    Raises UnusableInput for fewer or more.

    >>> first, second = "第一条　甲事。", "\n第二条　乙事归市人民政府。"
    >>> found = concordance([first + second, first, first + second])
    >>> [[cell.labels for cell in row.cells] for row in found.rows]
    [[('第一条',), ('第一条',), ('第一条',)], [('第二条',), (), ('第二条',)]]
    """
    if not FEWEST <= len(versions) <= MOST:
        raise UnusableInput("compare.versions", count=len(versions), fewest=FEWEST, most=MOST)
    texts = tuple(parse(version) if isinstance(version, str) else version for version in versions)
    comparisons = tuple(compare(old, new) for old, new in pairwise(texts))
    return Concordance(texts, comparisons, tuple(_Builder(texts, comparisons).rows()))


class _Builder:
    """Clauses of all versions, joined where one became the other."""

    def __init__(self, texts: Sequence[Instrument], comparisons: Sequence[Comparison]) -> None:
        self.articles = [text.articles for text in texts]
        self.parent: dict[Place, Place] = {
            (version, at): (version, at)
            for version, articles in enumerate(self.articles)
            for at in range(len(articles))
        }
        self.came: dict[Place, Row] = {}
        self.went: dict[Place, Row] = {}
        self.moved: set[Place] = set()
        for version, comparison in enumerate(comparisons, 1):
            self._chain(version, comparison.rows)
        for version in range(2, len(texts)):
            self._rejoin(version)

    def rows(self) -> Iterator[Thread]:
        """The rows in order."""
        members: dict[Place, list[Place]] = {}
        for place in sorted(self.parent):
            members.setdefault(self._root(place), []).append(place)
        for root in self._order():
            yield Thread(tuple(self._cell(version, members[root]) for version in range(len(self.articles))))

    def _chain(self, version: int, rows: Iterable[Row]) -> None:
        index = [{node.start: at for at, node in enumerate(self.articles[version - back])} for back in (1, 0)]
        for row in rows:
            places = [(version - 1, index[0][node.start]) for node in row.old_provisions]
            places += [(version, index[1][node.start]) for node in row.new_provisions]
            for place in places:
                self._join(places[0], place)
                (self.came if place[0] == version else self.went)[place] = row
                if row.moved:
                    self.moved.add(place)

    def _rejoin(self, version: int) -> None:
        """Join what appears in `version` with what was in an earlier one, but not in the one before."""
        present = {self._root((version - 1, at)) for at in range(len(self.articles[version - 1]))}
        gone: dict[Place, Place] = {}
        for place in sorted(self.parent):
            if place[0] < version - 1 and self._root(place) not in present:
                gone[self._root(place)] = place
        new = [(version, at) for at in range(len(self.articles[version]))]
        come = [place for place in new if not self.came[place].old]
        left = list(gone.values())
        keys = [self._key(place) for place in left], [self._key(place) for place in come]
        for group in align(*keys):
            if len(group.old) == len(group.new) == 1:
                i, j = group.old[0], group.new[0]
                if Indel.normalized_similarity(keys[0][i], keys[1][j]) >= RETURNED:
                    self._join(left[i], come[j])

    def _key(self, place: Place) -> str:
        return fold(self.articles[place[0]][place[1]].words)

    def _order(self) -> list[Place]:
        """Roots in the order of the last version; what it lacks stands behind the clause that it stood behind."""
        after: dict[Place | None, list[Place]] = {None: []}
        placed: set[Place] = set()
        for version in reversed(range(len(self.articles))):
            before: Place | None = None
            passed: set[Place] = set()
            at_front = 0
            for at in range(len(self.articles[version])):
                root = self._root((version, at))
                if root not in placed:
                    placed.add(root)
                    after[root] = []
                    if before is None:
                        after[None].insert(at_front, root)
                        at_front += 1
                    else:
                        after[before].insert(0, root)
                elif root in passed or (version, at) in self.moved:
                    continue
                passed.add(root)
                before = root
        return _unrolled(after)

    def _cell(self, version: int, places: list[Place]) -> Cell:
        here = [place for place in places if place[0] == version]
        old = [self.went[place] for place in places if place[0] == version - 1]
        new = [self.came[place] for place in here if version]
        nodes = tuple(self.articles[version][at] for _, at in here)
        return Cell(
            labels=tuple(label_of(node) for node in nodes),
            text="\n".join(node.text for node in nodes),
            kind=_kind(old, new),
            renumbered=any(row.renumbered for row in new),
            moved=any(row.moved for row in new),
            provisions=nodes,
            row=new[0] if len({id(row) for row in (*old, *new)}) == 1 and new else None,
        )

    def _root(self, place: Place) -> Place:
        while self.parent[place] != place:
            self.parent[place] = place = self.parent[self.parent[place]]
        return place

    def _join(self, one: Place, other: Place) -> None:
        """Make both one thread; its root is its earliest place."""
        first, second = sorted((self._root(one), self._root(other)))
        self.parent[second] = first


def _kind(old: list[Row], new: list[Row]) -> Kind | None:
    """How a clause group came into a version, from the rows that lead out of the one before and into this one."""
    if not old or not new:
        return "added" if new else "deleted" if old else None
    kinds = {id(row): row.kind for row in (*old, *new)}
    if len(kinds) > 1 and set(kinds.values()) != {"unchanged"}:
        return "amended"
    return new[0].kind


def _unrolled(after: dict[Place | None, list[Place]]) -> list[Place]:
    """The tree of what stands behind what, read from the front, without recursion: chains are as long as texts."""
    found: list[Place] = []
    waiting = list(reversed(after[None]))
    while waiting:
        root = waiting.pop()
        found.append(root)
        waiting.extend(reversed(after[root]))
    return found
