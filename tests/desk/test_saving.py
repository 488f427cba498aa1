import pytest
from django.test import Client

from archive.desk.models import Difference
from archive.edition.models import Record
from tests.desk.conftest import address, typed
from tests.universe import Universe

pytestmark = pytest.mark.django_db


def test_every_form_opens(ada: Client, world: Universe):
    for record in (world.hearing, world.leyla, world.families, world.amaly, world.graves, world.article,
                   world.quote, world.figure, world.demand):  # fmt: skip
        assert ada.get(address(record)).status_code == 200
        assert ada.get(address(record).split(str(record.pk))[0]).status_code == 200
        assert ada.get(address(record).split(str(record.pk))[0] + "add/").status_code == 200


def test_saving_a_form_that_nobody_changed_changes_nothing(ada: Client, world: Universe):
    for record in (world.hearing, world.leyla, world.families, world.amaly, world.graves, world.article,
                   world.quote, world.figure, world.demand):  # fmt: skip
        sent = typed(ada.get(address(record))) | {"why": "Looked at it."}
        answer = ada.post(address(record), sent)
        assert answer.status_code == 302, answer.context["errors"]
        before = (record.revision, record.history.count())
        record.refresh_from_db()
        assert (record.revision, record.history.count()) == before


def test_what_is_taken_away_goes_at_once_and_what_is_reworded_waits(ada: Client, world: Universe):
    sent = typed(ada.get(address(world.hearing)))
    sent |= {"title-en": "Hearing", "places": [], "why": "Nobody may know the place."}
    answer = ada.post(address(world.hearing), sent, follow=True)
    assert answer.status_code == 200
    public = Record.public.get(pk=world.hearing.identifier)
    assert "place" not in public.links
    assert public.facts["title"] == {"en": "Hearing at Port Amaly"}
    assert "no longer public" in answer.content.decode()
    assert Difference.objects.filter(pk=world.hearing.identifier).exists()
    world.hearing.refresh_from_db()
    assert world.hearing.revision == 1
    version = world.hearing.history.latest("pgh_id")
    assert version.pgh_context.metadata["why"] == "Nobody may know the place."
    assert version.pgh_context.metadata["user"] == world.ada.pk


def test_a_public_record_is_not_changed_without_a_reason(ada: Client, world: Universe):
    answer = ada.post(address(world.hearing), typed(ada.get(address(world.hearing))) | {"title-en": "H"})
    assert "say why you change it" in answer.content.decode()


def test_nobody_overwrites_what_somebody_else_saved_unseen(ada: Client, ben: Client, world: Universe):
    adas, bens = (typed(who.get(address(world.meeting))) for who in (ada, ben))
    ben.post(address(world.meeting), bens | {"title-en": "Meeting of families"})
    answer = ada.post(address(world.meeting), adas | {"title-en": "Meeting of the eight families"})
    page = answer.content.decode()
    assert "ben saved this record" in page
    assert "Meeting of families" in page
    assert "Meeting of the eight families" in page
    world.meeting.refresh_from_db()
    assert world.meeting.title == {"en": "Meeting of families"}
    ada.post(address(world.meeting), typed(answer))
    world.meeting.refresh_from_db()
    assert world.meeting.title == {"en": "Meeting of the eight families"}
