"""Renderings written many at a time: the same rows that publishing each of them would leave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby, islice
from operator import attrgetter
from typing import Any

import orjson
from django.db import connection, transaction
from django.utils import timezone

from archive.core.canonical import canonical
from archive.core.names.searching import index_keys, parts
from archive.edition import ledger
from archive.edition.models import Act, LedgerEntry
from archive.edition.naming import names_in
from archive.edition.rendering import Rendering
from archive.edition.search.vector import version

BATCH = 2000
OWN = (
    "id, kind, version, title, document, apart, stamp, digest, own_facets, earliest, latest, sort_key, "
    "warnings, published_at, outputs"
)
# The links and facets shown of a record are what their one definition says of its row and those it leads to.
LINKED = """
UPDATE edition.record SET linked = edition.linked_of(id), facets = edition.facets_of(id, own_facets)
WHERE id = ANY(%s)
"""
NAMES = "record_id, kind, text, language, script, name_kind, parts, keys, outputs"


def write(renderings: Iterable[Rendering]) -> Iterator[int]:
    """Writes renderings; links lead to other kinds that came before. Yields how many are written so far."""
    done = 0
    for _kind, alike in groupby(renderings, attrgetter("kind")):
        while batch := list(islice(alike, BATCH)):
            _write(batch)
            done += len(batch)
            yield done


@transaction.atomic
def _write(batch: list[Rendering]) -> None:
    ledger.lock()
    sequence, previous = ledger.head(using="default")
    entries: list[LedgerEntry] = []
    for one in batch:
        sequence += 1
        entries.append(_entry(one, sequence, previous, timezone.now()))
        previous = entries[-1].hash
    LedgerEntry.objects.bulk_create(entries)
    _copy("link", "source_id, role, target, position, note", _links(batch))
    _copy("record", f"{OWN}, linked, facets", map(_record, batch, entries))
    with connection.cursor() as cursor:
        cursor.execute(LINKED, [[one.identifier for one in batch]])
    found = "record_id, kind, sequence, words, made_by, outputs"
    _copy("found", found, map(_found, batch, entries))
    _copy("name", NAMES, _names(batch))


def _entry(one: Rendering, sequence: int, previous: str, at: datetime) -> LedgerEntry:
    entry = LedgerEntry(
        sequence=sequence, act=Act.PUBLISH, record=one.identifier, version=1, digest=one.digest,
        links_digest=one.links_digest, at=at, previous=previous,
    )  # fmt: skip
    entry.hash = entry.computed_hash()
    return entry


def _record(one: Rendering, entry: LedgerEntry) -> tuple[Any, ...]:
    when = one.document.get("date") or {}
    facets = one.facets
    stamp = {"version": 1, "digest": entry.digest, "published": entry.at.isoformat()}
    return (
        one.identifier, one.kind, 1, orjson.dumps(one.title).decode(), one.brief, one.apart, canonical(stamp),
        entry.digest, facets, when.get("earliest"), when.get("latest"), one.sort_key, one.warnings,
        entry.at, list(one.outputs), "{}", facets,
    )  # fmt: skip


def _found(one: Rendering, entry: LedgerEntry) -> tuple[Any, ...]:
    sequence = entry.sequence
    return (one.identifier, one.kind, sequence, one.words(sequence), version(), list(one.outputs))


def _links(batch: list[Rendering]) -> Iterator[tuple[Any, ...]]:
    for one in batch:
        for position, link in enumerate(one.links):
            yield one.identifier, link.role, link.target, position, orjson.dumps(link.note).decode()


def _names(batch: list[Rendering]) -> Iterator[tuple[Any, ...]]:
    for one in batch:
        for said in names_in(one.kind, one.document):
            keys = sorted(index_keys(said.text))
            yield one.identifier, one.kind, *said, len(parts(said.text)), keys, list(one.outputs)


def _copy(table: str, columns: str, rows: Iterable[tuple[Any, ...]]) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY edition.{table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
