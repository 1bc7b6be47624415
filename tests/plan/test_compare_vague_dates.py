from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawtrack.errors import InvalidRecord
from lawtrack.plan import Precision, VagueDate

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


@st.composite
def vague_dates(draw: st.DrawFn) -> VagueDate:
    first, last = sorted([draw(DAYS), draw(DAYS)])
    kind = draw(st.integers(0, 3))
    bounds = [(first, first), (first, last), (None, last), (first, None)][kind]
    return VagueDate(*bounds)


def some_day_in(vague: VagueDate, draw: st.DataObject) -> date:
    low = vague.earliest or date(1980, 1, 1)
    high = vague.latest or date(2050, 12, 31)
    return low + timedelta(days=draw.draw(st.integers(0, (high - low).days)))


@pytest.mark.parametrize(
    ("text", "iso", "precision"),
    [
        ("2020-08-28", "2020-08-28", "day"),
        ("2020年8月28日", "2020-08-28", "day"),
        ("8月28日", "2020-08-28", "day"),
        ("2020-08", "2020-08", "month"),
        ("3月", "2020-03", "month"),
        ("3月份", "2020-03", "month"),
        ("3月常委会会议", "2020-03", "month"),
        ("10月市人大常委会会议二审", "2020-10", "month"),
        ("2020", "2020", "year"),
        ("年内", "2020", "year"),
        ("2021年", "2021", "year"),
        ("≤2020-07-30", "≤2020-07-30", "not-after"),
        ("<=2020-07", "≤2020-07-31", "not-after"),
        ("≥2020-07", "≥2020-07-01", "not-before"),
        ("8月底前", "≤2020-08-31", "not-after"),
        ("8月前", "≤2020-08-31", "not-after"),
        ("8月15日前", "≤2020-08-15", "not-after"),
        ("6月中旬前", "≤2020-06-20", "not-after"),
        ("年底前", "≤2020-12-31", "not-after"),
        ("2月底", "2020-02-21/2020-02-29", "range"),
        ("6月上旬", "2020-06-01/2020-06-10", "range"),
        ("上半年", "2020-01-01/2020-06-30", "range"),
        ("下半年", "2020-07-01/2020-12-31", "range"),
        ("第三季度", "2020-07-01/2020-09-30", "range"),
        ("3至5月", "2020-03-01/2020-05-31", "range"),
        ("2020-03-01/2020-05-15", "2020-03-01/2020-05-15", "range"),
    ],
)
def test_words_of_plans_become_bounds(text: str, iso: str, precision: str) -> None:
    found = VagueDate.parse(text, year=2020)
    assert (found.iso, found.precision) == (iso, precision)
    assert found.written == text


@pytest.mark.parametrize(
    "text", ["", "待定", "2月30日", "13月", "2020-13", "尽快", "第五季度", "5至3月", "..."]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(InvalidRecord):
        VagueDate.parse(text, year=2020)


def test_words_without_a_year_need_the_plan_s() -> None:
    with pytest.raises(InvalidRecord):
        VagueDate.parse("8月底前")


@given(vague_dates())
def test_iso_form_reads_back_as_the_same_date(vague: VagueDate) -> None:
    assert VagueDate.parse(vague.iso) == vague


@given(vague_dates(), vague_dates(), st.data())
def test_certain_order_holds_for_every_day_and_possible_order_for_some(
    one: VagueDate, other: VagueDate, draw: st.DataObject
) -> None:
    a, b = some_day_in(one, draw), some_day_in(other, draw)
    if one.certainly_before(other):
        assert a < b
    if a < b:
        assert one.possibly_before(other)


@given(vague_dates(), DAYS, st.data())
def test_certain_by_a_day_holds_for_every_day_of_it(vague: VagueDate, day: date, draw: st.DataObject) -> None:
    exact = some_day_in(vague, draw)
    if vague.certainly_by(day):
        assert exact <= day
    if exact <= day:
        assert vague.possibly_by(day)


@given(vague_dates())
def test_precision_tells_the_truth_about_the_bounds(vague: VagueDate) -> None:
    assert (vague.precision is Precision.NOT_AFTER) == (vague.earliest is None)
    assert (vague.precision is Precision.NOT_BEFORE) == (vague.latest is None)
    assert (vague.precision is Precision.DAY) == (vague.earliest == vague.latest)
