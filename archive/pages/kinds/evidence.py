"""The pages of a claim and a demand: who says or asks it, and the place where it stands."""

from __future__ import annotations

from typing import Any

from archive.edition.models import Record
from archive.edition.vocabulary import Property
from archive.pages.kinds.kind import KindPage, Questions, leads_to
from archive.pages.reading import Published, Related
from archive.pages.shown.citation import citation
from archive.pages.shown.dates import date_shown
from archive.pages.shown.figures import SUBJECTS, compared, figure
from archive.pages.shown.places import places_of
from archive.pages.shown.rows import rows
from archive.pages.shown.said import said
from archive.pages.shown.sections import Telling, demanded
from archive.pages.shown.texts import all_linked, best

LEADS_TO = leads_to("source", "statement", "testimony")
OTHER_FIGURES = 100


def with_other_figures(record: Published, related: Related) -> Questions:
    """Beside what a claim leads to: the claims of the same property about the same event or victims."""
    asked = LEADS_TO(record, related)
    for role in SUBJECTS:
        for subject in record.linked(role)[:1]:
            alike = Record.on_pages.of_kind("claim").holding(
                f"{role}:{subject['id']}", f"property:{record.facts['property']}"
            )
            asked.append(alike.exclude(pk=record.id).in_order("claim")[:OTHER_FIGURES])
    return asked


def _of_both(telling: Telling) -> dict[str, Any]:
    record = telling.record
    statements = [
        telling.also[link["id"]] for link in record.linked("statement") if link["id"] in telling.also
    ]
    return {
        "date": date_shown(record.facts["date"]),
        "events": all_linked(record.linked("event")),
        "topics": all_linked(record.linked("topic")),
        "places": places_of(record, telling.also),
        "statements": [said(statement, telling.also) for statement in statements],
        "citation": citation(record),
    }


def tell_claim(telling: Telling) -> dict[str, Any]:
    record = telling.record
    others = [each for each in telling.also.values() if each.kind == "claim"]
    return _of_both(telling) | {
        "property": Property(record.facts["property"]).label,
        "about": best(record.facts["about"]),
        "figure": figure(record),
        "compared": compared(others),
        "whom": all_linked([*record.linked("victim"), *record.linked("victim_group")]),
        "testimonies": rows([each for each in telling.also.values() if each.kind == "testimony"]),
    }


def tell_demand(telling: Telling) -> dict[str, Any]:
    return _of_both(telling) | {"demand": demanded(telling.record)}


CLAIM = KindPage(template="pages/claim.html", limits={}, tell=tell_claim, also=with_other_figures)
DEMAND = KindPage(template="pages/demand.html", limits={}, tell=tell_demand, also=LEADS_TO)
