"""Penalties follow the duties that they name, reworded and moved: hundreds of made-up members; and what stays to the letter."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from lawtrack.cli.show_rows import print_rows
from lawtrack.compare import compare, comparison_table, concordance, remark
from lawtrack.formats.comparison.files import shown_rows
from lawtrack.formats.layout import Layout
from tests.compare.duty_kinds import KINDS_OF_DUTY, repeated
from tests.compare.kinds import met

if TYPE_CHECKING:
    from lawtrack.compare import Comparison

MEMBERS = 50
BOUNDS = {
    "numbers follow reworded duties": 90,
    "deeds and numbers": 74,
    "numbers with deeds": 88,
}
"""Of a hundred members so many have to be wholly right."""
SILENT = 10
"""And so many at most show a wrong pair without a word."""


@pytest.mark.parametrize("held", [False, True], ids=["looked at", "held back"])
@pytest.mark.parametrize("kind", BOUNDS)
def test_penalties_follow_duties_that_are_reworded_and_moved(kind: str, *, held: bool) -> None:
    right = silent = 0
    for member in range(MEMBERS):
        case = KINDS_OF_DUTY[kind](random.Random(f"{kind} {member}"), held=held)
        shown = met(case)
        right += case.pairs <= shown.keys() and not case.apart & shown.keys()
        silent += any(not shown.get(pair, True) for pair in case.apart)
    assert right >= MEMBERS * BOUNDS[kind] // 100
    assert silent <= MEMBERS * SILENT // 100


@pytest.mark.parametrize("held", [False, True], ids=["looked at", "held back"])
def test_what_stays_to_the_letter_and_punishes_another_duty_is_doubtful(*, held: bool) -> None:
    told = []
    for member in range(MEMBERS):
        case = repeated(random.Random(f"repeated {member}"), held=held)
        told += [
            doubt
            for (i, j), doubt in met(case).items()
            if (i, j) in case.apart and case.old[i - 1] == case.new[j - 1]
        ]
    assert len(told) >= MEMBERS // 2
    assert sum(told) >= 0.95 * len(told)


def changing_duties() -> Comparison:
    """Two duties change places; the penalties stay to the letter, and punish one another's deed."""
    ban, duty = "禁止在湖内游泳。", "商户应当公示收费标准。"
    penalties = [f"违反本条例第{number}条规定的，处五百元罚款。" for number in "一二"]
    old, new = (
        "\n".join(f"第{number}条　{words}" for number, words in zip("一二三四", side, strict=True))
        for side in ((ban, duty, *penalties), (duty, ban, *penalties))
    )
    return compare(old, new)


def test_its_remark_says_that_the_number_is_another_now() -> None:
    found = changing_duties()
    assert [remark(row) for row in found.rows][2:] == ["对应存疑：文字未改，所引条文已是另一内容"] * 2
    assert not any(row.doubtful for row in compare(found.old, found.old).rows)


def test_no_view_of_the_changes_leaves_out_what_is_doubtful() -> None:
    found = changing_duties()
    assert [row.quiet for row in found.rows] == [
        False,
        True,
        False,
        False,
    ]  # of two that change places one moved
    changes = Layout(changed_only=True)
    assert [row.new for row, _ in shown_rows(found, changes)] == [
        row.new for row in found.rows if not row.quiet
    ]
    assert comparison_table(found).count("对应存疑") == len("三四")
    assert sum(not thread.quiet for thread in concordance([found.old, found.new]).threads) == len("一三四")


def test_the_terminal_shows_what_is_doubtful_among_the_changes(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(changing_duties().to_dict(), only_changed=True)
    said = capsys.readouterr().out
    assert all(f"第{number}条" in said for number in "三四")
