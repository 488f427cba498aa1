"""The desk's pages of testimonies, narrators, victims and groups, as a browser sees them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from archive.desk.models import Difference, Opening, PublicationRequest
from archive.desk.roles import APPROVER, CURATOR
from archive.edition.models import Record
from events.models import Claim
from testimonies.admin.wholes import whole_of_testimony, whole_of_victim
from testimonies.models import Narrator, Testimony, Victim
from testimonies.sealing.words import digests_of
from tests.desk.conftest import _static_files_need_not_be_collected, ada, address, ben, typed
from tests.universe import Universe
from tests.witnesses import Told, agrees, told_by

__all__ = ["_static_files_need_not_be_collected", "ada", "ben"]
pytestmark = pytest.mark.django_db


def read(browser: Client, at: str, **sent: Any) -> str:
    answer = browser.post(at, sent, follow=True) if sent else browser.get(at, follow=True)
    assert answer.status_code == 200, at
    return answer.content.decode()


def listed(browser: Client, noun: str, query: str = "") -> str:
    return read(browser, reverse(f"admin:testimonies_{noun}_changelist") + query)


def records(told: Told) -> list[Any]:
    return [told.account, told.untold, told.neighbour, told.brother, told.prisoners]


def test_every_list_and_form_opens(ada: Client, told: Told):
    for record in records(told):
        noun = record._meta.model_name
        listed(ada, noun)
        read(ada, reverse(f"admin:testimonies_{noun}_add"))
        read(ada, address(record))
        read(ada, address(record, "history"))


def test_saving_a_form_that_nobody_changed_changes_nothing(ada: Client, told: Told):
    for record in [*records(told), told.drawn]:
        sent = typed(ada.get(address(record))) | {"why": "Looked at it."}
        answer = ada.post(address(record), sent)
        assert answer.status_code == 302, answer.context["errors"]
        before = record.revision
        record.refresh_from_db()
        assert record.revision == before
    assert not Difference.objects.exists()


# --- testimonies ------------------------------------------------------------------------------------


def test_the_list_says_for_what_and_until_when(ada: Client, told: Told, world: Universe):
    agrees(told.pages_only, "web", ends_on=timezone.now().date() + timedelta(days=9))
    said = listed(ada, "testimony")
    assert "neighbour, interview 3" in said
    assert "pages, API, dumps, recording" in said
    assert "None yet" in said
    assert "Approved, opens on" in said


@pytest.mark.parametrize(
    ("query", "found"), [("none", "The gate"), ("opening", "The list"), ("ending", "The yard")]
)
def test_what_a_consent_asks_for_is_listed_and_stands_on_the_first_page(
    ada: Client, told: Told, query: str, found: str
):
    agrees(told.pages_only, "web", ends_on=timezone.now().date() + timedelta(days=30))
    said = listed(ada, "testimony", f"?consent={query}")
    assert [each for each in ("The gate", "The list", "The yard", "They came") if f">{each}" in said] == [
        found
    ]
    assert f"?consent={query}" in read(ada, "/desk/")


def test_an_approval_under_embargo_can_be_taken_back_at_the_desk(ada: Client, told: Told):
    assert "Take the approval back" in read(ada, address(told.embargoed))
    assert "it opens on" in read(ada, address(told.embargoed, "withdraw"))
    read(ada, address(told.embargoed, "withdraw"), why="She wants more time.")
    assert not Opening.objects.filter(pk=told.embargoed.identifier).exists()


def test_the_ask_page_says_why_it_cannot_be_public(ada: Client, told: Told):
    said = read(ada, address(told.untold, "ask"))
    assert "Nobody has agreed to anything yet" in said
    assert 'value="Ask to publish"' not in said


def test_what_the_checks_ask_is_answered_and_shown_to_who_approves(
    ada: Client, ben: Client, told: Told, world: Universe
):
    account = told_by(told.neighbour, "The well", ("answer", "We drew water.", "آب کشیدیم."))
    agrees(account)
    at = address(account, "ask")
    assert "No evidence of the consent is kept" in read(ada, at)
    assert "Answer in words" in read(ada, at, why="")
    assert not PublicationRequest.objects.filter(identifier=account.identifier).exists()
    sent = typed(ada.get(at), "//form[@class='deed']")
    answers = {name: "She said so on the recording." for name in sent if name.startswith("answer-")}
    assert answers
    assert "Asked." in read(ada, at, **(sent | answers))
    waiting = PublicationRequest.objects.get(identifier=account.identifier, decision="")
    page = reverse("admin:desk_publicationrequest_change", args=[waiting.pk])
    assert "She said so on the recording." in read(ben, page)
    assert "is public" in read(ben, page, approve="1", why="")
    assert Record.public.filter(pk=account.identifier).exists()


def test_what_the_checks_stop_says_what_and_where_and_offers_no_button(ada: Client, told: Told):
    told.neighbour.protected_words.create(label="a place", digests=digests_of("Sarnok"), added_by="ada")
    account = told_by(told.neighbour, "The well", ("answer", "We left for Sarnok.", "رفتیم."))
    agrees(account)
    said = read(ada, address(account, "ask"))
    assert "must not become public" in said
    assert 'value="Ask to publish"' not in said


def test_asking_for_all_that_belongs_to_it_leaves_out_what_cannot_be_asked_for(ada: Client, told: Told):
    Claim.objects.filter(pk=told.drawn.pk).update(value="beaten")
    told.untold.victims.add(Victim.objects.create())
    said = read(ada, address(told.untold, "ask_whole"))
    assert "Nobody has agreed to anything yet" in said
    assert said.count('name="chosen"') == 1


def test_a_testimony_with_a_consent_is_never_deleted(ada: Client, told: Told):
    assert "is kept for good" in read(ada, address(told.embargoed, "delete"), post="yes", why="By mistake.")
    assert Testimony.objects.filter(pk=told.embargoed.pk).exists()


def test_a_date_that_is_kept_back_goes_at_once(ada: Client, told: Told):
    sent = typed(ada.get(address(told.account))) | {"kept_back": ["date"], "why": "It was a rare day."}
    assert ada.post(address(told.account), sent).status_code == 302
    assert Record.public.get(pk=told.account.identifier).facts["date"] is None


# --- narrators --------------------------------------------------------------------------------------


def test_a_narrator_has_no_way_to_be_published(ada: Client, told: Told):
    said = read(ada, address(told.neighbour))
    assert "Ask to publish" not in said
    assert "Preview" not in said
    assert "They came at night" in said
    assert "Nothing is sealed" in said
    assert "ask_selected" not in listed(ada, "narrator")


def test_another_public_name_at_the_desk_takes_the_old_one_away_at_once(ada: Client, told: Told):
    sent = typed(ada.get(address(told.neighbour)))
    sent |= {"name_kind": "witness", "public_name-en": "", "public_name-fa": "", "why": "She asked."}
    answer = ada.post(address(told.neighbour), sent, follow=True)
    assert "no longer public with these records" in answer.content.decode()
    assert Record.public.get(pk=told.account.identifier).facts["narrator"] == {}


def test_a_name_for_a_witness_without_one_gets_a_sentence(ada: Client, told: Told):
    sent = typed(ada.get(address(told.neighbour))) | {"name_kind": "witness"}
    said = ada.post(address(told.neighbour), sent).content.decode()
    assert "Give the public name, or choose" in said
    assert Narrator.objects.get(pk=told.neighbour.pk).name_kind == "pseudonym"


# --- victims, groups, claims --------------------------------------------------------------------------


def test_a_victim_shows_what_is_claimed_of_it(ada: Client, told: Told):
    said = read(ada, address(told.brother))
    assert "beaten in the yard" in said
    assert "Witness K." in said


def test_a_claim_is_added_about_a_victim(ada: Client, told: Told):
    said = read(ada, address(told.brother))
    at = f"{reverse('admin:events_claim_add')}?victim={told.brother.pk}"
    assert at in said
    sent = typed(ada.get(at))
    assert sent["subject-0-victim"] == str(told.brother.pk)
    assert (sent["about-en"], sent["about-fa"]) == ("Omid Selan", "امید سلان")
    sent |= {"property": "birth", "value": "1951", "asserted_by_source": "on"}
    answer = ada.post(at, sent)
    assert answer.status_code == 302, answer.context["errors"]
    claim = Claim.objects.get(property="birth")
    assert claim.subject.victim == told.brother
    assert "Birth: 1951" in read(ada, address(told.brother))


def test_a_claim_that_loses_its_testimony_at_the_desk_keeps_its_limits_until_approved(
    ada: Client, told: Told
):
    sent = typed(ada.get(address(told.drawn))) | {
        "subject-0-testimony": "",
        "why": "A newspaper says so too.",
    }
    answer = ada.post(address(told.drawn), sent)
    assert answer.status_code == 302, answer.context["errors"]
    assert "testimony" not in Record.public.get(pk=told.drawn.identifier).links


def test_a_claim_is_not_about_two(ada: Client, told: Told):
    sent = typed(ada.get(address(told.drawn))) | {"subject-0-group": str(told.prisoners.pk), "why": "Both."}
    assert "not both" in ada.post(address(told.drawn), sent).content.decode()


def test_all_that_belongs_to_a_victim(told: Told, world: Universe):
    belongs = whole_of_victim(told.brother)
    assert belongs == [world.amaly, world.hearing, told.prisoners, told.sister, told.drawn]


def test_all_that_belongs_to_a_testimony_ends_with_what_is_drawn_from_it(told: Told, world: Universe):
    belongs = whole_of_testimony(told.account)
    assert belongs[-1] == told.drawn
    assert {told.brother, told.prisoners, world.hearing, world.graves} <= set(belongs)


# --- what nobody may ask ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("noun", "query"),
    [
        ("narrator", "identities__sealed_by__startswith=a"),
        ("narrator", "protected_words__label__startswith=g"),
        ("narrator", "note__icontains=a"),
        ("testimony", "pseudonyms__names__0__startswith=D"),
        ("testimony", "narrator__note__icontains=a"),
        ("testimony", "passages__text__icontains=Davud"),
        ("testimony", "consents__note__icontains=a"),
        ("media", "filename__startswith=M"),
        ("media", "sha256__startswith=0"),
        ("victim", "claim_subjects__testimony__narrator__label__startswith=n"),
    ],
)
def test_no_list_can_be_asked_letter_by_letter(ada: Client, told: Told, noun: str, query: str):
    answer = ada.get(reverse(f"admin:testimonies_{noun}_changelist") + f"?{query}")
    assert answer.status_code in (302, 400)


def test_what_only_grows_can_be_added_and_looked_at(world: Universe):
    for name in (CURATOR, APPROVER):
        held = set(Group.objects.get(name=name).permissions.values_list("codename", flat=True))
        for noun in ("consent", "sealedidentity"):
            assert {each for each in held if each.endswith(f"_{noun}")} == {f"add_{noun}", f"view_{noun}"}
        assert {each for each in held if each.endswith("_identityopened")} == {"view_identityopened"}
        assert "change_protectedword" not in held
        for noun in ("testimony", "narrator", "victim", "victimgroup", "media", "passage", "claimsubject"):
            assert {f"add_{noun}", f"change_{noun}", f"view_{noun}"} <= held


def test_nobody_edits_a_consent_on_any_page(world: Universe, told: Told, rf: RequestFactory):
    request = rf.get("/desk/")
    request.user = world.ada
    pages: Any = admin.site.get_model_admin(Testimony)
    [consents] = [
        each for each in pages.get_inline_instances(request, told.account) if "Consents" in str(each)
    ]
    assert not consents.has_change_permission(request, told.account)
    assert not consents.has_add_permission(request, told.account)
