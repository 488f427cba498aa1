"""The search for programs: what it finds, why, and where it says that it ended."""

import pytest
from django.conf import settings
from django.db import connections
from django.test.utils import CaptureQueriesContext

from archive.api import search
from archive.api.schema.search import found_example
from tests.api.conftest import Ask, ids, refusal
from tests.api.test_schema import check
from tests.universe import Universe
from tests.witnesses import Told

pytestmark = pytest.mark.django_db


def marked(why: dict) -> list[str]:
    return [why["text"][each["start"] : each["end"]] for each in why["marks"]]


def test_a_word_is_found_and_its_place_told(world: Universe, ask: Ask):
    answer = ask("search/", {"q": "grave"}).json()
    check(answer, "FoundPage")
    (found,) = [each for each in answer["results"] if each["kind"] == "statement"]
    assert (found["found_by"], found["sample"]) == ("title", False)
    assert marked(found["why"][0]) == ["graves"]
    assert ask(found["address"].removeprefix(settings.ARCHIVE_URL)).json()["id"] == found["id"]
    assert (answer["count_is_exact"], answer["looked_at"], answer["next"]) == (True, None, None)
    assert sum(answer["kinds"].values()) == answer["count"] == len(answer["results"])


def test_the_example_is_true_of_the_document():
    check(found_example(), "FoundPage")


def test_words_of_a_passage_come_with_its_address_and_the_warnings(told: Told, ask: Ask):
    (found,) = ask("search/", {"q": "“beat my brother”", "kind": "testimony"}).json()["results"]
    why = found["why"][0]
    assert found["warnings"]
    assert found["id"] == told.account.identifier
    assert ask(f"passages/{why['passage']}/").status_code == 200
    assert " ".join(marked(why)) == "beat my brother"
    persian = ask("search/", {"q": "برادرم", "kind": "testimony"}).json()["results"][0]["why"][0]
    assert (persian["language"], persian["translated_from"]) == ("fa", "en")
    assert marked(persian)


def test_a_name_in_another_script_is_found_first_and_not_where_exactly_is_asked(world: Universe, ask: Ask):
    first = ask("search/", {"q": "Leila Ormand"}).json()["results"][0]
    assert (first["found_by"], first["why"][0]["marks"]) == ("name", [])
    assert first["title"]["en"] == "Leyla Ormand"
    assert ids(ask("search/", {"q": "Leila Ormand", "exact": "1"})) == []


def test_pages_are_followed_to_the_end_and_show_each_record_once(told: Told, ask: Ask):
    every = ids(ask("search/", {"q": "the graves -nowhere", "limit": "50"}))
    assert len(every) > 1
    seen, page = [], ask("search/", {"q": "the graves -nowhere", "limit": "1"})
    while True:
        seen += ids(page)
        following = page.json()["next"]
        assert (f'<{following}>; rel="next"' == page.headers.get("Link")) is bool(following)
        if not following:
            break
        page = ask(following.removeprefix(settings.ARCHIVE_URL))
    assert seen == every


def test_where_a_search_ended_is_told(told: Told, ask: Ask, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("archive.edition.search.finding.MOST_HITS", 1)
    answer = ask("search/", {"q": "graves"}).json()
    assert (answer["count_is_exact"], answer["looked_at"]) == (False, search.MOST_HITS)


def test_where_nothing_is_found_other_words_are_offered(world: Universe, ask: Ask):
    answer = ask("search/", {"q": "graves zeppelin"}).json()
    assert (answer["results"], answer["count"]) == ([], 0)
    assert "graves" in answer["instead"]
    assert ask("search/", {"q": "the"}).json()["left_out"] == ["the"]


def test_what_is_hidden_is_not_found(told: Told, ask: Ask):
    for words in ("Mill Street", "Parnak", "Piotr Vahl", "Orvane", "Meeting of the families"):
        assert ids(ask("search/", {"q": f"“{words}”"})) == []


def test_a_search_costs_two_queries_however_much_it_finds(told: Told, ask: Ask):
    for query in (
        {"q": "graves"},
        {"q": "Leila Ormand", "limit": "50"},
        {"q": "“four hundred”", "page": "2"},
    ):
        with CaptureQueriesContext(connections["public"]) as queries:
            ask("search/", query)
        assert len(queries) <= 2, queries.captured_queries


def test_an_unchanged_answer_is_not_sent_again(world: Universe, ask: Ask):
    etag = ask("search/", {"q": "graves"}).headers["ETag"]
    assert ask("search/", {"q": "graves"}, If_None_Match=etag).status_code == 304


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({}, "missing_parameter"),
        ({"q": " "}, "empty_value"),
        ({"q": "x" * 201}, "too_long"),
        ({"q": ["a", "b"]}, "given_twice"),
        ({"q": "a\0"}, "bad_value"),
        ({"q": "graves", "kind": "secret"}, "unknown_value"),
        ({"q": "graves", "exact": "yes"}, "unknown_value"),
        ({"q": "graves", "limit": "51"}, "bad_limit"),
        ({"q": "graves", "page": "0"}, "bad_page"),
        ({"q": "graves", "hidden": "1"}, "unknown_filter"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(ask: Ask, query: dict, code: str):
    assert refusal(ask("search/", query))["code"] == code
