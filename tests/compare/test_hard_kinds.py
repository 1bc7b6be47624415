"""The kinds of revision that likeness alone gets wrong: dozens of made-up members of each, wholly right or not."""

from __future__ import annotations

import random

import pytest

from lawtrack.compare import compare
from tests.compare.kinds import KINDS, Case

MEMBERS = 40


def _holds(case: Case) -> bool:
    met = {
        (before.number[0], after.number[0])
        for row in compare(*case.texts).rows
        for before in row.old_provisions
        for after in row.new_provisions
    }
    return case.pairs <= met and not case.apart & met


@pytest.mark.parametrize("kind", KINDS)
def test_nearly_every_member_of_a_hard_kind_comes_out(kind: str) -> None:
    make = KINDS[kind]
    held = sum(_holds(make(random.Random(f"{kind} {member}"))) for member in range(MEMBERS))
    assert held >= MEMBERS * 95 // 100
