"""A stretch of the time line that a reader looks at: all of it, a decade, a year or a month."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from archive.core.dates import bounds

_ASKED = re.compile(r"[1-9]\d\dX|[1-9]\d{3}(-(0[1-9]|1[0-2]))?")
DECADE, YEAR, MONTH, DAY = "decade", "year", "month", "day"


@dataclass(frozen=True)
class Span:
    """Days that are looked at as one. `edtf` is how its address says it, "" for all of the time line;
    `unit` is what it is divided into."""

    edtf: str
    first: date
    last: date
    unit: str

    @classmethod
    def asked(cls, words: str) -> Span | None:
        """The decade `198X`, the year `1988` or the month `1988-08`; None for anything else."""
        if not _ASKED.fullmatch(words):
            return None
        first, last = bounds(words)
        assert first  # every such year is known
        assert last
        return cls(words, first, last, YEAR if "X" in words else MONTH if len(words) == 4 else DAY)

    @classmethod
    def of_years(cls, first: int, last: int) -> Span:
        """All of the time line, in whole decades."""
        return cls("", date(max(first // 10 * 10, 1), 1, 1), date(last // 10 * 10 + 9, 12, 31), DECADE)

    @property
    def length(self) -> int:
        """In days."""
        return (self.last - self.first).days + 1

    @property
    def wider(self) -> Iterator[str]:
        """The spans around it, the widest first, as their addresses say them."""
        if self.unit in (MONTH, DAY):
            yield f"{self.edtf[:3]}X"
        if self.unit == DAY:
            yield self.edtf[:4]

    @property
    def units(self) -> Iterator[Span]:
        """What it is divided into, in order; a day is divided no further."""
        at = self.first
        while at <= self.last:
            unit = _around(at, self.unit)
            yield unit
            if unit.last == date.max:
                return
            at = unit.last + timedelta(days=1)

    @property
    def before(self) -> str:
        """The span before it; "" where there is none."""
        return self._beside(self.first - timedelta(days=1)) if self.edtf and self.first.year > 1000 else ""

    @property
    def after(self) -> str:
        return self._beside(self.last + timedelta(days=1)) if self.edtf and self.last.year < 9999 else ""

    def _beside(self, day: date) -> str:
        return _around(day, {YEAR: DECADE, MONTH: YEAR, DAY: MONTH}[self.unit]).edtf

    def share(self, first: date, last: date) -> tuple[float, float]:
        """Where days begin and end on it, from 0 to 1; what lies beyond is cut off."""
        begin = (max(first, self.first) - self.first).days
        end = (min(last, self.last) - self.first).days + 1
        return begin / self.length, end / self.length


def _around(day: date, unit: str) -> Span:
    """The decade, year, month or day in which a day lies."""
    if unit == DECADE:
        start = max(day.year // 10 * 10, 1)
        return Span(f"{day.year // 10:03}X", date(start, 1, 1), date(day.year // 10 * 10 + 9, 12, 31), YEAR)
    if unit == YEAR:
        return Span(f"{day.year:04}", date(day.year, 1, 1), date(day.year, 12, 31), MONTH)
    if unit == MONTH:
        last = calendar.monthrange(day.year, day.month)[1]
        return Span(f"{day:%Y-%m}".rjust(7, "0"), day.replace(day=1), day.replace(day=last), DAY)
    return Span(day.isoformat(), day, day, "")
