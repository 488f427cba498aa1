"""The page of one kind: what it needs, what it tells, and the template that shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from archive.edition.models.record import RecordQuerySet
from archive.pages.reading import Published, Related, records
from archive.pages.shown.sections import Telling

Questions = list[RecordQuerySet]


def read_statements(record: Published, related: Related) -> Questions:
    """The statements that the readings on a page read out."""
    return _by_identifier(link["id"] for each in (record, *related) for link in each.linked("quotes"))


def _by_identifier(identifiers: Iterable[str]) -> Questions:
    wanted = sorted(set(identifiers))
    return [records(wanted)] if wanted else []


def leads_to(*roles: str) -> Callable[[Published, Related], Questions]:
    """The records that a page's record leads to in these roles, and whatever is read out."""

    def questions(record: Published, related: Related) -> Questions:
        wanted = [link["id"] for role in roles for link in record.linked(role)]
        read_out = [link["id"] for each in (record, *related) for link in each.linked("quotes")]
        return _by_identifier([*wanted, *read_out])

    return questions


@dataclass(frozen=True)
class KindPage:
    """`limits` say how many related records of each kind the page shows at most."""

    template: str
    limits: Mapping[str, int]
    tell: Callable[[Telling], dict[str, Any]]
    also: Callable[[Published, Related], Questions] = read_statements
