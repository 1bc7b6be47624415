"""The words in which plans give dates, as the two days between which the event lies.

Published plans say "8月底前提交草案送审稿", "3月常委会会议二审", "上半年", "年内". Where a word can be read
narrowly or widely ("8月前": before August, or by its end?), the wide reading is taken, so that nobody is called late
who may be on time.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

Bounds = tuple[date | None, date | None]

_ISO = re.compile(r"(≤|≥|<=|>=)?\s*(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?")
_YEAR = re.compile(r"(\d{4})年度?")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９－—～〜", "0123456789----")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_BEFORE = "(?P<before>前|以前|之前)?"
_SESSION = r"(?:下旬|中旬|上旬)?(?:份)?(?:的?(?:市|省|州)?(?:人大)?(?:常委会|主任会议|常务会议|人代会)?会?议?[^0-9月]{0,6})?"


def bounds(text: str, year: int | None) -> Bounds | None:
    """The first and the last day that `text` allows, or None where it is no date.

    >>> bounds("3月常委会会议", 2020)
    (datetime.date(2020, 3, 1), datetime.date(2020, 3, 31))
    >>> bounds("≤2020-07-30", None)
    (None, datetime.date(2020, 7, 30))
    >>> bounds("待定", 2020) is None
    True
    """
    words = text.strip().translate(_FULL_WIDTH)
    if iso := _ISO.fullmatch(words):
        return _in_iso(iso)
    if "/" in words:
        return _between(words, year)
    try:
        return _in_words(words.replace(" ", ""), year)
    except ValueError:  # 2月30日: looks like a date and is none
        return None


def _in_iso(match: re.Match[str]) -> Bounds | None:
    sign, year, month, day = match.groups()
    try:
        first, last = _span(int(year), int(month) if month else None, int(day) if day else None)
    except ValueError:
        return None
    if sign in {"≤", "<="}:
        return None, last
    if sign in {"≥", ">="}:
        return first, None
    return first, last


def _between(words: str, year: int | None) -> Bounds | None:
    start, _, end = words.partition("/")
    first, last = bounds(start, year), bounds(end, year)
    if first is None or last is None or first[0] is None or last[1] is None or first[0] > last[1]:
        return None
    return first[0], last[1]


def _in_words(words: str, year: int | None) -> Bounds | None:
    if named := _YEAR.match(words):
        year, words = int(named[1]), words[named.end() :]
    words = re.sub("^(今年|本年度?)", "", words)
    if year is None:
        return None
    if not words:
        return _span(year) if named else None
    for pattern, reading in _READINGS:
        if match := pattern.fullmatch(words):
            first, last = reading(year, match)
            return (None if match.groupdict().get("before") else first), last
    return None


def _span(year: int, month: int | None = None, day: int | None = None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return _span(year, first)[0], _span(year, last)[1]


def _day(year: int, match: re.Match[str]) -> tuple[date, date]:
    return _span(year, int(match["month"]), int(match["day"]))


def _third(year: int, match: re.Match[str]) -> tuple[date, date]:
    """上旬 1–10, 中旬 11–20, 下旬 and 底 from the 21st on."""
    first, last = _span(year, int(match["month"]))
    starts = {"上旬": 1, "初": 1, "中旬": 11, "中": 11}.get(match["third"], 21)
    return first.replace(day=starts), first.replace(day=starts + 9) if starts < 21 else last


def _month(year: int, match: re.Match[str]) -> tuple[date, date]:
    return _span(year, int(match["month"]))


def _month_range(year: int, match: re.Match[str]) -> tuple[date, date]:
    first, last = int(match["month"]), int(match["last"])
    if last < first:
        raise ValueError(match[0])
    return _months(year, first, last)


def _half(year: int, match: re.Match[str]) -> tuple[date, date]:
    return _months(year, 1, 6) if match["half"] == "上" else _months(year, 7, 12)


def _quarter(year: int, match: re.Match[str]) -> tuple[date, date]:
    number = _QUARTERS[match["quarter"]]
    return _months(year, 3 * number - 2, 3 * number)


def _year_end(year: int, _match: re.Match[str]) -> tuple[date, date]:
    return _span(year, 12)


def _year_start(year: int, _match: re.Match[str]) -> tuple[date, date]:
    return _span(year, 1)


def _whole_year(year: int, _match: re.Match[str]) -> tuple[date, date]:
    return _span(year)


_READINGS: tuple[tuple[re.Pattern[str], Callable[[int, re.Match[str]], tuple[date, date]]], ...] = (
    (re.compile(rf"(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})[日号]{_BEFORE}"), _day),
    (re.compile(rf"(?P<month>\d{{1,2}})月(?P<third>上旬|中旬|下旬|初|中|底|末){_BEFORE}"), _third),
    (re.compile(rf"(?P<month>\d{{1,2}})月?(?:至|到|-|、)(?P<last>\d{{1,2}})月份?{_BEFORE}"), _month_range),
    (re.compile(rf"(?P<month>\d{{1,2}})月份?{_BEFORE}"), _month),
    (re.compile(rf"(?P<month>\d{{1,2}})月份?{_SESSION}"), _month),
    (re.compile(rf"(?P<half>[上下])半年{_BEFORE}"), _half),
    (re.compile(rf"第?(?P<quarter>[一二三四1-4])季度{_BEFORE}"), _quarter),
    (re.compile(rf"年[底末]{_BEFORE}"), _year_end),
    (re.compile(rf"年初{_BEFORE}"), _year_start),
    (re.compile(r"年内|全年|年度内|内"), _whole_year),
)
