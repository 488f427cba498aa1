"""The commands and the pages of recordings and pictures."""

from __future__ import annotations

import io
import os
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from archive.desk.changes import change
from archive.desk.models import Deed
from testimonies import progress
from testimonies.actions.copies import make_copy
from testimonies.models import Derivative, Media
from testimonies.vaults import copies, originals
from tests.desk.conftest import _static_files_need_not_be_collected, ada, address, ben
from tests.testimonies.test_media import recording, sound, take_in, vault
from tests.universe import Universe
from tests.witnesses import Told, withhold

__all__ = ["_static_files_need_not_be_collected", "ada", "ben", "recording", "sound", "vault"]
pytestmark = pytest.mark.django_db


# --- the commands -------------------------------------------------------------------------------------


def run(command: str, **options: Any) -> str:
    out = io.StringIO()
    call_command(command, stdout=out, stderr=out, **options)
    return out.getvalue()


def test_copies_that_are_missing_are_made_in_one_go(recording: Media, told: Told, world: Universe):
    assert f"{recording.identifier}: made." in run("make_copies", by="ada")
    assert "Every public copy is there." in run("make_copies", by="ada")
    assert progress.look(recording).state == progress.State.MADE


def test_what_cannot_be_made_is_told_and_the_rest_is_made(
    recording: Media, told: Told, world: Universe, sound: bytes
):
    with change(told.untold, by=world.ada) as untold:
        withhold(untold.passages.get(), "")
    silent = take_in(told.untold, sound, world).media
    out = io.StringIO()
    with pytest.raises(CommandError, match="1 of 2"):
        call_command("make_copies", by="ada", stdout=out, stderr=out)
    assert "has no time" in out.getvalue()
    assert Derivative.objects.get().media == recording
    assert progress.look(silent).state == progress.State.FAILED


def test_files_and_rows_agree(recording: Media, world: Universe, told: Told):
    make_copy(recording, by=world.ada)
    world.publish(told.account)
    assert "1 originals, 0 transcripts and 1 public copies, nothing wrong" in run("check_vault")


def test_the_check_names_what_is_missing_altered_and_left_over(recording: Media, world: Universe):
    copy = make_copy(recording, by=world.ada).copy
    path = copies().path_of(copy.sha256)
    path.chmod(0o600)
    path.write_bytes(b"something else")
    stray = originals().path_of(originals().put(io.BytesIO(b"of nobody")).sha256)
    os.utime(stray, (0, 0))
    originals().put(io.BytesIO(b"of somebody who is still filling in the form"))
    out = io.StringIO()
    with pytest.raises(CommandError):
        call_command("check_vault", stdout=out, stderr=out)
    said = out.getvalue()
    assert f"altered. --repair makes it again. (public copy of {recording.identifier})" in said
    assert said.count("belongs to no record") == 1
    originals().forget(recording.sha256)
    with pytest.raises(CommandError):
        call_command("check_vault", stdout=out, stderr=out)
    assert f"is missing. Restore it from a backup. (original of {recording.identifier})" in out.getvalue()


def test_the_repair_tidies_and_makes_copies_again(
    recording: Media, world: Universe, monkeypatch: pytest.MonkeyPatch
):
    copy = make_copy(recording, by=world.ada).copy
    copies().forget(copy.sha256)
    stray = originals().path_of(originals().put(io.BytesIO(b"of nobody")).sha256)
    later = timezone.now() + timedelta(hours=2)
    monkeypatch.setattr("archive.core.media.vault.time.time", later.timestamp)
    said = run("check_vault", repair=True, by="ada")
    assert "tidied away" in said
    assert "nothing wrong" in said
    assert not stray.exists()
    assert copies().holds(Derivative.objects.get().sha256)


# --- the pages ----------------------------------------------------------------------------------------


def test_a_recording_is_taken_in_on_the_page_of_its_testimony(ada: Client, told: Told, sound: bytes):
    at = address(told.account, "add_media")
    answer = ada.post(at, {"file": SimpleUploadedFile("interview.wav", sound)}, follow=True)
    said = answer.content.decode()
    assert "Kept, byte for byte" in said
    assert "Not made yet" in said
    assert "interview.wav" in said


def test_the_page_says_why_a_file_is_not_taken(ada: Client, told: Told):
    at = address(told.account, "add_media")
    answer = ada.post(at, {"file": SimpleUploadedFile("a.mp3", b"MZ\x90\x00 a program")})
    assert "This is a program" in answer.content.decode()


def test_the_page_starts_the_making_and_shows_how_far_it_is(
    ada: Client, recording: Media, monkeypatch: pytest.MonkeyPatch
):
    started: list[Any] = []
    monkeypatch.setattr(progress, "start", lambda media, by: started.append((media, by.username)))
    assert ada.post(address(recording, "copy")).status_code == 302
    assert started == [(recording, "ada")]
    with progress.working(recording) as work:
        work.tell(30_000, 60_000)
        said = ada.get(address(recording, "copy")).content.decode()
    assert "50 %" in said
    assert 'http-equiv="refresh"' in said
    said = ada.get(address(recording, "copy")).content.decode()  # the process ended without a word
    assert "The work stopped before it was done" in said
    assert "Make the public copy" in said


def test_two_processes_do_not_make_the_same_copy(recording: Media):
    with progress.working(recording), pytest.raises(progress.Begun), progress.working(recording):
        pass


def test_the_child_process_is_told_what_to_make_and_for_whom(
    recording: Media, world: Universe, monkeypatch: pytest.MonkeyPatch
):
    began: list[Any] = []

    class Process:
        def __init__(self, command: list[str], **_more: Any):
            began.append(command)

        def wait(self) -> int:
            return 0

    monkeypatch.setattr(progress.subprocess, "Popen", Process)
    progress.start(recording, by=world.ada)
    progress.start(recording, by=world.ada)  # it begins already
    [command] = began
    assert command[-5:] == ["make_copies", "--only", recording.identifier, "--by", "ada"]


def test_an_original_is_saved_under_a_neutral_name_and_that_is_noted(ada: Client, recording: Media):
    assert "Save the original" in ada.get(address(recording, "original")).content.decode()
    assert not Deed.objects.filter(act="take-out").exists()
    answer = ada.post(address(recording, "original"), {"why": "To transcribe it."})
    assert b"".join(answer.streaming_content) == originals().path_of(recording.sha256).read_bytes()
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == f'attachment; filename="{recording.identifier}.wav"'
    assert Deed.objects.get(act="take-out").why == "To transcribe it."


def test_the_first_page_and_the_list_name_what_has_to_be_copied(
    ada: Client, recording: Media, world: Universe
):
    assert "public copy has to be made" in ada.get("/desk/").content.decode()
    assert recording.identifier in ada.get("/desk/testimonies/media/?copy=again").content.decode()
    make_copy(recording, by=world.ada)
    assert recording.identifier not in ada.get("/desk/testimonies/media/?copy=again").content.decode()


def test_a_copy_that_nobody_may_see_is_not_made_again(recording: Media, world: Universe):
    copy = make_copy(recording, by=world.ada).copy
    Media.objects.filter(pk=recording.pk).update(withheld_because="asked")
    copies().forget(copy.sha256)
    assert "noted no longer" in run("check_vault", repair=True, by="ada")
    assert not Derivative.objects.exists()
