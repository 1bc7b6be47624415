from __future__ import annotations

from datetime import date

import pytest

from lawtrack.errors import InvalidRecord
from lawtrack.plan.periods import Period
from lawtrack.plan.workdays import calendar_range, working_days_after


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("4 months", date(2020, 8, 28), date(2020, 12, 28)),
        ("4 months", date(2020, 10, 31), date(2021, 2, 28)),
        ("4 months", date(2019, 10, 31), date(2020, 2, 29)),
        ("30 days", date(2024, 12, 9), date(2025, 1, 8)),
        ("1 year", date(2020, 2, 29), date(2021, 2, 28)),
        ("2 years", date(2020, 12, 1), date(2022, 12, 1)),
        ("5 working days", date(2020, 7, 30), date(2020, 8, 6)),
    ],
)
def test_period_ends_on_the_day_that_law_says(period: str, start: date, end: date) -> None:
    assert Period.parse(period).after(start) == end


def test_spring_festival_and_worked_weekends_count_as_the_state_council_said() -> None:
    # 2020: holiday 24 January to 2 February (prolonged), so Monday 3 February is the first working day
    assert working_days_after(date(2020, 1, 23), 1) == date(2020, 2, 3)
    # 2021: Saturday 20 February was worked
    assert working_days_after(date(2021, 2, 19), 1) == date(2021, 2, 20)


def test_outside_its_range_the_calendar_has_no_answer() -> None:
    known = calendar_range()
    assert known is not None
    assert working_days_after(known[1], 1) is None
    assert working_days_after(date(1999, 5, 1), 1) is None


@pytest.mark.parametrize("text", ["", "four months", "3 weeks", "-1 days", "4"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(InvalidRecord):
        Period.parse(text)
