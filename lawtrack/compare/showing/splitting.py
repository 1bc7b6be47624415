"""A sentence that became a list, or a list that became a sentence: which of its words stay, link by link.

    不得占用盲道、乱倒污水和销售变质食品。      不得有下列行为：（一）占用盲道；（二）乱倒污水；（三）销售变质食品。

The sentence's links are the items, in their order; what stands before the first of them and behind the last is what
leads to the list. A difference of characters from front to end would read most of it as struck and written anew.
"""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import Indel

from lawtrack.compare.inline import word_ops
from lawtrack.compare.showing.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.compare.model import Row
    from lawtrack.law import Provision

_LINK: Final = re.compile(r"(?:(?!以及|或者|并且)[^、，；：。和或与及并\n])+")
_LONGEST: Final = 5
"""So many links can be one item."""
_ALIKE: Final = 0.6
_MOST: Final = 0.6
"""Of the items so many have to be links of the sentence."""
Span = tuple[int, int]


def split_sides(row: Row) -> tuple[list[Piece], list[Piece]] | None:
    r"""Both sides of a row in which a sentence was split into items, or items were joined; None for any other row.

    >>> from lawtrack.compare import compare
    >>> row, = compare("第一条　不得占道和乱倒。", "第一条　不得有下列行为：\n（一）占道；\n（二）乱倒污水。").rows
    >>> [piece.words for piece in split_sides(row)[1] if piece.changed]
    ['有下列行为：\n（一）', '；\n（二）', '污水']
    """
    if len(row.old_provisions) != 1 or len(row.new_provisions) != 1 or not row.parts:
        return None
    old, new = row.old_provisions[0], row.new_provisions[0]
    if not any(part.old_provisions for part in row.parts):
        return _split(old, new, [node for part in row.parts for node in part.new_provisions])
    if not any(part.new_provisions for part in row.parts):
        told = _split(new, old, [node for part in row.parts for node in part.old_provisions])
        return told and (told[1], told[0])
    return None


def _split(
    sentence: Provision, whole: Provision, items: Sequence[Provision]
) -> tuple[list[Piece], list[Piece]] | None:
    """The pieces of the sentence and of the list."""
    said, listed = sentence.text, whole.text
    spans = [(node.words_start - whole.start, node.end - whole.start) for node in items]
    pairs = list(_pairs(said, _words_start(sentence), listed, spans))
    if len(pairs) < 2 or len(pairs) < _MOST * len(items):
        return None
    stays = [False] * len(said), [False] * len(listed)
    for link, item in pairs:
        _keep(stays, [link], [item], said, listed)
    first, last = pairs[0][0][0], pairs[-1][0][1]
    lead = _words_start(whole), items[0].start - whole.start
    _keep(stays, [(_words_start(sentence), first), (last, len(said))], [lead], said, listed)
    for side, begins in zip(stays, (_words_start(sentence), _words_start(whole)), strict=True):
        side[:begins] = [True] * begins
    if said[-1:] == listed[-1:]:
        stays[0][-1] = stays[1][-1] = True
    return _pieces(said, stays[0]), _pieces(listed, stays[1])


def _words_start(node: Provision) -> int:
    """Where the words of a provision begin in its text: its number is no change."""
    return node.words_start - node.start


def _pairs(said: str, begins: int, listed: str, items: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Each item with the links of the sentence that it is, in order."""
    links = [match.span() for match in _LINK.finditer(said, begins)]
    at = 0
    for start, stop in items:
        end = start + len(listed[start:stop].rstrip("；。，;. \n"))
        windows = (
            (_alike(said[first : links[j][1]], listed[start:end]), -first, -j)
            for i in range(at, len(links))
            for first in (range(*links[i]) if not i else links[i][:1])  # the lead may run into the first link
            for j in range(i, min(i + _LONGEST, len(links)))
        )
        best, first, j = max(windows, default=(0.0, 0, 0))
        if best >= _ALIKE:
            yield (-first, links[-j][1]), (start, end)
            at = 1 - j


def _alike(link: str, item: str) -> float:
    return Indel.normalized_similarity(link, item)


def _keep(
    stays: tuple[list[bool], list[bool]], olds: Sequence[Span], news: Sequence[Span], said: str, listed: str
) -> None:
    """Note what the stretches of both sides have in common as words that stay."""
    places = (
        [at for start, end in olds for at in range(start, end)],
        [at for start, end in news for at in range(start, end)],
    )
    old, new = "".join(said[at] for at in places[0]), "".join(listed[at] for at in places[1])
    at_old = at_new = 0
    for op, words in word_ops(old, new):
        if op == "equal":
            for shift in range(len(words)):
                stays[0][places[0][at_old + shift]] = stays[1][places[1][at_new + shift]] = True
        at_old += len(words) if op != "insert" else 0
        at_new += len(words) if op != "delete" else 0


def _pieces(text: str, stays: Sequence[bool]) -> list[Piece]:
    runs = groupby(zip(text, stays, strict=True), key=itemgetter(1))
    return [Piece("".join(sign for sign, _ in run), changed=not stay) for stay, run in runs]
