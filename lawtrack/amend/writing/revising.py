"""Is it a complete revision? 修订 replaces the text, 修正 changes it (立法法 art. 65, 立法技术规范（一）26, 27).

A legislature amends by instructions as long as most of what the law will say stands in it already; where most is new, it
revises: it adopts the whole new text. The bounds are the midpoints between the two kinds in the corpus
(`benchmarks/written_decisions.py --revision`), where the header note of the new text says which it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.compare import Row

KEPT: Final = 0.595
"""So much of the new text must be old for the change to be said by instructions: 0.60 to 1.00 where it was, up to 0.59
(once 0.67) where the text was revised."""
UNTOUCHED: Final = 0.2
"""A text of whose old words so many stand in articles that nobody touched was never revised; up to 0.18 where it was."""


def shares(rows: Sequence[Row]) -> tuple[float, float]:
    """(share of the new text that is old, share of the old text in articles whose words stay), from 0 to 1."""
    old = sum(len(row.old_text) for row in rows) or 1
    new = sum(len(row.new_text) for row in rows) or 1
    same = sum(len(text) for row in rows for op, text in row.ops if op == "equal")
    untouched = sum(len(row.old_text) for row in rows if row.kind == "unchanged")
    return same / new, untouched / old


def mostly_new(rows: Sequence[Row]) -> bool:
    """Is so much of the text new that it would be revised and not amended?"""
    kept, untouched = shares(rows)
    return kept < KEPT and untouched < UNTOUCHED
