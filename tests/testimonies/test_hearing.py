"""Hearing the recording in the reading room: who may, what is sent, and that it is noted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from archive.desk.models import Deed
from archive.desk.review import Refused
from testimonies.actions import hearing
from testimonies.actions.hearing import open_to_hear
from testimonies.actions.media import take_in_media
from testimonies.desk.sending import stretch
from testimonies.models import Media, Passage
from testimonies.vaults import originals
from tests.core.media.material import tone
from tests.universe import Universe
from tests.witnesses import Told

HEARD = Deed.objects.filter(act=Deed.Act.HEAR)


@pytest.fixture(autouse=True)
def _vault_of_its_own(tmp_path: Path, settings: Any) -> None:
    settings.VAULT = tmp_path


@pytest.fixture
def sound(tmp_path: Path) -> bytes:
    return tone(tmp_path / "tone.wav", seconds=1).read_bytes()


@pytest.fixture
def recording(told: Told, world: Universe, sound: bytes) -> Media:
    media = take_in_media(told.account, upload=BytesIO(sound), name="rec.wav", by=world.ada).media
    Passage.objects.filter(testimony=told.account, position=2).update(
        recording=media, start_ms=2000, end_ms=3500
    )
    return media


@pytest.fixture
def desk(told: Told, world: Universe) -> Client:
    client = Client()
    client.force_login(world.ada)
    return client


@pytest.fixture
def member(django_user_model: Any) -> Callable[..., Client]:
    """Somebody at the desk with these rights and no others."""

    def made(*rights: str) -> Client:
        user = django_user_model.objects.create_user("looker", is_staff=True)
        found = Permission.objects.filter(codename__in=rights, content_type__app_label="testimonies")
        user.user_permissions.add(*found)
        client = Client()
        client.force_login(user)
        return client

    return made


def room(told: Told) -> str:
    return reverse("testimonies:read", args=[told.account.pk])


def address(media: Media) -> str:
    return reverse("testimonies:recording", args=[media.testimony_id, media.pk])


# what is sent


@given(st.integers(1, 40), st.text("0123456789-bytes=, x", max_size=12))
def test_a_stretch_lies_in_the_file_or_begins_beyond_its_end(size: int, asked: str):
    for part in (stretch(asked, size), stretch(f"bytes={asked}", size)):
        assert part is None or part[0] >= size or 0 <= part[0] < part[1] <= size


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("bytes=0-", (0, 10)), ("bytes=3-5", (3, 6)), ("bytes=-4", (6, 10)), ("bytes=2-99", (2, 10)),
        ("bytes=-99", (0, 10)), ("bytes=10-", (10, 10)), ("bytes=-0", (10, 10)), ("bytes=5-3", None),
        ("bytes=0-1,4-5", None), ("bytes=-", None), ("lines=1-2", None), ("", None),
    ],
)  # fmt: skip
def test_every_way_to_ask_for_a_stretch(asked: str, part: tuple[int, int] | None):
    assert stretch(asked, 10) == part


@pytest.mark.django_db
def test_the_original_is_sent_whole_and_in_stretches(desk: Client, recording: Media, sound: bytes):
    whole = desk.get(address(recording))
    assert (whole.status_code, whole["Content-Type"]) == (200, "audio/wav")
    assert whole.getvalue() == sound
    part = desk.get(address(recording), headers={"Range": "bytes=100-199"})
    assert (part.status_code, part["Content-Length"]) == (206, "100")
    assert part["Content-Range"] == f"bytes 100-199/{len(sound)}"
    assert part.getvalue() == sound[100:200]
    beyond = desk.get(address(recording), headers={"Range": f"bytes={len(sound)}-"})
    assert (beyond.status_code, beyond["Content-Range"]) == (416, f"bytes */{len(sound)}")
    changed = desk.get(address(recording), headers={"Range": "bytes=0-9", "If-Range": '"another"'})
    assert changed.status_code == 200
    assert len(changed.getvalue()) == len(sound)
    assert desk.head(address(recording))["Content-Length"] == str(len(sound))


@pytest.mark.django_db
def test_no_browser_runs_or_keeps_what_is_sent(desk: Client, recording: Media):
    answer = desk.get(address(recording))
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "no-store" in answer["Cache-Control"]
    assert desk.post(address(recording)).status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize("facts", [{"media_type": "text/html"}, {"kind": "scan"}, {"sha256": "0" * 64}])
def test_what_is_no_recording_or_is_not_there_is_not_sent(desk: Client, recording: Media, facts: dict):
    Media.objects.filter(pk=recording.pk).update(**facts)
    assert desk.get(address(recording)).status_code == 404


@pytest.mark.django_db
def test_a_recording_is_heard_with_its_own_testimony_only(desk: Client, recording: Media, told: Told):
    other = reverse("testimonies:recording", args=[told.untold.pk, recording.pk])
    assert desk.get(other).status_code == 404


# who may, and what is noted


@pytest.mark.django_db
def test_strangers_are_sent_to_the_door_and_others_away(recording: Media, member: Callable[..., Client]):
    answer = Client().get(address(recording))
    assert (answer.status_code, answer["Location"].startswith("/desk/login/")) == (302, True)
    assert member("view_narrator", "view_media").get(address(recording)).status_code == 403
    assert not HEARD.exists()


@pytest.mark.django_db
def test_who_may_only_look_at_the_testimony_hears_it(
    recording: Media, told: Told, member: Callable[..., Client]
):
    looker = member("view_testimony")
    assert "<audio" in looker.get(room(told)).text
    assert looker.get(address(recording)).status_code == 200


@pytest.mark.django_db
def test_one_opening_of_the_room_is_one_deed_however_much_is_heard(
    desk: Client, recording: Media, told: Told
):
    desk.get(room(told))
    for start in (0, 50, 500):
        desk.get(address(recording), headers={"Range": f"bytes={start}-"}).getvalue()
    desk.get(room(told))
    deed = HEARD.get()
    assert (deed.who, deed.identifier, deed.why) == ("ada", told.account.identifier, "1 recording")


@pytest.mark.django_db
def test_a_later_opening_is_another_deed_and_so_is_somebody_elses(
    recording: Media, told: Told, world: Universe, monkeypatch: pytest.MonkeyPatch
):
    open_to_hear(told.account, by=world.ada)
    open_to_hear(told.account, by=world.ben)
    monkeypatch.setattr(hearing.timezone, "now", lambda now=timezone.now: now() + timedelta(hours=2))
    open_to_hear(told.account, by=world.ada)
    assert [each.who for each in HEARD.order_by("pk")] == ["ada", "ben", "ada"]


@pytest.mark.django_db
def test_what_is_heard_outside_the_room_is_noted_too(desk: Client, recording: Media):
    desk.get(address(recording)).getvalue()
    assert HEARD.count() == 1


@pytest.mark.django_db
def test_without_a_recording_there_is_no_player_and_no_deed(desk: Client, told: Told):
    assert "<audio" not in desk.get(room(told)).text
    assert not HEARD.exists()


@pytest.mark.django_db
def test_who_may_not_see_a_testimony_opens_nothing(recording: Media, told: Told, django_user_model: Any):
    with pytest.raises(Refused, match="may not do this"):
        open_to_hear(told.account, by=django_user_model.objects.create_user("nobody"))


# the room


@pytest.mark.django_db
def test_the_room_has_a_player_that_loads_nothing_by_itself_and_passages_that_can_be_sought(
    desk: Client, recording: Media, told: Told
):
    said = desk.get(room(told)).text
    assert f'<audio controls preload="none" controlslist="nodownload" data-plays="{recording.pk}"' in said
    assert f'data-start="2000" data-end="3500" data-recording="{recording.pk}"' in said
    assert "autoplay" not in said


@pytest.mark.django_db
def test_of_a_form_that_no_browser_plays_it_is_said(desk: Client, recording: Media, told: Told):
    Media.objects.filter(pk=recording.pk).update(media_type="audio/amr")
    said = desk.get(room(told)).text
    assert "No browser plays this form (audio/amr)" in said
    assert "<audio" not in said


@pytest.mark.django_db
def test_a_recording_that_the_vault_lost_is_not_there(desk: Client, recording: Media):
    originals().forget(recording.sha256)
    assert desk.get(address(recording)).status_code == 404
