"""Random comparison tables as colleagues lay them out: both texts, and the reasons at their clauses."""

from __future__ import annotations

import pytest

from lawtrack.formats import comparison_in
from lawtrack.law import parse
from tests.formats.returned_members import as_csv, random_returned


@pytest.mark.parametrize("seeds", [range(at, at + 50) for at in range(0, 300, 50)], ids=str)
def test_every_layout(seeds: range) -> None:
    for seed in seeds:
        rows, told, ways = random_returned(seed)
        table = comparison_in(as_csv(rows), "对照表.csv")
        assert table is not None, (seed, ways)
        for which, articles in (("old", told.old), ("new", told.new)):
            doc = parse(table.text(which)[0])
            read = ["".join(article.words.split()) for article in doc.articles]
            assert read == articles, (seed, which, ways)
            assert len(doc.headings) == len(told.headings), (seed, which, ways)
        if len({label[1:] for label in told.reasons}) == len(told.reasons):
            said = {one.label: one.words for one in table.remarks() if one.head == ways["reason"]}
            assert said == {label[1:]: words for label, words in told.reasons.items()}, (seed, ways)
