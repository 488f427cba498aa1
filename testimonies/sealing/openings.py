"""The list of everything that was ever opened: only added to, each row chained to the one before it."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.utils import timezone

from archive.core.sealing import PublicKey
from archive.edition.models.ledger import GENESIS
from testimonies.models import IdentityOpened

ALL = "all"  # in the place of a narrator: every identity, when keys were changed
_LOCK = 0x5EA1ED  # one writer at a time, so the list has one order


def note_opening(*, narrator: str, by: User, why: str, key: PublicKey) -> IdentityOpened:
    """Writes down that something is about to be opened, and returns when that is safely stored.

    Refuses to run inside another transaction: if that one were rolled back, so would this row be, after
    somebody had read what it speaks of.
    """
    with transaction.atomic(durable=True):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        row = IdentityOpened(
            narrator=narrator,
            who=by.get_username(),
            why=why,
            key=key.fingerprint,
            at=timezone.now(),
            previous=head()[1],
        )
        row.hash = row.computed_hash()
        row.save(force_insert=True)
    return row


def head() -> tuple[int, str]:
    """How many rows there are, and the hash of the last: noted elsewhere, no row can go or change unseen."""
    last = IdentityOpened.objects.order_by("-pk").values_list("hash", flat=True).first()
    return IdentityOpened.objects.count(), last or GENESIS


def faults(noted: tuple[int, str] | None = None) -> Iterator[str]:
    """Everything that is wrong with the list, in words; `noted` is a head from an earlier day."""
    previous, seen = GENESIS, {0: GENESIS}
    for count, row in enumerate(IdentityOpened.objects.order_by("pk").iterator(), start=1):
        if row.previous != previous:
            yield f"opening {count} does not follow the one before it: one was taken away or put in between"
        if row.hash != row.computed_hash():
            yield f"opening {count} is not what was written"
        previous = seen[count] = row.hash
    if noted and seen.get(noted[0]) != noted[1]:
        yield f"the list does not hold the opening that was noted as number {noted[0]}"
