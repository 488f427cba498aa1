"""The page of the search: what is found, why, and how little it costs."""

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.django_db

FOUND = {
    "grave": "We counted four hundred graves",  # the stem
    "“four hundred graves”": "We counted four hundred graves",
    "“hundred four”": "",
    "graves -hundred": "Mass graves",
    "lil": "",
    "لیلا": "Leyla Ormand",
    "ليلا": "Leyla Ormand",  # Arabic letters
    "Leila Ormand": "Leyla Ormand",
    "گور": "Mass graves",  # the plural of a Persian word
    "hear": "Hearing at Port Amaly",
}


@pytest.mark.parametrize(("words", "title"), FOUND.items())
def test_a_reader_finds(world, reader, words, title):
    page = reader.opens("search/", q=words)
    titles = " | ".join(page.all("p.row-title"))
    assert title in titles if title else not titles


def test_exactly_as_written_takes_neither_stems_nor_other_spellings(world, reader):
    assert "Leyla" in " ".join(reader.opens("search/", q="Leila Ormand").all("p.row-title"))
    assert not reader.opens("search/", q="Leila Ormand", exact="1").all("p.row-title")
    assert not reader.opens("search/", q="grave", exact="1").all("p.row-title")
    assert reader.opens("search/", q="graves", exact="1").all("p.row-title")


def test_each_hit_says_why_and_shows_the_words_marked(told, reader):
    page = reader.opens("search/", q="beat my brother")
    assert "passage 3" in page.all("p.hit-why")
    assert page.all("mark") == ["beat my brother"] or set(page.all("mark")) >= {"beat", "brother"}
    (href,) = [each for each in page.attributes("a", "href") if "#p-" in each]
    assert "/testimonies/" in href
    assert page.elements("details")  # its words come with a warning and wait
    persian = reader.opens("search/", q="برادرم")
    assert "translated from English" in " ".join(persian.all("p.hit-why"))


def test_a_name_in_another_script_is_said_to_be_a_variant(world, reader):
    page = reader.opens("search/", q="لیلا اورمند")
    assert "name variant" in page.all("p.hit-why")
    assert any("statements/?speaker=" in href for href in page.attributes("a", "href"))


def test_hidden_words_find_nothing_and_are_not_suggested(told, reader):
    for words in ("Mill Street", "Parnak", "Piotr Vahl", "Orvane", "Meeting of the families"):
        page = reader.opens("search/", q=f"“{words}”")
        assert not page.elements("li.hit")
    for words in ("Parnaк", "Parnsk", "Orvame"):
        page = reader.opens("search/", q=words)
        assert "Parnak" not in page
        assert "orvane" not in page


def test_where_nothing_is_found_a_word_spelt_nearly_alike_is_offered(world, reader):
    assert "/en/search/?q=graves" in reader.opens("search/", q="gravfs").attributes("a", "href")
    assert "/en/search/?q=hundred" in reader.opens("search/", q="hundred zzyzxq").attributes("a", "href")


def test_a_kind_narrows_and_counts_are_told(world, reader):
    kinds = reader.opens("search/", q="graves").all("nav.hit-kinds")
    assert "Statements 1" in " ".join(kinds)
    narrowed = reader.opens("search/", q="graves", kind="topic")
    assert narrowed.all("p.row-title") == ["Mass graves"]


@pytest.mark.parametrize(
    "words", ["graves", "لیلا", "“four hundred” -sixty", "nobody zzyzx", "the", "-graves"]
)
def test_a_search_takes_three_queries_at_most(told, client: Client, words):
    with CaptureQueriesContext(connections["public"]) as asked:
        assert client.get("/en/search/", {"q": words}).status_code == 200
    assert len(asked) <= 3


def test_what_cannot_be_searched_is_told_in_a_sentence(world, reader):
    assert "Write at least one word" in reader.opens("search/", q="-graves")
    assert "Only the first" in reader.opens("search/", q="graves " * 200)


@given(words=st.text(max_size=60), exact=st.sampled_from(["", "1"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_is_typed_breaks_it(world, client: Client, words, exact):
    assert client.get("/en/search/", {"q": words, "exact": exact}).status_code == 200
