"""Whether the search index is what it should be: that of every public record, made from what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, TextField, Value
from django.db.models.functions import Cast

from archive.edition.models import Act, Found, LedgerEntry, Record
from archive.edition.search.lexemes import Vector
from archive.edition.search.vector import vector, version

MEND = "run renew_search --all"


def faults_of_found() -> Iterator[str]:
    """Public records that are not found by what they show, and rows of what is not public."""
    for record in Record.objects.select_related("found").iterator(chunk_size=200):
        if not hasattr(record, "found"):
            yield f"{record.pk} cannot be found by its words: {MEND}"
            continue
        kept, sequence = record.found, _sequence(record)
        if (kept.kind, kept.outputs, kept.closes_at) != (record.kind, record.outputs, record.closes_at):
            yield f"the words kept for {record.pk} are not open as it is: {MEND}"
        if sequence is None:
            continue  # said by the ledger's own check
        if kept.sequence != sequence:
            yield f"the words kept for {record.pk} stand at another place of the ledger: {MEND}"
        elif kept.made_by != version():
            yield f"the words kept for {record.pk} were made by other rules: {MEND}"
        elif not _holds(kept, record, sequence):
            yield f"the words kept for {record.pk} are not those of its document: {MEND}"
    public = Record.objects.filter(pk=OuterRef("record_id"))
    for identifier in Found.objects.filter(~Exists(public)).order_by("pk").values_list("pk", flat=True):
        yield f"words are kept for {identifier}, which is not public: delete its row of edition.found"


def _sequence(record: Record) -> int | None:
    published = LedgerEntry.objects.filter(act=Act.PUBLISH, record=record.pk).order_by("-sequence")
    return published.values_list("sequence", flat=True).first()


def _holds(kept: Found, record: Record, sequence: int) -> bool:
    """Compared by PostgreSQL, which writes a vector in its own order."""
    try:
        words = vector(record.kind, record.facts, sequence)
    except (LookupError, TypeError, ValueError, AttributeError):
        return False  # its document is not of its kind's shape: the check of records says so too
    same = Cast(Vector(Value(words)), TextField())
    return Found.objects.annotate(held=Cast("words", TextField())).filter(pk=kept.pk, held=same).exists()
