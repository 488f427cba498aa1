"""What a record is called, kept for finding it in any script."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from archive.edition.models.record import Record


class Name(models.Model):
    """One public name of one record. Only `archive.edition.naming` writes it, when the record is published.

    Kind, outputs and last day stand here as they stand in the record.
    """

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="names")
    kind = models.CharField(max_length=20)
    text = models.TextField()
    language = models.CharField(max_length=35)
    script = models.CharField(max_length=4)
    name_kind = models.CharField(max_length=20, blank=True, help_text="own, transliteration, alias…")
    parts = models.PositiveSmallIntegerField(help_text="Of how many words it is found by.")
    keys = ArrayField(models.CharField(max_length=40, db_collation="C"))
    outputs = ArrayField(models.CharField(max_length=8))
    closes_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "name"  # in the schema "edition"
        indexes = [GinIndex(fields=["keys"], name="name_keys", fastupdate=False)]

    def __str__(self) -> str:
        return self.text
