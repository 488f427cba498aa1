import re
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.core.identifiers import ALPHABET, LENGTH, new_identifier, read_identifier


def drawn(number: int) -> str:
    """An identifier made of a chosen number, or of the next one that has a check sign."""
    following = count(number)
    return new_identifier(lambda bits: next(following) % 2**bits)


identifiers = st.builds(drawn, st.integers(0, 2**50 - 1))


@given(identifiers)
def test_an_identifier_has_eleven_signs_and_reads_as_itself(identifier: str):
    assert re.fullmatch(f"[{ALPHABET}]{{{LENGTH}}}", identifier)
    assert read_identifier(identifier) == identifier


@given(identifiers, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_every_single_wrong_sign_is_caught(identifier: str, at: int, sign: str):
    wrong = identifier[:at] + sign + identifier[at + 1 :]
    assert read_identifier(wrong) == (identifier if wrong == identifier else None)


@given(identifiers, st.integers(0, LENGTH - 2))
def test_every_swap_of_neighbours_is_caught(identifier: str, at: int):
    wrong = identifier[:at] + identifier[at + 1] + identifier[at] + identifier[at + 2 :]
    assert read_identifier(wrong) == (identifier if wrong == identifier else None)


@given(identifiers)
def test_it_may_be_typed_as_people_type(identifier: str):
    typed = identifier.lower().replace("0", "o").replace("1", "l")
    assert read_identifier(f" {typed[:4]}-{typed[4:]} ") == identifier


@pytest.mark.parametrize("wrong", ["", "0", "U" * 11, "0" * 10, "0" * 12, "۰" * 11, "ß" * 11, "ﬀ" * 11])
def test_what_cannot_be_an_identifier_is_none(wrong: str):
    assert read_identifier(wrong) is None


@given(st.text(max_size=14))
def test_anything_may_be_typed(words: str):
    found = read_identifier(words)
    assert found is None or read_identifier(found) == found


def test_identifiers_do_not_repeat():
    assert len({new_identifier() for _ in range(2000)}) == 2000
