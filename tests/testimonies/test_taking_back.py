"""Everything of one narrator or one event leaves the public at once; and the receipt."""

from __future__ import annotations

import pytest
from django.test import Client

from archive.desk.models import Deed, Opening
from archive.desk.review import Refused
from archive.desk.went_out import times_public
from archive.edition.models import Record
from testimonies.taking_back.panic import withdraw_everything
from testimonies.taking_back.receipts import receipt_of
from tests.universe import Universe
from tests.witnesses import Told

pytestmark = pytest.mark.django_db


def public(*records) -> set[str]:
    return set(
        Record.public.filter(pk__in=[each.identifier for each in records]).values_list("pk", flat=True)
    )


def test_everything_of_a_narrator_goes_at_once_and_nothing_else(told: Told, world: Universe):
    withdraw_everything(told.neighbour, by=world.ada, why="A threat.")
    assert public(told.account, told.pages_only, told.drawn) == set()
    assert not Opening.objects.exists()
    assert public(told.brother, world.hearing) == {told.brother.identifier, world.hearing.identifier}
    assert Deed.objects.filter(act="panic", identifier=told.neighbour.identifier).exists()


def test_everything_of_an_event_goes_with_the_testimonies_of_it(told: Told, world: Universe):
    withdraw_everything(world.hearing, by=world.ada, why="A threat.")
    gone = (world.hearing, world.quote, world.figure, world.demand, told.account, told.drawn)
    assert public(*gone) == set()
    assert public(told.pages_only, world.leyla) == {told.pages_only.identifier, world.leyla.identifier}


def test_it_asks_for_a_reason_and_for_something_public(told: Told, world: Universe):
    with pytest.raises(Refused, match="Say why"):
        withdraw_everything(told.neighbour, by=world.ada, why=" ")
    withdraw_everything(told.neighbour, by=world.ada, why="A threat.")
    with pytest.raises(Refused, match="Nothing"):
        withdraw_everything(told.neighbour, by=world.ada, why="Again.")


def test_the_desk_tells_when_it_was_public(told: Told, world: Universe):
    withdraw_everything(told.neighbour, by=world.ada, why="A threat.")
    [time] = times_public(told.account.identifier)
    assert time.until is not None
    assert time.since < time.until


def test_a_receipt_says_what_is_public_and_how(told: Told):
    receipt = receipt_of(told.neighbour)
    account, pages_only, embargoed, untold = receipt.entries
    assert (receipt.language, account.name) == ("fa", "شاهد ک.")
    assert (account.passages, account.withheld) == (4, 2)
    assert len(account.ways) == 3
    assert len(pages_only.ways) == 1
    assert embargoed.since is None
    assert embargoed.not_before is not None
    assert untold.consent_on is None


def test_the_receipt_is_a_page_in_the_narrators_language(told: Told, world: Universe, client: Client):
    client.force_login(world.ada)
    page = client.get(f"/desk/testimonies/narrator/{told.neighbour.pk}/receipt/")
    words = page.content.decode()
    assert '<html lang="fa" dir="rtl">' in words
    assert told.account.identifier in words
    assert told.neighbour.label not in words
    assert "Parnak" not in words


def test_the_page_shows_what_would_go_and_takes_it(told: Told, world: Universe, client: Client):
    client.force_login(world.ada)
    address = f"/desk/testimonies/narrator/{told.neighbour.pk}/everything/"
    assert "They came at night" in client.get(address).content.decode()
    client.post(address, {"why": "A threat."})
    assert public(told.account)
    client.post(address, {"why": "A threat.", "meant": "on"})
    assert not public(told.account)
