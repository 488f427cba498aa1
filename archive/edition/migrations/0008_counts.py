"""Counts of what is public, kept by the database in the transaction that publishes or withdraws; and an
index for every order of a list."""

import django.db.models.expressions
from django.db import migrations, models

from archive.edition.orders import letters_and_places

# A facet of these names leads to one record, or to few: nobody chooses among them.
NOT_COUNTED = ("file", "passage", "source", "statement", "quotes", "claim", "demand", "testimony", "previous")
DATED = ("event", "statement", "claim", "demand", "source", "testimony")
NAMED = ("person", "organisation", "place", "topic", "victim", "victim_group")


def _words(words):
    return ", ".join(f"'{word}'" for word in words)


def _place(language):
    letters, places = letters_and_places(language)
    return (
        f"left(translate(coalesce(title->>'{language}', title->>'en', sort_key), '{letters}', '{places}'), 1)"
    )


COUNTED = f"""
ALTER TABLE count SET SCHEMA edition;
ALTER TABLE edition.count SET (fillfactor = 70);
CREATE INDEX count_nothing_left ON edition.count (output) WHERE n <= 0;
CREATE VIEW site.count AS SELECT output, kind, name, value, n FROM edition.count WHERE n > 0;

-- Everything under which a record is counted; the whole of its kind under ''.
CREATE FUNCTION edition.counted(
    kind text, title jsonb, sort_key text, facets varchar[], earliest date, latest date
) RETURNS TABLE (name text, value text) LANGUAGE sql STABLE AS $$
    SELECT '', ''
    UNION ALL
    SELECT split_part(facet, ':', 1), substr(facet, strpos(facet, ':') + 1) FROM unnest(facets) AS facet
    WHERE split_part(facet, ':', 1) NOT IN ({_words(NOT_COUNTED)})
    UNION ALL
    SELECT DISTINCT 'decade', substr(facet, 6, 3) || 'X' FROM unnest(facets) AS facet
    WHERE facet ~ '^year:[0-9]{{4}}$'
    UNION ALL
    SELECT 'dated', coalesce(extract(year FROM earliest) || '/' || extract(year FROM latest), '')
    WHERE kind IN ({_words(DATED)})
    UNION ALL
    SELECT 'letter', left(sort_key, 1) WHERE kind IN ({_words(NAMED)})
    UNION ALL
    SELECT 'letter_fa', {_place("fa")} WHERE kind IN ({_words(NAMED)})
    UNION ALL
    SELECT 'letter_ar', {_place("ar")} WHERE kind IN ({_words(NAMED)})
$$;
"""  # noqa: S608

ROWS = """
    SELECT record.kind, record.outputs, counted.name, counted.value, {sign}count(*) AS d
    FROM {table} AS record, edition.counted(
        record.kind, record.title, record.sort_key, record.facets, record.earliest, record.latest
    ) AS counted
    WHERE record.closes_at IS NULL
    GROUP BY 1, 2, 3, 4
"""
CAME, GONE = ROWS.format(sign="", table="came"), ROWS.format(sign="-", table="gone")
KEEP = """
    INSERT INTO edition.count AS kept (output, kind, name, value, n)
    SELECT output, kind, name, value, sum(d) FROM (
        SELECT unnest(outputs) AS output, kind, name, value, d FROM ({rows}) AS by_outputs
    ) AS by_output
    GROUP BY 1, 2, 3, 4 HAVING sum(d) <> 0
    ORDER BY 1, 2, 3, 4
    ON CONFLICT (output, kind, name, value) DO UPDATE SET n = kept.n + excluded.n;
"""
FUNCTION = """
CREATE FUNCTION edition.{name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    {body}
    RETURN NULL;
END
$$;
"""
EMPTIED = "DELETE FROM edition.count WHERE n <= 0;"
TRIGGERS = (
    FUNCTION.format(name="count_came", body=KEEP.format(rows=CAME))  # noqa: S608
    + FUNCTION.format(name="count_gone", body=KEEP.format(rows=GONE) + EMPTIED)
    + FUNCTION.format(name="count_changed", body=KEEP.format(rows=f"{CAME} UNION ALL {GONE}") + EMPTIED)
    + FUNCTION.format(name="count_emptied", body="DELETE FROM edition.count;")
    + """
CREATE TRIGGER counts_what_comes AFTER INSERT ON edition.record
    REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION edition.count_came();
CREATE TRIGGER counts_what_goes AFTER DELETE ON edition.record
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION edition.count_gone();
CREATE TRIGGER counts_what_changes AFTER UPDATE ON edition.record
    REFERENCING OLD TABLE AS gone NEW TABLE AS came
    FOR EACH STATEMENT EXECUTE FUNCTION edition.count_changed();
CREATE TRIGGER counts_nothing AFTER TRUNCATE ON edition.record
    FOR EACH STATEMENT EXECUTE FUNCTION edition.count_emptied();

-- Counts everything anew: after a bulk load with the triggers switched off.
CREATE FUNCTION edition.count_anew() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    LOCK TABLE edition.record IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM edition.count;
"""
    + KEEP.format(rows=ROWS.format(sign="", table="edition.record"))
    + """
END
$$;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA edition FROM PUBLIC;
SELECT edition.count_anew();
"""
)
NO_TRIGGERS = """
DROP TRIGGER counts_what_comes ON edition.record;
DROP TRIGGER counts_what_goes ON edition.record;
DROP TRIGGER counts_what_changes ON edition.record;
DROP TRIGGER counts_nothing ON edition.record;
DROP FUNCTION edition.count_anew(), edition.count_came(), edition.count_gone(), edition.count_changed(),
    edition.count_emptied();
"""
NOT_COUNTED_ANY_MORE = """
DROP FUNCTION edition.counted(text, jsonb, text, varchar[], date, date);
DROP VIEW site.count;
DROP INDEX edition.count_nothing_left;
ALTER TABLE edition.count SET SCHEMA public;
"""


def _by_name(language):
    letters, places = letters_and_places(language)
    name = f"coalesce(title->>'{language}', title->>'en', sort_key)"
    return f"""
CREATE INDEX record_by_name_{language} ON edition.record
    (kind, (left(translate({name}, '{letters}', '{places}'), 80) COLLATE "C"), id)
    WHERE kind IN ({_words(NAMED)});
"""


ORDERS = f"""
CREATE INDEX record_recent ON edition.record (kind, published_at, id);
CREATE INDEX record_oldest ON edition.record
    (kind, ((coalesce(nullif(sort_key, ''), '~')::text) COLLATE "C"), id) WHERE kind IN ({_words(DATED)});
CREATE INDEX record_that_closes ON edition.record (kind, closes_at) WHERE closes_at IS NOT NULL;
{_by_name("fa")}
{_by_name("ar")}
"""
NO_ORDERS = """
DROP INDEX edition.record_recent, edition.record_oldest, edition.record_that_closes,
    edition.record_by_name_fa, edition.record_by_name_ar;
"""


class Migration(migrations.Migration):
    dependencies = [("edition", "0007_names")]
    operations = [
        migrations.CreateModel(
            name="Count",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "output",
                        "kind",
                        "name",
                        "value",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("output", models.CharField(max_length=8)),
                ("kind", models.CharField(max_length=20)),
                ("name", models.CharField(help_text="Empty for all records of the kind.", max_length=40)),
                ("value", models.CharField(max_length=80)),
                ("n", models.IntegerField()),
            ],
            options={
                "db_table": "count",
                "indexes": [
                    models.Index(
                        models.F("output"),
                        models.F("kind"),
                        models.F("name"),
                        django.db.models.expressions.OrderBy(models.F("n"), descending=True),
                        models.F("value"),
                        name="count_most",
                    )
                ],
            },
        ),
        migrations.RunSQL(COUNTED, NOT_COUNTED_ANY_MORE),
        migrations.RunSQL(TRIGGERS, NO_TRIGGERS),
        migrations.RunSQL(ORDERS, NO_ORDERS),
    ]
