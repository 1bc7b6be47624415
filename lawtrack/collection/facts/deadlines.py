"""Deadlines in a clause: 自收到申请之日起十五个工作日内, 三十日前, 不得超过六个月."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lawtrack.law import NUMERAL_CLASS, to_int
from lawtrack.patterns import compile_on_use

UNITS: Final = {
    "工作日": "workday", "日": "day", "天": "day", "小时": "hour", "周": "week", "星期": "week", "月": "month", "年": "year",
}  # fmt: skip
_DEADLINE: Final = compile_on_use(
    rf"(?<![第月年])(?P<number>[{NUMERAL_CLASS}]{{1,5}})[ 　]?个?(?P<unit>工作日|小时|星期|[日天周月年])"
    r"(?P<bound>以内|之内|内|以前|之前|前)"
    rf"|提前(?:不少于|至少)?[ 　]?(?P<ahead>[{NUMERAL_CLASS}]{{1,5}})[ 　]?个?"
    r"(?P<ahead_unit>工作日|小时|星期|[日天周月年])(?![前内以])"
    rf"|(?:不(?:得)?(?:超过|少于|低于)|最长|最多|至少)(?:为|不超过)?[ 　]?(?P<span>[{NUMERAL_CLASS}]{{1,5}})[ 　]?个?"
    r"(?P<span_unit>工作日|小时|星期|[日天周月年])"
    rf"|(?:[一-鿿](?<!的)[一-鿿](?<!的))?(?:期限?|时限|期间)(?:一般)?(?:为|是|：)?[ 　]?(?P<term>[{NUMERAL_CLASS}]{{1,5}})[ 　]?个?"
    r"(?P<term_unit>工作日|小时|星期|[日天周月年])(?![前内以至度份])"
)
_HALF: Final = re.compile(r"半(?P<unit>年|个?月)(?P<bound>以内|之内|内|以前|之前|前)")
_OF_HALF: Final = {"年": (6, "month"), "月": (15, "day")}
_SHORT: Final = frozenset({"前", "以前", "之前"})


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time limit: `number` of `unit` (workday, day, hour, week, month, year); `before` an event rather than within."""

    number: int
    unit: str
    before: bool
    words: str
    start: int


def deadlines(text: str) -> tuple[Deadline, ...]:
    """The time limits in `text`, in order; dates (2020年5月1日前) are none.

    >>> [(d.number, d.unit, d.before) for d in deadlines("应当在举办三十日前申请，自受理之日起15个工作日内决定")]
    [(30, 'day', True), (15, 'workday', False)]
    >>> [(d.number, d.before) for d in deadlines("应当提前十个工作日申请")]
    [(10, True)]
    >>> [(d.number, d.unit) for d in deadlines("许可证有效期三年，批准期限为十五日")]
    [(3, 'year'), (15, 'day')]
    >>> [(d.number, d.unit) for d in deadlines("应当在半年内开工")]
    [(6, 'month')]
    """
    read = []
    for half in _HALF.finditer(text):
        count, of = _OF_HALF[half["unit"][-1]]
        read.append(Deadline(count, of, half["bound"] in _SHORT, half.group(), half.start()))
    for match in _DEADLINE.finditer(text):
        number = match["number"] or match["ahead"] or match["span"] or match["term"]
        unit = match["unit"] or match["ahead_unit"] or match["span_unit"] or match["term_unit"]
        try:
            value = to_int(number)
        except ValueError:
            continue
        if unit == "年" and value > 999:
            continue  # a year of the calendar
        read.append(
            Deadline(
                value,
                UNITS[unit],
                match["bound"] in _SHORT or bool(match["ahead"]),
                match.group(),
                match.start(),
            )
        )
    return tuple(sorted(read, key=lambda limit: limit.start))
