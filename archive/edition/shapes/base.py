"""What a public shape is made of.

A shape declares everything that a published record of one kind says: its own fields, and the roles
of its links. Search, facets, titles and sorting are taken from the shape, so nothing can be found
that is not also shown. A field is public if and only if it stands in a shape.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from rest_framework import serializers

from archive.core.languages import is_language

Document = dict[str, Any]


class Part(serializers.Serializer):
    """A strict object: every declared key is there, and no other."""

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, dict) and (unknown := sorted(set(data) - set(self.fields))):
            raise serializers.ValidationError(
                {"shape": [f"not part of the public shape: {', '.join(unknown)}"]}
            )
        return super().to_internal_value(data)


class Words(serializers.CharField):
    """A text in no or one known language. `weight` A–D lets search find it; `facet` names a filter."""

    def __init__(self, *, weight: str = "", facet: str = "", **kwargs: Any):
        self.weight, self.facet = weight, facet
        super().__init__(**{"allow_blank": True, "trim_whitespace": False, **kwargs})


class Code(serializers.ChoiceField):
    """One of a controlled vocabulary's codes. `facet` names its filter."""

    def __init__(self, choices: Any, *, facet: str = "", **kwargs: Any):
        self.facet = facet
        super().__init__(choices=choices, **kwargs)


class Codes(serializers.ListField):
    """Some of a controlled vocabulary's codes, each once. `facet` names their filter."""

    def __init__(self, choices: Any, *, facet: str = "", **kwargs: Any):
        self.facet = facet
        super().__init__(child=Code(choices, facet=facet), **kwargs)

    def to_internal_value(self, data: Any) -> Any:
        codes = super().to_internal_value(data)
        if len(set(codes)) < len(codes):
            raise serializers.ValidationError("the same code stands there twice")
        return codes


class Years(serializers.ListField):
    """Years of the Gregorian calendar. `facet` names their filter."""

    def __init__(self, *, facet: str, **kwargs: Any):
        self.facet = facet
        super().__init__(child=serializers.IntegerField(min_value=1, max_value=9999), **kwargs)


class Reference(serializers.CharField):
    """An identifier or a file's name inside a record; a record can be found by those it holds."""

    def __init__(self, *, facet: str = "", **kwargs: Any):
        self.facet = facet
        super().__init__(**kwargs)


class FileName(Reference):
    """The random name of a public file that belongs to the record."""

    def __init__(self, **kwargs: Any):
        super().__init__(facet="file", **kwargs)


class LanguageMap(serializers.DictField):
    """`{"en": "…", "fa": "…"}`: one short text in several languages; `{}` where nothing is known."""

    def __init__(self, *, weight: str = "", **kwargs: Any):
        self.weight = weight
        super().__init__(child=serializers.CharField(trim_whitespace=False), **kwargs)

    def to_internal_value(self, data: Any) -> Any:
        texts = super().to_internal_value(data)
        if wrong := [tag for tag in texts if not is_language(tag)]:
            raise serializers.ValidationError(f"not a language tag: {', '.join(wrong)}")
        return texts


class LanguageMapOfLists(serializers.DictField):
    """`{"en": ["…", "…"]}`: several short texts per language."""

    def __init__(self, *, weight: str = "", **kwargs: Any):
        self.weight = weight
        super().__init__(child=serializers.ListField(child=serializers.CharField()), **kwargs)


class DateShape(Part):
    """A historical date: the source's words, their calendar, EDTF (Gregorian), first and last day."""

    stated = Words()
    calendar = Words()
    edtf = Words()
    earliest = serializers.DateField(allow_null=True)
    latest = serializers.DateField(allow_null=True)


@dataclass(frozen=True)
class Role:
    """A kind of link: what it may lead to, and the facts that stand on the link itself."""

    to: tuple[str, ...]
    help: str
    note: type[Part] | None = None


ABOUT = Role(("topic",), "what it is about")
TITLE_LENGTH = 90


class Shape(Part):
    """A published record's own public facts. Subclasses say their kind and the roles of their links."""

    kind: ClassVar[str]
    plural: ClassVar[str]
    roles: ClassVar[dict[str, Role]] = {}
    dated: ClassVar[bool] = True  # sorted by date, newest first; otherwise by name
    apart: ClassVar[tuple[str, ...]] = ()  # fields too long for a list: only a record's own answer holds them

    id = serializers.CharField(help_text="Permanent identifier: eleven signs, the last a check sign.")
    sample = serializers.BooleanField(help_text="Part of the sample collection: not evidence of anything.")

    @classmethod
    def called(cls, document: Document) -> dict[str, str]:
        """What the record is called in lists and links: a language map."""
        return document["title"]

    @classmethod
    def checked(cls, document: Document) -> Document:
        """The document, if it is exactly of this shape; raises ValidationError naming what is not."""
        cls(data=document).is_valid(raise_exception=True)
        return document


def walk(part: serializers.Serializer, document: Document) -> Iterator[tuple[serializers.Field, Any]]:
    """Every leaf field of a shape with its value in a document, through lists and inner parts.

    A field that came to the shape after the document was published has no value.
    """
    for name, field in part.fields.items():
        if name not in document:
            continue
        value = document[name]
        if isinstance(field, serializers.ListSerializer):
            assert isinstance(field.child, serializers.Serializer)
            for each in value:
                yield from walk(field.child, each)
        elif isinstance(field, serializers.Serializer):
            if value is not None:
                yield from walk(field, value)
        else:
            yield field, value


def beginning(text: str) -> str:
    """The first words of a text, for a title."""
    words = " ".join(text.split())
    return words if len(words) <= TITLE_LENGTH else words[:TITLE_LENGTH].rsplit(" ", 1)[0] + " …"
