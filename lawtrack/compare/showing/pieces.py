"""A stretch of one side of a comparison."""

from __future__ import annotations

from typing import NamedTuple


class Piece(NamedTuple):
    """A stretch of one side: its words, and whether they changed.

    >>> from lawtrack.compare import compare, marked
    >>> old, new = marked(compare("第一条　公园开放。", "第一条　公园全天开放。").rows[0])
    >>> [piece.words for piece in new if piece.changed]
    ['全天']
    """

    words: str
    changed: bool
