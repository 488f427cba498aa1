"""The addresses of the API: what there is, lists, and records one by one."""

from __future__ import annotations

from typing import Any

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve

from archive.api import problems
from archive.api.answering import ApiView, answer, answer_by_content, unchanged
from archive.api.asking import Asked
from archive.api.filters import facets_only, narrowed
from archive.api.schema.operations import DetailSchema, ListSchema, RootSchema
from archive.core.identifiers import read_identifier
from archive.edition import answers, ledger
from archive.edition.models import Act, Record
from archive.edition.models.record import RecordQuerySet
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
                "address": address_of(shape),
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
                    "documentation": f"{settings.ARCHIVE_URL}{ROOT}docs/",
                    "schema": f"{settings.ARCHIVE_URL}{ROOT}schema/",
                }
            ),
        )


class RecordList(ApiView):
    """Everything public of one kind, a page at a time: stored answers, joined."""

    schema = ListSchema()
    shape: type[Shape] = Shape

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        asked = Asked.read(request, self.shape)
        if "HTTP_IF_NONE_MATCH" in request.META and (response := unchanged(request, answers.etag())):
            return response
        page: dict[str, Any] = {"after": asked.after, "size": asked.size, "descending": asked.descending}
        facets = facets_only(self.shape, asked.filters)
        if facets is not None and not asked.counted:
            return self.listed(answers.a_list(self.shape.kind, facets, **page), asked)
        records = narrowed(Record.in_api.of_kind(self.shape.kind), self.shape, asked.filters)
        listed = answers.a_search(records, **page)  # takes its ETag before anything is counted
        return self.listed(listed, asked, _counted(records) if asked.counted else b"")

    def listed(self, listed: answers.Listed, asked: Asked, count: bytes = b"") -> HttpResponseBase:
        """The answers of a page, joined, and the address of the next one."""
        page, etag = listed
        results = b",".join([row[0] for row in page.rows])
        if page.next is None:
            return answer(b'{"results":[%s],"next":null%s}' % (results, count), etag)
        words = f"{asked.kept}&after={page.next}" if asked.kept else f"after={page.next}"
        address = f"{address_of(self.shape)}?{words}"
        response = answer(b'{"results":[%s],"next":"%s"%s}' % (results, address.encode(), count), etag)
        response.headers["Link"] = f'<{address}>; rel="next"'
        return response


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


def address_of(shape: type[Shape]) -> str:
    """Where the list of a kind begins."""
    return f"{settings.ARCHIVE_URL}{ROOT}{shape.plural}/"


def first_line(shape: type[Shape]) -> str:
    """What a kind is, in one sentence."""
    return (shape.__doc__ or "").strip().splitlines()[0]


def _counted(records: RecordQuerySet) -> bytes:
    found = records.order_by()[: MOST_COUNTED + 1].count()
    exact = b"true" if found <= MOST_COUNTED else b"false"
    return b',"count":%d,"count_is_exact":%s' % (min(found, MOST_COUNTED), exact)


def _missing(identifier: str) -> problems.Problem:
    """Why there is no such record in this list: it never was there, or it was withdrawn or has closed."""
    last = ledger.last_act(identifier, using="public")
    if last is None:
        return problems.not_found("There is no public record with this identifier.")
    kinds = Record.in_api.filter(pk=identifier).values_list("kind", flat=True)
    if last == Act.PUBLISH and (kind := kinds.first()):
        return problems.not_found(f"This is the identifier of a {kind}: see {ROOT}{SHAPES[kind].plural}/.")
    return problems.gone()


def _leads_somewhere(path: str) -> bool:
    try:
        return getattr(resolve(path).func, "cls", None) is not Nothing
    except Resolver404:
        return False
