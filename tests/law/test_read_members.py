"""Random ordinances as people have them are read as they were meant, whatever ways of laying out meet in one."""

from __future__ import annotations

import pytest

from lawtrack.law import parse
from tests.law.members import WAYS, random_file, same


@pytest.mark.parametrize("seeds", [range(at, at + 50) for at in range(0, 300, 50)], ids=str)
def test_every_way_of_laying_out(seeds: range) -> None:
    for seed in seeds:
        text, reading = random_file(seed)
        doc = parse(text)
        assert same(doc, reading, text) == [], (seed, reading.ways)
        inside = "\n".join(article.text for article in doc.articles)
        assert not [words for words in reading.aside if words in inside], (seed, reading.ways)


def test_every_way_was_drawn() -> None:
    drawn = {way for seed in range(300) for way in random_file(seed)[1].ways.items()}
    assert {(name, value) for name, values in WAYS.items() for value in values} <= drawn
