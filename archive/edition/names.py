"""Finding records by name: in any script and spelling, the best first, in one bounded query."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from django.db import connections
from psycopg import sql

from archive.core.names.searching import Asked, Way, asked, ranked
from archive.core.names.searching.directory import CAP, FEW, SOME

RANKED = 150  # names that are compared closely

QUERY = """
WITH sure AS MATERIALIZED (
    SELECT record_id, kind, text, language, parts FROM name WHERE {open} AND ({sure}) LIMIT {cap}
), near AS MATERIALIZED (
    SELECT record_id, kind, text, language, parts FROM name
    WHERE (SELECT count(*) FROM sure) < {some} AND {open} AND ({near}) LIMIT {cap}
), partial AS MATERIALIZED (
    SELECT record_id, kind, text, language, parts FROM name
    WHERE (SELECT count(*) FROM sure) + (SELECT count(*) FROM near) < {few}
        AND {open} AND ({partial}) LIMIT {cap}
)
(SELECT record_id, kind, text, language, true FROM sure
    ORDER BY abs(parts - {size}), length(text) LIMIT {ranked})
UNION ALL
(SELECT record_id, kind, text, language, true FROM near
    ORDER BY abs(parts - {size}), length(text) LIMIT {ranked})
UNION ALL
(SELECT record_id, kind, text, language, true FROM partial ORDER BY parts, length(text) LIMIT {ranked})
UNION ALL
SELECT '', '', word, '', false FROM unnest({words}::text[]) AS word
WHERE EXISTS (SELECT 1 FROM name WHERE keys @> ARRAY['=' || word]::varchar[])
"""
EXACT = """
SELECT record_id, kind, text, language, true FROM name WHERE {open} AND keys @> {exact}::varchar[]
ORDER BY parts, length(text) LIMIT {ranked}
"""


class Hit(NamedTuple):
    """A record, by the one of its names that answers best."""

    record: str
    kind: str
    text: str
    language: str
    score: float  # 1 for the very name


def find(
    words: str, *, output: str, kinds: Collection[str] | None = None, exact: bool = False, most: int = 20
) -> list[Hit]:
    """The records that have a name like these words, the best first; what only looks like them is left out.

    `exact` finds only names that hold every word as it is written. `output` is the way out: `web`, `api`.
    """
    sought = asked(words)
    if not sought.parts:
        return []
    statement = _statement(sought, output, kinds, EXACT if exact else QUERY)
    with connections["public"].cursor() as cursor:
        cursor.execute(statement)
        rows = cursor.fetchall()
    known = [text for _record, _kind, text, _language, is_name in rows if not is_name]
    names = [row for row in rows if row[4]]
    best = ranked(sought, ((row[0], row[2]) for row in names), known=known, most=most)
    return [Hit(one.record, names[one.place][1], one.text, names[one.place][3], one.score) for one in best]


def _statement(sought: Asked, output: str, kinds: Collection[str] | None, query: str) -> sql.Composed:
    may = sql.SQL("outputs @> ARRAY[{}]::varchar[]").format(sql.Literal(output))
    if kinds is not None:
        may = sql.SQL("{} AND kind = ANY({})").format(may, sql.Literal(sorted(kinds)))
    return sql.SQL(query).format(
        open=may,
        sure=_any(sought.sure),
        near=_any(sought.near),
        partial=_any(sought.partial),
        exact=sql.Literal(sorted(sought.exact)),
        size=sql.Literal(len(sought.parts)),
        words=sql.Literal([one.written for one in sought.parts]),
        cap=sql.Literal(CAP),
        ranked=sql.Literal(RANKED),
        some=sql.Literal(SOME),
        few=sql.Literal(FEW),
    )


def _any(ways: Iterable[Way]) -> sql.Composable:
    """SQL that says that a name answers in one of these ways."""
    each = [
        sql.SQL("({})").format(
            sql.SQL(" AND ").join(
                # a subquery hides how common the keys are: knowing it, the planner reads the whole table
                sql.SQL("keys && (SELECT {}::varchar[])").format(sql.Literal(sorted(keys)))
                for keys in way
            )
        )
        for way in ways
    ]
    return sql.SQL(" OR ").join(each) if each else sql.SQL("false")
