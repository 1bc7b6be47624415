"""An article whose ritual a new sibling took over is the one that is about the same thing: hundreds of made-up members."""

from __future__ import annotations

import random

import pytest

from tests.compare.kinds import met
from tests.compare.topic_kinds import KINDS_OF_TOPIC

MEMBERS = 60
BOUNDS = {"topic beside ritual": 90, "keeps ritual and topic": 98, "topic and sibling stay": 96}
"""Of a hundred members so many have to be wholly right."""
SILENT = 4
"""And so many at most show a wrong pair without a word."""


@pytest.mark.parametrize("held", [False, True], ids=["looked at", "held back"])
@pytest.mark.parametrize("kind", BOUNDS)
def test_what_an_article_is_about_tells_more_than_its_ritual(kind: str, *, held: bool) -> None:
    right = silent = 0
    for member in range(MEMBERS):
        case = KINDS_OF_TOPIC[kind](random.Random(f"{kind} {member}"), held=held)
        shown = met(case)
        right += case.pairs <= shown.keys() and not case.apart & shown.keys()
        silent += any(not shown.get(pair, True) for pair in case.apart)
    assert right >= MEMBERS * (BOUNDS[kind] - 3 * held) // 100
    assert silent <= MEMBERS * SILENT // 100
