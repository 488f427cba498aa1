from datetime import timedelta

import pytest
from django.utils import timezone

from archive.core.canonical import canonical, sha256
from archive.edition.models import LedgerEntry, Record
from archive.edition.shapes import SHAPES
from tests.api.conftest import Ask, refusal
from tests.universe import Universe
from tests.witnesses import Told

pytestmark = pytest.mark.django_db


def test_a_record_is_answered_as_it_is_stored(told: Told, ask: Ask):
    for record in Record.in_api.all():
        stored = Record.in_api.filter(pk=record.pk).answers(whole=True).get()
        answer = ask(f"{SHAPES[record.kind].plural}/{record.pk}/")
        assert answer.content.decode() == stored
        assert answer.headers["Content-Type"] == "application/json; charset=utf-8"


def test_the_digest_is_that_of_the_whole_answer_and_stands_in_the_ledger(told: Told, ask: Ask):
    for record in Record.in_api.all():
        answer = ask(f"{SHAPES[record.kind].plural}/{record.pk}/").json()
        stamp = answer.pop("edition")
        del answer["linked"]
        assert stamp["digest"] == sha256(canonical(answer))
        assert LedgerEntry.objects.filter(record=record.pk, digest=stamp["digest"]).exists()


def test_a_sloppy_identifier_leads_to_the_address_of_the_record(world: Universe, ask: Ask):
    sloppy = world.hearing.identifier.lower()
    answer = ask(f"events/{sloppy[:4]}-{sloppy[4:]}/")
    assert answer.status_code == 308
    assert answer.headers["Location"] == f"/api/v1/events/{world.hearing.identifier}/"


def test_an_address_without_its_last_slash_leads_to_the_one_with_it(world: Universe, ask: Ask):
    answer = ask("events", {"limit": 1})
    assert answer.status_code == 308
    assert answer.headers["Location"] == "/api/v1/events/?limit=1"
    assert ask("/api/").headers["Location"] == "/api/v1/"


def test_a_withdrawn_record_says_so_and_nothing_else(world: Universe, ask: Ask):
    error = refusal(ask(f"people/{world.officer.identifier}/"), 410)
    assert error == {"code": "withdrawn", "message": "This record was public and has been withdrawn."}


def test_a_record_whose_consent_has_ended_is_gone_without_anybody_acting(world: Universe, ask: Ask):
    yesterday = timezone.now() - timedelta(days=1)
    Record.objects.filter(pk=world.leyla.identifier).update(closes_at=yesterday)
    assert refusal(ask(f"people/{world.leyla.identifier}/"), 410)["code"] == "withdrawn"


def test_a_record_that_was_never_public_does_not_exist(world: Universe, ask: Ask):
    error = refusal(ask(f"events/{world.meeting.identifier}/"), 404)
    assert error["message"] == "The API has no record with this identifier."


def test_an_identifier_in_the_wrong_list_is_led_to_the_right_one(world: Universe, ask: Ask):
    error = refusal(ask(f"events/{world.leyla.identifier}/"), 404)
    assert "/api/v1/people/" in error["message"]


def test_a_mistyped_identifier_is_told_from_a_missing_record(ask: Ask):
    assert "check sign" in refusal(ask("events/AAAAAAAAAAA/"), 404)["message"]
