"""The two sides of a comparison's row as pieces, each with whether its reader should see it as changed.

A clause's own number is never marked (renumbering is not change, law 4), and by choice neither is what differs only
in width, quotes or white space: （ for (, ○ for 〇, a full-width space for a half-width one.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lawtrack.compare.cells import TAB
from lawtrack.compare.folding import fold
from lawtrack.compare.inline import word_ops
from lawtrack.compare.showing.pieces import Piece
from lawtrack.compare.showing.splitting import split_sides
from lawtrack.compare.words import NUMERALS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lawtrack.compare.cells import Op
    from lawtrack.compare.model import Row
    from lawtrack.law import Provision


def marked(row: Row, *, noise: bool = False) -> tuple[list[Piece], list[Piece]]:
    r"""The old and the new side of `row`; with `noise`, what differs only in width or spaces is marked as well.

    The pieces of a side, joined, are its text.

    >>> from lawtrack.compare import compare
    >>> row = compare("第三条　应当(在七日内)报告。", "第四条　应当（在五日内）报告。").rows[0]
    >>> [piece.words for side in marked(row) for piece in side if piece.changed]
    ['七', '五']
    """
    if row.old_text == row.new_text and TAB not in row.old_text:
        return [Piece(row.old_text, changed=False)], [Piece(row.new_text, changed=False)]
    if split := split_sides(row):
        return split
    if row.parts and len(row.old_provisions) == len(row.new_provisions) == 1 and not _pushed(row):
        old, new = row.old_provisions[0], row.new_provisions[0]
        olds, news = _parts(row.parts, noise=noise)
        if _whole(old, olds) and _whole(new, news):
            heads = old.source[old.start : _first(old, olds)], new.source[new.start : _first(new, news)]
            before, after = sides(word_ops(*heads), [old], [new], noise=noise)
            return _tidy(_filled(old, before, olds)), _tidy(_filled(new, after, news))
    return sides(row.ops, row.old_provisions, row.new_provisions, noise=noise)


def _pushed(row: Row) -> bool:
    """Does a row of a table below have another number of empty cells before its words, which are not of the paragraph?"""
    if TAB not in row.old_text or TAB not in row.new_text:
        return False
    return any(
        _empty_before(old) != _empty_before(new)
        for part in row.parts
        for old, new in zip(part.old_provisions, part.new_provisions, strict=False)
        if TAB in part.old_text and TAB in part.new_text
    )


def _empty_before(node: Provision) -> int:
    begin = node.source.rfind("\n", 0, node.start) + 1
    return node.source.count(TAB, begin, node.start)


Below = dict[int, tuple[int, list[Piece]]]
"""The paragraphs or items of one side: where each starts in the source → where it ends, and its pieces."""


def _parts(parts: Iterable[Row], *, noise: bool) -> tuple[Below, Below]:
    """What is below a row, marked one by one, so that a new item is new as a whole."""
    beneath: tuple[Below, Below] = ({}, {})
    for part in parts:
        for below, nodes, pieces in zip(
            beneath, (part.old_provisions, part.new_provisions), marked(part, noise=noise), strict=True
        ):
            for node in nodes:
                below[node.start] = node.end, _cut(pieces, node.end - node.start)
    return beneath


def _cut(pieces: list[Piece], size: int) -> list[Piece]:
    """Take so many characters from the front of `pieces`, and the line break behind them."""
    taken: list[Piece] = []
    left = size + 1
    while left and pieces:
        words, changed = pieces.pop(0)
        if words[left:]:
            pieces.insert(0, Piece(words[left:], changed))
        taken.append(Piece(words[: left - 1], changed))
        left -= min(left, len(words))
    return taken


def _first(node: Provision, below: Below) -> int:
    return min(below, default=node.end)


def _whole(node: Provision, below: Below) -> bool:
    """Is there nothing but white space between and behind what is below?"""
    at = _first(node, below)
    for start in sorted(below):
        if node.source[at:start].strip():
            return False
        at = below[start][0]
    return not node.source[at : node.end].strip()


def _filled(node: Provision, head: list[Piece], below: Below) -> Iterator[Piece]:
    """The head, then what is below with the white space between."""
    yield from head
    at = _first(node, below)
    for start in sorted(below):
        end, pieces = below[start]
        yield Piece(node.source[at:start], changed=False)
        yield from pieces
        at = end
    yield Piece(node.source[at : node.end], changed=False)


def sides(
    ops: Iterable[Op], olds: Sequence[Provision], news: Sequence[Provision], *, noise: bool = False
) -> tuple[list[Piece], list[Piece]]:
    """Both sides as pieces for any operations between the texts of `olds` and of `news`, joined by line breaks.

    >>> old, new = sides([("equal", "公园"), ("insert", "全天"), ("equal", "开放。")], [], [])
    >>> [(piece.words, piece.changed) for piece in new]
    [('公园', False), ('全天', True), ('开放。', False)]
    """
    old: list[Piece] = []
    new: list[Piece] = []
    for gone, come, same in changes(ops):
        front, back = (0, 0) if noise else _alike(gone, come)
        old += [*_framed(gone, front, back), Piece(same, changed=False)]
        new += [*_framed(come, front, back), Piece(same, changed=False)]
    if olds and news:
        return _tidy(_number_apart(old, olds)), _tidy(_number_apart(new, news))
    return _tidy(old), _tidy(new)


def changes(ops: Iterable[Op]) -> Iterator[tuple[str, str, str]]:
    """(deleted, inserted, what stays behind them) from the front of a row to its end."""
    gone = come = ""
    for op, words in ops:
        if op == "equal":
            yield gone, come, words
            gone = come = ""
        elif op == "delete":
            gone += words
        else:
            come += words
    if gone or come:
        yield gone, come, ""


def _alike(gone: str, come: str) -> tuple[int, int]:
    """How many characters at the front and at the back of both differ in signs only; all of them where the whole does."""
    if not (gone or come):
        return 0, 0
    if fold(gone) == fold(come) and not (fold(gone) and TAB in gone + come and gone != come):
        return max(len(gone), len(come)), 0
    front = _shared(gone, come)
    return front, _shared(gone[front:][::-1], come[front:][::-1])


def _shared(gone: str, come: str) -> int:
    """How many characters at the front say the same in other signs, without cutting through a number.

    Where the first is the same sign, it is what a word that changed keeps of its letters: 城 of 城镇 and 城市.
    """
    length = 0
    if gone[:1] == come[:1]:
        return length
    for one, other in zip(gone, come, strict=False):
        if fold(one) != fold(other):
            break
        length += 1
    while (
        length
        and gone[length - 1] in NUMERALS
        and {gone[length : length + 1], come[length : length + 1]} & NUMERALS
    ):
        length -= 1
    return length


def _framed(words: str, front: int, back: int) -> list[Piece]:
    """`words` changed but for so many characters at each end."""
    if not words:
        return []
    inner = max(front, len(words) - back)
    pieces = (
        Piece(words[:front], changed=False),
        Piece(words[front:inner], changed=True),
        Piece(words[inner:], changed=False),
    )
    return [piece for piece in pieces if piece.words]


def _number_apart(pieces: list[Piece], nodes: Iterable[Provision]) -> Iterator[Piece]:
    """The pieces with each clause's own number, and the space behind it, unmarked."""
    borders: list[int] = []
    at = 0
    for node in nodes:
        words = node.text[len(node.label) :]
        borders += [at, at + len(node.text) - len(words.lstrip())]
        at += len(node.text) + 1
    done, passed = 0, 0
    for piece in pieces:
        begin, done = done, done + len(piece.words)
        cuts = [begin]
        while passed < len(borders) and borders[passed] < done:
            if borders[passed] > begin:
                cuts.append(borders[passed])
            passed += 1
        if not piece.changed or (len(cuts) == 1 and passed % 2 == 0):
            yield piece
            continue
        inside = passed - len(cuts) + 1
        for count, (start, end) in enumerate(pairwise([*cuts, done])):
            number = (inside + count) % 2
            yield Piece(piece.words[start - begin : end - begin], changed=not number)


def _tidy(pieces: Iterable[Piece]) -> list[Piece]:
    tidied: list[Piece] = []
    for words, changed in pieces:
        if tidied and tidied[-1].changed == changed:
            tidied[-1] = Piece(tidied[-1].words + words, changed)
        elif words:
            tidied.append(Piece(words, changed))
    return tidied


def overlaid(one: Iterable[Piece], other: Iterable[Piece]) -> Iterator[tuple[str, bool, bool]]:
    """Two ways of marking the same text as one: words, marked in the first, marked in the second.

    >>> list(overlaid([Piece("甲乙", True), Piece("丙", False)], [Piece("甲", False), Piece("乙丙", True)]))
    [('甲', True, False), ('乙', True, True), ('丙', False, True)]
    """
    firsts, seconds = iter(one), iter(other)
    first, second = next(firsts, None), next(seconds, None)
    while first and second:
        size = min(len(first.words), len(second.words))
        yield first.words[:size], first.changed, second.changed
        first = Piece(rest, first.changed) if (rest := first.words[size:]) else next(firsts, None)
        second = Piece(rest, second.changed) if (rest := second.words[size:]) else next(seconds, None)
