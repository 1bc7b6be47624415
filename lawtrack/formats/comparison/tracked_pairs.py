"""Which paragraphs of two clean copies stand over one another."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.compare import align_units, fold
from lawtrack.formats.instruments.docx import HEADING_STYLES, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.compare import Comparison
    from lawtrack.law import Instrument

_RUNNING: Final = frozenset({"LawNote", "LawContents", "LawSignature", "LawTable"})
"""Styles whose lines belong together; each line of another style begins something new."""


class LawLine(NamedTuple):
    """One paragraph of a clean copy: its style, its text, and the label that begins it."""

    style: str
    text: str
    label: str = ""


class Chunk(NamedTuple):
    """Lines that stay together: `key` says what they are: an article, a heading by its place, or a kind of block."""

    key: tuple[str, int]
    lines: tuple[LawLine, ...]


def pairs_of_lines(comparison: Comparison) -> Iterator[tuple[LawLine | None, LawLine | None]]:
    """(old, new) paragraphs over one another, None where a side has none, in the order of both texts.

    Every paragraph of both texts comes once.
    """
    old, new = chunks(comparison.old), chunks(comparison.new)
    done_old = done_new = 0
    ends = (len(old), len(old)), (len(new), len(new))
    for (old_start, old_end), (new_start, new_end) in [*_anchored(comparison, old, new), ends]:
        yield from ((line, None) for line in _lines(old[done_old:old_start]))
        yield from ((None, line) for line in _lines(new[done_new:new_start]))
        yield from _paired(_lines(old[old_start:old_end]), _lines(new[new_start:new_end]))
        done_old, done_new = old_end, new_end


def _paired(
    old: Sequence[LawLine], new: Sequence[LawLine]
) -> Iterator[tuple[LawLine | None, LawLine | None]]:
    """The paragraphs of one article, or of what became one: those that are alike over one another."""
    done_old = done_new = 0
    for i, j in [*_alike(old, new), (len(old), len(new))]:
        yield from ((line, None) for line in old[done_old:i])
        yield from ((None, line) for line in new[done_new:j])
        if i < len(old):
            yield old[i], new[j]
        done_old, done_new = i + 1, j + 1


def _alike(old: Sequence[LawLine], new: Sequence[LawLine]) -> list[tuple[int, int]]:
    """Pairs of places, rising on both sides."""
    if len(old) == len(new) == 1:
        return [(0, 0)]
    keys = (
        [fold(line.text[len(line.label) :]) for line in old],
        [fold(line.text[len(line.label) :]) for line in new],
    )
    found: list[tuple[int, int]] = []
    for group in align_units(*keys):
        if group.old and group.new and not group.moved and (not found or group.old[0] > found[-1][0]):
            found.append((group.old[0], group.new[0]))
    return found


def chunks(doc: Instrument) -> list[Chunk]:
    """The lines of a clean copy: each article, heading, and other block on its own."""
    found: list[Chunk] = []
    counts: Counter[str] = Counter()
    for line in lines_of(doc):
        law = LawLine(line.style, line.label + line.words, line.label)
        kind = "article" if line.label else line.style
        if found and (kind == "LawBody" or (kind == found[-1].key[0] and kind in _RUNNING)):
            found[-1] = found[-1]._replace(lines=(*found[-1].lines, law))
        else:
            found.append(Chunk((kind, counts[kind]), (law,)))
            counts[kind] += 1
    return found


def _lines(found: Sequence[Chunk]) -> list[LawLine]:
    return [line for chunk in found for line in chunk.lines]


def _anchored(
    comparison: Comparison, old: Sequence[Chunk], new: Sequence[Chunk]
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Ranges of chunks that are the same thing on both sides, rising on both."""
    places = {chunk.key: at for at, chunk in enumerate(old)}, {chunk.key: at for at, chunk in enumerate(new)}
    pairs = [
        ((places[0][key], places[0][key] + 1), (at, at + 1))
        for key, at in places[1].items()
        if key in places[0] and key[0] not in ("article", *HEADING_STYLES.values())
    ]
    numbers = _numbers(comparison.old), _numbers(comparison.new)
    for row in (*comparison.rows, *comparison.other):
        if row.moved or not row.old_provisions or not row.new_provisions:
            continue
        sides = [
            [places[side].get(numbers[side][node.start]) for node in nodes]
            for side, nodes in enumerate((row.old_provisions, row.new_provisions))
        ]
        ranges = _range(sides[0]), _range(sides[1])
        if ranges[0] and ranges[1]:
            pairs.append((ranges[0], ranges[1]))
    return _rising(pairs)


def _numbers(doc: Instrument) -> dict[int, tuple[str, int]]:
    """By where it starts in the text: the key of the chunk of each article and heading."""
    found = {node.start: ("article", at) for at, node in enumerate(doc.articles)}
    counts: Counter[str] = Counter()
    for node in doc.headings:
        style = HEADING_STYLES[node.level]
        found[node.start] = (style, counts[style])
        counts[style] += 1
    return found


def _range(places: list[int | None]) -> tuple[int, int] | None:
    """The chunks from the first to the last, where nothing else stands between them."""
    known = [place for place in places if place is not None]
    if len(known) < len(places) or known != list(range(known[0], known[0] + len(known))):
        return None
    return known[0], known[-1] + 1


def _rising(
    pairs: list[tuple[tuple[int, int], tuple[int, int]]],
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The longest sequence of pairs in which both sides rise without overlap."""
    ordered = sorted(pairs, key=lambda pair: pair[1])
    ends: list[int] = []  # the smallest old end of a chain of each length
    chain_of: list[int] = []
    for old, _ in ordered:
        at = bisect_right(ends, old[0])
        ends[at : at + 1] = [old[1]]
        chain_of.append(at)
    found: list[tuple[tuple[int, int], tuple[int, int]]] = []
    wanted, limit = len(ends) - 1, (1 << 60, 1 << 60)
    for pair, length in zip(reversed(ordered), reversed(chain_of), strict=True):
        if length == wanted and pair[0][1] <= limit[0] and pair[1][1] <= limit[1]:
            found.append(pair)
            wanted, limit = length - 1, (pair[0][0], pair[1][0])
    return found[::-1]
