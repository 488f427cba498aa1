"""Changing keys from the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from archive.core.sealing.opening import unlocked
from testimonies.models import IdentityOpened, Narrator, SealedIdentity
from testimonies.sealing.identity import Identity
from tests.core.sealing.keyring import OURS, SECOND, STRANGER
from tests.testimonies.sealing.asking import Answers, refused, run
from tests.testimonies.sealing.world import SECRETS, sealed
from tests.universe import Universe

pytestmark = pytest.mark.usefixtures("cheap_keys")


def changing(stick: Path, **more: Any) -> dict[str, Any]:
    return {
        "account": "ben",
        "why": "A new lawyer.",
        "key_file": stick / "ours.txt",
        "to": [str(SECOND.public)],
    } | more


def test_keys_are_changed_with_progress_and_no_name_is_shown(typed: Answers, her: Narrator, stick: Path):
    typed(passphrases=(OURS.passphrase,))
    said = run("rotate_keys", **changing(stick))
    assert f"1 identities to seal anew for {SECOND.public.fingerprint}." in said
    assert "1 of 1\n" in said
    assert "1 sealed anew, 0 were before." in said
    assert f"ARCHIVE_SEAL_KEYS={SECOND.public}" in said
    assert not any(secret in said for secret in SECRETS)
    assert unlocked(SECOND.file, SECOND.passphrase).opened(her.identities.get().sealed)


def test_to_change_keys_again_asks_for_nothing_and_does_nothing(typed: Answers, her: Narrator, stick: Path):
    typed(passphrases=(OURS.passphrase,))
    run("rotate_keys", **changing(stick))
    assert "nothing was done" in run("rotate_keys", **changing(stick))
    assert IdentityOpened.objects.count() == 1


def test_without_names_of_keys_the_desk_s_own_are_taken(
    typed: Answers, her: Narrator, stick: Path, settings: Any
):
    settings.SEAL_KEYS = [str(OURS.public), str(SECOND.public)]
    typed(passphrases=(OURS.passphrase,))
    run("rotate_keys", **changing(stick, to=None))
    assert her.identities.get().keys == sorted([OURS.public.fingerprint, SECOND.public.fingerprint])


def test_what_could_not_be_sealed_anew_is_told_and_the_command_fails(
    typed: Answers, her: Narrator, world: Universe, stick: Path, settings: Any
):
    settings.SEAL_KEYS = [str(STRANGER.public)]
    sealed(world, Identity(names="Piri Lund"))
    typed(passphrases=(OURS.passphrase,))
    assert "1 stayed as they were" in refused("rotate_keys", **changing(stick))


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"to": ["seal1:abc"]}, "This public key is cut off"),
        ({"account": "zoe"}, "no account “zoe”"),
        ({"why": " "}, "Say why"),
        ({"key_file": None}, "--key-file"),
    ],
)
def test_what_is_wrong_with_a_change_of_keys_is_told(
    typed: Answers, her: Narrator, stick: Path, wrong: dict[str, Any], told: str
):
    assert told in refused("rotate_keys", **changing(stick, **wrong))


def test_a_change_of_keys_that_is_stopped_says_how_far_it_came(
    typed: Answers, her: Narrator, world: Universe, stick: Path, monkeypatch: pytest.MonkeyPatch
):
    sealed(world, Identity(names="Piri Lund"))
    resealed, calls = SealedIdentity.save, []

    def stopped(self: SealedIdentity, **more: Any) -> None:
        calls.append(self.pk)
        if len(calls) == 2:
            raise KeyboardInterrupt
        resealed(self, **more)

    monkeypatch.setattr(SealedIdentity, "save", stopped)
    typed(passphrases=(OURS.passphrase,) * 2)
    assert "Stopped after 1 of 2. Nothing is half done" in refused("rotate_keys", **changing(stick))
    assert "1 sealed anew, 1 were before." in run("rotate_keys", **changing(stick))
