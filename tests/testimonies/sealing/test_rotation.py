"""Changing keys: everything anew, all or nothing for each, and safe to repeat."""

from __future__ import annotations

from typing import Any

import pytest

from archive.core.sealing.opening import CannotOpen, unlocked
from archive.desk.review import Refused
from testimonies.models import IdentityOpened, SealedIdentity
from testimonies.sealing.identity import Identity, from_bytes
from testimonies.sealing.rotation import Rotation, failures, left_to_rotate, rotate
from tests.core.sealing.keyring import OURS, SECOND, STRANGER, Pair
from tests.testimonies.sealing.world import may_open, sealed
from tests.universe import Universe

pytestmark = pytest.mark.django_db
KEY = unlocked(OURS.file, OURS.passphrase)
NAMES = ("Mahnaz Ferasat", "Omid Selani", "Tara Vosk")


@pytest.fixture(autouse=True)
def _sealing_for_one(settings: Any) -> None:
    settings.SEAL_KEYS = [str(OURS.public)]


@pytest.fixture
def boxes(world: Universe) -> list[SealedIdentity]:
    return [sealed(world, Identity(names=name)) for name in NAMES]


def rotated(world: Universe, *to: Pair, tell: Any = lambda _: None) -> Rotation:
    return rotate(
        key=KEY, to=[pair.public for pair in to], by=may_open(world.ben), why="A new lawyer.", tell=tell
    )


def names_for(pair: Pair) -> list[str]:
    """What this pair opens now."""
    key, found = unlocked(pair.file, pair.passphrase), []
    for row in SealedIdentity.objects.order_by("pk"):
        try:
            found.append(from_bytes(key.opened(row.sealed)).identity.names)
        except CannotOpen:
            continue
    return found


def test_everything_opens_with_the_new_keys_and_nothing_with_the_old(world: Universe, boxes: Any):
    came_of_it = rotated(world, SECOND, STRANGER)
    assert (came_of_it.of, came_of_it.resealed, came_of_it.before, came_of_it.failed) == (3, 3, 0, {})
    assert names_for(SECOND) == names_for(STRANGER) == list(NAMES)
    assert names_for(OURS) == []
    wanted = sorted([SECOND.public.fingerprint, STRANGER.public.fingerprint])
    assert [row.keys for row in SealedIdentity.objects.all()] == [wanted] * 3


def test_a_second_key_is_added_by_sealing_for_both(world: Universe, boxes: Any):
    rotated(world, OURS, SECOND)
    assert names_for(OURS) == names_for(SECOND) == list(NAMES)


def test_progress_is_told_for_each(world: Universe, boxes: Any):
    told: list[tuple[int, int]] = []
    rotated(world, SECOND, tell=lambda rotation: told.append((rotation.done, rotation.of)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_it_is_written_down_that_a_key_was_used_on_all(world: Universe, boxes: Any):
    rotated(world, SECOND)
    row = IdentityOpened.objects.get()
    assert (row.narrator, row.who, row.key) == ("all", "ben", OURS.public.fingerprint)
    assert row.why == f"A new lawyer. (sealed anew for {SECOND.public.fingerprint}; shown to nobody)"


def test_a_rotation_that_broke_off_is_gone_on_with(world: Universe, boxes: Any):
    def broken_off(rotation: Rotation) -> None:
        if rotation.done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rotated(world, OURS, SECOND, tell=broken_off)
    assert len(names_for(SECOND)) == 2
    assert len(names_for(OURS)) == 3
    assert left_to_rotate([OURS.public, SECOND.public]) == 1
    came_of_it = rotated(world, OURS, SECOND)
    assert (came_of_it.resealed, came_of_it.before) == (1, 2)
    assert names_for(SECOND) == list(NAMES)
    assert left_to_rotate([OURS.public, SECOND.public]) == 0


def test_what_the_key_does_not_open_stays_as_it_was_and_is_told(world: Universe, boxes: Any, settings: Any):
    settings.SEAL_KEYS = [str(STRANGER.public)]
    other = sealed(world, Identity(names="Piri Lund"))
    damaged = boxes[1]
    damaged.sealed["content"] = damaged.sealed["content"][:-8] + "AAAAAAA="
    damaged.save()
    came_of_it = rotated(world, SECOND)
    assert (came_of_it.resealed, came_of_it.done) == (2, 4)
    told = list(failures(came_of_it))
    assert told[0].startswith(f"{damaged.narrator.identifier}: What was sealed is damaged")
    assert told[1].startswith(
        f"{other.narrator.identifier}: The key {OURS.public.fingerprint} does not open this"
    )
    assert names_for(STRANGER) == ["Piri Lund"]
    assert SealedIdentity.objects.get(pk=damaged.pk).sealed == damaged.sealed


def test_a_box_that_is_gone_meanwhile_is_passed_by(world: Universe, boxes: Any):
    def gone(rotation: Rotation) -> None:
        SealedIdentity.objects.filter(pk=boxes[2].pk).delete()

    assert rotated(world, SECOND, tell=gone).resealed == 2


def test_a_box_is_changed_as_a_whole_or_not_at_all(
    world: Universe, boxes: Any, monkeypatch: pytest.MonkeyPatch
):
    def broken(self: SealedIdentity, **_: Any) -> None:
        SealedIdentity.objects.filter(pk=self.pk).update(keys=["half"])
        raise CannotOpen("The machine was switched off.")

    monkeypatch.setattr(SealedIdentity, "save", broken)
    assert len(rotated(world, SECOND).failed) == 3
    assert names_for(OURS) == list(NAMES)
    assert not SealedIdentity.objects.filter(keys=["half"]).exists()


def test_without_right_or_reason_no_key_is_changed(world: Universe, boxes: Any):
    world.ada.groups.clear()
    nobody = type(world.ada).objects.get(pk=world.ada.pk)
    for by, why in ((nobody, "because"), (may_open(world.ben), " ")):
        with pytest.raises(Refused):
            rotate(key=KEY, to=[SECOND.public], by=by, why=why, tell=lambda _: None)
    assert names_for(OURS) == list(NAMES)
    assert not IdentityOpened.objects.exists()


def test_no_identity_is_kept_in_the_result(world: Universe, boxes: Any, monkeypatch: pytest.MonkeyPatch):
    came_of_it = rotated(world, SECOND)
    assert not any(name in repr(came_of_it) for name in NAMES)
