"""Questions to the edition whose SQL is written once, and planned once for each connection.

Django takes longer to write such a query, and PostgreSQL to plan it, than it takes to answer it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any
from weakref import WeakKeyDictionary

from django.db import DatabaseError, InterfaceError, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg.adapt import Loader

# A pooler or a changed table has taken the plan away: not there, there already, result has another type.
THERE_ALREADY = "42P05"
PLAN_LOST = frozenset({"26000", THERE_ALREADY, "0A000"})
# Left alone, PostgreSQL plans anew for every place in a list, and finds the same way each time.
ONE_PLAN = "SET plan_cache_mode = force_generic_plan"
_PLANNED: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()  # by connection: what it has planned


class Blank(str):
    """Stands in a query for a value that differs from one request to the next."""


class Stored(Loader):
    """A text as the bytes that came: they are sent on, so nobody has to read them."""

    def load(self, data: Any) -> bytes:
        return bytes(data)


@dataclass(frozen=True)
class Question:
    """A query on the edition with blanks to fill in; its texts come as bytes.

    `plan` names the plan that a connection keeps of it; "" where every value deserves its own.
    """

    sql: str
    parameters: tuple[Any, ...]
    plan: str = ""

    @classmethod
    def of(cls, records: models.QuerySet[Any, Any], *, planned: bool = False) -> Question:
        sql, parameters = records.query.get_compiler(using="public").as_sql()
        named = blake2b(repr((sql, parameters)).encode(), digest_size=12).hexdigest() if planned else ""
        return cls(sql, tuple(parameters), named and f"q_{named}")

    def ask(self, values: Mapping[str, Any] | None = None) -> list[tuple[Any, ...]]:
        """The rows, from the edition, under the site's login.

        A connection that was kept is used without asking first whether it still stands, which would
        cost as much as the question; where it has fallen, the question is asked once more.
        """
        connection = connections["public"]
        connection.health_check_done = True  # type: ignore[attr-defined]
        try:
            return self._rows(values or {}, connection)
        except (DatabaseError, InterfaceError) as error:
            if connection.in_atomic_block:
                raise
            if (state := getattr(error.__cause__, "sqlstate", None)) in PLAN_LOST:
                planned = _PLANNED.setdefault(connection.connection, set())
                planned.add(self.plan) if state == THERE_ALREADY else planned.discard(self.plan)
                return self._rows_without_plan(values or {}, connection)
            if connection.is_usable():
                raise
            connection.close()
            return self._rows(values or {}, connection)

    def _rows(self, values: Mapping[str, Any], connection: BaseDatabaseWrapper) -> list[tuple[Any, ...]]:
        if not self.plan:
            return self._rows_without_plan(values, connection)
        with connection.cursor() as cursor:
            cursor.cursor.adapters.register_loader("text", Stored)
            planned = _PLANNED.setdefault(connection.connection, set())
            blanks = [values[each] for each in self.parameters if isinstance(each, Blank)]
            execute = f"EXECUTE {self.plan}" + (f"({', '.join(['%s'] * len(blanks))})" if blanks else "")
            if self.plan in planned:
                cursor.execute(execute, blanks)
            else:
                fixed = [each for each in self.parameters if not isinstance(each, Blank)]
                prepare = f"{ONE_PLAN}; PREPARE {self.plan} AS {self._with_places()}; {execute}"
                cursor.execute(prepare, [*fixed, *blanks])
                while cursor.description is None:
                    cursor.nextset()
                planned.add(self.plan)
            return cursor.fetchall()

    def _rows_without_plan(
        self, values: Mapping[str, Any], connection: BaseDatabaseWrapper
    ) -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.cursor.adapters.register_loader("text", Stored)
            filled = [values[each] if isinstance(each, Blank) else each for each in self.parameters]
            cursor.execute(self.sql, filled)
            return cursor.fetchall()

    def _with_places(self) -> str:
        """The SQL with $1, $2, … where its blanks are."""
        first, *others = self.sql.split("%s")
        written, place = [first], 0
        for parameter, text in zip(self.parameters, others, strict=True):
            place += isinstance(parameter, Blank)
            written += [f"${place}" if isinstance(parameter, Blank) else "%s", text]
        return "".join(written)
