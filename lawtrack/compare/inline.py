"""What changed inside a row, character by character, shown as a reader sees words.

Character differences are right for Chinese but come as confetti: two unrelated sentences share a 的 here and a 应 there.
The semantic clean-up of diff-match-patch drops such islands; what is left is then put in the order deleted, inserted.
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

NAMES: Final[dict[int, Literal["equal", "delete", "insert"]]] = {0: "equal", -1: "delete", 1: "insert"}
_CLEANER: Final = diff_match_patch()


def inline(old: str, new: str) -> tuple[Op, ...]:
    """The operations that turn `old` into `new`; equal+delete gives `old`, equal+insert gives `new`, to the character.

    >>> inline("应当在七日前报告。", "应当在五日前书面报告。")
    (('equal', '应当在'), ('delete', '七'), ('insert', '五'), ('equal', '日前'), ('insert', '书面'), ('equal', '报告。'))
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
    _CLEANER.diff_cleanupSemantic(found)
    return found


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
    gone, come = "", ""
    for sign, text in [*pieces, (0, "")]:
        if sign < 0:
            gone += text
        elif sign > 0:
            come += text
        else:
            for kind, words in ((-1, gone), (1, come), (0, text)):
                if words:
                    yield NAMES[kind], words
            gone = come = ""
