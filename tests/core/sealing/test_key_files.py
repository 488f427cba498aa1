import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.core.sealing.key_files import (
    BEGIN,
    END,
    _check,
    key_file,
    label_in,
    make_key,
    public_key_in,
    unlocked,
)
from archive.core.sealing.passphrases import LEAST
from archive.core.sealing.private_keys import CannotOpen
from tests.core.sealing.keyring import OURS, SECOND

HEAD, BODY, _ = re.split(f"{BEGIN}\n|{END}\n", OURS.file)


def with_body(body: str) -> str:
    return f"{HEAD}{BEGIN}\n{body}\n{END}\n"


def altered(change: Callable[[dict[str, Any]], object]) -> str:
    """The key file as somebody would alter it who knows how to make its check fit."""
    fields = json.loads(BODY)
    fields.pop("check")
    change(fields)
    return with_body(json.dumps(fields | {"check": _check(fields)}))


any_text = st.text(st.characters(exclude_categories=()))


@given(any_text.filter(lambda text: text.strip()), any_text)
def test_any_passphrase_and_any_label_make_a_file_that_opens(passphrase: str, label: str):
    public, text = make_key(passphrase, label=label, cost=LEAST)
    assert public_key_in(text) == public == unlocked(text, passphrase).public


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        (" کلید  میز‌کار ", "کلید میز‌کار"),
        ("one\ntwo\t\x1b[2Jthree", "one two [2Jthree"),
        ("from a shell \udce9", "from a shell "),
        ("x" * 150, "x" * 100),
        (BEGIN, BEGIN),
    ],
)
def test_a_label_is_one_line_without_invisible_signs(label: str, shown: str):
    _, text = make_key("x", label=label, cost=LEAST)
    assert label_in(text) == shown
    assert f"\nLabel:       {shown}\n" in text
    assert unlocked(text, "x")


def test_the_head_says_what_it_is_and_what_is_lost_with_it():
    assert HEAD.startswith("PRIVATE KEY OF A TESTIMONY ARCHIVE\n")
    assert "lost for ever" in HEAD
    assert OURS.public.fingerprint in HEAD
    assert str(OURS.public) in HEAD
    assert "the desk's" in HEAD
    assert all(len(line) <= 92 for line in HEAD.splitlines())


def test_the_private_key_does_not_stand_in_its_file():
    secret = unlocked(OURS.file, OURS.passphrase).raw()
    assert OURS.passphrase not in OURS.file
    assert secret.hex() not in OURS.file
    assert key_file(unlocked(OURS.file, OURS.passphrase), "x", label="", cost=LEAST) != OURS.file


def test_the_cost_of_a_guess_stands_in_the_file():
    assert json.loads(BODY)["stretching"]["rounds"] == LEAST.rounds
    assert json.loads(BODY)["stretching"]["memory"] == LEAST.memory


@pytest.mark.parametrize(
    "text",
    [
        OURS.file.replace("\n", "\r\n"),
        "\ufeff" + OURS.file,
        BEGIN + OURS.file.split(BEGIN)[1],
        OURS.file.replace("\n", "\n  "),
        OURS.file + "\nnotes of somebody\n",
    ],
    ids=["line ends of Windows", "byte order mark", "without its head", "indented", "with something below"],
)
def test_what_editors_do_to_a_file_does_no_harm(text: str):
    assert unlocked(text, OURS.passphrase).public == OURS.public


def flips(text: str) -> Iterator[str]:
    """The text with each of its bits flipped in turn."""
    for bit in range(len(text.encode()) * 8):
        raw = bytearray(text.encode())
        raw[bit // 8] ^= 1 << bit % 8
        yield raw.decode(errors="replace")


def test_every_flipped_bit_in_the_key_is_noticed():
    for body in flips(BODY.strip()):
        with pytest.raises(CannotOpen):
            unlocked(with_body(body), OURS.passphrase)


@given(st.integers(0, len(OURS.file) - 2))
def test_a_file_cut_off_anywhere_is_noticed(length: int):
    with pytest.raises(CannotOpen):
        unlocked(OURS.file[:length], OURS.passphrase)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "not the file of a private key"),
        ('{"a": 1}', "not the file of a private key"),
        (str(OURS.public), "not the file of a private key"),
        (OURS.file[:-40], "cut off before its end"),
        (with_body(""), "damaged"),
        (with_body("[]"), "damaged"),
        (with_body("{"), "damaged"),
        (with_body("[" * 100_000), "damaged"),
        (with_body('{"version": "one"}'), "damaged"),
        (with_body('{"version": 1}'), "damaged"),
        (with_body('{"version": 1, "check": null, "rounds": 0.5}'), "damaged"),
        (with_body('{"version": 2, "whatever": 0.5}'), r"newer version of the archive \(form 2\); update"),
        (OURS.file.replace(str(OURS.public), str(SECOND.public)), "damaged"),
        (altered(lambda fields: fields.update(public=str(SECOND.public))), "damaged"),
        (altered(lambda fields: fields.update(public="seal1:")), "damaged"),
        (altered(lambda fields: fields.pop("public")), "damaged"),
        (altered(lambda fields: fields.pop("private")), "damaged"),
        (altered(lambda fields: fields.pop("stretching")), "damaged"),
        (altered(lambda fields: fields["stretching"].update(by="md5")), "damaged"),
        (altered(lambda fields: fields["stretching"].update(salt="AAAA")), "damaged"),
        (altered(lambda fields: fields["stretching"].update(rounds="1")), "damaged"),
        (altered(lambda fields: fields["stretching"].update(rounds=0)), "more work or memory"),
        (altered(lambda fields: fields["stretching"].update(rounds=10**6)), "more work or memory"),
        (altered(lambda fields: fields["stretching"].update(memory=2**43)), "more work or memory"),
        (altered(lambda fields: fields["stretching"].update(rounds=2)), "not the passphrase"),
        (altered(lambda fields: fields.update(private="AAAA")), "not the passphrase"),
    ],
    ids=lambda each: str(each)[:6],  # the keys differ from one process to the next
)
def test_what_is_wrong_with_a_file_is_told_in_one_sentence(text: str, told: str):
    with pytest.raises(CannotOpen, match=told) as refused:
        unlocked(text, OURS.passphrase)
    assert re.fullmatch(r"[A-Z][^\n]+\.", str(refused.value))
    assert refused.value.__context__ is None, "what was read must not travel with the refusal"


def test_a_key_of_another_file_s_body_does_not_open_with_its_own_passphrase():
    with pytest.raises(CannotOpen, match=OURS.public.fingerprint):
        unlocked(OURS.file, SECOND.passphrase)


@pytest.mark.parametrize("passphrase", ["", "  ", "\n\t"])
def test_no_passphrase_is_no_passphrase(passphrase: str):
    with pytest.raises(ValueError, match="empty"):
        make_key(passphrase, label="x", cost=LEAST)


def test_a_key_file_is_tried_before_it_is_given_out(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(
        "archive.core.sealing.key_files.unlocked", lambda *_: unlocked(SECOND.file, SECOND.passphrase)
    )
    with pytest.raises(CannotOpen, match="make another"):
        make_key("x", label="x", cost=LEAST)


def test_too_little_memory_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("archive.core.sealing.key_files.stretched", lambda *_: None)
    with pytest.raises(CannotOpen, match="memory that is not free here"):
        unlocked(OURS.file, OURS.passphrase)
    with pytest.raises(CannotOpen, match="memory that is not free here"):
        make_key("x", label="x")
