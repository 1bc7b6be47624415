"""Reading and applying on generated decisions: every kind of edit, every way of quoting, any order, any split."""

from __future__ import annotations

import os
from random import Random

import pytest

from lawtrack.amend import apply
from tests.amend.sentences import KINDS, case

MORE = int(os.environ.get("LAWTRACK_SENTENCES", "1"))
"""How many times the usual number of decisions: thousands by hand, hundreds in the suite."""


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_edit_is_read_in_all_its_wordings(kind: str):
    for seed in range(25 * MORE):
        made = case(seed, [kind], 1)
        if made.instructions:
            done = apply(made.base, made.decision())
            assert done.text == made.result, made.decision()
            assert done.complete, made.decision()


def test_edits_that_do_not_overlap_give_the_edited_text_and_nothing_is_silent():
    exact, seeds = 0, range(1000, 1000 + 250 * MORE)
    for seed in seeds:
        made = case(seed)
        done = apply(made.base, made.decision())
        right = done.text == made.result
        exact += right and done.complete
        assert right or not done.complete, made.decision()
    assert exact >= 0.96 * len(seeds)  # the rest says nothing, or names one number for two articles


def test_any_order_and_any_split_into_instructions_gives_one_text():
    for seed in range(5000, 5000 + 80 * MORE):
        made = case(seed, most=6)
        plain = apply(made.base, made.decision())
        if not plain.complete:
            continue
        for turn in range(2):
            other = made.decision(Random(seed * 10 + turn))
            done = apply(made.base, other)
            assert done.text == plain.text, other
            assert done.complete, other


def test_a_quotation_mark_that_was_lost_is_mended_or_told():
    """Without the mark nothing else can be meant: the same text comes out, or the result is not called complete."""
    for seed in range(7000, 7000 + 40 * MORE):
        made, random = case(seed, most=2), Random(seed)
        told = made.decision()
        plain = apply(made.base, told)
        marks = [at for at, ch in enumerate(told) if ch in "“”"]
        for at in random.sample(marks, min(len(marks), 3)) if plain.complete else ():
            damaged = told[:at] + told[at + 1 :]
            done = apply(made.base, damaged)
            assert done.text == plain.text or not done.complete, damaged
