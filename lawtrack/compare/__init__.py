"""Two or more texts: alignment, inline differences, the comparison, the merge."""

from typing import TYPE_CHECKING, Any

from lawtrack.compare.comparing import compare
from lawtrack.compare.concordance import Concordance, concordance
from lawtrack.compare.model import KINDS, Comparison, Kind, Row

if TYPE_CHECKING:
    from lawtrack.merge.merging import Merge, merge

__all__ = ["KINDS", "Comparison", "Concordance", "Kind", "Merge", "Row", "compare", "concordance", "merge"]


def __getattr__(name: str) -> Any:
    """Load merging on first use: it has as many modules as the rest of the room."""
    if name in {"Merge", "merge"}:
        from lawtrack.compare import merging

        return getattr(merging, name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
