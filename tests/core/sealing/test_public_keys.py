import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.public import PrivateKey

from archive.core.sealing import NotAKey, PublicKey
from tests.core.sealing.keyring import OURS, SECOND

KEY = str(OURS.public)
keys = st.binary(min_size=32, max_size=32).map(lambda raw: PublicKey.of(bytes(PrivateKey(raw).public_key)))


@given(keys)
def test_a_key_is_printed_and_read_as_itself(key: PublicKey):
    read = PublicKey(str(key))
    assert (read, bytes(read), read.fingerprint) == (key, bytes(key), key.fingerprint)
    assert len({key, read}) == 1


def test_a_key_may_be_copied_as_people_copy():
    assert PublicKey(f"  {KEY.upper()[:30]}\n {KEY.upper()[30:]} ") == OURS.public


def test_the_fingerprint_is_sixteen_signs_and_each_key_has_its_own():
    assert len(OURS.public.fingerprint) == 16
    assert OURS.public.fingerprint != SECOND.public.fingerprint
    assert OURS.public != SECOND.public
    assert OURS.public != KEY


@given(st.integers(0, len(KEY) - 1), st.sampled_from("abcdefghijklmnopqrstuvwxyz234567:=-018"))
def test_every_single_wrong_sign_is_caught(at: int, sign: str):
    wrong = KEY[:at] + sign + KEY[at + 1 :]
    if wrong == KEY:
        return
    with pytest.raises(NotAKey):
        PublicKey(wrong)


@given(st.text(max_size=100))
def test_anything_else_is_told_in_one_sentence(text: str):
    with pytest.raises(NotAKey, match=r"^[A-Z][^\n]+\.$"):
        PublicKey(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "begins with “seal1:”"),
        (KEY[:-1], "cut off"),
        (KEY + "a", "signs too many"),
        (KEY.replace("seal1", "seal2"), "“seal2”, which this version does not know"),
        (OURS.file, "belongs on no server"),
        (OURS.file.replace("\n", ""), "belongs on no server"),
    ],
    ids=lambda each: str(each)[:6],  # the keys differ from one process to the next
)
def test_the_usual_mistakes_are_named(text: str, told: str):
    with pytest.raises(NotAKey, match=told):
        PublicKey(text)


@pytest.mark.parametrize("raw", [bytes(32), b"\x01" + bytes(31)])
def test_a_key_whose_boxes_anybody_could_open_is_refused(raw: bytes):
    with pytest.raises(NotAKey, match="make a new one"):
        PublicKey.of(raw)
