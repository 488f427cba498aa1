"""The page of a statement: the words, who said them as what, and the place where they stand."""

from __future__ import annotations

from typing import Any

from archive.pages.kinds.kind import KindPage, leads_to
from archive.pages.shown.citation import citation
from archive.pages.shown.figures import compared
from archive.pages.shown.places import places_of
from archive.pages.shown.rows import row
from archive.pages.shown.said import said
from archive.pages.shown.sections import Telling
from archive.pages.shown.texts import all_linked


def tell(telling: Telling) -> dict[str, Any]:
    record = telling.record
    return {
        "said": said(record, telling.also),
        "event": all_linked(record.linked("event")),
        "topics": all_linked(record.linked("topic")),
        "places": places_of(record, telling.also),
        "compared": compared(telling.related.of("claim")),
        "more_claims": telling.more("claim"),
        "demands": telling.demands(),
        "readings": telling.said(),
        "testimonies": telling.section("testimony", row),
        "citation": citation(record),
    }


STATEMENT = KindPage(
    template="pages/statement.html",
    limits={"claim": 100, "demand": 100, "statement": 50, "testimony": 20},
    tell=tell,
    also=leads_to("source", "quotes"),
)
