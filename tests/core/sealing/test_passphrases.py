import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.exceptions import RuntimeError as SodiumRefuses

from archive.core.sealing.passphrases import LEAST, Cost, prepared, stretched, suggested, weak


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("river lantern", "  river lantern\n"),
        ("caf\u00e9", "cafe\u0301"),
        ("يك کتاب", "یک كتاب"),
        ("سال ۱۳۶۷", "سال ١٣٦٧"),
        ("سال ۱۳۶۷", "سال 1367"),
    ],
    ids=["blanks at the ends", "accents", "yeh and kaf", "digits", "European digits"],
)
def test_the_same_passphrase_from_another_keyboard_is_the_same(one: str, other: str):
    assert prepared(one) == prepared(other)


@pytest.mark.parametrize("other", ["River lantern", "river  lantern", "riverlantern", "river lantern.", ""])
def test_another_passphrase_is_another(other: str):
    assert prepared(other) != prepared("river lantern")


@given(st.text(st.characters(exclude_categories=())))
def test_any_passphrase_can_be_prepared_and_judged(passphrase: str):
    assert isinstance(prepared(passphrase), bytes)
    assert isinstance(weak(passphrase), str)


@pytest.mark.parametrize("passphrase", ["", "   ", "secret", "Tr0ub4dor&3", "گل سرخ", " " * 30])
def test_a_short_passphrase_is_weak(passphrase: str):
    assert "take 20 or more" in weak(passphrase)


@pytest.mark.parametrize(
    "passphrase",
    [
        "password password password",
        "a" * 40,
        "qwertyuiopasdfghjklzxcvbnm",
        "2017-11-28 2017-11-28",
        "abcdefghij" * 3,
    ],
)
def test_a_passphrase_that_machines_guess_is_weak(passphrase: str):
    assert "easy to guess" in weak(passphrase)


@pytest.mark.parametrize(
    "passphrase", ["anchor velvet thunder pickle orbit", "فانوس دریا گردو پنجره ابریشم قطار"]
)
def test_some_words_that_have_nothing_to_do_with_each_other_will_do(passphrase: str):
    assert weak(passphrase) == ""


def test_the_sentence_does_not_repeat_the_passphrase():
    assert "gizmo" not in weak("gizmo") + weak("gizmo" * 6)


def test_a_suggested_passphrase_will_do_and_never_comes_twice():
    drawn = {suggested() for _ in range(50)}
    assert len(drawn) == 50
    assert not any(weak(passphrase) for passphrase in drawn)
    assert all(len(passphrase.split()) == 7 for passphrase in drawn)


def test_another_salt_or_cost_makes_another_key():
    keys = {
        stretched("river lantern", bytes(16), LEAST),
        stretched("river lantern", b"x" * 16, LEAST),
        stretched("river lantern", bytes(16), Cost(LEAST.rounds + 1, LEAST.memory)),
        stretched("river lantern", bytes(16), Cost(LEAST.rounds, LEAST.memory * 2)),
    }
    assert len(keys) == 4


@pytest.mark.parametrize("refusal", [SodiumRefuses, MemoryError])
def test_more_memory_than_there_is_gives_nothing(monkeypatch: pytest.MonkeyPatch, refusal: type[Exception]):
    def kdf(*_: object, **__: object) -> bytes:
        raise refusal("no memory")

    monkeypatch.setattr("nacl.pwhash.argon2id.kdf", kdf)
    assert stretched("river lantern", bytes(16), LEAST) is None
