"""One process may serve both, but a public request never gets to the desk's login."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connections
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory

from archive.edition.guard import DeskTouched, PublicRequests

pytestmark = pytest.mark.django_db


def touch_the_desk() -> str:
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT 'from the desk'")
        return cursor.fetchone()[0]


def at_once(request: HttpRequest) -> HttpResponse:
    return HttpResponse(touch_the_desk())


def while_sending(request: HttpRequest) -> StreamingHttpResponse:
    def pieces() -> Iterator[str]:
        yield "first "
        yield touch_the_desk()

    return StreamingHttpResponse(pieces())


@pytest.mark.parametrize("path", ["/", "/en/events/", "/api/v1/", "/administrators/", "/admin", "/desk"])
def test_a_public_request_cannot_touch_the_desk(path: str):
    with pytest.raises(DeskTouched):
        PublicRequests(at_once)(RequestFactory().get(path))


def test_nor_can_what_it_sends_bit_by_bit():
    response = PublicRequests(while_sending)(RequestFactory().get("/dump"))
    assert isinstance(response, StreamingHttpResponse)
    with pytest.raises(DeskTouched):
        b"".join(response)


def test_between_two_pieces_the_desk_works_on():
    response = PublicRequests(while_sending)(RequestFactory().get("/dump"))
    pieces = iter(response)  # type: ignore[call-overload]
    assert next(pieces) == b"first "
    assert touch_the_desk() == "from the desk"
    with pytest.raises(DeskTouched):
        next(pieces)


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_a_cookie_of_the_desk_means_nothing_on_a_public_address(method: str):
    answer = Client().generic(method, "/healthz", HTTP_COOKIE="desk=abcdefgh12345678; desk_csrf=a")
    assert answer.status_code in {200, 403, 405}
    assert "Set-Cookie" not in answer.headers


def test_the_desk_itself_reads_its_own_tables():
    response = PublicRequests(at_once)(RequestFactory().get("/desk/events/"))
    assert response.content == b"from the desk"  # type: ignore[attr-defined]
