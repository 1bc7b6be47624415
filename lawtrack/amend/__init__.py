"""Amending instruments (修改决定, 修正案): read, apply, write, and which instruction touched which clause."""

from lawtrack.amend.applying.applying import apply
from lawtrack.amend.attribution import UNEXPLAINED, Effect, Effects, effects
from lawtrack.amend.model import (
    BLOCK_NAMES,
    Address,
    AmendingInstrument,
    Applied,
    Instruction,
    Operation,
    Outcome,
)
from lawtrack.amend.reading.addresses import N
from lawtrack.amend.reading.instruments import TITLE_END, read
from lawtrack.amend.reading.lines import HEAD
from lawtrack.amend.reading.sentences import sentences
from lawtrack.amend.tracing import Clause
from lawtrack.amend.verifying import CheckedClause, Verified, verify
from lawtrack.amend.writing.options import WritingWarning
from lawtrack.amend.writing.words import phrase, word_edits
from lawtrack.amend.writing.writing import Written, compose, compose_package, write, write_package
from lawtrack.faces import present

__all__ = [
    "BLOCK_NAMES",
    "HEAD",
    "TITLE_END",
    "UNEXPLAINED",
    "Address",
    "AmendingInstrument",
    "Applied",
    "CheckedClause",
    "Clause",
    "Effect",
    "Effects",
    "Instruction",
    "N",
    "Operation",
    "Outcome",
    "Verified",
    "WritingWarning",
    "Written",
    "apply",
    "compose",
    "compose_package",
    "effects",
    "phrase",
    "read",
    "sentences",
    "verify",
    "word_edits",
    "write",
    "write_package",
]

present(__name__)
