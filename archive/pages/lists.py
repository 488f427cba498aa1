"""The lists: every public record of one kind, searched, narrowed and turned page by page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from archive.edition.models import Record
from archive.edition.paging import BadCursor, Cursor, Page, page_of
from archive.edition.shapes import KIND_OF_PLURAL, SHAPES
from archive.pages.addresses import below, with_query
from archive.pages.filters import ABOUT_TOPICS, Choice, Filter, Narrowing
from archive.pages.memorial import every_year, page_by_name, that_some_lead_to, years_of
from archive.pages.page import Head, Shown, page
from archive.pages.reading import COLUMNS, Published, read, records
from archive.pages.shown.rows import rows
from archive.pages.shown.said import said
from archive.pages.shown.texts import Linked, best, linked

PAGE_SIZE = 30
NAMES_ON_A_PAGE = 120
MOST_TOPICS = 60
MOST_CHOICES = 200
# The records that a list's form offers to narrow it to, beside topics.
OFFERED = {"testimony": ("event",), "victim": ("place", "victim_group")}
OFFERED_AS = {"event": _("Event"), "place": _("Place"), "victim_group": _("Group"), "topic": _("Topic")}

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
    "testimony": (_("Testimonies"), _("What witnesses told, as they agreed that it be told.")),
    "victim": (
        _("Victims"),
        _("Those to whom it was done, by name. What is said of each stands there with who says it."),
    ),
    "victim_group": (
        _("Groups of victims"),
        _("People known as a group. How many they were is told with who says so."),
    ),
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
    found, years = _found(kind, narrowing, language, after)
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
        "filters": [*narrowing.forms(kind, years=years), *_offered(kind, narrowing, also)],
        "chosen": _chosen(address, narrowing, also),
        "kept": _kept(kind, narrowing, also),
        "narrowed": bool(narrowing),
        "rows": _rows(kind, shown, also),
        "next": _neighbour(address, narrowing, found.next),
        "previous": _neighbour(address, narrowing, found.previous),
    }
    return Shown(head, "pages/list.html", content).answer()


def _found(kind: str, narrowing: Narrowing, language: str, after: Cursor | None) -> tuple[Page, list[int]]:
    """A page of the list; and of the memorial list the years that can be chosen. One query."""
    asked = narrowing.narrowed(Record.on_pages.of_kind(kind))
    if kind == "victim_group":
        return page_by_name(asked, COLUMNS, language, after=after, size=PAGE_SIZE), []
    if kind != "victim":
        return page_of(asked, COLUMNS, after=after, size=PAGE_SIZE, descending=SHAPES[kind].dated), []
    found = page_by_name(asked, [*COLUMNS, every_year()], language, after=after, size=NAMES_ON_A_PAGE)
    years = years_of(found.rows[0][-1]) if found.rows else []
    return replace(found, rows=[row[:-1] for row in found.rows]), years


def _also(kind: str, narrowing: Narrowing, shown: list[Published]) -> dict[str, Published]:
    """In one query: the records to choose from, what the list is narrowed to, and what is read out."""
    asked = []
    if kind in ABOUT_TOPICS:
        asked.append(Record.on_pages.of_kind("topic").in_order("topic")[:MOST_TOPICS])
    asked += [that_some_lead_to(each, kind).in_order(each)[:MOST_CHOICES] for each in OFFERED.get(kind, ())]
    wanted = {*narrowing.records.values(), *(link["id"] for each in shown for link in each.linked("quotes"))}
    if wanted:
        asked.append(records(sorted(wanted)))
    return read(*asked)


def _rows(kind: str, shown: list[Published], also: dict[str, Published]) -> list[Any]:
    if kind == "statement":
        return [said(record, also) for record in shown]
    return rows(shown)


def _offered(kind: str, narrowing: Narrowing, also: dict[str, Published]) -> list[Filter]:
    """The filters of a list that are records themselves: those that some record of the list leads to."""
    filters = []
    for name in _offers(kind):
        chosen = narrowing.records.get(name, "")
        choices = [
            Choice(each.id, str(best(each.title)), each.id == chosen)
            for each in also.values()
            if each.kind == name
        ]
        if choices:
            filters.append(Filter(name, str(OFFERED_AS[name]), choices))
    return filters


def _offers(kind: str) -> list[str]:
    return [*OFFERED.get(kind, ()), *(["topic"] if kind in ABOUT_TOPICS else [])]


def _kept(kind: str, narrowing: Narrowing, also: dict[str, Published]) -> list[tuple[str, str]]:
    """What a list is narrowed to that its form does not offer, and must not lose."""
    offered = {name for name in _offers(kind) if any(each.kind == name for each in also.values())}
    return [(name, value) for name, value in narrowing.records.items() if name not in offered]


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
