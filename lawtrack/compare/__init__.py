"""Two or more texts: alignment, inline differences, the comparison, the concordance."""

from lawtrack.compare.comparing import compare
from lawtrack.compare.comparison import Comparison
from lawtrack.compare.concordance import Concordance, concordance
from lawtrack.compare.model import KINDS, Kind, Row

__all__ = ["KINDS", "Comparison", "Concordance", "Kind", "Row", "compare", "concordance"]
