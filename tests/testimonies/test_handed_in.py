"""Transcripts as they were handed in: each has a row, and files and rows agree."""

from __future__ import annotations

import io
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from archive.desk.changes import delete
from archive.desk.models import Deed
from archive.desk.review import Refused
from testimonies.actions import transcripts as acts
from testimonies.models import HandedIn, Passage, Testimony
from testimonies.vaults import transcripts
from tests.testimonies.test_transcripts import PERSIAN, TIMED, TURNS, desk, empty, post
from tests.universe import Universe
from tests.witnesses import Told

__all__ = ["desk", "empty"]
pytestmark = pytest.mark.django_db
DIGEST = sha256(TIMED).hexdigest()


@pytest.fixture(autouse=True)
def vault(settings: Any, tmp_path: Path) -> Path:
    settings.VAULT = tmp_path / "vault"
    return settings.VAULT


@pytest.fixture
def taken(empty: Testimony, world: Universe) -> list[Passage]:
    how: dict[str, Any] = {"language": "en", "turns": TURNS, "by": world.ada}
    return acts.take_in(empty, data=TIMED, filename="Mina, 3rd talk.vtt", **how)


def check(**options: Any) -> str:
    out = io.StringIO()
    call_command("check_vault", stdout=out, stderr=out, **options)
    return out.getvalue()


def faults() -> str:
    out = io.StringIO()
    with pytest.raises(CommandError, match="things are wrong"):
        call_command("check_vault", stdout=out, stderr=out)
    return out.getvalue()


def by_the_page(desk: Client, testimony: Testimony, text: str, language: str, translator: str) -> None:
    """Hands a translation in and saves it as it was aligned."""
    given = {"pasted": text, "language": language, "translator": translator, "means": "human"}
    page = post(desk, "translation", testimony, given)
    fields = {name: page.context[name] for name in ("held", "seen", "language", "translator", "means")}
    fields |= {f"t-{each.passage.pk}": each.text for each in page.context["rows"]}
    post(desk, "translation", testimony, fields | {"save": "1"})


def test_a_transcript_has_a_row_that_says_what_came_and_from_whom(taken: list[Passage], empty: Testimony):
    row = empty.handed_in.get()
    assert (row.what, row.form, row.language, row.filename) == ("original", "vtt", "en", "Mina, 3rd talk.vtt")
    assert (row.sha256, row.size, row.taken_by) == (DIGEST, len(TIMED), "ada")
    assert "Mina" not in Deed.objects.get(act="take-in", identifier=empty.identifier).why


def test_translations_into_two_languages_have_their_rows_and_stand_side_by_side(
    desk: Client, taken: list[Passage], empty: Testimony
):
    by_the_page(desk, empty, PERSIAN, "fa", "N. Vahl")
    french = "Q : Où étiez-vous cet hiver ?\n\nR : À la maison. Ils sont venus avant quatre heures.\n\n"
    by_the_page(desk, empty, french + "Q : Qui est venu ?\n\nR : Trois hommes de la garde.", "fr", "A. Roux")
    assert list(empty.handed_in.values_list("what", "language", "form")) == [
        ("original", "en", "vtt"), ("translation", "fa", "text"), ("translation", "fr", "text"),
    ]  # fmt: skip
    last = empty.passages.get(position=4)
    assert list(last.translations.values_list("language", "translator")) == [
        ("fa", "N. Vahl"), ("fr", "A. Roux"),
    ]  # fmt: skip
    assert last.translations.get(language="fr").text == "Trois hommes de la garde."
    for language, words in (("fa", "سه نفر از گارد."), ("fr", "Trois")):
        page = desk.get(reverse("testimonies:read", args=[empty.pk]), {"language": language})
        assert f'lang="{language}"' in page.text
        assert words.split()[0] in page.text
    assert "3 transcripts" in check()


def test_what_is_typed_and_not_handed_in_leaves_no_file(
    taken: list[Passage], empty: Testimony, world: Universe
):
    acts.take_in_translation(
        empty, texts={taken[0].pk: "آن"}, seen=acts.seen_passages(taken), language="fa", translator="N. Vahl",
        means="human", by=world.ada,
    )  # fmt: skip
    assert empty.handed_in.count() == 1


# files and rows


def test_the_check_counts_transcripts_and_finds_one_that_is_missing_or_changed(
    taken: list[Passage], empty: Testimony
):
    assert "1 transcripts and 0 public copies, nothing wrong" in check()
    path = transcripts().path_of(DIGEST)
    path.chmod(0o600)
    path.write_bytes(b"other words")
    assert "Transcripts: The file" in faults()
    assert "has been altered" in faults()
    path.unlink()
    assert f"is missing. Restore it from a backup. (original handed in for {empty.identifier})" in faults()


def test_a_transcript_that_no_row_speaks_of_is_told_and_tidied_one_that_has_a_row_stays(
    taken: list[Passage], monkeypatch: pytest.MonkeyPatch, told: Told
):
    stray = transcripts().path_of(transcripts().put(io.BytesIO(b"of nobody")).sha256)
    later = timezone.now().timestamp() + 7200
    monkeypatch.setattr("archive.core.media.vault.time.time", lambda: later)
    assert f"Transcripts: The file {stray.name[:12]}… belongs to no record" in faults()
    assert "Transcripts:" in check(repair=True, by="ada")
    assert not stray.exists()
    assert transcripts().holds(DIGEST)


def test_with_its_testimony_the_row_goes_and_the_file_is_nobodys(
    taken: list[Passage], empty: Testimony, world: Universe, monkeypatch: pytest.MonkeyPatch
):
    delete(empty, by=world.ada, why="Entered twice.")
    assert not HandedIn.objects.exists()
    later = timezone.now().timestamp() + 7200
    monkeypatch.setattr("archive.core.media.vault.time.time", lambda: later)
    check(repair=True, by="ada")
    assert not transcripts().holds(DIGEST)


def test_files_that_were_noted_in_the_audit_only_get_their_rows(
    desk: Client, taken: list[Passage], empty: Testimony
):
    by_the_page(desk, empty, PERSIAN, "fa", "N. Vahl")
    facts = ("testimony", "what", "language", "form", "sha256", "size", "taken_by")
    before = list(HandedIn.objects.values_list(*facts))
    HandedIn.objects.all().delete()
    migration = import_module("testimonies.migrations.0003_transcripts_noted")
    migration.note(apps, None)
    assert list(HandedIn.objects.values_list(*facts)) == before
    first = Deed.objects.filter(act="take-in", identifier=empty.identifier).order_by("pk")[0]
    assert HandedIn.objects.order_by("pk")[0].taken_at == first.at


# taking one out


def test_a_transcript_is_taken_out_as_it_came_and_noted(
    desk: Client, taken: list[Passage], empty: Testimony, vault: Path
):
    row = empty.handed_in.get()
    assert "Mina, 3rd talk.vtt" in desk.get(reverse("testimonies:transcript", args=[empty.pk])).text
    address = reverse("testimonies:take_out_transcript", args=[empty.pk, row.pk])
    answer = desk.post(address)
    assert answer.getvalue() == TIMED
    assert "attachment" in answer["Content-Disposition"]
    assert "Mina" not in answer["Content-Disposition"]
    assert Deed.objects.get(act="take-out").identifier == empty.identifier
    assert desk.get(address).status_code == 405
    transcripts().forget(row.sha256)
    assert "is not in the vault" in desk.post(address, follow=True).text


def test_who_may_not_change_a_testimony_takes_none_out(taken: list[Passage], django_user_model: Any):
    with pytest.raises(Refused, match="may not do this"):
        acts.take_out_transcript(HandedIn.objects.get(), by=django_user_model.objects.create_user("nobody"))
