"""The desk's own middleware."""

import pghistory.middleware
from django.conf import settings
from django.http import HttpRequest, HttpResponse


class HistoryMiddleware(pghistory.middleware.HistoryMiddleware):
    """Notes who is at work beside every change of a desk table.

    The desk's pages tell their own address to the desk: without it a browser sends forms with
    "Origin: null", and the protection against forged requests refuses them.
    """

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = super().__call__(request)
        if request.path_info.startswith(settings.DESK_PREFIX):
            response.headers.setdefault("Referrer-Policy", "same-origin")
        return response
