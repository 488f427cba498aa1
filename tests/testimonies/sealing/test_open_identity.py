"""Opening from the terminal: what is shown, and what is kept nowhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from testimonies.models import IdentityOpened, Narrator, SealedIdentity
from tests.core.sealing.keyring import OURS
from tests.testimonies.sealing.asking import Answers, refused, run
from tests.testimonies.sealing.world import SECRETS, may_open, sealed
from tests.universe import Universe

pytestmark = pytest.mark.usefixtures("cheap_keys")


def opening(her: Narrator, stick: Path, **more: Any) -> dict[str, Any]:
    return {
        "narrator": her.identifier,
        "account": "ben",
        "why": "The court asked.",
        "key_file": stick / "ours.txt",
    } | more


def test_who_she_is_is_shown_and_kept_nowhere(
    typed: Answers, her: Narrator, stick: Path, tmp_path: Path, caplog: Any, monkeypatch: pytest.MonkeyPatch
):
    typed(passphrases=(OURS.passphrase,))
    monkeypatch.chdir(tmp_path)
    caplog.set_level(0)
    said = run("open_identity", **opening(her, stick))
    assert [secret for secret in SECRETS if secret not in said] == []
    assert "names: Mahnaz Ferasat\n       مهناز فراست\n" in said
    _shown, beside = said.split("-- beside --")
    assert not any(secret in beside + caplog.text for secret in SECRETS)
    assert re.search(r"Noted as opening 1:[0-9a-f]{64}\. Clear the screen", beside)
    written = "".join(file.read_text() for file in tmp_path.rglob("*") if file.is_file())
    assert not any(secret in written for secret in SECRETS)


def test_names_do_not_go_into_a_file(typed: Answers, her: Narrator, stick: Path, tmp_path: Path):
    typed(passphrases=(OURS.passphrase,))
    with (tmp_path / "kept").open("w") as out, pytest.raises(CommandError, match="kept in a file"):
        call_command("open_identity", stdout=out, **opening(her, stick))
    assert (tmp_path / "kept").read_text() == ""
    assert not IdentityOpened.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"narrator": None}, "No narrator has this identifier"),
        ({"narrator": "00000000000"}, "No narrator has this identifier"),
        ({"account": None}, "Say who you are"),
        ({"account": "zoe"}, "no account “zoe”"),
        ({"why": ""}, "Say why"),
        ({"key_file": None}, "--key-file"),
        ({"key_file": Path("/nowhere/key.txt")}, "cannot be read"),
        ({"key_file": Path("/etc/hostname")}, "not the file of a private key"),
        ({"key_file": "strangers.txt"}, "does not open this; it was sealed for"),
    ],
)
def test_what_is_wrong_is_told_in_one_sentence_and_nothing_is_noted(
    typed: Answers, her: Narrator, stick: Path, wrong: dict[str, Any], told: str
):
    if wrong.get("key_file") == "strangers.txt":
        wrong = {"key_file": stick / "strangers.txt"}
    assert told in refused("open_identity", **opening(her, stick, **wrong))
    assert not IdentityOpened.objects.exists()


def test_a_wrong_passphrase_opens_and_notes_nothing(typed: Answers, her: Narrator, stick: Path):
    typed(passphrases=("river lantern eleven coper",))
    assert "not the passphrase" in refused("open_identity", **opening(her, stick))
    assert not IdentityOpened.objects.exists()


def test_an_account_without_the_right_opens_nothing(
    typed: Answers, her: Narrator, stick: Path, world: Universe
):
    world.ada.groups.clear()
    assert "may not open identities" in refused("open_identity", **opening(her, stick, account="ada"))


def test_a_box_that_was_moved_is_told(typed: Answers, her: Narrator, stick: Path):
    other, box = Narrator.objects.create(label="other"), her.identities.get()
    SealedIdentity.objects.create(narrator=other, sealed=box.sealed, keys=box.keys, sealed_by="ada")
    typed(passphrases=(OURS.passphrase,))
    assert f"Careful: this was sealed for the narrator {her.identifier}" in run(
        "open_identity", **opening(other, stick)
    )


def test_on_one_s_own_machine_the_pair_beside_the_data_opens(world: Universe, settings: Any):
    settings.SEAL_KEYS = []
    run("make_keys", "--local")
    may_open(world.ben)
    her = sealed(world).narrator
    assert "Mahnaz" in run("open_identity", her.identifier, "--local", account="ben", why="Trying it out.")


def test_the_list_of_openings_can_be_checked(typed: Answers, her: Narrator, stick: Path):
    typed(passphrases=(OURS.passphrase,))
    run("open_identity", **opening(her, stick))
    head = f"1:{IdentityOpened.objects.get().hash}"
    assert f"none missing or changed. Note it elsewhere: {head}" in run("open_identity", "--check", head=head)
    assert "find out who can write" in refused("open_identity", "--check", head=f"2:{head[2:]}")
    assert "NUMBER:HASH" in refused("open_identity", "--check", head="what")
