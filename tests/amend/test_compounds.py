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


SAID = (
    "{}不再适用。",
    "{}停止执行。",
    "自本决定公布之日起，{}停止施行。",
    "{}自本决定施行之日起废止。",
    "（{}同时删去）",
    "{}的规定按照新的要求办理，重新公布。",
    "另，{}一并删去。",
    "{}作废，由市人民政府组织实施。",
    "取消{}，并重新公布。",
    "备注：{}一并删去。",
    "删去{}，自公布之日起施行。",
    "{}按国家有关规定执行。",
    "对{}作相应修改。",
)
"""What speaks of an article and must be done or reported, never passed over."""


def test_a_sentence_about_an_article_is_never_passed_over():
    for seed in range(30_000, 30_000 + 8 * MORE):
        made = decision(seed, most=1, several=False)
        (base, _), *_ = made.pairs
        plain = apply(base, made.decision)
        last = next(label for label in ("第三条", "第二条", "第一条") if label not in made.decision)
        head, _, tail = made.decision.partition("\n本决定自")
        for said in SAID:
            done = apply(base, f"{head}\n{said.format(last)}\n本决定自{tail}")
            assert not done.complete or done.text != plain.text, said


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
