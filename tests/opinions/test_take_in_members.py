"""Random tables of opinions as offices fill them in: every place, every answer, every reason in its field."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from lawtrack.law import parse, to_chinese
from lawtrack.opinions import Clauses, Opinion, Received, new_answer, read_letter, read_table
from tests.opinions.members import (
    DOTTED,
    DRAFT,
    Row,
    eid_of,
    random_cell,
    random_form,
    random_letter,
    random_said,
    random_table,
    result_words,
)

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


def test_every_form_with_its_heads_at_the_left() -> None:
    for seed in range(200):
        rows, told = random_form(seed)
        expected = [Row(tuple(sorted(row.eids)), row.source, grounds=row.grounds.strip("。")) for row in told]
        assert list(map(_row, read_table(rows).received)) == expected, (seed, rows)


def test_several_opinions_in_one_cell() -> None:
    for seed in range(300):
        words, told = random_cell(seed)
        received = read_table([["单位", "意见建议"], ["市财政局", words]]).received
        assert [" ".join(CLAUSES.named(one.clause).eids) for one in received] == [eid for eid, _ in told], (
            words
        )
        assert all(said in one.text for one, (_, said) in zip(received, told, strict=True)), words


@pytest.mark.parametrize(("place", "words"), DOTTED.items())
def test_a_dotted_place_is_what_the_article_has(place: tuple[int, int, int], words: str) -> None:
    assert CLAUSES.named(words).eids == (eid_of(place),)


def test_a_dotted_place_that_can_be_two_is_asked_back() -> None:
    tenth = "第一条　下列：\n" + "".join(f"（{to_chinese(at)}）甲；\n" for at in range(1, 11))
    both = "第一条　下列：\n（一）甲；\n（二）乙。\n按下列办：\n（一）丙；\n（二）丁。"
    for text, words in ((both, "1.2"), (tenth, "1.1"), (DRAFT, "4.7"), (DRAFT, "5.2.1")):
        assert Clauses(parse(text)).named(words) == ((), words)


def test_answers_put_together_of_the_usual_words() -> None:
    rng = random.Random(7)
    for _ in range(300):
        words, result = result_words(rng)
        assert new_answer(words).result == result, words


@pytest.mark.parametrize("seeds", [range(at, at + 75) for at in range(0, 300, 75)], ids=str)
def test_every_letter(seeds: range) -> None:
    for seed in seeds:
        text, told, ways = random_letter(seed)
        assert list(map(_row, read_letter(text).received)) == told, (seed, ways)


def test_every_manner_beside_tables_and_letters() -> None:
    for seed in range(180):
        text, told = random_said(seed)
        received = [_row(one) for one in read_letter(text).received]
        assert [replace(row, eids=()) if row.eids == ("标题",) else row for row in told] == received, (
            seed,
            text,
        )
