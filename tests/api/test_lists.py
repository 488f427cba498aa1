import json

import pytest
from django.conf import settings
from django.db import connections
from django.test.utils import CaptureQueriesContext

from archive.edition.models import Record
from archive.edition.shapes import SHAPES
from tests.api.conftest import Ask, ids
from tests.universe import Universe, person

pytestmark = pytest.mark.django_db


def test_the_root_lists_every_kind_and_each_address_answers(world: Universe, ask: Ask):
    lists = ask().json()["lists"]
    assert [each["kind"] for each in lists] == list(SHAPES)
    for each in lists:
        assert each["description"]
        assert ask(each["address"].removeprefix(settings.ARCHIVE_URL)).status_code == 200


def test_a_list_holds_the_stored_answers_byte_for_byte(world: Universe, ask: Ask):
    stored = Record.public.of_kind("claim").order_by("-sort_key", "-id").answers()
    body = ask("claims/").content.decode()
    assert body == f'{{"results":[{",".join(stored)}],"next":null}}'


def test_an_unpublished_and_a_withdrawn_record_are_in_no_list(world: Universe, ask: Ask):
    for shape in SHAPES.values():
        body = ask(f"{shape.plural}/").content.decode()
        assert world.meeting.identifier not in body
        assert world.officer.identifier not in body


def test_following_next_shows_every_record_once(world: Universe, ask: Ask):
    people = world.publish(*(person(f"Number {number:02}") for number in range(7)))
    seen, address = [], "/api/v1/people/?limit=3"
    while address:
        page = ask(address)
        seen += ids(page)
        following = page.json()["next"]
        assert (f'<{following}>; rel="next"' == page.headers.get("Link")) is bool(following)
        address = (following or "").removeprefix(settings.ARCHIVE_URL)
    assert seen == [world.leyla.identifier, *(each.pk for each in people if each)]


def test_next_keeps_the_filters(world: Universe, ask: Ask):
    page = ask("claims/", {"limit": 1, "event": world.hearing.identifier, "property": "killed"})
    following = ask(page.json()["next"].removeprefix(settings.ARCHIVE_URL))
    assert ids(page) + ids(following) == [world.figure.identifier, world.other_figure.identifier]
    assert following.json()["next"] is None


def test_dated_kinds_run_from_the_newest_or_from_the_oldest(world: Universe, ask: Ask):
    assert ids(ask("claims/")) == [world.figure.identifier, world.other_figure.identifier]
    assert ids(ask("claims/", {"order": "oldest"})) == [
        world.other_figure.identifier,
        world.figure.identifier,
    ]


def test_a_count_is_made_on_request_only_and_no_further_than_a_thousand(
    world: Universe, ask: Ask, monkeypatch: pytest.MonkeyPatch
):
    assert "count" not in ask("claims/").json()
    assert ask("claims/", {"count": "1", "limit": "1"}).json()["count"] == 2
    monkeypatch.setattr("archive.api.views.MOST_COUNTED", 1)
    answer = ask("claims/", {"count": "1"}).json()
    assert (answer["count"], answer["count_is_exact"]) == (1, False)


@pytest.mark.parametrize(
    ("path", "query", "most"),
    [
        ("", {}, 0),
        ("statements/", {}, 1),
        ("statements/", {"limit": 100}, 1),
        ("statements/", {"topic": "{graves}", "q": "graves", "from": "1988"}, 2),
        ("statements/", {"count": 1, "topic": "{graves}"}, 3),
        ("statements/{quote}/", {}, 1),
        ("people/{officer}/", {}, 2),
        ("events/{leyla}/", {}, 3),
        ("events/", {"from": "yesterday"}, 0),
    ],
)
def test_no_answer_takes_more_than_three_queries(world: Universe, ask: Ask, path, query, most):
    names = {name: getattr(world, name).identifier for name in ("graves", "quote", "officer", "leyla")}
    with CaptureQueriesContext(connections["public"]) as captured:
        ask(path.format(**names), {name: str(value).format(**names) for name, value in query.items()})
    assert len(captured) <= most


def test_an_empty_list_is_a_list(ask: Ask):
    answer = ask("topics/")
    assert json.loads(answer.content) == {"results": [], "next": None}
    assert answer.headers["ETag"]
