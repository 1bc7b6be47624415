"""One row of the grammar."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """A kind of words: its name, what it finds, words of our own that it finds, and its forms, one of which must fit."""

    name: str
    says: str
    example: str
    forms: tuple[str, ...]
