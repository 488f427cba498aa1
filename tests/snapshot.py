"""A small world is made once in each process and copied for every further test: making it takes a second.

What is copied are the rows, with `COPY`, in the test's own transaction; histories are left to their triggers.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connections, models
from pghistory.models import Event as Version

from archive.edition.models import LedgerEntry
from archive.pages.kept import SHELF

KEPT = frozenset({"django_migrations", "django_content_type", "auth_permission", "django_session"})
COUNTED_ANEW = frozenset({"count"})  # triggers write it when records are copied


@dataclass
class Snapshot:
    """The rows of a world, what the tests hold in their hands, and what it was made upon."""

    held: bytes
    rows: dict[str, bytes]
    upon: Any


_SNAPSHOTS: dict[str, Snapshot] = {}


def made_or_copied(name: str, make: Callable[[], Any]) -> Any:
    """What `make` makes; in an empty archive, from the second time on, a copy of it."""
    if LedgerEntry.objects.exists():  # something is here already, which a copy would stumble over
        return make()
    upon = _upon()
    found = _SNAPSHOTS.get(name)
    if found is None or found.upon != upon:
        made = make()
        _SNAPSHOTS[name] = Snapshot(pickle.dumps(made), _rows(), upon)
        return made
    SHELF._empty("")  # its pages are of another test, under the same head of the ledger
    _write(found)
    return pickle.loads(found.held)


def _upon() -> Any:
    """Whether the rows that are always there are the same ones; a test that commits renews them."""
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT min(id), max(id), count(*) FROM auth_permission")
        return cursor.fetchone()


def _tables() -> list[str]:
    """Every table but the histories, what others lead to first: some triggers look there."""
    found: dict[type[models.Model], None] = {}
    seen: set[type[models.Model]] = set()

    def add(model: type[models.Model]) -> None:
        if model in seen:
            return
        seen.add(model)
        for field in model._meta.concrete_fields:
            if field.related_model:
                add(field.related_model)  # type: ignore[arg-type]
        found[model] = None

    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy and not issubclass(model, Version):
            add(model)
    return [each._meta.db_table for each in found if each._meta.db_table not in KEPT | COUNTED_ANEW]


def _rows() -> dict[str, bytes]:
    rows = {}
    with connections["default"].cursor() as cursor:
        for table in _tables():
            with cursor.copy(f'COPY (SELECT * FROM "{table}") TO STDOUT') as copy:
                if data := b"".join(map(bytes, copy)):
                    rows[table] = data
    return rows


def _write(snapshot: Snapshot) -> None:
    with connections["default"].cursor() as cursor:
        for table, data in snapshot.rows.items():
            with cursor.copy(f'COPY "{table}" FROM STDIN') as copy:
                copy.write(data)
