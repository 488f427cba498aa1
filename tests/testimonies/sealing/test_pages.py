"""The desk's pages of sealing: what is typed there never comes back, and what is public already is told."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from archive.desk.models import Deed
from archive.desk.roles import ADMINISTRATOR, APPROVER, CURATOR
from testimonies.models import Narrator, ProtectedWord, SealedIdentity
from testimonies.sealing.public_hits import in_everything, in_what_she_told
from testimonies.sealing.unreported import Unreported
from testimonies.sealing.words import words_key
from tests.core.sealing.keyring import OURS, SECOND
from tests.testimonies.sealing.reports import at_the_desk, everything_told, report_of
from tests.testimonies.sealing.world import SECRETS, SHE, narrator, sealed
from tests.universe import Universe
from tests.witnesses import Told

pytestmark = pytest.mark.django_db
TYPED = {"names": SHE.names, "contact": SHE.contact, "relations": SHE.relations,
         "interviewer": SHE.interviewer, "note": SHE.note}  # fmt: skip
EXAMPLES = ("sister", "Laleh")  # stand in the page's own explanation


@pytest.fixture(autouse=True)
def _sealing_for_two(settings: Any) -> None:
    settings.SEAL_KEYS = [str(OURS.public), str(SECOND.public)]


@pytest.fixture
def desk(world: Universe) -> Client:
    return at_the_desk(world.ada)


def of(page: str, her: Narrator) -> str:
    return reverse(f"sealing:{page}", args=[her.pk])


def test_what_is_typed_is_sealed_and_never_comes_back(desk: Client):
    her = narrator()
    answer = desk.post(of("seal", her), TYPED)
    assert (answer.status_code, answer["Location"]) == (302, of("seal", her))
    page = desk.get(of("seal", her))
    assert "It is sealed, by ada on" in page.text
    assert OURS.public.fingerprint in page.text
    assert SECOND.public.fingerprint in page.text
    assert f"<dd>{her.protected_words.count()}</dd>" in page.text
    kept = "".join(str(each.get_decoded()) for each in Session.objects.all())
    kept += "".join(f"{each.why} {each.title}" for each in Deed.objects.all())
    everywhere = answer.text + str(answer.headers) + page.text + kept
    assert [secret for secret in SECRETS if secret in everywhere and secret not in EXAMPLES] == []


def test_no_browser_is_to_keep_the_page_or_to_fill_it_in(desk: Client):
    page = desk.get(of("seal", narrator()))
    assert "no-store" in page["Cache-Control"]
    assert page.text.count('autocomplete="off"') == 6
    assert page.text.count('spellcheck="false"') == 5


def test_what_is_wrong_is_told_once_with_what_was_typed(desk: Client):
    her = narrator()
    answer = desk.post(of("seal", her), TYPED | {"relations": "Laleh Ormandi"})
    assert "Write each relation on a line" in answer.text
    assert "Mahnaz Ferasat" in answer.text
    assert "no-store" in answer["Cache-Control"]
    assert not SealedIdentity.objects.exists()
    assert "Mahnaz" not in desk.get(of("seal", her)).text


def test_lines_end_as_files_do_whatever_the_browser_sends(desk: Client, monkeypatch: pytest.MonkeyPatch):
    seen: list[Any] = []
    monkeypatch.setattr(
        "testimonies.sealing.views.seal_identity", lambda _her, identity, by: seen.append(identity)
    )
    desk.post(of("seal", narrator()), {"names": "Mahnaz\r\nFerasat\rمهناز"})
    assert seen[0].names == "Mahnaz\nFerasat\nمهناز"


def test_without_a_key_nobody_is_asked_to_type_a_name(desk: Client, settings: Any):
    settings.SEAL_KEYS, settings.LOCAL = [], False
    page = desk.get(of("seal", narrator())).text
    assert "make a key with make_keys" in page
    assert 'name="names"' not in page


def test_the_page_says_plainly_what_is_wrong_with_the_keys(desk: Client, settings: Any):
    settings.SEAL_KEYS = [str(OURS.public)]
    assert "sealed for a single key" in desk.get(of("seal", narrator())).text


def test_keys_that_were_changed_meanwhile_are_told(desk: Client, world: Universe, settings: Any):
    her = sealed(world).narrator
    assert "rotate_keys" not in desk.get(of("seal", her)).text
    settings.SEAL_KEYS = [str(SECOND.public)]
    assert "The desk seals for other keys by now" in desk.get(of("seal", her)).text


def test_a_name_that_is_public_already_is_shown_with_what_to_do(desk: Client, told: Told):
    desk.post(of("seal", told.neighbour), {"names": "Kaveh Orvane"})
    page = desk.get(of("seal", told.neighbour)).text
    assert "None was found." in page  # “Orvane” stands in the passage that is withheld
    desk.post(of("seal", told.neighbour), {"interviewer": "Parnak", "names": "Yard Beaten"})
    desk.post(of("words", told.neighbour), {"word": "brother", "label": "a kin"})
    page = desk.get(of("words", told.neighbour)).text
    assert "may be a protected word" in page
    assert reverse("admin:testimonies_testimony_withdraw", args=[told.account.pk]) in page
    assert reverse("testimonies:read", args=[told.account.pk]) in page
    assert reverse("testimonies:pseudonyms", args=[told.account.pk]) in page


def test_what_is_withdrawn_is_no_hit_any_more(told: Told, world: Universe, desk: Client):
    desk.post(of("words", told.neighbour), {"word": "Selan", "label": "a family"})
    hits = {each.record.identifier for each in in_what_she_told(told.neighbour).hits}
    assert told.drawn.identifier in hits
    desk.post(reverse("admin:events_claim_withdraw", args=[told.drawn.pk]), {"why": "It names somebody."})
    hits = {each.record.identifier for each in in_what_she_told(told.neighbour).hits}
    assert told.drawn.identifier not in hits


def test_a_word_for_all_is_looked_for_in_all_that_is_public(desk: Client, told: Told):
    at = reverse("sealing:words_for_all")
    assert "was not looked through" in desk.get(at).text
    answer = desk.post(at, {"word": "Selan", "label": "a family"})
    assert answer["Location"] == at + "?look=0"
    page = desk.get(answer["Location"]).text
    for each in (told.brother, told.sister, told.drawn):
        assert str(each) in page
    looked = in_everything()
    assert f"{looked.of} of {looked.of} public records are looked through." in page
    assert told.prisoners.identifier not in {each.record.identifier for each in looked.hits}


def test_looking_stops_in_time_and_goes_on_from_there(desk: Client, told: Told):
    desk.post(reverse("sealing:words_for_all"), {"word": "Selan", "label": "a family"})
    whole, step = in_everything(), in_everything(seconds=0)
    parts = step.hits
    while step.next is not None:
        step = in_everything(after=step.next, seconds=0)
        parts += step.hits
    assert whole.of > 1
    assert [each.record for each in parts] == [each.record for each in whole.hits]
    assert parts
    page = desk.get(reverse("sealing:words_for_all") + f"?look={whole.of - 1}").text
    assert f"{whole.of} of {whole.of} public records" in page


def test_words_are_listed_by_what_they_are_called_alone(desk: Client, world: Universe):
    her = sealed(world).narrator
    desk.post(of("words", her), {"word": "Tarnaveh", "label": "her village"})
    page = desk.get(of("words", her)).text
    assert "her village" in page
    assert "Tarnaveh" not in page
    assert not any(each.digests[0] in page for each in her.protected_words.all())


@pytest.mark.parametrize("label", ["the village Tarnaveh", "tarnaveh"])
def test_a_label_does_not_tell_the_word(desk: Client, label: str):
    her = narrator()
    assert (
        "This holds the word or a part of it"
        in desk.post(of("words", her), {"word": "Tarnaveh", "label": label}).text
    )
    assert not ProtectedWord.objects.exists()


def test_a_word_is_released_with_a_reason(desk: Client, world: Universe):
    her = narrator()
    desk.post(of("words", her), {"word": "Tarnaveh", "label": "her village"})
    at = reverse("sealing:release", args=[her.protected_words.get().pk])
    assert desk.post(at, {"why": " "}).status_code == 200
    assert her.protected_words.exists()
    assert desk.post(at, {"why": "Too many villages have this name."})["Location"] == of("words", her)
    assert not her.protected_words.exists()
    assert "Too many villages" in Deed.objects.get(act=Deed.Act.SHOW).why


def test_whoever_may_not_seal_sees_no_form_and_strangers_no_page(world: Universe):
    her = sealed(world).narrator
    world.ada.groups.clear()
    assert at_the_desk(world.ada).get(of("seal", her)).status_code == 403
    assert at_the_desk(world.ada).get(of("words", her)).status_code == 403
    world.ada.user_permissions.add(Permission.objects.get(codename="view_sealedidentity"))
    page = at_the_desk(world.ada).get(of("seal", her)).text
    assert "It is sealed, by ada" in page
    assert 'name="names"' not in page
    assert Client().get(of("seal", her)).status_code == 302


def test_an_error_while_sealing_tells_nobody_a_name(
    desk: Client, caplog: Any, monkeypatch: pytest.MonkeyPatch, settings: Any
):
    def broken(words: str) -> list[str]:
        raise ValueError(f"cannot do {words}")

    monkeypatch.setattr("testimonies.sealing.actions.digests_of", broken)
    for settings.DEBUG in (False, True):
        said = everything_told(desk, of("seal", narrator()), TYPED, caplog)
        assert "ValueError" in said
        assert [secret for secret in SECRETS if secret in said and secret not in EXAMPLES] == []


def test_the_report_of_such_an_error_would_have_told_it_otherwise(rf: Any):
    """That the test above can fail: Django's own report shows what was typed."""
    try:
        secret = "Mahnaz"
        raise Unreported(secret)
    except Unreported:
        assert "Mahnaz" in report_of(rf.post("/desk/", {"names": "Ferasat"}))
        assert "Ferasat" in report_of(rf.post("/desk/", {"names": "Ferasat"}))


def test_administrators_open_and_everybody_at_the_desk_sees_what_was_opened(world: Universe):
    def may(group: str) -> set[str]:
        permissions = Group.objects.get(name=group).permissions
        return set(
            permissions.filter(content_type__model="identityopened").values_list("codename", flat=True)
        )

    assert may(CURATOR) == may(APPROVER) == {"view_identityopened"}
    assert may(ADMINISTRATOR) == {"open_identity", "view_identityopened"}


def test_the_key_of_the_hashes_is_on_no_page(desk: Client, world: Universe, settings: Any):
    her = sealed(world).narrator
    for page in ("seal", "words"):
        text = desk.get(of(page, her)).text
        assert settings.WORDS_KEY not in text
        assert words_key().hex() not in text
