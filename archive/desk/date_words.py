"""A historical date said in words, so that a curator sees what the archive understood."""

from __future__ import annotations

from django.utils import formats
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from archive.core import date_words
from archive.core.dates import HistoricalDate


def in_words(date: HistoricalDate) -> str:
    """What was understood, as readers will be told it, and the days it covers; "" for no date at all."""
    if not date:
        return ""
    if not date.edtf:
        return _("Kept in the source’s words only. Write under “understood as” what they mean, if you know.")
    words = date_words.in_words(date.edtf, get_language() or "en", pgettext)
    return _("Understood as %(words)s; %(days)s.") % {"words": words, "days": _days(date)}


def _days(date: HistoricalDate) -> str:
    if date.earliest is None or date.latest is None:
        return _("first and last day: unknown")
    first, last = (formats.date_format(day, "j F Y") for day in (date.earliest, date.latest))
    if first == last:
        return _("one day, %(day)s") % {"day": first}
    return _("first day %(first)s, last day %(last)s") % {"first": first, "last": last}
