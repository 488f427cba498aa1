"""How many public records hold a facet: kept by the database while records come and go."""

from django.db import models


class Count(models.Model):
    """So many records of a kind go out in one way and hold `name:value`; only triggers write it.

    Records that close by themselves are not in it: nobody would count them out on that day.
    """

    pk = models.CompositePrimaryKey("output", "kind", "name", "value")
    output = models.CharField(max_length=8)
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=40, help_text="Empty for all records of the kind.")
    value = models.CharField(max_length=80)
    n = models.IntegerField()

    class Meta:
        db_table = "count"  # in the schema "edition"
        indexes = [models.Index("output", "kind", "name", models.F("n").desc(), "value", name="count_most")]

    def __str__(self) -> str:
        return f"{self.n} {self.kind} {self.name}:{self.value}"
