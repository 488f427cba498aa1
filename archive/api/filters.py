"""The filters of every kind, made in one place from its shape: the roles of its links and its facets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django_filters import Filter, FilterSet
from rest_framework import serializers

from archive.api import fields
from archive.api.problems import bad_parameter
from archive.core.date_asked import DateAsked
from archive.edition.models.record import RecordQuerySet
from archive.edition.shapes import Shape
from archive.edition.shapes.base import Code, Codes, Reference, Words, Years

SAYS = {
    "event_kind": "What kind of event it is.",
    "place_kind": "What kind of place it is.",
    "organisation_kind": "What kind of organisation it is.",
    "source_kind": "What kind of document it is.",
    "statement_kind": "Verbatim, reported, or read out from another’s words.",
    "property": "What the figure or fact is about.",
    "language": "BCP 47 tag of the text or of one of its translations.",
    "name_use": "Under which name the witness speaks: the own one, a pseudonym, or as “a witness”.",
    "warning": "What a reader is warned of, for the whole or for one of its passages.",
    "passage": "The testimony that holds this passage. Identifier of a passage.",
    "year": "Years under which the memorial list names the victim: a year, or a stretch such as "
    "1987/1989 or 198X, of at most 100 years.",
}
WITHOUT = {
    "warning": "Leaves out whatever bears this warning. Somebody gave the warnings: that one is missing "
    "promises nothing. Commas, or given again: none of these.",
}
# Facets that are no filters: a file's name says nothing, and whoever has it has its record's address too.
NOT_FILTERS = frozenset({"file"})


class FacetFilter(Filter):
    """Records that hold a facet, `name:value`: for each group of values, at least one."""

    def facets(self, value: list[list[str]]) -> list[list[str]]:
        """The facets that a value of this filter asks for."""
        return [[f"{self.field_name}:{each}" for each in any_of] for any_of in value]

    def filter(self, qs: RecordQuerySet, value: list[list[str]]) -> RecordQuerySet:
        for any_of in self.facets(value):
            qs = qs.holding_any(*any_of)
        return qs


class IdentifierFilter(FacetFilter):
    field_class = fields.Identifiers


class CodeFilter(FacetFilter):
    field_class = fields.Codes


class LanguageFilter(FacetFilter):
    field_class = fields.Languages


class YearFilter(FacetFilter):
    field_class = fields.Years


class WithoutFilter(Filter):
    """Records that hold none of these facets."""

    field_class = fields.Codes

    def filter(self, qs: RecordQuerySet, value: list[list[str]]) -> RecordQuerySet:
        unwanted = [f"{self.field_name}:{each}" for any_of in value for each in any_of]
        return qs.exclude(facets__overlap=unwanted)


class FromFilter(Filter):
    """Records whose date can be this day or later."""

    field_class = fields.Dates

    def filter(self, qs: RecordQuerySet, value: tuple) -> RecordQuerySet:
        return qs.between(value[0], None)


class ToFilter(Filter):
    """Records whose date can be this day or earlier."""

    field_class = fields.Dates

    def filter(self, qs: RecordQuerySet, value: tuple) -> RecordQuerySet:
        return qs.between(None, value[1])


class DateFilter(Filter):
    """Records whose date can fall on the days that words ask for."""

    field_class = fields.DateWords

    def filter(self, qs: RecordQuerySet, value: DateAsked) -> RecordQuerySet:
        return qs.between(value.earliest, value.latest)


class SearchFilter(Filter):
    """Records in which all these words stand."""

    field_class = fields.SearchWords

    def filter(self, qs: RecordQuerySet, value: str) -> RecordQuerySet:
        return qs.matching(value)


@cache
def filters_of(shape: type[Shape]) -> type[FilterSet]:
    """The filters of one kind."""
    declared: dict[str, Filter] = {
        "q": SearchFilter(
            help_text="Every one of these words, in any language and spelling of its letters; "
            "the last may be unfinished. The order of the list stays as it is."
        )
    }
    declared |= dict(_links(shape)) | dict(_facets(shape()))
    if shape.dated:
        dates = "Years, months, days or any EDTF; a record counts where its date can fall there."
        declared["from"] = FromFilter(help_text=f"Not before this date. {dates}")
        declared["to"] = ToFilter(help_text=f"Not after this date. {dates}")
        declared["date"] = DateFilter(
            help_text="A date in words: before 1989, summer 1988, 1988 to 1992, مرداد ۱۳۶۷. A bare year of "
            "the Middle Ages is an Iranian one, as those are written; with CE after it, it is not."
        )
    return type(f"{shape.__name__}Filters", (FilterSet,), declared)


def understood(filters: Mapping[str, Filter], name: str, words: list[str]) -> Any:
    """What the words given to a filter mean; raises the Problem that says why they cannot be read."""
    try:
        return filters[name].field.clean(words)
    except ValidationError as error:
        code = error.code or "bad_value"
        raise bad_parameter(code, name, str(error.message), **(error.params or {})) from None  # “%” stays


def facets_only(shape: type[Shape], filters: Mapping[str, Any]) -> list[list[str]] | None:
    """The facets these filters ask for; None where one of them asks for something else."""
    facets: list[list[str]] = []
    for name, value in filters.items():
        chosen = filters_of(shape).base_filters[name]
        if not isinstance(chosen, FacetFilter):
            return None
        facets += chosen.facets(value)
    return facets


def narrowed(records: RecordQuerySet, shape: type[Shape], filters: Mapping[str, Any]) -> RecordQuerySet:
    """The records that pass every one of these filters."""
    for name, value in filters.items():
        records = filters_of(shape).base_filters[name].filter(records, value)
    return records


def _links(shape: type[Shape]) -> Iterator[tuple[str, Filter]]:
    kinds = sorted({kind for role in shape.roles.values() for kind in role.to})
    for kind in kinds:
        yield kind, IdentifierFilter(field_name=kind, help_text=_any_link(kind))
    for name, role in shape.roles.items():
        says = f"{role.help.capitalize()}. Identifier of a record: {' or '.join(map(in_words, role.to))}."
        if name in kinds and any(name in other.to for other in shape.roles.values() if other is not role):
            says = _any_link(name)  # its role and its kind share a name, and the kind takes in more
        yield name, IdentifierFilter(field_name=name, help_text=says)


def _any_link(kind: str) -> str:
    return f"Any link to this {in_words(kind)}. Its identifier."


def in_words(kind: str) -> str:
    """What a kind is called in a sentence."""
    return kind.replace("_", " ")


def _facets(part: serializers.Serializer) -> Iterator[tuple[str, Filter]]:
    for field in part.fields.values():
        inner = getattr(field, "child", field)
        if isinstance(inner, serializers.Serializer):
            yield from _facets(inner)
        elif (name := getattr(field, "facet", "")) and name not in NOT_FILTERS:
            yield from _facet(name, field)


def _facet(name: str, field: serializers.Field) -> Iterator[tuple[str, Filter]]:
    """The filters that a field with a facet makes; a kind of field that nobody thought of is refused."""
    if isinstance(field, Codes | Code):
        codes = field.child if isinstance(field, Codes) else field
        assert isinstance(codes, Code)
        yield name, CodeFilter(field_name=name, choices=list(codes.choices), help_text=SAYS[name])
        if name in WITHOUT:
            choices = list(codes.choices)
            yield f"without_{name}", WithoutFilter(field_name=name, choices=choices, help_text=WITHOUT[name])
    elif isinstance(field, Years):
        yield name, YearFilter(field_name=name, help_text=SAYS[name])
    elif isinstance(field, Reference):
        yield name, IdentifierFilter(field_name=name, help_text=SAYS[name])
    elif isinstance(field, Words):
        yield name, LanguageFilter(field_name=name, help_text=SAYS[name])
    else:
        raise TypeError(f"no filter is written for the facet “{name}”, a {type(field).__name__}")
