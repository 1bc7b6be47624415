"""The clauses of a column in the order of their numbers, where somebody sorted or moved the rows."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from lawtrack.formats.returned.cells import label_of
from lawtrack.law import number_of

if TYPE_CHECKING:
    from collections.abc import Sequence


def in_order(words: Sequence[str]) -> tuple[list[str], int]:
    """The cells of a column in the order of their clauses, and how many clauses had to be moved for that.

    What has no number (headings, further paragraphs) stays behind what it stands behind. The clauses that keep their
    place are the longest run of numbers that ascend; each other one follows the last of a smaller number.

    >>> in_order(["第三条　丙。", "第一条　甲。", "乙。", "第二条　丁。"])
    (['第一条\u3000甲。', '乙。', '第二条\u3000丁。', '第三条\u3000丙。'], 1)
    """
    blocks: list[tuple[tuple[int, int], list[str]]] = [((0, 0), [])]
    for cell in words:
        if label := label_of(cell):
            blocks.append((number_of(label), [cell]))
        else:
            blocks[-1][1].append(cell)
    stays = _ascending([number for number, _ in blocks])
    kept = [block for at, block in enumerate(blocks) if at in stays]
    moved = [block for at, block in enumerate(blocks) if at not in stays]
    for block in moved:
        kept.insert(bisect_right([number for number, _ in kept], block[0]), block)
    return [cell for _, cells in kept for cell in cells], len(moved)


def _ascending(numbers: Sequence[tuple[int, int]]) -> set[int]:
    """The places of a longest run of numbers that do not descend."""
    ends: list[tuple[int, int]] = []
    last: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        place = bisect_right(ends, number)
        before.append(last[place - 1] if place else -1)
        ends[place : place + 1] = [number]
        last[place : place + 1] = [at]
    stays: set[int] = set()
    at = last[-1] if last else -1
    while at >= 0:
        stays.add(at)
        at = before[at]
    return stays
