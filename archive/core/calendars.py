"""Four calendars: dates written in them, turned into Gregorian EDTF.

Jalali (Iran's solar calendar since 1925), imperial (the same counted from Cyrus, used 1976–1978:
year = Jalali + 1180), lunar Hijri (Umm al-Qura, 1343–1500 AH) and Gregorian. Month names in
English, French, Persian and Arabic.
"""

from __future__ import annotations

import calendar as gregorian_calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from hijridate import Hijri
from persiantools.jdatetime import JalaliDate

GREGORIAN, JALALI, IMPERIAL, HIJRI = "gregorian", "jalali", "imperial", "hijri"
IMPERIAL_OFFSET = 1180  # imperial 2535 began with Jalali 1355

_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
_FOLDED = str.maketrans({"ي": "ی", "ك": "ک", "\u200c": " "})

_MONTHS = {
    GREGORIAN: (
        "january|janvier|ژانویه|يناير", "february|février|فوریه|فبراير", "march|mars|مارس",
        "april|avril|آوریل|أبريل", "may|mai|مه|مايو", "june|juin|ژوئن|يونيو",
        "july|juillet|ژوئیه|يوليو", "august|août|اوت|أغسطس", "september|septembre|سپتامبر|سبتمبر",
        "october|octobre|اکتبر|أكتوبر", "november|novembre|نوامبر|نوفمبر",
        "december|décembre|دسامبر|ديسمبر",
    ),
    JALALI: (
        "farvardin|فروردین", "ordibehesht|اردیبهشت", "khordad|خرداد", "tir|تیر",
        "mordad|amordad|مرداد", "shahrivar|شهریور", "mehr|مهر", "aban|آبان", "azar|آذر",
        "dey|دی", "bahman|بهمن", "esfand|اسفند",
    ),
    HIJRI: (
        "muharram|محرم", "safar|صفر", "rabi al-awwal|ربیع الاول", "rabi al-thani|ربیع الثانی",
        "jumada al-awwal|جمادی الاول", "jumada al-thani|جمادی الثانی", "rajab|رجب",
        "shaban|شعبان", "ramadan|رمضان", "shawwal|شوال", "dhu al-qadah|ذی القعده",
        "dhu al-hijjah|ذی الحجه",
    ),
}  # fmt: skip
_MONTHS[IMPERIAL] = _MONTHS[JALALI]


def to_edtf(words: str, calendar: str) -> str:
    """The Gregorian EDTF of a date written in `calendar`, or "" where the words stay unclear.

    Understands `1367`, `1367-05`, `1367/5/3`, `3 Mordad 1367`, `August 1988`, `November 28`.
    Never guesses a missing year: it becomes XXXX in Gregorian, and nothing elsewhere.
    """
    year, month, day = _parts(words, calendar)
    if calendar == GREGORIAN:
        return _gregorian(year, month, day)
    if year is None:
        return ""
    if calendar == IMPERIAL:
        year -= IMPERIAL_OFFSET
    try:
        first, last = _FIRST_AND_LAST[calendar](year, month, day)
    except (ValueError, OverflowError):
        return ""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _parts(words: str, calendar: str) -> tuple[int | None, int | None, int | None]:
    text = words.translate(_DIGITS).translate(_FOLDED).lower().strip()
    numeric = re.fullmatch(r"(\d{4})(?:\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{1,2}))?)?", text)
    if numeric:
        year, month, day = numeric.groups()
        return int(year), int(month) if month else None, int(day) if day else None
    month = _month(text, calendar)
    figures = re.findall(r"\d+", text)
    years = [int(f) for f in figures if len(f) == 4]
    days = [int(f) for f in figures if len(f) <= 2]
    if month is None or len(years) > 1 or len(days) > 1:
        return None, None, None
    return (years[0] if years else None), month, (days[0] if days else None)


def _month(text: str, calendar: str) -> int | None:
    found = [
        number
        for number, names in enumerate(_MONTHS[calendar], start=1)
        if re.search(rf"(?<!\w)(?:{names.translate(_FOLDED)})(?!\w)", text)
    ]
    return found[0] if len(found) == 1 else None


def _gregorian(year: int | None, month: int | None, day: int | None) -> str:
    if year is None and month is None:
        return ""
    if month and not 1 <= month <= 12:
        return ""
    if day and not 1 <= day <= gregorian_calendar.monthrange(year or 2000, month or 1)[1]:
        return ""
    parts = [f"{year:04}" if year is not None else "XXXX"]
    if month:
        parts.append(f"{month:02}")
    if month and day:
        parts.append(f"{day:02}")
    return "-".join(parts)


def _days(
    day_of: Callable[[int, int, int], date], year: int, month: int | None, day: int | None
) -> tuple[date, date]:
    """First and last Gregorian day of a year, month or day in another calendar."""
    if month and day:
        return day_of(year, month, day), day_of(year, month, day)
    if month:
        following = (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
        return day_of(year, month, 1), day_of(*following) - timedelta(days=1)
    return day_of(year, 1, 1), day_of(year + 1, 1, 1) - timedelta(days=1)


def _jalali(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    return _days(lambda y, m, d: JalaliDate(y, m, d).to_gregorian(), year, month, day)


def _hijri(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    def day_of(y: int, m: int, d: int) -> date:
        gregorian = Hijri(y, m, d).to_gregorian()
        return date(gregorian.year, gregorian.month, gregorian.day)

    return _days(day_of, year, month, day)


_FIRST_AND_LAST = {JALALI: _jalali, IMPERIAL: _jalali, HIJRI: _hijri}
