"""How the words of a filter are read: each field takes the texts given and says what is wrong with them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from archive.core.date_asked import LONGEST as LONGEST_DATE
from archive.core.date_asked import DateAsked, asked_range
from archive.core.dates import NotADate, bounds
from archive.core.identifiers import read_identifier
from archive.core.languages import is_language
from archive.edition.search.query import LONGEST_QUERY

MOST_VALUES = 50  # of one filter
MOST_YEARS = 100  # of one filter, with those inside a stretch


class OneOrMore(forms.Field):
    """Values with commas between them: any of them will do. Given again: each must hold."""

    schema: dict[str, Any] = {"type": "string"}
    example = ""
    most = MOST_VALUES

    def clean(self, value: list[str]) -> list[list[str]]:
        given = [words.split(",") for words in value]
        if sum(map(len, given)) > MOST_VALUES:
            raise ValidationError(f"Give at most {MOST_VALUES} values.", code="too_many_values")
        groups = [[each for word in words for each in self.values_of(word.strip())] for words in given]
        if sum(map(len, groups)) > self.most:
            raise ValidationError(f"Ask for at most {self.most} values.", code="too_many_values")
        return groups

    def values_of(self, word: str) -> list[str]:
        """What one word stands for: itself, or all the values of a stretch."""
        return [self.read(word)]

    def read(self, word: str) -> str:
        """One value in its true spelling; raises ValidationError."""
        raise NotImplementedError


def identifier_in(word: str) -> str:
    """The identifier that a word of a filter is, however it was typed; raises ValidationError."""
    if identifier := read_identifier(word):
        return identifier
    raise ValidationError(
        f"“{word[:40]}” is not an identifier of this archive: eleven signs, the last a check sign.",
        code="bad_identifier",
    )


class Identifiers(OneOrMore):
    """Identifiers of records, however they were typed."""

    def read(self, word: str) -> str:
        return identifier_in(word)


class Codes(OneOrMore):
    """Words of a controlled vocabulary."""

    def __init__(self, *, choices: list[str], **kwargs: Any):
        self.allowed, self.example = choices, choices[0]
        self.schema = {"type": "string", "enum": choices}
        super().__init__(**kwargs)

    def read(self, word: str) -> str:
        if word in self.allowed:
            return word
        raise ValidationError(
            f"“{word[:40]}” is not one of its values: {', '.join(self.allowed)}.",
            code="unknown_value",
            params={"allowed": self.allowed},
        )


class Languages(OneOrMore):
    """BCP 47 tags."""

    example = "fa"

    def read(self, word: str) -> str:
        if is_language(word):
            return word
        raise ValidationError(
            f"“{word[:40]}” is not a language tag. Write for example en, fa or ku-Latn.", code="bad_language"
        )


class Years(OneOrMore):
    """Years: one, or a stretch of them in EDTF, which stands for each of its years."""

    schema: dict[str, Any] = {"type": "string", "maxLength": 60}
    example = "1987/1989"
    most = MOST_YEARS

    def values_of(self, word: str) -> list[str]:
        try:
            first, last = bounds(word)
        except NotADate:
            first = last = None
        if first is None or last is None or (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
            raise ValidationError(
                f"“{word[:40]}” is not a year. Write for example 1988, 198X or 1987/1989.", code="bad_year"
            )
        if last.year - first.year >= MOST_YEARS:
            raise ValidationError(f"Ask for at most {MOST_YEARS} years at once.", code="too_many_values")
        return [str(year) for year in range(first.year, last.year + 1)]


class Once(forms.Field):
    """A value that can be given once only."""

    schema: dict[str, Any] = {"type": "string"}
    example = ""

    def clean(self, value: list[str]) -> Any:
        if len(value) > 1:
            raise ValidationError("Give it once.", code="given_twice")
        return self.read(value[0].strip())

    def read(self, word: str) -> Any:
        """The value; raises ValidationError."""
        raise NotImplementedError


class OneIdentifier(Once):
    """The identifier of one record, however it was typed."""

    schema: dict[str, Any] = {"type": "string", "minLength": 11}

    def read(self, word: str) -> str:
        return identifier_in(word)


class Dates(Once):
    """First and last day of a date, written in EDTF or as in 1988-08-03."""

    example = "1988-08"

    def read(self, word: str) -> tuple[date, date]:
        try:
            earliest, latest = bounds(word)
        except NotADate as error:
            raise ValidationError(str(error), code="bad_date") from None
        if earliest is None or latest is None:
            raise ValidationError(f"“{word}” has no year. Write the year first.", code="bad_date")
        return earliest, latest


class DateWords(Once):
    """Days in words of any of the archive's languages; a bare year is read as an English reader's."""

    schema: dict[str, Any] = {"type": "string", "maxLength": LONGEST_DATE}
    example = "before 1989"

    def read(self, word: str) -> DateAsked:
        try:
            return asked_range(word, "en")
        except NotADate as error:
            raise ValidationError(str(error), code="bad_date") from None


class SearchWords(Once):
    """What a reader looks for."""

    schema = {"type": "string", "maxLength": LONGEST_QUERY}
    example = "graves"

    def read(self, word: str) -> str:
        if len(word) > LONGEST_QUERY:
            raise ValidationError(f"Search for at most {LONGEST_QUERY} signs.", code="too_long")
        return word
