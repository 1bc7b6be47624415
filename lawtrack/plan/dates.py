"""Dates as sources give them: to the day, to the month, "not after", or a stretch of the year.

A `VagueDate` is the pair of days between which the event lies; `None` means open on that side. Comparing two of them
has two honest answers, certain and possible, and the names of the methods say which one you get.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lawtrack.errors import InvalidRecord
from lawtrack.plan.date_words import bounds

if TYPE_CHECKING:
    from pydantic_core import CoreSchema


class Precision(StrEnum):
    """How exactly a date is known; the first five are the contract's, `range` is any other stretch of days.

    >>> [each.value for each in Precision]
    ['day', 'month', 'year', 'not-after', 'not-before', 'range']
    """

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    NOT_AFTER = "not-after"
    NOT_BEFORE = "not-before"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class VagueDate:
    """The days between which an event lies, both included; `written` is what the source says.

    >>> VagueDate.parse("8月底前", year=2020)
    VagueDate(≤2020-08-31)
    >>> from datetime import date
    >>> by_summer = VagueDate.parse("上半年", year=2020)
    >>> by_summer.certainly_by(date(2020, 6, 30)), by_summer.possibly_by(date(2020, 1, 1))
    (True, True)
    """

    earliest: date | None
    latest: date | None
    written: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if self.earliest is None and self.latest is None:
            raise ValueError("a date needs at least one bound")

    @classmethod
    def parse(cls, text: str, year: int | None = None) -> VagueDate:
        """`text` as a date: ISO (`2020-08-28`, `2020-08`, `2020`, `≤…`, `≥…`, `…/…`) or the words of a plan.

        `year` is the plan's, for words that name none. Raises InvalidRecord for what is no date.
        """
        return _parsed(text, year)

    @classmethod
    def on(cls, day: date) -> VagueDate:
        """The date known to the day."""
        return cls(day, day)

    @property
    def precision(self) -> Precision:
        """How exactly the date is known."""
        first, last = self.earliest, self.latest
        if first is None:
            return Precision.NOT_AFTER
        if last is None:
            return Precision.NOT_BEFORE
        if first == last:
            return Precision.DAY
        if first.day == 1 and last == month_end(first.year, first.month):
            return Precision.MONTH
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
            return Precision.YEAR
        return Precision.RANGE

    @property
    def iso(self) -> str:
        """The contract's form: `2020-08-28`, `2020-08`, `2020`, `≤2020-07-30`, `≥…`, `2020-01-01/2020-06-30`."""
        first, last = self.earliest, self.latest
        if first == last:
            return str(first)
        if first is None:
            return f"≤{last}"
        if last is None:
            return f"≥{first}"
        if self.precision is Precision.MONTH:
            return f"{first:%Y-%m}"
        return str(first.year) if self.precision is Precision.YEAR else f"{first}/{last}"

    def __str__(self) -> str:
        return self.iso

    def __repr__(self) -> str:
        return f"VagueDate({self.iso})"

    def certainly_by(self, day: date) -> bool:
        """Has it certainly happened when `day` ends?"""
        return self.latest is not None and self.latest <= day

    def possibly_by(self, day: date) -> bool:
        """May it have happened when `day` ends?"""
        return self.earliest is None or self.earliest <= day

    def certainly_before(self, other: VagueDate) -> bool:
        """Does it lie before `other`, whatever the two exact days are?

        >>> march, first_half = VagueDate.parse("2020-03"), VagueDate.parse("上半年", year=2020)
        >>> march.certainly_before(first_half), march.possibly_before(first_half)
        (False, True)
        """
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def possibly_before(self, other: VagueDate) -> bool:
        """May it lie before `other`?"""
        return self.earliest is None or other.latest is None or self.earliest < other.latest

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> CoreSchema:
        """How the file boundary reads one: from its words, with the plan's year as context."""
        from pydantic_core import core_schema

        return core_schema.with_info_plain_validator_function(_validated)


def as_day(as_of: date | str) -> date:
    """`as_of` as a date; of a moment (pandas' Timestamp) its day. Raises InvalidRecord for a string that is no ISO day.

    >>> as_day("2020-12-02")
    datetime.date(2020, 12, 2)
    """
    if isinstance(as_of, datetime):
        return as_of.date()
    if isinstance(as_of, date):
        return as_of
    try:
        return date.fromisoformat(as_of)
    except ValueError:
        raise InvalidRecord("plan.no-day", text=as_of) from None


def month_end(year: int, month: int) -> date:
    """The last day of the month.

    >>> month_end(2020, 2)
    datetime.date(2020, 2, 29)
    """
    return date(year, month, monthrange(year, month)[1])


@lru_cache(maxsize=65536)
def _parsed(text: str, year: int | None) -> VagueDate:
    span = bounds(text, year)
    if span is None:
        raise InvalidRecord("plan.no-date", text=text)
    return VagueDate(*span, written=text)


def _validated(value: Any, info: Any) -> VagueDate:
    if isinstance(value, VagueDate):
        return value
    try:
        return _parsed(str(value), (info.context or {}).get("year"))
    except InvalidRecord as error:
        raise ValueError(error.message()) from error
