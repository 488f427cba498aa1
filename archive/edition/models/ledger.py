"""The ledger: an append-only, hash-chained list of everything that was published or withdrawn."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from django.db import models

from archive.core.canonical import canonical, sha256

GENESIS = "0" * 64


class Act(models.TextChoices):
    PUBLISH = "publish"
    WITHDRAW = "withdraw"
    ONE_PERSON_ON = "one-person-on"  # from here on one person alone may widen what is public
    ONE_PERSON_OFF = "one-person-off"


class LedgerEntry(models.Model):
    """One act. It names no title and no text; old digests stay when a record is withdrawn."""

    sequence = models.PositiveBigIntegerField(primary_key=True)
    act = models.CharField(max_length=16, choices=Act.choices)
    record = models.CharField(max_length=11, blank=True, db_index=True)
    version = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the canonical document.")
    links_digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 of its links as approved.")
    at = models.DateTimeField()
    previous = models.CharField(max_length=64, unique=True)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        db_table = "ledger"  # in the schema "edition"
        ordering = ["sequence"]
        verbose_name_plural = "ledger entries"

    def __str__(self) -> str:
        return f"{self.sequence} {self.act} {self.record}"

    @property
    def said(self) -> dict[str, Any]:
        """What the hash covers."""
        return {
            "sequence": self.sequence,
            "act": self.act,
            "record": self.record,
            "version": self.version,
            "digest": self.digest,
            "links_digest": self.links_digest,
            "at": self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "previous": self.previous,
        }

    def computed_hash(self) -> str:
        return sha256(canonical(self.said))
