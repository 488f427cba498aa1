"""How many public records lead to each place: from the kept counts, or of one year, counted at once."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import connections

from archive.edition.vocabulary import Output

KINDS = ("event", "statement", "testimony", "victim", "victim_group")
# A statement leads to a place through the event at which it was made. What closes by itself is not among
# the kept counts and is counted here.
KEPT = """
SELECT value, kind, sum(n)::int FROM (
    SELECT value, kind, n FROM site.count
    WHERE output = %(output)s AND name = 'place' AND kind = ANY(%(kinds)s)
    UNION ALL
    SELECT substr(facet, 7), kind, 1 FROM site.record, unnest(facets) AS facet
    WHERE closes_at IS NOT NULL AND kind = ANY(%(kinds)s) AND outputs @> ARRAY[%(output)s]::varchar[]
        AND facet LIKE 'place:%%'
    UNION ALL
    SELECT substr(facet, 7), 'statement', said.n
    FROM site.record AS event, unnest(event.facets) AS facet, site.count AS said
    WHERE event.kind = 'event' AND event.outputs @> ARRAY[%(output)s]::varchar[] AND facet LIKE 'place:%%'
        AND said.output = %(output)s AND said.kind = 'statement' AND said.name = 'event'
        AND said.value = event.id
) AS found GROUP BY 1, 2
"""
OF_A_YEAR = """
WITH held AS MATERIALIZED (
    SELECT id, kind, facets FROM site.record
    WHERE kind IN ('event', 'testimony', 'statement') AND outputs @> ARRAY[%(output)s]::varchar[]
        AND earliest <= make_date(%(year)s, 12, 31) AND latest >= make_date(%(year)s, 1, 1)
    UNION ALL
    SELECT id, kind, facets FROM site.record
    WHERE kind = 'victim' AND outputs @> ARRAY[%(output)s]::varchar[]
        AND facets @> ARRAY['year:' || %(year)s]::varchar[]
)
SELECT substr(facet, 7), kind, count(*)::int FROM held, unnest(facets) AS facet
WHERE kind <> 'statement' AND facet LIKE 'place:%%' GROUP BY 1, 2
UNION ALL
SELECT substr(facet, 7), 'statement', count(*)::int
FROM held, unnest(held.facets) AS said_at, site.record AS event, unnest(event.facets) AS facet
WHERE held.kind = 'statement' AND said_at LIKE 'event:%%' AND event.id = substr(said_at, 7)
    AND event.outputs @> ARRAY[%(output)s]::varchar[] AND facet LIKE 'place:%%'
GROUP BY 1
"""


def led_to(*, output: str = Output.WEB, year: int | None = None) -> Mapping[str, Mapping[str, int]]:
    """For each place that something public leads to: how many records of each kind do. One query."""
    values = {"output": str(output), "kinds": list(KINDS), "year": year}
    with connections["public"].cursor() as cursor:
        cursor.execute(OF_A_YEAR if year else KEPT, values)
        rows = cursor.fetchall()
    found: dict[str, dict[str, int]] = {}
    for place, kind, n in rows:
        found.setdefault(place, {})[kind] = n
    return found
