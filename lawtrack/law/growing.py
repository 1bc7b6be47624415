"""The tree of provisions as it grows, in the order of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from lawtrack.law.model import HEADING_LEVELS, Level, Provision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.law.model import Number

ARTICLE: Final = Level.ARTICLE
PARAGRAPH: Final = Level.PARAGRAPH
ITEM: Final = Level.ITEM
POINT: Final = Level.POINT
"""Names of our own: to look up a member of its class takes ten times as long, and it is done for every line."""
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
_PLACES: Final = {level: (depth, (*range(depth + 1, len(Level)),)) for depth, level in enumerate(Level)}
"""The depth of each level, and the depths below it."""


class Node:
    """A provision under construction. `end` is where its own words end; what is below it may end later.

    It has the slots of a `Provision`, and becomes one when the tree is finished: a frozen dataclass sets each field through
    `object.__setattr__`, and to build the tree so, a second time, took a quarter of all parsing.
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


_DEPTH_OF_ARTICLES: Final = _PLACES[ARTICLE][0]
_FIRST: Final[Number] = (1, 0)


class Growing:
    """A tree with one open node a level at most."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.root = Node()
        self.root.level, self.root.eid, self.root.end, self.root.children = Level.PART, "", 0, []
        self.current = self.root  # the innermost open node: the one that came last
        self.above = [self.root] * len(Level)  # for each depth, what a node of that depth would be a child of
        self.holders: list[Node] = []  # all that have children, whatever is above a node before it
        self.articles: list[Provision] = []  # in the order of the text; provisions once the tree is finished

    def attach(
        self, level: Level, label: str, number: Number, start: int, words: int, end: int, heading: str = ""
    ) -> Node:
        """A new provision below what is open and outranks it; what is open and does not is closed."""
        node = Node()
        node.level, node.label, node.number = level, label, number
        node.start, node.words_start, node.end = start, words, end
        node.source, node.heading, node.children = self.source, heading, ()  # type: ignore[assignment]
        depth, deeper = _PLACES[level]
        places = self.above
        above = places[depth]
        if above.children:
            above.children.append(node)
        else:
            self._hold(above, node)
        for depth in deeper:
            places[depth] = node
        self.current = node
        return node

    def attach_article(
        self, label: str, number: Number, start: int, words: int, end: int, heading: str
    ) -> Node:
        """A new article with the paragraph that begins in its line, as nearly all have one; the paragraph is given."""
        article, node, places = Node(), Node(), self.above
        article.level, article.label, article.number = ARTICLE, label, number
        article.start, article.words_start, article.end = start, words, end
        article.source, article.heading, article.children = self.source, heading, [node]
        node.level, node.label, node.number = PARAGRAPH, "", _FIRST
        node.start, node.words_start, node.end = words, words, end
        node.source, node.heading, node.children = self.source, "", ()  # type: ignore[assignment]
        above = places[_DEPTH_OF_ARTICLES]
        if above.children:
            above.children.append(article)
        else:
            self._hold(above, article)
        self.holders.append(article)
        self.articles.append(article)  # type: ignore[arg-type]
        places[_DEPTH_OF_ARTICLES + 1 :] = article, node, node
        self.current = node
        return node

    def _hold(self, above: Node, first: Node) -> None:
        above.children = [first]
        self.holders.append(above)

    def opened(self) -> list[Node]:
        """The open nodes, from the root of the tree to the innermost."""
        return [*dict.fromkeys((*self.above, self.current))]

    def body(self) -> tuple[Provision, ...]:
        """The tree, once all lines are read: its nodes get addresses and ends, and are provisions from here on."""
        self._give_addresses()
        for above in reversed(self.holders):
            children = above.children
            above.end = max(above.end, children[-1].end)
            above.children = tuple(children)  # type: ignore[assignment]
            for node in children:
                node.__class__ = Provision  # type: ignore[assignment]
        return cast("tuple[Provision, ...]", tuple(self.root.children))

    def _give_addresses(self) -> None:
        """Articles are counted through the whole text, everything else within what is above it."""
        below: list[Node] = []
        for above in self.holders:
            if above.level in HEADING_LEVELS:
                others = [node for node in above.children if node.level is not ARTICLE]
                _address(others, f"{above.eid}__" if above.eid else "")
            else:
                below.append(above)
        _address(cast("list[Node]", self.articles), "")
        for above in below:
            children = above.children
            if len(children) == 1 and children[0].level is PARAGRAPH:  # most articles have one paragraph
                children[0].eid = f"{above.eid}__para_1"
            else:
                _address(children, f"{above.eid}__")


def _address(siblings: Sequence[Node], above: str) -> None:
    """Give nodes their addresses, where their numbers count on, as nearly all do: then no two are the same."""
    last, level = 0, siblings[0].level if siblings else ARTICLE
    stems = _STEMS[level]
    for node in siblings:
        main, branch = node.number
        if main <= last or branch or node.level is not level:
            _address_again(siblings, above)
            return
        last = main
        node.eid = above + (stems[main] if main < _USUAL else _stem(level, main))


def _address_again(siblings: Sequence[Node], above: str) -> None:
    """Give nodes their addresses where numbers may be repeated: a second article 2 is art_2_2."""
    given: dict[str, int] = {}
    for node in siblings:
        stem = _stem(node.level, *node.number)
        given[stem] = times = given.get(stem, 0) + 1
        node.eid = f"{above}{stem}_{times}" if times > 1 else above + stem


def _stem(level: Level, main: int, branch: int = 0) -> str:
    return f"{EID_NAME[level]}_{main}-{branch}" if branch else f"{EID_NAME[level]}_{main or 'nn'}"


_USUAL: Final = 300
_STEMS: Final = {level: [_stem(level, number) for number in range(_USUAL)] for level in Level}
