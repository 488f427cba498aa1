"""The page of somebody's connections: sentences with their records, the same drawn, and nothing hidden."""

from __future__ import annotations

import pytest

from archive.core.identifiers import new_identifier
from archive.desk import review
from archive.edition import neighbours as neighbours_module
from events.models import Appearance, Demand
from tests.pages.lanterns import Lanterns
from tests.pages.reader import Reader
from tests.universe import Universe, person

pytestmark = pytest.mark.django_db


def _of(record: object, plural: str = "people") -> str:
    return f"{plural}/{record.identifier}/connections/"  # type: ignore[attr-defined]


def test_the_sentences_name_the_other_and_lead_to_the_records(
    world: Universe, lanterns: Lanterns, reader: Reader
):
    page = reader.opens(_of(world.leyla))
    assert set(page.all("p.tie")) == {
        "Took part in the same event as Tomas Reyl",
        "Read out or quoted words of Tomas Reyl",
        "Took part in 2 events held by Committee of Karsavan Families",
        "Addressed a demand to Ministry of Justice of Karsava",
    }
    hrefs = page.attributes("a", "href")
    for record in (
        lanterns.tomas,
        world.families,
        world.hearing,
        lanterns.night,
        lanterns.reading,
        world.demand,
    ):
        assert any(record.identifier in href for href in hrefs), record
    assert "3 are named beside them" in page


def test_the_other_side_says_the_same_from_where_it_stands(
    world: Universe, lanterns: Lanterns, reader: Reader
):
    assert "Was read out or quoted by Leyla Ormand" in reader.opens(_of(lanterns.tomas))
    ministry = reader.opens(_of(world.ministry, "organisations"))
    assert "Was addressed in a demand by Leyla Ormand" in ministry
    assert "Held 2 events in which Leyla Ormand took part" in reader.opens(
        _of(world.families, "organisations")
    )


def test_the_drawing_leads_to_every_neighbour(world: Universe, lanterns: Lanterns, reader: Reader):
    page = reader.opens(_of(world.leyla))
    drawn = page.tree.xpath("//figure//a/@href")
    assert len(drawn) == 3
    assert all(href.startswith(("/en/people/", "/en/organisations/")) for href in drawn)
    for each in page.tree.xpath("//figure//path/@d"):
        assert "," not in each


def test_numbers_in_the_drawing_are_plain_in_every_language(world: Universe, lanterns: Lanterns):
    shapes = {
        language: Reader(language).opens(_of(world.leyla)).tree.xpath("//figure//circle/@cy")
        for language in ("en", "fr", "fa", "ar")
    }
    assert len(set(map(tuple, shapes.values()))) == 1


def test_persian_begins_from_the_right(world: Universe, lanterns: Lanterns):
    first = {
        language: int(
            Reader(language).opens(_of(world.leyla)).tree.xpath("//figure//a/*[@class='dot']")[0].get("x")
        )
        for language in ("en", "fa")
    }
    assert first["en"] < 410 < first["fa"]


def test_all_the_records_of_two_can_be_opened(world: Universe, reader: Reader, monkeypatch):
    monkeypatch.setattr(neighbours_module, "SHOWN", 1)
    world.publish(
        Demand.objects.create(act={"en": "list the names"}, person=world.leyla, addressee=world.ministry)
    )
    page = reader.opens(_of(world.leyla))
    assert "and 1 more record" in page
    (way,) = page.tree.xpath("//li[contains(@class, 'tie-more')]/a/@href")
    path, _mark, asked = way.removeprefix("/en/").partition("?with=")
    both = reader.opens(path, **{"with": asked})
    assert both.all("p.tie") == ["Addressed 2 demands to Ministry of Justice of Karsava"]
    assert len(both.elements("ul.tie-records")[0]) == 2
    assert "All connections" in both


def test_the_closest_of_many_are_told_plainly(
    world: Universe, lanterns: Lanterns, reader: Reader, monkeypatch
):
    monkeypatch.setattr(neighbours_module, "CLOSEST", 2)
    assert "The 2 closest of 3" in reader.opens(_of(world.leyla))


def test_where_not_everything_was_looked_at_it_says_so(world: Universe, reader: Reader, monkeypatch):
    monkeypatch.setitem(neighbours_module.BOUNDS, "events", 1)
    assert "not all of it was looked at" in reader.opens(_of(world.leyla))


def test_nobody_beside_them_is_said_with_a_way_back(world: Universe, reader: Reader):
    vera = person("Vera Holt")
    world.publish(vera)
    page = reader.opens(_of(vera))
    assert "No public record names anybody beside them yet." in page
    assert page.elements("figure") == []
    assert any(href.startswith(f"/en/people/{vera.identifier}") for href in page.attributes("a", "href"))


def test_who_is_hidden_is_as_one_who_never_was(world: Universe, reader: Reader):
    hidden = person("Vera Holt")
    Appearance.objects.create(event=world.hearing, person=hidden, role={}, mode="in-person")
    world.publish(world.hearing)
    assert "Vera" not in reader.opens(_of(world.leyla)).source
    answers = {
        reader.opens(_of(world.leyla), **{"with": each}).source.replace(each, "")
        for each in (hidden.identifier, new_identifier(), world.meeting.identifier)
    }
    assert len(answers) == 1
    assert (
        reader.get(_of(hidden)).status_code
        == reader.get(f"people/{new_identifier()}/connections/").status_code
        == 404
    )


def test_who_was_withdrawn_is_gone(world: Universe, lanterns: Lanterns, reader: Reader):
    assert reader.get(_of(world.officer)).status_code == 410
    review.withdraw(lanterns.tomas, by=world.ada, why="He asked for it.")
    assert "Tomas" not in reader.opens(_of(world.leyla)).source


def test_only_people_and_organisations_have_such_a_page(world: Universe, reader: Reader):
    assert reader.get(_of(world.hearing, "events")).status_code == 404
    assert reader.get(_of(world.hearing)).status_code == 404
    answer = reader.get(_of(world.leyla, "organisations"))
    assert (answer.status_code, answer["Location"]) == (301, f"/en/{_of(world.leyla)}")
    assert reader.get("people/0/connections/").status_code == 404
    answer = reader.get(f"people/{world.leyla.identifier.lower()}/connections/")
    assert (answer.status_code, answer["Location"]) == (301, f"/en/{_of(world.leyla)}")


def test_search_engines_leave_it_out_and_the_person_leads_there(world: Universe, reader: Reader):
    assert '<meta name="robots" content="noindex">' in reader.opens(_of(world.leyla)).source
    assert f"/en/{_of(world.leyla)}" in reader.reads(world.leyla).attributes("a", "href")
    assert f"/en/{_of(world.families, 'organisations')}" in reader.reads(world.families).attributes(
        "a", "href"
    )
