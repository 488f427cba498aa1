"""Whatever is taken away at the desk, from any record, is gone from every public record at once.

Every field that may be empty is emptied, every link cut, every row below a record deleted, one by one,
in the way the desk does it. A new field, a new kind of row, and a fact that a record newly borrows from
another are found by themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.db import DatabaseError, models, transaction

from archive.desk.changes import change
from archive.desk.models import Publishable
from archive.desk.renderers import publishable_models
from events.models import Translation
from tests.safety.filling import how
from tests.safety.hearing import wrongs
from tests.safety.hiding import is_history
from tests.universe import Universe
from tests.witnesses import Told

pytestmark = pytest.mark.django_db
NEVER_EMPTY = {"identifier", "original", "sha256", "text_sha256"}  # the digests go with what they digest


def ways_to_take_away(record: Publishable) -> Iterator[tuple[str, Callable[[Publishable], object]]]:
    """Each single thing that could be removed from a record."""
    for field in record._meta.concrete_fields:
        if field.name in NEVER_EMPTY or how(field) in {"key", "clock"}:
            continue
        if field.null:
            yield field.name, lambda each, name=field.name: setattr(each, name, None)
        elif field.blank and not isinstance(field, models.BooleanField):
            empty = field.get_default() if field.has_default() else ""
            yield field.name, lambda each, name=field.name, to=empty: setattr(each, name, to)
    for many in record._meta.many_to_many:
        yield many.name, lambda each, name=many.name: getattr(each, name).clear()
    for below in record._meta.related_objects:
        if (
            below.on_delete is models.CASCADE
            and below.get_accessor_name()
            and not is_history(below.related_model)
        ):
            yield below.get_accessor_name(), lambda each, rel=below: _delete(each, rel)  # type: ignore[misc]


def _delete(record: Publishable, below: models.ManyToOneRel) -> None:
    for row in below.related_model._default_manager.filter(**{below.field.name: record}):
        row.delete()


def test_whatever_is_taken_away_is_public_nowhere(
    world: Universe, told: Told, figure: Callable[[str, str], None]
):
    Translation.objects.create(statement=world.quote, language="fr", text="Quatre cents", translator="A. N.")
    world.publish(world.quote)
    assert wrongs() == []
    tried, refused = 0, []
    for model in publishable_models():
        for record in model._default_manager.all():
            for what, take in ways_to_take_away(record):
                point = transaction.savepoint()
                try:
                    with change(record, by=world.ada, why="It is taken away.") as fresh:
                        take(fresh)
                        fresh.save()
                    tried += 1
                    assert wrongs() == [], f"{what} of the {model.kind} “{record}” stays public somewhere"
                except DatabaseError:  # the desk’s own constraints forbid this alone
                    refused.append(f"{model.kind}.{what}")
                finally:
                    transaction.savepoint_rollback(point)
    figure("taken away", f"{tried} single fields, links and rows of public records emptied one by one, "
           f"0 seen anywhere afterwards; {len(refused)} refused by the desk's own constraints")  # fmt: skip
