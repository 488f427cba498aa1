"""Four calendars, and the Gregorian days that a moment of each of them covers.

Jalali (Iran's solar calendar since 1925), imperial (the same counted from Cyrus, used 1976–1978:
year = Jalali + 1180), lunar Hijri (Umm al-Qura, 1343–1500 AH) and Gregorian.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from hijridate import Gregorian, Hijri
from persiantools.jdatetime import JalaliDate

from archive.core.date_vocabulary import GREGORIAN, HIJRI, IMPERIAL, JALALI

__all__ = ["GREGORIAN", "HIJRI", "IMPERIAL", "JALALI", "Moment", "Unclear", "interval"]
IMPERIAL_OFFSET = 1180  # imperial 2535 began with Jalali 1355
WINTER = 4


class Unclear(ValueError):
    """It cannot be understood without guessing."""


@dataclass(frozen=True)
class Moment:
    """A day, month, season, year or decade in a calendar, as far as it is said."""

    calendar: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None  # 1 spring … 4 winter
    decade: bool = False

    @property
    def edtf(self) -> str:
        """The moment as Gregorian EDTF; raises ValueError where it is none."""
        if self.calendar == GREGORIAN:
            return self._gregorian()
        first, last = self.days
        return f"{first}" if first == last else f"{first}/{last}"

    @property
    def days(self) -> tuple[date, date]:
        """Its first and last Gregorian day; raises ValueError where it is none."""
        if self.year is None or (self.day and not self.month):
            raise Unclear("a moment without its year, or a day without its month")
        year, month, day = self.year, self.month, self.day
        if self.season:
            return self._day(year, 3 * self.season - 2), self._before(year, 3 * self.season + 1)
        if self.decade:
            return self._day(year), self._before(year + 10)
        if month and day:
            return self._day(year, month, day), self._day(year, month, day)
        if month:
            return self._day(year, month), self._before(year, month + 1)
        return self._day(year), self._before(year + 1)

    @classmethod
    def on(cls, calendar: str, day: date) -> Moment:
        """A Gregorian day as a calendar counts it; raises ValueError where that does not reach."""
        if calendar == GREGORIAN:
            return cls(calendar, day.year, day.month, day.day)
        try:
            if calendar == HIJRI:
                hijri = Gregorian.fromdate(day).to_hijri()
                return cls(calendar, hijri.year, hijri.month, hijri.day)
            jalali = JalaliDate.to_jalali(day)
        except OverflowError as error:
            raise ValueError(str(error)) from error
        offset = IMPERIAL_OFFSET if calendar == IMPERIAL else 0
        return cls(calendar, jalali.year + offset, jalali.month, jalali.day)

    def borrowing(self, other: Moment) -> Moment:
        """With what the other end of an interval says for both: `3` of `3–5 May 1988`."""
        year = other.year if self.year is None else self.year
        bare_day = self.day and not self.month
        return replace(self, year=year, month=other.month if bare_day else self.month)

    def _gregorian(self) -> str:
        if self.season:
            return f"{self._known_year}-{20 + self.season}"
        if self.decade:
            return f"{self._known_year}"[:3] + "X"
        if self.month is None:
            if self.day:
                raise Unclear("a day without its month")
            return self._known_year
        date(self.year or 2000, self.month, self.day or 1)  # raises ValueError for 30 February
        year = "XXXX" if self.year is None else self._known_year
        return f"{year}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")

    @property
    def _known_year(self) -> str:
        if self.year is None:
            raise Unclear("neither a year nor a month")
        return f"{self.year:04}"

    def _before(self, year: int, month: int = 1) -> date:
        """The day before a month begins; month 13 is the first of the next year."""
        following = self._day(year + 1) if month > 12 else self._day(year, month)
        return following - timedelta(days=1)

    def _day(self, year: int, month: int = 1, day: int = 1) -> date:
        try:
            if self.calendar == HIJRI:
                hijri = Hijri(year, month, day).to_gregorian()
                return date(hijri.year, hijri.month, hijri.day)
            if self.calendar == GREGORIAN:
                return date(year, month, day)
            offset = IMPERIAL_OFFSET if self.calendar == IMPERIAL else 0
            return JalaliDate(year - offset, month, day).to_gregorian()
        except OverflowError as error:
            raise ValueError(str(error)) from error


def interval(start: Moment, end: Moment) -> tuple[str, str]:
    """The two ends of an interval as EDTF; raises ValueError where they are no interval."""
    start, end = start.borrowing(end), end.borrowing(start)
    if start.season and (start.calendar == GREGORIAN or not end.season):
        return _one_winter(start, end)
    (first, _), (_, last) = start.days, end.days
    if start.edtf == end.edtf or first > last:
        raise Unclear("it ends before it begins")
    if start.calendar == GREGORIAN and not (start.decade or end.decade or end.season):
        return start.edtf, end.edtf
    return str(first), str(last)


def _one_winter(start: Moment, end: Moment) -> tuple[str, str]:
    """`winter 1988–1989` is one winter; other seasons have no two years."""
    if start.year is None or end != Moment(GREGORIAN, start.year + 1) or start.season != WINTER:
        raise Unclear("a season of two years")
    return f"{start.year}-12", f"{end.year}-02"
