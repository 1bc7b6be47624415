"""Two changes of one wording made into one, where they leave each other alone."""

from __future__ import annotations

from typing import Final, NamedTuple

from lawtrack.compare import inline_ops

APART: Final = 2
"""So many unchanged characters between two changes say that they are two; with fewer a reader must decide."""


class Hunk(NamedTuple):
    """One change: `start` to `end` of the base become `words`."""

    start: int
    end: int
    words: str


def merge_words(base: str, ours: str, theirs: str) -> str | None:
    """`base` with the changes of both sides, what both changed alike once; None where they touch.

    >>> merge_words("应当在七日内向主管部门报告。", "应当在五日内向主管部门报告。", "应当在七日内向主管部门书面报告。")
    '应当在五日内向主管部门书面报告。'
    >>> merge_words("应当在七日内报告。", "应当在五日内报告。", "应当在三日内报告。") is None
    True
    """
    mine, other = hunks(base, ours), hunks(base, theirs)
    if any(one != two and _touch(one, two) for one in mine for two in other):
        return None
    done, at = "", 0
    for hunk in sorted({*mine, *other}):
        done += base[at : hunk.start] + hunk.words
        at = hunk.end
    return done + base[at:]


def hunks(old: str, new: str) -> list[Hunk]:
    """The changes from `old` to `new`, in order, none beside another."""
    hunks_: list[Hunk] = []
    at = 0
    for op, words in inline_ops(old, new):
        if op == "equal":
            at += len(words)
            continue
        gone, come = (len(words), "") if op == "delete" else (0, words)
        if hunks_ and hunks_[-1].end == at:
            last = hunks_.pop()
            hunks_.append(Hunk(last.start, at + gone, last.words + come))
        else:
            hunks_.append(Hunk(at, at + gone, come))
        at += gone
    return hunks_


def _touch(one: Hunk, two: Hunk) -> bool:
    return one.start < two.end + APART and two.start < one.end + APART
