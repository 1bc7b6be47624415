"""Word's automatic numbering, counted: which label stands before which paragraph.

A paragraph names a list (`numId`) and a depth (`ilvl`), itself or through its style; the list names an abstract list,
whose levels say from where, in which form and in which frame (第%1条) to count (ECMA-376 part 1, 17.9). Lists of one
abstract list share their counters unless one starts over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from lawtrack.formats.word.number_formats import format_number
from lawtrack.formats.word.styles import Styles, W, is_on, value

if TYPE_CHECKING:
    from lxml.etree import _Element

DEPTHS: Final = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """One depth of a list: `restart` is the depth (from 1) whose use starts it over, 0 for never."""

    start: int = 1
    form: str = "decimal"
    frame: str = ""
    legal: bool = False
    restart: int | None = None
    style: str | None = None


@dataclass(frozen=True, slots=True)
class _List:
    """One `w:num`: the abstract list that it counts in, its levels, and the levels that it starts over."""

    abstract: str
    levels: tuple[_Level, ...]
    over: frozenset[int]


class Numbering:
    """The labels of one document, asked paragraph by paragraph in order.

    `numbering` is the root of that part, None where the document has none.
    """

    def __init__(self, numbering: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists = {} if numbering is None else self._read(numbering)
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def label(self, properties: _Element | None) -> str:
        """The label of the next paragraph with these `w:pPr`, counted; "" where it has none."""
        place = self._place(properties)
        if place is None:
            return ""
        number_id, depth = place
        numbered = self._lists[number_id]
        counts = self._counts.setdefault(numbered.abstract, [None] * DEPTHS)
        if number_id not in self._begun:
            self._begun.add(number_id)
            for level in numbered.over:
                counts[level] = None
        _count(counts, numbered.levels, depth)
        return _framed(counts, numbered.levels, depth)

    def _place(self, properties: _Element | None) -> tuple[str, int] | None:
        """The list and depth of a paragraph: its own, else its style's; numId 0 switches numbering off."""
        inherited, depth, home = self._of_style(properties)
        own_id = value(properties, "numPr", "numId")
        own_depth = value(properties, "numPr", "ilvl")
        number_id = own_id if own_id is not None else inherited
        if number_id is None or number_id not in self._lists:
            return None
        if own_depth is not None:
            depth = own_depth
        elif own_id is not None or depth is None:
            levels = enumerate(self._lists[number_id].levels)
            depth = next((str(i) for i, level in levels if home and level.style == home), depth or "0")
        at = int(depth) if depth.isdecimal() else 0
        return (number_id, at) if at < DEPTHS else None

    def _of_style(self, properties: _Element | None) -> tuple[str | None, str | None, str | None]:
        """The list, depth and owning style that a paragraph's style carries, itself or through `basedOn`."""
        for key, inherited in self._styles.chain(properties):
            number_id = value(inherited, "numPr", "numId")
            if number_id is not None:
                return number_id, value(inherited, "numPr", "ilvl"), key
        return None, None, None

    def _read(self, root: _Element) -> dict[str, _List]:
        abstracts = {
            element.get(f"{W}abstractNumId", ""): element for element in root.iter(f"{W}abstractNum")
        }
        numbers = {element.get(f"{W}numId", ""): element for element in root.iter(f"{W}num")}
        lists = {}
        for key, number in numbers.items():
            abstract = value(number, "abstractNumId") or ""
            linked = self._linked(abstracts.get(abstract), numbers, abstracts)
            lists[key] = _list(linked, number, abstracts.get(linked))
        lists.pop("0", None)
        return lists

    def _linked(
        self, element: _Element | None, numbers: dict[str, _Element], abstracts: dict[str, _Element]
    ) -> str:
        """The key of the abstract list that has the levels: a list style (`numStyleLink`) names another one."""
        through = value(self._styles.properties(value(element, "numStyleLink")), "numPr", "numId")
        target = value(numbers.get(through or ""), "abstractNumId")
        if target in abstracts:
            return target
        return "" if element is None else element.get(f"{W}abstractNumId", "")


_SLOT: Final = re.compile(r"%([1-9])")


def _number(text: str | None, fallback: int | None) -> int | None:
    return int(text) if text is not None and text.isdecimal() and len(text) < 10 else fallback


def _level(element: _Element) -> _Level:
    """A `w:lvl`. A custom form hides in AlternateContent, whose fallback is a form that every reader knows."""
    form = next((style.get(f"{W}val") for style in reversed(list(element.iter(f"{W}numFmt")))), None)
    return _Level(
        start=_number(value(element, "start"), 0) or 0,
        form=form or "decimal",
        frame=value(element, "lvlText") or "",
        legal=is_on(element, "isLgl"),
        restart=_number(value(element, "lvlRestart"), None),
        style=value(element, "pStyle"),
    )


def _list(key: str, number: _Element, abstract: _Element | None) -> _List:
    levels = [_Level()] * DEPTHS
    over = set()
    for element in () if abstract is None else abstract.iterchildren(f"{W}lvl"):
        depth = _number(element.get(f"{W}ilvl"), DEPTHS) or 0
        if depth < DEPTHS:
            levels[depth] = _level(element)
    for override in number.iterchildren(f"{W}lvlOverride"):
        depth = _number(override.get(f"{W}ilvl"), DEPTHS) or 0
        if depth >= DEPTHS:
            continue
        new = override.find(f"{W}lvl")
        levels[depth] = levels[depth] if new is None else _level(new)
        start = _number(value(override, "startOverride"), None)
        if start is not None:
            levels[depth] = replace(levels[depth], start=start)
            over.add(depth)
    return _List(key, tuple(levels), frozenset(over))


def _count(counts: list[int | None], levels: tuple[_Level, ...], depth: int) -> None:
    """One step at `depth`; deeper levels start over unless their `restart` says otherwise."""
    last = counts[depth]
    counts[depth] = levels[depth].start if last is None else last + 1
    for deeper in range(depth + 1, DEPTHS):
        restart = levels[deeper].restart
        if restart is None or depth < restart:
            counts[deeper] = None


def _framed(counts: list[int | None], levels: tuple[_Level, ...], depth: int) -> str:
    level = levels[depth]
    if level.form == "bullet":
        return ""

    def numeral(slot: re.Match[str]) -> str:
        at = int(slot[1]) - 1
        count = counts[at]
        form = "decimal" if level.legal else levels[at].form
        return "" if form == "none" else format_number(levels[at].start if count is None else count, form)

    return _SLOT.sub(numeral, level.frame)
