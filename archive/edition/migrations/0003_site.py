"""What readers are given: a view of the records that are open now, in a schema of its own.

A record whose consent has ended is closed by the database itself, whatever public code forgets. And
because nobody acts on that day, a record that will close stands on no other record's links or facets.
"""

from django.db import migrations

SITE = """
CREATE SCHEMA site;
CREATE VIEW site.record AS
    SELECT id, kind, version, title, document, stamp, linked, digest, own_facets, facets, words, earliest,
        latest, sort_key, warnings, published_at, closes_at
    FROM edition.record
    WHERE closes_at IS NULL OR closes_at > now();
"""

FUNCTIONS = """
CREATE OR REPLACE FUNCTION edition.linked_of(source text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT coalesce(jsonb_object_agg(role, targets), '{{}}'::jsonb)::text
    FROM (
        SELECT link.role, jsonb_agg(
            jsonb_build_object('id', record.id, 'kind', record.kind, 'title', record.title) || link.note
            ORDER BY link.position
        ) AS targets
        FROM edition.link JOIN edition.record ON record.id = link.target {condition}
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
        FROM edition.link JOIN edition.record ON record.id = link.target {condition}
        WHERE link.source_id = source
        ORDER BY 1
    )::varchar[]
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("edition", "0002_schema")]
    operations = [
        migrations.RunSQL(SITE, "DROP VIEW site.record; DROP SCHEMA site;"),
        migrations.RunSQL(
            FUNCTIONS.format(condition="AND record.closes_at IS NULL"), FUNCTIONS.format(condition="")
        ),
    ]
