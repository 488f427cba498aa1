"""A real identity, before it is sealed and after it was opened."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonies.sealing.identity import LONGEST, Identity, NotAnIdentity, from_bytes, to_bytes
from testimonies.sealing.terminal import harmless
from tests.testimonies.sealing.world import SHE

texts = st.text(st.characters(exclude_categories=()), max_size=60)
identities = st.builds(Identity, names=texts, contact=texts, relations=texts, interviewer=texts, note=texts)


@given(identities, st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=11, max_size=11))
def test_an_identity_is_read_as_it_was_written(identity: Identity, narrator: str):
    opened = from_bytes(to_bytes(identity, narrator=narrator))
    assert (opened.identity, opened.narrator) == (identity, narrator)


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff", b"[]", b"{}", b"null", json.dumps({"narrator": "x", "names": 5}).encode(), b"[" * 100_000],
)
def test_what_is_no_identity_is_told_and_not_repeated(data: bytes):
    with pytest.raises(NotAnIdentity, match="another program wrote it") as refused:
        from_bytes(data)
    assert refused.value.__context__ is None


def test_an_identity_does_not_show_itself():
    shown = repr(SHE) + str([SHE]) + repr(from_bytes(to_bytes(SHE, narrator="KJ5TQ2M8N4A")))
    assert "Mahnaz" not in shown


def test_what_is_protected_are_names_numbers_and_addresses_that_point_to_somebody():
    assert list(SHE.checked().protected()) == [
        ("name", "Mahnaz Ferasat"),
        ("name", "مهناز فراست"),
        ("interviewer", "Tomas Relk"),
        ("relation", "Laleh Ormandi"),
        ("e-mail", "mahnaz@example.org"),
        ("number", "+00 912 555 0199"),
    ]


@pytest.mark.parametrize(
    ("identity", "told"),
    [
        (Identity(), "at least one name"),
        (Identity(names="  \n ", contact="mahnaz@example.org"), "at least one name"),
        (Identity(names="x" * (LONGEST + 1)), "signs at most"),
        (Identity(names="Mahnaz", relations="her cousin Laleh"), "sister: Laleh Ormand"),
        (Identity(names="Mahnaz", relations="sister: Laleh\nbrother:"), "sister: Laleh Ormand"),
    ],
)
def test_what_cannot_be_sealed_is_told_in_one_sentence(identity: Identity, told: str):
    with pytest.raises(NotAnIdentity, match=told) as refused:
        identity.checked()
    assert "cousin" not in str(refused.value)


def test_an_interviewer_alone_can_be_sealed():
    assert Identity(interviewer=" Tomas Relk ").checked().interviewer == "Tomas Relk"


@pytest.mark.parametrize("sign", ["\x1b", "\x07", "\r", "\x9b", "\x00", "\u202e", "\ud800"])
def test_what_was_opened_gives_the_terminal_no_orders(sign: str):
    assert harmless(f"Mah{sign}naz\nنیم‌فاصله") == "Mah\ufffdnaz\nنیم‌فاصله"
