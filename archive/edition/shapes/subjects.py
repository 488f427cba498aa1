"""Events, people, organisations, places and topics, as the public sees them."""

from __future__ import annotations

from rest_framework import serializers

from archive.edition import vocabulary as v
from archive.edition.shapes.base import (
    ABOUT,
    Code,
    DateShape,
    Document,
    LanguageMap,
    LanguageMapOfLists,
    Part,
    Role,
    Shape,
    Words,
)


class NameShape(Part):
    """One of the names of a person or an organisation."""

    text = Words(weight="A", allow_blank=False)
    language = Words(help_text="BCP 47")
    script = Words(help_text="ISO 15924")
    kind = Code(v.NameKind.choices)
    preferred = serializers.BooleanField(help_text="The one shown to readers of its language.")


class AppearanceNote(Part):
    role = LanguageMap(help_text="The role the person held then.")
    mode = Code(v.Mode.choices)


class Authority(Shape):
    """What people and organisations share: many names, one preferred per language."""

    dated = False
    names = NameShape(many=True)
    description = LanguageMap(weight="B")

    @classmethod
    def called(cls, document: Document) -> dict[str, str]:
        return {name["language"]: name["text"] for name in document["names"] if name["preferred"]}


class EventShape(Shape):
    """A conference, hearing, exhibition, protest, massacre, trial…"""

    kind, plural = "event", "events"
    roles = {
        "host": Role(("organisation",), "who held it"),
        "place": Role(("place",), "where it was"),
        "part_of": Role(("event",), "the event it was part of"),
        "appearance": Role(("person",), "who was there, as what", AppearanceNote),
        "source": Role(("source",), "the documents it is known from"),
        "topic": ABOUT,
    }
    title = LanguageMap(weight="A")
    event_kind = Code(v.EventKind.choices, facet="event_kind")
    summary = LanguageMap(weight="B")
    date = DateShape(allow_null=True)
    also_present = LanguageMap(weight="C", help_text="Those who were there without a name.")


class PersonShape(Authority):
    """Somebody who spoke, appeared or is spoken of."""

    kind, plural = "person", "people"


class OrganisationShape(Authority):
    """A committee, state body, party, court, association…"""

    kind, plural = "organisation", "organisations"
    roles = {"parent": Role(("organisation",), "the organisation it belongs to")}
    organisation_kind = Code(v.OrganisationKind.choices, facet="organisation_kind")


class PlaceShape(Shape):
    """A country, city, building, prison, burial site…"""

    kind, plural, dated = "place", "places", False
    roles = {"parent": Role(("place",), "the larger place it lies in")}
    names = LanguageMap(weight="A")
    place_kind = Code(v.PlaceKind.choices, facet="place_kind")
    latitude = Words(help_text="Decimal degrees, WGS 84; empty where unknown.")
    longitude = Words(help_text="Decimal degrees, WGS 84; empty where unknown.")

    @classmethod
    def called(cls, document: Document) -> dict[str, str]:
        return document["names"]


class TopicShape(Shape):
    """A subject heading, as in SKOS."""

    kind, plural, dated = "topic", "topics", False
    roles = {"broader": Role(("topic",), "the wider subject")}
    labels = LanguageMap(weight="A")
    alternative_labels = LanguageMapOfLists(weight="A")
    scope_note = LanguageMap(weight="C")

    @classmethod
    def called(cls, document: Document) -> dict[str, str]:
        return document["labels"]
