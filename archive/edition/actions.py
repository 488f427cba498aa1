"""What can be done to the edition: publish and withdraw. Each is one transaction.

Callers lock the desk record first and the edition second, always in that order.
"""

from __future__ import annotations

from django.db import connection, transaction
from django.db.models import Q

from archive.core.canonical import canonical
from archive.edition import ledger
from archive.edition.files import settle_files
from archive.edition.models import Act, Link, Record
from archive.edition.naming import keep_names
from archive.edition.rendering import Rendering
from archive.edition.search.keeping import keep_found


@transaction.atomic
def publish(rendering: Rendering) -> Record:
    """Makes a rendering public, in place of what was public of the same record."""
    ledger.lock()
    entry = ledger.append(
        Act.PUBLISH,
        record=rendering.identifier,
        version=ledger.last_version(rendering.identifier) + 1,
        digest=rendering.digest,
        links_digest=rendering.links_digest,
    )
    before = Record.objects.filter(pk=rendering.identifier).values_list("closes_at", "outputs").first()
    date = rendering.document.get("date") or {}
    record, _created = Record.objects.update_or_create(
        pk=rendering.identifier,
        defaults={
            "kind": rendering.kind,
            "version": entry.version,
            "title": rendering.title,
            "document": rendering.brief,
            "apart": rendering.apart,
            "digest": rendering.digest,
            "stamp": canonical(
                {
                    "version": entry.version,
                    "digest": entry.digest,
                    "published": entry.at.isoformat(),
                }
            ),
            "own_facets": rendering.facets,
            "earliest": date.get("earliest"),
            "latest": date.get("latest"),
            "sort_key": rendering.sort_key,
            "published_at": entry.at,
            "closes_at": rendering.closes_at,
            "outputs": list(rendering.outputs),
            "warnings": rendering.warnings,
        },
    )
    keep_found(record, rendering.words(entry.sequence), sequence=entry.sequence)
    keep_names(record, rendering.document)
    settle_files(record, rendering)
    Link.objects.filter(source=record).delete()
    Link.objects.bulk_create(
        Link(source=record, role=link.role, target=link.target, note=link.note, position=position)
        for position, link in enumerate(rendering.links)
    )
    # it stands on the links and facets of what is public no longer and in no more ways than itself
    goes_elsewhere = before != (rendering.closes_at, list(rendering.outputs))
    _refresh(record.pk, facets_too=goes_elsewhere)
    record.refresh_from_db()
    return record


@transaction.atomic
def withdraw(identifier: str) -> None:
    """Takes a record out of the edition at once and leaves its tombstone, the ledger's entry.

    Raises Record.DoesNotExist where it is not public.
    """
    ledger.lock()
    record = Record.objects.get(pk=identifier)
    ledger.append(Act.WITHDRAW, record=record.pk, version=record.version, digest=record.digest)
    record.delete()
    _refresh(identifier, facets_too=True)


def is_withdrawn(identifier: str, *, using: str = "public") -> bool:
    """Whether a record was public once and is not any more."""
    return ledger.last_act(identifier, using=using) == Act.WITHDRAW


def _refresh(identifier: str, *, facets_too: bool) -> None:
    """Brings the links shown of a record, and of those that lead to it, back to their definition.

    Facets change only when a record enters or leaves what others may link to, or in the record itself.
    """
    dependents = Record.objects.filter(
        Q(pk__in=Link.objects.filter(target=identifier).values("source_id")) | Q(pk=identifier)
    ).values_list("pk", flat=True)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE edition.record SET linked = edition.linked_of(id), facets = CASE WHEN %s OR id = %s"
            " THEN edition.facets_of(id, own_facets) ELSE facets END WHERE id = ANY(%s)",
            [facets_too, identifier, list(dependents)],
        )
