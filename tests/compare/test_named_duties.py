"""Penalties follow the duties that they name, reworded and moved: hundreds of made-up members; and what stays to the letter."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from lawtrack.compare import compare, remark
from tests.compare.duty_kinds import KINDS_OF_DUTY, repeated

if TYPE_CHECKING:
    from tests.compare.kinds import Case

MEMBERS = 50
BOUNDS = {
    "numbers follow reworded duties": 90,
    "deeds and numbers": 74,
    "numbers with deeds": 88,
}
"""Of a hundred members so many have to be wholly right."""
SILENT = 10
"""And so many at most show a wrong pair without a word."""


def _met(case: Case) -> dict[tuple[int, int], bool]:
    return {
        (before.number[0], after.number[0]): row.in_place or row.doubtful
        for row in compare(*case.texts).rows
        for before in row.old_provisions
        for after in row.new_provisions
    }


@pytest.mark.parametrize("held", [False, True], ids=["looked at", "held back"])
@pytest.mark.parametrize("kind", BOUNDS)
def test_penalties_follow_duties_that_are_reworded_and_moved(kind: str, *, held: bool) -> None:
    right = silent = 0
    for member in range(MEMBERS):
        case = KINDS_OF_DUTY[kind](random.Random(f"{kind} {member}"), held=held)
        met = _met(case)
        right += case.pairs <= met.keys() and not case.apart & met.keys()
        silent += any(not met.get(pair, True) for pair in case.apart)
    assert right >= MEMBERS * BOUNDS[kind] // 100
    assert silent <= MEMBERS * SILENT // 100


@pytest.mark.parametrize("held", [False, True], ids=["looked at", "held back"])
def test_what_stays_to_the_letter_and_punishes_another_duty_is_doubtful(*, held: bool) -> None:
    told = []
    for member in range(MEMBERS):
        case = repeated(random.Random(f"repeated {member}"), held=held)
        told += [
            doubt
            for (i, j), doubt in _met(case).items()
            if (i, j) in case.apart and case.old[i - 1] == case.new[j - 1]
        ]
    assert len(told) >= MEMBERS // 2
    assert sum(told) >= 0.95 * len(told)


def test_its_remark_says_that_the_number_is_another_now() -> None:
    ban, duty = "禁止在湖内游泳。", "商户应当公示收费标准。"
    penalties = [f"违反本条例第{number}条规定的，处五百元罚款。" for number in "一二"]
    old, new = (
        "\n".join(f"第{number}条　{words}" for number, words in zip("一二三四", side, strict=True))
        for side in ((ban, duty, *penalties), (duty, ban, *penalties))
    )
    said = [remark(row) for row in compare(old, new).rows]
    assert said[2:] == ["对应存疑：文字未改，所引条文已是另一内容"] * 2
    assert not any(row.doubtful for row in compare(old, old).rows)
