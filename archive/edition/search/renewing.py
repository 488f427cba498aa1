"""The index made anew from what is public, where it was made by other rules or is missing."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from archive.edition.models import Act, Found, LedgerEntry, Record
from archive.edition.naming import NAMED, renew
from archive.edition.search.keeping import keep_found
from archive.edition.search.vector import vector, version

BATCH = 200


def outdated() -> QuerySet[Record]:
    """Public records that are not found by what the index is made by now."""
    current = Found.objects.filter(record=OuterRef("pk"), made_by=version())
    return Record.objects.filter(~Exists(current)).order_by("pk")


def distrust() -> None:
    """Marks the whole index as made by other rules, so that all of it is renewed."""
    Found.objects.update(made_by="")


def renewed() -> Iterator[int]:
    """Renews the index batch by batch, each in its own transaction; yields how many are done so far.

    Whoever searches or publishes meanwhile is kept waiting by no more than a batch.
    """
    done, after = 0, ""
    while batch := _renew_after(after):
        done, after = done + len(batch), batch[-1]
        yield done


@transaction.atomic
def _renew_after(after: str) -> list[str]:
    records = list(outdated().filter(pk__gt=after).select_for_update(of=("self",))[:BATCH])
    published = LedgerEntry.objects.filter(act=Act.PUBLISH, record__in=[record.pk for record in records])
    sequences = dict(published.order_by("sequence").values_list("record", "sequence"))
    for record in records:
        sequence = sequences.get(record.pk)
        if sequence is None:
            continue  # not in the ledger: `check_edition` says so
        keep_found(record, vector(record.kind, record.facts, sequence), sequence=sequence)
        if record.kind in NAMED:
            renew(record)
    return [record.pk for record in records]
