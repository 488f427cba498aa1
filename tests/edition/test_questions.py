"""Questions that are planned once, against the site's real login."""

import pytest
from django.db import OperationalError, connections

from archive.edition.answers import etag, one
from archive.edition.models import Record
from archive.edition.questions import Blank, Question

pytestmark = pytest.mark.django_db(transaction=True)


def question() -> Question:
    return Question.of(
        Record.public.of_kind("topic").filter(pk=Blank("id")).values_list("kind"), planned=True
    )


def test_a_question_is_planned_once_and_filled_in_anew(django_assert_num_queries):
    Record.objects.create(
        id="VVYWB6PZ2H5", kind="topic", version=1, title={}, document="{}", stamp="{}", sort_key="",
        published_at="2026-01-01T00:00Z",
    )  # fmt: skip
    with django_assert_num_queries(2, using="public"):
        assert question().ask({"id": "VVYWB6PZ2H5"}) == [("topic",)]
        assert question().ask({"id": "PA8D3A3J0KY"}) == []
    assert one("topic", "VVYWB6PZ2H5") == b'{,"edition":{},"linked":{}}'


def test_a_plan_that_was_taken_away_is_done_without_and_made_again(django_assert_num_queries):
    assert question().ask({"id": "PA8D3A3J0KY"}) == []
    with connections["public"].cursor() as cursor:
        cursor.execute("DEALLOCATE ALL")
    assert question().ask({"id": "PA8D3A3J0KY"}) == []
    with django_assert_num_queries(1, using="public"):
        assert question().ask({"id": "PA8D3A3J0KY"}) == []


def test_a_connection_that_has_fallen_is_made_anew():
    before = etag()
    with connections["public"].cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (server,) = cursor.fetchone()
    connections["public"].connection.pgconn.finish()
    assert etag() == before
    with connections["public"].cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        assert cursor.fetchone() != (server,)


def test_other_troubles_are_not_asked_twice(django_assert_num_queries):
    with connections["public"].cursor() as cursor:
        cursor.execute("SET statement_timeout = 20")
    with django_assert_num_queries(1, using="public"), pytest.raises(OperationalError):
        Question("SELECT pg_sleep(10)", ()).ask()
    connections["public"].close()
