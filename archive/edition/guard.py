"""Public requests read the edition, and the desk's login does not answer while they run."""

from collections.abc import Callable
from contextlib import ExitStack

from django.conf import settings
from django.db import connections
from django.http import HttpRequest, HttpResponse

DESK_ADDRESSES = (settings.DESK_PREFIX, "/admin")


class DeskTouched(RuntimeError):
    """Public code asked the desk's login for something: a mistake in the code, stopped here."""


def _refuse(execute, sql, params, many, context):
    raise DeskTouched("a public request may only read the edition, through the site's login")


class PublicRequests:
    """Middleware: shuts the desk's connection for every request that is not the desk's own.

    The site's login has no right outside the edition anyway; this catches the code that would
    reach for the other login while one process serves both.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not settings.SERVES_DESK or request.path_info.startswith(DESK_ADDRESSES):
            return self.get_response(request)
        with ExitStack() as shut:
            shut.enter_context(connections["default"].execute_wrapper(_refuse))
            return self.get_response(request)
