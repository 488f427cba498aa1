"""Suggestions while typing: names in any script, titles by their beginning, nothing that is not public."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from archive.edition.actions import withdraw
from archive.edition.models import Found, Name, Record

pytestmark = pytest.mark.django_db
Suggest = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def suggest(client: Client) -> Suggest:
    """What is suggested for some words."""

    def ask(words: str, language: str = "en", **more: str) -> list[dict[str, Any]]:
        answer = client.get(f"/{language}/search/suggest", {"q": words, **more})
        assert answer.status_code == 200
        return answer.json()["suggestions"]

    return ask


def texts(suggested: list[dict[str, Any]]) -> list[str]:
    return [each["text"] for each in suggested]


@pytest.mark.parametrize("words", ["Leyla Ormand", "laila ormand", "لیلا", "ليلى اورماند", "Ormand Leyla"])
def test_a_name_is_suggested_in_any_script_and_spelling(lanterns, suggest, words):
    assert "Leyla Ormand" in texts(suggest(words))


def test_the_beginning_of_a_title_is_enough(lanterns, suggest):
    (found,) = suggest("the night of the lant", kind="event")
    assert found["text"] == "The night of the lanterns"
    assert (found["language"], found["direction"], found["kind"]) == ("en", "ltr", "Events")
    assert found["href"] == f"/en/{Record.objects.get(pk=lanterns.night.identifier).path}"


def test_words_of_a_text_are_no_suggestion(told, client, suggest):
    assert suggest("beat my brother") == []
    assert b"passage 3" in client.get("/en/search/", {"q": "beat my brother"}).content


def test_a_suggestion_is_in_the_readers_language_with_the_name_that_is_like_it(lanterns, suggest):
    (found, *_rest) = suggest("Leyla Ormand", "fa", kind="person")
    assert (found["text"], found["direction"]) == ("لیلا اورمند", "rtl")
    assert found["also"]["text"] == "Leyla Ormand"
    assert found["href"].startswith("/fa/people/")


def test_what_is_withdrawn_is_not_suggested_any_more(lanterns, suggest):
    assert suggest("the night of the lant", kind="event")
    withdraw(lanterns.night.identifier)
    assert suggest("the night of the lant", kind="event") == []


def test_what_is_for_programs_only_is_not_suggested(lanterns, suggest):
    for model in (Record, Found, Name):
        model.objects.update(outputs=["api"])
    assert suggest("the night of the lant") == suggest("Leyla Ormand") == []


@pytest.mark.parametrize("words", ["", " ", "l", "\0", "-", '"', "the", "'; --", "ل", "%", "a" * 3000])
def test_odd_words_get_an_empty_answer(lanterns, suggest, words):
    assert suggest(words) == []


def test_it_costs_three_queries_and_one_letter_none_but_the_ledgers(
    lanterns, suggest, django_assert_max_num_queries, django_assert_num_queries
):
    with django_assert_max_num_queries(3, using="public"):
        assert suggest("leyla")
    with django_assert_num_queries(1, using="public"):
        suggest("l")


def test_the_answer_is_not_sent_again_and_not_for_search_engines(lanterns, client):
    answer = client.get("/en/search/suggest", {"q": "leyla"})
    assert answer.headers["X-Robots-Tag"] == "noindex"
    again = client.get(
        "/en/search/suggest", {"q": "leyla"}, headers={"If-None-Match": answer.headers["ETag"]}
    )
    assert again.status_code == 304
    assert client.post("/en/search/suggest").status_code == 405
