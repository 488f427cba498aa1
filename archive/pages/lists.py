"""The lists: every public record of one kind, searched, narrowed and turned page by page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from archive.edition.models import Record
from archive.edition.paging import BadCursor, Cursor, Page, page_of
from archive.edition.shapes import KIND_OF_PLURAL, SHAPES
from archive.pages.addresses import below, with_query
from archive.pages.filters import ABOUT_TOPICS, Choice, Filter, Narrowing
from archive.pages.page import Head, Shown, page
from archive.pages.reading import COLUMNS, Published, read, records
from archive.pages.shown.rows import rows
from archive.pages.shown.said import said
from archive.pages.shown.texts import Linked, best, linked

PAGE_SIZE = 30
MOST_TOPICS = 60

TITLES = {
    "event": (
        _("Events"),
        _("Conferences, hearings, exhibitions, protests, trials, and what they speak of."),
    ),
    "person": (_("People"), _("Those who spoke, were present, or are spoken of.")),
    "organisation": (_("Organisations"), _("Committees, associations, state bodies, courts, the press.")),
    "place": (_("Places"), _("Countries, cities, buildings, prisons, burial sites.")),
    "statement": (_("Statements"), _("What was said: quoted, reported, or read out from another.")),
    "claim": (_("Claims"), _("Figures and facts, each with who asserts it.")),
    "demand": (_("Demands"), _("Calls for action: who is asked to do what.")),
    "source": (_("Sources"), _("The documents that everything here stands in.")),
    "topic": (_("Topics"), _("What the records are about.")),
}


@page
def listing(request: HttpRequest, language: str, plural: str) -> HttpResponse:
    """One page of the list of a kind."""
    kind, path = KIND_OF_PLURAL[plural], f"{plural}/"
    narrowing = Narrowing.of(kind, request.GET)
    address = below(language, path)
    try:
        after = Cursor.decode(cursor) if (cursor := request.GET.get("after", "")) else None
    except BadCursor:
        return HttpResponseRedirect(with_query(address, **narrowing.parameters))
    found = _found(kind, narrowing, after)
    shown = [Published.of(row) for row in found.rows]
    also = _also(kind, narrowing, shown)
    title, about = TITLES[kind]
    head = Head(
        language=language,
        path=path,
        title=str(title),
        description=str(about),
        sample=any(each.sample for each in shown),
        indexed=not narrowing and after is None,
        section=plural,
    )
    content = {
        "kind": kind,
        "about": about,
        "address": address,
        "words": narrowing.words,
        "filters": [*narrowing.forms(kind), *_topics(kind, narrowing, also)],
        "chosen": _chosen(address, narrowing, also),
        "kept": [(name, value) for name, value in narrowing.records.items() if name != "topic"],
        "narrowed": bool(narrowing),
        "rows": _rows(kind, shown, also),
        "next": _neighbour(address, narrowing, found.next),
        "previous": _neighbour(address, narrowing, found.previous),
    }
    return Shown(head, "pages/list.html", content).answer()


def _found(kind: str, narrowing: Narrowing, after: Cursor | None) -> Page:
    asked = Record.on_pages.of_kind(kind).holding(*narrowing.facets).matching(narrowing.words)
    return page_of(asked, COLUMNS, after=after, size=PAGE_SIZE, descending=SHAPES[kind].dated)


def _also(kind: str, narrowing: Narrowing, shown: list[Published]) -> dict[str, Published]:
    """In one query: the topics to choose from, what the list is narrowed to, and what is read out."""
    asked = []
    if kind in ABOUT_TOPICS:
        asked.append(Record.on_pages.of_kind("topic").in_order("topic")[:MOST_TOPICS])
    wanted = {*narrowing.records.values(), *(link["id"] for each in shown for link in each.linked("quotes"))}
    if wanted:
        asked.append(records(sorted(wanted)))
    return read(*asked)


def _rows(kind: str, shown: list[Published], also: dict[str, Published]) -> list[Any]:
    if kind == "statement":
        return [said(record, also) for record in shown]
    return rows(shown)


def _topics(kind: str, narrowing: Narrowing, also: dict[str, Published]) -> list[Filter]:
    topics = [each for each in also.values() if each.kind == "topic"]
    if kind not in ABOUT_TOPICS or not topics:
        return []
    chosen = narrowing.records.get("topic", "")
    choices = [Choice(each.id, str(best(each.title)), each.id == chosen) for each in topics]
    return [Filter("topic", str(_("Topic")), choices)]


def _chosen(
    address: str, narrowing: Narrowing, also: dict[str, Published]
) -> list[tuple[Linked | None, str]]:
    """The records a list is narrowed to, each with the address of the list without it."""
    chosen = []
    for name, identifier in narrowing.records.items():
        record = also.get(identifier)
        link = linked({"id": record.id, "kind": record.kind, "title": record.title}) if record else None
        chosen.append((link, with_query(address, **narrowing.without(name))))
    return chosen


def _neighbour(address: str, narrowing: Narrowing, cursor: str | None) -> str:
    return with_query(address, **narrowing.parameters, after=cursor) if cursor else ""
