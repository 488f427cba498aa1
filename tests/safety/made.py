"""The records of one state: which of them can become public, in what order, and what they say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from archive.core.canonical import canonical
from archive.desk.models import Publishable
from archive.desk.renderers import publishable_models
from archive.edition.rendering import Rendering
from testimonies.models import Media, Testimony, Victim
from testimonies.vaults import copies
from tests.safety.canaries import Made


def publishables(made: Made) -> Iterator[Any]:
    for model in publishable_models():
        if model in made:
            yield made[model]


def ready_to_publish(made: Made) -> list[Any]:
    """What a claim is drawn from is public before it."""
    return sorted(publishables(made), key=lambda each: each.kind == "claim")


def publishable(made: Made) -> Made:
    return {model: row for model, row in made.items() if isinstance(row, Publishable)}


def said(rendering: Rendering | None) -> str:
    """Everything that becomes public of a record."""
    assert rendering is not None
    links = [[link.role, link.target, link.note] for link in rendering.links]
    return canonical([rendering.document, links, rendering.title])


def bytes_of_copies(made: Made, *, of: type[models.Model] | None = None) -> str:
    """What the public files of a testimony and a victim hold."""
    rows = Media.objects.none()
    for model, owner in ((Testimony, "testimony"), (Victim, "victim")):
        if of in (model, None):
            rows |= Media.objects.filter(**{owner: made[model]})
    return " ".join(copies().path_of(each.derivative.sha256).read_text() for each in rows)


def missing_links(model: type[models.Model], made: Made, waiting: list[type[models.Model]]) -> bool:
    """Whether something a row leads to has to be made before it."""
    return any(
        link.related_model in waiting and link.related_model is not model
        for link in [*model._meta.concrete_fields, *model._meta.many_to_many]
        if link.is_relation
    )


def to_publishables(model: type[models.Model]) -> list[Any]:
    kinds = set(publishable_models())
    return [f for f in model._meta.concrete_fields if f.is_relation and f.related_model in kinds]


def stands_on_a_link(model: type[models.Model]) -> bool:
    """Whether a row stands between its own record and another: an appearance, an anchor."""
    links = [each for each in to_publishables(model) if not each.null]
    return len(links) > 1 and any(each.remote_field.on_delete is models.CASCADE for each in links)


def related(model: type[models.Model], name: str) -> type[models.Model]:
    return model._meta.get_field(name).related_model  # type: ignore[return-value]
