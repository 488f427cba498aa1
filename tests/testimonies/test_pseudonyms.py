"""Changed names: where the real one stands, where it may be missed, and that it leaves the public at once."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from django.urls import reverse

from archive.desk.changes import change
from archive.desk.models import Deed
from archive.desk.review import Refused
from archive.edition.models import Record
from testimonies.actions import pseudonyms as acts
from tests.universe import Universe
from tests.witnesses import Told

pytestmark = pytest.mark.django_db


def public_words(record: object) -> str:
    public = Record.public.get(pk=record.identifier)  # type: ignore[attr-defined]
    return json.dumps([public.facts, public.title], ensure_ascii=False)


def test_every_place_of_a_name_is_found_in_both_scripts_title_and_summary(told: Told, world: Universe):
    with change(told.account, by=world.ada) as account:
        account.title = {"en": "They came with Davud Parnak"}
        account.summary = {"fa": "روایتی از داوود پرناک"}
        account.save()
    hits = acts.found(account, ["Davud Parnak"])
    assert [(each.where, each.language) for each in hits] == [
        ("Title", "en"), ("Summary", "fa"), ("Passage 2", "en"), ("Passage 2, translation", "fa"),
    ]  # fmt: skip
    assert hits[2].before.endswith("At night. ")
    assert hits[3].words == "داوود پرناک"


@pytest.mark.parametrize("missed", ["Parnak", "Parnick", "پرناک"])
def test_a_part_alone_or_a_slip_of_the_pen_is_shown_as_likely_missed(
    told: Told, world: Universe, missed: str
):
    told.account.passages.create(position=9, text=f"Later {missed} left.", language="en")
    hits = acts.likely_missed(told.account, ["Davud Parnak", "داوود پرناک"])
    assert missed in [each.words for each in hits]


def test_other_words_are_not_called_likely(told: Told):
    assert acts.likely_missed(told.account, ["Davud Parnak"]) == []


def test_a_pseudonym_takes_the_real_name_out_of_the_public_at_once(told: Told, world: Universe):
    acts.give_pseudonym(
        told.account, names=["Orvane", "brother"], instead={"en": "R.", "fa": "ر."}, by=world.ada
    )
    assert "brother" not in public_words(told.account)
    deed = Deed.objects.filter(identifier=told.account.identifier).latest("pk")
    assert "brother" not in deed.why


def test_letting_the_real_name_stand_again_waits_for_a_second_person(told: Told, world: Universe):
    row = told.account.pseudonyms.get()
    with pytest.raises(Refused, match="Say why"):
        acts.take_back(row, by=world.ada, why="")
    acts.take_back(row, by=world.ada, why="He was convicted in public.")
    assert "Parnak" not in public_words(told.account)
    world.publish(told.account)
    assert "Parnak" in public_words(told.account)


@pytest.mark.parametrize(
    ("names", "instead", "told_why"),
    [
        ([" "], {"en": "R."}, "real name"),
        (["Mina"], {}, "Write the pseudonym"),
        (["Mina"], {"english": "R."}, "by language"),
        (["Mina Karvel"], {"en": "M. Karvel"}, "holds the real name"),
        (["مینا"], {"en": "Mina R."}, "holds the real name"),
        (["davud  parnak"], {"en": "R."}, "has a pseudonym already"),
        (["x" * 201], {"en": "R."}, "200 signs"),
    ],
)
def test_an_unsound_pseudonym_is_refused(told: Told, world: Universe, names, instead, told_why):
    with pytest.raises(Refused, match=told_why):
        acts.give_pseudonym(told.account, names=names, instead=instead, by=world.ada)
    assert told.account.pseudonyms.count() == 1


def test_the_page_shows_places_before_it_changes_anything_and_adds_what_is_ticked(
    told: Told, world: Universe
):
    told.untold.passages.create(position=9, text="Mina Karvel came. Karvol left.", language="en")
    desk, page = Client(), reverse("testimonies:pseudonyms", args=[told.untold.pk])
    desk.force_login(world.ada)
    answer = desk.post(page, {"names": "Mina Karvel", "look": "1", "instead-en": "R."})
    assert "It stands in 1 place" in answer.content.decode()
    assert "Karvol" in [each.words for each in answer.context["missed"]]
    assert not told.untold.pseudonyms.exists()
    answer = desk.post(page, {"names": "Mina Karvel", "look": "1", "also": ["Karvol"]})
    assert answer.context["names"] == ["Mina Karvel", "Karvol"]
    desk.post(page, {"names": "Mina Karvel\r\nKarvol", "apply": "1", "instead-en": "R.", "instead-fa": ""})
    row = told.untold.pseudonyms.get()
    assert (row.names, row.instead) == (["Mina Karvel", "Karvol"], {"en": "R."})


def test_a_pseudonym_is_changed_in_its_own_row(told: Told, world: Universe):
    desk, page = Client(), reverse("testimonies:pseudonyms", args=[told.account.pk])
    desk.force_login(world.ada)
    row = told.account.pseudonyms.get()
    assert "Davud Parnak\nداوود پرناک" in desk.get(page, {"pseudonym": row.pk}).content.decode()
    desk.post(page, {
        "pseudonym": row.pk, "names": "Davud Parnak\nداوود پرناک\nParnak", "apply": "1",
        "instead-en": "Officer C.", "instead-fa": "مأمور ج.",
    })  # fmt: skip
    row.refresh_from_db()
    assert row.instead["en"] == "Officer C."
    assert "Officer C." not in public_words(told.account)
    desk.post(reverse("testimonies:pseudonym_back", args=[told.account.pk, row.pk]), {"why": "Known."})
    assert not told.account.pseudonyms.exists()
