"""Finished answers as bytes, on the shortest way from PostgreSQL to whoever sends them.

Django takes longer to write such a query than PostgreSQL to answer it, so what does not change is
written once. It is written from the querysets that every public room uses: who may see what is said
there and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import InterfaceError, OperationalError, connections, models
from psycopg.adapt import Loader

from archive.edition import freshness
from archive.edition.models import LedgerEntry, Record
from archive.edition.models.ledger import GENESIS
from archive.edition.models.record import ANSWER, RecordQuerySet
from archive.edition.paging import Cursor, Page, cut, stretch


class Blank(str):
    """Stands in a query for a value that differs from one request to the next."""


KIND, SORT_KEY, ID = Blank("kind"), Blank("sort_key"), Blank("id")
HEAD = LedgerEntry.objects.order_by("-sequence").values_list("hash")[:1]


class Stored(Loader):
    """A text as the bytes that came: they are sent on, so nobody has to read them."""

    def load(self, data: Any) -> bytes:
        return bytes(data)


@dataclass(frozen=True)
class Question:
    """A query on the edition whose SQL is written, with blanks to fill in."""

    sql: str
    parameters: tuple[Any, ...]

    @classmethod
    def of(cls, records: models.QuerySet[Any, Any]) -> Question:
        sql, parameters = records.query.get_compiler(using="public").as_sql()
        return cls(sql, tuple(parameters))

    def ask(self, values: Mapping[str, Any] | None = None) -> list[tuple[Any, ...]]:
        """The rows, from the edition, under the site's login; answers are bytes.

        A connection that was kept is used without asking first whether it still stands, which would
        cost as much as the question; where it has fallen, the question is asked once more.
        """
        filled = [(values or {})[each] if isinstance(each, Blank) else each for each in self.parameters]
        connection = connections["public"]
        connection.health_check_done = True  # type: ignore[attr-defined]
        try:
            return self._rows(filled)
        except (OperationalError, InterfaceError):
            if connection.in_atomic_block or connection.is_usable():
                raise
            connection.close()
            return self._rows(filled)

    def _rows(self, filled: list[Any]) -> list[tuple[Any, ...]]:
        with connections["public"].cursor() as cursor:
            cursor.cursor.adapters.register_loader("text", Stored)
            cursor.execute(self.sql, filled)
            return cursor.fetchall()


class Listed(NamedTuple):
    """A page of finished answers, and the ETag of the edition at the moment it was read."""

    page: Page
    etag: str


def etag() -> str:
    """`freshness.etag()`, in SQL that is written once."""
    day = freshness.today()
    rows = _head().ask()
    return freshness.etag_of(rows[0][0] if rows else GENESIS, day=day)


def a_list(
    kind: str, facets: Sequence[Sequence[str]] = (), *, after: Cursor | None, size: int, descending: bool
) -> Listed:
    """A page of what is public of one kind and holds, of each of these groups, at least one facet.

    One query, which reads the head of the ledger too.
    """
    day = freshness.today()
    question = _list(size, descending, after and after.backwards, tuple(map(len, facets)))
    values: dict[str, str] = {KIND: kind}
    if after:
        values |= {SORT_KEY: after.sort_key, ID: after.id}
    values |= {_facet(*place): facet for place, facet in _places(facets)}
    rows = question.ask(values)
    tag = freshness.etag_of(rows[0][-1] or GENESIS, day=day) if rows else etag()
    return Listed(cut(rows, after=after, size=size), tag)


def a_search(records: RecordQuerySet, *, after: Cursor | None, size: int, descending: bool) -> Listed:
    """A page of some of the edition's records. Two queries."""
    tag = etag()
    found = stretch(records, [ANSWER], after=after, size=size, descending=descending)
    try:
        rows = Question.of(found).ask()
    except EmptyResultSet:  # Django sees, without asking, that there is nothing
        rows = []
    return Listed(cut(rows, after=after, size=size), tag)


def one(kind: str, identifier: str) -> bytes | None:
    """The finished answer of one public record; None where there is none. One query."""
    rows = _one().ask({KIND: kind, ID: identifier})
    return rows[0][0] if rows else None


def forget() -> None:
    """Makes every query be written anew: for tests that change the querysets."""
    for question in (_head, _one, _list):
        question.cache_clear()


def _once(write: Callable[..., models.QuerySet[Any, Any]]) -> Any:
    return lru_cache(maxsize=1000)(lambda *key: Question.of(write(*key)))


@_once
def _head() -> models.QuerySet[Any, Any]:
    return HEAD


@_once
def _one() -> models.QuerySet[Any, Any]:
    return Record.public.of_kind(KIND).filter(pk=ID).answers()


@_once
def _list(
    size: int, descending: bool, backwards: bool | None, facets: tuple[int, ...]
) -> models.QuerySet[Any, Any]:
    records = Record.public.of_kind(KIND)
    for group, many in enumerate(facets):
        records = records.holding_any(*(_facet(group, each) for each in range(many)))
    after = None if backwards is None else Cursor(SORT_KEY, ID, backwards)
    columns = [ANSWER, models.Subquery(HEAD)]
    return stretch(records, columns, after=after, size=size, descending=descending)


def _facet(group: int, place: int) -> Blank:
    return Blank(f"facet {group}.{place}")


def _places(facets: Sequence[Sequence[str]]) -> Iterator[tuple[tuple[int, int], str]]:
    for group, any_of in enumerate(facets):
        for place, facet in enumerate(any_of):
            yield (group, place), facet
