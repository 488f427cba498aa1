"""What a reader asks of a page beside the page itself: its filters, and the calendar that dates are told in.

It stands in the address, so it works without JavaScript and leaves nothing in a browser. The other
languages of a page keep it; the addresses that search engines are told do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

CALENDAR = "calendar"
CALENDARS = ("gregorian", "jalali", "both")
PLACES_IN_A_LIST = {"after", "before"}  # a list has another order in another language
_NAME = re.compile(r"[a-z][a-z_]{0,30}")
MOST, LONGEST = 40, 400


@dataclass(frozen=True)
class Asked:
    """The calendar chosen ("" for none), and the parameters to keep."""

    calendar: str = ""
    kept: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, query: QueryDict) -> Asked:
        calendar = query.get(CALENDAR, "")
        kept = [
            (name, value)
            for name, values in query.lists()
            for value in values
            if _NAME.fullmatch(name)
            and name not in {CALENDAR, *PLACES_IN_A_LIST}
            and 0 < len(value) <= LONGEST
        ]
        return cls(calendar if calendar in CALENDARS else "", tuple(kept[:MOST]))

    @property
    def query(self) -> str:
        """What an address of the same page in another language ends with."""
        return _query(self.kept, self.calendar)

    def in_calendar(self, calendar: str) -> str:
        """The same page with its dates in another calendar, as a relative address."""
        return _query(self.kept, calendar)


def _query(kept: tuple[tuple[str, str], ...], calendar: str) -> str:
    said = [*kept, *([(CALENDAR, calendar)] if calendar else [])]
    return f"?{urlencode(said)}" if said else ""


NOTHING = Asked()
_ASKED: ContextVar[Asked] = ContextVar("asked", default=NOTHING)


def asked() -> Asked:
    """What the page being made was asked for; nothing where it is told of an error."""
    return _ASKED.get()


@contextmanager
def asking(query: QueryDict) -> Iterator[None]:
    """Makes a page under what its address asks for."""
    token = _ASKED.set(Asked.of(query))
    try:
        yield
    finally:
        _ASKED.reset(token)
