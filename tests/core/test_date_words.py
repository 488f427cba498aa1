import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.core.date_words import in_words
from tests.core.catalogues import say_in

TOLD = [
    ("", "en", ""),
    ("1988", "en", "1988"),
    ("1988-08", "en", "August 1988"),
    ("1988-08-03", "en", "3 August 1988"),
    ("2017?-11-28", "en", "28 November 2017 (the year is inferred)"),
    ("?2017-11-28", "en", "28 November 2017 (the year is inferred)"),
    ("2017-11?-28", "en", "28 November 2017 (the year is inferred; the month is inferred)"),
    ("2017-11-~28", "en", "28 November 2017 (the day is approximate)"),
    ("?2017-11-~28", "en", "28 November 2017 (the year is inferred; the day is approximate)"),
    ("1988?", "en", "1988 (uncertain)"),
    ("1988-08~", "en", "August 1988 (approximate)"),
    ("1988-08-03%", "en", "3 August 1988 (uncertain and approximate)"),
    ("1988-22", "en", "summer 1988"),
    ("198X", "en", "the 1980s"),
    ("19XX", "en", "between 1900 and 1999"),
    ("198X?", "en", "the 1980s (uncertain)"),
    ("1988-XX", "en", "1988, month not stated"),
    ("1988-08-XX", "en", "August 1988, day not stated"),
    ("1988-XX-XX", "en", "1988, month not stated, day not stated"),
    ("XXXX-11-28", "en", "28 November, year not stated"),
    ("XXXX-11", "en", "November, year not stated"),
    ("198X-11-28", "en", "28 November, the 1980s"),
    ("XXXX-XX-XX", "en", "date, year not stated, month not stated, day not stated"),
    ("1988-07/1988-09", "en", "between July and September 1988"),
    ("1988-08-03/1988-08-05", "en", "between 3 and 5 August 1988"),
    ("1988-08-03/1988-09-05", "en", "between 3 August and 5 September 1988"),
    ("1988-12/1989-01", "en", "between December 1988 and January 1989"),
    ("1988/1990?", "en", "between 1988 and 1990 (uncertain)"),
    ("1988-07/..", "en", "from July 1988 on"),
    ("1988-07/", "en", "from July 1988 on"),
    ("../1988", "en", "until 1988"),
    ("[1988,1990]", "en", "[1988,1990]"),
    ("1988-13", "en", "1988-13"),
    ("1988-22-01", "en", "1988-22-01"),
    ("2017?-11-28", "fr", "28 novembre 2017 (l’année est déduite)"),
    ("1988-08-01", "fr", "1er août 1988"),
    ("1988-08-01/1988-08-05", "fr", "entre le 1er et le 5 août 1988"),
    ("1988-07/1988-09", "fr", "entre juillet et septembre 1988"),
    ("198X", "fr", "les années 1980"),
    ("2017?-11-28", "fa", "۲۸ نوامبر ۲۰۱۷ (سال استنباط شده است)"),
    ("1988-22", "fa", "تابستان ۱۹۸۸"),
    ("198X", "fa", "دههٔ ۱۹۸۰"),
    ("1988-07/1988-09", "fa", "بین ژوئیه و سپتامبر ۱۹۸۸"),
    ("XXXX-11-28", "fa", "۲۸ نوامبر، سال ذکر نشده"),
    ("2017?-11-28", "ar", "28 نوفمبر 2017 (السنة مستنتجة)"),
    ("198X", "ar", "العقد الذي يبدأ عام 1980"),
    ("1988-08", "de", "August 1988"),
    ("1988-08", "xx", "August 1988"),
    ("1988-08", "fr-CA", "août 1988"),
]


@pytest.mark.parametrize(("edtf", "language", "words"), TOLD)
def test_a_date_is_told_in_words(edtf, language, words):
    assert in_words(edtf, language, say_in(language)) == words


@given(st.text(alphabet="0123456789X?~%-/.", max_size=24), st.sampled_from(["en", "fr", "fa", "ar"]))
def test_whatever_was_written_is_told_somehow(edtf, language):
    assert bool(in_words(edtf, language, say_in(language))) == bool(edtf)
