import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.core.canonical import canonical, sha256

texts = st.text(st.characters(exclude_categories=["Cs"]))
keys = st.text(st.characters(max_codepoint=127))
values = st.recursive(
    st.none() | st.booleans() | st.integers(1 - 2**53, 2**53 - 1) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=20,
)


def backwards(value):
    """The same value with every object's keys in the opposite order."""
    if isinstance(value, dict):
        return {key: backwards(value[key]) for key in reversed(list(value))}
    return [backwards(each) for each in value] if isinstance(value, list) else value


@given(values)
def test_it_says_what_the_value_says(value):
    assert json.loads(canonical(value)) == value


@given(values)
def test_the_order_of_keys_makes_no_difference(value):
    assert canonical(backwards(value)) == canonical(value)


@given(values)
def test_it_is_canonical_already_when_read_again(value):
    assert canonical(json.loads(canonical(value))) == canonical(value)


@given(st.dictionaries(keys, st.integers(0, 9), min_size=2))
def test_keys_stand_in_the_order_of_their_signs(value):
    assert list(json.loads(canonical(value))) == sorted(value)


def test_letters_are_written_as_they_are_and_nothing_is_indented():
    assert canonical({"b": "کشتار", "a": [1, True, None]}) == '{"a":[1,true,null],"b":"کشتار"}'


def test_control_signs_are_written_as_the_standard_has_them():
    assert (
        canonical('\x08\t\n\x0c\r\x00\x1f"\\/\x7f\u2028')
        == '"\\b\\t\\n\\f\\r\\u0000\\u001f\\"\\\\/\x7f\u2028"'
    )


@pytest.mark.parametrize(
    "value", [1.5, {"a": [0.1]}, {1: "a"}, {"é": 1}, {"a": {1, 2}}, b"a", object(), "\ud800", 2**64]
)
def test_what_has_no_single_spelling_is_refused(value):
    with pytest.raises(TypeError):
        canonical(value)


@pytest.mark.parametrize("value", [2**53, -(2**53), [10**16]])
def test_numbers_that_some_languages_would_round_are_refused(value):
    with pytest.raises(TypeError, match="keep it as a text"):
        canonical(value)


def test_the_digest_is_that_of_the_bytes_anybody_can_compute():
    assert (
        sha256("abc") == sha256(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
    assert sha256("é") == sha256("é".encode())
