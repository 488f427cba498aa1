"""What only takes away may be done by one person: so what is left must say nothing that was not said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.edition.narrowing import narrows, survivors
from archive.edition.rendering import LinkTo, Rendering

WORDS = st.sampled_from(["grave", "prison", "teacher", "گور", "left out"])
TAGS = st.sampled_from(["en", "fa", "fr"])
MAPS = st.dictionaries(TAGS, WORDS, max_size=3)
NAMES = st.fixed_dictionaries(
    {
        "text": WORDS,
        "language": TAGS,
        "script": st.sampled_from(["Latn", "Arab"]),
        "kind": st.sampled_from(["own", "alias"]),
        "preferred": st.booleans(),
    }
)
PEOPLE = st.builds(
    lambda names, description, closes: Rendering(
        "person",
        {"id": "00000000000", "sample": False, "names": names, "description": description},
        closes_at=closes,
    ),
    st.lists(NAMES, max_size=4, unique_by=str),
    MAPS,
    st.sampled_from([None, datetime(2030, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC)]),
)
PLACES_IN_TEXT = st.fixed_dictionaries(
    {
        "exact": WORDS,
        "prefix": st.sampled_from(["", "before it"]),
        "suffix": st.sampled_from(["", "after it"]),
        "start": st.integers(0, 3),
        "end": st.integers(4, 5),
        "text_sha256": st.sampled_from(["a" * 64, "b" * 64]),
    }
)
DATES = st.none() | st.fixed_dictionaries(
    {
        "stated": st.sampled_from(["", "on Sunday"]),
        "calendar": st.sampled_from(["gregorian", "jalali"]),
        "edtf": st.sampled_from(["", "1988-08", "1989"]),
        "earliest": st.sampled_from([None, "1988-08-01"]),
        "latest": st.sampled_from([None, "1988-08-31"]),
    }
)
LINKS = st.lists(
    st.one_of(
        st.builds(LinkTo, st.just("topic"), st.sampled_from(["T1", "T2"])),
        st.builds(lambda role: LinkTo("speaker", "P1", {"role": role}), MAPS),
        st.builds(
            lambda anchors: LinkTo("source", "S1", {"anchors": anchors}),
            st.lists(PLACES_IN_TEXT, min_size=1, max_size=3, unique_by=str),
        ),
    ),
    max_size=4,
    unique_by=lambda link: (link.role, link.target),
)
TRANSLATIONS = st.fixed_dictionaries(
    {
        "text": WORDS,
        "language": TAGS,
        "translator": st.sampled_from(["", "A. N."]),
        "means": st.sampled_from(["human", "machine"]),
    }
)
STATEMENTS = st.builds(
    lambda text, date, translations, links: Rendering(
        "statement",
        {
            "id": "00000000000", "sample": False, "statement_kind": "quotation", "text": text,
            "language": "en", "speaker_as_stated": "", "date": date, "translations": translations,
        },
        tuple(links),
    ),
    WORDS, DATES, st.lists(TRANSLATIONS, max_size=4, unique_by=str), LINKS,
)  # fmt: skip
PAIRS = st.one_of(st.tuples(PEOPLE, PEOPLE), st.tuples(STATEMENTS, STATEMENTS))
quickly = settings(max_examples=200, deadline=None)


def leaves(value: Any, path: tuple = ()) -> set[tuple]:
    """Every single fact of a document, with the place it stands at; a list's items have no number."""
    if isinstance(value, dict):
        return {leaf for key, inner in value.items() for leaf in leaves(inner, (*path, key))}
    if isinstance(value, list):
        return {leaf for inner in value for leaf in leaves(inner, (*path, "·"))}
    return {(*path, str(value))} if value not in (None, "") else set()


def said(rendering: Rendering) -> set[tuple]:
    links = {
        leaf
        for link in rendering.links
        for leaf in leaves(link.note, (link.role, link.target)) | {(link.role, link.target)}
    }
    return leaves(rendering.document) | links


@quickly
@given(PAIRS)
def test_what_survives_says_nothing_that_was_not_public(pair: tuple[Rendering, Rendering]):
    old, new = pair
    left = survivors(old, new)
    assert said(left) <= said(old)
    assert left.closes_at == min(filter(None, (old.closes_at, new.closes_at)), default=None)


@quickly
@given(PAIRS)
def test_a_list_never_gives_up_fewer_items_than_were_taken_away(pair: tuple[Rendering, Rendering]):
    old, new = pair
    left = survivors(old, new)
    for name, items in left.document.items():
        if isinstance(items, list):
            assert len(items) <= min(len(new.document[name]), len(old.document[name]))


@quickly
@given(PAIRS)
def test_narrowing_twice_is_narrowing_once(pair: tuple[Rendering, Rendering]):
    old, new = pair
    left = survivors(old, new)
    assert survivors(left, new) == left
    assert survivors(old, left) == left


@quickly
@given(st.one_of(PEOPLE, STATEMENTS))
def test_what_did_not_change_stays_whole(same: Rendering):
    assert survivors(same, same) == same
    assert narrows(same, same)


@quickly
@given(PAIRS)
def test_only_what_takes_away_counts_as_narrowing(pair: tuple[Rendering, Rendering]):
    old, new = pair
    if narrows(old, new):
        assert said(new) <= said(old)


def a_person(*names: tuple[str, str, str]) -> Rendering:
    """A person with names as (text, language, kind)."""
    rows = [
        {"text": text, "language": language, "script": "Latn", "kind": kind, "preferred": kind == "own"}
        for text, language, kind in names
    ]
    return Rendering("person", {"id": "00000000000", "sample": False, "names": rows, "description": {}})


def test_an_alias_that_is_taken_away_goes_though_another_name_of_its_language_stays():
    old = a_person(("Leyla Ormand", "en", "own"), ("The Teacher", "en", "alias"))
    left = survivors(old, a_person(("Leyla Ormand", "en", "own")))
    assert [name["text"] for name in left.document["names"]] == ["Leyla Ormand"]


def test_where_one_of_two_names_went_and_the_other_was_changed_neither_stays_until_approved():
    old = a_person(("Leyla Ormand", "en", "own"), ("The Teacher", "en", "alias"))
    left = survivors(old, a_person(("Leila Ormand", "en", "own")))
    assert left.document["names"] == []


def test_an_earlier_closing_day_is_a_different_rendering():
    open_end = a_person(("Leyla Ormand", "en", "own"))
    soon = replace(open_end, closes_at=datetime(2030, 1, 1, tzinfo=UTC))
    assert soon.fingerprint != open_end.fingerprint
    assert survivors(open_end, soon) == soon
    assert narrows(open_end, soon)
    assert not narrows(soon, open_end)
