"""Testimonies, passage by passage, as the public sees them: with marks where something is withheld."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from archive.edition import vocabulary as v
from archive.edition.shapes.base import (
    ABOUT,
    Code,
    Codes,
    DateShape,
    Document,
    LanguageMap,
    Part,
    Reference,
    Role,
    Shape,
    Words,
)
from archive.edition.shapes.media import MediaShape


class SegmentShape(Part):
    """A stretch of a passage: its words, or a mark that something stands there which is withheld.

    The mark is the same in the original and in every translation; it does not tell how long the
    withheld words are. Under a changed name `text` holds the name used instead.
    """

    kind = Code(v.SegmentKind.choices)
    text = Words(weight="D")
    because = Words(help_text="Why it is withheld; empty for words.")
    mark = Words(help_text="Names the mark; empty for words.")


class PassageTranslationShape(Part):
    language = Words(facet="language")
    text = SegmentShape(many=True)
    translator = Words()
    means = Code(v.TranslationMeans.choices)


class PassageShape(Part):
    """One turn of a testimony. Times are in thousandths of a second of its recording, null without one."""

    id = Reference(facet="passage", help_text="Permanent identifier: eleven signs, the last a check sign.")
    turn = Code(v.Turn.choices, allow_blank=True, help_text="Whose words; empty where all is withheld.")
    language = Words(facet="language")
    text = SegmentShape(many=True)
    translations = PassageTranslationShape(many=True)
    recording = Words(help_text="Identifier of the recording its times count in; empty without one.")
    start_ms = serializers.IntegerField(allow_null=True)
    end_ms = serializers.IntegerField(allow_null=True)
    warnings = Codes(v.ContentWarning.choices)


class TestimonyShape(Shape):
    """A witness's account, under the name and in the ways the witness agreed to."""

    kind, plural = "testimony", "testimonies"
    apart = ("passages",)
    roles = {
        "given_at": Role(("place",), "where it was given"),
        "event": Role(("event",), "the event it speaks of"),
        "place": Role(("place",), "the place it speaks of"),
        "victim": Role(("victim",), "the victim it speaks of"),
        "victim_group": Role(("victim_group",), "the group of victims it speaks of"),
        "statement": Role(("statement",), "a statement it belongs with"),
        "topic": ABOUT,
    }
    title = LanguageMap(weight="A")
    summary = LanguageMap(weight="B")
    name_use = Code(v.NameUse.choices, facet="name_use")
    narrator = LanguageMap(
        weight="B", help_text="The name the witness is shown under; empty for “a witness”."
    )
    interviewer = Words()
    date = DateShape(allow_null=True, help_text="When it was given.")
    language = Words(facet="language", help_text="The language it was given in.")
    warnings = Codes(v.ContentWarning.choices, facet="warning", help_text="What to know before reading it.")
    reuse = Codes(
        v.ReuseKind.choices, help_text="For what else the witness lets it be given out, when asked."
    )
    media = MediaShape(many=True)
    passages = PassageShape(many=True)

    @classmethod
    def called(cls, document: Document) -> dict[str, str]:
        return document["title"] or document["narrator"]


def plain(segments: list[dict[str, Any]]) -> str:
    """A passage's text with an ellipsis in brackets for each mark: for captions and plain files."""
    return "".join(each["text"] or "[…]" for each in segments)
