"""Pages of a list by keyset cursors: page 500 costs what page 1 costs, and nothing is counted."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from django.db import models
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan

from archive.core.identifiers import read_identifier
from archive.edition.models.record import RecordQuerySet

LONGEST = 600  # signs of an encoded cursor
LONGEST_SORT_KEY = 80


class BadCursor(ValueError):
    """A cursor that this archive never gave; the message says what to do."""

    def __init__(self) -> None:
        super().__init__("That is not a cursor of this list. Start again without one.")


@dataclass(frozen=True)
class Cursor:
    """A place in a list: after (or, backwards, before) the record with this sort key and id."""

    sort_key: str
    id: str
    backwards: bool = False

    def encode(self) -> str:
        """The cursor as it stands in an address: opaque, letters, digits, - and _ only."""
        place = orjson.dumps([self.sort_key, self.id, int(self.backwards)])
        return base64.urlsafe_b64encode(place).decode().rstrip("=")

    @classmethod
    def decode(cls, words: str) -> Cursor:
        """The cursor of an address; raises BadCursor."""
        if len(words) > LONGEST:
            raise BadCursor
        try:
            padded = words.encode("ascii") + b"=" * (-len(words) % 4)
            sort_key, identifier, backwards = orjson.loads(
                base64.b64decode(padded, altchars=b"-_", validate=True)
            )
        except (UnicodeError, binascii.Error, orjson.JSONDecodeError, TypeError, ValueError):
            raise BadCursor from None
        if not (isinstance(sort_key, str) and isinstance(identifier, str) and backwards in (0, 1)):
            raise BadCursor
        if len(sort_key) > LONGEST_SORT_KEY or "\0" in sort_key or read_identifier(identifier) != identifier:
            raise BadCursor
        return cls(sort_key, identifier, bool(backwards))


@dataclass(frozen=True)
class Page:
    """A stretch of a list, and the cursors of the stretches next to it, encoded; None at its ends."""

    rows: list[tuple[Any, ...]]
    next: str | None
    previous: str | None


def page_of(
    records: RecordQuerySet, columns: Sequence[Any], *, after: Cursor | None, size: int, descending: bool
) -> Page:
    """The stretch of `size` records after a cursor, in order of sort key and id. One query.

    `columns` are what `values_list` takes, for example `[ANSWER]`; each row is their tuple.
    """
    found = stretch(records, columns, after=after, size=size, descending=descending)
    return cut(list(found), after=after, size=size)


def stretch(
    records: RecordQuerySet, columns: Sequence[Any], *, after: Cursor | None, size: int, descending: bool
) -> models.QuerySet[Any, tuple[Any, ...]]:
    """What a page asks the database for: sort key, id and the columns, of one record more than it shows."""
    downwards = descending != bool(after and after.backwards)
    if after:
        place = Tuple("sort_key", "id")
        beyond = TupleLessThan if downwards else TupleGreaterThan
        records = records.filter(beyond(place, (after.sort_key, after.id)))
    order = ("-sort_key", "-id") if downwards else ("sort_key", "id")
    return records.order_by(*order).values_list("sort_key", "id", *columns)[: size + 1]


def cut(found: list[tuple[Any, ...]], *, after: Cursor | None, size: int) -> Page:
    """The page made of what a stretch found."""
    backwards = bool(after and after.backwards)
    more, found = len(found) > size, found[:size]
    if backwards:
        found.reverse()
    before, beyond_end = (more, bool(found)) if backwards else (after is not None and bool(found), more)
    return Page(
        rows=[row[2:] for row in found],
        next=Cursor(found[-1][0], found[-1][1]).encode() if beyond_end else None,
        previous=Cursor(found[0][0], found[0][1], backwards=True).encode() if before else None,
    )
