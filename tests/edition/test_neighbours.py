"""Who stands beside somebody in public records, and what no longer says so."""

from __future__ import annotations

import pytest

from archive.desk import review
from archive.edition import neighbours as neighbours_module
from archive.edition.models import Record
from archive.edition.neighbours import neighbours
from events.models import Appearance, Claim, Demand, Event, Organisation, Person, Statement
from testimonies.models import ClaimSubject
from tests.pages.lanterns import Lanterns, light
from tests.universe import Universe, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def lanterns(world: Universe) -> Lanterns:
    return light(world)


def _ties(one: Person | Organisation, **asked: str) -> dict[tuple[str, str], int]:
    return {(each.relation, each.who): each.n for each in neighbours(one.identifier, **asked).ties}


def _hearing_of(world: Universe, *present: Person, title: str = "Second hearing") -> Event:
    made = Event.objects.create(title={"en": title}, event_kind="hearing")
    for each in present:
        Appearance.objects.create(event=made, person=each, role={"en": "guest"}, mode="in-person")
    world.publish(made)
    return made


def test_everything_that_records_say_of_two(world: Universe, lanterns: Lanterns):
    leyla, tomas = world.leyla, lanterns.tomas
    assert _ties(leyla) == {
        ("together", tomas.identifier): 1,
        ("reads", tomas.identifier): 1,
        ("guest", world.families.identifier): 2,
        ("asks", world.ministry.identifier): 1,
    }
    assert _ties(tomas) == {
        ("together", leyla.identifier): 1,
        ("read_by", leyla.identifier): 1,
        ("guest", world.families.identifier): 1,
    }
    assert _ties(world.families) == {
        ("held_for", leyla.identifier): 2,
        ("held_for", tomas.identifier): 1,
        ("asks", world.ministry.identifier): 1,
    }
    assert _ties(world.ministry) == {
        ("asked_by", leyla.identifier): 1,
        ("asked_by", world.families.identifier): 1,
    }


def test_a_claim_ties_who_makes_it_to_the_victim(world: Universe, told):
    claim = Claim.objects.create(
        property="death", about={"en": "death of Omid Selan"}, value="beaten in the yard", person=world.leyla
    )
    ClaimSubject.objects.create(claim=claim, victim=told.brother)
    world.publish(claim)
    assert _ties(world.leyla)["claims", told.brother.identifier] == 1
    review.withdraw(told.brother, by=world.ada, why="The family asked for it.")
    assert ("claims", told.brother.identifier) not in _ties(world.leyla)


def test_who_spoke_at_an_event_took_part_in_it(world: Universe):
    vera = person("Vera Holt")
    said = Statement.objects.create(
        person=vera, event=world.hearing, text="We counted four hundred graves", language="en"
    )
    world.publish(vera, said)
    assert _ties(vera)["together", world.leyla.identifier] == 1


def test_what_is_withdrawn_ties_nobody(world: Universe, lanterns: Lanterns):
    tomas = lanterns.tomas.identifier
    review.withdraw(lanterns.silence, by=world.ada, why="It was a mistake.")
    assert ("reads", tomas) not in _ties(world.leyla)
    review.withdraw(lanterns.night, by=world.ada, why="It was a mistake.")
    assert tomas not in {who for _relation, who in _ties(world.leyla)}
    review.withdraw(world.ministry, by=world.ada, why="It was a mistake.")
    assert world.ministry.identifier not in {who for _relation, who in _ties(world.leyla)}


def test_an_event_or_a_person_that_never_was_public_ties_nobody(world: Universe):
    hidden = person("Vera Holt")
    Appearance.objects.create(event=world.meeting, person=world.leyla, role={}, mode="in-person")
    both = _hearing_of(world, world.leyla, hidden)
    found = neighbours(world.leyla.identifier)
    assert {each.who for each in found.ties} == {world.families.identifier, world.ministry.identifier}
    assert found.of == 2
    assert neighbours(hidden.identifier).ties == []
    assert neighbours(world.leyla.identifier, only=hidden.identifier).ties == []
    assert both.identifier not in {row[0] for row in found.rows}


def test_what_may_not_go_to_the_pages_ties_nobody_there(world: Universe, lanterns: Lanterns):
    for narrowed in (lanterns.tomas, lanterns.night):
        Record.objects.filter(pk=narrowed.identifier).update(outputs=["api"])
        assert ("together", lanterns.tomas.identifier) not in _ties(world.leyla)
        Record.objects.filter(pk=narrowed.identifier).update(outputs=["web", "api", "dumps"])
    assert ("together", lanterns.tomas.identifier) in _ties(world.leyla)


def test_the_closest_come_first_and_the_rest_is_counted(world: Universe, monkeypatch):
    monkeypatch.setattr(neighbours_module, "CLOSEST", 2)
    vera, tomas = person("Vera Holt"), person("Tomas Reyl")
    world.publish(vera, tomas)
    for present in ([world.leyla, vera, tomas], [world.leyla, vera], [world.leyla, vera, tomas]):
        _hearing_of(world, *present)
    found = neighbours(world.leyla.identifier)
    assert [(each.who, each.shared) for each in found.ties] == [(vera.identifier, 3), (tomas.identifier, 2)]
    assert found.of == 4
    assert not found.cut


def test_only_the_newest_are_looked_at_and_that_is_told(world: Universe, monkeypatch):
    monkeypatch.setitem(neighbours_module.BOUNDS, "records", 2)
    for act in ("open", "list", "name"):
        made = Demand.objects.create(act={"en": act}, person=world.leyla, addressee=world.ministry)
        world.publish(made)
    found = neighbours(world.leyla.identifier)
    assert found.cut
    assert _ties(world.leyla)["asks", world.ministry.identifier] == 2


def test_it_is_one_query(world: Universe, lanterns: Lanterns, django_assert_num_queries):
    with django_assert_num_queries(1, using="public"):
        assert neighbours(world.leyla.identifier).rows
