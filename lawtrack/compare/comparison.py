"""`Comparison`: what users meet of a comparison, the data with its table for pandas and its picture for notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.compare.model import KINDS, ComparisonData
from lawtrack.compare.showing.static_table import comparison_table

if TYPE_CHECKING:
    import pandas as pd


class Comparison(ComparisonData):
    r"""Two instruments, row by row: `rows` for the articles, `other` for title, header note, headings, annexes.

    >>> from lawtrack.compare import compare
    >>> found = compare("第一条　甲。", "第一条　甲。\n第二条　乙。")
    >>> [row.kind for row in found.rows], found.summary["added"]
    (['unchanged', 'added'], 1)
    """

    def to_frame(self) -> pd.DataFrame:
        """A DataFrame, one row a clause group.

        Columns: kind (category), renumbered and moved (bool), old and new (labels joined by 、), old_text, new_text.
        """
        import pandas as pd

        columns = ["kind", "renumbered", "moved", "old", "new", "old_text", "new_text"]
        rows = [
            (
                row.kind,
                row.renumbered,
                row.moved,
                "、".join(row.old),
                "、".join(row.new),
                row.old_text,
                row.new_text,
            )
            for row in self.rows
        ]
        frame = pd.DataFrame(rows, columns=columns)
        return frame.astype({"kind": pd.CategoricalDtype(list(KINDS)), "renumbered": bool, "moved": bool})

    def __repr__(self) -> str:
        counts = ", ".join(f"{name} {count}" for name, count in self.summary.items() if count)
        return f"<Comparison {self.old.title} → {self.new.title}: {counts}>"

    def _repr_html_(self) -> str:
        return comparison_table(self, limit=200)
