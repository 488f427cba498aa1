"""The addresses of the API: what there is, lists, and records one by one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve

from archive.api import problems
from archive.api.answering import ApiView, answer, answer_by_content, unchanged
from archive.api.asking import Asked, offered_of
from archive.api.filters import facets_only, in_words, narrowed
from archive.api.schema.operations import DetailSchema, ListSchema, RootSchema
from archive.core.identifiers import read_identifier
from archive.edition import answers, ledger
from archive.edition.models import Act, Record
from archive.edition.models.record import RecordQuerySet
from archive.edition.shapes import SHAPES, Shape
from archive.edition.vocabulary import Output

ROOT = "/api/v1/"
PASSAGES = f"{ROOT}passages/"
SEARCH = f"{ROOT}search/"
FILES = "/files/"  # where the pages give out public copies of recordings and pictures
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
                    "passages": f"{settings.ARCHIVE_URL}{PASSAGES}?testimony={{testimony}}",
                    "search": f"{settings.ARCHIVE_URL}{SEARCH}?q={{q}}",
                    "files": f"{settings.ARCHIVE_URL}{FILES}{{name}}",
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
        asked = Asked.read(request, offered_of(self.shape))
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
        following = next_address(address_of(self.shape), asked, page.next)
        body = page_body([row[0] for row in page.rows], following, count)
        return naming_next(answer(body, etag), following)


class Detail(ApiView):
    """One thing by its identifier, however that was typed."""

    plural = ""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        self.check_parameters(request)
        typed = kwargs["identifier"]
        identifier = identified(typed)
        if identifier != typed:
            return HttpResponsePermanentRedirect(f"{ROOT}{self.plural}/{identifier}/", preserve_request=True)
        body = self.body(identifier)
        if body is None:
            raise missing(identifier)
        return answer_by_content(request, body)

    def body(self, identifier: str) -> bytes | None:
        """Its finished answer; None where it is not there."""
        raise NotImplementedError


class RecordDetail(Detail):
    """One public record: its stored answer."""

    schema = DetailSchema()
    shape: type[Shape] = Shape

    def body(self, identifier: str) -> bytes | None:
        return answers.one(self.shape.kind, identifier)


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


def identified(typed: str) -> str:
    """The identifier in an address, in its true spelling; raises the 404 that says what is wrong with it."""
    if identifier := read_identifier(typed):
        return identifier
    raise problems.not_found(
        "That is not an identifier of this archive: they are eleven signs, the last a check sign."
    )


def missing(identifier: str) -> problems.Problem:
    """Why there is no such record in this list: it was never given out, or was withdrawn or has closed.

    What may be seen on the pages only is answered as if it had never been there.
    """
    last = ledger.last_act(identifier, using="public")
    found = answers.ways_of(identifier) if last == Act.PUBLISH else None
    if found and Output.API in found[1]:
        kind = in_words(found[0])
        plural = SHAPES[found[0]].plural
        return problems.not_found(f"This is the identifier of a {kind}: see {ROOT}{plural}/.")
    if found or last is None:
        return problems.not_found("The API has no record with this identifier.")
    return problems.gone()


def next_address(address: str, asked: Asked, after: str | None) -> str | None:
    """Where a list goes on; None at its end."""
    if after is None:
        return None
    return f"{address}?{asked.kept}&after={after}" if asked.kept else f"{address}?after={after}"


def page_body(results: Iterable[bytes], following: str | None, count: bytes = b"") -> bytes:
    """The JSON of a page of a list, from finished answers."""
    after = b'"%s"' % following.encode() if following else b"null"
    return b'{"results":[%s],"next":%s%s}' % (b",".join(results), after, count)


def naming_next(response: HttpResponse, following: str | None) -> HttpResponse:
    """The same answer with the next page's address in its headers."""
    if following and response.status_code == 200:
        response.headers["Link"] = f'<{following}>; rel="next"'
    return response


def _leads_somewhere(path: str) -> bool:
    try:
        return getattr(resolve(path).func, "cls", None) is not Nothing
    except Resolver404:
        return False
