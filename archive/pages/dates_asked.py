"""The date that a reader typed, and how a page tells what it was taken for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from archive.core.calendars import GREGORIAN, HIJRI, IMPERIAL, JALALI
from archive.core.date_asked import DateAsked, asked_range
from archive.core.dates import NotADate
from archive.pages.shown.texts import date_in_words

IN_CALENDAR = {
    GREGORIAN: _("the Gregorian calendar"),
    JALALI: _("the Iranian calendar"),
    IMPERIAL: _("the Iranian imperial calendar"),
    HIJRI: _("the lunar Hijri calendar"),
}
_YEARS = re.compile(r"([1-9]\d{3})|([1-9]\d{2})X")


@dataclass(frozen=True)
class DateTold:
    """A reader's words for a date; the days they were read as; other readings, each with its words.

    `asked` is None where they could not be understood.
    """

    words: str
    asked: DateAsked | None = None
    days: str = ""
    calendar: str = ""
    otherwise: tuple[tuple[str, str], ...] = ()

    @property
    def ends(self) -> tuple[date | None, date | None]:
        """First and last day; None where it is open."""
        return (self.asked.earliest, self.asked.latest) if self.asked else (None, None)


def told(words: str, language: str) -> DateTold:
    """How a reader's words for a date are understood."""
    try:
        asked = asked_range(words, language)
    except NotADate:
        return DateTold(words)
    foreign = [each for each in dict.fromkeys(asked.calendars) if each != GREGORIAN]
    return DateTold(
        words,
        asked,
        days=date_in_words(asked.edtf),
        calendar=str(IN_CALENDAR[foreign[0]]) if foreign else "",
        otherwise=tuple((str(IN_CALENDAR[each.calendar]), each.words) for each in asked.otherwise),
    )


def years_of(words: str) -> list[int]:
    """The years that `1988` or `198X` stands for; none for anything else."""
    found = _YEARS.fullmatch(words)
    if not found or not words.isascii():
        return []
    return [int(found[1])] if found[1] else [int(found[2]) * 10 + each for each in range(10)]
