"""Pieces that several renderings share: dates, names, links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from archive.desk.fields import Dated
from archive.desk.models import Publishable
from archive.edition.rendering import LinkTo
from archive.edition.vocabulary import Rights
from events.models import AnchorRow, Appearance, Event, Person, Source
from events.models.authorities import Name


def own(record: Publishable) -> dict[str, Any]:
    """What every document begins with."""
    return {"id": record.identifier, "sample": record.sample}


def date_of(*candidates: Dated | None) -> dict[str, Any] | None:
    """The first historical date among the records given, or None."""
    for record in candidates:
        if record and record.date:
            date = record.date
            return {
                "stated": date.stated,
                "calendar": date.calendar,
                "edtf": date.edtf,
                "earliest": date.earliest.isoformat() if date.earliest else None,
                "latest": date.latest.isoformat() if date.latest else None,
            }
    return None


def names_of(names: Iterable[Name]) -> list[dict[str, Any]]:
    """An authority's names. A language without a preferred name prefers its first."""
    rows = list(names)
    chosen = {name.language for name in rows if name.preferred}
    shown = []
    for name in rows:
        preferred = name.preferred or name.language not in chosen
        chosen.add(name.language)
        shown.append(
            {
                "text": name.text,
                "language": name.language,
                "script": name.script,
                "kind": name.kind,
                "preferred": preferred,
            }
        )
    return shown


def to(role: str, /, *targets: Publishable | None, **note: Any) -> Iterator[LinkTo]:
    """Links in one role to those of the targets that are there."""
    for target in targets:
        if target is not None:
            yield LinkTo(role, target.identifier, note)


def role_then(person: Person | None, event: Event | None) -> dict[str, str]:
    """The role a person held at an event, as a language map; {} where it is not known."""
    if person is None or event is None:
        return {}
    appearance = Appearance.objects.filter(event=event, person=person).first()
    return appearance.role if appearance else {}


def sources_of(anchors: Iterable[AnchorRow], *, cited: Source | None) -> Iterator[LinkTo]:
    """Links to the sources, each with the places it stands at; context only where rights allow it.

    A source that is only cited has no text to stand in, and so no places.
    """
    by_source: dict[Source, list[dict[str, Any]]] = {cited: []} if cited else {}
    for row in anchors:
        context = row.source.rights != Rights.CITATION
        by_source.setdefault(row.source, []).append(
            {
                "exact": row.exact,
                "prefix": row.prefix if context else "",
                "suffix": row.suffix if context else "",
                "start": row.start,
                "end": row.end,
                "text_sha256": row.text_sha256,
            }
        )
    for source, places in by_source.items():
        yield LinkTo("source", source.identifier, {"anchors": places})
