import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.core.analysis import tokens
from archive.edition.search.query import LONGEST_QUERY, Asked


def said(words: str, **more: bool) -> list[str]:
    """The terms of a reader's words, as they read."""
    return [
        ("-" if term.minus else "")
        + " ".join(word.exact for word in term.words)
        + ("…" if term.unfinished else "")
        for term in Asked.of(words, **more).terms
    ]


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "«{}»", "„{}“", "« {} »", '"{}', "'{}'"])
def test_a_phrase_in_any_marks_is_one_term(marks: str):
    assert said(f"court {marks.format('four graves')}") == ["court", "four graves"]


def test_words_minus_and_the_last_unfinished_word():
    assert said("court -graves ministr") == ["court", "-graves", "ministr…"]
    assert said("court -graves ministr", exact=True) == ["court", "-graves", "ministr"]
    assert said("port-amaly") == ["port amaly"]
    assert said("court or") != ["court", "or…"]
    assert Asked.of("-graves").asks is False


def test_a_long_question_is_cut():
    assert len(Asked.of("grave " * 100).typed) == LONGEST_QUERY
    assert Asked.of("grave " * 100).cut


def test_a_term_knows_where_it_stands():
    text = "They counted four hundred graves. Four graves were open."
    read = tokens(text, "en")
    (phrase,) = Asked.of("“four graves”").terms
    assert [(read[a].exact, read[b].exact) for a, b in phrase.at(read)] == [("four", "graves")]


@given(st.text())
def test_whatever_is_typed_is_understood(words: str):
    asked = Asked.of(words)
    assert len(asked.typed) <= LONGEST_QUERY
    assert asked.asks == bool(asked.tsquery)
