"""An understood date told in any calendar, as exactly as its source told it and no more.

A month of one calendar lies across two of another: August 1988 is "Mordad–Shahrivar 1367", the year
1988 is "1366–1367". Nothing is rounded to look like a day, a month or a year that nobody stated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from archive.core.calendars import GREGORIAN, HIJRI, IMPERIAL, JALALI, Moment
from archive.core.date_phrases import Phrases
from archive.core.date_words import OPEN, Simple, Teller
from archive.core.dates import NotADate, bounds

DAY, MONTH, SEASON, YEAR, DECADE = "day", "month", "season", "year", "decade"
_MARKS = re.compile(r"[?~%]")
_IRANIAN_YEARS = 621  # spring to autumn 1988 are spring to autumn 1367


@dataclass(frozen=True)
class Stretch:
    """Days that were told as one: a day, a month, a season, a year, ten years."""

    first: date
    last: date
    unit: str

    @property
    def middle(self) -> date:
        return self.first + (self.last - self.first) / 2


def told_in(calendar: str, edtf: str, phrases: Phrases, *, source: str = GREGORIAN) -> str:
    """A date in words, without its doubts; "" where it has no place in the calendar.

    `source` is the calendar that the source counts in: what fills a month there was told as a month.
    """
    bare = _MARKS.sub("", edtf)
    if calendar == source == GREGORIAN:
        return Teller(phrases).told(bare) if edtf else ""
    try:
        start, end = _ends(bare, source)
        told = _Counting(calendar, phrases).told(start, end, single="/" not in bare)
    except (ValueError, OverflowError):
        return ""
    # its months are those of the Iranian calendar: only its name tells the two apart
    return phrases.of_calendar[IMPERIAL].format(told) if calendar == IMPERIAL else told


def doubt(edtf: str, phrases: Phrases, *, source: str = GREGORIAN) -> str:
    """How sure a date is, in words; "" where nothing is said against it."""
    teller = Teller(phrases)
    said: list[str] = []
    for end in edtf.split("/"):
        if simple := Simple.read(end):
            said += [words for words in teller.doubts(simple) if words not in said]
    if source == HIJRI:
        said.append(phrases.to_the_day)
    return phrases.semicolon.join(said)


def _ends(edtf: str, source: str) -> tuple[Stretch | None, Stretch | None]:
    """Both ends of a date, the same of one that is no interval; None for an end that is open."""
    start, slash, end = edtf.partition("/")
    if not slash:
        stretch = _stretch(start)
        return stretch, stretch
    ends = [None if each in OPEN else _stretch(each) for each in (start, end)]
    if source != GREGORIAN and ends[0] and ends[1] and ends[0].unit == ends[1].unit == DAY:
        return _as_counted(ends[0].first, ends[1].last, source)
    return ends[0], ends[1]


def _stretch(edtf: str) -> Stretch:
    simple = Simple.read(edtf)
    first, last = bounds(edtf)
    if not simple or not first or not last:
        raise NotADate(edtf)
    if "X" in simple.year and (simple.month or simple.day):
        raise NotADate(edtf)  # a day of some year: it moves from year to year
    if simple.day.isdigit():
        return Stretch(first, last, DAY if simple.month.isdigit() else YEAR)
    if simple.month in ("21", "22", "23"):
        return Stretch(first, last, SEASON)
    if simple.month.isdigit() and simple.month != "24":  # whose winter it is, nobody said
        return Stretch(first, last, MONTH)
    return Stretch(first, last, YEAR)


def _as_counted(first: date, last: date, calendar: str) -> tuple[Stretch, Stretch]:
    """What an interval of days is in the calendar that its source counts in."""
    for unit in (DECADE, YEAR, SEASON, MONTH):
        if (unit != SEASON or calendar != HIJRI) and _around(first, unit, calendar) == (first, last):
            whole = Stretch(first, last, unit)
            return whole, whole
    for unit in (YEAR, MONTH):
        (begin, until), (since, finish) = (_around(day, unit, calendar) for day in (first, last))
        if (begin, finish) == (first, last):
            return Stretch(first, until, unit), Stretch(since, last, unit)
    return Stretch(first, first, DAY), Stretch(last, last, DAY)


def _around(day: date, unit: str, calendar: str) -> tuple[date, date]:
    return _moment(day, unit, calendar).days


def _moment(day: date, unit: str, calendar: str) -> Moment:
    """The month, season, year or decade of a calendar in which a day lies."""
    on = Moment.on(calendar, day)
    year, month = on.year or 0, on.month or 0
    if unit == DAY:
        return on
    if unit == MONTH:
        return Moment(calendar, year, month)
    if unit == SEASON:
        return Moment(calendar, year, season=(month + 2) // 3)
    if unit == DECADE:
        return Moment(calendar, year - year % 10, decade=True)
    return Moment(calendar, year)


@dataclass(frozen=True)
class _Counting:
    """Tells stretches of days in one calendar."""

    calendar: str
    phrases: Phrases

    def told(self, start: Stretch | None, end: Stretch | None, *, single: bool) -> str:
        if start and end and (single or start == end):
            return self.stretch(start)
        if start and end:
            return self.interval(start, end)
        if start:
            return self.phrases.since.format(self.one(self.begins(start)))
        return self.phrases.until.format(self.one(self.ends(end))) if end else ""

    def begins(self, stretch: Stretch) -> Moment:
        return _moment(stretch.first, self.unit(stretch), self.calendar)

    def ends(self, stretch: Stretch) -> Moment:
        return _moment(stretch.last, self.unit(stretch), self.calendar)

    def unit(self, stretch: Stretch) -> str:
        """The smallest unit to tell it by: a decade begins elsewhere in another calendar."""
        if stretch.unit == DECADE and _around(stretch.first, DECADE, self.calendar) != (
            stretch.first,
            stretch.last,
        ):
            return YEAR
        return stretch.unit

    def stretch(self, stretch: Stretch) -> str:
        if stretch.unit == SEASON:
            return self.season(stretch)
        first, last = self.begins(stretch), self.ends(stretch)
        if first == last:
            return self.one(first)
        if first.year == last.year:
            months = (self.month(each, followed=True) for each in (first, last))
            return f"{'–'.join(months)} {self.year(first)}"
        if not first.month:
            return self.of_calendar(f"{self.year(first)}–{self.year(last)}")
        return f"{self.one(first)} – {self.one(last)}"

    def interval(self, start: Stretch, end: Stretch) -> str:
        first, last = self.begins(start), self.ends(end)
        if first == last:
            return self.one(first)
        alike = bool(first.month and last.month) and bool(first.day) == bool(last.day)
        if not alike or first.year != last.year:
            told = (self.one(first), self.one(last))
        elif first.day and first.month == last.month:
            told = (self.phrases.day(first.day), self.one(last))
        else:
            told = (self.one(first, year=False), self.one(last))
        if not first.month and not last.month:
            pair = self.phrases.between.format(self.year(first), self.year(last))
            return self.of_calendar(pair)
        days = (
            self.phrases.the_day.format(words) if moment.day else words
            for moment, words in zip((first, last), told, strict=True)
        )
        return self.phrases.between.format(*days)

    def one(self, moment: Moment, *, year: bool = True) -> str:
        if moment.decade:
            decade = self.phrases.decade.format(self.year(moment))
            return self.of_calendar(decade)
        if moment.season:
            return self.named_season(moment.season, self.year(moment))
        if not moment.month:
            return self.of_calendar(self.year(moment))
        said = [self.phrases.day(moment.day)] if moment.day else []
        said.append(self.month(moment, followed=year))
        return " ".join([*said, self.year(moment)] if year else said)

    def season(self, stretch: Stretch) -> str:
        """A season by its name: summer 1988 is that of 1367; an Iranian winter has two Gregorian years."""
        own = _moment(stretch.middle, SEASON, self.calendar if self.calendar != GREGORIAN else JALALI)
        number, year = own.season or 0, own.year or 0
        if self.calendar == HIJRI:
            return self.stretch(Stretch(stretch.first, stretch.last, YEAR))
        if self.calendar != GREGORIAN:
            return self.named_season(number, self.phrases.number(year))
        known = self.phrases.number(year + _IRANIAN_YEARS)
        if number == 4:
            known = f"{known}–{self.phrases.number(year + _IRANIAN_YEARS + 1)}"
        return f"{self.phrases.seasons[str(20 + number)]} {known}"

    def named_season(self, number: int, year: str) -> str:
        return self.of_calendar(f"{self.phrases.seasons[str(20 + number)]} {year}")

    def month(self, moment: Moment, *, followed: bool) -> str:
        return self.phrases.month(self.calendar, moment.month or 0, followed=followed)

    def year(self, moment: Moment) -> str:
        return self.phrases.number(moment.year or 0)

    def of_calendar(self, year: str) -> str:
        if self.calendar == IMPERIAL:
            return year
        return self.phrases.of_calendar[self.calendar].format(year)
