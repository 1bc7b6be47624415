"""What changed inside a row, character by character, shown as a reader sees words.

Character differences are right for Chinese but come as confetti: two unrelated sentences share a 的 here and a 应 there.
The semantic clean-up of diff-match-patch drops such islands. Numbers stay whole, because 二十日 that became 二十五日 is
another number, not a 五 put in; what is left is put in the order deleted, inserted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from diff_match_patch import diff_match_patch
from rapidfuzz.distance import Indel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Op = tuple[Literal["equal", "delete", "insert"], str]

TOO_LONG: Final = 40_000_000
"""Above this product of lengths (two texts of some 6,000 characters) lines are compared before characters."""

NUMERAL_CHARACTERS: Final = "0123456789０１２３４５６７８９〇零一二三四五六七八九十百千万"
NUMERALS: Final = frozenset(NUMERAL_CHARACTERS)
_CLEANER: Final = diff_match_patch()


def inline(old: str, new: str) -> tuple[Op, ...]:
    """The operations that turn `old` into `new`; equal+delete gives `old`, equal+insert gives `new`, to the character.

    >>> inline("应当在七日前报告。", "应当在五日前书面报告。")
    (('equal', '应当在'), ('delete', '七'), ('insert', '五'), ('equal', '日前'), ('insert', '书面'), ('equal', '报告。'))
    >>> inline("二十日内", "二十五日内")
    (('delete', '二十'), ('insert', '二十五'), ('equal', '日内'))
    """
    if old == new:
        return (("equal", old),) if old else ()
    if len(old) * len(new) > TOO_LONG:
        return tuple(_tidy(_by_lines(old, new)))
    return tuple(_tidy(_by_characters(old, new)))


def _by_characters(old: str, new: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for op in Indel.opcodes(old, new):
        if op.tag == "equal":
            found.append((0, old[op.src_start : op.src_end]))
        elif op.tag == "delete":
            found.append((-1, old[op.src_start : op.src_end]))
        else:
            found.append((1, new[op.dest_start : op.dest_end]))
    if _has_island(found):
        _CLEANER.diff_cleanupSemantic(found)
    return found


def _has_island(pieces: list[tuple[int, str]]) -> bool:
    """Is there an equal stretch no longer than the edits on both its sides? Only then is there something to clean up."""
    before = island = after = 0
    for sign, text in pieces:
        if sign:
            after = max(after, len(text))
        else:
            if 0 < island <= min(before, after):
                return True
            before, island, after = after, len(text), 0
    return 0 < island <= min(before, after)


def _by_lines(old: str, new: str) -> list[tuple[int, str]]:
    """Lines that are the same first, then characters in what lies between, as long as that is short enough."""
    from difflib import SequenceMatcher

    olds, news = old.splitlines(keepends=True), new.splitlines(keepends=True)
    found: list[tuple[int, str]] = []
    for tag, a, b, c, d in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        one, other = "".join(olds[a:b]), "".join(news[c:d])
        if tag == "equal":
            found.append((0, one))
        elif len(one) * len(other) <= TOO_LONG:
            found += _by_characters(one, other)
        else:
            found += [(-1, one), (1, other)]
    return found


def _tidy(pieces: Iterable[tuple[int, str]]) -> Iterator[Op]:
    """Between two equal stretches one deletion, then one insertion; nothing empty."""
    gone = come = ""
    for same, less, more in _whole_numbers(_edits(pieces)):
        if same:
            yield from _replaced(gone, come)
            yield "equal", same
            gone = come = ""
        gone, come = gone + less, come + more
    yield from _replaced(gone, come)


def _replaced(gone: str, come: str) -> Iterator[Op]:
    if gone:
        yield "delete", gone
    if come:
        yield "insert", come


def _edits(pieces: Iterable[tuple[int, str]]) -> list[list[str]]:
    """Triples of what stays, what goes and what comes after it."""
    found = [["", "", ""]]
    for sign, text in pieces:
        if sign:
            found[-1][1 if sign < 0 else 2] += text
        elif found[-1][1] or found[-1][2]:
            found.append([text, "", ""])
        else:
            found[-1][0] += text
    return found


def _whole_numbers(edits: list[list[str]]) -> list[list[str]]:
    """Draw what stays of a number that an edit cuts through into the edit."""
    for k, edit in enumerate(edits):
        if {edit[1][:1], edit[2][:1]} & NUMERALS:
            kept = edit[0].rstrip(NUMERAL_CHARACTERS)
            edit[:] = kept, edit[0][len(kept) :] + edit[1], edit[0][len(kept) :] + edit[2]
        if k + 1 < len(edits) and {edit[1][-1:], edit[2][-1:]} & NUMERALS:
            following = edits[k + 1]
            kept = following[0].lstrip(NUMERAL_CHARACTERS)
            drawn = following[0][: len(following[0]) - len(kept)]
            edit[1], edit[2], following[0] = edit[1] + drawn, edit[2] + drawn, kept
    return edits
