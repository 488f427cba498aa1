"""Making keys: what is told before, what is asked, and what is left behind."""

from __future__ import annotations

import os
import re
import stat
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from archive.core.sealing.opening import unlocked
from archive.core.sealing.passphrases import LEAST
from archive.core.sealing.shares import key_from_shares, shares
from testimonies.management.commands.make_keys import SENTENCE
from testimonies.sealing import keys
from tests.core.sealing.keyring import OURS
from tests.testimonies.sealing.asking import Answers, refused, run

pytestmark = pytest.mark.usefixtures("cheap_keys")
GOOD = "anchor velvet thunder pickle orbit lantern"


def test_what_a_lost_key_means_is_told_before_one_is_made(typed: Answers, stick: Path):
    typed("yes")
    out = StringIO()
    with pytest.raises(CommandError, match="not the sentence, so no key was made"):
        call_command("make_keys", file=stick / "new.txt", stdout=out)
    assert "nobody can ever read again" in out.getvalue()
    assert not (stick / "new.txt").exists()


def test_a_key_is_made_that_opens_with_its_passphrase(typed: Answers, stick: Path):
    typed(SENTENCE.upper().rstrip("."), passphrases=(GOOD, GOOD))
    said = run("make_keys", file=stick / "new.txt", label="the lawyer's")
    text = (stick / "new.txt").read_text()
    key = unlocked(text, GOOD)
    assert f"ARCHIVE_SEAL_KEYS={key.public}" in said
    assert key.public.fingerprint in said
    assert "the lawyer's" in text
    assert GOOD not in said
    assert stat.S_IMODE(os.stat(stick / "new.txt").st_mode) == 0o600


def test_a_weak_or_mistyped_passphrase_is_asked_for_again(typed: Answers, stick: Path, capsys: Any):
    typed(SENTENCE, passphrases=("secret", GOOD, "another", GOOD, GOOD))
    run("make_keys", file=stick / "new.txt")
    assert unlocked((stick / "new.txt").read_text(), GOOD)
    told = capsys.readouterr().out
    assert "take 20 or more" in told
    assert "not the same" in told


def test_after_three_passphrases_that_will_not_do_no_key_is_made(typed: Answers, stick: Path):
    typed(SENTENCE, passphrases=("secret",) * 5)
    assert "no key was made" in refused("make_keys", file=stick / "new.txt")
    assert not (stick / "new.txt").exists()


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (None, "--file /media/stick/key.txt"),
        ("var/key.txt", "lies beside the archive"),
        ("stick/ours.txt", "is there already and stays as it is"),
        ("nowhere/key.txt", "There is no folder"),
    ],
)
def test_a_place_that_will_not_do_is_told_before_anything_is_asked(
    typed: Answers, stick: Path, tmp_path: Path, place: str | None, told: str
):
    assert told in refused("make_keys", file=place and tmp_path / place)
    assert (stick / "ours.txt").read_text() == OURS.file


def test_where_nobody_can_type_no_key_is_made(typed: Answers, stick: Path):
    assert "run this where somebody can type" in refused("make_keys", file=stick / "new.txt")


def test_words_for_paper_bring_the_key_back(typed: Answers, stick: Path):
    typed(passphrases=(OURS.passphrase,))
    said = run("make_keys", "--shares", file=stick / "ours.txt")
    papers = re.split(r"Share \d of 3 .*\n", said)[1:]
    today = timezone.now().date()
    assert f"Share 3 of 3 · key {OURS.public.fingerprint} · {today} · the desk's" in said
    words = [" ".join(word for _, word in sorted(_numbered(paper))) for paper in papers]
    file = key_from_shares(words[1:], passphrase="x", label="x", cost=LEAST)
    assert unlocked(file, "x").public == OURS.public


def _numbered(paper: str) -> list[tuple[int, str]]:
    return [(int(place), word) for place, word in re.findall(r"(\d+)\. ([a-z]+)", paper)]


def test_a_paper_that_is_mistyped_is_asked_for_again(typed: Answers, stick: Path):
    one, other, _third = shares(OURS.file, OURS.passphrase)
    typed(one, other.replace(" ", " oops ", 1), other, "", passphrases=(GOOD, GOOD))
    said = run("make_keys", "--from-shares", file=stick / "back.txt")
    assert "Share 2: word 2 is mistyped" in said
    assert f"The key {OURS.public.fingerprint} is back" in said
    assert unlocked((stick / "back.txt").read_text(), GOOD).public == OURS.public


def test_too_few_papers_bring_nothing_back(typed: Answers, stick: Path):
    typed(shares(OURS.file, OURS.passphrase)[0], "", passphrases=(GOOD, GOOD))
    assert "add 1 more" in refused("make_keys", "--from-shares", file=stick / "back.txt")
    assert not (stick / "back.txt").exists()


def test_words_for_paper_are_not_kept_in_a_file(typed: Answers, stick: Path, tmp_path: Path):
    typed(passphrases=(OURS.passphrase,))
    with (tmp_path / "kept").open("w") as out, pytest.raises(CommandError, match="kept in a file"):
        call_command("make_keys", "--shares", file=stick / "ours.txt", stdout=out)
    assert (tmp_path / "kept").read_text() == ""


# --- the pair of a first start ------------------------------------------------------------------


def test_a_first_start_makes_one_pair_and_says_that_it_keeps_nothing_secret(settings: Any):
    settings.SEAL_KEYS = []
    assert keys.told_about_keys() == ""
    assert "Whoever has this machine can open" in run("make_keys", "--local")
    before = [str(key) for key in keys.seal_keys()]
    assert run("make_keys", "--local") == "\n-- beside --\n"
    assert [str(key) for key in keys.seal_keys()] == before
    assert "not for real testimony" in keys.told_about_keys()
    folder = settings.VAR_DIR / "keys"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


def test_a_start_that_broke_off_while_making_the_pair_is_mended(settings: Any):
    settings.SEAL_KEYS = []
    run("make_keys", "--local")
    (settings.VAR_DIR / "keys" / "public.txt").unlink()
    run("make_keys", "--local")
    folder = settings.VAR_DIR / "keys"
    key = unlocked((folder / "private.txt").read_text(), (folder / "passphrase.txt").read_text())
    assert keys.seal_keys() == [key.public]


def test_a_real_installation_makes_and_uses_no_such_pair(settings: Any):
    settings.SEAL_KEYS = []
    run("make_keys", "--local")
    settings.LOCAL = False
    assert "ARCHIVE_LOCAL=1" in refused("make_keys", "--local")
    with pytest.raises(Exception, match="make a key with make_keys"):
        keys.seal_keys()


def test_keys_that_are_set_come_before_the_pair(settings: Any):
    run("make_keys", "--local")
    assert keys.seal_keys() == [OURS.public]
    assert not keys.is_local()
