"""What a record is found by, apart from the record: narrow, so that a search reads no documents."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from archive.edition.models.record import Record


class Found(models.Model):
    """The words of one record. Only `archive.edition.actions` and `archive.edition.search.renewing` write it.

    `sequence` is the publication's place in the ledger: newer is higher. Kind, outputs and last day stand
    here as they stand in the record.
    """

    record = models.OneToOneField(Record, primary_key=True, on_delete=models.CASCADE, related_name="found")
    kind = models.CharField(max_length=20)
    sequence = models.PositiveBigIntegerField(db_index=True)
    words = SearchVectorField()
    made_by = models.CharField(max_length=12, help_text="The index's version.")
    closes_at = models.DateTimeField(null=True)
    outputs = ArrayField(models.CharField(max_length=8))

    class Meta:
        db_table = "found"  # in the schema "edition"
        indexes = [GinIndex(fields=["words"], name="found_words", fastupdate=False)]

    def __str__(self) -> str:
        return self.record_id
