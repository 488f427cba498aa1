"""What records are found by moves into a narrow table of its own. It is filled by `renew_search`, which every
start of the archive runs; until then nothing is found that was published before."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

WITHOUT_VIEWS = """
DROP VIEW site.piece;
DROP VIEW site.file;
DROP VIEW site.record;
"""
VIEWS = """
CREATE VIEW site.record AS
    SELECT id, kind, version, title, document, stamp, linked, digest, own_facets, facets, {words}earliest,
        latest, sort_key, warnings, published_at, closes_at, apart, outputs
    FROM edition.record
    WHERE closes_at IS NULL OR closes_at > now();
CREATE VIEW site.file AS
    SELECT file.name, file.record_id, file.media_type, file.size, file.sha256
    FROM edition.file JOIN site.record ON record.id = file.record_id;
CREATE VIEW site.piece AS
    SELECT piece.id, piece.file_id, piece.number, piece.data
    FROM edition.piece JOIN site.file ON file.name = piece.file_id;
"""
FOUND = """
ALTER TABLE found SET SCHEMA edition;
-- Words lie apart from the rest of their row: a search that needs no places reads narrow rows only.
ALTER TABLE edition.found ALTER COLUMN words SET STORAGE EXTERNAL;
ALTER TABLE edition.found SET (toast_tuple_target = 128);
CREATE VIEW site.found AS
    SELECT record_id, kind, sequence, words, made_by, closes_at, outputs
    FROM edition.found
    WHERE closes_at IS NULL OR closes_at > now();
"""
NOT_FOUND = """
DROP VIEW site.found;
ALTER TABLE edition.found SET SCHEMA public;
"""


class Migration(migrations.Migration):
    dependencies = [("edition", "0005_files")]
    operations = [
        migrations.RunSQL(WITHOUT_VIEWS, VIEWS.format(words="words, ")),
        migrations.RemoveIndex(model_name="record", name="record_words"),
        migrations.RemoveField(model_name="record", name="words"),
        migrations.RunSQL(VIEWS.format(words=""), WITHOUT_VIEWS),
        migrations.CreateModel(
            name="Found",
            fields=[
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="found",
                        serialize=False,
                        to="edition.record",
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("sequence", models.PositiveBigIntegerField(db_index=True)),
                ("words", django.contrib.postgres.search.SearchVectorField()),
                ("made_by", models.CharField(help_text="The index's version.", max_length=12)),
                ("closes_at", models.DateTimeField(null=True)),
                (
                    "outputs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=8), size=None
                    ),
                ),
            ],
            options={
                "db_table": "found",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["words"], name="found_words"
                    )
                ],
            },
        ),
        migrations.RunSQL(FOUND, NOT_FOUND),
    ]
