"""What of the API's lists a feed or a dump carries: the same filters, read from the same address."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django_filters import Filter

from archive.api.asking import Asked, Offered
from archive.api.filters import filters_of
from archive.edition.models.record import RecordQuerySet
from archive.edition.shapes import KIND_OF_PLURAL, SHAPES


class FeedInPath:
    """A feed's format: `atom` (RFC 4287) or `json` (JSON Feed 1.1)."""

    regex = "atom|json"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class DumpInPath(FeedInPath):
    """A dump's format: `ndjson` (one record a line, as the API answers it) or `csv` (one table)."""

    regex = "ndjson|csv"


def asked_of(request: HttpRequest, plural: str) -> dict[str, Any]:
    """The filters a request asks for, understood; raises the Problem that says what cannot be read."""
    return Asked.read(request, Offered(_filters(plural), ())).filters


def narrowed(records: RecordQuerySet, plural: str, asked: dict[str, Any]) -> RecordQuerySet:
    """Of these records, those of one list (of all, without one) that pass every filter."""
    if plural:
        records = records.of_kind(KIND_OF_PLURAL[plural])
    for name, value in asked.items():
        records = _filters(plural)[name].filter(records, value)
    return records


def _filters(plural: str) -> dict[str, Filter]:
    """The filters of one list; of everything together, its words alone."""
    if plural:
        return filters_of(SHAPES[KIND_OF_PLURAL[plural]]).base_filters
    return {"q": filters_of(SHAPES["statement"]).base_filters["q"]}
