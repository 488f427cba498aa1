"""Conditional requests, methods, other origins, limits, and troubles of our own."""

import gc
import logging

import pytest
from django.db import OperationalError
from django.test import RequestFactory
from django.urls import resolve

from archive.desk import review
from archive.edition import answers
from tests.api.conftest import Ask, ids, refusal
from tests.universe import Universe

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["", "schema/", "events/", "events/?limit=1&q=hearing", "events/{hearing}/"])
def test_an_unchanged_answer_is_304_without_a_body(world: Universe, ask: Ask, path):
    address = "/api/v1/" + path.format(hearing=world.hearing.identifier)
    first = ask(address)
    again = ask(address, If_None_Match=first.headers["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert "must-revalidate" in first.headers["Cache-Control"] == again.headers["Cache-Control"]
    assert ask(address, If_None_Match='"other"').status_code == 200
    assert ask(address, If_None_Match="W/" + first.headers["ETag"]).status_code == 304


def test_a_withdrawal_changes_every_answer_it_shows_in(world: Universe, ask: Ask):
    lists, record = ask("people/"), ask(f"events/{world.hearing.identifier}/")
    other = ask(f"places/{world.amaly.identifier}/")
    review.withdraw(world.leyla, by=world.ada, why="She asked for it.")
    assert ids(ask("people/", If_None_Match=lists.headers["ETag"])) == []
    changed = ask(f"events/{world.hearing.identifier}/", If_None_Match=record.headers["ETag"])
    assert "appearance" not in changed.json()["linked"]
    same = ask(f"places/{world.amaly.identifier}/", If_None_Match=other.headers["ETag"])
    assert same.status_code == 304


def test_a_list_and_a_filtered_list_carry_the_etag_of_the_edition(world: Universe, ask: Ask):
    etag = answers.etag()
    assert ask("events/").headers["ETag"] == etag == ask("events/", {"q": "hearing"}).headers["ETag"]


def test_head_says_how_long_the_answer_would_be(world: Universe, ask: Ask):
    full, head = ask("events/"), ask("events/", method="HEAD")
    assert head.content == b""
    assert head.headers["Content-Length"] == str(len(full.content))
    assert head.headers["ETag"] == full.headers["ETag"]


def test_options_say_that_the_api_is_read_only(ask: Ask):
    answer = ask("events/", method="OPTIONS")
    assert (answer.status_code, answer.headers["Allow"]) == (204, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW"])
def test_nothing_can_be_written(ask: Ask, method):
    answer = ask("events/", method=method)
    assert refusal(answer, 405)["code"] == "method_not_allowed"
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize(
    "path", ["/api/v1/nothing/", "/api/v2/events/", "/api/v1/events/a/b/c", "/api/v1/\0"]
)
def test_every_other_address_is_a_json_404(ask: Ask, path):
    assert "/api/v1/ lists what there is" in refusal(ask(path), 404)["message"]


def test_pages_of_any_origin_may_read(world: Universe, ask: Ask):
    for answer in (
        ask("events/", Origin="https://reader.example"),
        ask("x/", Origin="https://reader.example"),
    ):
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert "ETag" in answer.headers["Access-Control-Expose-Headers"]
        assert "Access-Control-Allow-Credentials" not in answer.headers
    asked = {"Origin": "https://reader.example", "Access-Control-Request-Method": "GET"}
    before = ask("events/", method="OPTIONS", **asked)
    assert before.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


def test_no_answer_sets_a_cookie(world: Universe, ask: Ask):
    for path in ("", "events/", f"events/{world.hearing.identifier}/", "schema/", "nothing/"):
        assert not ask(path).cookies


def test_who_asks_too_often_is_told_when_to_come_back(ask: Ask, settings):
    settings.API_RATE = "3/min"
    assert [ask().status_code for _ in range(4)] == [200, 200, 200, 429]
    answer = ask("nothing/")
    assert refusal(answer, 429)["code"] == "too_many_requests"
    assert 1 <= int(answer.headers["Retry-After"]) <= 60


def test_without_a_trusted_proxy_nobody_can_pretend_to_be_another(ask: Ask, settings):
    settings.API_RATE = "1/min"
    assert ask(X_Forwarded_For="198.51.100.1").status_code == 200
    assert ask(X_Forwarded_For="198.51.100.2").status_code == 429


def test_a_database_that_does_not_answer_is_a_503(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def broken(*args, **kwargs):
        raise OperationalError("secret words of the server")

    monkeypatch.setattr(answers, "a_list", broken)
    with caplog.at_level(logging.ERROR, logger="archive.api"):
        answer = ask("events/")
    assert refusal(answer, 503)["code"] == "unavailable"
    assert b"secret" not in answer.content
    assert answer.headers["Retry-After"] == "60"


def test_a_mistake_of_our_own_is_a_500_in_json(
    client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setattr(answers, "a_list", lambda *args, **kwargs: 1 / 0)
    client.raise_request_exception = False
    with caplog.at_level(logging.ERROR, logger="archive.api"):
        answer = client.get("/api/v1/events/")
    assert refusal(answer, 500)["code"] == "server_error"
    assert "division" not in answer.content.decode()


def test_an_answer_leaves_nothing_behind_for_the_garbage_collector(world: Universe, ask: Ask):
    """A view tied in a knot with its request costs every answer a tenth of its time."""
    request = RequestFactory().get("/api/v1/events/")
    view = resolve("/api/v1/events/").func
    view(request)
    gc.collect()
    view(request)
    assert gc.collect() == 0
