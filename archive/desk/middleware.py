"""The desk's own middleware."""

import pghistory.middleware
from django.conf import settings
from django.http import HttpRequest, HttpResponse


class HistoryMiddleware(pghistory.middleware.HistoryMiddleware):
    """Notes who is at work beside every change of a desk table.

    Only at the desk: to ask who a reader is would look into a session, and no answer to a reader
    may depend on a cookie. The desk's pages tell their own address to the desk: without it a browser
    sends forms with "Origin: null", and the protection against forged requests refuses them.
    """

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(settings.DESK_PREFIX):
            return self.get_response(request)
        response = super().__call__(request)
        response.headers.setdefault("Referrer-Policy", "same-origin")
        return response
