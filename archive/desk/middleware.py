"""The desk's own middleware."""

import pghistory.middleware
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase


class HistoryMiddleware(pghistory.middleware.HistoryMiddleware):
    """Notes who is at work beside every change of a desk table.

    Only at the desk: to ask who a reader is would look into a session, and no answer to a reader
    may depend on a cookie.
    """

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(settings.DESK_PREFIX):
            return self.get_response(request)
        return super().__call__(request)
