"""How the search is described."""

from __future__ import annotations

from typing import Any, NamedTuple

from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse
from rest_framework import serializers

from archive.api.schema.examples import CALLED
from archive.api.schema.operations import UNCHANGED, ReadSchema, problems
from archive.edition import vocabulary as v
from archive.edition.search.query import LONGEST_QUERY
from archive.edition.shapes import SHAPES
from archive.edition.shapes.base import Codes, LanguageMap, Part

SAYS = (
    "What holds these words, in any kind of record: names like them first, then titles, then texts, the "
    "newest publication first. Each result says why it was found. The words of a testimony come with its "
    "warnings: please carry them on."
)


class Limit(NamedTuple):
    """How many results are on a page."""

    usual: int
    most: int


LIMIT = Limit(20, 50)
MOST_PAGES = 20
EXACT = ("0", "1")
KINDS = [(kind, kind) for kind in SHAPES]
EDGES = [("", "where the text does"), ("cut", "in the text"), ("withheld", "beside something withheld")]


class Mark(Part):
    """A place in `text`, counted in Unicode code points: from `start` up to, without, `end`."""

    start = serializers.IntegerField(min_value=0)
    end = serializers.IntegerField(min_value=0)


class Why(Part):
    """One text that was found: the words around what was asked for."""

    field = serializers.CharField(help_text="The field of the record that it stands in.")
    language = serializers.CharField(allow_blank=True, help_text="BCP 47 tag of the text; empty: not known.")
    text = serializers.CharField(
        help_text="The words in their context; of a name, the name that is like them."
    )
    translated_from = serializers.CharField(allow_blank=True, help_text="BCP 47 tag; empty: no translation.")
    passage = serializers.CharField(
        allow_blank=True, help_text="The passage of a testimony; empty elsewhere."
    )
    marks = Mark(many=True, help_text="Where in `text` the words stand. None for a name.")
    begins = serializers.ChoiceField(
        choices=EDGES, help_text="Where `text` begins: empty, where all of it does."
    )
    ends = serializers.ChoiceField(choices=EDGES, help_text="Where `text` ends: empty, where all of it does.")


class Found(Part):
    """A record that was found. `address` holds all of it."""

    id = serializers.CharField(help_text="Its permanent identifier.")
    kind = serializers.ChoiceField(choices=KINDS)
    title = LanguageMap(help_text="What it is called.")
    sample = serializers.BooleanField(help_text="Part of the sample collection: not evidence of anything.")
    warnings = Codes(v.ContentWarning.choices, help_text="What to know before reading any of it.")
    address = serializers.URLField(help_text="Its own answer.")
    found_by = serializers.ChoiceField(
        choices=[("name", "name"), ("title", "title"), ("text", "text")],
        help_text="Whether a name is like the words, or the words stand in its title or in another text.",
    )
    why = Why(
        many=True,
        help_text="The texts that hold the words, the best first. Empty where they stand too far into a very "
        "long text.",
    )


class FoundPage(Part):
    """A page of what was found, and where the search ended."""

    results = Found(many=True)
    next = serializers.URLField(allow_null=True, help_text="The address of the next page; null at the end.")
    count = serializers.IntegerField(help_text="How many hold the words among those looked at, names apart.")
    count_is_exact = serializers.BooleanField(help_text="False: there may be more than were looked at.")
    kinds = serializers.DictField(child=serializers.IntegerField(), help_text="`count` by kind.")
    looked_at = serializers.IntegerField(
        allow_null=True, help_text="So many of the newest were looked at; null: all of them."
    )
    left_out = serializers.ListField(
        child=serializers.CharField(), help_text="Words that stand in almost every text: not looked for."
    )
    instead = serializers.ListField(
        child=serializers.CharField(), help_text="Where nothing was found: words that would find something."
    )


def found_example() -> dict[str, Any]:
    """The answer for one word."""
    identifier, title = CALLED["statement"]
    words = title["en"]
    why = {
        "field": "text", "language": "en", "text": words, "translated_from": "", "passage": "",
        "marks": [{"start": words.index("graves"), "end": len(words)}], "begins": "", "ends": "",
    }  # fmt: skip
    result = {
        "id": identifier, "kind": "statement", "title": title, "sample": False, "warnings": [],
        "address": f"https://archive.example/api/v1/statements/{identifier}/",
        "found_by": "title", "why": [why],
    }  # fmt: skip
    return {
        "results": [result], "next": None, "count": 1, "count_is_exact": True, "kinds": {"statement": 1},
        "looked_at": None, "left_out": [], "instead": [],
    }  # fmt: skip


class SearchSchema(ReadSchema):
    operation_id, summary, tag = "search", "Search in every kind", "search"

    def get_description(self) -> str:  # type: ignore[override]
        return SAYS

    def get_override_parameters(self) -> list[Any]:
        return [*super().get_override_parameters(), *_parameters()]

    def get_response_serializers(self) -> Any:
        page = OpenApiResponse(
            FoundPage,
            description="A page of what was found.",
            examples=[OpenApiExample("search", value=found_example())],
        )
        return {200: page, 304: UNCHANGED, **problems(400, 429)}


def _parameters() -> list[OpenApiParameter]:
    return [
        OpenApiParameter(
            "q",
            {"type": "string", "maxLength": LONGEST_QUERY},
            required=True,
            description="Words in any language, a name in any script, a “phrase”, a -word that must not "
            "stand there. The last word may be unfinished.",
            examples=[OpenApiExample("q", value="graves")],
        ),
        OpenApiParameter(
            "exact",
            {"type": "string", "enum": list(EXACT), "default": "0"},
            description="1: words and names exactly as they are written.",
        ),
        OpenApiParameter(
            "kind", {"type": "string", "enum": list(SHAPES)}, description="Only records of this kind."
        ),
        OpenApiParameter(
            "limit",
            {"type": "integer", "minimum": 1, "maximum": LIMIT.most, "default": LIMIT.usual},
            description="How many on a page, names apart.",
        ),
        OpenApiParameter(
            "page",
            {"type": "integer", "minimum": 1, "maximum": MOST_PAGES, "default": 1},
            description="Which page: follow `next`.",
        ),
    ]
