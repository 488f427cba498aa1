"""What becomes public of a testimony, by its consent and what is withheld."""

from __future__ import annotations

import json

import pytest
from django.utils import timezone

from archive.desk import review
from archive.desk.changes import change
from archive.desk.models import Opening
from archive.desk.review import Refused
from archive.edition.models import Record
from archive.edition.published import published_rendering
from tests.universe import Universe
from tests.witnesses import Told, agrees, withhold

pytestmark = pytest.mark.django_db


def public_words(record) -> str:
    public = Record.public.get(pk=record.identifier)
    return json.dumps(public.facts, ensure_ascii=False) + json.dumps(public.title, ensure_ascii=False)


def test_withheld_words_and_real_names_are_in_no_public_text(told: Told):
    said = public_words(told.account)
    for hidden in (
        "Mill Street",
        "آسیاب",
        "Parnak",
        "Davud",
        "پرناک",
        "داوود",
        "cousin",
        "Orvane",
        "اوروانه",
    ):
        assert hidden not in said
    assert "Officer B." in said
    assert "مأمور ب." in said


def test_without_consent_nothing_can_be_asked_for(told: Told, world: Universe):
    with pytest.raises(Refused, match="consent"):
        review.ask(told.untold, by=world.ada)


def test_a_testimony_agreed_for_the_pages_is_not_in_the_api(told: Told):
    assert Record.on_pages.filter(pk=told.pages_only.identifier).exists()
    assert not Record.in_api.filter(pk=told.pages_only.identifier).exists()


def test_an_embargo_holds_an_approval_back(told: Told):
    assert not Record.public.filter(pk=told.embargoed.identifier).exists()
    assert Opening.objects.get(pk=told.embargoed.identifier).opens_at > timezone.now()


def test_a_withdrawn_consent_takes_the_testimony_and_what_is_drawn_from_it_away(told: Told, world: Universe):
    with change(told.account, by=world.ada, why="She asked.") as account:
        agrees(account, decision="withdrawn", uses=[])
    assert not Record.public.filter(pk__in=[told.account.identifier, told.drawn.identifier]).exists()


def test_withholding_takes_effect_at_once_and_leaves_the_rest(told: Told, world: Universe):
    beaten = told.account.passages.get(position=2)
    with change(told.account, by=world.ada):
        withhold(beaten, "in the yard", "در حیاط")
    said = public_words(told.account)
    assert "yard" not in said
    assert "They beat my brother " in said


def test_of_a_passage_withheld_whole_not_even_who_spoke_is_told(told: Told, world: Universe):
    question = told.account.passages.get(position=0)
    with change(told.account, by=world.ada):
        withhold(question, "")
    [first, *_others] = Record.public.get(pk=told.account.identifier).facts["passages"]
    assert (first["turn"], first["translations"], first["warnings"]) == ("", [], [])


def test_withholding_in_a_reworded_passage_hides_the_whole_until_it_is_approved(told: Told, world: Universe):
    beaten = told.account.passages.get(position=2)
    with change(told.account, by=world.ada):
        beaten.text = "They hit my brother in the alley."
        beaten.save()
        withhold(beaten, "in the alley", "در حیاط")
    said = public_words(told.account)
    assert "yard" not in said
    assert "alley" not in said


def test_a_name_changed_later_leaves_old_public_titles_at_once(told: Told, world: Universe):
    with change(told.pages_only, by=world.ada) as yard:
        yard.pseudonyms.create(names=["Yard"], instead={"en": "Place"}, decided_by="ada")
    assert "ard" not in public_words(told.pages_only)


def test_showing_withheld_words_again_waits_for_a_second_person(told: Told, world: Universe):
    before = published_rendering(told.account.identifier)
    with change(told.account, by=world.ada) as account:
        account.passages.get(position=1).withholdings.all().delete()
    assert published_rendering(told.account.identifier) == before


def test_who_becomes_a_witness_is_named_nowhere_not_even_in_what_was_drawn_from_it(
    told: Told, world: Universe
):
    with change(told.neighbour, by=world.ada, why="She asked.") as neighbour:
        neighbour.name_kind, neighbour.public_name = "witness", {}
        neighbour.save()
    assert "Witness K" not in public_words(told.account)
    assert "Witness K" not in public_words(told.drawn)


def test_a_consent_narrowed_to_a_witness_does_the_same(told: Told, world: Universe):
    with change(told.account, by=world.ada) as account:
        agrees(account, name_use="witness")
    assert "Witness K" not in public_words(told.account) + public_words(told.drawn)
    with pytest.raises(Refused, match="not to be shown any more"):
        world.publish(told.drawn)
