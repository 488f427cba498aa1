"""The texts of a public record that can be found: each with its language, its weight and where it stands.

The index is made from them at publication, and what was found is shown from them on the page, so nothing
can be found that is not shown. A text ends where something is withheld: no phrase reaches across.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, NamedTuple

from rest_framework import serializers

from archive.edition.shapes import SHAPES, Document, Shape
from archive.edition.shapes.evidence import TranslationShape
from archive.edition.shapes.testimonies import PassageShape, PassageTranslationShape, SegmentShape
from archive.edition.vocabulary import SegmentKind

TITLE = "A"  # the weight of titles and names: they are found before everything else
LONGEST_LOOKED_AT = 200_000  # signs of one record that a search looks into


class Passage(NamedTuple):
    """The passage of a testimony that a text stands in, counted from 1."""

    id: str
    number: int


@dataclass(frozen=True)
class PublicText:
    """One text of a record. `name` is its field's; `original` what it was translated from, "" where it was
    not. `after` and `before` say that it begins after, or ends before, something withheld."""

    name: str
    weight: str
    language: str
    words: str
    original: str = ""
    passage: Passage | None = None
    after: bool = False
    before: bool = False


@dataclass(frozen=True)
class _Here:
    """Where in a document the walk is."""

    language: str = ""
    original: str = ""
    passage: Passage | None = None


def texts(kind: str, document: Document) -> list[PublicText]:
    """Every text of a record of this kind that has a weight: titles first, then as the document has them."""
    found = _of(_shape(kind), document, _Here())
    return sorted((text for text in found if text.words.strip()), key=lambda text: text.weight)


@cache
def _shape(kind: str) -> Shape:
    return SHAPES[kind]()


def _of(part: serializers.Serializer, document: Document, here: _Here) -> Iterator[PublicText]:
    language = document.get("language") or document.get("value_language") or here.language
    here = replace(here, language=language)
    for name, field in part.fields.items():
        value = document.get(name)
        if not value:
            continue
        if isinstance(field, serializers.ListSerializer):
            yield from _list(name, field.child, value, here)
        elif isinstance(field, serializers.Serializer):
            yield from _of(field, value, here)
        elif weight := getattr(field, "weight", ""):
            yield from _leaf(name, weight, value, here)


def _list(name: str, child: Any, values: list[Document], here: _Here) -> Iterator[PublicText]:
    if isinstance(child, SegmentShape):
        yield from _segments(name, child, values, here)
        return
    for number, each in enumerate(values, 1):
        if isinstance(child, PassageShape):
            here = replace(here, passage=Passage(each["id"], number))
        if isinstance(child, TranslationShape | PassageTranslationShape):
            yield from _of(child, each, replace(here, original=here.language))
        else:
            yield from _of(child, each, here)


def _segments(name: str, child: Any, segments: list[Document], here: _Here) -> Iterator[PublicText]:
    """The stretches of a passage between what is withheld; a changed name stands in its stretch."""
    weight, stretch, after = child.fields["text"].weight, "", False
    for each in segments:
        if each["kind"] == SegmentKind.WITHHELD or not each["text"]:
            yield _text(name, weight, here.language, stretch, here, after=after, before=True)
            stretch, after = "", True
        else:
            stretch += each["text"]
    yield _text(name, weight, here.language, stretch, here, after=after)


def _leaf(name: str, weight: str, value: Any, here: _Here) -> Iterator[PublicText]:
    if isinstance(value, str):
        yield _text(name, weight, here.language, value, here)
        return
    for language, words in value.items():
        for each in [words] if isinstance(words, str) else words:
            yield _text(name, weight, language, each, here)


def _text(name: str, weight: str, language: str, words: str, here: _Here, **marks: bool) -> PublicText:
    return PublicText(name, weight, language, words, here.original, here.passage, **marks)
