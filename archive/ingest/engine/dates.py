"""Dates as a text states them, and as EDTF as far as it states them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.core.spans import Span
from archive.ingest.engine.tokens import Page, Token

UNKNOWN_YEAR = "XXXX"
DAY = 2  # hyphens in an EDTF date that holds a day


@dataclass(frozen=True)
class Date:
    """The words of a date and what they say, no more: a missing year stays missing."""

    span: Span
    edtf: str

    @property
    def is_full(self) -> bool:
        """Whether it says the month and the day."""
        return self.edtf.count("-") == DAY

    @property
    def is_day(self) -> bool:
        return self.is_full or not self.edtf


class Dates:
    """Finds dates: a month with a day or a year, a weekday, a plain year of four digits."""

    def __init__(self, page: Page):
        self.rules = page.rules

    def first(self, tokens: Sequence[Token]) -> Date | None:
        """The first day, with or without its month; else the first month of a year."""
        dated = [date for place in range(len(tokens)) if (date := self._at(tokens, place))]
        days = [date for date in dated if date.is_full]
        weekday = self._weekday(tokens)
        if weekday and not any(date.span.overlaps(weekday.span) for date in days):
            days.append(weekday)
        return min(days or dated, key=lambda date: date.span.start, default=None)

    def _at(self, tokens: Sequence[Token], place: int) -> Date | None:
        month = self.rules.months.get(tokens[place].norm)
        if month is None or (self.rules.capitals and not tokens[place].is_capital):
            return None
        day_before, first = self._day_before(tokens, place)
        last = place + 1
        if last < len(tokens) and tokens[last].text == "." and len(tokens[place].text) <= 4:
            last += 1
        day, last = (day_before, last) if day_before else self._day_after(tokens, last)
        year, last = self._year(tokens, last)
        if not day and not year:
            return None
        edtf = f"{year or UNKNOWN_YEAR}-{month:02d}" + (f"-{day:02d}" if day else "")
        return Date(Span(tokens[self._lead(tokens, first)].start, tokens[last - 1].end), edtf)

    def _lead(self, tokens: Sequence[Token], first: int) -> int:
        """Back to “On” or “On Thursday,”: they belong to the date as stated."""
        while first > 0 and (
            tokens[first - 1].text == "," and first > 1 and self._is_weekday(tokens[first - 2])
        ):
            first -= 2
        if first > 0 and self._is_weekday(tokens[first - 1]):
            first -= 1
        return first - 1 if first > 0 and tokens[first - 1].norm in self.rules.date_leads else first

    def _is_weekday(self, token: Token) -> bool:
        return token.norm in self.rules.weekdays

    def _day_before(self, tokens: Sequence[Token], place: int) -> tuple[int, int]:
        at = place - 1
        if at >= 0 and tokens[at].norm in self.rules.of:
            at -= 1
        if at < 0:
            return 0, place
        day = self._day(tokens[at])
        if not day:
            return 0, place
        return day, at - 1 if at > 0 and tokens[at - 1].norm in self.rules.definite_articles else at

    def _day_after(self, tokens: Sequence[Token], place: int) -> tuple[int, int]:
        if place < len(tokens) and (day := self._day(tokens[place])):
            return day, place + 1
        return 0, place

    def _day(self, token: Token) -> int:
        digits = token.norm.rstrip("".join(self.rules.ordinals)) if token.text[0].isdigit() else ""
        if digits.isdigit() and 1 <= int(digits) <= 31:
            return int(digits)
        return self.rules.ordinal_days.get(token.norm, 0)

    def _year(self, tokens: Sequence[Token], place: int) -> tuple[int, int]:
        at = place + 1 if place < len(tokens) and tokens[place].text == "," else place
        if at < len(tokens) and tokens[at].text.isdigit() and 1000 < int(tokens[at].text) < 2200:
            return int(tokens[at].text), at + 1
        return 0, place

    def _weekday(self, tokens: Sequence[Token]) -> Date | None:
        for place, token in enumerate(tokens):
            if self._is_weekday(token):
                first = place
                if first > 0 and tokens[first - 1].norm in self.rules.date_leads:
                    first -= 1
                last = place + 1
                while last < len(tokens) and tokens[last].norm in self.rules.day_parts:
                    last += 1
                return Date(Span(tokens[first].start, tokens[last - 1].end), "")
        return None
