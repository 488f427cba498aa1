"""Which function renders which model: the upper rooms register theirs here, in `renderings.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from archive.desk.models import Publishable
from archive.edition.rendering import Rendering

P = TypeVar("P", bound=Publishable)
_RENDERERS: dict[type[Publishable], Callable[..., Rendering]] = {}


def renders(model: type[P]) -> Callable[[Callable[[P], Rendering]], Callable[[P], Rendering]]:
    """Decorator: this function says what becomes public of one record of `model`."""

    def register(function: Callable[[P], Rendering]) -> Callable[[P], Rendering]:
        _RENDERERS[model] = function
        return function

    return register


def publishable_models() -> Iterator[type[Publishable]]:
    """Every model that can become public."""
    yield from _RENDERERS


def model_of(kind: str) -> type[Publishable]:
    """The desk's model of a public kind; raises LookupError."""
    for model in _RENDERERS:
        if model.kind == kind:
            return model
    raise LookupError(f"no desk model is published as “{kind}”")


def rendering_of(record: Publishable) -> Rendering:
    """What would become public of a record as it is now. For a preview: takes no lock."""
    return _RENDERERS[type(record)](record).checked()


def locked(record: P) -> P:
    """The record read anew under its row lock, so that nobody can change it, or its children, until
    this transaction ends. Every change of a child takes the same lock first."""
    return type(record)._default_manager.select_for_update(no_key=True).get(pk=record.pk)


def locked_rendering(record: Publishable) -> Rendering:
    """What becomes public of a record: its row is locked before any of its children is read."""
    return rendering_of(locked(record))
