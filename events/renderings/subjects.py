"""The public form of events, people, organisations, places and topics."""

from __future__ import annotations

from decimal import Decimal

from archive.desk.renderers import renders
from archive.edition.rendering import LinkTo, Rendering
from events.models import Event, Organisation, Person, Place, Topic
from events.renderings.parts import date_of, names_of, own, to


@renders(Event)
def event(event: Event) -> Rendering:
    appearances = event.appearances.select_related("person")
    return Rendering(
        kind=Event.kind,
        document=own(event)
        | {
            "title": event.title,
            "event_kind": event.event_kind,
            "summary": event.summary,
            "date": date_of(event),
            "also_present": event.also_present,
        },
        links=(
            *to("host", *event.hosts.order_by("pk")),
            *to("place", *event.places.order_by("pk")),
            *to("part_of", event.part_of),
            *(
                LinkTo("appearance", each.person.identifier, {"role": each.role, "mode": each.mode})
                for each in appearances
            ),
            *to("source", *event.sources.order_by("pk")),
            *to("topic", *event.topics.order_by("pk")),
        ),
    )


@renders(Person)
def person(person: Person) -> Rendering:
    return Rendering(
        kind=Person.kind,
        document=own(person) | {"names": names_of(person.names.all()), "description": person.description},
    )


@renders(Organisation)
def organisation(organisation: Organisation) -> Rendering:
    return Rendering(
        kind=Organisation.kind,
        document=own(organisation)
        | {
            "names": names_of(organisation.names.all()),
            "description": organisation.description,
            "organisation_kind": organisation.organisation_kind,
        },
        links=tuple(to("parent", organisation.parent)),
    )


@renders(Place)
def place(place: Place) -> Rendering:
    return Rendering(
        kind=Place.kind,
        document=own(place)
        | {
            "names": place.names,
            "place_kind": place.place_kind,
            "latitude": _degrees(place.latitude),
            "longitude": _degrees(place.longitude),
        },
        links=tuple(to("parent", place.parent)),
    )


@renders(Topic)
def topic(topic: Topic) -> Rendering:
    return Rendering(
        kind=Topic.kind,
        document=own(topic)
        | {
            "labels": topic.labels,
            "alternative_labels": topic.alternative_labels,
            "scope_note": topic.scope_note,
        },
        links=tuple(to("broader", topic.broader)),
    )


def _degrees(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"
