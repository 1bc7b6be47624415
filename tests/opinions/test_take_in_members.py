"""Random tables of opinions as offices fill them in: every place, every answer, every reason in its field."""

from __future__ import annotations

import pytest

from lawtrack.law import parse
from lawtrack.opinions import Clauses, Opinion, Received, new_answer, read_letter, read_table
from tests.opinions.members import DRAFT, Row, random_letter, random_table

CLAUSES = Clauses(parse(DRAFT))


def _row(one: Received) -> Row:
    if Opinion("", one.text).no_comment:
        return Row((), one.source, none=True)
    return Row(
        tuple(sorted(CLAUSES.named(one.clause).eids)),
        one.source,
        False,
        new_answer(one.result).result if one.result else "",
        one.grounds.strip("。"),
        one.reason.strip("。"),
    )


@pytest.mark.parametrize("seeds", [range(at, at + 50) for at in range(0, 300, 50)], ids=str)
def test_every_table(seeds: range) -> None:
    for seed in seeds:
        rows, told, ways = random_table(seed)
        received = read_table(rows).received
        expected = [
            Row(
                tuple(sorted(row.eids)),
                row.source,
                row.none,
                row.result,
                row.grounds.strip("。"),
                row.reason.strip("。"),
            )
            for row in told
        ]
        assert list(map(_row, received)) == expected, (seed, ways)


@pytest.mark.parametrize("seeds", [range(at, at + 75) for at in range(0, 300, 75)], ids=str)
def test_every_letter(seeds: range) -> None:
    for seed in seeds:
        text, told, ways = random_letter(seed)
        assert list(map(_row, read_letter(text).received)) == told, (seed, ways)
