"""The map of places: marks, the same as a table, and nothing that is not public."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client

from archive.desk import review
from archive.pages.map import view as view_module
from archive.pages.map.clusters import APART, Spot, View, clusters
from archive.pages.map.sheets import SHEETS, WORLD
from archive.pages.shown.texts import Linked, Text
from events.models import Place
from tests.pages.reader import Reader
from tests.universe import Universe

pytestmark = pytest.mark.django_db


@pytest.fixture
def placed(world: Universe, told) -> Place:
    """Port Amaly, with a position in the sea."""
    amaly = Place.objects.create(
        names={"en": "Amaly Roads"}, latitude=Decimal("32.5"), longitude=Decimal("53.5")
    )
    world.hearing.places.add(amaly)
    world.publish(amaly, world.hearing)
    return amaly


def test_a_place_stands_on_the_map_and_in_the_table(placed: Place, reader: Reader):
    page = reader.opens("map/")
    assert page.all("a.mark-on-map") == ["Amaly Roads: 2 records2"]
    row = next(each for each in page.all("tr") if each.startswith("Amaly Roads"))
    assert row.split()[-4:] == ["1", "1", "0", "0"]


def test_a_place_without_a_position_is_listed_and_not_put_into_the_sea(world, told, reader: Reader):
    page = reader.opens("map/")
    assert page.all("a.mark-on-map") == []
    assert "Without a position" in page
    assert any(each.startswith("Port Amaly") for each in page.all("tr"))


def test_a_number_leads_to_the_list_that_it_counts(placed: Place, reader: Reader):
    page = reader.opens("map/")
    (address,) = [each for each in page.attributes("a", "href") if f"?place={placed.identifier}" in each]
    assert address.startswith("/en/events/")
    assert "Hearing at Port Amaly" in reader.opens(address.removeprefix("/en/"))


def test_the_map_is_narrowed_by_kind_and_year(placed: Place, reader: Reader):
    assert reader.opens("map/", kind="testimony").all("a.mark-on-map") == []
    assert reader.opens("map/", kind="event", year="۲۰۲۵").all("a.mark-on-map") == ["Amaly Roads: 1 record1"]
    assert reader.opens("map/", year="1950").all("a.mark-on-map") == []
    victims = reader.opens("map/", kind="victim", year="1987")
    assert any(each == "Port Amaly 1" for each in victims.all("tr"))


def test_what_is_withdrawn_leaves_the_map_at_once(placed: Place, world: Universe, reader: Reader):
    review.withdraw(world.hearing, by=world.ada, why="It was a mistake.")
    assert reader.opens("map/").all("a.mark-on-map") == ["Amaly Roads: 0 records0"]
    review.withdraw(placed, by=world.ada, why="It was a mistake.")
    assert "Amaly Roads" not in reader.opens("map/")


def test_every_sheet_opens_in_three_queries_and_shows_what_lies_in_it(
    placed: Place, client: Client, django_assert_max_num_queries
):
    for name in SHEETS:
        with django_assert_max_num_queries(3, using="public"):
            answer = client.get("/fa/map/", {"at": name})
        assert answer.status_code == 200
        assert f"map/{name}.svg" in answer.content.decode()
    for name, seen in (("iran", True), ("europe", False)):
        assert ("mark-on-map" in client.get("/fa/map/", {"at": name}).content.decode()) == seen


@pytest.mark.parametrize("asked", ["at=nowhere", "zoom=9", "near=%00", "year=x", "year=99999", "kind=person"])
def test_what_cannot_be_understood_is_left_out(placed: Place, client: Client, asked: str):
    assert client.get(f"/en/map/?{asked}").content.decode().count("mark-on-map") == 1


def test_closer_is_around_the_place_that_was_asked_for(placed: Place, reader: Reader):
    page = reader.opens("map/", at="europe", near=placed.identifier, zoom="2")
    assert page.all("a.mark-on-map") == []
    page = reader.opens("map/", at="iran", near=placed.identifier, zoom="2")
    (dot,) = page.elements("circle.dot")
    assert (dot.get("cx"), dot.get("cy")) == ("300.0", f"{SHEETS['iran'].height / 2:.1f}")


def test_ten_thousand_places_make_few_marks_that_stand_apart():
    link = Linked("/", Text("a", "en"), "place", "0", Text("", ""))
    spots = [
        Spot(
            str(n),
            link,
            [],
            (-50 + (n * 37 % 1280) / 10, -180 + (n * 71 % 3590) / 10),
            {"event": n % 9},
            False,
        )
        for n in range(10_000)
    ]
    view = View.whole(WORLD)
    found = clusters((each, point) for each in spots if (point := view.at(each)))
    assert sum(len(each.spots) for each in found) == sum(1 for each in spots if view.at(each))
    assert len(found) < 120
    gaps = [
        (a.point[0] - b.point[0]) ** 2 + (a.point[1] - b.point[1]) ** 2
        for n, a in enumerate(found) for b in found[:n]
    ]  # fmt: skip
    assert min(gaps) >= APART**2


def test_cities_lie_where_they_are():
    tehran = SHEETS["iran"].at(51.4, 35.7)
    shiraz = SHEETS["iran"].at(52.5, 29.6)
    assert tehran[0] < shiraz[0]  # further west
    assert tehran[1] < shiraz[1]  # further north
    far_apart = (shiraz[1] - tehran[1]) / SHEETS["iran"].scale * 6371
    assert far_apart == pytest.approx(680, abs=15)  # kilometres
    assert not SHEETS["europe"].shows(SHEETS["europe"].at(51.4, 35.7))


def test_a_map_of_ten_thousand_places_stays_a_light_page(db, client: Client, monkeypatch):
    title = Text("A place with a name of some length", "en")
    parent = Linked(
        "/en/places/2AESD33FWT9/the-country", Text("The country", "en"), "place", "0", Text("", "")
    )
    spots = [
        Spot(
            f"2AESD3{n:05}",
            Linked(f"/en/places/2AESD3{n:05}/a-place-with-a-name", title, "place", "0", Text("", "")),
            [parent],
            (-55 + (n * 37 % 700) / 10, -90 + (n * 71 % 500) / 10) if n % 2 else None,
            {"event": n % 9, "statement": n, "testimony": 3, "victim": n % 70},
            False,
        )
        for n in range(10_000)
    ]
    monkeypatch.setattr(view_module, "_spots", lambda asked: (spots, True))
    page = client.get("/en/map/", {"at": "south-america"}).content
    assert page.count(b"mark-on-map") > 60
    assert len(page) < 100_000
