"""The index's own way to say things to PostgreSQL: lexemes as they are, past its parser.

Beside words and stems the index holds, under signs that no word begins with, what narrows a search within
the index itself: how words begin, which words stand in titles, of what kind a record is, how new it is.
"""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db import models

STEM = "~"
BEGINNING = "^"  # the first letters of a word
IN_TITLE = "="  # before the lexemes of titles and names
KIND, STRETCH = "#", "#"  # kinds are words, stretches are numbers
STRETCH_LENGTH = 8192  # publications, one after the other
SHORTEST_PREFIX = 3  # letters from which an unfinished word is worth looking for
LONGEST_BEGINNING = 6


def quoted(lexeme: str) -> str:
    """A lexeme as tsquery and tsvector write it."""
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"


def beginnings(word: str) -> list[str]:
    """The first letters of a word, as far as an unfinished word is looked up by them."""
    return [word[:length] for length in range(SHORTEST_PREFIX, min(LONGEST_BEGINNING, len(word)) + 1)]


class Lexemes(SearchQuery):
    """A finished tsquery."""

    def __init__(self, written: str, **kwargs: Any):
        super().__init__(written, **kwargs)
        self.written = written

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> Any:  # type: ignore[override]
        return "%s::tsquery", [self.written]


class Vector(models.Func):
    """A finished tsvector."""

    output_field = SearchVectorField()
    template = "%(expressions)s::tsvector"
