"""History: every change of a desk table, kept by database triggers, so that no way around it exists."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pghistory
from django.db import models

M = TypeVar("M", bound=models.Model)
_OF_MANY: dict[tuple[type[models.Model], str], type[models.Model]] = {}


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
    """The same for the rows behind a model's many-to-many fields.

    Django makes their tables by itself and the triggers pass such models by; a proxy in the model's
    own app carries them.
    """
    for name in many:
        through = model._meta.get_field(name).remote_field.through  # type: ignore[union-attr]
        called = f"{model.__name__}{name.capitalize()}"
        meta = type(
            "Meta", (), {"proxy": True, "app_label": model._meta.app_label, "default_permissions": ()}
        )
        proxy = type(f"{called}Row", (through,), {"__module__": model.__module__, "Meta": meta})
        pghistory.track(
            pghistory.InsertEvent(),
            pghistory.DeleteEvent(),
            model_name=f"{called}Version",
            obj_field=None,
            append_only=True,
        )(proxy)
        _OF_MANY[model, name] = proxy


def rows_of(model: type[models.Model], name: str) -> type[models.Model] | None:
    """The proxy whose history is that of a many-to-many field; None where none is kept."""
    return _OF_MANY.get((model, name))
