"""An article is gone and another is new in its place, in wholly other words: apart, and the reader is told that they may be one."""

from __future__ import annotations

import random
from itertools import product
from typing import TYPE_CHECKING

from lawtrack.compare import compare, remark
from lawtrack.law import article_label
from tests.compare import place_words
from tests.compare.contested_kinds import between
from tests.compare.domains import DOMAINS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.compare import Row

MEMBERS = 4
"""Of each of the wordings, each with its own subject and neighbours."""
CLEAR = (
    ("本条例所称夜间，是指二十二时至次日六时。", "违反本条例规定，攀爬围栏的，处五十元以上二百元以下罚款。"),
    ("对救人有功的，发给奖金。", "市人民政府应当将所需经费列入本级财政预算。"),
    ("村民委员会应当建立红白理事会，制定章程。", "村民委员会应当建立墓地台账，制定维护计划。"),
)
"""Each there for something else, or of one mould and about something else."""


def _rows(rng: random.Random, old: str, new: str) -> tuple[list[Row], bool]:
    """The rows that only came or went of an ordinance in which one article stands for another; and whether these met."""
    d = rng.choice(DOMAINS)
    said = old.format(d), new.format(d)
    case = between(rng, d, [said[0]], [said[1]], {(1, 1)})
    ((i, j),) = ((i, j) for i, j in case.pairs if (case.old[i - 1], case.new[j - 1]) == said)
    rows = compare(*case.texts).rows
    mine = [
        row
        for row in rows
        if i in [one.number[0] for one in row.old_provisions]
        or j in [one.number[0] for one in row.new_provisions]
    ]
    return mine, len(mine) == 1


def _told(wordings: Sequence[tuple[str, str]]) -> tuple[int, int]:
    """How many of the members stand in a row, or say that they may be one; and how many there are."""
    made = [
        _rows(random.Random(f"{old} {member}"), old, new)
        for (old, new), member in product(wordings, range(MEMBERS))
    ]
    return sum(met or all(row.doubtful for row in rows) for rows, met in made), len(made)


def test_a_rule_in_wholly_other_words_in_its_place_is_told() -> None:
    for wordings in (place_words.REWRITTEN, place_words.HELD_REWRITTEN):
        told, members = _told(wordings)
        assert told >= 0.9 * members


def test_what_is_clearly_about_something_else_is_not() -> None:
    for (old, new), member in product(CLEAR, range(MEMBERS)):
        rows, met = _rows(random.Random(member), old, new)
        assert not met
        assert not any(row.doubtful for row in rows)


def _doubtful(olds: Sequence[str], news: Sequence[str]) -> list[str]:
    """The kinds of the rows that only came or went and are doubtful, where these stand between two that stay."""
    texts = (
        "\n".join(
            f"{article_label((k, 0))}　{words.format(DOMAINS[0])}"
            for k, words in enumerate(("公园免费开放。", *side, "园内禁止放牧。"), 1)
        )
        for side in (olds, news)
    )
    return [row.kind for row in compare(*texts).rows if row.doubtful and not (row.old and row.new)]


def test_as_many_against_as_many_are_told_and_no_others() -> None:
    rewritten = place_words.REWRITTEN
    for (old, new), (other, other_new) in zip(rewritten[:4], rewritten[9:13], strict=True):
        assert _doubtful([old, other], [new]) == []
        assert _doubtful([old, other], [new, other_new]) == ["added", "added", "deleted", "deleted"]


def test_the_remark_says_that_it_may_be_the_one_in_its_place() -> None:
    old = "第一条　公园免费开放。\n第二条　游人有意见，可以写在意见簿上。\n第三条　禁止放牧。"
    new = old.replace(
        "游人有意见，可以写在意见簿上", "管理单位应当公布投诉方式，对收到的投诉在七个工作日内办理并答复"
    )
    said = [remark(row) for row in compare(old, new).rows if row.changed]
    assert said == [
        "新增。对应存疑：或与同一位置删去的一条为同一条",
        "删去。对应存疑：或与同一位置新增的一条为同一条",
    ]
