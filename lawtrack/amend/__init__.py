"""Amending instruments (修改决定, 修正案): read, apply, write, and which instruction touched which clause."""

from lawtrack.amend.apply import apply
from lawtrack.amend.effects import Effect, Effects, effects
from lawtrack.amend.instruments import read
from lawtrack.amend.model import Address, AmendingInstrument, Applied, Instruction, Operation, Outcome
from lawtrack.amend.write import write

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
