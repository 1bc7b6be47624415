"""Is the amending text whole? What it says about itself shows where a part of it is missing.

Instructions are counted; who drops the fourth leaves 三、 before 五、. A decision that closes with 对条文顺序作相应调整 has
moved at least one article. Neither needs the base text's words, so that even a drop that applies cleanly is seen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.amend.model import fault
from lawtrack.law import NUMERAL_CLASS, to_int
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lawtrack.amend.model import AmendingInstrument, Fault

_NUMBER: Final = compile_on_use(
    rf"(?P<big>[{NUMERAL_CLASS}]*)(?:（(?P<sub>[{NUMERAL_CLASS}]+)）)?(?:\.?(?P<point>[0-9]+))?$"
)
REORDERED: Final = re.compile(
    r"(?:条文|条款)(?:的)?(?:顺序|序号)[^。]{0,8}调整|调整(?:条文|条款)(?:顺序|序号)"
)
Count = tuple[int, int, int]


def gaps(told: AmendingInstrument, mine: Collection[int]) -> Iterator[Fault]:
    """A doubt for each number that is passed over: of the whole text, and below it of the instructions `mine`.

    An excerpt of a decision may begin with any number; a whole one, with title and opening, begins with the first.
    """
    last: Count = (0, 0, 0)
    started = (
        told.whole and told.form != "amendment"
    )  # amendments to the constitution are counted on since 1988
    points = 0  # some decisions count their points on through all their parts
    for index, instruction in enumerate(told.instructions):
        count = _count(instruction.number)
        if count == last or not any(count):
            continue
        if started and not _follows(last, count, points, inner=index in mine):
            yield fault("amend.number-missing", number=instruction.number)
        last, started, points = count, True, count[2] or points


def _follows(last: Count, count: Count, points: int, *, inner: bool) -> bool:
    """Is `count` the next number after `last`, on the level on which they differ and on those below?"""
    level = next(level for level in range(3) if last[level] != count[level])
    if level and not inner:
        return True
    if count[level] not in (0, 1, last[level] + 1) and not (level == 2 and count[2] == points + 1):
        return False
    return not inner or all(number in (0, 1, points + 1) for number in count[level + 1 :])


def _count(number: str) -> Count:
    match = _NUMBER.match(number)
    if match is None:
        return 0, 0, 0
    big, sub, point = match["big"], match["sub"], match["point"]
    return to_int(big) if big else 0, to_int(sub) if sub else 0, int(point) if point else 0


def unmoved(told: AmendingInstrument, *, moved: bool) -> Iterator[Fault]:
    """A doubt where the closing words say that articles were put in another order and none was."""
    closing = [i.source for i in told.instructions if i.effect == "republication"]
    if told.form != "package" and not moved and any(REORDERED.search(words) for words in closing):
        yield fault("amend.order-unchanged")
