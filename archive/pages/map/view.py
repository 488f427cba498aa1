"""The map: where the places are that public records lead to, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext_lazy as _

from archive.core.identifiers import read_identifier
from archive.edition.by_place import led_to
from archive.edition.models import Record
from archive.edition.shapes import SHAPES
from archive.pages.addresses import below, with_query
from archive.pages.map.clusters import MOST_ZOOM, Cluster, Spot, View, clusters, radius
from archive.pages.map.sheets import SHEETS, WIDTH, WORLD
from archive.pages.page import Head, Shown, page
from archive.pages.reading import COLUMNS, Published
from archive.pages.shown.texts import all_linked, linked
from archive.pages.shown.texts import year as in_digits

MOST_PLACES, MOST_ROWS = 10_000, 50
LEADING = {
    "event": _("Events"),
    "statement": _("Statements made there"),
    "testimony": _("Testimonies"),
    "victim": _("Victims"),
}
NAME, NUMBER = "name", "number"


@dataclass(frozen=True)
class Asked:
    """What a reader asked the map for. What cannot be understood is left out, never guessed."""

    sheet: str = WORLD.name
    near: str = ""
    zoom: int = 0
    kind: str = ""
    year: int | None = None
    order: str = NUMBER

    @classmethod
    def of(cls, query: QueryDict) -> Asked:
        sheet, kind, zoom = query.get("at", ""), query.get("kind", ""), query.get("zoom", "")
        near = read_identifier(query.get("near", "")[:40]) or ""
        return cls(
            sheet=sheet if sheet in SHEETS else WORLD.name,
            near=near,
            zoom=int(zoom) if near and zoom in {str(each + 1) for each in range(MOST_ZOOM)} else 0,
            kind=kind if kind in LEADING else "",
            year=_year(query.get("year", "")),
            order=NAME if query.get("order") == NAME else NUMBER,
        )

    def address(self, language: str, **other: Any) -> str:
        """The map as it was asked for, but for what is said otherwise."""
        said = {"at": self.sheet if self.sheet != WORLD.name else "", "near": self.near,
                "zoom": str(self.zoom or ""), "kind": self.kind, "year": str(self.year or ""),
                "order": self.order if self.order != NUMBER else ""} | other  # fmt: skip
        return with_query(below(language, "map/"), **said)


@page
def map_page(request: HttpRequest, language: str) -> HttpResponse:
    """The world or one of its regions, with a mark wherever public records lead."""
    asked = Asked.of(request.GET)
    spots, bounded = _spots(asked)
    placed = [each for each in spots if each.where]
    view = _view(asked, placed)
    shown = [(spot, point) for spot in placed if (point := view.at(spot))]
    found = clusters(shown)
    most = max((each.total for each in found), default=0)
    in_view = [spot for spot, _point in shown]
    without = _ordered((each for each in spots if not each.where), asked.order)
    head = Head(
        language, "map/", str(_("Map")), str(_("The places that public records lead to.")),
        sample=any(each.sample for each in [*in_view, *without[:MOST_ROWS]]),
        indexed=asked == Asked(), section="map",
    )  # fmt: skip
    content = {
        "asked": asked,
        "view": view,
        "width": WIDTH,
        "marks": [_mark(each, most, asked, view, language) for each in found],
        "sheets": _sheets(asked, placed, language),
        "closer": view.zoom,
        "whole": asked.address(language, near="", zoom=""),
        "kinds": [(kind, name, kind == asked.kind) for kind, name in LEADING.items()],
        "columns": [name for kind, name in LEADING.items() if asked.kind in ("", kind)],
        "rows": [_row(each, asked, language) for each in _ordered(in_view, asked.order)[:MOST_ROWS]],
        "without": [_row(each, asked, language) for each in without[:MOST_ROWS]],
        "more": len(in_view) > MOST_ROWS,
        "more_without": len(without) > MOST_ROWS,
        "many": len(in_view),
        "bounded": bounded,
        "other_order": asked.address(language, order="" if asked.order == NAME else NAME) + "#places",
        "narrowed": bool(asked.kind or asked.year),
        "year": in_digits(asked.year) if asked.year else "",
        "address": below(language, "map/"),
    }
    return Shown(head, "pages/map.html", content).answer()


def _spots(asked: Asked) -> tuple[list[Spot], bool]:
    """Every public place, as far as the map goes; and whether there are further ones. Two queries."""
    counts = led_to(year=asked.year)
    rows = Record.on_pages.of_kind("place").order_by("id").values_list(*COLUMNS)[: MOST_PLACES + 1]
    spots = [_spot(Published.of(row), counts.get(row[0], {}), asked.kind) for row in rows]
    if asked.kind or asked.year:
        spots = [each for each in spots if each.total]
    return spots[:MOST_PLACES], len(spots) > MOST_PLACES


def _spot(place: Published, counts: Any, kind: str) -> Spot:
    facts = place.facts
    try:
        where = float(facts["latitude"]), float(facts["longitude"])
    except ValueError:
        where = None
    return Spot(
        id=place.id,
        link=linked({"id": place.id, "kind": "place", "title": place.title}),
        within=all_linked(place.linked("parent")),
        where=where,
        counts={each: counts.get(each, 0) for each in LEADING if kind in ("", each)},
        sample=place.sample,
    )


def _view(asked: Asked, placed: list[Spot]) -> View:
    view = View.whole(SHEETS[asked.sheet])
    near = next((each for each in placed if asked.zoom and each.id == asked.near), None)
    middle = view.at(near) if near else None
    return View(view.sheet, middle, asked.zoom) if middle else view


def _mark(cluster: Cluster, most: int, asked: Asked, view: View, language: str) -> dict[str, Any]:
    """A mark for the template. It leads to its place, or closer to where its places stand apart."""
    if len(cluster.spots) == 1:
        href = cluster.first.link.href
    elif view.zoom < MOST_ZOOM:
        href = asked.address(language, near=cluster.first.id, zoom=str(view.zoom + 1))
    else:
        href = "#places"
    return {
        "href": href, "x": cluster.x, "y": cluster.y, "r": radius(cluster.total, most),
        "total": cluster.total, "name": cluster.first.link.title, "others": len(cluster.spots) - 1,
        "sample": cluster.sample,
    }  # fmt: skip


def _sheets(asked: Asked, placed: list[Spot], language: str) -> list[tuple[str, str, int, bool]]:
    """The regions in which there is a place: what they are called, where they are, how many places."""
    found = []
    for sheet in SHEETS.values():
        whole = View.whole(sheet)
        many = sum(1 for each in placed if whole.at(each))
        if many or sheet is WORLD:
            href = asked.address(language, at="" if sheet is WORLD else sheet.name, near="", zoom="")
            found.append((str(sheet.title), href, many, sheet.name == asked.sheet))
    return found


def _ordered(spots: Iterable[Spot], order: str) -> list[Spot]:
    if order == NAME:
        return sorted(spots, key=lambda each: str(each.link.title).casefold())
    return sorted(spots, key=lambda each: (-each.total, str(each.link.title).casefold()))


def _row(spot: Spot, asked: Asked, language: str) -> dict[str, Any]:
    """A line of the table. A number leads to the list that it counts, where that list can be narrowed so."""
    cells = []
    for kind, n in spot.counts.items():
        year = {"year": str(asked.year)} if asked.year else {}
        leads = n and kind != "statement"  # statements lead to a place by way of their event
        address = below(language, f"{SHAPES[kind].plural}/")
        cells.append((n, with_query(address, place=spot.id, **year) if leads else ""))
    return {"place": spot.link, "within": spot.within, "cells": cells, "sample": spot.sample}


def _year(words: str) -> int | None:
    """A year as a reader types it, in the digits of any language."""
    words = words.strip()
    return int(words) if len(words) <= 4 and words.isdecimal() and int(words) else None
