"""Finished answers, asked for in SQL that Django writes once and this process remembers.

Django takes several times as long to write such a query as PostgreSQL to answer it. What is written
once are the querysets that every public room uses, so who may see what is said in one place only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from django.db import connections, models

from archive.edition import freshness
from archive.edition.models import LedgerEntry, Record
from archive.edition.models.ledger import GENESIS
from archive.edition.models.record import ANSWER
from archive.edition.paging import Cursor, Page, cut, stretch


class Blank(str):
    """Stands in a query for a value that differs from one request to the next."""


KIND, SORT_KEY, ID = Blank("kind"), Blank("sort_key"), Blank("id")
HEAD = LedgerEntry.objects.order_by("-sequence")


@dataclass(frozen=True)
class Question:
    """A query on the edition whose SQL is written, with blanks to fill in."""

    sql: str
    parameters: tuple[Any, ...]

    @classmethod
    def of(cls, records: models.QuerySet[Any, Any]) -> Question:
        sql, parameters = records.query.get_compiler(using="public").as_sql()
        return cls(sql, tuple(parameters))

    def ask(self, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """The rows, from the edition, under the site's login."""
        filled = [values[each] if isinstance(each, Blank) else each for each in self.parameters]
        with connections["public"].cursor() as cursor:
            cursor.execute(self.sql, filled)
            return cursor.fetchall()


class Listed(NamedTuple):
    """A page of finished answers, and the ETag of the edition at the moment it was read."""

    page: Page
    etag: str


def etag() -> str:
    """`freshness.etag()`, in SQL that is written once."""
    day = freshness.today()
    rows = _head().ask({})
    return freshness.etag_of(*(rows[0] if rows else (0, GENESIS)), day=day)


def whole_list(kind: str, *, after: Cursor | None, size: int, descending: bool) -> Listed:
    """A page of everything public of one kind. One query, which reads the head of the ledger too."""
    day = freshness.today()
    question = _whole_list(size, descending, after and after.backwards)
    place: dict[str, str] = {SORT_KEY: after.sort_key, ID: after.id} if after else {}
    rows = question.ask({KIND: kind, **place})
    tag = freshness.etag_of(*rows[0][-2:], day=day) if rows else etag()
    return Listed(cut([row[:-2] for row in rows], after=after, size=size), tag)


def one(kind: str, identifier: str) -> str | None:
    """The finished answer of one public record; None where there is none. One query."""
    rows = _one().ask({KIND: kind, ID: identifier})
    return rows[0][0] if rows else None


def _once(write: Callable[..., Any]) -> Callable[..., Question]:
    return lru_cache(maxsize=1000)(lambda *key: Question.of(write(*key)))


@_once
def _head() -> models.QuerySet[Any, Any]:
    return HEAD.values_list("sequence", "hash")[:1]


@_once
def _one() -> models.QuerySet[Any, Any]:
    return Record.public.of_kind(KIND).filter(pk=ID).answers()


@_once
def _whole_list(size: int, descending: bool, backwards: bool | None) -> models.QuerySet[Any, Any]:
    after = None if backwards is None else Cursor(SORT_KEY, ID, backwards)
    head = [models.Subquery(HEAD.values(column)[:1]) for column in ("sequence", "hash")]
    columns = [ANSWER, *head]
    return stretch(Record.public.of_kind(KIND), columns, after=after, size=size, descending=descending)
