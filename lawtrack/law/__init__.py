"""One text: numerals, the provision tree, the total parser, references, history, rendering."""

from lawtrack.faces import present
from lawtrack.law.captions import CAPTION
from lawtrack.law.editing import Edited, edit
from lawtrack.law.header_notes import Event, EventKind, History, history, read_history
from lawtrack.law.lines import GAP, number_of, read_lines
from lawtrack.law.model import (
    HEADING_LEVELS,
    Block,
    Instrument,
    Level,
    Number,
    Problem,
    ProblemRecord,
    Provision,
)
from lawtrack.law.numerals import NUMERAL_CLASS, article_label, item_label, to_chinese, to_int
from lawtrack.law.parsing import parse
from lawtrack.law.references.citation import Citation
from lawtrack.law.references.finding import citations, named_again
from lawtrack.law.references.renumbering import Change, Renumbered, renumber
from lawtrack.law.references.targets import Targets
from lawtrack.law.references.words import Pointer, numeral, read_run, run_expression
from lawtrack.law.rendering import NO_SPACE_AFTER, SPACE, labelled, render
from lawtrack.law.rows import TableRows
from lawtrack.law.script import TO_SIMPLIFIED
from lawtrack.law.several import instruments_in
from lawtrack.law.shown import BLANK, unwrap

__all__ = [
    "BLANK",
    "CAPTION",
    "GAP",
    "HEADING_LEVELS",
    "NO_SPACE_AFTER",
    "NUMERAL_CLASS",
    "SPACE",
    "TO_SIMPLIFIED",
    "Block",
    "Change",
    "Citation",
    "Edited",
    "Event",
    "EventKind",
    "History",
    "Instrument",
    "Level",
    "Number",
    "Pointer",
    "Problem",
    "ProblemRecord",
    "Provision",
    "Renumbered",
    "TableRows",
    "Targets",
    "article_label",
    "citations",
    "edit",
    "history",
    "instruments_in",
    "item_label",
    "labelled",
    "named_again",
    "number_of",
    "numeral",
    "parse",
    "read_history",
    "read_lines",
    "read_run",
    "render",
    "renumber",
    "run_expression",
    "to_chinese",
    "to_int",
    "unwrap",
]

present(__name__)
