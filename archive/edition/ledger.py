"""Writing and checking the ledger."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection
from django.utils import timezone

from archive.edition.models import Act, LedgerEntry, Record
from archive.edition.models.ledger import GENESIS

EDITION_LOCK = 0x7E571  # every change of the edition takes this lock, so the ledger has one order


def lock() -> None:
    """Waits until no other transaction is changing the edition; held until this one ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [EDITION_LOCK])


def append(
    act: Act, *, record: str = "", version: int = 0, digest: str = "", links_digest: str = ""
) -> LedgerEntry:
    """Adds the next entry of the chain. The caller holds the edition's lock."""
    last = LedgerEntry.objects.order_by("sequence").last()
    entry = LedgerEntry(
        sequence=last.sequence + 1 if last else 1,
        act=act,
        record=record,
        version=version,
        digest=digest,
        links_digest=links_digest,
        at=timezone.now(),
        previous=last.hash if last else GENESIS,
    )
    entry.hash = entry.computed_hash()
    entry.save(force_insert=True)
    return entry


def last_act(record: str, *, using: str = "default") -> str | None:
    """What was last done with a record, or None where it was never public."""
    entries = LedgerEntry.objects.using(using).filter(record=record).order_by("-sequence")
    return entries.values_list("act", flat=True).first()


def last_version(record: str) -> int:
    """The version last published of a record; 0 where there is none."""
    entries = LedgerEntry.objects.filter(record=record).order_by("-sequence")
    return entries.values_list("version", flat=True).first() or 0


def one_person_allowed(*, using: str = "public") -> bool:
    """Whether, by the ledger, one person alone may widen what is public."""
    rules = LedgerEntry.objects.using(using).filter(act__in=[Act.ONE_PERSON_ON, Act.ONE_PERSON_OFF])
    return rules.order_by("-sequence").values_list("act", flat=True).first() == Act.ONE_PERSON_ON


def faults(*, using: str = "default") -> Iterator[str]:
    """Everything that is wrong with the ledger or with the edition it speaks of, in words.

    Finds entries that were edited, deleted, swapped or inserted, and records that the ledger does
    not vouch for. A chain computed anew from the start needs a head noted elsewhere: see `head`.
    """
    previous, expected = GENESIS, 1
    public: dict[str, LedgerEntry] = {}
    for entry in LedgerEntry.objects.using(using).order_by("sequence").iterator():
        if entry.sequence != expected:
            yield f"entry {expected} is missing: {entry.sequence} follows {expected - 1}"
        if entry.previous != previous:
            yield f"entry {entry.sequence} does not follow the one before it"
        if entry.hash != entry.computed_hash():
            yield f"entry {entry.sequence} is not what was written"
        previous, expected = entry.hash, entry.sequence + 1
        if entry.act == Act.PUBLISH:
            public[entry.record] = entry
        elif entry.act == Act.WITHDRAW:
            public.pop(entry.record, None)
    yield from _faults_of_records(public, using)


def _faults_of_records(public: dict[str, LedgerEntry], using: str) -> Iterator[str]:
    for record in Record.objects.using(using).iterator():
        entry = public.pop(record.pk, None)
        if entry is None:
            yield f"{record.pk} is public, but the ledger does not say so"
        elif not entry.digest == record.digest == record.computed_digest():
            yield f"{record.pk} is not what the ledger says was published"
    for identifier in public:
        yield f"{identifier} is public by the ledger, but not in the edition"


def head(*, using: str = "public") -> tuple[int, str]:
    """Sequence and hash of the last entry: note it elsewhere, and no past entry can change unseen."""
    last = LedgerEntry.objects.using(using).order_by("sequence").values_list("sequence", "hash").last()
    return last or (0, GENESIS)
