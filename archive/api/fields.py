"""How the words of a filter are read: each field takes the texts given and says what is wrong with them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from archive.core.dates import NotADate, bounds
from archive.core.identifiers import read_identifier
from archive.core.languages import is_language
from archive.edition.models.record import LONGEST_QUERY

MOST_VALUES = 50  # of one filter


class OneOrMore(forms.Field):
    """Values with commas between them: any of them will do. Given again: each must hold."""

    schema: dict[str, Any] = {"type": "string"}
    example = ""

    def clean(self, value: list[str]) -> list[list[str]]:
        groups = [[self.read(word.strip()) for word in words.split(",")] for words in value]
        if sum(map(len, groups)) > MOST_VALUES:
            raise ValidationError(f"Give at most {MOST_VALUES} values.", code="too_many_values")
        return groups

    def read(self, word: str) -> str:
        """One value in its true spelling; raises ValidationError."""
        raise NotImplementedError


class Identifiers(OneOrMore):
    """Identifiers of records, however they were typed."""

    def read(self, word: str) -> str:
        if identifier := read_identifier(word):
            return identifier
        raise ValidationError(
            f"“{word[:40]}” is not an identifier of this archive: eleven signs, the last a check sign.",
            code="bad_identifier",
        )


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


class SearchWords(Once):
    """What a reader looks for."""

    schema = {"type": "string", "maxLength": LONGEST_QUERY}
    example = "graves"

    def read(self, word: str) -> str:
        if len(word) > LONGEST_QUERY:
            raise ValidationError(f"Search for at most {LONGEST_QUERY} signs.", code="too_long")
        return word
