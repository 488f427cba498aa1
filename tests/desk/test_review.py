import pytest
from django.db import DatabaseError

from archive.desk import review
from archive.desk.models import Deed, PublicationRequest
from archive.desk.review import Refused
from archive.edition.models import LedgerEntry, Record
from events.models import Translation
from tests.universe import Universe

pytestmark = pytest.mark.django_db


def test_who_asked_cannot_approve(world: Universe):
    request = review.ask(world.meeting, by=world.ben)
    with pytest.raises(Refused, match="Somebody else"):
        review.approve(request, by=world.ben)
    assert not Record.public.filter(pk=world.meeting.identifier).exists()


def test_a_curator_cannot_approve(world: Universe):
    request = review.ask(world.meeting, by=world.ben)
    with pytest.raises(Refused, match="administrator"):
        review.approve(request, by=world.ada)


def test_one_person_may_when_the_switch_is_on_and_the_ledger_says_so(world: Universe, settings):
    settings.ONE_PERSON = True
    review.approve(review.ask(world.meeting, by=world.ben), by=world.ben)
    assert PublicationRequest.objects.get(identifier=world.meeting.identifier).one_person
    assert LedgerEntry.objects.filter(act="one-person-on").count() == 1
    settings.ONE_PERSON = False
    world.meeting.title = {"en": "Meeting"}
    world.meeting.save()
    world.publish(world.meeting)
    assert LedgerEntry.objects.order_by("-sequence")[1].act == "one-person-off"


def test_what_changed_after_it_was_asked_for_is_not_published(world: Universe):
    request = review.ask(world.meeting, by=world.ada)
    world.meeting.title = {"en": "A secret"}
    world.meeting.save()
    with pytest.raises(Refused, match="changed"):
        review.approve(request, by=world.ben)


def test_withdrawing_takes_one_person_and_a_reason(world: Universe):
    with pytest.raises(Refused, match="why"):
        review.withdraw(world.leyla, by=world.ada, why=" ")
    review.withdraw(world.leyla, by=world.ada, why="She asked for it.")
    assert "speaker" not in Record.public.get(pk=world.quote.identifier).links
    assert not Record.public.holding(f"person:{world.leyla.identifier}").exists()
    assert Deed.objects.first().why == "She asked for it."


def test_what_a_change_takes_away_goes_at_once_and_what_it_adds_waits(world: Universe):
    Translation.objects.create(statement=world.quote, language="fr", text="Quatre cents", translator="A. N.")
    world.publish(world.quote)
    world.quote.translations.all().delete()
    Translation.objects.create(statement=world.quote, language="ar", text="أربعمئة", translator="B. N.")
    review.narrow(world.quote, by=world.ada)
    answer = Record.public.answers().get(pk=world.quote.identifier)
    assert "Quatre" not in answer
    assert "أربعمئة" not in answer
    assert "We counted" in answer


def test_narrower_rights_of_a_source_take_the_context_from_its_statements_at_once(world: Universe):
    assert "held a hearing" in Record.public.answers().get(pk=world.quote.identifier)
    world.article.rights = "citation"
    world.article.save()
    review.narrow(world.article, by=world.ada)
    assert "held a hearing" not in Record.public.answers().get(pk=world.quote.identifier)


def test_a_public_record_cannot_be_deleted_at_the_desk(world: Universe):
    with pytest.raises(DatabaseError, match="withdraw"):
        world.demand.delete()
