"""Two or more texts: alignment, inline differences, the comparison, the concordance."""

from lawtrack.compare.align import Group, align
from lawtrack.compare.comparing import compare, label_of
from lawtrack.compare.comparison import Comparison
from lawtrack.compare.concordance import FEWEST, MOST, Concordance, concordance
from lawtrack.compare.fold import fold
from lawtrack.compare.inline import Op, inline
from lawtrack.compare.marks import Piece, marked, overlaid, sides
from lawtrack.compare.model import KINDS, Kind, Row
from lawtrack.compare.order import in_order
from lawtrack.compare.references import followed
from lawtrack.compare.remarks import remark
from lawtrack.compare.similarity import Likeness
from lawtrack.compare.spans import Span, spans_of
from lawtrack.compare.static_table import comparison_table, threads_table
from lawtrack.compare.statistics import statistics
from lawtrack.compare.subsequence import Pair, heaviest_chain
from lawtrack.compare.threads import Thread
from lawtrack.compare.viewing import summary_sentence, viewer_rows
from lawtrack.compare.wording import in_words
from lawtrack.faces import present

__all__ = [
    "FEWEST",
    "KINDS",
    "MOST",
    "Comparison",
    "Concordance",
    "Group",
    "Kind",
    "Likeness",
    "Op",
    "Pair",
    "Piece",
    "Row",
    "Span",
    "Thread",
    "align",
    "compare",
    "comparison_table",
    "concordance",
    "fold",
    "followed",
    "heaviest_chain",
    "in_order",
    "in_words",
    "inline",
    "label_of",
    "marked",
    "overlaid",
    "remark",
    "sides",
    "spans_of",
    "statistics",
    "summary_sentence",
    "threads_table",
    "viewer_rows",
]

present(__name__, call=True)
