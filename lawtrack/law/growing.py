"""The tree of provisions as it grows, in the order of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from lawtrack.law.model import Level, Provision

if TYPE_CHECKING:
    from lawtrack.law.model import Number

EID_NAME: Final = {
    Level.PART: "part",
    Level.SUBPART: "subpart",
    Level.CHAPTER: "chp",
    Level.SECTION: "sec",
    Level.ARTICLE: "art",
    Level.PARAGRAPH: "para",
    Level.ITEM: "item",
    Level.POINT: "point",
}
DEPTH_AND_NAME: Final = {level: (depth, EID_NAME[level]) for depth, level in enumerate(Level)}


class Node:
    """A provision under construction. `end` is where its own words end; what is below it may end later.

    It has the slots of a `Provision`, and becomes one when nothing more can be added to it: a frozen dataclass sets each
    field through `object.__setattr__`, and to build the tree so, a second time, took a quarter of all parsing.
    """

    __slots__ = tuple(Provision.__slots__)
    level: Level
    eid: str
    label: str
    number: Number
    start: int
    words_start: int
    end: int
    source: str
    heading: str
    children: list[Node]


class Growing:
    """A tree with an open node a level, the deepest last."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.root = Node()
        self.root.level, self.root.eid, self.root.children = Level.PART, "", []
        self.open = [self.root]
        self.depths = [-1]
        self.given: dict[str, int] = {}  # addresses, so that a second article 2 is art_2_2

    def attach(
        self, level: Level, label: str, number: Number, start: int, words: int, end: int, heading: str = ""
    ) -> Node:
        """A new provision below what is open and outranks it; what is open and does not is finished."""
        depth, name = DEPTH_AND_NAME[level]
        while self.depths[-1] >= depth:
            self._close()
        above = self.open[-1]
        main, branch = number
        stem = f"{name}_{main}-{branch}" if branch else f"{name}_{main or 'nn'}"
        if above.eid and level is not Level.ARTICLE:
            stem = f"{above.eid}__{stem}"
        given = self.given
        if stem in given:
            given[stem] += 1
            eid = f"{stem}_{given[stem]}"
        else:
            given[stem], eid = 1, stem
        node = Node()
        node.level, node.eid, node.label = level, eid, label
        node.number, node.start, node.words_start, node.end = number, start, words, end
        node.source, node.heading, node.children = self.source, heading, []
        above.children.append(node)
        self.open.append(node)
        self.depths.append(depth)
        return node

    def finish(self) -> None:
        """Close all that is open."""
        while len(self.open) > 1:
            self._close()

    def _close(self) -> None:
        """Make the innermost open node a provision: nothing can be added to it any more."""
        node = self.open.pop()
        self.depths.pop()
        if node.children:
            node.end = max(node.end, node.children[-1].end)
            node.children = tuple(node.children)  # type: ignore[assignment]  # from here on it is a provision
        else:
            node.children = ()  # type: ignore[assignment]
        node.__class__ = Provision  # type: ignore[assignment]

    def body(self) -> tuple[Provision, ...]:
        """The finished tree, once all lines are read."""
        return cast("tuple[Provision, ...]", tuple(self.root.children))
