"""The lists: every public record of one kind, searched, narrowed, ordered and turned page by page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from archive.edition import names
from archive.edition.counts import BOUND, Counted, counted
from archive.edition.models import Record
from archive.edition.orders import NAME, NEWEST, OLDEST, RECENT, order_of, orders_of, page_in_order
from archive.edition.paging import BadCursor, Cursor, Page
from archive.edition.search.query import Asked
from archive.edition.shapes import KIND_OF_PLURAL, SHAPES
from archive.edition.vocabulary import Output
from archive.pages import facets
from archive.pages.addresses import absolute, below
from archive.pages.asked import CALENDAR, asked
from archive.pages.filters import OFFERED, Narrowing
from archive.pages.list_ways import list_ways
from archive.pages.memorial import under_letters
from archive.pages.page import Head, Shown, page
from archive.pages.reading import COLUMNS, WHOLE_COLUMNS, Published, records
from archive.pages.shown.hits import why
from archive.pages.shown.rows import rows
from archive.pages.shown.said import said
from archive.pages.shown.texts import Text

PAGE_SIZE = 30
NAMES_ON_A_PAGE = 120
LETTERS_FROM = 30  # names from which an index of letters helps; the memorial list always has one
MOST_NAMED = 6
CHOOSE = "choose"

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
ORDERS = {
    NEWEST: _("newest first"),
    OLDEST: _("oldest first"),
    NAME: _("by name"),
    RECENT: _("newly published first"),
}


@page
def listing(request: HttpRequest, language: str, plural: str) -> HttpResponse:
    """One page of the list of a kind. Three queries with the ledger's."""
    kind = KIND_OF_PLURAL[plural]
    narrowing = Narrowing.of(kind, request.GET, language)
    try:
        found, after = _found(narrowing, request.GET.get("after", ""))
    except BadCursor:
        return HttpResponseRedirect(address_of_list(narrowing))
    choosing = request.GET.get(CHOOSE, "") if request.GET.get(CHOOSE, "") in OFFERED[kind] else ""
    shown = [Published.of(row) for row in found.rows]
    alike = _alike(narrowing) if not shown else []
    tallies, also = _counted(narrowing, shown, choosing) if not alike else (Counted(), {})
    title, about = TITLES[kind]
    head = Head(
        language=language,
        path=f"{plural}/",
        title=str(title),
        description=str(about),
        sample=any(each.sample for each in shown),
        indexed=not (narrowing or narrowing.order or choosing or after),
        section=plural,
    )
    content = {
        "kind": kind,
        "about": about,
        "narrowing": narrowing,
        "dated": SHAPES[kind].dated,
        "hidden": _hidden(narrowing),
        "address": below(language, f"{plural}/"),
        "narrowed": bool(narrowing),
        "chosen": list(facets.chosen(narrowing, also, address_of_list)),
        "date": _date(narrowing),
        "counted": tallies,
        "bound": BOUND,
        "facets": facets.facets(narrowing, tallies, address_of_list),
        "choosing": choosing and facets.every_choice(choosing, narrowing, tallies, address_of_list),
        "letters": _letters(narrowing, tallies),
        "orders": _orders(narrowing),
        "hits": [why(record, Asked.of(narrowing.words)) for record in shown] if narrowing.words else [],
        "alike": alike,
        "rows": [] if narrowing.words else _rows(kind, shown, also, language),
        "next": _neighbour(narrowing, found.next),
        "previous": _neighbour(narrowing, found.previous),
        "keep": absolute(address_of_list(narrowing)),
        "whole": address_of_list(narrowing),
        "ways": list_ways(narrowing),
    }
    return Shown(head, "pages/list.html", content).answer()


def address_of_list(narrowing: Narrowing, **more: str) -> str:
    """The address of a list narrowed so, in the calendar asked for; the same list always has the same."""
    said = [*narrowing.parameters, ("order", narrowing.order), (CALENDAR, asked().calendar), *more.items()]
    query = urlencode([(name, value) for name, value in said if value])
    path = below(narrowing.language, f"{SHAPES[narrowing.kind].plural}/")
    return f"{path}?{query}" if query else path


def _found(narrowing: Narrowing, place: str) -> tuple[Page, Cursor | None]:
    """A page of the list, and the place it begins at. One query; raises BadCursor."""
    after = Cursor.decode(place) if place else None
    kind = narrowing.kind
    order = order_of(kind, narrowing.order or orders_of(kind)[0], narrowing.language)
    asked_for = narrowing.narrowed(Record.on_pages.of_kind(kind))
    size = NAMES_ON_A_PAGE if kind == "victim" else PAGE_SIZE
    columns = WHOLE_COLUMNS if narrowing.words else COLUMNS  # words may stand in what a row leaves out
    return page_in_order(asked_for, columns, order, after=after, size=size), after


def _alike(narrowing: Narrowing) -> list[tuple[str, Text]]:
    """Where words alone were asked for, and nothing holds them: the names that are like them. One query."""
    words = Asked.of(narrowing.words).plain
    if not words or len(narrowing.parameters) > 1:
        return []
    kind = narrowing.kind
    found = names.find(words, output=Output.WEB.value, kinds=[kind], most=MOST_NAMED)
    return [
        (below(narrowing.language, f"{SHAPES[kind].plural}/{each.record}"), Text(each.text, each.language))
        for each in found
    ]


def _counted(
    narrowing: Narrowing, shown: list[Published], choosing: str
) -> tuple[Counted, dict[str, Published]]:
    """In one query: what the list holds, what it is narrowed to, and what is read out in it."""
    kind = narrowing.kind
    wanted = {value for _name, value in narrowing.facets}
    wanted |= {link["id"] for each in shown for link in each.linked("quotes")}
    tallies, rows_also = counted(
        kind,
        facets.wanted(kind, narrowing.language, every=choosing),
        output=Output.WEB,
        narrowed=narrowing.narrowed(Record.on_pages.of_kind(kind)) if narrowing else None,
        also=records(sorted(wanted)) if wanted else None,
    )
    return tallies, {row[0]: Published.of(row) for row in rows_also}


def _rows(kind: str, shown: list[Published], also: dict[str, Published], language: str) -> list[Any]:
    if kind == "statement":
        return [said(record, also) for record in shown]
    return under_letters(shown, language) if kind == "victim" else rows(shown)


def _hidden(narrowing: Narrowing) -> list[tuple[str, str]]:
    """What the list's form must not lose of an address."""
    kept = [(name, value) for name, value in narrowing.parameters if name not in ("q", "date")]
    return [*kept, *(each for each in (("order", narrowing.order), (CALENDAR, asked().calendar)) if each[1])]


@dataclass(frozen=True)
class DateHere:
    """How the reader's date was understood, and the list under its other readings."""

    words: str
    days: str
    calendar: str
    otherwise: list[tuple[str, str]]


def _date(narrowing: Narrowing) -> DateHere | None:
    if not (date := narrowing.told):
        return None
    others = [(name, address_of_list(replace(narrowing, date=words))) for name, words in date.otherwise]
    return DateHere(date.words, date.days, date.calendar, others)


def _letters(narrowing: Narrowing, tallies: Counted) -> list[facets.Choice]:
    """The index of letters: of the memorial list, and of every list of names that is long."""
    if SHAPES[narrowing.kind].dated or narrowing.letter:
        return []
    if narrowing.kind != "victim" and tallies.total < LETTERS_FROM:
        return []
    return facets.letters(narrowing, tallies, address_of_list)


def _orders(narrowing: Narrowing) -> list[tuple[str, str]]:
    """What the list can be ordered by, each with its address; "" for the order it has."""
    names = orders_of(narrowing.kind)
    here = narrowing.order or names[0]
    ways = {
        name: address_of_list(replace(narrowing, order="" if name == names[0] else name)) for name in names
    }
    return [(str(ORDERS[name]), "" if name == here else way) for name, way in ways.items()]


def _neighbour(narrowing: Narrowing, cursor: str | None) -> str:
    return address_of_list(narrowing, after=cursor) if cursor else ""
