"""How much of one text stands in another: is this the same ordinance?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.compare.comparing import compare

if TYPE_CHECKING:
    from lawtrack.compare.comparison import Comparison
    from lawtrack.law import Instrument


def resemblance(old: Instrument | str, new: Instrument | str) -> float:
    r"""The share of the longer text's articles, by characters, that the other has too: from 0 to 1.

    >>> resemblance("第一条　单位应当报告。", "第一条　单位应当报告。"), resemblance("第一条　甲。", "第一条　乙丙丁。") < 0.5
    (1.0, True)
    """
    return shared(compare(old, new))


def shared(comparison: Comparison) -> float:
    """The share of the longer text that the comparison finds in both: `resemblance` where a comparison is there already."""
    rows = comparison.to_dict()["rows"]
    old = sum(len(row["old_text"]) for row in rows)
    new = sum(len(row["new_text"]) for row in rows)
    same = sum(len(words) for row in rows for op, words in row["ops"] if op == "equal")
    return round(same / max(old, new), 4) if max(old, new) else 1.0
