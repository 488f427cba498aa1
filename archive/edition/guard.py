"""Public requests read the edition, and the desk's login does not answer while they run."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import cast

from django.conf import settings
from django.db import connections
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse

DESK_ADDRESSES = (settings.DESK_PREFIX, "/admin/")


class DeskTouched(RuntimeError):
    """Public code asked the desk's login for something: a mistake in the code, stopped here."""


def _refuse(execute, sql, params, many, context):
    raise DeskTouched("a public request may only read the edition, through the site's login")


def desk_is_shut() -> AbstractContextManager[None]:
    """While this is open, whatever is asked of the desk's login is refused."""
    return connections["default"].execute_wrapper(_refuse)


class PublicRequests:
    """Middleware: shuts the desk's connection for every request that is not the desk's own.

    The site's login has no right outside the edition anyway; this catches the code that would
    reach for the other login while one process serves both.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not settings.SERVES_DESK or request.path_info.startswith(DESK_ADDRESSES):
            return self.get_response(request)
        request.META.pop("HTTP_COOKIE", None)  # readers have no sessions: nobody is known here by a cookie
        with desk_is_shut():
            response = self.get_response(request)
        if isinstance(response, StreamingHttpResponse) and not response.is_async:
            chunks = cast(Iterator[bytes], response.streaming_content)
            response.streaming_content = _sent_with_the_desk_shut(chunks)
        return response


def _sent_with_the_desk_shut(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """What is made while it is sent is made after the middleware has ended, so it is guarded here."""
    pieces = iter(chunks)
    while True:
        with desk_is_shut():
            chunk = next(pieces, None)
        if chunk is None:
            return
        yield chunk
