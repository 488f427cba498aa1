"""Feeds of lists and searches: what was published last, with its warnings, and nothing more than the list."""

from xml.etree import ElementTree

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.edition.models import Record
from tests.api.conftest import refusal
from tests.universe import Universe
from tests.witnesses import Told

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def items(path: str) -> list[dict]:
    """The entries of a JSON feed."""
    response = Client().get(path)
    assert response.status_code == 200, response.content
    assert response["Content-Type"] == "application/feed+json; charset=utf-8"
    return response.json()["items"]


def test_a_feed_shows_the_newest_publication_first(world: Universe):
    at = dict(Record.public.of_kind("claim").values_list("id", "published_at"))
    shown = [each["id"].rsplit("/", 1)[1] for each in items("/en/claims/feed.json")]
    assert shown == sorted(at, key=lambda each: (at[each], each), reverse=True)


def test_both_forms_hold_the_same_entries(world: Universe):
    atom = ElementTree.fromstring(Client().get("/en/feed.atom").content)
    links = [each.find(f"{ATOM}id").text for each in atom.findall(f"{ATOM}entry")]
    assert links == [each["id"] for each in items("/en/feed.json")]
    assert len(links) == min(30, Record.public.count())


def test_the_feed_of_a_narrowed_list_is_narrowed(world: Universe):
    event = world.hearing.identifier
    shown = {each["id"].rsplit("/", 1)[1] for each in items(f"/en/claims/feed.json?event={event}&q=people")}
    holding = Record.public.of_kind("claim").holding(f"event:{event}").matching("people")
    assert shown == set(holding.values_list("id", flat=True))


def test_a_misspelt_filter_is_refused_rather_than_ignored(world: Universe):
    assert refusal(Client().get("/en/claims/feed.atom?evnt=x"))["code"] == "unknown_filter"


def test_warnings_come_before_the_words_and_as_tags(told: Told):
    [entry] = items("/en/testimonies/feed.json")
    assert entry["content_text"].startswith("Speaks of: ")
    assert "warning:torture" in entry["tags"]
    [in_persian] = items("/fa/testimonies/feed.json")
    assert "قتل و شکنجه" in in_persian["content_text"]


def test_what_is_agreed_for_one_way_only_is_in_no_feed(told: Told):
    every = Client().get("/en/feed.json").content.decode() + Client().get("/en/feed.atom").content.decode()
    for hidden in (told.pages_only, told.embargoed):
        assert hidden.identifier not in every


def test_marks_of_html_in_a_text_stay_text(world: Universe):
    body = Client().get("/en/feed.atom").content.decode()
    assert "<script" not in body


def test_an_unchanged_feed_is_not_sent_again_and_costs_two_queries(world: Universe):
    first = Client().get("/fr/events/feed.atom")
    assert first.headers["ETag"]
    again = Client().get("/fr/events/feed.atom", HTTP_IF_NONE_MATCH=first.headers["ETag"])
    assert again.status_code == 304
    with CaptureQueriesContext(connections["public"]) as asked:
        assert Client().get("/fr/events/feed.json").content
    assert len(asked) == 2


def test_two_readings_of_an_empty_feed_are_the_same(db: None):
    assert Client().get("/en/feed.atom").content == Client().get("/en/feed.atom").content
