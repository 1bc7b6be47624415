"""Two or more texts: alignment, inline differences, the comparison, the concordance."""

from lawtrack.compare.align import Group, align_units, checked_trust
from lawtrack.compare.alignment.matching import TRUST
from lawtrack.compare.alignment.similarity import Similarity
from lawtrack.compare.alignment.subsequence import Pair, weighted_increasing_subsequence
from lawtrack.compare.cells import Op, cells_moved
from lawtrack.compare.comparing import compare
from lawtrack.compare.comparison import Comparison
from lawtrack.compare.folding import fold
from lawtrack.compare.garbage import collector_paused
from lawtrack.compare.inline import inline_ops, word_ops
from lawtrack.compare.likeness import shared
from lawtrack.compare.model import DOUBTS, KINDS, Kind, Row, label_of
from lawtrack.compare.references import addresses, followed
from lawtrack.compare.showing.counting import statistics
from lawtrack.compare.showing.marks import marked, overlaid, sides
from lawtrack.compare.showing.order import in_order
from lawtrack.compare.showing.pieces import Piece
from lawtrack.compare.showing.remarks import remark
from lawtrack.compare.showing.spans import Span, spans_along, spans_of
from lawtrack.compare.showing.static_table import comparison_table, threads_table
from lawtrack.compare.showing.viewing import ViewerRow, summary_sentence, viewer_rows
from lawtrack.compare.showing.wording import in_words
from lawtrack.compare.side_by_side import FEWEST, MOST, Concordance, concordance
from lawtrack.compare.threads import Thread
from lawtrack.faces import present

__all__ = [
    "DOUBTS",
    "FEWEST",
    "KINDS",
    "MOST",
    "TRUST",
    "Comparison",
    "Concordance",
    "Group",
    "Kind",
    "Op",
    "Pair",
    "Piece",
    "Row",
    "Similarity",
    "Span",
    "Thread",
    "ViewerRow",
    "addresses",
    "align_units",
    "cells_moved",
    "checked_trust",
    "collector_paused",
    "compare",
    "comparison_table",
    "concordance",
    "fold",
    "followed",
    "in_order",
    "in_words",
    "inline_ops",
    "label_of",
    "marked",
    "overlaid",
    "remark",
    "shared",
    "sides",
    "spans_along",
    "spans_of",
    "statistics",
    "summary_sentence",
    "threads_table",
    "viewer_rows",
    "weighted_increasing_subsequence",
    "word_ops",
]

present(__name__, call=True)
