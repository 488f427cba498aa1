from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.core.date_asked import asked_range
from archive.core.dates import NotADate

TODAY = date(2026, 1, 1)
ASKED = {
    "en": [
        ("1988", "1988-01-01", "1988-12-31"),
        ("before 1989", None, "1988-12-31"),
        ("<1989", None, "1988-12-31"),
        ("Before August 1988", None, "1988-07-31"),
        ("after 2001", "2002-01-01", None),
        ("after 3 May 1988", "1988-05-04", None),
        ("since 1988", "1988-01-01", None),
        ("from 1988 on", "1988-01-01", None),
        ("1988 or later", "1988-01-01", None),
        ("1988/..", "1988-01-01", None),
        ("until 1988", None, "1988-12-31"),
        ("../1988", None, "1988-12-31"),
        ("summer 1988", "1988-06-01", "1988-08-31"),
        ("1988-08", "1988-08-01", "1988-08-31"),
        ("3 August 1988", "1988-08-03", "1988-08-03"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("the 1980s", "1980-01-01", "1989-12-31"),
        ("between 1988 and 1992", "1988-01-01", "1992-12-31"),
        ("1988 to 1992", "1988-01-01", "1992-12-31"),
        ("from 1988 to 1992", "1988-01-01", "1992-12-31"),
        ("1988–1992", "1988-01-01", "1992-12-31"),
        ("1988-1992", "1988-01-01", "1992-12-31"),
        ("1988/1992", "1988-01-01", "1992-12-31"),
        ("July 1988 to March 1989", "1988-07-01", "1989-03-31"),
        ("1367", "1988-03-21", "1989-03-20"),
        ("1367-05", "1988-07-23", "1988-08-22"),
        ("1367 CE", "1367-01-01", "1367-12-31"),
        ("Mordad 1367", "1988-07-23", "1988-08-22"),
        ("before 1367", None, "1988-03-20"),
        ("1367 to 1990", "1988-03-21", "1990-12-31"),
        ("1408", "1987-08-25", "1988-08-12"),
        ("Ramadan 1408", "1988-04-17", "1988-05-15"),
        ("2535", "1976-03-21", "1977-03-20"),
        ("2535–2537", "1976-03-21", "1979-03-20"),
    ],
    "fr": [
        ("avant 1989", None, "1988-12-31"),
        ("avant le 3 août 1988", None, "1988-08-02"),
        ("avant l’été 1988", None, "1988-05-31"),
        ("été 1988", "1988-06-01", "1988-08-31"),
        ("après 2001", "2002-01-01", None),
        ("depuis 1988", "1988-01-01", None),
        ("à partir de 1988", "1988-01-01", None),
        ("jusqu’en 1988", None, "1988-12-31"),
        ("entre 1988 et 1992", "1988-01-01", "1992-12-31"),
        ("de 1988 à 1992", "1988-01-01", "1992-12-31"),
        ("du 3 mai 1988 au 5 juin 1988", "1988-05-03", "1988-06-05"),
        ("années 1980", "1980-01-01", "1989-12-31"),
        ("1367 grégorien", "1367-01-01", "1367-12-31"),
    ],
    "fa": [
        ("۱۳۶۷", "1988-03-21", "1989-03-20"),
        ("سال ۶۷", "1988-03-21", "1989-03-20"),
        ("مرداد ۱۳۶۷", "1988-07-23", "1988-08-22"),
        ("مرداد ۶۷", "1988-07-23", "1988-08-22"),
        ("تابستان ۶۷", "1988-06-22", "1988-09-22"),
        ("دههٔ شصت", "1981-03-21", "1991-03-20"),
        ("دهه ۶۰", "1981-03-21", "1991-03-20"),
        ("قبل از ۱۳۶۷", None, "1988-03-20"),
        ("پیش از مرداد ۱۳۶۷", None, "1988-07-22"),
        ("پس از ۱۳۶۷/۵/۵", "1988-07-28", None),
        ("از ۱۳۶۰ به بعد", "1981-03-21", None),
        ("از ۱۳۶۰ تا ۱۳۶۷", "1981-03-21", "1989-03-20"),
        ("بین ۱۳۶۰ و ۱۳۶۷", "1981-03-21", "1989-03-20"),
        ("تا ۱۳۶۷", None, "1989-03-20"),
        ("۱۳۶۷ هجری شمسی", "1988-03-21", "1989-03-20"),
        ("۱۴۰۸ ه.ق", "1987-08-25", "1988-08-12"),
        ("ذی‌الحجه ۱۴۰۸", "1988-07-14", "1988-08-12"),
        ("۲۵۳۵", "1976-03-21", "1977-03-20"),
        ("ژوئیه ۱۹۸۸", "1988-07-01", "1988-07-31"),
    ],
    "ar": [
        ("قبل 1989", None, "1988-12-31"),
        ("بعد ٢٠٠١", "2002-01-01", None),
        ("منذ 1988", "1988-01-01", None),
        ("حتى 1988", None, "1988-12-31"),
        ("بين 1988 و1992", "1988-01-01", "1992-12-31"),
        ("من 1988 إلى 1992", "1988-01-01", "1992-12-31"),
        ("صيف 1988", "1988-06-01", "1988-08-31"),
        ("أغسطس 1988", "1988-08-01", "1988-08-31"),
        ("ذوالحجة 1408", "1988-07-14", "1988-08-12"),
        ("ذو الحجة ١٤٠٨", "1988-07-14", "1988-08-12"),
        ("١٤٠٨", "1987-08-25", "1988-08-12"),
        ("١٤٠٨ هـ", "1987-08-25", "1988-08-12"),
        ("1988 م", "1988-01-01", "1988-12-31"),
    ],
}
ROWS = [(language, *row) for language, rows in ASKED.items() for row in rows]


def days(words: str, language: str) -> tuple[str | None, str | None]:
    asked = asked_range(words, language, today=TODAY)
    first, last = asked.earliest, asked.latest
    return first and str(first), last and str(last)


@pytest.mark.parametrize(("language", "words", "first", "last"), ROWS)
def test_readers_ask_for_days_in_their_own_words(language, words, first, last):
    assert days(words, language) == (first, last)


@pytest.mark.parametrize("words", [
    "", "foo", "28 November", "5/3/1988", "not 1988", "12", "0", "after 9999", "1992 to 1988", "Ramadan 1988",
    "1988 or 1989 maybe never", "9" * 200, "before before 1988",
])  # fmt: skip
def test_what_cannot_be_understood_is_answered_with_what_to_write(words):
    with pytest.raises(NotADate, match=r"Write for example 1988|holds years"):
        asked_range(words, "en", today=TODAY)


@pytest.mark.parametrize(("words", "language", "calendar", "others"), [
    ("1367", "en", "jalali", ["1367 lunar", "1367 CE"]),
    ("before 1367", "en", "jalali", ["before 1367 lunar", "before 1367 CE"]),
    ("1367", "ar", "hijri", ["1367 إيراني", "1367 ميلادي"]),
    ("1408", "en", "hijri", ["1408 Iranian", "1408 CE"]),
    ("از ۱۳۶۰ به بعد", "fa", "jalali", ["از ۱۳۶۰ به بعد قمری", "از ۱۳۶۰ به بعد میلادی"]),
    ("1367 CE", "en", "gregorian", []),
    ("Mordad 1367", "en", "jalali", []),
    ("1988", "fa", "gregorian", []),
    ("2535", "fr", "imperial", []),
])  # fmt: skip
def test_a_bare_number_is_read_by_a_rule_and_can_be_read_otherwise(words, language, calendar, others):
    asked = asked_range(words, language, today=TODAY)
    assert asked.calendars == (calendar,)
    assert [each.words for each in asked.otherwise] == others
    for other in asked.otherwise:
        read = asked_range(other.words, language, today=TODAY)
        assert read.calendars == (other.calendar,)
        assert (read.earliest, read.latest) != (asked.earliest, asked.latest)
        assert read.otherwise == ()


def test_what_was_understood_is_told_as_edtf():
    told = {words: asked_range(words, "en", today=TODAY).edtf
            for words in ("1367", "3 May 1988", "before 1989", "after 2001")}  # fmt: skip
    assert told == {
        "1367": "1988-03-21/1989-03-20",
        "3 May 1988": "1988-05-03",
        "before 1989": "../1988-12-31",
        "after 2001": "2002-01-01/..",
    }


PIECES = [
    "before",
    "after",
    "to",
    "between",
    "and",
    "1988",
    "1367",
    "۱۳۶۷",
    "-",
    "/",
    "..",
    "مرداد",
    "قبل",
    "از",
    "تا",
    "été",
    "avant",
    "12",
    "May",
    "هـ",
]
WORDS = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join))


@given(WORDS, st.sampled_from(["en", "fr", "fa", "ar"]))
def test_whatever_is_typed_is_a_stretch_of_days_or_is_refused_with_a_sentence(words, language):
    try:
        asked = asked_range(words, language, today=TODAY)
    except NotADate:
        return
    assert asked.earliest or asked.latest
    assert not (asked.earliest and asked.latest) or asked.earliest <= asked.latest
