import pytest
from django.test import Client

from archive.desk.changes import change
from archive.desk.models import Deed, Difference
from archive.desk.past import history_of
from archive.desk.restoring import restore
from archive.desk.review import Refused
from archive.edition.models import Record
from events.models import Appearance
from tests.desk.conftest import address
from tests.universe import Universe

pytestmark = pytest.mark.django_db


def test_history_tells_who_changed_what_from_what_to_what_and_why(world: Universe):
    with change(world.meeting, by=world.ada, why="The paper says so.") as meeting:
        meeting.title = {"en": "Meeting of eight families"}
        meeting.save()
    latest = history_of(world.meeting)[0]
    assert (latest.who, latest.why) == ("ada", "The paper says so.")
    [line] = latest.lines
    assert (line.label, line.before, line.after) == (
        "Title", "en: Meeting of the families", "en: Meeting of eight families",
    )  # fmt: skip


def test_history_tells_what_belongs_to_a_record_too(world: Universe):
    with change(world.meeting, by=world.ada) as meeting:
        Appearance.objects.create(event=meeting, person=world.leyla, role={"en": "witness"})
        meeting.hosts.add(world.families)
    with change(world.meeting, by=world.ben) as meeting:
        meeting.appearances.update(role={"en": "teacher"})
        meeting.hosts.clear()
    later, earlier = history_of(world.meeting)[:2]
    assert [(line.label, line.before, line.after) for line in later.lines] == [
        ("Appearance: Role then", "en: witness", "en: teacher"),
        ("Hosts", "Committee of Karsavan Families", ""),
    ]
    assert [line.after for line in earlier.lines] == [
        "Leyla Ormand, en: witness, Not stated", "Committee of Karsavan Families",
    ]  # fmt: skip


def test_an_earlier_state_comes_back_with_a_reason_and_a_deed(world: Universe):
    was = world.meeting.history.latest("pgh_id")
    with change(world.meeting, by=world.ada) as meeting:
        meeting.title, meeting.note = {"en": "Wrong"}, "Wrong"
        meeting.save()
    with pytest.raises(Refused, match="why"):
        restore(world.meeting, was, by=world.ada, why=" ")
    restored = restore(world.meeting, was, by=world.ada, why="It was right before.")
    assert (restored.title, restored.note) == ({"en": "Meeting of the families"}, "")
    assert Deed.objects.get(act="restore").why == "It was right before."


def test_restoring_publishes_nothing(world: Universe):
    was = world.hearing.history.latest("pgh_id")
    with change(world.hearing, by=world.ada) as hearing:
        hearing.title = {}
        hearing.title = {"fr": "Audience"}
        hearing.save()
    assert "en" not in Record.public.get(pk=world.hearing.identifier).title
    restore(world.hearing, was, by=world.ada, why="It was right before.")
    assert "en" not in Record.public.get(pk=world.hearing.identifier).title
    assert Difference.objects.filter(pk=world.hearing.identifier).exists()


def test_a_version_of_another_record_is_refused(world: Universe):
    with pytest.raises(Refused, match="another record"):
        restore(world.meeting, world.hearing.history.latest("pgh_id"), by=world.ada, why="x")


def test_a_source_s_text_is_never_restored(world: Universe):
    was = world.article.history.latest("pgh_id")
    before = world.article.text_sha256
    assert restore(world.article, was, by=world.ada, why="x").text_sha256 == before


def test_a_curator_restores_from_the_history_page(ada: Client, world: Universe):
    was = world.meeting.history.latest("pgh_id")
    with change(world.meeting, by=world.ada) as meeting:
        meeting.title = {"en": "Wrong"}
        meeting.save()
    page = ada.get(address(world.meeting, "history")).content.decode()
    assert f"version={was.pgh_id}" in page
    shown = ada.get(address(world.meeting, "restore") + f"?version={was.pgh_id}").content.decode()
    assert "<del>en: Wrong</del>" in shown
    ada.post(address(world.meeting, "restore"), {"version": was.pgh_id, "why": "It was right."})
    world.meeting.refresh_from_db()
    assert world.meeting.title == {"en": "Meeting of the families"}
