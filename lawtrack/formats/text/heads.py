"""The head or the foot that every page repeats, where a text was copied out of pages: 某市公报 2020年第3号."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from lawtrack.law import BLANK, read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FIGURES: Final = re.compile("[0-9０-９]+")
_NO_HEAD: Final = "。；：，、"
_FEWEST: Final = 2
"""A line that stands beside so many page numbers is no line of the text."""


def page_heads(lines: Sequence[str]) -> frozenset[int]:
    r"""The lines (from 0) that stand beside a page number again and again, whatever figures they hold.

    >>> sorted(page_heads(["甲，", "— 1 —", "某市公报 1", "乙；", "丙", "— 2 —", "某市公报 2", "丁。"]))
    [2, 6]
    """
    beside = {at: _FIGURES.sub("#", lines[at].strip(BLANK)) for at in _beside_numbers(lines)}
    counted = Counter(words for words in beside.values() if words[-1] not in _NO_HEAD)
    return frozenset(at for at, words in beside.items() if counted[words] >= _FEWEST)


def _beside_numbers(lines: Sequence[str]) -> Iterator[int]:
    """The plain lines right above or below the number of a page."""
    said = [(at, read_lines(line)[0].kind) for at, line in enumerate(lines) if line.strip(BLANK + "#")]
    for (above, kind), (below, following) in pairwise(said):
        if (kind, following) == ("page", "text"):
            yield below
        elif (kind, following) == ("text", "page"):
            yield above
