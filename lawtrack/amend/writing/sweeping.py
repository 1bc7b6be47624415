"""Sweeping up: the same small change of words in several articles becomes one instruction.

将第X条、第Y条第一款中的“A”修改为“B”。 The articles are named by their old numbers, whatever numbers they get. A is the
changed words with what stands beside them at every place, cut where a phrase begins or ends: what all places share is
the term, and half a term is never quoted. What else changes in those articles is said about the text as swept.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lawtrack.amend.applying.words import inserted, occurrences
from lawtrack.amend.writing.quoting import quoted
from lawtrack.amend.writing.spots import LEAST, gather
from lawtrack.amend.writing.words import CITED, EDGES, NAMES_ON, STOPS
from lawtrack.law import to_chinese

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from lawtrack.amend.writing.manner import Core, Manner
    from lawtrack.amend.writing.spots import Spot
    from lawtrack.compare import Row
    from lawtrack.law import Instrument

TERM: Final = 4
"""So many characters are a term by themselves, to be changed throughout: 工商行政管理."""
NATURAL: Final = 3
"""A quotation of fewer characters may be anything, unless all of it changes."""
BESIDE: Final = 10
"""How far around a change the term may reach."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """`old` becomes `new` at all `spots`; with `throughout` wherever it stands in the text."""

    old: str
    new: str
    come: str
    side: str
    spots: tuple[Spot, ...]
    throughout: bool = False

    def sentence(self, manner: Manner, replaced: Collection[tuple[str, str]]) -> str:
        """The instruction without its number, "" where no place is left; `replaced` are units that get a new text."""
        if self.throughout:
            return f"将{manner.called}中的{quoted(self.old)}均修改为{quoted(self.new)}。"
        spots = [spot for spot in self.spots if not covered(spot, replaced)]
        if not spots:
            return ""
        places = _listed(spots, self.old, paragraphs=manner.paragraphs)
        if self.side:
            anchor = self.old
            return f"在{places}中的{quoted(anchor)}{'后' if self.side == 'after' else '前'}增加{quoted(self.come)}。"
        return f"将{places}中的{quoted(self.old)}修改为{quoted(self.new)}。"


def covered(spot: Spot, replaced: Collection[tuple[str, str]]) -> bool:
    """Does the unit, or one that it lies in, get a new text?"""
    return any(article == spot.article and spot.place.startswith(place) for article, place in replaced)


def sweeps(rows: Sequence[Row], manner: Manner, without: Collection[tuple[str, str]]) -> list[Sweep]:
    """The changes to sweep up, in the order of the text; units in `without` are left alone."""
    if manner.judicial:
        return []
    families = (
        (core, group)
        for core, spots in gather(rows, manner, without).items()
        for group in _families(core, spots)
    )
    candidates = (_sweep(core, group, rows, manner) for core, group in families)
    return _apart([sweep for sweep in candidates if sweep is not None])


def _families(core: Core, spots: list[Spot]) -> Iterator[list[Spot]]:
    """The spots that share their neighbours: where nothing is common to all, those with the same character before."""
    left, right = _beside(spots)
    if left or right or _free(core, spots):
        yield spots
        return
    for at in (-1, 1):
        by: dict[str, list[Spot]] = defaultdict(list)
        for spot in spots:
            by[
                spot.words[spot.start - 1 : spot.start] if at < 0 else spot.words[spot.end : spot.end + 1]
            ].append(spot)
        families = [family for family in by.values() if len({spot.row for spot in family}) >= LEAST]
        if families:
            yield from families
            return


def _free(core: Core, spots: Sequence[Spot]) -> bool:
    """Is the change a term by itself: long enough, and bounded by marks or joining words at every place?"""
    gone, _ = core
    return len(gone) >= LEAST and all(_bounded(spot) for spot in spots)


def _bounded(spot: Spot) -> bool:
    edges = {0, len(spot.words)} | {offset for match in EDGES.finditer(spot.words) for offset in match.span()}
    edges |= {o for index, ch in enumerate(spot.words) if ch in STOPS for o in (index, index + 1)}
    return spot.start in edges and spot.end in edges


def _sweep(core: Core, group: list[Spot], rows: Sequence[Row], manner: Manner) -> Sweep | None:
    """What to quote for a group, without the spots for which that will not do."""
    gone, come = core
    for left, right in _contexts(group, gone):
        old, new = left + gone + right, left + come + right
        if not new or len(old) < NATURAL - (len(gone) >= LEAST) or _cuts(left, right, group):
            continue
        fit = _fitting(old, group)
        if len({spot.row for spot in fit}) < LEAST:
            continue
        side = _insertion(come, left, right, fit) if not gone else ""
        if (
            manner.called
            and not side
            and gone
            and come
            and len(old) >= TERM
            and _everywhere(old, new, fit, rows)
        ):
            return Sweep(old, new, come, "", tuple(fit), throughout=len(fit) > LEAST)
        return Sweep(old, new, come, side, tuple(fit))
    return None


def _contexts(group: Sequence[Spot], gone: str) -> Iterator[tuple[str, str]]:
    """What may be quoted before and after the words that change, the term first."""
    left, right = _beside(group)
    before, after = _last_phrase(left), _first_phrase(right)
    if gone:
        yield before, after
    elif before and after:  # within one name: the name is said whole
        yield before, after
        yield ("", after) if after else (before, "")
    else:  # put in: beside one term, whichever side it is on
        yield ("", after) if after else (before, "")
        yield before, ""
    yield left, right


_OPENS_WORD: Final = re.compile(r"(?:以|应|可|不|按|依|根|或|未|所|并)$")
"""The first half of a joining word that places share by chance: 6万元以 of 6万元以上 and 6万元以下."""


def _cuts(left: str, right: str, group: Sequence[Spot]) -> bool:
    """Would the quotation begin or end within a citation or a number?"""
    return any(
        low < edge < high
        for spot in group
        for low, high in (match.span() for match in CITED.finditer(spot.words))
        for edge in (spot.start - len(left), spot.end + len(right))
    )


def _fitting(old: str, group: Sequence[Spot]) -> list[Spot]:
    """The spots in units where the words stand as often as they change there."""
    times: dict[tuple[str, str], int] = defaultdict(int)
    for spot in group:
        times[spot.key] += 1
    return [
        spot
        for spot in group
        if len(occurrences(spot.words, old)) == times[spot.key] and not _in_items(old, spot, times)
    ]


def _in_items(old: str, spot: Spot, times: Mapping[tuple[str, str], int]) -> bool:
    """Do the words stand in items of the unit, too, where they do not change? Its place means these as well."""
    return any(
        len(occurrences(item.lead, old))
        != times.get((spot.article, f"{spot.place}第{to_chinese(item.number[0])}项"), 0)
        for item in spot.unit.children
    )


def _everywhere(old: str, new: str, fit: Sequence[Spot], rows: Sequence[Row]) -> bool:
    """Do the words change wherever they stand in what is left of the old text?"""
    swept = {spot.row for spot in fit}
    rest = (row.new_text for index, row in enumerate(rows) if index not in swept)
    return not any(occurrences(text.replace(new, ""), old) for text in rest)


def _apart(candidates: Sequence[Sweep]) -> list[Sweep]:
    """The sweeps without spots that quote words which another has taken."""
    taken: dict[tuple[str, str], set[int]] = defaultdict(set)
    kept = []
    for sweep in sorted(candidates, key=lambda sweep: -len(sweep.spots)):
        spots = []
        for spot in sweep.spots:
            spans = [at for low, high in occurrences(spot.words, sweep.old) for at in range(low, high)]
            if not taken[spot.key] & set(spans):
                spots.append((spot, spans))
        if len({spot.row for spot, _ in spots}) < LEAST:
            continue
        for spot, spans in spots:
            taken[spot.key] |= set(spans)
        whole = len(spots) == len(sweep.spots)
        kept.append(
            Sweep(
                sweep.old,
                sweep.new,
                sweep.come,
                sweep.side,
                tuple(spot for spot, _ in spots),
                sweep.throughout and whole,
            )
        )
    return sorted(kept, key=lambda sweep: min((spot.row, spot.start) for spot in sweep.spots))


def swept_text(doc: Instrument, made: Iterable[Sweep]) -> str:
    """The text after the sweeps: what else changes is seen against it."""
    edits: dict[tuple[int, int], str] = {}
    for sweep in made:
        for spot in sweep.spots:
            unit = spot.unit
            end = unit.children[0].start if unit.children else unit.end
            for low, high in occurrences(doc.text[unit.words_start : end], sweep.old):
                words = sweep.new if not sweep.side else _put_in(sweep)
                edits[unit.words_start + low, unit.words_start + high] = words
    pieces, at = [], 0
    for (low, high), words in sorted(edits.items()):
        pieces += [doc.text[at:low], words]
        at = high
    return "".join([*pieces, doc.text[at:]])


def _put_in(sweep: Sweep) -> str:
    come = sweep.new.removeprefix(sweep.old) if sweep.side == "after" else sweep.new.removesuffix(sweep.old)
    return sweep.old + come if sweep.side == "after" else come + sweep.old


def _listed(spots: Sequence[Spot], old: str, *, paragraphs: bool) -> str:
    """第二十九条第三款、第四款、第三十六条: the article once for those of its paragraphs that follow each other.

    Unless the practice is to name `paragraphs`, the article alone where the words change wherever they stand in it.
    """
    by: dict[str, list[str]] = defaultdict(list)
    for spot in spots:
        by[spot.article] += [spot.place] if spot.place not in by[spot.article] else []
    labels: list[str] = []
    for article, places in by.items():
        labels += (
            [article]
            if not paragraphs and _alone(article, places, spots, old)
            else [article + places[0], *places[1:]]
        )
    return "、".join(labels)


def _alone(article: str, places: Sequence[str], spots: Sequence[Spot], old: str) -> bool:
    """Do the words stand nowhere in the article but in the places listed?"""
    mine = {spot.place: spot for spot in spots if spot.article == article}
    inside = sum(len(occurrences(mine[place].words, old)) for place in places)
    return len(occurrences(mine[places[0]].home.text, old)) == inside


def _insertion(come: str, left: str, right: str, group: Sequence[Spot]) -> str:
    """The side of the quoted words on which the new ones go, "" where a mark would be left to be guessed."""
    if come.endswith(NAMES_ON) or bool(left) == bool(right):
        return ""
    side, anchor = ("after", left) if left else ("before", right)
    for spot in group:
        before, after = spot.words[: spot.start - len(left)], spot.words[spot.end + len(right) :]
        ready = inserted(come, before, after, side=side, anchor=anchor)
        if ready.text != come or not (ready.sure or side == "before"):
            return ""
    return side


def _beside(group: Sequence[Spot]) -> tuple[str, str]:
    """What stands directly before all of the places, and directly after, up to a mark."""
    before = _shared([spot.words[: spot.start][::-1][:BESIDE] for spot in group])[::-1]
    cut = max((i + 1 for i, ch in enumerate(before) if ch in STOPS), default=0)
    after = _OPENS_WORD.sub("", _shared([spot.words[spot.end :][:BESIDE] for spot in group]))
    return before[cut:], after[: min((i for i, ch in enumerate(after) if ch in STOPS), default=len(after))]


def _shared(texts: list[str]) -> str:
    """The beginning that all of them have."""
    first, last = min(texts), max(texts)
    size = next(
        (i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last))
    )
    return first[:size]


def _last_phrase(text: str) -> str:
    ends = [match.end() for match in EDGES.finditer(text)]
    return text[ends[-1] :] if ends else text


def _first_phrase(text: str) -> str:
    match = EDGES.search(text, 1)
    return text[: match.start()] if match else text
