"""What happens on a day: embargoes open, consents end."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from archive.desk import review
from archive.desk.changes import change
from archive.desk.models import Deed, Opening
from archive.edition.models import Record
from tests.universe import Universe
from tests.witnesses import Told, agrees

pytestmark = pytest.mark.django_db


def its_day_comes(told: Told) -> None:
    """The embargo is so old that it has ended."""
    Opening.objects.update(opens_at=timezone.now() - timedelta(hours=1))


def is_public(record) -> bool:
    return Record.public.filter(pk=record.identifier).exists()


def test_an_embargo_opens_on_its_day_as_it_was_approved(told: Told):
    call_command("keep_dates")
    assert not is_public(told.embargoed)
    its_day_comes(told)
    call_command("keep_dates")
    assert is_public(told.embargoed)
    assert Deed.objects.filter(identifier=told.embargoed.identifier, act="publish", who="ben").exists()
    assert not Opening.objects.exists()


def test_what_changed_under_an_embargo_has_to_be_asked_for_again(told: Told, world: Universe):
    with change(told.embargoed, by=world.ada) as embargoed:
        embargoed.summary = {"en": "New words"}
        embargoed.save()
    assert not Opening.objects.exists()


def test_an_approval_under_embargo_can_be_taken_back(told: Told, world: Universe):
    review.withdraw(told.embargoed, by=world.ada, why="She hesitates.")
    assert not Opening.objects.exists()


def test_an_embargo_set_on_what_is_public_takes_it_away_at_once(told: Told, world: Universe):
    with change(told.account, by=world.ada) as account:
        agrees(account, embargo_until=timezone.now().date() + timedelta(days=9))
    assert not is_public(told.account)
    assert not is_public(told.drawn)


def test_what_has_closed_is_seen_by_nobody_and_then_withdrawn(told: Told):
    Record.objects.filter(pk=told.account.identifier).update(closes_at=timezone.now() - timedelta(days=1))
    assert not is_public(told.account)
    call_command("keep_dates")
    assert not Record.objects.filter(pk=told.account.identifier).exists()
    assert Deed.objects.filter(identifier=told.account.identifier, act="withdraw").exists()
