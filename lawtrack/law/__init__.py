"""One text: numerals, the provision tree, the total parser, references, history, rendering."""

from lawtrack.law.history import Event, EventKind, History, history, read_history
from lawtrack.law.model import Block, Instrument, Level, Number, Problem, Provision
from lawtrack.law.parsing import parse
from lawtrack.law.references.finding import Citation, citations
from lawtrack.law.references.renumbering import Change, Renumbered, renumber
from lawtrack.law.rendering import render

__all__ = [
    "Block",
    "Change",
    "Citation",
    "Event",
    "EventKind",
    "History",
    "Instrument",
    "Level",
    "Number",
    "Problem",
    "Provision",
    "Renumbered",
    "citations",
    "history",
    "parse",
    "read_history",
    "render",
    "renumber",
]
