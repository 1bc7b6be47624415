"""Two or more texts: alignment, inline differences, the comparison."""

from lawtrack.compare.comparing import compare
from lawtrack.compare.concordance import Concordance, concordance
from lawtrack.compare.merging import Merge, merge
from lawtrack.compare.model import KINDS, Comparison, Kind, Row

__all__ = ["KINDS", "Comparison", "Concordance", "Kind", "Merge", "Row", "compare", "concordance", "merge"]
