"""Whole decisions in everyday words (compounds.py): each gives the edited text, and none is silently wrong."""

from __future__ import annotations

import os

import pytest

from lawtrack.amend import apply
from tests.amend.compounds import Made, decision

MORE = int(os.environ.get("LAWTRACK_SENTENCES", "1"))
"""How many times the usual number of decisions: thousands by hand, a hundred in the suite."""


def right(made: Made) -> list[bool]:
    """Whether each base becomes the text that was meant; a wrong one that is called complete fails at once."""
    outcome = []
    for base, meant in made.pairs:
        done = apply(base, made.decision)
        assert done.text == meant or not done.complete, made.decision
        outcome.append(done.text == meant and done.complete)
    return outcome


@pytest.mark.parametrize(
    ("start", "several", "notes"),
    [(0, False, False), (10_000, True, False), (20_000, None, True)],
    ids=["one law", "packages", "with notes"],
)
def test_decisions_give_the_edited_text_and_none_is_silently_wrong(
    start: int, several: bool | None, notes: bool
):
    seeds = range(start, start + 30 * MORE)
    outcome = [one for seed in seeds for one in right(decision(seed, several=several, notes=notes))]
    assert sum(outcome) >= 0.99 * len(outcome)
