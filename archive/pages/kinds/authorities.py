"""The pages of people and organisations: their names, where they were as what, and what they said."""

from __future__ import annotations

from typing import Any

from archive.edition.vocabulary import NameKind, OrganisationKind
from archive.pages.kinds.event import mode_words
from archive.pages.kinds.kind import KindPage
from archive.pages.reading import Published
from archive.pages.shown.dates import date_shown
from archive.pages.shown.figures import compared
from archive.pages.shown.rows import row, rows
from archive.pages.shown.sections import Present, Telling
from archive.pages.shown.texts import Text, all_linked, best, linked


def names_of(record: Published) -> list[dict[str, Any]]:
    """Every name but the one in the page's heading, with what sort of name it is."""
    shown = best(record.title)
    return [
        {"text": Text(name["text"], name["language"]), "kind": NameKind(name["kind"]).label}
        for name in record.facts["names"]
        if (name["text"], name["language"]) != (shown.words, shown.language)
    ]


def presences(telling: Telling) -> list[Present]:
    """The events a person was at, newest first: as what, and how."""
    person, shown = telling.record, []
    for event in telling.related.of("event"):
        if link := event.leads_to(person.id, "appearance"):
            who = linked({"id": event.id, "kind": event.kind, "title": event.title})
            date = date_shown(event.facts["date"])
            shown.append(Present(who, best(link["role"]), mode_words(link["mode"]), date, event.sample))
    return shown


def _of_both(telling: Telling) -> dict[str, Any]:
    record, related = telling.record, telling.related
    own_claims = [each for each in related.of("claim") if each.leads_to(record.id, "asserter")]
    made = [each for each in related.of("demand") if each.leads_to(record.id, "maker")]
    addressed = [each for each in related.of("demand") if each.leads_to(record.id, "addressee")]
    return {
        "names": names_of(record),
        "description": best(record.facts["description"]),
        "turns": telling.turns_by_event(),
        "compared": compared(own_claims),
        "more_claims": telling.more("claim"),
        "demands": telling.demands(made),
        "addressed": telling.demands(addressed),
    }


def tell_person(telling: Telling) -> dict[str, Any]:
    return _of_both(telling) | {
        "presences": presences(telling),
        "more_events": telling.more("event"),
    }


def tell_organisation(telling: Telling) -> dict[str, Any]:
    record, related = telling.record, telling.related
    hosted = [each for each in related.of("event") if each.leads_to(record.id, "host")]
    return _of_both(telling) | {
        "kind_words": OrganisationKind(record.facts["organisation_kind"]).label,
        "parent": all_linked(record.linked("parent")),
        "parts": rows(related.of("organisation")),
        "hosted": telling.section("event", row, hosted),
        "published": telling.section("source", row),
    }


PERSON = KindPage(
    template="pages/person.html",
    limits={"event": 100, "statement": 100, "claim": 100, "demand": 100},
    tell=tell_person,
)
ORGANISATION = KindPage(
    template="pages/organisation.html",
    limits={"event": 100, "statement": 100, "claim": 100, "demand": 100, "organisation": 100, "source": 20},
    tell=tell_organisation,
)
