"""What the pages ask of the edition: a record, the records that lead to it, and some it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson

from archive.edition.models import Record
from archive.edition.models.record import WHOLE, RecordQuerySet
from archive.edition.shapes import Document

COLUMNS = ("id", "kind", "title", "document", "linked", "version", "digest", "published_at")
WHOLE_COLUMNS = tuple(WHOLE if each == "document" else each for each in COLUMNS)
Link = dict[str, Any]


@dataclass(frozen=True)
class Published:
    """One public record as a page reads it."""

    id: str
    kind: str
    title: dict[str, str]
    facts: Document
    links: dict[str, list[Link]]
    version: int
    digest: str
    published_at: datetime

    @classmethod
    def of(cls, row: tuple[Any, ...]) -> Published:
        identifier, kind, title, document, linked, *rest = row
        title = title if isinstance(title, dict) else orjson.loads(title)
        return cls(identifier, kind, title, orjson.loads(document), orjson.loads(linked), *rest)

    def linked(self, role: str) -> list[Link]:
        """The public records it leads to in a role, each with what stands on the link."""
        return self.links.get(role, [])

    def leads_to(self, identifier: str, *roles: str) -> Link | None:
        """Its link to a record in one of these roles."""
        found = (link for role in roles for link in self.linked(role) if link["id"] == identifier)
        return next(found, None)

    @property
    def sample(self) -> bool:
        return self.facts["sample"]


@dataclass(frozen=True)
class Related:
    """The records that lead to one record, by kind; `more` names the kinds that have further ones."""

    by_kind: Mapping[str, list[Published]] = field(default_factory=dict)
    more: frozenset[str] = frozenset()

    def of(self, kind: str) -> list[Published]:
        return self.by_kind.get(kind, [])

    def __iter__(self):
        return (record for records in self.by_kind.values() for record in records)


def record_and_related(
    identifier: str, kind: str, limits: Mapping[str, int]
) -> tuple[Published | None, Related]:
    """A record, whole, with those that lead to it as lists have them, so many of each kind. One query."""
    holding = Record.on_pages.holding(f"{kind}:{identifier}")
    asked = [_stretch(holding.of_kind(each), each, limit + 1) for each, limit in limits.items()]
    own = Record.on_pages.filter(pk=identifier).values_list(*WHOLE_COLUMNS)
    found = [Published.of(row) for row in _together(own, *asked)]
    record = next((each for each in found if each.id == identifier), None)
    return record, _related((each for each in found if each.id != identifier), limits)


def whole(records: RecordQuerySet) -> Published | None:
    """One of these records with everything it holds. One query."""
    row = records.values_list(*WHOLE_COLUMNS).first()
    return Published.of(row) if row else None


def newest(limits: Mapping[str, int], *, words: str = "") -> Related:
    """The first records of several kinds, as their lists show them. One query."""
    records = Record.on_pages.matching(words)
    asked = [_stretch(records.of_kind(kind), kind, limit + 1) for kind, limit in limits.items()]
    return _related(map(Published.of, _together(*asked)), limits)


def records(identifiers: Iterable[str]) -> RecordQuerySet:
    """Public records by their identifiers."""
    return Record.on_pages.filter(pk__in=list(identifiers))


def read(*asked: RecordQuerySet) -> dict[str, Published]:
    """The records of one or more questions, by identifier. One query, or none for none."""
    if not asked:
        return {}
    return {row[0]: Published.of(row) for row in _together(*map(_rows, asked))}


def _related(found: Iterable[Published], limits: Mapping[str, int]) -> Related:
    by_kind: dict[str, list[Published]] = {kind: [] for kind in limits}
    for each in found:
        by_kind[each.kind].append(each)
    more = frozenset(kind for kind, limit in limits.items() if len(by_kind[kind]) > limit)
    return Related({kind: by_kind[kind][:limit] for kind, limit in limits.items()}, more)


def _stretch(asked: RecordQuerySet, kind: str, size: int):
    return _rows(asked.in_order(kind))[:size]


def _rows(asked: RecordQuerySet):
    return asked.values_list(*COLUMNS)


def _together(first, *others):
    """Several questions as one query; their rows keep each question's order."""
    return first.union(*others, all=True) if others else first
