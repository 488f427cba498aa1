"""Victims and groups of victims, as the public sees them. What is known of them stands in claims."""

from __future__ import annotations

from archive.edition import vocabulary as v
from archive.edition.shapes.base import ABOUT, Code, Document, LanguageMap, Part, Role, Shape, Words, Years
from archive.edition.shapes.media import MediaShape
from archive.edition.shapes.subjects import Authority


class RelationNote(Part):
    relation = Code(v.Relation.choices, help_text="What the other is to this victim.")


class VictimShape(Authority):
    """A person to whom it was done. Facts are claims that lead here, so that sources may disagree."""

    kind, plural = "victim", "victims"
    roles = {
        "place": Role(("place",), "a place under which the memorial list names the victim"),
        "event": Role(("event",), "the event in which the victim was harmed"),
        "victim_group": Role(("victim_group",), "a group the victim belongs to"),
        "relation": Role(("victim",), "another victim, and what the two are to each other", RelationNote),
        "topic": ABOUT,
    }
    years = Years(facet="year", help_text="Years under which the memorial list names the victim.")
    portrait = MediaShape(allow_null=True)


class VictimGroupShape(Shape):
    """People known as a group: “the prisoners of …”. How many is a matter of claims that lead here."""

    kind, plural, dated = "victim_group", "victim-groups", False
    roles = {
        "event": Role(("event",), "the event in which they were harmed"),
        "place": Role(("place",), "where they were"),
        "part_of": Role(("victim_group",), "the larger group"),
        "topic": ABOUT,
    }
    names = LanguageMap(weight="A")
    description = LanguageMap(weight="B")
    as_stated = Words(weight="C", help_text="The source’s own words for the group, where there are some.")

    @classmethod
    def called(cls, document: Document) -> dict[str, str]:
        return document["names"]
