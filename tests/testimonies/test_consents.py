"""Noting what a narrator agreed to, changed or took back."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from archive.desk.models import Deed, Difference, Opening
from archive.desk.review import Refused
from archive.edition.models import Record
from testimonies.actions.consents import drafted, note_consent
from testimonies.actions.effects import effects_of
from testimonies.models import Consent, Testimony
from testimonies.vaults import originals
from tests.core.media.material import tone
from tests.desk.conftest import _static_files_need_not_be_collected, ada, address, ben, typed
from tests.universe import Universe
from tests.witnesses import EVERYTHING, Told

__all__ = ["_static_files_need_not_be_collected", "ada", "ben"]
pytestmark = pytest.mark.django_db
FACTS: dict[str, Any] = {
    "decision": "changed", "uses": EVERYTHING, "name_use": "pseudonym", "audience": "anybody",
    "embargo_until": None, "ends_on": None, "explained_in": "fa", "how": "signed",
    "given_on": date(2025, 6, 1), "taken_by": "Ada", "note": "",
}  # fmt: skip


@pytest.fixture(autouse=True)
def vault(settings: Any, tmp_path: Path) -> None:
    settings.VAULT = tmp_path / "vault"


def changed(testimony: Testimony, world: Universe, **facts: Any) -> Consent:
    return note_consent(testimony, by=world.ada, seen=testimony.consent, **(FACTS | facts))


def gone(testimony: Testimony, **facts: Any) -> str:
    return " ".join(effects_of(testimony, drafted(testimony, **(FACTS | facts))).gone)


def waits(testimony: Testimony, **facts: Any) -> str:
    return " ".join(effects_of(testimony, drafted(testimony, **(FACTS | facts))).waits)


def test_a_use_that_is_taken_back_is_over_at_once_and_was_told_before(told: Told, world: Universe):
    assert "The API will no longer show it" in gone(told.account, uses=["web"])
    changed(told.account, world, uses=["web"])
    assert Record.on_pages.filter(pk=told.account.identifier).exists()
    assert not Record.in_api.filter(pk=told.account.identifier).exists()
    assert not Record.in_api.filter(pk=told.drawn.identifier).exists()


def test_a_use_that_is_added_waits_for_a_second_person(told: Told, world: Universe):
    assert gone(told.pages_only) == ""
    assert "The API may show it" in waits(told.pages_only)
    changed(told.pages_only, world)
    assert not Record.in_api.filter(pk=told.pages_only.identifier).exists()
    assert Difference.objects.filter(pk=told.pages_only.identifier).exists()
    world.publish(told.pages_only)
    assert Record.in_api.filter(pk=told.pages_only.identifier).exists()


def test_a_withdrawal_empties_everything_and_allows_nothing(told: Told, world: Universe):
    said = gone(told.account, decision="withdrawn")
    assert "Readers can no longer see it" in said
    assert "One claim that is drawn from it goes with it" in said
    consent = changed(told.account, world, decision="withdrawn")
    assert consent.uses == []
    assert not Record.public.filter(pk__in=[told.account.identifier, told.drawn.identifier]).exists()


def test_a_name_that_may_no_longer_be_used_goes_at_once(told: Told, world: Universe):
    assert "Witness K." in gone(told.account, name_use="witness")
    changed(told.account, world, name_use="witness")
    assert Record.public.get(pk=told.account.identifier).facts["narrator"] == {}


def test_an_end_and_an_embargo_count_at_once(told: Told, world: Universe):
    today = timezone.now().date()
    assert "closes by itself" in gone(told.account, ends_on=today + timedelta(days=9))
    assert "Readers can no longer see it" in gone(told.account, embargo_until=today + timedelta(days=9))
    changed(told.account, world, ends_on=today + timedelta(days=9))
    assert Record.public.get(pk=told.account.identifier).closes_at.date() == today + timedelta(days=9)


def test_what_changes_under_an_embargo_takes_the_approval_back(told: Told, world: Universe):
    until = timezone.now().date() + timedelta(days=30)
    assert "approval is taken back" in gone(told.embargoed, uses=["web"], embargo_until=until)
    assert gone(told.embargoed, embargo_until=until) == ""
    changed(told.embargoed, world, uses=["web"], embargo_until=until)
    assert not Opening.objects.filter(pk=told.embargoed.identifier).exists()


def test_each_consent_leaves_a_deed_and_the_one_before_it_stands(told: Told, world: Universe):
    before = told.account.consent
    after = changed(told.account, world, uses=["web"], why="She telephoned.")
    assert list(told.account.consents.all()) == [after, before]
    deed = Deed.objects.get(act="consent")
    assert (deed.who, deed.identifier) == ("ada", told.account.identifier)
    assert "She telephoned." in deed.why


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"decision": "given"}, "note this one as changed"),
        ({"uses": []}, "allows no use"),
        ({"given_on": date(2999, 1, 1)}, "has not come yet"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence(told: Told, world: Universe, facts, sentence):
    with pytest.raises(Refused, match=sentence):
        changed(told.account, world, **facts)
    assert told.account.consents.count() == 1


def test_the_first_consent_is_given(told: Told, world: Universe):
    with pytest.raises(Refused, match="as given"):
        changed(told.untold, world)
    changed(told.untold, world, decision="given")
    assert told.untold.consent.decision == "given"


def test_after_a_withdrawal_a_new_consent_is_given_anew(told: Told, world: Universe):
    changed(told.account, world, decision="withdrawn")
    with pytest.raises(Refused, match="noted as given"):
        changed(told.account, world)
    changed(told.account, world, decision="given")
    assert not Record.public.filter(pk=told.account.identifier).exists()


def test_it_does_not_end_before_it_opens(told: Told, world: Universe):
    day = date(2990, 1, 1)
    with pytest.raises(ValidationError, match="end before it opens"):
        changed(told.account, world, embargo_until=day, ends_on=day)


def test_two_who_note_at_once_do_not_overwrite_each_other(told: Told, world: Universe):
    seen = told.account.consent
    changed(told.account, world, decision="withdrawn")
    with pytest.raises(Refused, match="noted another consent"):
        note_consent(told.account, by=world.ada, seen=seen, **FACTS)


# --- the page ---------------------------------------------------------------------------------------


def send(browser: Client, testimony: Testimony, **more: Any) -> str:
    at = address(testimony, "note_consent")
    sent = typed(browser.get(at), "//form[@id='consent-form']") | {
        "given_on": "2025-06-01",
        "taken_by": "Ada",
    }
    return browser.post(at, sent | more, follow=True).content.decode()


def again(browser: Client, testimony: Testimony, page: str) -> str:
    class Page:
        content = page.encode()

    sent = typed(Page, "//form[@id='consent-form']")
    return browser.post(address(testimony, "note_consent"), sent, follow=True).content.decode()


def test_the_page_tells_the_effects_before_anything_is_noted(ada: Client, told: Told):
    page = send(ada, told.account, uses=["web"])
    assert "The API will no longer show it" in page
    assert told.account.consents.count() == 1
    page = again(ada, told.account, page)
    assert "The consent is noted" in page
    assert told.account.consent.uses == ["web"]
    assert not Record.in_api.filter(pk=told.account.identifier).exists()


def test_the_evidence_survives_a_mistake_in_the_form(ada: Client, told: Told, tmp_path: Path):
    sheet = tone(tmp_path / "spoken.wav").read_bytes()
    upload = SimpleUploadedFile("spoken consent.wav", sheet)
    page = send(ada, told.untold, uses=["web"], evidence=upload, explained_in="Farsi!!")
    assert "Write the language as a tag" in page
    page = again(ada, told.untold, page.replace("Farsi!!", "fa"))
    page = again(ada, told.untold, page)
    assert "The consent is noted" in page
    consent = told.untold.consent
    assert consent.evidence_name == "spoken consent.wav"
    assert originals().path_of(consent.evidence_sha256).read_bytes() == sheet


def test_a_file_that_is_no_evidence_is_refused_with_a_sentence(ada: Client, told: Told):
    page = send(ada, told.untold, uses=["web"], evidence=SimpleUploadedFile("sheet.html", b"<html>x</html>"))
    assert "web page" in page
    assert "web" in page
    assert told.untold.consent is None


def test_the_evidence_is_saved_never_shown_and_that_is_noted(ada: Client, told: Told, tmp_path: Path):
    upload = SimpleUploadedFile("Maryam.wav", tone(tmp_path / "a.wav").read_bytes())
    again(ada, told.untold, send(ada, told.untold, uses=["web"], evidence=upload))
    consent = told.untold.consent
    assert ada.get(address(told.untold, "evidence")).status_code == 403
    answer = ada.post(address(told.untold, "evidence"), {"consent": consent.pk})
    assert b"".join(answer.streaming_content) == originals().path_of(consent.evidence_sha256).read_bytes()
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == f'attachment; filename="consent-{consent.pk}.wav"'
    assert Deed.objects.filter(act="take-out", identifier=told.untold.identifier).exists()


def test_the_history_marks_the_consent_in_force(ada: Client, told: Told, world: Universe):
    changed(told.account, world, uses=["web"])
    for page in ("change", "note_consent"):
        told_so = ada.get(address(told.account, page)).content.decode()
        assert told_so.count(">in force<") == 1
