"""Which paragraphs of two clean copies stand over one another."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.compare import align_units, fold
from lawtrack.formats.instruments.docx import HEADING_STYLES, lines_of
from lawtrack.formats.shapes import rows_marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lawtrack.compare import Comparison
    from lawtrack.drafts import Table
    from lawtrack.law import Instrument

_RUNNING: Final = frozenset({"LawNote", "LawContents", "LawSignature", "LawTable"})
"""Styles whose lines belong together; each line of another style begins something new."""


_Places = tuple[dict[tuple[str, int], int], dict[tuple[str, int], int]]
_Ranges = tuple[tuple[int, int], tuple[int, int]]


class LawLine(NamedTuple):
    """One paragraph of a clean copy: its style, its text, and the label that begins it."""

    style: str
    text: str
    label: str = ""


class Chunk(NamedTuple):
    """Lines that stay together: `key` says what they are: an article, a heading by its place, or a kind of block."""

    key: tuple[str, int]
    lines: tuple[LawLine, ...]


Pairs = list[tuple[LawLine | None, LawLine | None]]


@dataclass(frozen=True, slots=True)
class Paired:
    """Paragraphs of two texts over one another, None where a side has none: every paragraph once, in order.

    `moves` has, by the identity of a line that stands alone, the number of its move and the line at the other place;
    `rows` the identities of the lines that are rows of a table.
    """

    pairs: Pairs
    moves: dict[int, tuple[int, LawLine]]
    rows: frozenset[int] = frozenset()

    def in_table(self, pair: tuple[LawLine | None, LawLine | None]) -> bool:
        """Is the pair a row of a table?"""
        return id(pair[0] or pair[1]) in self.rows


def lines_paired(comparison: Comparison, tables: Iterable[Table] = ()) -> Paired:
    """The paragraphs of the clean copies of both texts, paired as the comparison says.

    `tables` of the files tell which lines without a tab are rows too.
    """
    old, new = chunks(comparison.old), chunks(comparison.new)
    rows = frozenset(id(line) for side in (old, new) for line in _rows(_lines(side), tuple(tables)))
    places = _places(old), _places(new)
    moved: list[tuple[LawLine, LawLine]] = []
    pairs: Pairs = []
    done_old = done_new = 0
    ends = (len(old), len(old)), (len(new), len(new))
    for (old_start, old_end), (new_start, new_end) in [*_anchored(comparison, places), ends]:
        pairs += [(line, None) for line in _lines(old[done_old:old_start])]
        pairs += [(None, line) for line in _lines(new[done_new:new_start])]
        pairs += _paired(_lines(old[old_start:old_end]), _lines(new[new_start:new_end]), moved)
        done_old, done_new = old_end, new_end
    for (old_start, old_end), (new_start, new_end) in _moved_chunks(comparison, places):
        ours = _paired(_lines(old[old_start:old_end]), _lines(new[new_start:new_end]), moved)
        moved += [(one, other) for one, other in ours if one and other]
    return Paired(pairs, _numbered(pairs, moved, rows), rows)


def _rows(lines: list[LawLine], tables: tuple[Table, ...]) -> list[LawLine]:
    marked = rows_marked([line.text for line in lines], tables)
    return [line for line, is_row in zip(lines, marked, strict=True) if is_row]


def _numbered(
    pairs: Pairs, moved: list[tuple[LawLine, LawLine]], rows: frozenset[int]
) -> dict[int, tuple[int, LawLine]]:
    """The moves of which both places stand alone in `pairs`, no line in two of them; rows of tables do not move."""
    alone = {id(one or other) for one, other in pairs if not (one and other)}
    moves: dict[int, tuple[int, LawLine]] = {}
    for old, new in moved:
        free = {id(old), id(new)} <= alone - moves.keys()
        if free and not {id(old), id(new)} & rows:
            number = len(moves) // 2 + 1
            moves[id(old)], moves[id(new)] = (number, new), (number, old)
    return moves


def _paired(old: Sequence[LawLine], new: Sequence[LawLine], moved: list[tuple[LawLine, LawLine]]) -> Pairs:
    """The paragraphs of one article, or of what became one: those that are alike over one another.

    Those that changed places are added to `moved`.
    """
    pairs: Pairs = []
    done_old = done_new = 0
    alike, crossing = _alike(old, new)
    moved += [(old[i], new[j]) for i, j in crossing]
    for i, j in [*alike, (len(old), len(new))]:
        pairs += [(line, None) for line in old[done_old:i]]
        pairs += [(None, line) for line in new[done_new:j]]
        if i < len(old):
            pairs.append((old[i], new[j]))
        done_old, done_new = i + 1, j + 1
    return pairs


def _alike(
    old: Sequence[LawLine], new: Sequence[LawLine]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Pairs of places that rise on both sides, and pairs that changed places."""
    if len(old) == len(new) == 1:
        return [(0, 0)], []
    keys = (
        [fold(line.text[len(line.label) :]) for line in old],
        [fold(line.text[len(line.label) :]) for line in new],
    )
    rising: list[tuple[int, int]] = []
    crossing: list[tuple[int, int]] = []
    for group in align_units(*keys):
        if not (group.old and group.new):
            continue
        if group.moved:
            crossing.append((group.old[0], group.new[0]))
        elif not rising or group.old[0] > rising[-1][0]:
            rising.append((group.old[0], group.new[0]))
    return rising, crossing


def chunks(doc: Instrument) -> list[Chunk]:
    """The lines of a clean copy: each article, heading, and other block on its own."""
    chunks_: list[Chunk] = []
    counts: Counter[str] = Counter()
    for line in lines_of(doc):
        law = LawLine(line.style, line.label + line.words, line.label)
        kind = "article" if line.label else line.style
        if chunks_ and (kind == "LawBody" or (kind == chunks_[-1].key[0] and kind in _RUNNING)):
            chunks_[-1] = chunks_[-1]._replace(lines=(*chunks_[-1].lines, law))
        else:
            chunks_.append(Chunk((kind, counts[kind]), (law,)))
            counts[kind] += 1
    return chunks_


def _lines(chunks: Sequence[Chunk]) -> list[LawLine]:
    return [line for chunk in chunks for line in chunk.lines]


def _places(chunks: Sequence[Chunk]) -> dict[tuple[str, int], int]:
    return {chunk.key: at for at, chunk in enumerate(chunks)}


def _anchored(comparison: Comparison, places: _Places) -> list[_Ranges]:
    """Ranges of chunks that are the same thing on both sides, rising on both."""
    pairs: list[_Ranges] = [
        ((places[0][key], places[0][key] + 1), (at, at + 1))
        for key, at in places[1].items()
        if key in places[0] and key[0] not in ("article", *HEADING_STYLES.values())
    ]
    return _rising([*pairs, *_ranges(comparison, places, moved=False)])


def _moved_chunks(comparison: Comparison, places: _Places) -> list[_Ranges]:
    """Ranges of chunks that stand at another place now."""
    return list(_ranges(comparison, places, moved=True))


def _ranges(comparison: Comparison, places: _Places, *, moved: bool) -> Iterator[_Ranges]:
    """The chunks of the rows that have clauses on both sides."""
    numbers = _numbers(comparison.old), _numbers(comparison.new)
    for row in (*comparison.rows, *comparison.other):
        if row.moved != moved or not row.old_provisions or not row.new_provisions:
            continue
        old, new = (
            _range([places[side].get(numbers[side].get(node.start, ("", -1))) for node in nodes])
            for side, nodes in enumerate((row.old_provisions, row.new_provisions))
        )
        if old and new:
            yield old, new


def _numbers(doc: Instrument) -> dict[int, tuple[str, int]]:
    """By where it starts in the text: the key of the chunk of each article and heading."""
    numbers = {node.start: ("article", at) for at, node in enumerate(doc.articles)}
    counts: Counter[str] = Counter()
    for node in doc.headings:
        style = HEADING_STYLES[node.level]
        numbers[node.start] = (style, counts[style])
        counts[style] += 1
    return numbers


def _range(places: list[int | None]) -> tuple[int, int] | None:
    """The chunks from the first to the last, where nothing else stands between them."""
    known = [place for place in places if place is not None]
    if len(known) < len(places) or known != list(range(known[0], known[0] + len(known))):
        return None
    return known[0], known[-1] + 1


def _rising(pairs: list[_Ranges]) -> list[_Ranges]:
    """The longest sequence of pairs in which both sides rise without overlap."""
    ordered = sorted(pairs, key=lambda pair: pair[1])
    ends: list[int] = []  # the smallest old end of a chain of each length
    chain_of: list[int] = []
    for old, _ in ordered:
        at = bisect_right(ends, old[0])
        ends[at : at + 1] = [old[1]]
        chain_of.append(at)
    chain: list[_Ranges] = []
    wanted, limit = len(ends) - 1, (1 << 60, 1 << 60)
    for pair, length in zip(reversed(ordered), reversed(chain_of), strict=True):
        if length == wanted and pair[0][1] <= limit[0] and pair[1][1] <= limit[1]:
            chain.append(pair)
            wanted, limit = length - 1, (pair[0][0], pair[1][0])
    return chain[::-1]
