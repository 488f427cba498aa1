"""The SQL of counting: everything under which a record is counted, and the two ways to count it."""

from __future__ import annotations

from archive.edition.orders import letters_and_places
from archive.edition.shapes import SHAPES

# A facet of these names leads to one record, or to few: nobody chooses among them.
NOT_COUNTED = ("file", "passage", "source", "statement", "quotes", "claim", "demand", "testimony", "previous")
NAMED = tuple(kind for kind, shape in SHAPES.items() if not shape.dated)
DATED = tuple(kind for kind, shape in SHAPES.items() if shape.dated)


def _words(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{word}'" for word in words)


def _with(sql: str, **parts: str) -> str:
    """SQL with `<part>` filled in: parts are the archive's own words, never a reader's."""
    for name, part in parts.items():
        sql = sql.replace(f"<{name}>", part)
    return sql


def _place(language: str) -> str:
    letters, places = letters_and_places(language)
    return _with(
        "left(translate(coalesce(each.title->>'<tag>', each.title->>'en', each.sort_key), "
        "'<from>', '<to>'), 1)",
        **{"tag": language, "from": letters, "to": places},
    )


# The same as edition.counted(), for whom may run no function; a check compares the two.
HELD = _with(
    """(
    SELECT ''::text AS name, ''::text AS value
    UNION ALL SELECT split_part(facet, ':', 1), substr(facet, strpos(facet, ':') + 1)
        FROM unnest(each.facets) AS facet WHERE split_part(facet, ':', 1) NOT IN (<not_counted>)
    UNION ALL SELECT DISTINCT 'decade', substr(facet, 6, 3) || 'X' FROM unnest(each.facets) AS facet
        WHERE facet ~ '^year:[0-9]{4}$'
    UNION ALL SELECT 'dated', coalesce(
            extract(year FROM each.earliest) || '/' || extract(year FROM each.latest), '')
        WHERE each.kind IN (<dated>)
    UNION ALL SELECT 'letter', left(each.sort_key, 1) WHERE each.kind IN (<named>)
    UNION ALL SELECT 'letter_fa', <fa> WHERE each.kind IN (<named>)
    UNION ALL SELECT 'letter_ar', <ar> WHERE each.kind IN (<named>)
)""",
    not_counted=_words(NOT_COUNTED),
    dated=_words(DATED),
    named=_words(NAMED),
    fa=_place("fa"),
    ar=_place("ar"),
)
# A count in the columns of a record that comes with it in one query.
_ROW = (
    "SELECT true, <value>::varchar, <name>::varchar, (<title>), ''::text, ''::text, (<n>)::int, "
    "''::varchar, NULL::timestamptz"
)
# Only identifiers are looked up, one by one: joined, every record would be read for some hundred titles.
# Letters come in a collation of their own, and in that one there is no index of identifiers.
_TITLE = (
    "SELECT record.title FROM site.record AS record "
    'WHERE length(<value>) = 11 AND record.id = (<value>)::varchar COLLATE "default" '
    "AND record.outputs @> ARRAY[%s]::varchar[] LIMIT 1"
)
NOTHING = _with(_ROW, title="NULL::jsonb", value="NULL", name="NULL", n="0") + " WHERE false"
KEPT = _with(
    """
WITH names (name, most) AS (SELECT * FROM unnest(%s::text[], %s::int[])),
closing AS MATERIALIZED (
    SELECT held.name, held.value, count(*) AS n
    FROM site.record AS each, LATERAL <held> AS held
    WHERE each.kind = %s AND each.closes_at IS NOT NULL AND each.outputs @> ARRAY[%s]::varchar[]
        AND held.name IN (SELECT name FROM names)
    GROUP BY 1, 2
),
wanted AS (
    SELECT names.name, most.value FROM names, LATERAL (
        SELECT count.value FROM site.count AS count
        WHERE count.output = %s AND count.kind = %s AND count.name = names.name
        ORDER BY count.n DESC, count.value LIMIT names.most
    ) AS most
    UNION SELECT name, value FROM closing
)
<row>
FROM wanted
LEFT JOIN site.count AS kept ON kept.output = %s AND kept.kind = %s AND kept.name = wanted.name
    AND kept.value = wanted.value
LEFT JOIN closing ON closing.name = wanted.name AND closing.value = wanted.value
""",
    held=HELD,
    row=_with(
        _ROW,
        title=_TITLE,
        value="wanted.value",
        name="wanted.name",
        n="coalesce(kept.n, 0) + coalesce(closing.n, 0)",
    ),
)
NARROWED = _with(
    """
WITH names (name, most) AS (SELECT * FROM unnest(%s::text[], %s::int[])),
each AS MATERIALIZED (<narrowed>),
tallied AS (
    SELECT held.name, held.value, count(*) AS n FROM each, LATERAL <held> AS held
    WHERE held.name IN (SELECT name FROM names)
    GROUP BY 1, 2
),
placed AS (
    SELECT *, row_number() OVER (PARTITION BY name ORDER BY n DESC, value) AS place FROM tallied
)
<row>
FROM placed JOIN names ON names.name = placed.name AND placed.place <= names.most
""",
    held=HELD,
    row=_with(_ROW, title=_TITLE, value="placed.value", name="placed.name", n="placed.n"),
)
NOT_AS_COUNTED = _with(
    """
SELECT output, kind, name, value, kept.n, live.n FROM edition.count AS kept FULL JOIN (
    SELECT output, each.kind, held.name, held.value, count(*) AS n
    FROM edition.record AS each, unnest(each.outputs) AS output, LATERAL <held> AS held
    WHERE each.closes_at IS NULL GROUP BY 1, 2, 3, 4
) AS live USING (output, kind, name, value)
WHERE kept.n IS DISTINCT FROM live.n
ORDER BY 1, 2, 3, 4
""",
    held=HELD,
)
