"""Claims next to each other: what is counted or described, and who says what of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from archive.core.words import folded
from archive.edition.vocabulary import Property
from archive.pages.addresses import address_of
from archive.pages.reading import Published
from archive.pages.shown.texts import Linked, Text, all_linked, best, linked, reader


@dataclass(frozen=True)
class Figure:
    """One attributed assertion."""

    id: str
    href: str
    value: Text
    unit: Text
    asserters: list[Linked]
    by_source: bool
    statement: Linked | None
    sources: list[Linked]
    preferred: bool
    because: Text
    sample: bool


@dataclass(frozen=True)
class Compared:
    """Every claim of one property about one thing; `differ` where they do not say the same."""

    property: str
    about: Text
    event: Linked | None
    figures: list[Figure]
    differ: bool


def figure(record: Published) -> Figure:
    facts = record.facts
    statements = record.linked("statement")
    return Figure(
        id=record.id,
        href=address_of(reader(), record.kind, record.id, record.title),
        value=Text(facts["value"], facts["value_language"]),
        unit=best(facts["unit"]),
        asserters=all_linked(record.linked("asserter")),
        by_source=facts["asserted_by_source"],
        statement=linked(statements[0]) if statements else None,
        sources=all_linked(record.linked("source")),
        preferred=facts["preferred"],
        because=best(facts["preferred_because"]),
        sample=record.sample,
    )


def compared(claims: Iterable[Published]) -> list[Compared]:
    """Claims grouped by what they are about; the preferred one first, then as they come."""
    groups: dict[tuple[str, ...], list[Published]] = {}
    for claim in claims:
        groups.setdefault(subject(claim), []).append(claim)
    return [_compared(group) for group in groups.values()]


def subject(claim: Published) -> tuple[str, ...]:
    """What makes claims comparable: the same property of the same thing at the same event."""
    about = claim.facts["about"]
    events = sorted(link["id"] for link in claim.linked("event"))
    return claim.facts["property"], folded(about.get("en") or next(iter(about.values()), "")), *events


def _compared(group: list[Published]) -> Compared:
    facts, events = group[0].facts, group[0].linked("event")
    group = sorted(group, key=lambda claim: not claim.facts["preferred"])
    return Compared(
        property=str(Property(facts["property"]).label),
        about=best(facts["about"]),
        event=linked(events[0]) if events else None,
        figures=[figure(claim) for claim in group],
        differ=len({_meaning(claim) for claim in group}) > 1,
    )


def _meaning(claim: Published) -> tuple[object, ...]:
    facts = claim.facts
    if facts["low"] is None and facts["high"] is None:
        return (folded(facts["value"]),)
    return facts["low"], facts["high"]
