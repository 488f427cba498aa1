"""The recording in the reading room with a real browser: played by key from each passage, which is lit."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from archive.desk.models import Deed
from testimonies.actions.media import take_in_media
from testimonies.models import Media, Passage
from tests.browser.conftest import AXE
from tests.browser.test_pages import RUN
from tests.browser.test_reading_room import desk, press, text_of
from tests.browser.waiting import until
from tests.core.media.material import tone
from tests.universe import Universe
from tests.witnesses import Told

__all__ = ["desk"]
pytestmark = pytest.mark.django_db(transaction=True)
PLAYER = "document.querySelector('audio')"


@pytest.fixture(autouse=True)
def recording(told: Told, world: Universe, tmp_path: Path, settings: Any) -> Media:
    """Twelve seconds; each passage but the last has three of them."""
    settings.VAULT = tmp_path / "vault"
    sound = tone(tmp_path / "tone.wav", seconds=12).read_bytes()
    media = take_in_media(told.account, upload=BytesIO(sound), name="rec.wav", by=world.ada).media
    for number, passage in enumerate(told.account.passages.order_by("position")[:3]):
        passage.recording, passage.start_ms, passage.end_ms = media, number * 3000, number * 3000 + 2900
        passage.save()
    return media


@pytest.fixture
def passages(told: Told, recording: Media) -> list[Passage]:
    return list(told.account.passages.all())


@pytest.fixture
def room(passages: list[Passage], desk: Page) -> Page:
    """Ada's room, opened once the recording is there."""
    return desk


def test_a_key_plays_from_a_passage_which_is_lit(room: Page, passages: list[Passage]):
    assert room.evaluate(f"{PLAYER}.readyState") == 0  # nothing was fetched by itself
    text_of(room, passages[1]).focus()
    press(room, "p")
    room.locator(f"#p-{passages[1].pk}.is-spoken").wait_for()
    until(room, f"!{PLAYER}.paused && {PLAYER}.currentTime >= 3")
    assert room.locator(".is-spoken").count() == 1
    press(room, "p")
    until(room, f"{PLAYER}.paused")
    stopped = room.evaluate(f"{PLAYER}.currentTime")
    press(room, "p")
    until(room, f"!{PLAYER}.paused && {PLAYER}.currentTime >= {stopped}")
    assert Deed.objects.filter(act=Deed.Act.HEAR).count() == 1


def test_the_light_goes_along_and_the_player_names_the_passage(room: Page, passages: list[Passage]):
    text_of(room, passages[2]).focus()
    press(room, "p")
    room.locator(f"#p-{passages[2].pk}.is-spoken").wait_for()
    assert room.locator("[data-heard-now]").inner_text() == "Passage 3"
    press(room, "b")
    room.locator(f"#p-{passages[0].pk}.is-spoken, #p-{passages[1].pk}.is-spoken").wait_for()
    room.evaluate(f"{PLAYER}.currentTime = 11")
    until(room, "!document.querySelector('.is-spoken')")
    assert not room.locator("[data-heard-now]").is_visible()


def test_a_button_and_the_keys_of_a_persian_layout_play_too(room: Page, passages: list[Passage]):
    room.get_by_role("button", name="Hear passage 1").click()
    room.locator(f"#p-{passages[0].pk}.is-spoken").wait_for()
    text_of(room, passages[1], translated=True).focus()
    room.evaluate("""() => document.activeElement.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ح', code: 'KeyP', bubbles: true, cancelable: true }))""")
    room.locator(f"#p-{passages[1].pk}.is-spoken").wait_for()


def test_a_passage_without_a_time_says_so_and_withholding_goes_on_meanwhile(
    room: Page, passages: list[Passage]
):
    text_of(room, passages[3]).focus()
    press(room, "p")
    room.get_by_text("This passage has no time").wait_for()
    text_of(room, passages[1]).focus()
    press(room, "p")
    room.locator(f"#p-{passages[1].pk}.is-spoken").wait_for()
    press(room, "ArrowRight", "w", "p")  # the reason, not the player
    room.locator("[data-undo]").wait_for()
    room.locator(f"#p-{passages[1].pk}.is-spoken").wait_for()
    assert not room.evaluate(f"{PLAYER}.paused")


@pytest.mark.parametrize("desk", [{"java_script_enabled": False}], indirect=True)
def test_without_javascript_there_is_the_browsers_own_player(room: Page, recording: Media):
    player = room.locator("audio[controls][preload=none]")
    assert player.is_visible()
    assert (
        player.get_attribute("src")
        == f"/desk/testimonies/{recording.testimony_id}/recordings/{recording.pk}/"
    )
    assert not room.locator("[data-hear]").first.is_visible()
    assert not room.get_by_text("plays from its passage").is_visible()


@pytest.mark.parametrize(
    "desk",
    [{"viewport": {"width": 360, "height": 700}}, {"color_scheme": "dark", "bypass_csp": True},
     {"color_scheme": "light", "bypass_csp": True}],
    indirect=True,
    ids=["phone", "dark", "light"],
)  # fmt: skip
def test_the_room_with_a_player_fits_and_axe_finds_nothing_to_mend(room: Page, passages: list[Passage]):
    text_of(room, passages[1]).focus()
    press(room, "p")
    room.locator(f"#p-{passages[1].pk}.is-spoken").wait_for()
    assert not room.evaluate("document.documentElement.scrollWidth > innerWidth")
    if room.viewport_size == {"width": 1280, "height": 900}:
        room.evaluate(AXE)
        found = room.evaluate(RUN)["violations"]
        assert [(each["id"], [node["html"][:140] for node in each["nodes"]]) for each in found] == []
