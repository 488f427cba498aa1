"""Historical dates told in words: `2017?-11-28` is "28 November 2017 (the year is inferred)".

Reads EDTF up to level 1 and its qualifiers inside a date (level 2). What stays beyond it is given
as it was written, so nothing is ever told wrongly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from babel import Locale

from archive.core.date_phrases import PHRASES, Phrases

_SIMPLE = re.compile(
    r"(?P<year_left>[?~%]?)(?P<year>[\dX]{4})(?P<year_right>[?~%]?)"
    r"(?:-(?P<month_left>[?~%]?)(?P<month>\d\d|XX)(?P<month_right>[?~%]?)"
    r"(?:-(?P<day_left>[?~%]?)(?P<day>\d\d|XX)(?P<day_right>[?~%]?))?)?"
)
_PARTS = ("year", "month", "day")
_OPEN = {"", ".."}


def in_words(edtf: str, language: str) -> str:
    """An EDTF date as a reader of `language` says it; "" for none."""
    teller = _Teller(language)
    start, slash, end = edtf.partition("/")
    if not slash:
        date = _Simple.read(edtf)
        return teller.with_doubts(date) if date else edtf
    return teller.interval(start, end) or edtf


@dataclass(frozen=True)
class _Simple:
    """One date of EDTF: its parts as written ("" where absent), and the mark on each."""

    year: str
    month: str
    day: str
    marks: tuple[str, ...]

    @classmethod
    def read(cls, edtf: str) -> _Simple | None:
        found = _SIMPLE.fullmatch(edtf)
        if not found:
            return None
        parts = [found[part] or "" for part in _PARTS]
        season = "21" <= parts[1] <= "24"
        if parts[1].isdigit() and not (1 <= int(parts[1]) <= 12 or (season and not parts[2])):
            return None
        marks = [found[f"{part}_left"] or "" for part in _PARTS]
        for last, part in enumerate(_PARTS):  # a mark on the right of a part covers all to its left
            if mark := found[f"{part}_right"]:
                marks[: last + 1] = [mark] * (last + 1)
        return cls(parts[0], parts[1], parts[2], tuple(marks))

    @property
    def precision(self) -> int:
        """How many parts are written: 1 year, 2 month, 3 day."""
        return 1 + bool(self.month) + bool(self.day)


class _Teller:
    """Tells dates in one language."""

    def __init__(self, language: str):
        tag = language.split("-", maxsplit=1)[0]
        self.language = tag if tag in PHRASES else "en"
        self.phrases: Phrases = PHRASES[self.language]
        self.months = Locale.parse(self.language).months

    def number(self, digits: str) -> str:
        return "".join(self.phrases.digits[int(digit)] for digit in str(int(digits)))

    def with_doubts(self, date: _Simple) -> str:
        doubts = self.doubts(date)
        return f"{self.plain(date)} ({self.phrases.semicolon.join(doubts)})" if doubts else self.plain(date)

    def plain(self, date: _Simple, *, year: bool = True, month: bool = True) -> str:
        """The date without its doubts; on request without its year, or its month and year."""
        missing = [part for part in _PARTS if set(getattr(date, part)) == {"X"}]
        said = []
        if date.day.isdigit():
            said.append(self.day(date.day))
        if date.month.isdigit() and month:
            said.append(self.month(date.month, followed="X" not in date.year and year))
        if year and "X" not in date.year:
            said.append(self.number(date.year))
        told = " ".join(said)
        if year and 0 < date.year.count("X") < 4:
            told = self.phrases.list.join(filter(None, (told, self.unsure_year(date))))
        told = told or self.phrases.some_day
        return told + "".join(self.phrases.list + self.phrases.not_stated[part] for part in missing)

    def day(self, digits: str) -> str:
        return self.phrases.first_day if int(digits) == 1 else self.number(digits)

    def month(self, digits: str, *, followed: bool) -> str:
        if digits in self.phrases.seasons:
            return self.phrases.seasons[digits]
        form = "format" if followed else "stand-alone"
        return self.months[form]["wide"][int(digits)]

    def unsure_year(self, date: _Simple) -> str:
        first, last = (self.number(date.year.replace("X", digit)) for digit in "09")
        if date.year.count("X") == 1:
            return self.phrases.decade.format(first, last)
        return self.phrases.between.format(first, last)

    def doubts(self, date: _Simple) -> list[str]:
        marks = date.marks[: date.precision]
        if not any(marks):
            return []
        if len(set(marks)) == 1:
            return [self.phrases.doubt[marks[0]]]
        marked = zip(_PARTS, marks, strict=False)
        return [self.phrases.doubt_of[mark][part] for part, mark in marked if mark]

    def interval(self, start: str, end: str) -> str:
        """From one date to another; "" where it is not one."""
        first, last = _Simple.read(start), _Simple.read(end)
        if first and last:
            return self.between(first, last)
        if first and end in _OPEN:
            return self.phrases.since.format(self.with_article(first, self.with_doubts(first)))
        if last and start in _OPEN:
            return self.phrases.until.format(self.with_article(last, self.with_doubts(last)))
        return ""

    def between(self, first: _Simple, last: _Simple) -> str:
        alike = (first.precision, first.marks) == (last.precision, last.marks)
        same_year = alike and first.year == last.year and first.precision > 1 and "X" not in first.year
        same_month = same_year and first.month == last.month and first.precision > 2
        if not same_year or any(first.marks):
            told = (self.with_doubts(first), self.with_doubts(last))
        else:
            told = (self.plain(first, year=False, month=not same_month), self.plain(last))
        pair = (self.with_article(date, words) for date, words in zip((first, last), told, strict=True))
        return self.phrases.between.format(*pair)

    def with_article(self, date: _Simple, words: str) -> str:
        return self.phrases.the_day.format(words) if date.day.isdigit() else words
