"""What can go wrong while somebody saves, and the sentence that is said about it."""

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse
from psycopg.errors import DeadlockDetected

from archive.desk import review
from archive.desk.models import Deed, PublicationRequest
from archive.edition.models import Record
from events.models import Demand, Event, Organisation, Person
from tests.desk.conftest import address, typed
from tests.universe import Universe, organisation

pytestmark = pytest.mark.django_db


class CrossedOnce:
    """The database ends one of two transactions that wait for each other: the first `times` times, ours."""

    def __init__(self, times: int):
        self.left, self.narrow = times, review.narrow

    def __call__(self, *args: object, **kwargs: object) -> object:
        if self.left:
            self.left -= 1
            raise OperationalError from DeadlockDetected("deadlock detected")
        return self.narrow(*args, **kwargs)


def save_a_title(ada: Client, world: Universe):
    sent = typed(ada.get(address(world.hearing))) | {"title-en": "Hearing", "why": "Shorter."}
    return ada.post(address(world.hearing), sent, follow=True)


def test_who_crosses_somebody_else_s_change_is_tried_again_unnoticed(ada, world: Universe, monkeypatch):
    monkeypatch.setattr(review, "narrow", CrossedOnce(2))
    assert "changed successfully" in save_a_title(ada, world).content.decode()
    assert Event.objects.get(pk=world.hearing.pk).title == {"en": "Hearing"}
    assert Event.objects.get(pk=world.hearing.pk).revision == 1


def test_who_crosses_it_again_and_again_is_told_and_loses_nothing(ada, world: Universe, monkeypatch):
    monkeypatch.setattr(review, "narrow", CrossedOnce(99))
    page = save_a_title(ada, world).content.decode()
    assert "Somebody else was changing the same records" in page
    assert 'value="Hearing"' in page
    assert Event.objects.get(pk=world.hearing.pk).revision == 0
    monkeypatch.undo()
    ada.post(address(world.hearing), typed_again(page), follow=True)
    assert Event.objects.get(pk=world.hearing.pk).title == {"en": "Hearing"}


def typed_again(page: str):
    class Page:
        content = page.encode()

    return typed(Page)


def test_a_public_record_is_not_deleted_but_withdrawn_first(ada: Client, world: Universe):
    told = ada.post(address(world.demand, "delete"), {"post": "yes"}, follow=True).content.decode()
    assert "Withdraw it first" in told
    assert Record.public.filter(pk=world.demand.identifier).exists()
    review.withdraw(world.demand, by=world.ada, why="Wrong.")
    ada.post(address(world.demand, "delete"), {"post": "yes", "why": "Entered twice."})
    assert Deed.objects.get(act="delete").why == "Entered twice."


def test_many_are_deleted_all_or_none(ada: Client, world: Universe):
    draft = Demand.objects.create(act={"en": "tell the truth"})
    sent = {"action": "delete_selected", "post": "yes", "_selected_action": [draft.pk, world.demand.pk]}
    told = ada.post(reverse("admin:events_demand_changelist"), sent, follow=True).content.decode()
    assert "is public. Withdraw it first" in told
    assert Demand.objects.count() == 2
    ada.post(reverse("admin:events_demand_changelist"), sent | {"_selected_action": [draft.pk]})
    assert Demand.objects.get() == world.demand


def test_a_record_that_others_need_is_not_deleted_and_they_are_named(ada: Client, world: Universe):
    host = organisation("A body nobody asked for yet")
    Organisation.objects.create(parent=host)
    page = ada.get(address(host, "delete")).content.decode()
    assert "protected" in page.lower()
    ada.post(address(host, "delete"), {"post": "yes"})
    assert Organisation.objects.filter(pk=host.pk).exists()


def test_deleting_a_draft_closes_its_request(ada: Client, world: Universe):
    review.ask(world.meeting, by=world.ada)
    ada.post(address(world.meeting, "delete"), {"post": "yes"})
    assert PublicationRequest.objects.get(identifier=world.meeting.identifier).decision == "overtaken"


def test_a_date_that_is_none_is_refused_with_what_to_write_instead(ada: Client, world: Universe):
    sent = typed(ada.get(address(world.meeting))) | {"date_edtf": "the day after"}
    page = ada.post(address(world.meeting), sent).content.decode()
    assert "Write the year first" in page
    assert "the day after" in page


def test_a_date_is_understood_and_said_in_words(ada: Client, world: Universe):
    sent = typed(ada.get(address(world.meeting))) | {
        "date_stated": "3 Mordad 1367",
        "date_calendar": "jalali",
    }
    ada.post(address(world.meeting), sent)
    world.meeting.refresh_from_db()
    assert str(world.meeting.date_earliest) == "1988-07-25"
    assert "25 July 1988" in ada.get(address(world.meeting)).content.decode()
    asked = {"stated": "November 28", "calendar": "gregorian"}
    told = ada.get(reverse("admin:understand_date"), asked).json()["understood"]
    assert told == "Understood as 28 November, year not stated; first and last day: unknown."


def test_a_text_in_a_further_language_needs_its_tag(ada: Client, world: Universe):
    sent = typed(ada.get(address(world.meeting)))
    further = {"title-other-0-text": "Civîn"}
    assert "Say which language" in ada.post(address(world.meeting), sent | further).content.decode()
    ada.post(address(world.meeting), sent | further | {"title-other-0-tag": "ku"})
    world.meeting.refresh_from_db()
    assert world.meeting.title["ku"] == "Civîn"


def test_other_labels_of_a_topic_are_written_one_a_line(ada: Client, world: Universe):
    sent = typed(ada.get(address(world.graves)))
    sent |= {"alternative_labels-en": "burial pits\r\nunmarked graves", "why": "Other words."}
    ada.post(address(world.graves), sent)
    world.graves.refresh_from_db()
    assert world.graves.alternative_labels == {"en": ["burial pits", "unmarked graves"]}


def test_a_person_needs_a_name(ada: Client, world: Universe):
    before = Person.objects.count()
    at = reverse("admin:events_person_add")
    ada.post(at, typed(ada.get(at)))
    assert Person.objects.count() == before
