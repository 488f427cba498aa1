from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.core.calendars import GREGORIAN, HIJRI, IMPERIAL, JALALI, Moment, Unclear, interval

YEARS = {GREGORIAN: (1800, 2100), JALALI: (1304, 1450), IMPERIAL: (2535, 2537), HIJRI: (1344, 1499)}
calendars = st.sampled_from(sorted(YEARS))


@st.composite
def years(draw: st.DrawFn) -> Moment:
    calendar = draw(calendars)
    return Moment(calendar, draw(st.integers(*YEARS[calendar])))


def covered(*moments: Moment) -> list[date]:
    """The days of moments that follow one another, in order."""
    days: list[date] = []
    for moment in moments:
        first, last = moment.days
        days += [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return days


@given(years())
def test_twelve_months_are_the_year_without_gap_or_overlap(year: Moment):
    months = [Moment(year.calendar, year.year, month) for month in range(1, 13)]
    assert covered(*months) == covered(year)


@given(years())
def test_ten_years_are_a_decade(year: Moment):
    if year.calendar in (IMPERIAL, HIJRI) or year.year is None:
        return
    start = year.year - year.year % 10
    decade = Moment(year.calendar, start, decade=True)
    assert covered(*(Moment(year.calendar, start + n) for n in range(10))) == covered(decade)


@given(years().filter(lambda year: year.calendar in (JALALI, IMPERIAL)))
def test_four_seasons_are_the_iranian_year(year: Moment):
    seasons = [Moment(year.calendar, year.year, season=season) for season in (1, 2, 3, 4)]
    assert covered(*seasons) == covered(year)


@given(st.integers(1355, 1357), st.integers(1, 12))
def test_an_imperial_year_is_a_jalali_year_counted_from_cyrus(year: int, month: int):
    assert Moment(IMPERIAL, year + 1180, month).days == Moment(JALALI, year, month).days


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (Moment(JALALI, 1357, 11, 22), date(1979, 2, 11)),
        (Moment(JALALI, 1367, 5, 5), date(1988, 7, 27)),
        (Moment(IMPERIAL, 2537, 6, 17), date(1978, 9, 8)),
        (Moment(HIJRI, 1400, 1, 1), date(1979, 11, 20)),
        (Moment(GREGORIAN, 1988, 2, 29), date(1988, 2, 29)),
    ],
)
def test_known_days_agree(moment: Moment, day: date):
    assert moment.days == (day, day)


@pytest.mark.parametrize(
    "moment",
    [
        Moment(GREGORIAN, 1987, 2, 29),
        Moment(JALALI, 1367, 12, 30),
        Moment(JALALI, 1367, 13),
        Moment(HIJRI, 1342, 1, 1),
        Moment(HIJRI, 1409, 1, 31),
    ],
)
def test_a_day_that_a_calendar_does_not_have_is_refused(moment: Moment):
    with pytest.raises(ValueError, match=r".+"):
        _ = moment.edtf


def test_each_end_of_an_interval_borrows_what_the_other_says_for_both():
    assert interval(Moment(GREGORIAN, day=3), Moment(GREGORIAN, 1988, 5, 5)) == ("1988-05-03", "1988-05-05")
    assert interval(Moment(GREGORIAN, 1988, 5, 3), Moment(GREGORIAN, day=5)) == ("1988-05-03", "1988-05-05")


def test_an_interval_does_not_end_before_it_begins():
    with pytest.raises(Unclear):
        interval(Moment(JALALI, 1367, 6), Moment(JALALI, 1367, 5))
