"""What several versions are made of, each unit followed through all of them: articles, headings, title, annexes.

Each version is compared with its neighbour, and the pairs are chained: units that a split or a merger joins stay in
one thread through all the versions. What left one version and came back in a later one is joined again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from rapidfuzz.distance import Indel

from lawtrack.compare.align import align_units
from lawtrack.compare.folding import fold
from lawtrack.compare.inline import word_ops
from lawtrack.compare.model import label_of
from lawtrack.compare.showing.order import AFTER_BODY, BEFORE_BODY
from lawtrack.law import HEADING_LEVELS, Block, Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.compare.cells import Op
    from lawtrack.compare.model import ComparisonData, Kind, Row
    from lawtrack.law import Instrument, Provision

RETURNED: Final = 0.6
"""What came back shares this much of its characters with what had left (1: the same words)."""
ZONES: Final = (BEFORE_BODY - {"contents"}, {Level.ARTICLE, *HEADING_LEVELS}, AFTER_BODY)
"""Levels that stand together, in the order of a text. A contents page repeats the headings, which have threads."""

Place = tuple[int, int]
"""A unit: the number of its version and its own among the units of its zone there, both from 0."""


@dataclass(frozen=True)
class Cell:
    """One group of units in one version; empty where the version does not have it.

    `kind` says how it came from the version before: one of KINDS; None in the first version, and where neither of the
    two has the group. The other flags are those of a comparison's row; `row` is that row, where a single one leads
    from the group as it was to the group as it is. `provisions` is empty for what is none (title, annex).
    """

    labels: tuple[str, ...] = ()
    text: str = ""
    kind: Kind | None = None
    renumbered: bool = False
    moved: bool = False
    in_place: bool = False
    doubtful: bool = False
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
            "in_place": self.in_place,
            "doubtful": self.doubtful,
        }


@dataclass(frozen=True)
class Thread:
    """One group of units of one `level` (article, chapter, title, annex…) through all versions: one cell a version.

    >>> from lawtrack.compare import concordance
    >>> one, = concordance(["第一条　公园开放。", "第一条　公园免费开放。"]).threads
    >>> one.level, len(one.cells)
    ('article', 2)
    """

    level: str
    cells: tuple[Cell, ...]

    @property
    def changed(self) -> bool:
        """Did words change in any of the versions?"""
        return any(cell.kind not in (None, "unchanged") for cell in self.cells)

    @property
    def moved(self) -> bool:
        """Did it change its place among the others?"""
        return any(cell.moved for cell in self.cells)

    @property
    def quiet(self) -> bool:
        """Do its words stay where they stood in all versions, with no doubt to look at?"""
        return not self.changed and not self.moved and not any(cell.doubtful for cell in self.cells)

    def before(self, version: int) -> Cell:
        """The group as it last stood before `version`; an empty cell where it did not."""
        return next((cell for cell in reversed(self.cells[:version]) if cell.text), Cell())

    def ops(self, version: int) -> tuple[Op, ...]:
        """The operations from the text as it last stood before to that of `version`; () in the first version."""
        return word_ops(self.before(version).text, self.cells[version].text) if version else ()


@dataclass(frozen=True, slots=True)
class Unit:
    """An article, a heading or a block of one version."""

    level: str
    node: Provision | Block = field(repr=False)

    @property
    def label(self) -> str:
        """Its number as printed, "" where it has none."""
        return self.node.label if isinstance(self.node, Block) else label_of(self.node)

    @property
    def text(self) -> str:
        """Its words as in the source: a heading's line alone, without what stands under it."""
        if isinstance(self.node, Block) or self.node.level not in HEADING_LEVELS:
            return self.node.text
        return self.node.source[self.node.start : self.node.words_start]

    @property
    def key(self) -> str:
        """By what it is known again: its words without its number, folded."""
        if isinstance(self.node, Block):
            return fold(self.node.text)
        return fold(self.node.heading if self.node.level in HEADING_LEVELS else self.node.words)


def follow(texts: Sequence[Instrument], comparisons: Sequence[ComparisonData]) -> Iterator[Thread]:
    """Threads in the order in which a reader of the last text meets them, what it lacks where it stood.

    `comparisons` are those of each text with the next.
    """
    for levels in ZONES:
        units = [[unit for unit in _units(text) if unit.level in levels] for text in texts]
        yield from _Zone(units, comparisons).threads()


def _units(text: Instrument) -> list[Unit]:
    """Everything in a text that has words of its own, in its order."""
    units = [Unit(block.kind, block) for block in text.blocks]
    units += [Unit(str(node.level), node) for node in (*text.headings, *text.articles)]
    return sorted(units, key=lambda unit: unit.node.start)


class _Zone:
    """Units of all versions, joined where one became the other."""

    def __init__(self, units: list[list[Unit]], comparisons: Sequence[ComparisonData]) -> None:
        self.units = units
        self.parent: dict[Place, Place] = {
            (version, at): (version, at) for version, side in enumerate(units) for at in range(len(side))
        }
        self.came: dict[Place, Row] = {}
        self.went: dict[Place, Row] = {}
        self.moved: set[Place] = set()
        for version, comparison in enumerate(comparisons, 1):
            self._chain(version, comparison)
        for version in range(2, len(units)):
            self._rejoin(version)

    def threads(self) -> Iterator[Thread]:
        """The threads in order."""
        members: dict[Place, list[Place]] = {}
        for place in sorted(self.parent):
            members.setdefault(self._root(place), []).append(place)
        for root in self._order():
            cells = (self._cell(version, members[root]) for version in range(len(self.units)))
            yield Thread(self._unit(root).level, tuple(cells))

    def _chain(self, version: int, comparison: ComparisonData) -> None:
        old, new = _Sought(self.units[version - 1]), _Sought(self.units[version])
        for row in (*comparison.rows, *comparison.other):
            olds = [(version - 1, at) for at in old.take(row.level, row.old_provisions, row.old_text)]
            news = [(version, at) for at in new.take(row.level, row.new_provisions, row.new_text)]
            places = olds + news
            for place in places:
                self._join(places[0], place)
            self.went |= dict.fromkeys(olds, row)
            self.came |= dict.fromkeys(news, row)
            if row.moved:
                self.moved.update(places)

    def _rejoin(self, version: int) -> None:
        """Join what appears in `version` with what was in an earlier one, but not in the one before."""
        present = {self._root((version - 1, at)) for at in range(len(self.units[version - 1]))}
        gone: dict[Place, Place] = {}
        for place in sorted(self.parent):
            if place[0] < version - 1 and self._root(place) not in present:
                gone[self._root(place)] = place
        new = [(version, at) for at in range(len(self.units[version]))]
        come = [place for place in new if place in self.came and not self.came[place].old_text]
        for level in dict.fromkeys(self._unit(place).level for place in come):
            self._rejoin_level(
                *([at for at in places if self._unit(at).level == level] for places in (gone.values(), come))
            )

    def _rejoin_level(self, left: list[Place], come: list[Place]) -> None:
        keys = [self._unit(place).key for place in left], [self._unit(place).key for place in come]
        for group in align_units(*keys):
            if len(group.old) == len(group.new) == 1:
                i, j = group.old[0], group.new[0]
                if Indel.normalized_similarity(keys[0][i], keys[1][j]) >= RETURNED:
                    self._join(left[i], come[j])

    def _order(self) -> list[Place]:
        """Roots in the order of the last version; what it lacks stands behind the unit that it stood behind."""
        after: dict[Place | None, list[Place]] = {None: []}
        placed: set[Place] = set()
        for version in reversed(range(len(self.units))):
            before: Place | None = None
            passed: set[Place] = set()
            at_front = 0
            for at in range(len(self.units[version])):
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
        old = [self.went[place] for place in places if place[0] == version - 1 and place in self.went]
        new = [self.came[place] for place in here if place in self.came]
        units = [self._unit(place) for place in here]
        return Cell(
            labels=tuple(unit.label for unit in units if unit.label),
            text="\n".join(unit.text for unit in units),
            kind=_kind(old, new),
            renumbered=any(row.renumbered for row in new),
            moved=any(row.moved for row in new),
            in_place=any(row.in_place for row in new),
            doubtful=any(row.doubtful for row in new),
            provisions=tuple(unit.node for unit in units if not isinstance(unit.node, Block)),
            row=new[0] if len({id(row) for row in (*old, *new)}) == 1 and new else None,
        )

    def _unit(self, place: Place) -> Unit:
        return self.units[place[0]][place[1]]

    def _root(self, place: Place) -> Place:
        while self.parent[place] != place:
            self.parent[place] = place = self.parent[self.parent[place]]
        return place

    def _join(self, one: Place, other: Place) -> None:
        """Make both one thread; its root is its earliest place."""
        first, second = sorted((self._root(one), self._root(other)))
        self.parent[second] = first


class _Sought:
    """The units of one version, found by what a comparison's row says of them."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self.at = {unit.node.start: at for at, unit in enumerate(units)}
        self.blocks = [at for at, unit in enumerate(units) if isinstance(unit.node, Block)]

    def take(self, level: str, provisions: Sequence[Provision], text: str) -> list[int]:
        """The units of one side of a row; a block is told by its words alone, and each is taken once."""
        if provisions:
            return [self.at[node.start] for node in provisions if node.start in self.at]
        taken: list[int] = []
        while fitting := [at for at in self.blocks if self._begins(at, level, text)]:
            longest = max(fitting, key=lambda at: len(self.units[at].text))
            self.blocks.remove(longest)
            taken.append(longest)
            text = text[len(self.units[longest].text) + 1 :]
        return taken

    def _begins(self, at: int, level: str, text: str) -> bool:
        return self.units[at].level == level and f"{text}\n".startswith(f"{self.units[at].text}\n")


def _kind(old: list[Row], new: list[Row]) -> Kind | None:
    """How a group came into a version, from the rows that lead out of the one before and into this one."""
    if not old or not new:
        return "added" if new else "deleted" if old else None
    kinds = {id(row): row.kind for row in (*old, *new)}
    if len(kinds) > 1 and set(kinds.values()) != {"unchanged"}:
        return "amended"
    return new[0].kind


def _unrolled(after: dict[Place | None, list[Place]]) -> list[Place]:
    """The tree of what stands behind what, read from the front, without recursion: chains are as long as texts."""
    roots: list[Place] = []
    waiting = list(reversed(after[None]))
    while waiting:
        root = waiting.pop()
        roots.append(root)
        waiting.extend(reversed(after[root]))
    return roots
