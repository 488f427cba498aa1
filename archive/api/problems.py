"""What the API says when it cannot answer: one JSON document for every kind of trouble."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from django.http import HttpResponse

JSON = "application/json; charset=utf-8"
NOT_KEPT = "no-store"  # a record that is missing now may be public in a minute
METHODS = "GET, HEAD, OPTIONS"


class Problem(Exception):
    """A request that gets no answer. The message says what to do; `more` names what is wrong with it."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        *,
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ):
        super().__init__(message)
        self.status, self.headers = status, headers or {}
        self.error = {"code": code, "message": message} | more

    def response(self) -> HttpResponse:
        """`{"error": {"code": …, "message": …}}`, with the parameter and what it may be where it helps."""
        headers = {"Cache-Control": NOT_KEPT, **self.headers}
        body = orjson.dumps({"error": self.error})
        return HttpResponse(body, status=self.status, content_type=JSON, headers=headers)


def bad_parameter(code: str, parameter: str, message: str, **more: Any) -> Problem:
    """400: a parameter that cannot be understood."""
    return Problem(400, code, message, parameter=parameter, **more)


def unknown_parameter(parameter: str, allowed: list[str]) -> Problem:
    """400: a parameter that this address does not have. Never ignored: its list would be too long."""
    known = f"It takes: {', '.join(allowed)}." if allowed else "It takes none."
    message = f"There is no parameter “{parameter[:80]}” at this address. {known}"
    return bad_parameter("unknown_filter", parameter[:80], message, allowed=allowed)


def missing_parameter(parameter: str, message: str) -> Problem:
    """400: a parameter without which this address has no answer."""
    return bad_parameter("missing_parameter", parameter, message)


def unreadable() -> Problem:
    return Problem(400, "bad_request", "That request cannot be read. Send fewer parameters.")


def not_found(message: str) -> Problem:
    return Problem(404, "not_found", message)


def gone() -> Problem:
    """410: says that the record was public and is not any more, and nothing else about it."""
    return Problem(410, "withdrawn", "This record was public and has been withdrawn.")


def method_not_allowed() -> Problem:
    return Problem(
        405, "method_not_allowed", f"The API is read only. Use {METHODS}.", headers={"Allow": METHODS}
    )


def too_many_requests(wait: int) -> Problem:
    return Problem(
        429,
        "too_many_requests",
        f"Too many requests from this address. Go on in {wait} seconds.",
        headers={"Retry-After": str(wait)},
    )


def unavailable() -> Problem:
    return Problem(
        503,
        "unavailable",
        "The archive cannot answer now. Try again in a minute.",
        headers={"Retry-After": "60"},
    )


def server_error() -> Problem:
    return Problem(500, "server_error", "Something is wrong on our side. It has been written down.")
