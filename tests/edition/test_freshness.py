from datetime import UTC, datetime

import pytest
from django.utils import timezone

from archive.desk import review
from archive.edition import freshness
from archive.edition.freshness import etag

pytestmark = pytest.mark.django_db


def test_the_tag_stays_while_nothing_changes(world):
    assert etag() == etag()


def test_a_withdrawal_makes_every_answer_new(world):
    before = etag()
    review.withdraw(world.quote, by=world.ada, why="She asked for it.")
    assert etag() != before


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
