"""Sources and what is found in them: statements, claims, demands."""

from __future__ import annotations

from rest_framework import serializers

from archive.edition import vocabulary as v
from archive.edition.shapes.base import (
    ABOUT,
    Code,
    DateShape,
    Document,
    LanguageMap,
    Part,
    Role,
    Shape,
    Words,
    beginning,
)


class AnchorShape(Part):
    """Where in the source's text it stands: W3C TextQuoteSelector and TextPositionSelector.

    Offsets count code points. Prefix and suffix are empty where the source's rights allow no excerpt.
    """

    exact = Words()
    prefix = Words()
    suffix = Words()
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    text_sha256 = serializers.CharField(help_text="SHA-256 of the whole text the offsets count in.")


class Anchored(Part):
    anchors = AnchorShape(many=True)


class SpeakerNote(Part):
    role = LanguageMap(help_text="The role the speaker held then.")


SOURCE = Role(("source",), "the document it stands in, and where", Anchored)


class TranslationShape(Part):
    text = Words(weight="C")
    language = Words(facet="language")
    translator = Words()
    means = Code(v.TranslationMeans.choices)


class BlockShape(Part):
    """A paragraph or heading of a source: a stretch of its text, in code points."""

    kind = Words()
    start = serializers.IntegerField()
    end = serializers.IntegerField()


class SourceShape(Shape):
    """A document kept as evidence. Its text is shown for as much as its rights allow."""

    kind, plural = "source", "sources"
    roles = {
        "publisher": Role(("organisation",), "who published it"),
        "previous": Role(("source",), "the version before"),
        "topic": ABOUT,
    }
    title = LanguageMap(weight="A")
    source_kind = Code(v.SourceKind.choices, facet="source_kind")
    language = Words(facet="language")
    date = DateShape(allow_null=True)
    authors = Words(weight="B")
    taken_from = Words(help_text="Where the archive took it from.")
    taken_at = serializers.DateTimeField(allow_null=True)
    rights = Code(v.Rights.choices)
    rights_note = LanguageMap()
    held = serializers.BooleanField(help_text="Whether the archive keeps a copy.")
    sha256 = Words(help_text="SHA-256 of the file as it was taken; empty where none is held.")
    text_sha256 = Words(help_text="SHA-256 of the reading text that anchors count in.")
    text = Words(weight="D", help_text="The reading text; empty unless the rights allow all of it.")
    blocks = BlockShape(many=True)


class StatementShape(Shape):
    """What somebody said: quoted, reported, or read out from another."""

    kind, plural = "statement", "statements"
    roles = {
        "speaker": Role(("person", "organisation"), "who said it, as what", SpeakerNote),
        "event": Role(("event",), "where it was said"),
        "source": SOURCE,
        "quotes": Role(("statement",), "the statement it reads out or quotes"),
        "topic": ABOUT,
    }
    statement_kind = Code(v.StatementKind.choices, facet="statement_kind")
    text = Words(weight="A", allow_blank=False)
    language = Words(facet="language")
    speaker_as_stated = Words(help_text="The source's own words for the speaker, where nobody is named.")
    date = DateShape(allow_null=True)
    position = serializers.IntegerField(help_text="Orders what was said at one event; smaller comes first.")
    translations = TranslationShape(many=True)

    @classmethod
    def called(cls, document: Document) -> dict[str, str]:
        texts = {each["language"]: each["text"] for each in document["translations"]}
        texts[document["language"]] = document["text"]
        return {language: beginning(text) for language, text in texts.items()}


class ClaimShape(Shape):
    """One attributed assertion. The archive says who asserts it, not whether it is so."""

    kind, plural = "claim", "claims"
    roles = {
        "asserter": Role(("person", "organisation"), "who asserts it"),
        "statement": Role(("statement",), "the statement it is made in"),
        "event": Role(("event",), "the event it is about"),
        "victim": Role(("victim",), "the victim it is about"),
        "victim_group": Role(("victim_group",), "the group of victims it is about"),
        "testimony": Role(("testimony",), "the testimony it is made in"),
        "made_at": Role(("event",), "the event at which it was made or reported"),
        "source": SOURCE,
        "topic": ABOUT,
    }
    property = Code(v.Property.choices, facet="property")
    about = LanguageMap(weight="A", help_text="What is counted or described.")
    value = Words(weight="A", allow_blank=False, help_text="The figure or fact in the source's words.")
    value_language = Words(facet="language")
    low = serializers.IntegerField(allow_null=True, help_text="Smallest number the words can mean.")
    high = serializers.IntegerField(allow_null=True, help_text="Largest number the words can mean.")
    unit = LanguageMap()
    asserter_as_stated = Words(
        weight="B", help_text="The source's own words for who asserts it, where nobody is named."
    )
    asserted_by_source = serializers.BooleanField(help_text="The source itself says so, in its own voice.")
    date = DateShape(allow_null=True)
    preferred = serializers.BooleanField(help_text="Marked by a curator as the best supported; see why.")
    preferred_because = LanguageMap()

    @classmethod
    def called(cls, document: Document) -> dict[str, str]:
        value, about = document["value"], document["about"]
        return {language: f"{value} — {text}" for language, text in about.items()} or {
            document["value_language"]: value
        }


class DemandShape(Shape):
    """A call for action: who is asked to do what."""

    kind, plural = "demand", "demands"
    roles = {
        "maker": Role(("person", "organisation"), "who makes it"),
        "addressee": Role(("person", "organisation"), "who is asked"),
        "statement": Role(("statement",), "the statement it is made in"),
        "event": Role(("event",), "where it was made"),
        "source": SOURCE,
        "topic": ABOUT,
    }
    act = LanguageMap(weight="A", help_text="What is asked.")
    addressee_as_stated = Words(weight="B", help_text="The source's own words for who is asked.")
    date = DateShape(allow_null=True)

    @classmethod
    def called(cls, document: Document) -> dict[str, str]:
        return {language: beginning(text) for language, text in document["act"].items()}
