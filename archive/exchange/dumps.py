"""Dumps: the whole of a list, sent while it is read, in flat memory.

Each piece is what is public at the moment it is read: a record that is withdrawn while a dump runs is in
no later piece. Only records whose owners agreed to dumps are in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse

from archive.api.answering import ApiView, unchanged
from archive.api.problems import not_found
from archive.edition import freshness
from archive.edition.models import Record
from archive.edition.models.record import WHOLE_ANSWER, RecordQuerySet
from archive.edition.shapes import KIND_OF_PLURAL, SHAPES
from archive.exchange.formats import asked_of, narrowed
from archive.exchange.tables import Table

PIECE = 500  # records read at a time
TYPES = {"ndjson": "application/x-ndjson; charset=utf-8", "csv": "text/csv; charset=utf-8"}
MARK = "\ufeff"  # without it spreadsheets take UTF-8 for something else


class Dump(ApiView):
    """Everything of one list (of all, without one), as the address narrows it."""

    schema = None

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        plural, form = kwargs.get("plural", ""), kwargs["form"]
        asked = asked_of(request, plural)
        if form == "csv" and not plural:
            raise not_found("A table holds one kind: take /<kind>/dump.csv, for example /events/dump.csv.")
        etag = freshness.etag()
        if response := unchanged(request, etag):
            return response
        records = narrowed(Record.in_dumps.all(), plural, asked)
        lines = as_table(records, plural) if form == "csv" else as_lines(records)
        first = next(lines, b"")  # read before anything is sent: what fails here still gets an answer
        name = f"{plural or 'archive'}.{form}"
        return StreamingHttpResponse(
            chain([first], lines),
            content_type=TYPES[form],
            headers={
                "ETag": etag,
                "Cache-Control": freshness.CACHE_CONTROL,
                "Content-Disposition": f'attachment; filename="{name}"',
            },
        )

    def head(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        response = self.get(request, **kwargs)
        if isinstance(response, StreamingHttpResponse):
            response.streaming_content = iter(())
        return response


def as_lines(records: RecordQuerySet) -> Iterator[bytes]:
    """Each record on a line of its own, exactly as the API answers it."""
    for piece in _pieces(records):
        yield b"".join(answer.encode() + b"\n" for _id, answer in piece)


def as_table(records: RecordQuerySet, plural: str) -> Iterator[bytes]:
    """A line for each record, a column for each of its facts."""
    table = Table(SHAPES[KIND_OF_PLURAL[plural]])
    head = MARK + table.head()
    for piece in _pieces(records):
        yield (head + table.lines(answer for _id, answer in piece)).encode()
        head = ""
    yield head.encode()


def _pieces(records: RecordQuerySet) -> Iterator[list[tuple[str, str]]]:
    """The records piece by piece, in the order of their identifiers, which nothing changes."""
    asked = records.order_by("id").values_list("id", WHOLE_ANSWER)
    piece = list(asked[:PIECE])
    while piece:
        yield piece
        piece = list(asked.filter(id__gt=piece[-1][0])[:PIECE]) if len(piece) == PIECE else []
