"""Changing a desk record: always under its lock, with who and why, and what it takes away goes at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

import pghistory
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.desk import review
from archive.desk.models import Deed, DeskRecord
from archive.desk.renderers import locked
from archive.edition import ledger
from archive.edition.published import leading_to, published_rendering
from archive.edition.rendering import Rendering

D = TypeVar("D", bound=DeskRecord)


@contextmanager
def change(record: D, *, by: User, why: str = "") -> Iterator[D]:
    """One change of a record or of its children by another room: `with change(event, by=user) as event:`.

    Gives the record read anew under its lock. At the end its revision is raised, and what the change
    took away is no longer public; what it added waits for approval.
    """
    with transaction.atomic(), pghistory.context(user=by.pk, why=why):
        fresh = locked(record)
        yield fresh
        settle(fresh, by=by, why=why)


def settle(record: DeskRecord, *, by: User, why: str = "") -> list[Rendering]:
    """Ends a change whose transaction holds the record's lock: raises the revision, narrows the public."""
    touch(record)
    return review.narrow(record, by=by, why=why)


def touch(record: DeskRecord) -> None:
    """Says that a record or one of its children changed, so that nobody overwrites it unseen."""
    now = timezone.now()
    type(record)._default_manager.filter(pk=record.pk).update(revision=F("revision") + 1, changed_at=now)
    record.revision, record.changed_at = record.revision + 1, now


@transaction.atomic
def delete(record: DeskRecord, *, by: User, why: str = "") -> None:
    """Deletes a record that is not public; its history and its tombstone stay.

    Records that lead to it, in public or in waiting, no longer do.
    """
    record = locked(record)
    ledger.lock()  # before the rows of others are changed: see `narrow`
    if published_rendering(record.identifier):
        raise review.Refused(
            _("“%(title)s” is public. Withdraw it first, with a reason; then it can be deleted.")
            % {"title": record}
        )
    leading = leading_to(record.identifier)
    title = str(record)[:200]
    with pghistory.context(user=by.pk, why=why):
        review.overtake(record.identifier, by=by)
        record.delete()
    Deed.objects.create(
        act=Deed.Act.DELETE,
        who=by.get_username(),
        why=why,
        kind=record.kind,
        identifier=record.identifier,
        title=title,
    )
    for kind, identifier in leading:
        review.narrow_unlocked(review.desk_record(kind, identifier), by=by, why=why)
