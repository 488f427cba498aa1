"""Files move into the edition's schema; readers get views of what is open. A link stands only where its
target is public at least as long, and in at least as many ways, as what leads to it."""

from django.db import migrations

FILES = """
ALTER TABLE file SET SCHEMA edition;
ALTER TABLE piece SET SCHEMA edition;
ALTER TABLE edition.piece ALTER COLUMN data SET STORAGE EXTERNAL;  -- media are packed already

CREATE OR REPLACE VIEW site.record AS
    SELECT id, kind, version, title, document, stamp, linked, digest, own_facets, facets, words, earliest,
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
NO_FILES = """
DROP VIEW site.piece;
DROP VIEW site.file;
DROP VIEW site.record;
CREATE VIEW site.record AS
    SELECT id, kind, version, title, document, stamp, linked, digest, own_facets, facets, words, earliest,
        latest, sort_key, warnings, published_at, closes_at
    FROM edition.record
    WHERE closes_at IS NULL OR closes_at > now();
ALTER TABLE edition.piece SET SCHEMA public;
ALTER TABLE edition.file SET SCHEMA public;
"""

LINKS = """
CREATE OR REPLACE FUNCTION edition.linked_of(source text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT coalesce(jsonb_object_agg(role, targets), '{{}}'::jsonb)::text
    FROM (
        SELECT link.role, jsonb_agg(
            jsonb_build_object('id', record.id, 'kind', record.kind, 'title', record.title) || link.note
            ORDER BY link.position
        ) AS targets
        FROM {joined}
        WHERE link.source_id = source
        GROUP BY link.role
    ) AS by_role
$$;
CREATE OR REPLACE FUNCTION edition.facets_of(source text, own varchar[]) RETURNS varchar[]
LANGUAGE sql STABLE AS $$
    SELECT ARRAY(
        SELECT unnest(own)
        UNION
        SELECT unnest(ARRAY[link.role || ':' || record.id, record.kind || ':' || record.id])
        FROM {joined}
        WHERE link.source_id = source
        ORDER BY 1
    )::varchar[]
$$;
"""
BEFORE = "edition.link JOIN edition.record ON record.id = link.target AND record.closes_at IS NULL"
NOW = """edition.link
        JOIN edition.record AS origin ON origin.id = link.source_id
        JOIN edition.record ON record.id = link.target
            AND coalesce(record.closes_at, 'infinity') >= coalesce(origin.closes_at, 'infinity')
            AND record.outputs @> origin.outputs"""


class Migration(migrations.Migration):
    dependencies = [("edition", "0004_testimonies")]
    operations = [
        migrations.RunSQL(FILES, NO_FILES),
        migrations.RunSQL(LINKS.format(joined=NOW), LINKS.format(joined=BEFORE)),
    ]
