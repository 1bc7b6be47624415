"""Ordinances written anew in part or throughout: most rules find their new wording, and hardly any a stranger's."""

from __future__ import annotations

import random

import pytest

from lawtrack.compare import compare
from tests.compare.rewriting import revision

MEMBERS = 30


@pytest.mark.parametrize(
    ("anew", "precision", "recall"), [(0.3, 0.94, 0.9), (0.6, 0.92, 0.8), (0.9, 0.9, 0.68)]
)
def test_rules_in_other_words_are_found(anew: float, precision: float, recall: float) -> None:
    right = shown = wanted = 0
    for member in range(MEMBERS):
        made = revision(random.Random(f"written anew {anew} {member}"), anew)
        met = {
            (before.number[0], after.number[0])
            for row in compare(*made.texts).rows
            for before in row.old_provisions
            for after in row.new_provisions
        }
        right, shown, wanted = right + len(met & made.pairs), shown + len(met), wanted + len(made.pairs)
    assert right >= precision * shown
    assert right >= recall * wanted
