"""The page of a source: what it is, what its rights allow to show, and what stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from archive.core.spans import Span
from archive.edition.vocabulary import Rights, SourceKind
from archive.pages.kinds.kind import KindPage
from archive.pages.reading import Published
from archive.pages.shown.citation import citation, day
from archive.pages.shown.dates import date_shown
from archive.pages.shown.marks import Mark, blocks
from archive.pages.shown.places import stands
from archive.pages.shown.rows import Row, row
from archive.pages.shown.said import in_order_of_source
from archive.pages.shown.sections import Telling
from archive.pages.shown.texts import Text, all_linked, best, language_name

ANCHORED = ("statement", "claim", "demand")


@dataclass(frozen=True)
class Found:
    """A record that stands in a source; `number` is its mark in the text, 0 where it has none."""

    number: int
    mark: str
    row: Row


def found_in(source: Published, records: list[Published]) -> tuple[list[Mark], list[Found]]:
    """The marks of all records in a source's public text, numbered as they stand, and their rows."""
    marks, found = [], []
    for number, record in enumerate(records, start=1):
        anchors = (link["anchors"] for link in record.linked("source") if link["id"] == source.id)
        own = [
            Mark(Span(anchor["start"], anchor["end"]), _name(record, place), number, record.kind)
            for each in anchors
            for place, anchor in enumerate(each)
            if source.facts["text"] and stands(source, anchor)
        ]
        marks += own
        found.append(Found(number if own else 0, own[0].name if own else "", row(record)))
    return marks, found


def _name(record: Published, place: int) -> str:
    """What addresses call a place; a record's first is `at-<id>`."""
    return f"at-{record.id}-{place + 1}" if place else f"at-{record.id}"


def tell(telling: Telling) -> dict[str, Any]:
    record, facts = telling.record, telling.record.facts
    anchored = in_order_of_source(
        [each for kind in ANCHORED for each in telling.related.of(kind)], [record.id]
    )
    marks, found = found_in(record, anchored)
    versions = telling.related.of("source")
    return {
        "kind_words": SourceKind(facts["source_kind"]).label,
        "language": language_name(facts["language"]),
        "date": date_shown(facts["date"]),
        "authors": facts["authors"],
        "publisher": all_linked(record.linked("publisher")),
        "taken_from": facts["taken_from"],
        "taken_at": day(datetime.fromisoformat(facts["taken_at"])) if facts["taken_at"] else "",
        "rights": Rights(facts["rights"]).label,
        "rights_note": best(facts["rights_note"]),
        "held": facts["held"],
        "sha256": facts["sha256"],
        "text": Text(facts["text"], facts["language"]),
        "blocks": blocks(facts["text"], facts["blocks"], marks) if facts["text"] else [],
        "found": found,
        "more": [more for kind in ANCHORED if (more := telling.more(kind))],
        "events": telling.section("event", row),
        "topics": all_linked(record.linked("topic")),
        "previous": all_linked(record.linked("previous")),
        "later": telling.section("source", row, versions),
        "citation": citation(record),
    }


SOURCE = KindPage(
    template="pages/source.html",
    limits={"statement": 300, "claim": 200, "demand": 200, "event": 50, "source": 5},
    tell=tell,
)
