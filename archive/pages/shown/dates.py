"""A historical date as a reader sees it: in one calendar or several, and how sure it is.

A page holds the date in every calendar that a reader may choose; what shows without a choice is written
so, and the choice on `<html>` (`data-calendar`) does the rest in `static/css/dates.css`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from archive.core.date_told import doubt, told_in
from archive.core.dates import is_uncertain
from archive.edition.vocabulary import Calendar
from archive.pages.shown.texts import date_in_words, phrases

_PLAIN = re.compile(r"\d{4}(-\d\d(-\d\d)?)?\Z")
CHOSEN = (Calendar.GREGORIAN, Calendar.JALALI)  # what a reader can choose between


@dataclass(frozen=True)
class InCalendar:
    """A date in one calendar: `hidden` until a reader asks for it; `named` for who only hears it."""

    words: str
    calendar: str = ""
    named: str = ""
    hidden: bool = False


@dataclass(frozen=True)
class DateShown:
    """`words` tell it in one line of text; `told` in each calendar; `doubt` how sure it is."""

    words: str
    told: tuple[InCalendar, ...]
    doubt: str
    stated: str
    calendar: str
    edtf: str
    machine: str
    doubtful: bool

    @property
    def explained(self) -> bool:
        """Whether there is more to say than the words do."""
        return bool(self.edtf and (self.doubtful or not self.machine or self.stated))

    @property
    def pair(self) -> bool:
        """Whether a reader's choice leaves one of two."""
        return len(self.told) == len(CHOSEN)


def date_shown(date: dict[str, Any] | None) -> DateShown | None:
    """A shape's date for a page; None where there is none."""
    if not date or not (date["stated"] or date["edtf"]):
        return None
    edtf, source = date["edtf"], Calendar(date["calendar"])
    told = _told(edtf, source)
    unsure = doubt(edtf, phrases(), source=source) if told else ""
    line = " · ".join(each.words for each in told if not each.hidden) + (f" ({unsure})" if unsure else "")
    unread = (InCalendar(date_in_words(edtf) or date["stated"]),)
    return DateShown(
        words=line or unread[0].words,
        told=told or unread,
        doubt=unsure,
        stated=date["stated"],
        calendar=str(source.label) if source != Calendar.GREGORIAN else "",
        edtf=edtf,
        machine=edtf if _PLAIN.match(edtf) and not "20" < edtf[5:7] < "25" else "",
        doubtful=is_uncertain(edtf) or "X" in edtf,
    )


def _told(edtf: str, source: Calendar) -> tuple[InCalendar, ...]:
    """The date in the source's calendar first, then in the others; in the readers' own first of all.

    Beside it stands what a reader needs to compare it with the source, and no more.
    """
    custom = Calendar(phrases().custom)
    others = [each for each in CHOSEN if each != source]
    calendars = sorted(
        [source, *others], key=lambda each: (each != custom or source not in CHOSEN, each != source)
    )
    told: list[InCalendar] = []
    for calendar in calendars:
        if words := told_in(calendar, edtf, phrases(), source=source):
            foreign = calendar not in (custom, source)
            choice = calendar if calendar in CHOSEN else ""
            named = phrases().list + _named(calendar) if told else ""
            told.append(InCalendar(words, str(choice), named, hidden=foreign and bool(told)))
    if len(told) == 1:
        return (InCalendar(told[0].words),)
    return tuple(told)


def _named(calendar: Calendar) -> str:
    return {
        Calendar.GREGORIAN: _("in the Gregorian calendar:"),
        Calendar.JALALI: _("in the Iranian calendar:"),
    }.get(calendar, "")


def gregorian(edtf: str) -> DateShown:
    """A year, month or day that the archive itself counts by, in the calendars that a reader chooses from."""
    shown = date_shown({"stated": "", "edtf": edtf, "calendar": Calendar.GREGORIAN})
    assert shown
    return shown
