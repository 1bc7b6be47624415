"""How much of one text stands in another: is this the same ordinance?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawtrack.compare.comparison import Comparison


def shared(comparison: Comparison) -> float:
    """The share of the longer text, by characters, that the comparison finds in both: from 0 to 1.

    >>> from lawtrack.compare import compare
    >>> shared(compare("第一条　公园开放。", "第一条　公园全天开放。"))
    0.8182
    """
    rows = comparison.to_dict()["rows"]
    old = sum(len(row["old_text"]) for row in rows)
    new = sum(len(row["new_text"]) for row in rows)
    same = sum(len(words) for row in rows for op, words in row["ops"] if op == "equal")
    return round(same / max(old, new), 4) if max(old, new) else 1.0
