from datetime import UTC, datetime

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from archive.desk import review
from archive.edition import freshness
from archive.edition.freshness import etag, fresh

pytestmark = pytest.mark.django_db


@fresh
def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("as it stands")


def asked(**headers: str) -> HttpResponse:
    return page(RequestFactory().get("/", headers=headers))


def test_an_unchanged_answer_is_not_sent_again(world):
    first = asked()
    assert first.status_code == 200
    again = asked(if_none_match=first["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    assert again["Cache-Control"] == first["Cache-Control"] == "public, max-age=0, must-revalidate"


def test_a_withdrawal_makes_every_answer_new(world):
    before = asked()["ETag"]
    review.withdraw(world.quote, by=world.ada, why="She asked for it.")
    assert asked(if_none_match=before).status_code == 200


def test_a_new_day_and_new_code_make_every_answer_new(world, monkeypatch):
    before = etag()
    monkeypatch.setattr(freshness, "code_version", lambda: "another")
    assert etag() != before
    monkeypatch.undo()
    monkeypatch.setattr(timezone, "now", lambda: datetime(2099, 1, 1, tzinfo=UTC))
    assert etag() != before


def test_the_tag_costs_one_query(world, django_assert_num_queries):
    with django_assert_num_queries(1, using="public"):
        etag()
