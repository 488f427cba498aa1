"""What went out of a record before it was withdrawn: which versions were public, and when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from archive.edition.models import Act, LedgerEntry


@dataclass(frozen=True)
class Time:
    """A time in which a version of a record was public; `until` is None while it still is."""

    version: int
    since: datetime
    until: datetime | None
    digest: str


def times_public(identifier: str) -> list[Time]:
    """Every version of a record that readers and programs could take, by the ledger, oldest first."""
    times: list[Time] = []
    for entry in LedgerEntry.objects.filter(record=identifier).order_by("sequence"):
        if times and times[-1].until is None:
            times[-1] = replace(times[-1], until=entry.at)
        if entry.act == Act.PUBLISH:
            times.append(Time(entry.version, entry.at, None, entry.digest))
    return times
