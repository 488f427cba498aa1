"""The page of one record, and what is answered where there is none."""

from __future__ import annotations

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from archive.core.identifiers import read_identifier
from archive.edition import ledger
from archive.edition.models import record_path
from archive.edition.shapes import KIND_OF_PLURAL
from archive.pages.addresses import below, best_language
from archive.pages.errors import gone
from archive.pages.kinds import KIND_PAGES
from archive.pages.page import Head, Shown, beginning, page
from archive.pages.reading import Published, read, record_and_related
from archive.pages.shown.sections import Telling
from archive.pages.shown.texts import best, list_of
from archive.pages.shown.warnings import warned


@page
def detail(
    request: HttpRequest, language: str, plural: str, identifier: str, words: str = ""
) -> HttpResponse:
    """A record at its canonical address; any other address of it leads there."""
    true_identifier = read_identifier(identifier)
    if true_identifier is None:
        raise Http404
    kind = KIND_OF_PLURAL[plural]
    kind_page = KIND_PAGES[kind]
    record, related = record_and_related(true_identifier, kind, kind_page.limits)
    if record is None:
        return missing(request, true_identifier, language)
    path = record_path(record.kind, record.id, record.title)
    if request.path != _decoded(language, path):
        return HttpResponsePermanentRedirect(below(language, path))
    telling = Telling(record, related, read(*kind_page.also(record, related)), request.GET)
    return Shown(
        _head(telling, language, path), kind_page.template, {"record": record, **kind_page.tell(telling)}
    ).answer()


@require_safe
def in_best_language(request: HttpRequest, plural: str, identifier: str) -> HttpResponse:
    """An address without a language leads to the reader's own."""
    answer = HttpResponseRedirect(below(best_language(request), f"{plural}/{identifier}"))
    patch_vary_headers(answer, ["Accept-Language"])
    return answer


def _decoded(language: str, path: str) -> str:
    return f"/{language}/{path}"


def missing(request: HttpRequest, identifier: str, language: str) -> HttpResponse:
    """410 for what was public once (withdrawn, or its consent has ended), 404 for what never was."""
    if not identifier or ledger.last_act(identifier, using="public") is None:
        raise Http404
    return gone(language)


def _head(telling: Telling, language: str, path: str) -> Head:
    record = telling.record
    shown = (record, *telling.related, *telling.also.values())
    return Head(
        language=language,
        path=path,
        title=str(best(record.title)),
        description=_description(record),
        sample=any(each.sample for each in shown),
        section=path.split("/", 1)[0],
    )


def _description(record: Published) -> str:
    facts = record.facts
    told = facts.get("summary") or facts.get("description") or facts.get("scope_note") or record.title
    words = facts["text"] if record.kind == "statement" else str(best(told))
    if warnings := [each.name for each in warned(facts.get("warnings", ()))]:
        words = " ".join((_("Content warning:"), f"{list_of(warnings)}. {words}"))
    return beginning(words)
