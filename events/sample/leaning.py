"""Which records lean on a record: what points at it, or owns a row that points at it."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import CASCADE, Model
from django.db.models.fields.related import ForeignKey
from django.db.models.fields.reverse_related import ForeignObjectRel
from pghistory.models import Event as Version

from archive.desk.models import Publishable

Reference = tuple[type[Model], int]


def reference(record: Model) -> Reference:
    """What tells a record apart while it can still be deleted."""
    return type(record), record.pk


def leaning_on(record: Publishable) -> dict[Reference, Model]:
    """The records that would lose something if this one were deleted."""
    found = {reference(one): one for relation in _relations(record) for one in _leaners(record, relation)}
    found.pop(reference(record), None)
    return found


def _relations(record: Publishable) -> Iterator[ForeignObjectRel]:
    for relation in record._meta.related_objects:
        model = relation.related_model
        if isinstance(model, type) and not issubclass(model, Version):
            yield relation


def _leaners(record: Publishable, relation: ForeignObjectRel) -> Iterator[Model]:
    """The rows on the other side of a relation; for a row that is part of a record, that record."""
    model = relation.related_model
    for row in model._default_manager.filter(**{relation.field.name: record.pk}):
        yield _owner(row)


def _owner(row: Model) -> Model:
    for field in row._meta.get_fields():
        if isinstance(field, ForeignKey) and field.remote_field.on_delete is CASCADE:
            owner = getattr(row, field.name)
            if isinstance(owner, Publishable):
                return owner
    return row
