"""Whatever pages say of a date can be typed where a date is asked for, in every language."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.utils.translation import override, pgettext

from archive.core.calendars import GREGORIAN, HIJRI, JALALI
from archive.core.date_asked import asked_range
from archive.core.date_phrases import Phrases
from archive.core.date_words import Teller

YEARS = {GREGORIAN: 1988, JALALI: 1367, HIJRI: 1408}
DATES = {
    "1988": "1988-01-01/1988-12-31",
    "1988-08": "1988-08-01/1988-08-31",
    "1988-08-01": "1988-08-01",
    "1988-23": "1988-09-01/1988-11-30",
    "1988/..": "1988-01-01/..",
    "../1988": "../1988-12-31",
    "198X": "1980-01-01/1989-12-31",
    "1988-07/1988-09": "1988-07-01/1988-09-30",
}


@pytest.fixture(params=[code for code, _name in settings.LANGUAGES])
def phrases(request: pytest.FixtureRequest):
    with override(request.param):
        yield Phrases(request.param, pgettext)


@pytest.mark.parametrize("calendar", YEARS)
def test_every_name_of_a_month_is_read_as_that_calendars(phrases, calendar):
    starts = []
    for number in range(1, 13):
        asked = asked_range(
            f"{phrases.month(calendar, number)} {phrases.number(YEARS[calendar])}", phrases.language
        )
        assert asked.calendars == (calendar,)
        starts.append(asked.earliest)
    assert starts == sorted(set(starts))


@pytest.mark.parametrize(("edtf", "days"), DATES.items())
def test_a_date_in_words_is_read_as_the_same_days(phrases, edtf, days):
    assert asked_range(Teller(phrases).told(edtf), phrases.language).edtf == days
