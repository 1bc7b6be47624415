"""The texts of a long history cut into their articles, so that an article that stays is read once.

A text is cut only where each article reads alone exactly as it does in its place: consecutive numbers at the beginning
of lines, each with words behind it, nothing that a whole text could read otherwise. What stands around the articles
(title, headings, signature) is held against the whole text as `parse` reads it. Any other text is read and compared
whole, so the quick way says what the slow one says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import Indel

from lawtrack.compare import compare, fold
from lawtrack.law import NUMERAL_CLASS, Level, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lawtrack.compare import Comparison
    from lawtrack.law import Instrument, Provision

_BEGIN: Final = re.compile(
    rf"^第[{NUMERAL_CLASS}]+条(?:之[{NUMERAL_CLASS}]+)?[ 　]+(?=[^\s〖【［（(：:、．])", re.MULTILINE
)
_STRANGE: Final = re.compile(r"[\t\r\f\v<&]|^[ 　]", re.MULTILINE)
ALIKE: Final = 0.5
"""Two articles between the same neighbours are one reworded where they share this much of their characters."""


@dataclass(frozen=True)
class Sheet:
    """A text cut up: its articles as they stand there, and where the words of each begin."""

    pieces: tuple[str, ...]
    words: tuple[str, ...]

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each article by its address."""
        return {article_alone(piece).eid: at for at, piece in enumerate(self.pieces)}

    def provision(self, eid: str) -> Provision | None:
        """The clause of that address, None where it is not there or a heading."""
        at = self.places.get(eid.partition("__")[0])
        return None if at is None else alone(self.pieces[at]).by_eid.get(eid)

    def order(self, node: Provision) -> tuple[int, int]:
        """The key that sorts clauses as they stand in the text."""
        return self.places[node.eid.partition("__")[0]], node.start


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of the articles of one sheet in the next, by place: those that stay, those reworded, the rest.

    `moved` is the place in the old sheet of the one article that stays and went elsewhere, None where none did.
    """

    same: dict[int, int]
    reworded: dict[int, tuple[int, Comparison]]
    come: tuple[int, ...]
    moved: int | None = None


class Texts:
    r"""Texts that are read, parsed or cut up when they are first asked for; `order` are their places in another order.

    >>> texts = Texts(["第一条　公园开放。\n第二条　公园免费。"])
    >>> texts[0].articles[1].label, texts.sheet(0).words
    ('第二条', ('公园开放。', '公园免费。'))
    """

    def __init__(self, texts: Sequence[str], order: Sequence[int] | None = None) -> None:
        self.texts = texts
        self.order = range(len(texts)) if order is None else order
        self._docs: dict[str, Instrument] = {}
        self._sheets: dict[int, Sheet | None] = {}
        self._frames: dict[tuple[str, ...], int | None] = {}

    def __len__(self) -> int:
        return len(self.order)

    def __getitem__(self, at: int) -> Instrument:
        text = self.texts[self.order[at]]
        if text not in self._docs:
            self._docs[text] = parse(text)
        return self._docs[text]

    def text(self, at: int) -> str:
        """The text as it is."""
        return self.texts[self.order[at]]

    def sheet(self, at: int) -> Sheet | None:
        """The text cut up, None where it cannot be."""
        if at not in self._sheets:
            self._sheets[at] = self._cut(self.texts[self.order[at]], at)
        return self._sheets[at]

    def _cut(self, text: str, at: int) -> Sheet | None:
        begins = list(_BEGIN.finditer(text))
        if not begins or _STRANGE.search(text):
            return None
        ends = [one.start() for one in begins[1:]] + [len(text)]
        raw = [text[one.start() : end] for one, end in zip(begins, ends, strict=True)]
        pieces = [_without_headings(one) for one in raw[:-1]]
        gaps = [one[len(piece) :].strip("\n") for one, piece in zip(raw, pieces, strict=False)]
        frame = (text[: begins[0].start()], *filter(None, gaps), raw[-1])
        if frame not in self._frames:
            self._frames[frame] = _end_of_last(self[at], [one.start() for one in begins], pieces)
        length = self._frames[frame]
        if length is None:
            return None
        pieces.append(raw[-1][:length])
        if not _in_turn(pieces):
            return None
        labels = [one.end() - one.start() for one in begins]
        return Sheet(tuple(pieces), tuple(piece[label:] for piece, label in zip(pieces, labels, strict=True)))


def _without_headings(raw: str) -> str:
    """An article without the empty lines and headings (#) that stand between it and the next one."""
    piece = raw.rstrip("\n")
    while (last := piece.rfind("\n") + 1) and piece.startswith("#", last):
        piece = piece[:last].rstrip("\n")
    return piece


def _in_turn(pieces: Sequence[str]) -> bool:
    """Does each piece read alone as one article, and do their numbers follow each other?"""
    last = (0, 0)
    for piece in pieces:
        number = _number(piece)
        if number is None or number not in ((last[0] + 1, 0), (last[0], last[1] + 1)):
            return False
        last = number
    return True


def _end_of_last(doc: Instrument, begins: Sequence[int], pieces: Sequence[str]) -> int | None:
    """How long the last article is, None where the text whole does not read as its pieces do alone."""
    articles = doc.articles
    if doc.running or [one.start for one in articles] != list(begins):
        return None
    length = articles[-1].end - articles[-1].start
    for node, piece in zip(articles, [*pieces, articles[-1].text], strict=True):
        read = _alone(piece)
        if read is None or node.end != node.start + len(piece):
            return None
        if [_shape(one, node.start) for one in node.walk()] != [_shape(one, 0) for one in read.provisions]:
            return None
    return length


def _shape(node: Provision, at: int) -> tuple[object, ...]:
    return node.level, node.eid, node.label, node.start - at, node.words_start - at, node.end - at


@lru_cache(maxsize=8192)
def _alone(piece: str) -> Instrument | None:
    """A piece read by itself, None where it is not just one article with words behind its number."""
    doc = parse(piece)
    if len(doc.body) != 1 or doc.blocks or doc.running or doc.problems:
        return None
    own = doc.body[0]
    whole = own.level is Level.ARTICLE and (own.start, own.end) == (0, len(piece))
    return doc if whole and own.children and "\n" not in piece[: own.children[0].start] else None


@lru_cache(maxsize=65536)
def _number(piece: str) -> tuple[int, int] | None:
    read = _alone(piece)
    return read.articles[0].number if read else None


def alone(piece: str) -> Instrument:
    """An article of a sheet as an instrument of its own."""
    doc = _alone(piece)
    assert doc is not None, "a sheet holds only such"
    return doc


def article_alone(piece: str) -> Provision:
    """An article of a sheet; its places are counted from its own beginning.

    >>> article_alone("第二条　公园免费。").label
    '第二条'
    """
    return alone(piece).articles[0]


def carried(old: Sheet, new: Sheet) -> Carried | None:
    r"""The articles of `old` in `new`; None where the two have to be compared whole.

    That is where several articles moved, one moved only past its neighbour or stands there twice, and where words may
    have gone from one article to another.

    >>> texts = Texts(["某市条例\n第一条　甲。\n第二条　乙。", "某市条例\n第一条　丙。\n第二条　甲。\n第三条　乙。"])
    >>> carried(texts.sheet(0), texts.sheet(1)).same
    {0: 1, 1: 2}
    """
    there = {words: at for at, words in enumerate(old.words)}
    if len(there) < len(old.words) or len(set(new.words)) < len(new.words):
        return None
    pairs = [(there[words], at) for at, words in enumerate(new.words) if words in there]
    stay, moved = _in_order(pairs)
    if moved and (len(stay) + 1 < len(pairs) or not _unlike(old, new)):
        return None
    blocks = [_without(block, moved) for block in _between(stay, len(old.words), len(new.words))]
    changed = [(gone, come) for gone, come in blocks if gone and come]
    gone = [at for gone, come in blocks if not come for at in gone]
    come = [at for gone, come in blocks if not gone for at in come]
    several = bool(gone) + bool(come) + bool(changed) + bool(moved) > 1
    if any(len(was) > 1 or len(now) > 1 for was, now in changed) or (several and (gone or come)):
        return None
    reworded = _reworded(old, new, changed, sure=len(changed) == 1 and not moved)
    if reworded is None:
        return None
    return Carried(dict(pairs), reworded, tuple(come), moved[0] if moved else None)


def _reworded(
    old: Sheet, new: Sheet, changed: Iterable[tuple[Sequence[int], Sequence[int]]], *, sure: bool
) -> dict[int, tuple[int, Comparison]] | None:
    """The comparison of each article with the one in its place; None where one of them may be another, unless `sure`."""
    reworded = {}
    for (was, *_), (now, *_) in changed:
        if not sure and Indel.normalized_similarity(old.words[was], new.words[now]) < ALIKE:
            return None
        comparison = compare(alone(old.pieces[was]), alone(new.pieces[now]))
        if len(comparison.rows) > 1:
            return None
        reworded[was] = now, comparison
    return reworded


def _in_order(pairs: Sequence[tuple[int, int]]) -> tuple[list[tuple[int, int]], tuple[int, int] | None]:
    """The pairs that keep their order, and the one that went past two others or more; fewer than that where it is not one.

    >>> _in_order([(0, 0), (2, 1), (3, 2), (1, 3)])
    ([(0, 0), (2, 1), (3, 2)], (1, 3))
    """
    breaks = [at for at in range(len(pairs) - 1) if pairs[at][0] > pairs[at + 1][0]]
    if not breaks:
        return list(pairs), None
    at = breaks[0]
    for one in (at, at + 1):  # it came from before and stands too late, or from behind and stands too early
        rest = [*pairs[:one], *pairs[one + 1 :]]
        past = sum((left[0] < pairs[one][0]) != (left[1] < pairs[one][1]) for left in rest)
        if past > 1 and all(left[0] < right[0] for left, right in pairwise(rest)):
            return rest, pairs[one]
    return [], pairs[at]


def _without(block: tuple[range, range], moved: tuple[int, int] | None) -> tuple[list[int], list[int]]:
    """A block without the article that moved."""
    was, now = moved or (-1, -1)
    return [at for at in block[0] if at != was], [at for at in block[1] if at != now]


def _unlike(old: Sheet, new: Sheet) -> bool:
    """Do no two articles of one sheet read alike?"""
    return all(len({fold(words) for words in one.words}) == len(one.words) for one in (old, new))


def _between(pairs: Sequence[tuple[int, int]], old: int, new: int) -> Iterator[tuple[range, range]]:
    """What stands between the articles that stay, on both sides."""
    was = now = 0
    for left, right in [*pairs, (old, new)]:
        yield range(was, left), range(now, right)
        was, now = left + 1, right + 1
