"""The index made anew: from what is public, where it is missing or was made by other rules."""

import pytest
from django.core.management import call_command

from archive.edition.actions import withdraw
from archive.edition.models import Found, Record
from archive.edition.search.renewing import outdated

pytestmark = pytest.mark.django_db


def kept() -> dict[str, tuple[int, str]]:
    return {each.pk: (each.sequence, each.words) for each in Found.objects.all()}


def test_every_public_record_can_be_found_and_none_other(told):
    assert set(kept()) == set(Record.objects.values_list("pk", flat=True))
    assert not outdated().exists()


def test_an_index_made_by_other_rules_is_made_anew_the_same(told, capsys):
    before = kept()
    Found.objects.filter(kind="statement").update(made_by="older", words="")
    Found.objects.filter(kind="person").delete()
    call_command("renew_search")
    assert kept() == before
    assert "renewed" in capsys.readouterr().out
    call_command("renew_search")
    assert "as it should be" in capsys.readouterr().out


def test_what_is_withdrawn_leaves_the_index_at_once(told, world):
    withdraw(world.quote.identifier)
    assert not Found.objects.filter(pk=world.quote.identifier).exists()


def test_where_and_until_when_it_is_found_stands_as_in_the_record(told):
    for each in Found.objects.select_related("record"):
        assert (each.kind, each.closes_at, each.outputs) == (
            each.record.kind,
            each.record.closes_at,
            each.record.outputs,
        )
