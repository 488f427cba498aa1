import pytest
from django.test import Client, RequestFactory

from archive.edition import ledger
from archive.edition.ledger import append
from archive.edition.models import Act
from archive.pages.errors import broken
from archive.pages.kinds import KIND_PAGES, KindPage
from archive.pages.kinds.subjects import coordinates_in_words

pytestmark = pytest.mark.django_db


def test_a_sample_is_named_on_its_page_and_beside_every_record_of_it(lanterns, world, reader):
    for record in (lanterns.night, lanterns.text, lanterns.brother, lanterns.sixty, lanterns.demand):
        page = reader.reads(record)
        assert page.elements("p.sample-banner")
        assert page.elements("span.sample-mark")
    page = reader.opens("events/")
    assert page.elements("p.sample-banner")
    marked = [row for row in page.all("li.row") if "Sample" in row]
    assert len(marked) == 1
    assert "lanterns" in marked[0]


def test_a_person_is_shown_with_all_names_and_where_they_were_as_what(lanterns, world, reader):
    page = reader.reads(world.leyla)
    assert page.all("ul.names") == ["لیلا اورمند Own name"]
    assert page.all("li.present") == [
        "Hearing at Port Amaly teacher In person 3 May 2025 (the year is inferred)",
        "The night of the lanterns sister In person 12 August 1988 (the year is inferred) Sample",
    ]
    assert page.all("p.speaker") == ["Leyla Ormand teacher", "Leyla Ormand sister"]


def test_an_organisation_is_shown_with_what_it_held_demanded_and_is_asked(lanterns, world, reader):
    page = reader.reads(world.families)
    assert page.all("p.row-title") == ["Hearing at Port Amaly", "The night of the lanterns"]
    assert "open the archive" in page.all("li.demand")[0]
    asked = reader.reads(world.ministry)
    assert "Asked of them" in asked
    assert len(asked.elements("li.demand")) == 2


def test_a_topic_and_a_place_lead_to_what_is_about_them_and_in_them(lanterns, world, reader):
    assert "The night of the lanterns" in reader.reads(world.graves).all("p.row-title")
    assert "The night of the lanterns" in reader.reads(world.amaly).all("p.row-title")


def test_a_claim_is_shown_with_other_figures_and_a_demand_with_who_is_asked(lanterns, reader):
    claim = reader.reads(lanterns.sixty)
    assert "The archive does not say that it is so." in claim
    assert "four hundred" in claim.all("li.figure")[0]
    demand = reader.reads(lanterns.demand)
    assert "Asked of, in the words of the source: the Ministry" in demand
    assert demand.all("mark") == ["open the archive of the prison"]


def test_a_page_that_cannot_show_all_says_so_and_leads_to_all(lanterns, reader, monkeypatch):
    event = KIND_PAGES["event"]
    short = KindPage(event.template, {**event.limits, "statement": 2}, event.tell)
    monkeypatch.setitem(KIND_PAGES, "event", short)
    page = reader.reads(lanterns.night)
    assert len(page.elements("article.said")) == 2
    assert "There are more than this page shows" in page
    (all_of_them,) = [href for href in page.attributes("a", "href") if "statements/?event=" in href]
    assert all_of_them == f"/en/statements/?event={lanterns.night.identifier}"


def test_about_tells_how_many_people_it_takes_and_where_the_ledger_stands(world, reader, settings):
    settings.ARCHIVE_CONTACT = "archive@example.org"
    page = reader.opens("about/")
    assert "takes two people" in page
    assert ledger.head(using="default")[1] in page
    assert "mailto:archive@example.org" in page.attributes("a", "href")
    append(Act.ONE_PERSON_ON)
    assert "one person alone may publish" in reader.opens("about/")


def test_coordinates_are_told_in_words():
    assert coordinates_in_words("48.85", "2.35") == "48.85° north, 2.35° east"
    assert coordinates_in_words("-33.9", "-18.4") == "33.9° south, 18.4° west"
    assert coordinates_in_words("", "") == ""


def test_a_mistake_of_ours_is_told_without_the_database():
    answer = broken(RequestFactory().get("/en/"))
    assert answer.status_code == 500
    assert "Something broke" in answer.content.decode()


def test_a_request_that_cannot_be_read_is_told_so(client: Client):
    assert client.get("/en/", headers={"host": "somewhere else"}).status_code == 400
