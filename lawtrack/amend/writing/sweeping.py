"""Sweeping up: the same small change of words in several articles becomes one instruction.

将第X条、第Y条第一款中的“A”修改为“B”。 The articles are named by their old numbers, whatever numbers they get. A is the
changed words with what stands beside them everywhere, cut where a phrase begins or ends.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lawtrack.amend.applying.words import inserted, occurrences
from lawtrack.amend.writing.articles import PARTS
from lawtrack.amend.writing.quoting import quoted
from lawtrack.amend.writing.words import CITED, EDGES, NAMES_ON, STOPS, changes, stretches
from lawtrack.law import Level, to_chinese

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lawtrack.amend.writing.manner import Core, Manner
    from lawtrack.compare import Row
    from lawtrack.law import Provision

LEAST: Final = 2
TERM: Final = 4
"""So many characters are a term by themselves: 质量技监, 工商行政管理."""
LONGEST: Final = 60
BESIDE: Final = 10


@dataclass(frozen=True, slots=True)
class Spot:
    """One change: in which row, in which article, at which place of it, where in the words of the unit."""

    row: int
    article: str
    place: str
    words: str
    start: int
    end: int


def sweep(
    rows: Sequence[Row], coarse: Sequence[int], silent: set[int], manner: Manner, throughout: bool
) -> tuple[list[str], set[int]]:
    """The sweeping instructions, and the rows that they take care of.

    With `throughout`, what changes wherever it stands is changed in the whole text (将条例中的“A”均修改为“B”).
    """
    if manner.judicial:
        return [], set()
    spots = {
        index: found
        for index, row in enumerate(rows)
        if row.kind == "amended" and coarse[index] == PARTS and index not in silent and not row.moved
        if (found := list(_spots(index, row)))
    }
    while spots:
        groups: dict[Core, list[Spot]] = defaultdict(list)
        for found in spots.values():
            for core, spot in found:
                groups[core].append(spot)
        rare = {core for core, group in groups.items() if len({spot.row for spot in group}) < LEAST}
        rest = [row.new_text for index, row in enumerate(rows) if index not in spots]
        said = {
            core: _sentence(core, group, manner.called if throughout else "", rest)
            for core, group in groups.items()
            if core not in rare
        }
        unfit = set().union(*(rows_out for _, rows_out in said.values()))
        if not rare and not unfit:
            return [words for words, _ in said.values()], set(spots)
        spots = {
            index: found
            for index, found in spots.items()
            if index not in unfit and not any(core in rare for core, _ in found)
        }
    return [], set()


def repeated(rows: Iterable[Row]) -> frozenset[Core]:
    """The changes of words that are made in more than one unit."""
    found: Counter[Core] = Counter()
    for part in _amended(rows):
        for old, new in zip(part.old_provisions, part.new_provisions, strict=False):
            found.update({(old.lead[a:b], text) for a, b, text in changes(old.lead, new.lead)})
    return frozenset(core for core, times in found.items() if times >= LEAST and max(map(len, core)) >= LEAST)


def _amended(rows: Iterable[Row]) -> Iterator[Row]:
    """The amended rows with words of their own, down to the items."""
    for row in rows:
        if row.kind == "amended":
            if row.level != "article":
                yield row
            yield from _amended(row.parts)


def _spots(index: int, row: Row) -> Iterator[tuple[Core, Spot]]:
    """The changes of one article, none where more than words of its units changed."""
    old, new = row.old_provisions[0], row.new_provisions[0]
    before, after = list(old.walk()), list(new.walk())
    if [node.level for node in before] != [node.level for node in after]:
        return
    found = []
    for a, b in zip(before, after, strict=True):
        for start, end, text in stretches(a.lead, b.lead):
            if max(end - start, len(text)) > LONGEST or not (end - start or text):
                return
            spot = Spot(index, row.old[0], _place(old, a), a.lead, start, end)
            found.append(((a.lead[start:end], text), spot))
    yield from found


def _place(article: Provision, node: Provision) -> str:
    """第二款第三项; no 款 where the article has only one."""
    paragraph = next(
        (child for child in article.children if any(below is node for below in child.walk())), None
    )
    if paragraph is None:
        return ""
    place = f"第{to_chinese(paragraph.number[0])}款" if len(article.children) > 1 else ""
    if node.level is Level.ITEM:
        place += f"第{to_chinese(node.number[0])}项"
    return place


def _sentence(core: Core, group: list[Spot], called: str, rest: list[str]) -> tuple[str, set[int]]:
    """将……中的“A”修改为“B”, and the rows for which it cannot be said.

    `called` is the name of the whole text where that may be named, `rest` what the other articles will say.
    """
    gone, come = core
    a, b, unfit = _beside(core, group)
    old, new = a + gone + b, a + come + b
    kept = any(occurrences(text.replace(new, ""), old) for text in rest)
    if called and gone and come and len(old) >= TERM and len(group) > LEAST and not unfit and not kept:
        return f"将{called}中的{quoted(old)}均修改为{quoted(new)}。", unfit
    places = _listed(group)
    if not gone and (form := _insertion(come, a, b, group)):
        return f"在{places}中的{form}。", unfit
    return f"将{places}中的{quoted(old)}修改为{quoted(new)}。", unfit


def _beside(core: Core, group: list[Spot]) -> tuple[str, str, set[int]]:
    """What is quoted before and after the words that change, and the rows in which that stands elsewhere, too."""
    gone, come = core
    left = _before([spot.words[: spot.start] for spot in group])
    right = _after([spot.words[spot.end :] for spot in group])
    a, b, unfit = "", "", {spot.row for spot in group}
    phrases = (_last_phrase(left), _first_phrase(right))
    alone = [("", "")] if len(gone) >= TERM else []
    for before, after in (*alone, (phrases[0], ""), ("", phrases[1]), phrases, (left, right)):
        old = before + gone + after
        if old and before + come + after and _natural(gone, before, after, group):
            wrong = _elsewhere(old, group)
            if len(wrong) < len(unfit):
                a, b, unfit = before, after, wrong
    return a, b, unfit


def _listed(group: list[Spot]) -> str:
    """第二十九条第三款、第四款、第三十六条: the article once for those of its paragraphs that follow each other."""
    found: list[str] = []
    before = ""
    for article, place in dict.fromkeys((spot.article, spot.place) for spot in group):
        found.append(place if place and article == before else article + place)
        before = article
    return "、".join(found)


def _natural(gone: str, a: str, b: str, group: list[Spot]) -> bool:
    """Is the quotation more than one character of a word, and no part of a number or citation?"""
    cut = any(
        low < edge < high
        for spot in group
        for low, high in (match.span() for match in CITED.finditer(spot.words))
        for edge in (spot.start - len(a), spot.end + len(b))
    )
    return not cut and (len(a + gone + b) >= 3 or len(gone) >= LEAST)


def _insertion(come: str, a: str, b: str, group: list[Spot]) -> str:
    """“A”后增加“B”, where no mark is left to be guessed at any of the places."""
    if come.endswith(NAMES_ON) or bool(a) == bool(b):
        return ""
    side, anchor = ("after", a) if a else ("before", b)
    for spot in group:
        before, after = spot.words[: spot.start - len(a)], spot.words[spot.end + len(b) :]
        ready = inserted(come, before, after, side=side, anchor=anchor)
        if ready.text != come or not (ready.sure or side == "before"):
            return ""
    return f"{quoted(anchor)}{'后' if a else '前'}增加{quoted(come)}"


def _elsewhere(words: str, group: list[Spot]) -> set[int]:
    """The rows with a unit in which the words stand more or less often than they change there."""
    expected: dict[tuple[int, str, str], int] = defaultdict(int)
    for spot in group:
        expected[spot.row, spot.place, spot.words] += 1
    return {row for (row, _, text), times in expected.items() if len(occurrences(text, words)) != times}


def _before(texts: Iterable[str]) -> str:
    """What stands directly before all of the places."""
    common = _shared([text[::-1][:BESIDE] for text in texts])[::-1]
    cut = max((i + 1 for i, ch in enumerate(common) if ch in STOPS), default=0)
    return common[cut:]


def _after(texts: Iterable[str]) -> str:
    """What stands directly after all of the places."""
    common = _shared([text[:BESIDE] for text in texts])
    return common[: min((i for i, ch in enumerate(common) if ch in STOPS), default=len(common))]


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
