"""Where the same change of words is made: every place, in every article, gathered by what goes and what comes."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lawtrack.amend.writing.choosing import by_words
from lawtrack.amend.writing.proof import Proof
from lawtrack.amend.writing.quoting import is_row, paragraph_label
from lawtrack.amend.writing.words import changes, stretches
from lawtrack.law import Level, to_chinese

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from lawtrack.amend.writing.manner import Core, Manner
    from lawtrack.compare import Row
    from lawtrack.law import Provision

LEAST: Final = 2
"""A change in fewer articles is said where it is made."""
LONGEST: Final = 60
"""What is longer is a provision and no term."""


Pair = tuple[int, "Row", "Provision", "Provision", str]
"""(index of the row, row, old unit, new unit, place of the unit in its article)."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One change: in which row, article (its label, itself), unit (第二款第一项; "" for the article), where in its words."""

    row: int
    article: str
    home: Provision
    place: str
    unit: Provision
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words of the unit."""
        return self.unit.lead

    @property
    def key(self) -> tuple[str, str]:
        """The unit, as (article, place)."""
        return self.article, self.place


def units(row: Row) -> Iterator[tuple[Provision, Provision, str]]:
    """The pairs of old and new units of one amended article, down to the items, each with its place in the article."""
    old, new = row.old_provisions[0], row.new_provisions[0]
    if len(old.children) == len(new.children) == 1:
        yield old.children[0], new.children[0], ""
        yield from _items(row.parts, "")
        return
    for part in row.parts:
        if part.kind == "amended" and part.level == Level.PARAGRAPH and not is_row(part.old_provisions[0]):
            a, b = part.old_provisions[0], part.new_provisions[0]
            place = paragraph_label(old, a) if len(old.children) > 1 else ""
            yield a, b, place
            yield from _items(part.parts, place)


def _items(parts: Iterable[Row], place: str) -> Iterator[tuple[Provision, Provision, str]]:
    for part in parts:
        if part.kind == "amended" and part.level == Level.ITEM:
            a, b = part.old_provisions[0], part.new_provisions[0]
            yield a, b, f"{place}第{to_chinese(a.number[0])}项"


def gather(
    rows: Sequence[Row], manner: Manner, without: Collection[tuple[str, str]]
) -> dict[Core, list[Spot]]:
    """The spots of each change that is made in several articles; `without` are the units to leave out.

    A unit in which so much else changes that it gets a new text is left out, too, and one that only cites by new numbers.

    A stretch of several differences is one change where it comes again as it is (质量技术监督 becomes 市场监管), else each
    difference counts by itself.
    """
    wide: dict[Core, list[Spot]] = defaultdict(list)
    fine: dict[Core, list[Spot]] = defaultdict(list)
    pairs = [
        (index, row, *pair)
        for index, row in enumerate(rows)
        if row.kind == "amended" and not row.moved
        for pair in units(row)
        if manner.keep or not Proof.only_numbers(pair[0].words, pair[1].words)
    ]
    known = _known(pairs)
    for index, row, old, new, place in pairs:
        if (row.old[0], place) in without:
            continue
        spans = stretches(old.lead, new.lead)
        if not (by_words(old, new, manner) or _renamed(spans, old.lead, known)):
            continue
        for into, changed in ((wide, spans), (fine, changes(old.lead, new.lead))):
            for start, end, text in changed:
                if max(end - start, len(text)) <= LONGEST:
                    spot = Spot(index, row.old[0], row.old_provisions[0], place, old, start, end)
                    into[old.lead[start:end], text].append(spot)
    repeated = {core: spots for core, spots in wide.items() if _often(spots)}
    taken = {(spot.key, at) for spots in repeated.values() for spot in spots for at in _span(spot)}
    for core, spots in fine.items():
        free = [spot for spot in spots if not any((spot.key, at) in taken for at in _span(spot))]
        if core not in repeated and _often(free):
            repeated[core] = free
    return repeated


def _known(pairs: Iterable[Pair]) -> frozenset[Core]:
    """The stretches that change in the same way in several articles."""
    seen: dict[Core, set[int]] = defaultdict(set)
    for index, _, old, new, _ in pairs:
        for start, end, text in stretches(old.lead, new.lead):
            seen[old.lead[start:end], text].add(index)
    return frozenset(core for core, rows in seen.items() if len(rows) >= LEAST)


def _renamed(spans: Sequence[tuple[int, int, str]], words: str, known: Collection[Core]) -> bool:
    """Does nothing change in a unit but what changes elsewhere as well, with no more than one thing put in?"""
    put_in = sum(1 for start, end, _ in spans if start == end)
    return put_in <= 1 and all((words[start:end], text) in known for start, end, text in spans)


def _span(spot: Spot) -> range:
    """The offsets that a change takes; an insertion takes the one before which it goes."""
    return range(spot.start, max(spot.end, spot.start + 1))


def _often(spots: Iterable[Spot]) -> bool:
    return len({spot.row for spot in spots}) >= LEAST


def repeated(rows: Iterable[Row]) -> frozenset[Core]:
    """The changes of words that are made in more than one unit."""
    counted: Counter[Core] = Counter()
    for row in rows:
        for old, new, _ in units(row) if row.kind == "amended" else ():
            counted.update({(old.lead[a:b], text) for a, b, text in changes(old.lead, new.lead)})
    return frozenset(
        core for core, times in counted.items() if times >= LEAST and max(map(len, core)) >= LEAST
    )
