from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.core.dates import HistoricalDate, NotADate, bounds, is_uncertain


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("1988", "1988-01-01", "1988-12-31"),
        ("1988-08", "1988-08-01", "1988-08-31"),
        ("1988-02", "1988-02-01", "1988-02-29"),
        ("2017?-11-28", "2017-11-28", "2017-11-28"),
        ("1988~", "1988-01-01", "1988-12-31"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("1988-XX-31", "1988-01-31", "1988-12-31"),
        ("1988-22", "1988-06-01", "1988-08-31"),
        ("1988-24", "1988-01-01", "1989-02-28"),  # either of the two winters that people call so
        ("1987-24?", "1987-01-01", "1988-02-29"),
        ("1988-07/1988-09", "1988-07-01", "1988-09-30"),
        ("1988-07/..", "1988-07-01", "9999-12-31"),
        ("../1988-07", "0001-01-01", "1988-07-31"),
    ],
)
def test_first_and_last_day_follow_from_edtf(edtf: str, earliest: str, latest: str):
    assert bounds(edtf) == (date.fromisoformat(earliest), date.fromisoformat(latest))


@pytest.mark.parametrize("edtf", ["XXXX-11-28", "XXXX", "XXXX-11"])
def test_without_a_year_there_are_no_days(edtf: str):
    assert bounds(edtf) == (None, None)


@pytest.mark.parametrize(
    "wrong",
    ["yesterday", "1988-13", "1988-02-30", "28.11.2017", "1988-1X", "1988-05-3X", "-0044", "9" * 61,
     "1989/1988", "1988-00", "", "9999-24"],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_a_sentence(wrong: str, capsys):
    with pytest.raises(NotADate, match=r"\.$"):
        bounds(wrong)
    assert capsys.readouterr().out == ""


def test_the_curators_edtf_goes_before_what_the_words_say():
    date_ = HistoricalDate.understood(stated="On November 28", edtf="2017?-11-28")
    assert (date_.stated, date_.edtf, date_.latest) == ("On November 28", "2017?-11-28", date(2017, 11, 28))
    assert is_uncertain(date_.edtf)


def test_words_alone_are_read_where_they_are_clear():
    assert HistoricalDate.understood(stated="3 May 2024").earliest == date(2024, 5, 3)
    jalali = HistoricalDate.understood(stated="۱۴ اردیبهشت ۱۴۰۳", calendar="jalali")
    assert (jalali.edtf, jalali.calendar) == ("2024-05-03", "jalali")


def test_unclear_words_are_kept_and_nothing_is_made_of_them():
    vague = HistoricalDate.understood(stated=" after the harvest ")
    assert vague == HistoricalDate(stated="after the harvest")
    assert bool(vague)
    assert not HistoricalDate.understood()


def test_a_year_not_given_stays_not_given():
    assert HistoricalDate.understood(stated="November 28").edtf == "XXXX-11-28"


@given(st.text(max_size=70), st.sampled_from(["gregorian", "jalali", "imperial", "hijri"]))
def test_no_words_at_all_can_break_the_reading(words: str, calendar: str):
    found = HistoricalDate.understood(stated=words, calendar=calendar)
    assert (found.earliest is None) == (found.latest is None)


@given(st.text(alphabet="0123456789X?~%-/.[]{},TY ", max_size=24))
def test_an_edtf_is_either_understood_or_refused(text: str):
    try:
        earliest, latest = bounds(text)
    except NotADate:
        return
    assert (earliest is None and latest is None) or (earliest and latest and earliest <= latest)


@given(st.dates(min_value=date(1, 1, 1)))
def test_a_day_is_its_own_first_and_last_day(day: date):
    assert bounds(day.isoformat()) == (day, day)
