"""Whether the edition is what it should be: every check is a sentence about what is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection
from django.utils import timezone
from rest_framework.exceptions import APIException

from archive.core.canonical import canonical
from archive.edition import ledger
from archive.edition.counts import faults_of_counts
from archive.edition.files import faults_of_files
from archive.edition.models import LedgerEntry, Record
from archive.edition.models.ledger import GENESIS
from archive.edition.naming import faults_of_names
from archive.edition.published import published_rendering
from archive.edition.rendering import Rendering
from archive.edition.rights import READABLE, site_role
from archive.edition.search.faults import faults_of_found

NOT_AS_DEFINED = """
SELECT id FROM edition.record
WHERE linked IS DISTINCT FROM edition.linked_of(id)
    OR facets IS DISTINCT FROM edition.facets_of(id, own_facets)
ORDER BY id
"""
RIGHTS = """
SELECT n.nspname, c.relname, p FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace,
    unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p
WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
    AND (has_table_privilege(%(site)s, c.oid, p)
         OR p IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
         AND has_any_column_privilege(%(site)s, c.oid, p))
ORDER BY 1, 2, 3
"""


def faults(*, noted: tuple[int, str] | None = None) -> Iterator[str]:
    """Everything that is wrong with the edition; `noted` is a head of the ledger kept elsewhere."""
    yield from ledger.faults()
    yield from faults_since(noted) if noted else ()
    yield from faults_of_links()
    yield from faults_of_records()
    yield from faults_of_files()
    yield from faults_of_counts()
    yield from faults_of_found()
    yield from faults_of_names()
    yield from faults_of_rights()


def faults_since(noted: tuple[int, str]) -> Iterator[str]:
    """Whether the past has changed since a head of the ledger was noted elsewhere."""
    sequence, digest = noted
    if sequence == 0:
        found: str | None = GENESIS
    else:
        entries = LedgerEntry.objects.filter(pk=sequence)
        found = entries.values_list("hash", flat=True).first()
    if found is None:
        yield f"entry {sequence} of the ledger was there when its head was noted, and is gone"
    elif found != digest:
        yield f"entry {sequence} of the ledger is not the one whose hash was noted: the past was written anew"


def faults_of_links() -> Iterator[str]:
    """Records that show other links, or are found by others, than the two definitions in SQL say."""
    with connection.cursor() as cursor:
        cursor.execute(NOT_AS_DEFINED)
        for (identifier,) in cursor.fetchall():
            yield f"{identifier} shows links that are not as they are defined"


def faults_of_records() -> Iterator[str]:
    """Records whose columns do not follow from their document, or that should have closed."""
    for record in Record.objects.iterator():
        entry = LedgerEntry.objects.filter(record=record.pk).order_by("-sequence").first()
        if entry is None:
            continue  # said by the ledger's own check
        try:
            rendering = published_rendering(record.pk)
            assert rendering is not None
            expected = _columns(rendering, entry)
            leads_elsewhere = rendering.links_digest != entry.links_digest
        except (LookupError, TypeError, ValueError, APIException):
            yield f"{record.pk} is not of the shape of its kind, {record.kind}"
            continue
        if leads_elsewhere:
            yield f"{record.pk} leads elsewhere than what was approved"
        for name, value in expected.items():
            if getattr(record, name) != value:
                yield f"{record.pk} has a {name} that does not follow from what was published"
        if record.closes_at and record.closes_at <= timezone.now():
            yield f"{record.pk} has closed, and still waits to be withdrawn: readers no longer see it"


def _columns(rendering: Rendering, entry: LedgerEntry) -> dict[str, object]:
    """What a record's columns must hold, by its document and the ledger."""
    stamp = {"version": entry.version, "digest": entry.digest, "published": entry.at.isoformat()}
    return {
        "document": rendering.brief, "apart": rendering.apart, "warnings": rendering.warnings,
        "title": rendering.title, "own_facets": rendering.facets,
        "sort_key": rendering.sort_key, "stamp": canonical(stamp), "version": entry.version,
        "published_at": entry.at,
    }  # fmt: skip


def faults_of_rights() -> Iterator[str]:
    """Tables that the site's login may do more with, or less, than read the two it serves."""
    with connection.cursor() as cursor:
        cursor.execute(RIGHTS, {"site": site_role()})
        found = {(schema, table, right) for schema, table, right in cursor.fetchall()}
    expected = {(schema, table, "SELECT") for schema, table in READABLE}
    for schema, table, right in sorted(found - expected):
        yield f"the site's login may {right} {schema}.{table}: run grant_site"
    for schema, table, _right in sorted(expected - found):
        yield f"the site's login may not read {schema}.{table}: run grant_site"
