"""Public copies of recordings and pictures. They are rows, so that they come and go with their record
in one transaction, and no file can be left behind."""

from django.db import models

PIECE = 256 * 1024  # bytes of a file in one row


class File(models.Model):
    """One public file of a record, under a random name. Only `archive.edition.actions` writes it."""

    name = models.CharField(primary_key=True, max_length=40)
    record = models.ForeignKey("edition.Record", on_delete=models.CASCADE, related_name="files")
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        db_table = "file"  # in the schema "edition"

    def __str__(self) -> str:
        return self.name


class Piece(models.Model):
    """So many bytes of a file as make a range quick to read."""

    file = models.ForeignKey(File, on_delete=models.CASCADE, related_name="pieces")
    number = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        db_table = "piece"  # in the schema "edition"
        constraints = [models.UniqueConstraint(fields=["file", "number"], name="piece_one_in_each_place")]

    def __str__(self) -> str:
        return f"{self.file_id} {self.number}"
