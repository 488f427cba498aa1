import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archive.desk import review
from events.models import Event, Statement
from tests.desk.conftest import address, typed
from tests.universe import Universe, person

pytestmark = pytest.mark.django_db
KINDS = ("event", "person", "organisation", "place", "source", "statement", "claim", "demand", "topic")


def listed(client: Client, kind: str, asked: str = "") -> str:
    return client.get(reverse(f"admin:events_{kind}_changelist") + asked).content.decode()


def test_a_list_says_the_state_of_each_record_in_words(ada: Client, world: Universe):
    assert 'state-public">Public<' in listed(ada, "event")
    assert 'state-draft">Draft<' in listed(ada, "event")
    assert 'state-withdrawn">Withdrawn<' in listed(ada, "person")
    review.ask(world.meeting, by=world.ada)
    assert 'state-asked">Asked<' in listed(ada, "event")


def test_a_list_says_who_changed_a_record_last(ada: Client, world: Universe):
    ada.post(address(world.meeting), typed(ada.get(address(world.meeting))) | {"title-fr": "Réunion"})
    assert ", ada</td>" in listed(ada, "event")


@pytest.mark.parametrize("state", ["draft", "asked", "public", "changed", "withdrawn"])
def test_records_are_found_by_state(ada: Client, world: Universe, state: str):
    review.ask(world.meeting, by=world.ada)
    sent = typed(ada.get(address(world.hearing))) | {"title-fr": "Audition", "why": "Translated."}
    ada.post(address(world.hearing), sent)
    lone = Event.objects.create(title={"en": "A lone draft"})
    found = {each.pk for each in ada.get(
        reverse("admin:events_event_changelist") + f"?state={state}").context["cl"].result_list}  # fmt: skip
    expected = {"draft": {lone.pk}, "asked": {world.meeting.pk}, "changed": {world.hearing.pk}}
    assert found == expected.get(state, set())


@pytest.mark.parametrize("kind", KINDS)
def test_a_longer_list_asks_no_more_questions(ada: Client, world: Universe, kind: str):
    listed(ada, kind)
    with CaptureQueriesContext(connection) as short:
        listed(ada, kind)
    for number in range(4):
        who = person(f"Somebody {number}")
        event = Event.objects.create(title={"en": f"Event {number}"})
        Statement.objects.create(person=who, event=event, text=f"Words {number}", language="en")
        for record in (world.amaly, world.graves, world.families, world.article, world.figure, world.demand):
            type(record).objects.filter(pk=record.pk).update(note=f"{number}")
    world.graves.pk = None
    for record in (world.amaly, world.figure, world.demand):
        _copies(record)
    with CaptureQueriesContext(connection) as long:
        listed(ada, kind)
    assert len(long) == len(short)


def _copies(record) -> None:
    model = type(record)
    values = {f.attname: getattr(record, f.attname) for f in model._meta.concrete_fields
              if f.name not in ("id", "identifier")}  # fmt: skip
    for _each in range(3):
        model.objects.create(**values)


def test_any_part_of_any_name_finds_a_person(ada: Client, world: Universe):
    assert "Leyla Ormand" in listed(ada, "person", "?q=اورمند")
    assert "Leyla Ormand" not in listed(ada, "person", "?q=Vahl")
    assert "Hearing" in listed(ada, "event", "?q=port amaly")


def test_people_are_offered_while_a_name_is_typed(ada: Client, world: Universe):
    asked = {"term": "orm", "app_label": "events", "model_name": "statement", "field_name": "person"}
    found = ada.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert found == [{"id": str(world.leyla.pk), "text": "Leyla Ormand"}]
