"""Lengths of time in law: days, months, years, working days, and the day on which they end.

A period counted in days starts on the day after the event (民法典 art. 201); a month or a year ends on the same
number of day, or on the last day of a shorter month (art. 202).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from lawtrack.errors import InvalidRecord
from lawtrack.plan.workdays import working_days_after

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

Unit = Literal["days", "months", "years", "working days"]
_WRITTEN = re.compile(r"(\d+) (days?|months?|years?|working days?)")


@dataclass(frozen=True, slots=True)
class Period:
    """An amount of days, months, years or working days.

    >>> Period.parse("4 months").after(date(2020, 8, 28))
    datetime.date(2020, 12, 28)
    >>> Period.parse("30 days").after(date(2024, 12, 9))
    datetime.date(2025, 1, 8)
    """

    amount: int
    unit: Unit

    @classmethod
    def parse(cls, text: str) -> Period:
        """`4 months`, `30 days`, `1 year`, `5 working days`. Raises InvalidRecord for anything else."""
        match = _WRITTEN.fullmatch(text.strip())
        if not match:
            raise InvalidRecord("plan.no-period", text=text)
        unit = match[2] if match[2].endswith("s") else f"{match[2]}s"
        return cls(int(match[1]), unit)  # type: ignore[arg-type] # the pattern lets only the four units through

    def after(self, day: date) -> date | None:
        """The last day of the period that `day` starts; None where the holiday calendar does not reach."""
        if self.unit == "days":
            return day + timedelta(days=self.amount)
        if self.unit == "working days":
            return working_days_after(day, self.amount)
        months = day.month - 1 + self.amount * (12 if self.unit == "years" else 1)
        year, month = day.year + months // 12, months % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}"

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> CoreSchema:
        """How the file boundary reads one."""
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(_validated)


def _validated(value: object) -> Period:
    if isinstance(value, Period):
        return value
    try:
        return Period.parse(str(value))
    except InvalidRecord as error:
        raise ValueError(error.message()) from error
