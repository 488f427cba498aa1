"""The page of an event: when, where, who was there as what, what was said, claimed and demanded."""

from __future__ import annotations

from typing import Any

from archive.edition.vocabulary import EventKind, Mode
from archive.pages.kinds.kind import KindPage
from archive.pages.shown.dates import date_shown
from archive.pages.shown.figures import compared
from archive.pages.shown.rows import row
from archive.pages.shown.said import in_order_of_source
from archive.pages.shown.sections import TESTIMONIES, Present, Telling, of_testimonies
from archive.pages.shown.texts import all_linked, best, linked


def mode_words(mode: str) -> str:
    """How somebody took part, in words; "" where the source does not say."""
    return "" if mode in ("", Mode.UNKNOWN) else str(Mode(mode).label)


def tell(telling: Telling) -> dict[str, Any]:
    record, related = telling.record, telling.related
    sources = [link["id"] for link in record.linked("source")]
    claims = related.of("claim")  # about it, or made at it
    people = [linked(link) for link in record.linked("appearance")]
    return {
        "kind_words": EventKind(record.facts["event_kind"]).label,
        "date": date_shown(record.facts["date"]),
        "summary": best(record.facts["summary"]),
        "also_present": best(record.facts["also_present"]),
        "places": all_linked(record.linked("place")),
        "hosts": all_linked(record.linked("host")),
        "part_of": all_linked(record.linked("part_of")),
        "sources": all_linked(record.linked("source")),
        "topics": all_linked(record.linked("topic")),
        "people": [Present(who, who.role, mode_words(who.mode)) for who in people],
        "turns": telling.turns(in_order_of_source(related.of("statement"), sources)),
        "compared": compared(in_order_of_source(claims, sources)),
        "more_claims": telling.more("claim"),
        "demands": telling.demands(in_order_of_source(related.of("demand"), sources)),
        "parts": telling.section("event", row),
        **of_testimonies(telling),
    }


EVENT = KindPage(
    template="pages/event.html",
    limits={"statement": 300, "claim": 100, "demand": 100, "event": 50, **TESTIMONIES},
    tell=tell,
)
