"""The edition moves into a schema of its own; its links are defined once, in SQL; its ledger only grows."""

from django.db import migrations

SCHEMA = """
CREATE SCHEMA edition;
ALTER TABLE record SET SCHEMA edition;
ALTER TABLE link SET SCHEMA edition;
ALTER TABLE ledger SET SCHEMA edition;

-- A link shows only when both its ends are in the edition.
CREATE FUNCTION edition.linked_of(source text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT coalesce(jsonb_object_agg(role, targets), '{}'::jsonb)::text
    FROM (
        SELECT link.role, jsonb_agg(
            jsonb_build_object('id', record.id, 'kind', record.kind, 'title', record.title) || link.note
            ORDER BY link.position
        ) AS targets
        FROM edition.link JOIN edition.record ON record.id = link.target
        WHERE link.source_id = source
        GROUP BY link.role
    ) AS by_role
$$;

-- What a record can be filtered by: its own facets, and where its links lead, by role and by kind.
CREATE FUNCTION edition.facets_of(source text, own varchar[]) RETURNS varchar[] LANGUAGE sql STABLE AS $$
    SELECT ARRAY(
        SELECT unnest(own)
        UNION
        SELECT unnest(ARRAY[link.role || ':' || record.id, record.kind || ':' || record.id])
        FROM edition.link JOIN edition.record ON record.id = link.target
        WHERE link.source_id = source
        ORDER BY 1
    )::varchar[]
$$;

CREATE FUNCTION edition.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger only grows: % is refused', TG_OP;
END
$$;
CREATE TRIGGER ledger_only_grows BEFORE UPDATE OR DELETE ON edition.ledger
    FOR EACH ROW EXECUTE FUNCTION edition.refuse();
CREATE TRIGGER ledger_is_never_emptied BEFORE TRUNCATE ON edition.ledger
    FOR EACH STATEMENT EXECUTE FUNCTION edition.refuse();
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA edition FROM PUBLIC;
"""

BACK = """
DROP TRIGGER ledger_only_grows ON edition.ledger;
DROP TRIGGER ledger_is_never_emptied ON edition.ledger;
DROP FUNCTION edition.refuse(), edition.linked_of(text), edition.facets_of(text, varchar[]);
ALTER TABLE edition.record SET SCHEMA public;
ALTER TABLE edition.link SET SCHEMA public;
ALTER TABLE edition.ledger SET SCHEMA public;
DROP SCHEMA edition;
"""


class Migration(migrations.Migration):
    dependencies = [("edition", "0001_initial")]
    operations = [migrations.RunSQL(SCHEMA, BACK)]
