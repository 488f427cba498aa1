"""The page of a person's or an organisation's connections: what public records say, and nothing beyond."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.translation import gettext as _

from archive.core.identifiers import read_identifier
from archive.edition.neighbours import BOUNDS, neighbours
from archive.edition.shapes import KIND_OF_PLURAL, SHAPES
from archive.pages.addresses import below, with_query
from archive.pages.connections.drawing import drawing
from archive.pages.connections.sentences import told
from archive.pages.details import missing
from archive.pages.page import Head, Shown, page
from archive.pages.reading import Published, read, records
from archive.pages.shown.texts import best, linked

KINDS = ("person", "organisation")


@page
def connections(request: HttpRequest, language: str, plural: str, identifier: str) -> HttpResponse:
    """Everybody close to one, or all that is said of the one and another. Three queries with the ledger's."""
    own = read_identifier(identifier)
    if own is None or KIND_OF_PLURAL[plural] not in KINDS:
        raise Http404
    record = read(records([own])).get(own)
    if record is None:
        return missing(request, own, language)
    if record.kind not in KINDS:
        raise Http404
    section = SHAPES[record.kind].plural
    path = f"{section}/{own}/connections/"
    if request.path != f"/{language}/{path}":
        return HttpResponsePermanentRedirect(below(language, path))
    only = read_identifier(request.GET.get("with", "")) or ""
    found = neighbours(own, only=only)
    named = {row[0]: Published.of(row) for row in found.rows}
    shown = told(found.ties, named)
    name = best(record.title)
    head = Head(
        language, path, f"{_('Connections')} · {name}",
        # not for search engines: it gathers what each record tells in its own place
        sample=any(each.sample for each in (record, *named.values())), indexed=False, section=section,
    )  # fmt: skip
    content = {
        "record": linked({"id": record.id, "kind": record.kind, "title": record.title}),
        "shown": [(each, with_query(below(language, path), **{"with": each.who.id})) for each in shown],
        "drawing": drawing(name, shown) if shown and not only else None,
        "of": found.of,
        "cut": found.cut,
        "bounds": BOUNDS,
        "only": only,
        "whole": below(language, path),
    }
    return Shown(head, "pages/connections.html", content).answer()
