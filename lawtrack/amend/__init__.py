"""Amending instruments (修改决定, 修正案): read, apply, write, and which instruction touched which clause."""

from lawtrack.amend.applying.applying import apply
from lawtrack.amend.effects import Effect, Effects, effects
from lawtrack.amend.model import Address, AmendingInstrument, Applied, Instruction, Operation, Outcome
from lawtrack.amend.reading.instruments import read
from lawtrack.amend.writing.writing import write

__all__ = [
    "Address",
    "AmendingInstrument",
    "Applied",
    "Effect",
    "Effects",
    "Instruction",
    "Operation",
    "Outcome",
    "apply",
    "effects",
    "read",
    "write",
]
