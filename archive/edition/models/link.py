"""Which published record leads to which, as what. The site's login cannot read this table:
readers see a link only once both its ends are public, in `Record.linked`."""

from django.db import models


class Link(models.Model):
    """One link as it was approved; its target may not be public (yet, or any more)."""

    source = models.ForeignKey("edition.Record", on_delete=models.CASCADE, related_name="outgoing")
    role = models.CharField(max_length=20)
    target = models.CharField(max_length=11, db_index=True)
    position = models.PositiveIntegerField()
    note = models.JSONField(default=dict, help_text="Public facts of the link itself: the role held then.")

    class Meta:
        db_table = "link"  # in the schema "edition"
        constraints = [
            models.UniqueConstraint(fields=["source", "role", "position"], name="link_one_in_each_place")
        ]

    def __str__(self) -> str:
        return f"{self.source_id} {self.role} {self.target}"
