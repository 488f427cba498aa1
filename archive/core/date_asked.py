"""A stretch of days as a reader asks for it: `before 1989`, `مرداد ۱۳۶۷`, `entre 1988 et 1992`.

Nothing is guessed but the calendar of a bare number, by a rule, and the other readings are offered:
1250–1499 are years of the Iranian calendar; where an Arabic reader asks, or the Iranian year is still to
come, of the lunar Hijri one. 2535–2537 are imperial years. Every other year is Gregorian.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from archive.core import date_asked_words as w
from archive.core import date_vocabulary as v
from archive.core.calendars import GREGORIAN, HIJRI, IMPERIAL, JALALI
from archive.core.date_reading import to_edtf
from archive.core.dates import NotADate, bounds
from archive.core.words import folded

LONGEST = 80  # signs of a date that somebody asks for
OF_MUHAMMAD = range(1250, 1500)  # bare years that are not Gregorian ones
OF_CYRUS = range(2535, 2538)
BEFORE_IRANIAN = 621  # years between the two calendars, less at its beginning
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_EDTF = re.compile(r"[\dX?~%/.-]{4,}")
_SHORT_YEAR = re.compile(r"(?<!\d)([3-9]\d)$")
_JOINED = re.compile(r"(?<!\w)(ذ[ويی])(ال)")
_ENDS = re.compile(rf"\s*(?:\.\.|/|[–—]|(?<=\d)-(?=\d{{4}})|(?<!\w)(?:{w.BETWEEN_ENDS})(?!\w))\s*")
FORMS = (
    "Write for example 1988, August 1988, summer 1988, before 1989, after 2001, between 1988 and 1992 "
    "or مرداد ۱۳۶۷."
)


@dataclass(frozen=True)
class Otherwise:
    """The same number in another calendar, and the words that ask for that."""

    calendar: str
    words: str


@dataclass(frozen=True)
class DateAsked:
    """First and last day that are asked for, None where it is open; how the years were read.

    `otherwise` are further readings of a number without a calendar.
    """

    earliest: date | None
    latest: date | None
    calendars: tuple[str, ...]
    otherwise: tuple[Otherwise, ...] = ()

    def offering(self, words: str) -> DateAsked:
        """With its other readings asked for in a reader's own signs."""
        otherwise = (Otherwise(each.calendar, f"{words.strip()} {each.words}") for each in self.otherwise)
        return replace(self, otherwise=tuple(otherwise))

    @property
    def edtf(self) -> str:
        """The same days as EDTF."""
        if self.earliest == self.latest:
            return str(self.earliest)
        return f"{self.earliest or '..'}/{self.latest or '..'}"


@dataclass(frozen=True)
class _Stretch:
    first: date
    last: date
    calendar: str


def asked_range(words: str, language: str, *, today: date | None = None) -> DateAsked:
    """What a reader of a language asks for with these words; raises NotADate, which says what to write."""
    text = _plain(words)
    if len(text) <= LONGEST:
        for found in _readings(text, language, today or date.today()):
            return found.offering(words) if found.otherwise else found
    raise NotADate(f"“{words.strip()[:LONGEST]}” is not a date that can be understood. {FORMS}")


def _readings(text: str, language: str, today: date) -> Iterator[DateAsked]:
    for relation, rest in _relations(text):
        if found := _stretch(rest, language, today):
            otherwise = _otherwise(rest, found, language, today)
            yield _asked(relation, found, otherwise)
    ends = [end for end in _ENDS.split(w.OPENING.sub("", text)) if end]
    if len(ends) == 2:
        first, last = (_stretch(end, language, today) for end in ends)
        if first and last and first.first <= last.last:
            yield DateAsked(first.first, last.last, (first.calendar, last.calendar))


def _asked(relation: str, found: _Stretch, otherwise: tuple[Otherwise, ...]) -> DateAsked:
    one_day = timedelta(days=1)
    try:
        first, last = {
            w.IN: (found.first, found.last),
            w.BEFORE: (None, found.first - one_day),
            w.UNTIL: (None, found.last),
            w.AFTER: (found.last + one_day, None),
            w.SINCE: (found.first, None),
        }[relation]
    except OverflowError:
        raise NotADate("The archive holds years 1 to 9999.") from None
    return DateAsked(first, last, (found.calendar,), otherwise)


def _plain(words: str) -> str:
    """With plain digits, one space between words, and the calendar's marks without their points."""
    text = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in words)
    text = " ".join(text.replace("\u200c", " ").replace("ـ", "").replace("’", "'").split())
    return _JOINED.sub(r"\1 \2", w.SPELT_DECADE.sub(w.decade, text))


def _relations(text: str) -> Iterator[tuple[str, str]]:
    """The whole text as a moment or a stretch; then without the words that say before or after."""
    if not w.SIGNS.search(text):
        yield w.IN, text
    named, text = _named_calendar(text)
    calendar = f" {w.CALENDAR_WORDS['en'][named]}" if named else ""
    for relation, leading in w.LEADING:
        if found := leading.match(text):
            rest = w.ONWARDS.sub("", text[found.end() :]) if relation == w.SINCE else text[found.end() :]
            yield relation, rest + calendar
    for relation, closing in w.CLOSING:
        if found := closing.search(text):
            yield relation, text[: found.start()] + calendar


def _stretch(text: str, language: str, today: date) -> _Stretch | None:
    """The days of a moment or an interval, in the calendar that its words or its years name."""
    text = text.strip(" ,،.")
    if language == "fa" and not _YEAR.search(text):
        text = _SHORT_YEAR.sub(r"13\1", text)
    named, rest = _named_calendar(text)
    for calendar in [named] if named else _calendars(rest, language, today):
        if found := _days(rest, calendar):
            return _Stretch(*found, calendar)
    return None


def _days(text: str, calendar: str) -> tuple[date, date] | None:
    try:
        edtf = to_edtf(text, calendar)
        if not edtf and calendar == GREGORIAN and _EDTF.fullmatch(text):
            edtf = text
        first, last = bounds(edtf) if edtf else (None, None)
    except NotADate:
        return None
    return (first, last) if first and last else None


def _named_calendar(text: str) -> tuple[str, str]:
    """The calendar whose name stands in the text, and the text without that name."""
    for calendar, name in w.CALENDAR_NAMES:
        if name.search(text):
            return calendar, " ".join(name.sub(" ", text).split())
    return "", text


def _calendars(text: str, language: str, today: date) -> list[str]:
    """The calendars to try, the likeliest first."""
    years = {int(year) for year in _YEAR.findall(text)}
    by_year = [_calendars_of_year(year, language, today) for year in years] or [[GREGORIAN]]
    if any(each != by_year[0] for each in by_year):
        return []  # its ends are of two calendars, and are read apart
    by_month = _calendars_of_months(text)
    return [calendar for calendar in by_year[0] if calendar in by_month]


_ALL = frozenset({GREGORIAN, JALALI, IMPERIAL, HIJRI})


def _calendars_of_months(text: str) -> frozenset[str]:
    """The calendars that know the months of a text; all of them where it names none."""
    words = f" {folded(text)} "
    known = {calendar for calendar in _ALL if any(f" {month} " in words for month in v.MONTHS[calendar])}
    return frozenset(known) or _ALL


def _calendars_of_year(year: int, language: str, today: date) -> list[str]:
    if year in OF_CYRUS:
        return [IMPERIAL, GREGORIAN]
    if year not in OF_MUHAMMAD:
        return [GREGORIAN]
    if language == "ar" or year + BEFORE_IRANIAN > today.year:
        return [HIJRI, JALALI, GREGORIAN]
    return [JALALI, HIJRI, GREGORIAN]


def _otherwise(rest: str, found: _Stretch, language: str, today: date) -> tuple[Otherwise, ...]:
    """The other calendars in which the same number is a year, where nothing but the rule chose one."""
    named, plain = _named_calendar(rest)
    if named or _calendars_of_months(plain) != _ALL or found.calendar in (GREGORIAN, IMPERIAL):
        return ()
    names = w.CALENDAR_WORDS.get(language, w.CALENDAR_WORDS["en"])
    others = [each for each in _calendars(plain, language, today) if each != found.calendar]
    return tuple(Otherwise(each, names[each]) for each in others if _days(plain, each))
