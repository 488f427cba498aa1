import pytest
from django.test import Client
from django.urls import reverse

from archive.desk import review
from archive.desk.models import PublicationRequest
from archive.edition.models import Record
from events.models import Statement
from tests.desk.conftest import address
from tests.universe import Universe

pytestmark = pytest.mark.django_db


def page(client: Client, at: str, **sent: object) -> str:
    answer = client.post(at, sent, follow=True) if sent else client.get(at)
    return answer.content.decode()


def decision(record) -> str:
    request = PublicationRequest.objects.get(identifier=record.identifier, decision="")
    return reverse("admin:desk_publicationrequest_change", args=[request.pk])


def test_every_page_of_review_opens(ada: Client, world: Universe):
    for record in (world.hearing, world.leyla, world.article, world.quote, world.figure, world.meeting):
        for tool in ("preview", "ask", "withdraw", "mentions", "history", "ask_whole"):
            assert ada.get(address(record, tool)).status_code == 200


def test_ada_asks_and_ben_approves(ada: Client, ben: Client, world: Universe):
    assert "Asked" in page(ada, address(world.meeting, "ask"), why="It is checked.")
    assert not Record.public.filter(pk=world.meeting.identifier).exists()
    assert "is public" in page(ben, decision(world.meeting), approve="1", why="")
    assert Record.public.filter(pk=world.meeting.identifier).exists()


def test_who_asked_sees_no_button_to_approve(ben: Client, world: Universe):
    review.ask(world.meeting, by=world.ben)
    told = page(ben, decision(world.meeting))
    assert "You asked for this yourself" in told
    assert 'name="approve"' not in told
    assert "Somebody else has to approve it" in page(ben, decision(world.meeting), approve="1", why="")
    assert not Record.public.filter(pk=world.meeting.identifier).exists()


def test_a_curator_cannot_decide(ada: Client, world: Universe):
    review.ask(world.meeting, by=world.ben)
    assert 'name="approve"' not in page(ada, decision(world.meeting))
    assert "Your account may not do this" in page(ada, decision(world.meeting), approve="1", why="")


def test_declining_needs_a_reason_and_shows_it_to_who_asked(ada: Client, ben: Client, world: Universe):
    review.ask(world.meeting, by=world.ada)
    assert "This field is required" in page(ben, decision(world.meeting), decline="1", why="")
    page(ben, decision(world.meeting), decline="1", why="The date is missing.")
    assert "The date is missing." in page(ada, reverse("admin:index"))


def test_what_changed_since_it_was_asked_for_cannot_be_approved(ben: Client, world: Universe):
    review.ask(world.meeting, by=world.ada)
    world.meeting.title = {"en": "Another title"}
    world.meeting.save()
    told = page(ben, decision(world.meeting))
    assert "has changed since it was asked for" in told
    assert 'name="approve"' not in told
    assert "It has changed since" in page(ben, decision(world.meeting), approve="1", why="")


def test_the_preview_shows_every_word_that_would_become_public_and_no_other(ada: Client, world: Universe):
    world.meeting.note = "CANARY"
    world.meeting.save()
    told = page(ada, address(world.meeting, "preview"))
    assert "Meeting of the families" in told
    assert "What would become public" in told
    assert "CANARY" not in told


def test_the_diff_marks_what_changes_for_readers_word_by_word(ada: Client, world: Universe):
    world.hearing.title = {"en": "Hearing at Port Amaly, second day"}
    world.hearing.save()
    world.hearing.places.clear()
    told = page(ada, address(world.hearing, "preview"))
    assert "Hearing at Port Amaly<ins>, second day</ins>" in told
    assert "<del><a" in told
    assert "removed:" in told


def test_the_preview_says_which_links_readers_will_not_see(ada: Client, world: Universe):
    said = Statement.objects.create(person=world.officer, event=world.meeting, text="No.", language="en")
    told = page(ada, address(said, "preview"))
    assert "2 records that it leads to are not public" in told


def test_withdrawing_shows_what_still_mentions_the_name(ada: Client, world: Universe):
    Statement.objects.filter(pk=world.quote.pk).update(text="We saw Leyla Ormand there")
    world.publish(world.quote)
    told = page(ada, address(world.leyla, "withdraw"), why="She asked for it.")
    assert "Withdrawn" in told
    assert "We saw Leyla Ormand there" in told
    assert "the whole name" in told
    assert not Record.public.filter(pk=world.leyla.identifier).exists()


def test_withdrawing_needs_a_reason(ada: Client, world: Universe):
    assert "This field is required" in page(ada, address(world.leyla, "withdraw"), why=" ")
    assert Record.public.filter(pk=world.leyla.identifier).exists()


def test_asking_for_a_whole_event_lists_first_and_asks_for_what_is_ticked(ada: Client, world: Universe):
    said = Statement.objects.create(person=world.officer, event=world.meeting, text="No.", language="en")
    at = address(world.meeting, "ask_whole")
    told = page(ada, at)
    assert "Piotr Vahl" in told
    assert "Leyla" not in told
    page(ada, at, chosen=[world.meeting.identifier, said.identifier], why="Checked.")
    asked = set(PublicationRequest.objects.filter(decision="").values_list("identifier", flat=True))
    assert asked == {world.meeting.identifier, said.identifier}


def test_many_are_asked_for_and_approved_from_their_lists(ada: Client, ben: Client, world: Universe):
    at = reverse("admin:events_event_changelist")
    ticked = [world.meeting.pk, world.hearing.pk]
    first = page(ada, at, action="ask_selected", _selected_action=ticked)
    assert "Meeting of the families" in first
    assert not PublicationRequest.objects.filter(decision="").exists()
    told = page(ada, at, action="ask_selected", _selected_action=ticked, confirmed=1, why="")
    assert "Nothing to ask for" in told
    assert "Done for 1 of 2" in told
    requests = reverse("admin:desk_publicationrequest_changelist")
    waiting = PublicationRequest.objects.get(decision="")
    page(ben, requests, action="approve_selected", _selected_action=[waiting.pk], confirmed=1, why="")
    assert Record.public.filter(pk=world.meeting.identifier).exists()


def test_a_curator_is_not_offered_to_approve_many(ada: Client, world: Universe):
    assert "approve_selected" not in page(ada, reverse("admin:events_event_changelist"))
