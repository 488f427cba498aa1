"""Historical dates told in words: `2017?-11-28` is "28 November 2017 (the year is inferred)".

Reads EDTF up to level 1 and its qualifiers inside a date (level 2). What stays beyond it is given
as it was written, so nothing is ever told wrongly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.core.date_phrases import Phrases, Say, english
from archive.core.date_vocabulary import GREGORIAN

_PATTERN = re.compile(
    r"(?P<year_left>[?~%]?)(?P<year>[\dX]{4})(?P<year_right>[?~%]?)"
    r"(?:-(?P<month_left>[?~%]?)(?P<month>\d\d|XX)(?P<month_right>[?~%]?)"
    r"(?:-(?P<day_left>[?~%]?)(?P<day>\d\d|XX)(?P<day_right>[?~%]?))?)?"
)
PARTS = ("year", "month", "day")
OPEN = {"", ".."}


def in_words(edtf: str, language: str, say: Say = english) -> str:
    """An EDTF date as a reader of `language` says it; "" for none."""
    return Teller(Phrases(language, say)).told(edtf)


@dataclass(frozen=True)
class Simple:
    """One date of EDTF: its parts as written ("" where absent), and the mark on each."""

    year: str
    month: str
    day: str
    marks: tuple[str, ...]

    @classmethod
    def read(cls, edtf: str) -> Simple | None:
        found = _PATTERN.fullmatch(edtf)
        if not found:
            return None
        parts = [found[part] or "" for part in PARTS]
        season = "21" <= parts[1] <= "24"
        if parts[1].isdigit() and not (1 <= int(parts[1]) <= 12 or (season and not parts[2])):
            return None
        marks = [found[f"{part}_left"] or "" for part in PARTS]
        for last, part in enumerate(PARTS):  # a mark on the right of a part covers all to its left
            if mark := found[f"{part}_right"]:
                marks[: last + 1] = [mark] * (last + 1)
        return cls(parts[0], parts[1], parts[2], tuple(marks))

    @property
    def precision(self) -> int:
        """How many parts are written: 1 year, 2 month, 3 day."""
        return 1 + bool(self.month) + bool(self.day)


@dataclass(frozen=True)
class Teller:
    """Tells dates in one language."""

    phrases: Phrases

    def told(self, edtf: str) -> str:
        start, slash, end = edtf.partition("/")
        if not slash:
            date = Simple.read(edtf)
            return self.with_doubts(date) if date else edtf
        return self.interval(start, end) or edtf

    def with_doubts(self, date: Simple) -> str:
        doubts = self.doubts(date)
        return f"{self.plain(date)} ({self.phrases.semicolon.join(doubts)})" if doubts else self.plain(date)

    def plain(self, date: Simple, *, year: bool = True, month: bool = True) -> str:
        """The date without its doubts; on request without its year, or its month and year."""
        missing = [part for part in PARTS if set(getattr(date, part)) == {"X"}]
        said = []
        if date.day.isdigit():
            said.append(self.phrases.day(date.day))
        if date.month.isdigit() and month:
            said.append(self.month(date.month, followed="X" not in date.year and year))
        if year and "X" not in date.year:
            said.append(self.phrases.number(date.year))
        told = " ".join(said)
        if year and 0 < date.year.count("X") < 4:
            told = self.phrases.list.join(filter(None, (told, self.unsure_year(date))))
        told = told or self.phrases.some_day
        return told + "".join(self.phrases.list + self.phrases.not_stated[part] for part in missing)

    def month(self, digits: str, *, followed: bool) -> str:
        if digits in self.phrases.seasons:
            return self.phrases.seasons[digits]
        return self.phrases.month(GREGORIAN, int(digits), followed=followed)

    def unsure_year(self, date: Simple) -> str:
        first, last = (self.phrases.number(date.year.replace("X", digit)) for digit in "09")
        if date.year.count("X") == 1:
            return self.phrases.decade.format(first, last)
        return self.phrases.between.format(first, last)

    def doubts(self, date: Simple) -> list[str]:
        marks = date.marks[: date.precision]
        if not any(marks):
            return []
        if len(set(marks)) == 1:
            return [self.phrases.doubt[marks[0]]]
        marked = zip(PARTS, marks, strict=False)
        return [self.phrases.doubt_of[mark][part] for part, mark in marked if mark]

    def interval(self, start: str, end: str) -> str:
        """From one date to another; "" where it is not one."""
        first, last = Simple.read(start), Simple.read(end)
        if first and last:
            return self.between(first, last)
        if first and end in OPEN:
            return self.phrases.since.format(self.with_article(first, self.with_doubts(first)))
        if last and start in OPEN:
            return self.phrases.until.format(self.with_article(last, self.with_doubts(last)))
        return ""

    def between(self, first: Simple, last: Simple) -> str:
        alike = (first.precision, first.marks) == (last.precision, last.marks)
        same_year = alike and first.year == last.year and first.precision > 1 and "X" not in first.year
        same_month = same_year and first.month == last.month and first.precision > 2
        if not same_year or any(first.marks):
            told = (self.with_doubts(first), self.with_doubts(last))
        else:
            told = (self.plain(first, year=False, month=not same_month), self.plain(last))
        pair = (self.with_article(date, words) for date, words in zip((first, last), told, strict=True))
        return self.phrases.between.format(*pair)

    def with_article(self, date: Simple, words: str) -> str:
        return self.phrases.the_day.format(words) if date.day.isdigit() else words
