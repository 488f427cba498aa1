"""Recordings and pictures: taken in, copied for the public, given out, forgotten; files and rows agree."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from archive.core.media.listening import heard_in
from archive.core.media.silence import Stretch
from archive.core.media.waves import plain_wave
from archive.desk.changes import change
from archive.desk.models import Deed
from archive.desk.review import Refused
from archive.edition.files import held
from archive.edition.models import Record
from testimonies.actions import copies as copying
from testimonies.actions.copies import make_copy
from testimonies.actions.media import Taken, forget_media, take_in_media
from testimonies.models import Derivative, Media, Testimony, Victim
from testimonies.vaults import copies, originals
from tests.core.media.material import leaks, needs_ffmpeg, told_jpeg, tone
from tests.desk.conftest import _static_files_need_not_be_collected, ada, address, ben, typed
from tests.universe import Universe
from tests.witnesses import Told, withhold

__all__ = ["_static_files_need_not_be_collected", "ada", "ben"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def vault(settings: Any, tmp_path: Path) -> Path:
    settings.VAULT = tmp_path / "vault"
    return settings.VAULT


@pytest.fixture
def sound(tmp_path: Path) -> bytes:
    return tone(tmp_path / "tone.wav", seconds=4).read_bytes()


def take_in(
    owner: Testimony | Victim, data: bytes, world: Universe, name: str = "a.wav", **more: Any
) -> Taken:
    return take_in_media(owner, upload=io.BytesIO(data), name=name, by=world.ada, **more)


def timed(testimony: Testimony, media: Media) -> None:
    """Each passage of the testimony lasts a second."""
    for passage in testimony.passages.all():
        passage.recording, passage.start_ms = media, passage.position * 1000
        passage.end_ms = passage.start_ms + 1000
        passage.save()


@pytest.fixture
def recording(told: Told, world: Universe, sound: bytes) -> Media:
    """The recording of the account, of which three passages hold something that is withheld."""
    media = take_in(told.account, sound, world).media
    with change(told.account, by=world.ada) as account:
        timed(account, media)
    return media


def test_an_original_is_kept_byte_for_byte_and_noted(told: Told, world: Universe, sound: bytes):
    media = take_in(told.account, sound, world, name="interview with M.wav").media
    assert originals().path_of(media.sha256).read_bytes() == sound
    assert (media.kind, media.media_type, media.size) == ("audio", "audio/wav", len(sound))
    assert Deed.objects.filter(act="take-in", identifier=told.account.identifier).exists()
    assert not Record.public.get(pk=told.account.identifier).facts["media"]


def test_what_is_not_taken_leaves_no_trace(told: Told, world: Universe):
    with pytest.raises(Refused, match="web page"):
        take_in(told.account, b"<html><script>alert(1)</script></html>", world, name="a.wav")
    assert not Media.objects.exists()
    assert list(originals().check([])) == []


def test_the_same_file_twice_is_told(told: Told, world: Universe, sound: bytes):
    take_in(told.account, sound, world)
    with pytest.raises(Refused, match="here already"):
        take_in(told.account, sound, world)
    [also] = take_in(told.untold, sound, world).told
    assert "They came at night" in also


def test_a_name_that_says_otherwise_is_told(told: Told, world: Universe, sound: bytes):
    assert "The name ends in .jpg" in " ".join(take_in(told.account, sound, world, name="a.jpg").told)


def test_of_a_victim_only_pictures_are_taken(told: Told, world: Universe, sound: bytes):
    with pytest.raises(Refused, match="pictures are taken"):
        take_in(told.brother, sound, world)


def test_a_portrait_is_public_only_as_a_copy_without_a_word(told: Told, world: Universe):
    media = take_in(told.brother, told_jpeg(), world, name="Keltamir.jpg", portrait=True).media
    assert told.brother.identifier not in _with_portrait()
    make_copy(media, by=world.ada)
    world.publish(Victim.objects.get(pk=told.brother.pk))
    shown = Record.public.get(pk=told.brother.identifier).facts["portrait"]
    sent = b"".join(held(shown["file"]).read())
    assert leaks(told_jpeg())
    assert leaks(sent) == []
    assert "Keltamir" not in str(shown)


def _with_portrait() -> set[str]:
    return {each.pk for each in Record.public.filter(kind="victim") if each.facts["portrait"]}


def test_the_copy_is_silent_where_something_is_withheld(recording: Media, world: Universe):
    copy = make_copy(recording, by=world.ada).copy
    silent, loud = Stretch(1000, 2000), Stretch(200, 700)
    assert _heard(copies().path_of(copy.sha256), silent) is False
    assert _heard(copies().path_of(copy.sha256), loud) is True
    assert _heard(originals().path_of(recording.sha256), silent) is True


def _heard(path: Path, stretch: Stretch) -> bool:
    return bool(heard_in(path, [stretch]))


def test_a_copy_is_public_after_approval_and_gone_when_more_is_withheld(
    recording: Media, told: Told, world: Universe
):
    copy = make_copy(recording, by=world.ada).copy
    assert held(copy.name) is None
    world.publish(told.account)
    assert held(copy.name) is not None
    with change(told.account, by=world.ada) as account:
        withhold(account.passages.get(position=2), "in the yard", "در حیاط")
    assert held(copy.name) is None
    newer = make_copy(recording, by=world.ada).copy
    assert newer.name != copy.name
    assert _heard(copies().path_of(newer.sha256), Stretch(2000, 3000)) is False


def test_what_is_withheld_while_the_copy_is_made_throws_it_away(
    recording: Media, told: Told, world: Universe, monkeypatch: pytest.MonkeyPatch
):
    making = copying._made

    def slowly(*args: Any) -> Any:
        made = making(*args)
        with change(told.account, by=world.ben) as account:
            withhold(account.passages.get(position=2), "in the yard", "در حیاط")
        return made

    monkeypatch.setattr(copying, "_made", slowly)
    with pytest.raises(Refused, match="Something else was withheld"):
        make_copy(recording, by=world.ada)
    assert not Derivative.objects.exists()
    assert list(copies().check([])) == []


def test_without_times_no_copy_is_made_and_the_reason_is_told(told: Told, world: Universe, sound: bytes):
    media = take_in(told.account, sound, world).media
    with pytest.raises(Refused, match="has no time"):
        make_copy(media, by=world.ada)


def test_without_ffmpeg_a_form_that_needs_it_is_told(
    told: Told, world: Universe, recording: Media, monkeypatch: pytest.MonkeyPatch, ada: Client
):
    monkeypatch.setenv("PATH", "")
    assert make_copy(recording, by=world.ada).copy.media_type == "audio/wav"
    said = ada.get(address(recording, "copy")).content.decode()
    assert "ffmpeg is not installed here" in said


def test_a_withheld_recording_is_gone_at_once(recording: Media, told: Told, world: Universe, ada: Client):
    copy = make_copy(recording, by=world.ada).copy
    world.publish(told.account)
    sent = typed(ada.get(address(recording))) | {"withheld_because": "asked", "why": "She asked."}
    answer = ada.post(address(recording), sent)
    assert answer.status_code == 302, answer.context["errors"]
    assert held(copy.name) is None
    assert Record.public.get(pk=told.account.identifier).facts["media"] == []


def test_a_recording_is_taken_out_with_its_files(
    recording: Media, world: Universe, django_capture_on_commit_callbacks: Any
):
    copy = make_copy(recording, by=world.ada).copy
    with django_capture_on_commit_callbacks(execute=True):
        forget_media(recording, by=world.ada, why="She asked for it.")
    assert not originals().holds(recording.sha256)
    assert not copies().holds(copy.sha256)
    assert not Media.objects.exists()


def test_a_file_that_another_row_needs_stays(
    recording: Media, told: Told, world: Universe, sound: bytes, django_capture_on_commit_callbacks: Any
):
    take_in(told.untold, sound, world)
    with django_capture_on_commit_callbacks(execute=True):
        forget_media(recording, by=world.ada, why="Twice.")
    assert originals().holds(recording.sha256)


@needs_ffmpeg
def test_a_recording_that_is_no_wave_is_copied_with_ffmpeg(
    told: Told, world: Universe, tmp_path: Path, recording: Media
):
    copy = make_copy(recording, by=world.ada).copy
    assert copy.media_type == "audio/mpeg"
    with plain_wave(copies().path_of(copy.sha256)) as reader:
        assert reader is None
