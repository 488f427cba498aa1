"""Claims next to each other: what is counted or described, and who says what of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from archive.core.words import folded
from archive.edition.vocabulary import Property
from archive.pages.addresses import address_of
from archive.pages.reading import Published
from archive.pages.shown.texts import Linked, Text, all_linked, best, linked, reader

NOTHING = Text("", "")
SUBJECTS = ("event", "victim", "victim_group")  # what a claim can be about


@dataclass(frozen=True)
class Figure:
    """One attributed assertion; `about` is what it counts, where its neighbours count something else."""

    id: str
    href: str
    about: Text
    value: Text
    unit: Text
    asserters: list[Linked]
    asserter_as_stated: Text
    by_source: bool
    statement: Linked | None
    testimony: Linked | None
    sources: list[Linked]
    preferred: bool
    because: Text
    sample: bool


@dataclass(frozen=True)
class Compared:
    """Every claim of one property about one event or about the same victims, next to each other.

    `about` is what they all count or describe, if it is not one person's own fact. Where they do not
    count the same, it stands with each figure and `same` is False; `differ` says that claims about the
    same thing do not agree.
    """

    property: str
    about: Text
    event: Linked | None
    whom: list[Linked]
    figures: list[Figure]
    same: bool
    differ: bool


def figure(record: Published, *, say_about: bool = False) -> Figure:
    """A claim for a page. A unit that the figure's own words name is not said twice."""
    facts = record.facts
    statements, testimonies = record.linked("statement"), record.linked("testimony")
    unit = best(record.facts["unit"])
    return Figure(
        id=record.id,
        href=address_of(reader(), record.kind, record.id, record.title),
        about=best(facts["about"]) if say_about else NOTHING,
        value=Text(facts["value"], facts["value_language"]),
        unit=NOTHING if folded(unit.words) in folded(facts["value"]) else unit,
        asserters=all_linked(record.linked("asserter")),
        asserter_as_stated=Text(facts.get("asserter_as_stated", ""), facts["value_language"]),
        by_source=facts["asserted_by_source"],
        statement=linked(statements[0]) if statements else None,
        testimony=linked(testimonies[0]) if testimonies else None,
        sources=all_linked(record.linked("source")),
        preferred=facts["preferred"],
        because=best(facts["preferred_because"]),
        sample=record.sample,
    )


def compared(claims: Iterable[Published]) -> list[Compared]:
    """Claims grouped by what can be compared; the preferred one first, then as they come."""
    groups: dict[tuple[str, ...], list[Published]] = {}
    for claim in claims:
        groups.setdefault(_subject(claim), []).append(claim)
    return [_compared(group) for group in groups.values()]


def _subject(claim: Published) -> tuple[str, ...]:
    """What makes claims comparable: the same property of the same event or victims; other facts, the same
    thing."""
    subjects = sorted(link["id"] for role in SUBJECTS for link in claim.linked(role))
    name = claim.facts["property"]
    return name, _counted(claim) if name == Property.OTHER or not subjects else "", *subjects


def _counted(claim: Published) -> str:
    about = claim.facts["about"]
    return folded(about.get("en") or next(iter(about.values()), ""))


def _compared(group: list[Published]) -> Compared:
    facts, events = group[0].facts, group[0].linked("event")
    group = sorted(group, key=lambda claim: not claim.facts["preferred"])
    of_one = bool(group[0].linked("victim")) and facts["property"] != Property.OTHER  # a person has one death
    same = of_one or len({_counted(claim) for claim in group}) == 1
    return Compared(
        property=str(Property(facts["property"]).label),
        about=best(facts["about"]) if same and not of_one else NOTHING,
        event=linked(events[0]) if events else None,
        whom=all_linked([*group[0].linked("victim"), *group[0].linked("victim_group")]),
        figures=[figure(claim, say_about=not same) for claim in group],
        same=same,
        differ=same and len({_meaning(claim) for claim in group}) > 1,
    )


def _meaning(claim: Published) -> tuple[object, ...]:
    facts = claim.facts
    if facts["low"] is None and facts["high"] is None:
        return (folded(facts["value"]),)
    return facts["low"], facts["high"]
