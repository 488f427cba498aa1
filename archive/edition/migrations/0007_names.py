"""The names of records, with the keys under which they are found in any script; readers see those of open
records. They are filled by `renew_search`, like the words of search."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models

NAMES = """
ALTER TABLE name SET SCHEMA edition;
CREATE VIEW site.name AS
    SELECT id, record_id, kind, text, language, script, name_kind, parts, keys, outputs, closes_at
    FROM edition.name
    WHERE closes_at IS NULL OR closes_at > now();
"""
NO_NAMES = """
DROP VIEW site.name;
ALTER TABLE edition.name SET SCHEMA public;
"""


class Migration(migrations.Migration):
    dependencies = [("edition", "0006_search")]
    operations = [
        migrations.CreateModel(
            name="Name",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("text", models.TextField()),
                ("language", models.CharField(max_length=35)),
                ("script", models.CharField(max_length=4)),
                (
                    "name_kind",
                    models.CharField(blank=True, help_text="own, transliteration, alias…", max_length=20),
                ),
                (
                    "parts",
                    models.PositiveSmallIntegerField(help_text="Of how many words it is found by."),
                ),
                (
                    "keys",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(db_collation="C", max_length=40), size=None
                    ),
                ),
                (
                    "outputs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=8), size=None
                    ),
                ),
                ("closes_at", models.DateTimeField(null=True)),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="edition.record",
                    ),
                ),
            ],
            options={
                "db_table": "name",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["keys"], name="name_keys"
                    )
                ],
            },
        ),
        migrations.RunSQL(NAMES, NO_NAMES),
    ]
