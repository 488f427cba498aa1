"""Dates told in another calendar: never more exact, and never elsewhere, than the source has them."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.core.calendars import GREGORIAN, HIJRI, IMPERIAL, JALALI, Moment
from archive.core.date_told import doubt, told_in
from archive.core.dates import HistoricalDate
from tests.core.catalogues import phrases

OF_THE_GREGORIAN_CALENDAR = [
    ("1988-08-03", "12 Mordad 1367"),
    ("1988-08", "Mordad–Shahrivar 1367"),
    ("1988-03", "Esfand 1366 – Farvardin 1367"),
    ("1988-08-XX", "Mordad–Shahrivar 1367"),
    ("1988", "1366–1367 (Iranian calendar)"),
    ("1988-XX", "1366–1367 (Iranian calendar)"),
    ("198X", "1358–1368 (Iranian calendar)"),
    ("19XX", "1278–1378 (Iranian calendar)"),
    ("1988-21", "spring 1367 (Iranian calendar)"),
    ("1988-22", "summer 1367 (Iranian calendar)"),
    ("1988-23", "autumn 1367 (Iranian calendar)"),
    ("1988-24", "1366–1367 (Iranian calendar)"),
    ("1988-07/1988-09", "between Tir and Mehr 1367"),
    ("1988-12/1989-04", "between Azar 1367 and Ordibehesht 1368"),
    ("1988-08-03/1988-08-05", "between 12 and 14 Mordad 1367"),
    ("1988-07-30/1988-09-05", "between 8 Mordad and 14 Shahrivar 1367"),
    ("1988-03-15/1988-03-25", "between 25 Esfand 1366 and 5 Farvardin 1367"),
    ("1988/1990", "between 1366 and 1369 (Iranian calendar)"),
    ("1988-07/..", "from Tir 1367 on"),
    ("../1988-08-03", "until 12 Mordad 1367"),
    ("2017?-11-28", "7 Azar 1396"),
    ("1988-08~", "Mordad–Shahrivar 1367"),
    # a day that moves from year to year, and what is beyond the calendar or the understanding
    ("XXXX-11-28", ""),
    ("198X-11-28", ""),
    ("0300", ""),
    ("[1988,1990]", ""),
    ("", ""),
]
AS_STATED = [
    (JALALI, "۵ مرداد ۱۳۶۷", "5 Mordad 1367", "27 July 1988"),
    (JALALI, "مرداد ۱۳۶۷", "Mordad 1367", "July–August 1988"),
    (JALALI, "اسفند ۱۳۶۶", "Esfand 1366", "February–March 1988"),
    (JALALI, "دی ۱۳۶۶", "Dey 1366", "December 1987 – January 1988"),
    (JALALI, "تابستان ۱۳۶۷", "summer 1367 (Iranian calendar)", "summer 1988"),
    (JALALI, "زمستان ۱۳۶۷", "winter 1367 (Iranian calendar)", "winter 1988–1989"),
    (JALALI, "۱۳۶۷", "1367 (Iranian calendar)", "1988–1989"),
    (JALALI, "دههٔ ۱۳۶۰", "the 1360s (Iranian calendar)", "1981–1991"),
    (
        JALALI,
        "از مرداد تا شهریور ۱۳۶۷",
        "between Mordad and Shahrivar 1367",
        "between July and September 1988",
    ),
    (JALALI, "۳ تا ۵ مرداد ۱۳۶۷", "between 3 and 5 Mordad 1367", "between 25 and 27 July 1988"),
    (JALALI, "بین ۱۳۶۷ و ۱۳۷۰", "between 1367 and 1370 (Iranian calendar)", "between 1988 and 1992"),
    (IMPERIAL, "۱۷ شهریور ۲۵۳۷", "17 Shahrivar 2537 (Iranian imperial calendar)", "8 September 1978"),
    (IMPERIAL, "شهریور ۲۵۳۷", "Shahrivar 2537 (Iranian imperial calendar)", "August–September 1978"),
    (IMPERIAL, "۲۵۳۵", "2535 (Iranian imperial calendar)", "1976–1977"),
    (HIJRI, "١٥ شعبان ١٤٠٨", "15 Shaban 1408", "2 April 1988"),
    (HIJRI, "شعبان 1408", "Shaban 1408", "March–April 1988"),
    (HIJRI, "1408", "1408 (lunar calendar)", "1987–1988"),
]


@pytest.mark.parametrize(("edtf", "words"), OF_THE_GREGORIAN_CALENDAR)
def test_a_gregorian_date_is_told_in_the_iranian_calendar(edtf, words):
    assert told_in(JALALI, edtf, phrases("en")) == words


@pytest.mark.parametrize(("calendar", "stated", "own", "gregorian"), AS_STATED)
def test_a_date_is_told_in_its_sources_calendar_and_in_the_gregorian(calendar, stated, own, gregorian):
    edtf = HistoricalDate.understood(stated=stated, calendar=calendar).edtf
    assert told_in(calendar, edtf, phrases("en"), source=calendar) == own
    assert told_in(GREGORIAN, edtf, phrases("en"), source=calendar) == gregorian


@pytest.mark.parametrize(
    ("language", "edtf", "words"),
    [
        ("fr", "1988-08", "mordad–chahrivar 1367"),
        ("fr", "1988-07-23", "1er mordad 1367"),
        ("fr", "1988-07-23/1988-07-26", "entre le 1er et le 4 mordad 1367"),
        ("fa", "1988-08-03", "۱۲ مرداد ۱۳۶۷"),
        ("fa", "1988", "۱۳۶۶–۱۳۶۷ خورشیدی"),
        ("ar", "1988-08", "مرداد–شهريور 1367"),
        ("ar", "1988", "1366–1367 (التقويم الإيراني)"),
    ],
)
def test_it_is_told_in_each_language(language, edtf, words):
    assert told_in(JALALI, edtf, phrases(language)) == words


@pytest.mark.parametrize(
    ("edtf", "source", "words"),
    [
        ("1988-08", GREGORIAN, ""),
        ("1988-08~", GREGORIAN, "approximate"),
        ("2017?-11-28", GREGORIAN, "the year is inferred"),
        ("1988-07-23~/1988-08-22~", JALALI, "approximate"),
        ("1988/1990?", GREGORIAN, "uncertain"),
        ("1988-04-02", HIJRI, "converted to within one day"),
        ("1988-04-02?", HIJRI, "uncertain; converted to within one day"),
    ],
)
def test_how_sure_it_is_stands_beside_it_once(edtf, source, words):
    assert doubt(edtf, phrases("en"), source=source) == words


MONTHS = [phrases("en").month(JALALI, number) for number in range(1, 13)]
days = st.dates(date(1925, 4, 1), date(2060, 1, 1))


def read_back(words: str) -> tuple[date, date]:
    """The days that a told Iranian date covers."""
    parts = [each.split() for each in re.split(r" ?– ?", words)]
    year = parts[-1][-1]
    ends = []
    for part in parts:
        month = next(MONTHS.index(word) + 1 for word in part if word in MONTHS)
        day = int(part[0]) if part[0].isdigit() else None
        ends.append(Moment(JALALI, int(part[-1] if part[-1].isdigit() else year), month, day).days)
    return ends[0][0], ends[-1][1]


@given(days)
def test_a_day_comes_back_as_the_same_day(day):
    assert read_back(told_in(JALALI, str(day), phrases("en"))) == (day, day)


@given(days)
def test_a_month_lies_within_the_months_it_is_told_by_and_they_touch_it(day):
    first = day.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    begin, end = read_back(told_in(JALALI, f"{first:%Y-%m}", phrases("en")))
    assert first - timedelta(days=31) < begin <= first
    assert last <= end < last + timedelta(days=31)


@given(st.text(alphabet="0123456789X?~%-/.", max_size=24), st.sampled_from([JALALI, IMPERIAL, HIJRI]))
def test_whatever_was_written_is_told_or_left_to_the_source(edtf, calendar):
    assert isinstance(told_in(calendar, edtf, phrases("fa")), str)
    assert isinstance(told_in(GREGORIAN, edtf, phrases("ar"), source=calendar), str)
