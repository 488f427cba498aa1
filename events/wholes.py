"""An event with everything that belongs to it, as it is best published together."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from archive.desk.models import Publishable
from events.models import (
    Claim,
    Demand,
    Event,
    Organisation,
    Person,
    Place,
    Source,
    Statement,
    Topic,
)


def whole(event: Event) -> list[Publishable]:
    """Whom and what an event leads to, and what was said, claimed and demanded at it and at its parts.

    Subjects first: whoever approves from the top sees every link as soon as it is public.
    """
    events = _with_parts(event)
    statements = list(_all(Statement).filter(event__in=events))
    statements += list(_all(Statement).filter(read_in__in=statements).exclude(event__in=events))
    claims = list(
        _all(Claim)
        .filter(Q(event__in=events) | Q(made_at__in=events) | Q(statement__in=statements))
        .distinct()
    )
    demands = list(_all(Demand).filter(Q(event__in=events) | Q(statement__in=statements)).distinct())
    said: list[Publishable] = [*statements, *claims, *demands]
    return [*_subjects(events, statements, claims, demands), *events[1:], *said]


def _subjects(
    events: list[Event], statements: list[Statement], claims: list[Claim], demands: list[Demand]
) -> list[Publishable]:
    """Places, topics, organisations, people and sources that these lead to."""
    sources = set(_all(Source).filter(tells_of__in=events))
    for rows, name in ((statements, "statementanchors__statement"), (claims, "claimanchors__claim"),
                       (demands, "demandanchors__demand")):  # fmt: skip
        sources |= set(_all(Source).filter(**{f"{name}__in": rows}))
    people = set(_all(Person).filter(appearances__event__in=events))
    bodies = set(_all(Organisation).filter(hosted__in=events)) | {each.publisher for each in sources}
    said: list[Statement | Claim | Demand] = [*statements, *claims, *demands]
    sources |= {each.cited_from for each in said if each.cited_from}
    people |= {each.person for each in said}
    bodies |= {each.organisation for each in said}
    people |= {each.addressed_person for each in demands}
    bodies |= {each.addressee for each in demands}
    topics = set(_all(Topic).filter(events__in=events)) | set(_all(Topic).filter(statements__in=statements))
    topics |= set(_all(Topic).filter(claims__in=claims)) | set(_all(Topic).filter(demands__in=demands))
    places = set(_all(Place).filter(events__in=events))
    places |= {each.parent for each in places}
    found: list[Publishable] = []
    for group in (places, topics, bodies, people, sources):
        found += sorted((each for each in group if each is not None), key=lambda each: each.pk)
    return found


def _with_parts(event: Event) -> list[Event]:
    found, step = [event], [event]
    while step:
        step = list(_all(Event).filter(part_of__in=step).exclude(pk__in=[each.pk for each in found]))
        found += step
    return found


def _all(model: Any) -> Any:
    return model._default_manager.order_by("pk")
