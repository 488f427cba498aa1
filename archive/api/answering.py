"""The short way from a request to stored JSON: no content negotiation, no serializer, no session."""

from __future__ import annotations

import logging
from hashlib import blake2b
from typing import Any

from django.core import signals
from django.core.exceptions import SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from rest_framework.views import APIView

from archive.api import problems
from archive.api.problems import JSON, METHODS, Problem
from archive.api.throttling import throttle
from archive.edition.freshness import CACHE_CONTROL

logger = logging.getLogger(__name__)


class ApiView(APIView):
    """An address of the API. Subclasses answer GET; HEAD, OPTIONS and every trouble are answered here."""

    parameters: tuple[str, ...] = ()

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return self._answered(request, **kwargs)
        except Problem as problem:
            return problem.response()
        except SuspiciousOperation:
            return problems.unreadable().response()
        except (OperationalError, InterfaceError):
            logger.exception("the edition's database did not answer")
            return problems.unavailable().response()
        except Exception:
            signals.got_request_exception.send(sender=type(self), request=request)
            logger.exception("the API failed at %s", request.path)
            return problems.server_error().response()

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        raise NotImplementedError

    def head(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        """GET without its body. Left out, Django would tie each view and its request into a knot that
        only the garbage collector undoes: a tenth of the work of an answer."""
        return _head_of(self.get(request, **kwargs))

    def _answered(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        throttle(request)
        if request.method == "GET":
            return self.get(request, **kwargs)
        if request.method == "HEAD":
            return self.head(request, **kwargs)
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers={"Allow": METHODS})
        raise problems.method_not_allowed()

    def check_parameters(self, request: HttpRequest) -> None:
        """Refuses every parameter that this address does not know."""
        for name in request.GET if request.META.get("QUERY_STRING") else ():
            if name not in self.parameters:
                raise problems.unknown_parameter(name, sorted(self.parameters))


def unchanged(request: HttpRequest, etag: str) -> HttpResponse | None:
    """304 for who has this answer already."""
    if "HTTP_IF_NONE_MATCH" not in request.META:
        return None
    response = get_conditional_response(request, etag=etag)
    if not isinstance(response, HttpResponse) or response.status_code != 304:
        return None
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = CACHE_CONTROL
    return response


def answer(body: str | bytes, etag: str, *, content_type: str = JSON) -> HttpResponse:
    """200 with finished bytes. Whoever keeps them asks again before using them."""
    headers = {"ETag": etag, "Cache-Control": CACHE_CONTROL}
    return HttpResponse(body, content_type=content_type, headers=headers)


def answer_by_content(request: HttpRequest, body: str | bytes, *, content_type: str = JSON) -> HttpResponse:
    """An answer whose ETag is a digest of its bytes: it changes when they do, and only then."""
    content = body.encode() if isinstance(body, str) else body
    etag = f'"{blake2b(content, digest_size=16).hexdigest()}"'
    return unchanged(request, etag) or answer(content, etag, content_type=content_type)


def _head_of(response: HttpResponseBase) -> HttpResponseBase:
    if isinstance(response, HttpResponse) and response.status_code == 200:
        response.headers["Content-Length"] = str(len(response.content))
        response.content = b""
    return response
