"""Who stands beside a person or an organisation in public records: at the same event, in readings, demands
and claims. It says which records lead to both, and nothing of what they are to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson
from django.db import connections

from archive.edition.vocabulary import Output

CLOSEST = 24  # neighbours that are told
SHOWN = 3  # records that each relation to a neighbour names
OF_ONE = 100  # the same where one neighbour is asked for
BOUNDS = {"records": 500, "events": 60, "of_event": 100, "of_statement": 20}
OPEN = "outputs @> ARRAY[%(output)s]::varchar[]"
# Facets and the view hold only what is public; of each kind the newest are looked at, so many at most.
# Both steps (to events and to what is quoted, and on to who is there) have their bound.
ASKED = """
WITH said AS MATERIALIZED (
    SELECT id, sort_key, facets FROM site.record
    WHERE facets @> ARRAY['speaker:' || %(id)s]::varchar[] AND kind = 'statement' AND <open>
    ORDER BY sort_key DESC, id DESC LIMIT %(records)s
), there AS (
    SELECT id AS event FROM site.record WHERE facets @> ARRAY['appearance:' || %(id)s]::varchar[]
    UNION
    SELECT id FROM site.record WHERE facets @> ARRAY['host:' || %(id)s]::varchar[]
    UNION
    SELECT substr(facet, 7) FROM said, unnest(facets) AS facet WHERE facet LIKE 'event:%%'
), held AS MATERIALIZED (
    SELECT id, sort_key, facets FROM site.record
    WHERE id = ANY(ARRAY(SELECT event FROM there)) AND kind = 'event' AND <open>
    ORDER BY sort_key DESC, id DESC LIMIT %(events)s
), heard AS MATERIALIZED (
    SELECT held.id, held.sort_key, at.facets
    FROM held, LATERAL (
        SELECT facets FROM site.record
        WHERE facets @> ARRAY['event:' || held.id]::varchar[] AND kind = 'statement' AND <open>
        ORDER BY id LIMIT %(of_event)s
    ) AS at
), readings AS MATERIALIZED (
    SELECT said.id AS words, reading.id, reading.sort_key, reading.facets
    FROM said, LATERAL (
        SELECT id, sort_key, facets FROM site.record
        WHERE facets @> ARRAY['quotes:' || said.id]::varchar[] AND kind = 'statement' AND <open>
        ORDER BY id LIMIT %(of_statement)s
    ) AS reading
), named AS MATERIALIZED (
    SELECT id, sort_key, CASE split_part(facet, ':', 1) WHEN 'host' THEN 'host' ELSE 'present' END AS role,
        split_part(facet, ':', 2) AS who
    FROM held, unnest(facets) AS facet WHERE facet LIKE 'appearance:%%' OR facet LIKE 'host:%%'
    UNION
    SELECT id, sort_key, 'present', substr(facet, 9)
    FROM heard, unnest(facets) AS facet WHERE facet LIKE 'speaker:%%'
    UNION
    SELECT held.id, held.sort_key, 'present', %(id)s
    FROM held JOIN said ON said.facets @> ARRAY['event:' || held.id]::varchar[]
), demands AS MATERIALIZED (
    SELECT id, sort_key, facets FROM site.record
    WHERE facets && ARRAY['maker:' || %(id)s, 'addressee:' || %(id)s]::varchar[] AND kind = 'demand'
        AND <open>
    ORDER BY sort_key DESC, id DESC LIMIT %(records)s
), claims AS MATERIALIZED (
    SELECT id, sort_key, facets FROM site.record
    WHERE facets @> ARRAY['asserter:' || %(id)s]::varchar[] AND kind = 'claim' AND <open>
    ORDER BY sort_key DESC, id DESC LIMIT %(records)s
), pairs AS MATERIALIZED (
    SELECT CASE mine.role || ' ' || named.role
            WHEN 'present present' THEN 'together' WHEN 'host present' THEN 'held_for'
            WHEN 'present host' THEN 'guest' ELSE 'held_with' END AS relation,
        named.who, named.id AS record, named.sort_key
    FROM named AS mine JOIN named USING (id) WHERE mine.who = %(id)s
    UNION
    SELECT 'reads', substr(author, 9), said.id, said.sort_key
    FROM said, unnest(said.facets) AS quoted, LATERAL (
        SELECT facets FROM site.record WHERE id = substr(quoted, 8) AND <open> LIMIT 1
    ) AS words, unnest(words.facets) AS author
    WHERE quoted LIKE 'quotes:%%' AND author LIKE 'speaker:%%'
    UNION
    SELECT 'read_by', substr(facet, 9), id, sort_key
    FROM readings, unnest(facets) AS facet WHERE facet LIKE 'speaker:%%'
    UNION
    SELECT 'asks', substr(facet, 11), id, sort_key FROM demands, unnest(facets) AS facet
    WHERE facets @> ARRAY['maker:' || %(id)s]::varchar[] AND facet LIKE 'addressee:%%'
    UNION
    SELECT 'asked_by', substr(facet, 7), id, sort_key FROM demands, unnest(facets) AS facet
    WHERE facets @> ARRAY['addressee:' || %(id)s]::varchar[] AND facet LIKE 'maker:%%'
    UNION
    SELECT 'claims', split_part(facet, ':', 2), id, sort_key FROM claims, unnest(facets) AS facet
    WHERE facet LIKE 'victim:%%' OR facet LIKE 'victim_group:%%'
), known AS MATERIALIZED (
    SELECT who, count(DISTINCT record) AS shared, max(sort_key) AS newest
    FROM pairs WHERE who <> %(id)s AND who = ANY(ARRAY(
        SELECT id FROM site.record WHERE id = ANY(ARRAY(SELECT who FROM pairs)) AND <open>
    )) GROUP BY who
), closest AS MATERIALIZED (
    SELECT * FROM known WHERE %(only)s IN ('', who)
    ORDER BY shared DESC, newest DESC, who LIMIT %(most)s
), ties AS MATERIALIZED (
    SELECT relation, who, shared, newest, count(*) AS n,
        (array_agg(record ORDER BY sort_key DESC, record))[:%(shown)s] AS records
    FROM pairs JOIN closest USING (who) GROUP BY relation, who, shared, newest
), told AS (
    SELECT who AS id FROM ties UNION SELECT unnest(records) FROM ties
)
(SELECT relation, who, jsonb_build_object('n', n, 'shared', shared, 'records', records), NULL::text,
    NULL::int, NULL::text, NULL::timestamptz
FROM ties ORDER BY shared DESC, newest DESC, who, n DESC, relation)
UNION ALL
SELECT '', '', jsonb_build_object('of', (SELECT count(*) FROM known), 'cut',
    (SELECT count(*) FROM held) >= %(events)s
    OR greatest((SELECT count(*) FROM said), (SELECT count(*) FROM demands), (SELECT count(*) FROM claims))
        >= %(records)s
    OR EXISTS (SELECT FROM heard GROUP BY id HAVING count(*) >= %(of_event)s)
    OR EXISTS (SELECT FROM readings GROUP BY words HAVING count(*) >= %(of_statement)s)
    ), NULL, NULL, NULL, NULL
UNION ALL
SELECT kind, id, title, document, version, digest, published_at
FROM site.record WHERE id = ANY(ARRAY(SELECT id FROM told)) AND <open>
""".replace("<open>", OPEN)


@dataclass(frozen=True)
class Tie:
    """One relation to one neighbour: how many records say so, and the newest of them. `shared` is how many
    lead to both in any relation."""

    relation: str
    who: str
    n: int
    shared: int
    records: list[str]


@dataclass(frozen=True)
class Neighbours:
    """Ties to the closest neighbours, the closest first, `of` so many; `rows` are the records they name.
    `cut` where only the newest records were looked at."""

    ties: list[Tie] = field(default_factory=list)
    of: int = 0
    cut: bool = False
    rows: list[tuple[Any, ...]] = field(default_factory=list)


def neighbours(identifier: str, *, output: str = Output.WEB, only: str = "") -> Neighbours:
    """The closest neighbours of a person or an organisation, or the `only` one asked for. One query."""
    values: dict[str, str | int] = {"id": identifier, "output": str(output), "only": only, "most": CLOSEST}
    with connections["public"].cursor() as cursor:
        cursor.execute(ASKED, {**values, **BOUNDS, "shown": OF_ONE if only else SHOWN})
        found = cursor.fetchall()
    ties: list[Tie] = []
    rows: list[tuple[Any, ...]] = []
    whole: Mapping[str, Any] = {"of": 0, "cut": False}
    for what, who, facts, document, *stamp in found:
        if document is not None:
            rows.append((who, what, facts, document, "{}", *stamp))
        elif who:
            told = _loaded(facts)
            ties.append(Tie(what, who, told["n"], told["shared"], told["records"]))
        else:
            whole = _loaded(facts)
    return Neighbours(ties, whole["of"], whole["cut"], rows)


def _loaded(value: Any) -> Mapping[str, Any]:
    return orjson.loads(value) if isinstance(value, str) else value
