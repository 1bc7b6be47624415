"""What is told by a character, or read by a quicker expression, says the same as the expression that it stands for."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING, Any

from hypothesis import given

from lawtrack.law import BLANK, lines, pages, read_lines, shapes, titles
from lawtrack.law.building import _MAY_BE_CITED
from lawtrack.law.lines import Line, plain_text
from tests.strategies import instruments, messy_texts

if TYPE_CHECKING:
    from collections.abc import Iterable


def member(parsed: Iterable[Any], draw: random.Random) -> str:
    """Words that a parsed expression takes; what stands behind them is as if it were of them."""
    words = ""
    for kind, said in parsed:
        match str(kind):
            case "LITERAL":
                words += chr(said)
            case "IN":
                sort, value = draw.choice(said)
                negated = str(said[0][0]) == "NEGATE"
                words += "甲" if negated else chr(value if str(sort) == "LITERAL" else draw.randint(*value))
            case "BRANCH":
                words += member(draw.choice(said[1]), draw)
            case "SUBPATTERN":
                words += member(said[3], draw)
            case "MAX_REPEAT":
                low, high, what = said
                words += "".join(member(what, draw) for _ in range(draw.randint(low, min(high, low + 2))))
            case "ASSERT":
                words += member(said[1], draw)
    return words


def members(pattern: re.Pattern[str]) -> list[str]:
    parser: Any = re._parser  # type: ignore[attr-defined]
    parsed, draw = parser.parse(pattern.pattern), random.Random(1)
    return [member(parsed, draw) for _ in range(3000)]


def test_a_line_that_breaks_off_is_known_by_its_ends() -> None:
    found = [words for words in members(pages._BREAKS_OFF) if pages._BREAKS_OFF.fullmatch(words)]
    assert len(found) > 2900
    assert {words[0] for words in found} <= pages._OPENS
    assert {words[-1] for words in found} <= pages._CLOSES


def test_a_title_is_known_by_its_last_character() -> None:
    found = [words for words in members(titles.TITLE_END) if titles.TITLE_END.search(words)]
    assert len(found) > 2900
    assert {words[-1] for words in found} <= titles._MAY_END_TITLE


def test_a_cited_item_is_known_by_what_follows_it() -> None:
    found = [words for words in members(shapes._CITED_ITEM) if shapes._CITED_ITEM.match(words)]
    assert len(found) > 2000
    assert {words.strip(BLANK)[0] for words in found} <= _MAY_BE_CITED


def one_by_one(text: str) -> list[Line]:
    """The lines of a plain text, each read by the expressions that know every manner."""
    found, above, begins = [], 0, 0
    for raw in text.split("\n"):
        end = begins + len(raw.rstrip(BLANK))
        line = lines._read_line(text, begins, end, begins - above > 1) if end > begins else None
        if line:
            found.append(line)
            above = begins + len(raw)
        begins += len(raw) + 1
    return found


@given(messy_texts())
def test_usual_labels_are_read_like_all_others(text: str) -> None:
    plain = plain_text(text)
    assert read_lines(plain) == one_by_one(plain)


@given(instruments())
def test_tidy_texts_are_read_like_all_others(text: str) -> None:
    assert read_lines(text) == one_by_one(text)
