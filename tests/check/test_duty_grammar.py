"""The table of the grammar of duties and penalties: every row finds what it says it finds, and no name stands twice."""

from __future__ import annotations

import re

import pytest

from lawtrack.check.duties.grammar.reading import GRAMMAR, expression_of


@pytest.mark.parametrize("row", GRAMMAR, ids=lambda row: row.name)
def test_a_row_finds_its_example_and_each_of_its_forms_is_an_expression(row):
    assert expression_of(row.name).search(row.example)
    assert all(re.compile(form) for form in row.forms)
    assert row.says.endswith(".")


def test_no_name_stands_twice():
    assert len({row.name for row in GRAMMAR}) == len(GRAMMAR)
