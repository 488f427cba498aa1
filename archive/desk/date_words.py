"""A historical date said in words, so that a curator sees what the archive understood."""

from __future__ import annotations

import re

from django.utils import formats
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from archive.core.dates import HistoricalDate

_PARTS = re.compile(r"(?P<year>-?[\dX]{4})(?:-(?P<month>[\dX]{2}))?(?:-(?P<day>[\dX]{2}))?\Z")
_DOUBT = {
    "?": gettext_noop("uncertain"),
    "~": gettext_noop("approximate"),
    "%": gettext_noop("approximate and uncertain"),
}


def in_words(date: HistoricalDate) -> str:
    """What was understood, and the days it covers; "" where there is no date at all."""
    if not date:
        return ""
    if not date.edtf:
        return _("Kept in the source’s words only. Write under “understood as” what they mean, if you know.")
    return _("Understood as %(words)s; %(days)s.") % {"words": _said(date.edtf), "days": _days(date)}


def _days(date: HistoricalDate) -> str:
    if date.earliest is None or date.latest is None:
        return _("first and last day: unknown")
    first, last = (formats.date_format(day, "j F Y") for day in (date.earliest, date.latest))
    if first == last:
        return _("one day, %(day)s") % {"day": first}
    return _("first day %(first)s, last day %(last)s") % {"first": first, "last": last}


def _said(edtf: str) -> str:
    if "/" not in edtf:
        return _one(edtf)
    first, last = edtf.split("/", 1)
    if first in ("", ".."):
        return _("until %(last)s") % {"last": _one(last)}
    if last in ("", ".."):
        return _("from %(first)s on") % {"first": _one(first)}
    return _("from %(first)s to %(last)s") % {"first": _one(first), "last": _one(last)}


def _one(edtf: str) -> str:
    found = _PARTS.match(re.sub(r"[?~%]", "", edtf))
    if not found:
        return edtf
    words = " ".join(filter(None, (_day(found["day"]), _month(found["month"]), _year(found["year"]))))
    if found["year"] == "XXXX" and found["month"]:
        words = _("%(day)s, year not stated") % {"day": words}
    doubts = [_(word) for mark, word in _DOUBT.items() if mark in edtf]
    return f"{words} ({', '.join(doubts)})" if doubts else words


def _day(day: str | None) -> str:
    return str(int(day)) if day and day.isdigit() else ""


def _month(month: str | None) -> str:
    return str(MONTHS.get(int(month), month)) if month and month.isdigit() else ""


def _year(year: str) -> str:
    if year == "XXXX":
        return ""
    if year.isdigit():
        return year
    if re.match(r"\d{3}X\Z", year):
        return _("some year from %(first)s to %(last)s") % {"first": f"{year[:3]}0", "last": f"{year[:3]}9"}
    if re.match(r"\d{2}XX\Z", year):
        return _("some year from %(first)s to %(last)s") % {"first": f"{year[:2]}00", "last": f"{year[:2]}99"}
    return year
