"""What a record is found by, written in the transaction that publishes the record."""

from __future__ import annotations

from django.db.models import Value

from archive.edition.models import Found, Record
from archive.edition.search.lexemes import Vector
from archive.edition.search.vector import version


def keep_found(record: Record, words: str, *, sequence: int) -> None:
    """Makes a record be found by these words and no others; `sequence` is its publication's in the ledger."""
    Found.objects.update_or_create(
        record=record,
        defaults={
            "kind": record.kind,
            "sequence": sequence,
            "words": Vector(Value(words)),
            "made_by": version(),
            "closes_at": record.closes_at,
            "outputs": record.outputs,
        },
    )
