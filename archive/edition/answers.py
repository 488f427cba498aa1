"""Finished answers as bytes, on the shortest way from PostgreSQL to whoever sends them.

Their SQL comes from the querysets that every public room uses: who may see what is said there and
nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import models

from archive.edition import freshness
from archive.edition.models import LedgerEntry, Record
from archive.edition.models.ledger import GENESIS
from archive.edition.models.record import ANSWER, RecordQuerySet
from archive.edition.paging import Cursor, Page, cut, stretch
from archive.edition.questions import Blank, Question

PLANNED_SIZES = frozenset({20, 100})  # connections do not keep a plan for every size somebody thinks of
SORT_KEY, ID = Blank("sort_key"), Blank("id")
HEAD = LedgerEntry.objects.order_by("-sequence").values_list("hash")[:1]


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
    question = _list(kind, size, descending, after and after.backwards, tuple(map(len, facets)))
    values: dict[str, str] = {_facet(*place): facet for place, facet in _places(facets)}
    if after:
        values |= {SORT_KEY: after.sort_key, ID: after.id}
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
    rows = _one(kind).ask({ID: identifier})
    return rows[0][0] if rows else None


def ways_of(identifier: str) -> tuple[str, list[str]] | None:
    """Kind of a record that is open now, and the ways in which it may go out; None where there is none.

    For saying why a record is not answered, never for answering it.
    """
    return Record.public.filter(pk=identifier).values_list("kind", "outputs").first()


def forget() -> None:
    """Makes every query be written anew: for tests that change the querysets."""
    for question in (_head, _one, _list):
        question.cache_clear()


@lru_cache
def _head() -> Question:
    return Question.of(HEAD, planned=True)


@lru_cache
def _one(kind: str) -> Question:
    return Question.of(Record.in_api.of_kind(kind).filter(pk=ID).answers(whole=True), planned=True)


@lru_cache(maxsize=1000)
def _list(
    kind: str, size: int, descending: bool, backwards: bool | None, facets: tuple[int, ...]
) -> Question:
    records = Record.in_api.of_kind(kind)
    for group, many in enumerate(facets):
        records = records.holding_any(*(_facet(group, each) for each in range(many)))
    after = None if backwards is None else Cursor(SORT_KEY, ID, backwards)
    columns = [ANSWER, models.Subquery(HEAD)]
    found = stretch(records, columns, after=after, size=size, descending=descending)
    # rare and common facets need different plans; a place in the order does not
    return Question.of(found, planned=size in PLANNED_SIZES and not facets)


def _facet(group: int, place: int) -> Blank:
    return Blank(f"facet {group}.{place}")


def _places(facets: Sequence[Sequence[str]]) -> Iterator[tuple[tuple[int, int], str]]:
    for group, any_of in enumerate(facets):
        for place, facet in enumerate(any_of):
            yield (group, place), facet
