"""Which function renders which model: the upper rooms register theirs here, in `renderings.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from archive.desk.models import DeskRecord, Publishable
from archive.edition.rendering import MayNotBePublic, Rendering

D = TypeVar("D", bound=DeskRecord)
P = TypeVar("P", bound=Publishable)
_RENDERERS: dict[type[Publishable], Callable[..., Rendering]] = {}
_EXTENSIONS: dict[type[Publishable], Callable[..., Rendering]] = {}


def renders(model: type[P]) -> Callable[[Callable[[P], Rendering]], Callable[[P], Rendering]]:
    """Decorator: this function says what becomes public of one record of `model`."""

    def register(function: Callable[[P], Rendering]) -> Callable[[P], Rendering]:
        _RENDERERS[model] = function
        return function

    return register


def extends(model: type[P]) -> Callable[[Callable[[P, Rendering], Rendering]], Callable]:
    """Decorator: what a room above says of a record of a room below: `function(record, rendering)` gives
    the rendering with its own links or limits, or raises MayNotBePublic."""

    def register(function: Callable[[P, Rendering], Rendering]) -> Callable:
        _EXTENSIONS[model] = function
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
    """What would become public of a record as it is now. For a preview: takes no lock.

    Raises MayNotBePublic where nothing of it may be public.
    """
    rendering = _RENDERERS[type(record)](record)
    if extension := _EXTENSIONS.get(type(record)):
        rendering = extension(record, rendering)
    return rendering.checked()


def rendering_or_none(record: Publishable) -> Rendering | None:
    """The same; None where nothing of it may be public."""
    try:
        return rendering_of(record)
    except MayNotBePublic:
        return None


def locked(record: D) -> D:
    """The record read anew under its row lock, so that nobody can change it, or its children, until
    this transaction ends. Every change of a child takes the same lock first."""
    return type(record)._default_manager.select_for_update(no_key=True).get(pk=record.pk)
