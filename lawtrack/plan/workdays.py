"""Working days in China, by the State Council's yearly holiday notices as the package chinesecalendar keeps them.

The calendar reaches only as far as the last notice that the installed package knows; a day outside that range has no
answer here rather than a guessed one.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from importlib.util import find_spec


@cache
def calendar_range() -> tuple[date, date] | None:
    """The first and the last day that the holiday calendar knows; None where the package is missing."""
    holidays = _days_off()
    return (date(min(holidays).year, 1, 1), date(max(holidays).year, 12, 31)) if holidays else None


def working_days_after(day: date, amount: int) -> date | None:
    """The `amount`-th working day after `day`, or None where the calendar does not reach or is not there.

    >>> working_days_after(date(2020, 9, 30), 5)  # the holidays end on the 8th, Saturday the 10th is worked
    datetime.date(2020, 10, 14)
    """
    known = calendar_range()
    while known and known[0] <= day <= known[1]:
        if amount == 0:
            return day
        day += timedelta(days=1)
        amount -= _is_working_day(day, known)
    return None


def _is_working_day(day: date, known: tuple[date, date]) -> bool:
    weekday = day.weekday() < 5 and day not in _days_off()
    return known[0] <= day <= known[1] and (weekday or day in _days_worked())


@cache
def _days_off() -> frozenset[date]:
    """Every day of a holiday, weekends in it included."""
    if find_spec("chinese_calendar") is None:
        return frozenset()
    from chinese_calendar.constants import holidays

    return frozenset(holidays)


@cache
def _days_worked() -> frozenset[date]:
    """The weekend days that are worked in exchange."""
    from chinese_calendar.constants import workdays

    return frozenset(workdays)
