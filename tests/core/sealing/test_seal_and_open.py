import json
from base64 import b64decode, b64encode
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.core.sealing import NotAKey, PublicKey, Sealed, seal
from archive.core.sealing.boxes import STEP
from archive.core.sealing.opening import CannotOpen, PrivateKey, open_sealed, resealed, unlocked
from tests.core.sealing.keyring import OURS, SECOND, STRANGER, Pair

NAME = b"Mahnaz Ferasat, Orchard Street 4"
OPENED = unlocked(OURS.file, OURS.passphrase)


def opened(sealed: Sealed, pair: Pair = OURS) -> bytes:
    return open_sealed(sealed, pair.file, pair.passphrase)


@given(st.binary(max_size=2000))
def test_what_is_sealed_is_opened_by_each_key_it_was_sealed_for(data: bytes):
    sealed = cast(Sealed, json.loads(json.dumps(seal(data, [OURS.public, SECOND.public]))))
    assert opened(sealed) == opened(sealed, SECOND) == data


def test_two_seals_of_the_same_text_have_nothing_in_common():
    one, other = seal(NAME, [OURS.public]), seal(NAME, [OURS.public])
    assert one["content"] != other["content"]
    assert one["keys"].keys() == other["keys"].keys()
    assert one["keys"] != other["keys"]
    assert b"Mahnaz" not in b64decode(one["content"])


def test_a_key_named_twice_is_one_key():
    sealed = seal(NAME, [OURS.public, PublicKey(str(OURS.public))])
    assert list(sealed["keys"]) == [OURS.public.fingerprint]
    assert opened(sealed) == NAME


@given(st.integers(0, 5 * STEP))
def test_the_length_tells_no_more_than_the_step(length: int):
    padded = len(b64decode(seal(b"x" * length, [OURS.public])["content"])) - 40  # nonce and check of the box
    assert padded == (length // STEP + 1) * STEP


def test_short_and_long_names_look_alike():
    lengths = {len(json.dumps(seal(b"x" * length, [OURS.public]))) for length in range(STEP)}
    assert len(lengths) == 1


def test_every_flipped_bit_is_noticed():
    text = json.dumps(seal(NAME, [OURS.public]))
    refused = 0
    for bit in range(len(text) * 8):
        raw = bytearray(text.encode())
        raw[bit // 8] ^= 1 << bit % 8
        try:
            changed = json.loads(raw.decode())
        except ValueError:
            continue  # no JSON any more: the database would not have it
        with pytest.raises(CannotOpen):
            OPENED.opened(changed)
        refused += 1
    assert refused > 3000


@given(st.data())
def test_a_flipped_bit_below_the_writing_is_noticed(data: st.DataObject):
    sealed = seal(NAME, [OURS.public])
    box = sealed["keys"][OURS.public.fingerprint]
    of_content = data.draw(st.booleans())
    raw = bytearray(b64decode(sealed["content"] if of_content else box))
    bit = data.draw(st.integers(0, len(raw) * 8 - 1))
    raw[bit // 8] ^= 1 << bit % 8
    text = b64encode(raw).decode()
    if of_content:
        sealed["content"] = text
    else:
        sealed["keys"][OURS.public.fingerprint] = text
    with pytest.raises(CannotOpen, match="damaged"):
        OPENED.opened(sealed)


def test_a_second_key_still_opens_where_the_first_one_s_box_is_damaged():
    sealed = seal(NAME, [OURS.public, SECOND.public])
    sealed["keys"][OURS.public.fingerprint] = sealed["keys"][SECOND.public.fingerprint]
    assert opened(sealed, SECOND) == NAME
    with pytest.raises(CannotOpen, match="damaged"):
        opened(sealed)


def test_the_content_of_one_does_not_open_with_the_boxes_of_another():
    one, other = seal(NAME, [OURS.public]), seal(b"somebody else", [OURS.public])
    with pytest.raises(CannotOpen, match="damaged"):
        opened(Sealed(version=1, content=one["content"], keys=other["keys"]))


def test_a_key_that_it_was_not_sealed_for_is_told_which_would_open_it():
    sealed = seal(NAME, [OURS.public, SECOND.public])
    with pytest.raises(CannotOpen) as refused:
        opened(sealed, STRANGER)
    for pair in (OURS, SECOND, STRANGER):
        assert pair.public.fingerprint in str(refused.value)


def test_what_stands_in_the_place_of_a_fingerprint_is_not_repeated():
    sealed = Sealed(version=1, content="", keys={"\x1b[2J Mahnaz": ""})
    with pytest.raises(CannotOpen) as refused:
        opened(sealed)
    assert "Mahnaz" not in str(refused.value)


def test_a_wrong_passphrase_is_told_and_nothing_else_is():
    with pytest.raises(CannotOpen, match="not the passphrase of the key") as refused:
        open_sealed(seal(NAME, [OURS.public]), OURS.file, "river lantern eleven coper")
    assert refused.value.__context__ is None
    assert "coper" not in str(refused.value)


def test_a_newer_form_is_refused_with_the_remedy():
    sealed = seal(NAME, [OURS.public])
    sealed["version"] = 2
    with pytest.raises(CannotOpen, match=r"newer version of the archive \(form 2\); update"):
        opened(sealed)


@pytest.mark.parametrize(
    "sealed",
    [None, [], "", {}, {"version": 1}, {"version": 1, "content": "", "keys": []}, {"version": 1, "keys": {}}]
    + [seal(NAME, [OURS.public]) | wrong for wrong in ({"content": None}, {"content": ""}, {"content": "é"})]
    + [seal(NAME, [OURS.public]) | {"version": version} for version in (0, True, "1", None)]
    + [seal(NAME, [OURS.public]) | {"keys": {OURS.public.fingerprint: box}} for box in (None, "", "AAAA", 5)],
)
def test_what_is_not_sealed_at_all_is_told_as_damaged(sealed: object):
    with pytest.raises(CannotOpen, match="damaged"):
        opened(cast(Sealed, sealed))


def test_nothing_is_sealed_for_nobody():
    with pytest.raises(NotAKey, match="make one with make_keys"):
        seal(NAME, [])


def test_resealing_hands_the_content_to_other_keys_and_takes_it_from_the_old():
    before = seal(NAME, [OURS.public])
    after = resealed(before, OURS.file, OURS.passphrase, [SECOND.public])
    assert opened(after, SECOND) == NAME
    assert after["content"] != before["content"]
    with pytest.raises(CannotOpen, match="does not open this"):
        opened(after)


def test_resealing_for_the_same_keys_may_be_repeated():
    sealed = seal(NAME, [OURS.public])
    for _ in range(3):
        sealed = OPENED.resealed(sealed, [OURS.public])
    assert opened(sealed) == NAME


def test_a_private_key_does_not_show_itself():
    secret = OPENED.raw()
    for shown in (repr(OPENED), str(OPENED), f"{OPENED}", repr([OPENED])):
        assert secret.hex() not in shown
        assert repr(secret) not in shown
        assert OURS.public.fingerprint in shown


def test_a_private_key_goes_into_no_cache():
    with pytest.raises(TypeError, match="neither pickled nor cached"):
        PrivateKey.new().__reduce__()
