"""Answers to what a reader asks for: the best of the newest, in one query whose work is bounded.

Titles and names come before text, newer before older. Nobody ranks every hit of a common word: so many of
the newest are looked at, stretch of publications by stretch, and the reader is told where that was the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
from django.db import connections, models

from archive.edition.search.alike import Other, others
from archive.edition.search.lexemes import KIND, STRETCH, STRETCH_LENGTH, quoted
from archive.edition.search.query import Asked

MOST_HITS = 200  # of the newest that are looked at: beyond, “200+”
MOST_READ = 500  # records with all words of a phrase whose places are read
STRETCHES = (2, 8)  # of publications, that are looked at one after the other; then all older ones
MOST_OTHERS = 3  # suggestions of each sort

# PostgreSQL guesses badly how many rows hold what, and would walk through all of them in order of sequence
# (seconds); `+ 0` leaves it the index of words only.
_STAGE = (
    "(SELECT record_id, kind, sequence FROM found WHERE {where} AND outputs @> ARRAY[%(output)s]::varchar[]\
 ORDER BY sequence + 0 DESC LIMIT {most})"
)
_IN_STRETCHES = "words @@ (%({name})s || ' & (' || (SELECT {stretches} FROM head) || ')')::tsquery"
_OLDER = (
    "words @@ (SELECT %({name})s::tsquery)"
    " AND sequence + 0 < (SELECT (now - %(stretches)s + 1) * %(length)s FROM head)"
)
_NEWEST = """{name}_near AS MATERIALIZED (SELECT * FROM ({stages}) AS newest LIMIT {most}),
{name} AS MATERIALIZED ({hits})"""
_ALL = "SELECT * FROM {name}_near"
_READ = """SELECT one.* FROM {name}_near AS one JOIN found USING (record_id)
    WHERE words @@ %({name}_read)s::tsquery ORDER BY one.sequence DESC LIMIT {most}"""

QUERY = """
WITH head AS MATERIALIZED (SELECT coalesce(max(sequence), 0) / %(length)s AS now FROM found),
{titled},
{held},
hits AS MATERIALIZED (
    SELECT record_id, kind, sequence, max(tier) AS tier FROM (
        SELECT *, 1 AS tier FROM titled UNION ALL SELECT *, 0 AS tier FROM held
    ) AS both_of_them
    WHERE record_id <> ALL(%(named)s::varchar[])
    GROUP BY record_id, kind, sequence
),
page AS MATERIALIZED (
    SELECT record_id, tier, sequence FROM hits ORDER BY tier DESC, sequence DESC
    LIMIT %(size)s OFFSET %(start)s
),
wanted AS (
    SELECT unnest(%(named)s::varchar[]) AS record_id, 2 AS tier, 0 AS sequence UNION ALL SELECT * FROM page
)
SELECT
    (SELECT coalesce(json_object_agg(kind, n), '{{}}') FROM (
        SELECT kind, count(*) AS n FROM hits GROUP BY kind) AS each_kind)::text,
    (SELECT count(*) FROM held_near) >= %(most)s OR (SELECT count(*) FROM titled_near) >= %(most)s
        OR greatest((SELECT count(*) FROM held), (SELECT count(*) FROM titled)) >= %(hits)s,
    ARRAY(
        SELECT place FROM unnest(%(others)s::text[]) WITH ORDINALITY AS other(words, place)
        WHERE cardinality(%(named)s::varchar[]) = 0 AND NOT EXISTS (SELECT 1 FROM hits) AND EXISTS (
            SELECT 1 FROM found WHERE found.words @@ other.words::tsquery
            AND outputs @> ARRAY[%(output)s]::varchar[]
        ) LIMIT 24
    ),
    wanted.tier, answer.*
FROM (SELECT 1) AS always LEFT JOIN wanted ON true
LEFT JOIN ({records}) AS answer ON answer.id = wanted.record_id
ORDER BY wanted.tier DESC, wanted.sequence DESC
"""


@dataclass(frozen=True)
class Answer:
    """What was found. `rows` are the page's records as they were asked for, `named` those found by name."""

    rows: list[tuple[Any, ...]] = field(default_factory=list)
    named: list[tuple[Any, ...]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    bounded: bool = False  # there are more than were looked at
    others: list[Other] = field(default_factory=list)

    @property
    def total(self) -> int:
        """How many were found by words among those looked at."""
        return sum(self.counts.values())


def find(
    asked: Asked,
    records: models.QuerySet[Any, Any],
    *,
    output: str,
    kind: str = "",
    named: Sequence[str] = (),
    size: int,
    start: int = 0,
    only_titles: bool = False,
) -> Answer:
    """A page of what holds a reader's words, and the records `named` before. One query.

    `records` are the public ones, with the columns that are wanted; the first is the identifier.
    With `only_titles` texts are not looked through, and nothing is offered where nothing is found.
    """
    inner, parameters = records.query.get_compiler(using="public").as_sql()
    narrowed = f" & {quoted(KIND + kind)}" if kind else ""
    alternatives = [] if only_titles else others(asked)
    reads = asked.reads
    nothing = quoted("!")  # no word is like this: only names are asked for
    values: dict[str, Any] = {
        "output": output, "named": list(named), "size": size, "start": start,
        "stretches": sum(STRETCHES), "length": STRETCH_LENGTH,
        "most": MOST_READ if reads else MOST_HITS, "hits": MOST_HITS,
        "others": [each.asked.tsquery + narrowed for each in alternatives],
        "titled": (asked.apart("=") or nothing) + narrowed if asked.asks else nothing,
        "held": asked.apart() + narrowed if asked.asks and not only_titles else nothing,
        "titled_read": asked.in_titles, "held_read": asked.tsquery,
    }  # fmt: skip
    statement = QUERY.format(
        titled=_hits("titled", reads),
        held=_hits("held", reads),
        records=_with_names(inner, parameters, values),
    )
    with connections["public"].cursor() as cursor:
        cursor.execute(statement, values)
        rows = cursor.fetchall()
    return _answer(rows, alternatives)


def _hits(name: str, reads: bool) -> str:
    """SQL of the newest records that hold what is asked for: the newest stretches, the next, all older."""
    stages, first = [], 0
    for many in STRETCHES:
        stages.append(_IN_STRETCHES.format(name=name, stretches=_stretches(first, many)))
        first += many
    stages.append(_OLDER.format(name=name))
    most = MOST_READ if reads else MOST_HITS
    hits = _READ.format(name=name, most=MOST_HITS) if reads else _ALL.format(name=name)
    newest = " UNION ALL ".join(_STAGE.format(where=where, most=most) for where in stages)
    return _NEWEST.format(name=name, stages=newest, most=most, hits=hits)


def _stretches(first: int, many: int) -> str:
    each = [f"'''{STRETCH}' || now - {back} || ''''" for back in range(first, first + many)]
    return " || ' | ' || ".join(each)


def _with_names(inner: str, parameters: Sequence[Any], values: dict[str, Any]) -> str:
    """SQL with %s as SQL with named places, beside the others."""
    names = [f"inner_{place}" for place in range(len(parameters))]
    values |= dict(zip(names, parameters, strict=True))
    return inner % tuple(f"%({name})s" for name in names)


def _answer(rows: list[tuple[Any, ...]], alternatives: list[Other]) -> Answer:
    counts, bounded, places, *_rest = rows[0]
    shown = [(row[3], row[4:]) for row in rows if row[3] is not None and row[4] is not None]
    return Answer(
        rows=[row for tier, row in shown if tier < 2],
        named=[row for tier, row in shown if tier == 2],
        counts=orjson.loads(counts),
        bounded=bounded,
        others=_best([alternatives[place - 1] for place in places]),
    )


def _best(found: list[Other]) -> list[Other]:
    respelt = [each for each in found if each.instead][:MOST_OTHERS]
    return [*respelt, *[each for each in found if not each.instead][:MOST_OTHERS]]
