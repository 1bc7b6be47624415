"""Where a pointer points: 前款 counted from where it stands, 第三条第二项 looked up in the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.law.model import HEADING_LEVELS, Level
from lawtrack.law.numerals import to_int
from lawtrack.law.references.words import DEPTH, level_of_relative

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lawtrack.law.model import Instrument, Number, Provision
    from lawtrack.law.references.words import Pointer, Step

Path = tuple["Provision", ...]
"""From the outermost provision to the one that holds the words."""

ENUMERATED: Final = frozenset({Level.ITEM, Level.POINT})


class Targets:
    r"""Looks pointers up in one text.

    >>> from lawtrack.law import parse, read_run
    >>> doc = parse("第一条　甲。\n第二条　违反第一条的，处罚。")
    >>> Targets(doc).of(read_run("第一条", 0, 3)[0], (doc.articles[1],))
    ('art_1',)
    """

    def __init__(self, doc: Instrument) -> None:
        self.doc = doc
        self.articles: dict[Number, Provision] = {}
        for article in doc.articles:
            self.articles.setdefault(article.number, article)
        self.order = {article.eid: place for place, article in enumerate(doc.articles)}
        self.paths: dict[str, Path] = {path[-1].eid: path for path in _paths(doc.body, ())}

    def of(self, pointer: Pointer, path: Path) -> tuple[str, ...]:
        """The eids that `pointer`, standing in the provision at the end of `path`, points at; () for a dangling one."""
        scopes = self._relative(pointer.relative, path) if pointer.relative else None
        if scopes is not None and not pointer.steps:
            return tuple(node.eid for node in scopes)
        first = self._walk(pointer.steps, scopes, path)
        if first is None or not pointer.until:
            return (first.eid,) if first else ()
        last = self._walk(pointer.until, scopes, path)
        return tuple(node.eid for node in self._between(first, last)) if last else ()

    def echoed(self, targets: tuple[str, ...], pointer: Pointer) -> tuple[str, ...]:
        """Of what was cited last, the provisions of the level that 该条, 该款 or 该项 names; below them 该条第二款."""
        level = level_of_relative(pointer.relative)
        nodes = {node.eid: node for eid in targets for node in self.paths[eid] if node.level is level}
        if not pointer.steps:
            return tuple(nodes)
        below = [self._walk(pointer.steps, [node], ()) for node in nodes.values()]
        return tuple(node.eid for node in below if node)

    def _relative(self, relative: str, path: Path) -> list[Provision]:
        """前款, 前两款, 前条, 前三项, 本条, 本章: the provisions meant, counted from `path`."""
        level = level_of_relative(relative)
        here = next((node for node in reversed(path) if node.level is level), None)
        if relative[0] == "本":
            return [here] if here else []
        numeral = relative[1 : -2 if level is Level.SUBPART else -1]
        count = to_int(numeral) if numeral and relative[0] == "前" else 1
        if level is Level.ARTICLE:
            row: Sequence[Provision] = self.doc.articles
        elif here is not None and len(path) > 1:
            row = _siblings(path, here, self.doc.body)
        else:
            row = ()
        if here is None:
            return _last_list(path, count) if level in ENUMERATED else []
        place = (
            self.order[here.eid]
            if level is Level.ARTICLE
            else next((i for i, node in enumerate(row) if node is here), 0)
        )
        return list(row[place - count : place]) if place >= count else []

    def _walk(self, steps: Sequence[Step], scopes: list[Provision] | None, path: Path) -> Provision | None:
        node: Provision | None = None
        for place, step in enumerate(steps):
            if place:
                assert node is not None
                node = _below(node, step)
            else:
                node = self._outermost(step, scopes, path)
            if node is None:
                return None
        return node

    def _outermost(self, step: Step, scopes: list[Provision] | None, path: Path) -> Provision | None:
        if step.level is Level.ARTICLE:
            return self.articles.get(step.number)
        if scopes is not None:
            return next((below for scope in scopes if (below := _below(scope, step))), None)
        if step.level in HEADING_LEVELS:
            outer = [
                node
                for node in path
                if node.level in HEADING_LEVELS and DEPTH[node.level] < DEPTH[step.level]
            ]
            inside = next((below for node in reversed(outer) if (below := _below(node, step))), None)
            return inside or _first(self.doc.headings, step)
        for node in reversed(path):  # 第一项 in a paragraph's own list, else in the article's
            if DEPTH[node.level] < DEPTH[step.level] and node.level not in HEADING_LEVELS:
                below = _below(node, step)
                if below:
                    return below
        return None

    def _between(self, first: Provision, last: Provision) -> list[Provision]:
        """The provisions of a range, both ends included; [] where the ends do not belong together."""
        if first.level is Level.ARTICLE:
            row: Sequence[Provision] = self.doc.articles
        else:
            path = self.paths[first.eid]
            row = path[-2].children if len(path) > 1 else self.doc.body
        places = {node.eid: place for place, node in enumerate(row)}
        if first.eid not in places or last.eid not in places:
            return []
        return list(row[places[first.eid] : places[last.eid] + 1])


def _paths(nodes: Iterable[Provision], above: Path) -> Iterator[Path]:
    for node in nodes:
        here = (*above, node)
        yield here
        yield from _paths(node.children, here)


def _siblings(path: Path, here: Provision, body: Sequence[Provision]) -> Sequence[Provision]:
    place = path.index(here)
    return path[place - 1].children if place else body


def _last_list(path: Path, count: int) -> list[Provision]:
    """前三项 in a paragraph that follows a list: the last items of that list, when it has as many."""
    article = next((node for node in path if node.level is Level.ARTICLE), None)
    if article is None or path[-1] not in article.children:
        return []
    for paragraph in reversed(article.children[: article.children.index(path[-1])]):
        if paragraph.children:
            return list(paragraph.children[-count:]) if len(paragraph.children) >= count else []
    return []


def _below(node: Provision, step: Step) -> Provision | None:
    """The provision of that level and number under `node`, however deep: 第三条第二项 leaves the paragraph out."""
    direct = _first(node.children, step)
    if direct is not None:
        return direct
    deeper = (child for child in node.children if DEPTH[child.level] < DEPTH[step.level])
    return next((inner for child in deeper if (inner := _below(child, step))), None)


def _first(nodes: Iterable[Provision], step: Step) -> Provision | None:
    return next((node for node in nodes if node.level is step.level and node.number == step.number), None)
