"""Dates as sources word them, in four languages and four calendars."""

import pytest

from archive.core.calendars import GREGORIAN, HIJRI, IMPERIAL, JALALI
from archive.core.date_reading import to_edtf

ENGLISH = [
    ("1988", "1988"),
    ("in 1988", "1988"),
    ("August 1988", "1988-08"),
    ("3 August 1988", "1988-08-03"),
    ("August 3rd, 1988", "1988-08-03"),
    ("On Wednesday, Aug. 3, 1988", "1988-08-03"),
    ("the night of 3 August 1988", "1988-08-03"),
    ("November 28", "XXXX-11-28"),
    ("29 February", "XXXX-02-29"),
    ("summer of 1988", "1988-22"),
    ("fall 1988", "1988-23"),
    ("winter 1988/89", "1988-12/1989-02"),
    ("3–5 May 1988", "1988-05-03/1988-05-05"),
    ("May 3 – 5, 1988", "1988-05-03/1988-05-05"),
    ("from July to September 1988", "1988-07/1988-09"),
    ("between July and September 1988", "1988-07/1988-09"),
    ("30 Dec 1988 – 2 Jan 1989", "1988-12-30/1989-01-02"),
    ("1988-89", "1988/1989"),
    ("the 1980s", "198X"),
    ("about 1988", "1988~"),
    ("probably August 1988", "1988-08?"),
]
FRENCH = [
    ("1er mai 1988", "1988-05-01"),
    ("le mercredi 3 août 1988", "1988-08-03"),
    ("l’après-midi du 3 août 1988", "1988-08-03"),
    ("au mois de février 1988", "1988-02"),
    ("l’été 1988", "1988-22"),
    ("du 3 au 5 mai 1988", "1988-05-03/1988-05-05"),
    ("entre juin et août 1988", "1988-06/1988-08"),
    ("d’avril à mai 1988", "1988-04/1988-05"),
    ("les années 1980", "198X"),
    ("vers 1988", "1988~"),
]
PERSIAN_GREGORIAN = [
    ("۲۸ نوامبر ۲۰۱۷", "2017-11-28"),
    ("مه ۱۹۸۸", "1988-05"),
    ("۳ ژوئیهٔ ۱۹۸۸", "1988-07-03"),
    ("تابستان ۱۹۸۸", "1988-22"),
    ("از ژوئن تا اوت ۱۹۸۸", "1988-06/1988-08"),
    ("دههٔ ۱۹۸۰ میلادی", "198X"),
]
ARABIC = [
    ("٢٨ نوفمبر ٢٠١٧", "2017-11-28"),
    ("28 تشرين الثاني 2017", "2017-11-28"),
    ("١٢ كانون الثاني ١٩٨٨", "1988-01-12"),
    ("كانون الأول 1988", "1988-12"),
    ("3 أوت 1988", "1988-08-03"),
    ("5 من مايو 1988", "1988-05-05"),
    ("صيف عام 1988", "1988-22"),
    ("من يوليو إلى سبتمبر 1988", "1988-07/1988-09"),
    ("بين يوليو وسبتمبر 1988", "1988-07/1988-09"),
]
FIGURES = [
    ("1988-08", "1988-08"),
    ("1988/8/3", "1988-08-03"),
    ("28.11.2017", "2017-11-28"),
    ("3.8.1988", "1988-08-03"),
    ("28/11/2017", "2017-11-28"),
    ("11/28/2017", "2017-11-28"),
    ("12/12/2012", "2012-12-12"),
]


@pytest.mark.parametrize(
    ("words", "edtf"), [*ENGLISH, *FRENCH, *PERSIAN_GREGORIAN, *ARABIC, *FIGURES], ids=lambda each: each
)
def test_gregorian_dates_are_read(words: str, edtf: str):
    assert to_edtf(words, GREGORIAN) == edtf


@pytest.mark.parametrize(
    ("calendar", "words", "edtf"),
    [
        (JALALI, "۱۳۶۷", "1988-03-21/1989-03-20"),
        (JALALI, "مرداد ۱۳۶۷", "1988-07-23/1988-08-22"),
        (JALALI, "۵ مرداد ۱۳۶۷", "1988-07-27"),
        (JALALI, "جمعه ۱۴ اردیبهشت ۱۴۰۳", "2024-05-03"),
        (JALALI, "1367/5/5", "1988-07-27"),
        (JALALI, "5/5/1367", "1988-07-27"),
        (JALALI, "دی‌ماه ۱۳۵۶", "1977-12-22/1978-01-20"),
        (JALALI, "دیماه ۱۳۵۶", "1977-12-22/1978-01-20"),
        (JALALI, "5 Mordad 1367", "1988-07-27"),
        (JALALI, "تابستان ۱۳۶۷", "1988-06-22/1988-09-22"),
        (JALALI, "بین مرداد و شهریور ۱۳۶۷", "1988-07-23/1988-09-22"),
        (JALALI, "شهریور ۱۳۶۷ هجری شمسی", "1988-08-23/1988-09-22"),
        (JALALI, "حدود ۱۳۶۷", "1988-03-21~/1989-03-20~"),
        (JALALI, "۳۰ اسفند ۱۳۶۶", "1988-03-20"),
        (IMPERIAL, "۱۷ شهریور ۲۵۳۷", "1978-09-08"),
        (IMPERIAL, "2536", "1977-03-21/1978-03-20"),
        (HIJRI, "١٥ شعبان ١٤٠٠", "1980-06-28"),
        (HIJRI, "15 Sha‘ban 1400", "1980-06-28"),
        (HIJRI, "١٥ ذي الحجة ١٤٠٨", "1988-07-28"),
        (HIJRI, "15 Dhu’l-Hijja 1408", "1988-07-28"),
        (HIJRI, "15 جمادى الآخرة 1400 هـ", "1980-04-30"),
        (HIJRI, "Ramadan 1408", "1988-04-17/1988-05-15"),
        (HIJRI, "ربيع الأول 1409", "1988-10-11/1988-11-09"),
    ],
)
def test_dates_of_other_calendars_become_gregorian(calendar: str, words: str, edtf: str):
    assert to_edtf(words, calendar) == edtf


@pytest.mark.parametrize(
    "words",
    [
        "",
        "after the war",
        "before 1988",
        "since 1988",
        "from 1988",
        "until May 1988",
        "après 1988",
        "بعد 1988",
        "not in 1988",
        "11/12/2017",  # November or December
        "summer of ’88",  # of which century
        "the 1900s",  # a decade or a century
        "30 February 1988",
        "May 1988 and June 1990",
        "1990–1988",
        "3–5 May",  # an interval has to have its year
        "summer 1988/89",
        "5 1988",
        "1988 1989",
        "مرداد",
    ],
)
def test_what_would_have_to_be_guessed_stays_unclear(words: str):
    assert to_edtf(words, GREGORIAN) == ""


@pytest.mark.parametrize(
    ("calendar", "words"),
    [
        (JALALI, "مرداد ۶۷"),
        (JALALI, "۵ مرداد"),
        (JALALI, "۵ ۱۳۶۷"),
        (JALALI, "۳۰ اسفند ۱۳۶۷"),  # not a leap year
        (JALALI, "۱۴۰۹ قمری"),
        (HIJRI, "1200"),  # before the tables begin
        (HIJRI, "summer 1400"),
        (GREGORIAN, "۱۳۶۷ شمسی"),
    ],
)
def test_no_year_century_or_day_is_made_up(calendar: str, words: str):
    assert to_edtf(words, calendar) == ""
