"""How many records of a list hold each facet: kept for whole lists, counted at once for narrowed ones.

What the database keeps leaves out records that close by themselves; they are few, and counted when asked.
A narrowed list is counted up to a bound: beyond it the reader is told "more than", and no number is shown
that somebody would have to wait for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson
from django.core.exceptions import EmptyResultSet
from django.db import connection, connections

from archive.edition.counting import KEPT, NARROWED, NOT_AS_COUNTED, NOTHING
from archive.edition.models.record import RecordQuerySet
from archive.edition.vocabulary import Output

BOUND = 1_000  # records of a narrowed list that are counted
ALL, DATED, DECADE = "", "dated", "decade"
EVERY = 100_000  # of a facet whose values are added up
ALSO = ("id", "kind", "title", "document", "linked", "version", "digest", "published_at")


@dataclass(frozen=True)
class Tally:
    """A value of a facet, and how many records of the list hold it; `title` where it is a record."""

    value: str
    n: int
    title: Mapping[str, str]


@dataclass(frozen=True)
class Counted:
    """What a list holds. Where it is longer than the bound, `exact` is False: then the values are some of
    those that are there, and the numbers say nothing."""

    total: int = 0
    exact: bool = True
    tallies: Mapping[str, list[Tally]] = field(default_factory=dict)

    def of(self, name: str) -> list[Tally]:
        """The values of one facet, those that most records hold first."""
        return self.tallies.get(name, [])

    @classmethod
    def made_of(cls, rows: list[tuple[Any, ...]]) -> Counted:
        tallies: dict[str, list[Tally]] = {}
        for value, name, title, n in rows:
            tallies.setdefault(name, []).append(Tally(value, n, _loaded(title)))
        for found in tallies.values():
            found.sort(key=lambda each: (-each.n, each.value))
        total = sum(each.n for each in tallies.pop(ALL, ()))
        return cls(min(total, BOUND), total <= BOUND, tallies)


def counted(
    kind: str,
    most: Mapping[str, int],
    *,
    output: Output,
    narrowed: RecordQuerySet | None = None,
    also: RecordQuerySet | None = None,
) -> tuple[Counted, list[tuple[Any, ...]]]:
    """The counts of a kind's list, so many values of each of these facets; and some records, with the
    columns of ALSO. `narrowed` are the list's records where it is not whole. One query."""
    wanted = {ALL: 1, **most}
    try:
        sql, parameters = _narrowed(narrowed, wanted, output) if narrowed is not None else (
            _kept(kind, wanted, output)
        )  # fmt: skip
    except EmptyResultSet:  # Django sees, without asking, that there is nothing
        sql, parameters = NOTHING, []
    if also is not None:
        more, its_parameters = also.values_list(*ALSO).query.get_compiler(using="public").as_sql()
        sql += " UNION ALL (SELECT false, also.* FROM (" + more + ") AS also)"  # noqa: S608  # Django's own
        parameters = [*parameters, *its_parameters]
    with connections["public"].cursor() as cursor:
        cursor.execute(sql, parameters)
        rows = cursor.fetchall()
    tallies = [(row[1], row[2], row[3], row[6]) for row in rows if row[0]]
    found = Counted.made_of(tallies)
    if narrowed is None:  # a whole list is known to the last record
        total = sum(n for _value, name, _title, n in tallies if name == ALL)
        found = Counted(total, True, found.tallies)
    return found, [row[1:] for row in rows if not row[0]]


def _kept(kind: str, most: Mapping[str, int], output: str) -> tuple[str, list[Any]]:
    names = [list(most), list(most.values())]
    return KEPT, [*names, kind, output, output, kind, output, output, kind]


def _narrowed(records: RecordQuerySet, most: Mapping[str, int], output: str) -> tuple[str, list[Any]]:
    columns = ("kind", "title", "sort_key", "facets", "earliest", "latest")
    asked = records.order_by().values_list(*columns)[: BOUND + 1]
    sql, parameters = asked.query.get_compiler(using="public").as_sql()
    names = [list(most), list(most.values())]
    return NARROWED.replace("<narrowed>", sql), [*names, *parameters, output]


def faults_of_counts() -> Iterator[str]:
    """Counts that are not what counting gives."""
    with connection.cursor() as cursor:
        cursor.execute(NOT_AS_COUNTED)
        for output, kind, name, value, kept, live in cursor.fetchall():
            held = f"with {name}:{value} " if name else ""
            yield (
                f"{kept or 0} records of the kind {kind} {held}are counted for {output}, "
                f"there are {live or 0}: run count_anew"
            )


def count_anew() -> None:
    """Counts everything anew: after a bulk load with the triggers switched off."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT edition.count_anew()")


def _loaded(title: Any) -> Mapping[str, str]:
    if isinstance(title, str):
        return orjson.loads(title)
    return title or {}
