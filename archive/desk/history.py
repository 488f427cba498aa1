"""History: every change of a desk table, kept by database triggers, so that no way around it exists."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pghistory
from django.db import models

M = TypeVar("M", bound=models.Model)


def keeps_history(*, exclude: tuple[str, ...] = ()) -> Callable[[type[M]], type[M]]:
    """Decorator: every version of a row is kept, in a model named `…Version`, found at `row.history`."""

    def decorate(model: type[M]) -> type[M]:
        return pghistory.track(
            pghistory.InsertEvent(),
            pghistory.UpdateEvent(),
            pghistory.DeleteEvent(),
            model_name=f"{model.__name__}Version",
            exclude=list(exclude) or None,
            obj_field=pghistory.ObjForeignKey(related_name="history", related_query_name="history"),
            append_only=True,
        )(model)

    return decorate


def keeps_history_of(model: type[models.Model], *many: str) -> None:
    """The same for the rows behind a model's many-to-many fields."""
    for name in many:
        through = model._meta.get_field(name).remote_field.through  # type: ignore[union-attr]
        pghistory.track(
            pghistory.InsertEvent(),
            pghistory.DeleteEvent(),
            model_name=f"{model.__name__}{name.capitalize()}Version",
            obj_field=None,
            append_only=True,
        )(through)
