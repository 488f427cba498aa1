"""The addresses of the API: what there is, lists, and records one by one."""

from __future__ import annotations

from typing import Any

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve
from django.utils.http import urlencode

from archive.api import problems
from archive.api.answering import ApiView, answer, answer_by_content, unchanged
from archive.api.asking import Asked
from archive.api.filters import narrowed
from archive.api.schema.operations import DetailSchema, ListSchema, RootSchema
from archive.core.identifiers import read_identifier
from archive.edition import answers, ledger
from archive.edition.models import Act, Record
from archive.edition.models.record import ANSWER, RecordQuerySet
from archive.edition.paging import Page, page_of
from archive.edition.shapes import SHAPES, Shape

ROOT = "/api/v1/"
MOST_COUNTED = 1000  # counting further costs more than the answer


class Root(ApiView):
    """What this archive offers to programs."""

    schema = RootSchema()

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        self.check_parameters(request)
        lists = [
            {
                "kind": shape.kind,
                "address": request.build_absolute_uri(f"{ROOT}{shape.plural}/"),
                "description": first_line(shape),
            }
            for shape in SHAPES.values()
        ]
        return answer_by_content(
            request,
            orjson.dumps(
                {
                    "name": settings.ARCHIVE_NAME,
                    "contact": settings.ARCHIVE_CONTACT,
                    "lists": lists,
                    "documentation": request.build_absolute_uri(f"{ROOT}docs/"),
                    "schema": request.build_absolute_uri(f"{ROOT}schema/"),
                }
            ),
        )


class RecordList(ApiView):
    """Everything public of one kind, a page at a time: stored answers, joined."""

    schema = ListSchema()
    shape: type[Shape] = Shape

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        asked = Asked.read(request.GET, self.shape)
        if "HTTP_IF_NONE_MATCH" in request.META and (response := unchanged(request, answers.etag())):
            return response
        page: dict[str, Any] = {"after": asked.after, "size": asked.size, "descending": asked.descending}
        if not (asked.filters or asked.counted):
            return _listed(request, *answers.whole_list(self.shape.kind, **page))
        etag = answers.etag()
        records = narrowed(Record.public.of_kind(self.shape.kind), self.shape, asked.filters)
        count = _counted(records) if asked.counted else ""
        return _listed(request, page_of(records, [ANSWER], **page), etag, count)


class RecordDetail(ApiView):
    """One public record: its stored answer."""

    schema = DetailSchema()
    shape: type[Shape] = Shape

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        self.check_parameters(request)
        typed = kwargs["identifier"]
        identifier = read_identifier(typed)
        if identifier is None:
            raise problems.not_found(
                "That is not an identifier of this archive: they are eleven signs, the last a check sign."
            )
        if identifier != typed:
            address = f"{ROOT}{self.shape.plural}/{identifier}/"
            return HttpResponsePermanentRedirect(address, preserve_request=True)
        body = answers.one(self.shape.kind, identifier)
        if body is None:
            raise _missing(identifier)
        return answer_by_content(request, body)


class Nothing(ApiView):
    """Every other address below /api/: says so in JSON, or leads to the address that was meant."""

    schema = None

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        meant = ROOT if request.path == "/api/" else request.path + "/"
        if _leads_somewhere(meant):
            words = request.META.get("QUERY_STRING", "")
            address = f"{meant}?{words}" if words else meant
            return HttpResponsePermanentRedirect(address, preserve_request=True)
        raise problems.not_found(f"There is nothing at this address. {ROOT} lists what there is.")


def first_line(shape: type[Shape]) -> str:
    """What a kind is, in one sentence."""
    return (shape.__doc__ or "").strip().splitlines()[0]


def _listed(request: HttpRequest, page: Page, etag: str, count: str = "") -> HttpResponseBase:
    results = ",".join([row[0] for row in page.rows])
    if page.next is None:
        return answer(f'{{"results":[{results}],"next":null{count}}}', etag)
    words = [(name, value) for name, values in request.GET.lists() for value in values if name != "after"]
    address = request.build_absolute_uri(f"{request.path}?{urlencode([*words, ('after', page.next)])}")
    response = answer(f'{{"results":[{results}],"next":"{address}"{count}}}', etag)
    response.headers["Link"] = f'<{address}>; rel="next"'
    return response


def _counted(records: RecordQuerySet) -> str:
    found = records.order_by()[: MOST_COUNTED + 1].count()
    exact = "true" if found <= MOST_COUNTED else "false"
    return f',"count":{min(found, MOST_COUNTED)},"count_is_exact":{exact}'


def _missing(identifier: str) -> problems.Problem:
    """Why there is no such record in this list: it never was there, or it was withdrawn or has closed."""
    last = ledger.last_act(identifier, using="public")
    if last is None:
        return problems.not_found("There is no public record with this identifier.")
    kinds = Record.public.filter(pk=identifier).values_list("kind", flat=True)
    if last == Act.PUBLISH and (kind := kinds.first()):
        return problems.not_found(f"This is the identifier of a {kind}: see {ROOT}{SHAPES[kind].plural}/.")
    return problems.gone()


def _leads_somewhere(path: str) -> bool:
    try:
        return getattr(resolve(path).func, "cls", None) is not Nothing
    except Resolver404:
        return False
