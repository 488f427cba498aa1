"""Historical dates: what the source says, what a curator understood, and the days it covers.

The understanding is an EDTF string (https://www.loc.gov/standards/datetime/), always Gregorian:
`2017?-11-28` is 28 November of a year that somebody inferred, `198X` some year of the eighties.
"""

from __future__ import annotations

import math
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from edtf import EDTFParseException, parse_edtf

from archive.core.calendars import GREGORIAN
from archive.core.date_reading import to_edtf

FIRST_YEAR, LAST_YEAR = 1, 9999  # what Python's and PostgreSQL's dates both hold
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WINTER = re.compile(r"[?~%]?(\d{4})[?~%]?-[?~%]?24[?~%]?")
_HALF_UNKNOWN = re.compile(r"-[?~%]?(?:\dX|X\d)(?![\dX])")


class NotADate(ValueError):
    """The words cannot be understood as a date; the message says what to write instead."""


@dataclass(frozen=True)
class HistoricalDate:
    """A date as a source gives it.

    `stated`: the source's own words; `calendar`: gregorian, jalali, imperial or hijri;
    `edtf`: how it was understood, or ""; `earliest`, `latest`: the first and last day it can
    mean, both None where the year is unknown or the understanding is missing.
    """

    stated: str = ""
    calendar: str = GREGORIAN
    edtf: str = ""
    earliest: date | None = None
    latest: date | None = None

    @classmethod
    def understood(cls, *, stated: str = "", calendar: str = GREGORIAN, edtf: str = "") -> HistoricalDate:
        """A date from the source's words and, where given, a curator's EDTF.

        Without one, figures and month names in `stated` are read in `calendar`; words that stay
        unclear leave the understanding empty. Raises NotADate for an EDTF that is not one.
        """
        stated, edtf = stated.strip(), edtf.strip()
        edtf = edtf or to_edtf(stated, calendar)
        if not edtf:
            return cls(stated=stated, calendar=calendar)
        earliest, latest = bounds(edtf)
        return cls(stated, calendar, edtf, earliest, latest)

    def __bool__(self) -> bool:
        return bool(self.stated or self.edtf)


@lru_cache(maxsize=10_000)  # a page tells tens of dates, and the parser takes milliseconds for each
def bounds(edtf: str) -> tuple[date | None, date | None]:
    """First and last day an EDTF string can mean; (None, None) where its year is unknown.

    An interval open at one end is bounded by the years 1 and 9999. Raises NotADate.
    """
    if _DAY.fullmatch(edtf):
        with suppress(ValueError):
            return (day := date.fromisoformat(edtf)), day
    if len(edtf) > 60:
        raise NotADate("That is too long for a date. Write for example 1988-08 or 1988-07/1988-09.")
    if winter := _WINTER.fullmatch(edtf):
        return _winter(int(winter[1]))
    try:
        if _HALF_UNKNOWN.search(edtf):  # beyond level 1, and the parser would print to the console
            raise ValueError(edtf)
        parsed = parse_edtf(edtf)
        lower, upper = parsed.lower_strict(), parsed.upper_strict()
    except (EDTFParseException, ValueError, IndexError, AttributeError, TypeError) as error:
        raise NotADate(
            f"“{edtf}” is not a date that can be understood. Write the year first, as in 1988, "
            "1988-08, 1988-08-03, 198X (a year of the eighties), 1988? (uncertain), "
            "XXXX-11-28 (no year given) or 1988-07/1988-09 (from – to)."
        ) from error
    if re.match(r"[X?~%]*X{3,4}", edtf):
        return None, None
    if edtf.endswith("/"):
        upper = math.inf
    if edtf.startswith("/"):
        lower = -math.inf
    earliest, latest = _day(lower), _day(upper)
    if earliest > latest:
        raise NotADate(f"“{edtf}” ends before it begins. Write the earlier date first.")
    return earliest, latest


def _winter(year: int) -> tuple[date, date]:
    """`1988-24`: to some the winter that ends in the year, to others the one that begins in it."""
    if not FIRST_YEAR <= year < LAST_YEAR:
        raise NotADate(f"The archive holds years {FIRST_YEAR} to {LAST_YEAR}.")
    return date(year, 1, 1), date(year + 1, 3, 1) - timedelta(days=1)


def _day(moment) -> date:
    if isinstance(moment, float):
        return date(FIRST_YEAR, 1, 1) if moment < 0 else date(LAST_YEAR, 12, 31)
    year, month, day = moment[:3]
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotADate(f"The archive holds years {FIRST_YEAR} to {LAST_YEAR}.")
    # "1988-XX-31"-like upper bounds may name a day the month does not have
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1


def is_uncertain(edtf: str) -> bool:
    """Whether somebody inferred a part of it, or it is approximate."""
    return any(mark in edtf for mark in "?~%")
