"""The kinds of revision that likeness alone gets wrong: dozens of made-up members of each, wholly right or not."""

from __future__ import annotations

import random

import pytest

from lawtrack.compare import compare
from tests.compare.joining_kinds import JOINING_KINDS
from tests.compare.kinds import KINDS, Case

MEMBERS = 40
BOUNDS = dict.fromkeys(KINDS, 95) | {
    "penalties joined": 85,
    "cut in two": 80,
    "given to another law": 90,
    "bans joined": 90,
    "duty in three": 80,
}
"""Of a hundred members of a kind so many have to be wholly right."""


def _holds(case: Case) -> bool:
    met = {
        (before.number[0], after.number[0])
        for row in compare(*case.texts).rows
        for before in row.old_provisions
        for after in row.new_provisions
    }
    return case.pairs <= met and not case.apart & met


@pytest.mark.parametrize("kind", BOUNDS)
def test_nearly_every_member_of_a_hard_kind_comes_out(kind: str) -> None:
    make = (KINDS | JOINING_KINDS)[kind]
    held = sum(_holds(make(random.Random(f"{kind} {member}"))) for member in range(MEMBERS))
    assert held >= MEMBERS * BOUNDS[kind] // 100
