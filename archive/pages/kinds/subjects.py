"""The pages of places and topics: what they are called, what they belong to, and what leads to them."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from archive.edition.vocabulary import PlaceKind
from archive.pages.kinds.kind import KindPage
from archive.pages.shown.figures import compared
from archive.pages.shown.rows import row, rows
from archive.pages.shown.sections import TESTIMONIES, Telling, of_testimonies
from archive.pages.shown.texts import Text, all_linked, best, others


def coordinates_in_words(latitude: str, longitude: str) -> str:
    """`35.7° north, 51.4° east`; "" where they are not known."""
    try:
        north, east = Decimal(latitude), Decimal(longitude)
    except InvalidOperation:
        return ""
    degrees = {"latitude": f"{abs(north):f}", "longitude": f"{abs(east):f}"}
    if north >= 0:
        words = _("%(latitude)s° north, %(longitude)s° east")
        if east < 0:
            words = _("%(latitude)s° north, %(longitude)s° west")
    else:
        words = _("%(latitude)s° south, %(longitude)s° east")
        if east < 0:
            words = _("%(latitude)s° south, %(longitude)s° west")
    return words % degrees


def tell_place(telling: Telling) -> dict[str, Any]:
    record, facts = telling.record, telling.record.facts
    return {
        "kind_words": PlaceKind(facts["place_kind"]).label,
        "names": others(facts["names"], best(facts["names"])),
        "coordinates": coordinates_in_words(facts["latitude"], facts["longitude"]),
        "parent": all_linked(record.linked("parent")),
        "parts": rows(telling.related.of("place")),
        "more_parts": telling.more("place"),
        "events": telling.section("event", row),
        **of_testimonies(telling),
    }


def tell_topic(telling: Telling) -> dict[str, Any]:
    record, facts, related = telling.record, telling.record.facts, telling.related
    shown = best(facts["labels"])
    alternatives = [
        Text(words, tag) for tag, texts in sorted(facts["alternative_labels"].items()) for words in texts
    ]
    return {
        "names": others(facts["labels"], shown) + alternatives,
        "note": best(facts["scope_note"]),
        "broader": all_linked(record.linked("broader")),
        "narrower": rows(related.of("topic")),
        "events": telling.section("event", row),
        "turns": telling.turns_by_event(),
        "compared": compared(related.of("claim")),
        "more_claims": telling.more("claim"),
        "demands": telling.demands(related.of("demand")),
        "sources": telling.section("source", row),
        **of_testimonies(telling),
    }


PLACE = KindPage(
    template="pages/place.html", limits={"event": 100, "place": 100, **TESTIMONIES}, tell=tell_place
)
TOPIC = KindPage(
    template="pages/topic.html",
    limits={
        "topic": 100,
        "event": 50,
        "statement": 50,
        "claim": 50,
        "demand": 50,
        "source": 20,
        **TESTIMONIES,
    },
    tell=tell_topic,
)
