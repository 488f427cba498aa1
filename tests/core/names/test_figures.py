"""How well names are found, in figures with floors: pairs of spellings, leaks in interviews, plain talk."""

import pytest

from archive.core.names import alike, forms_of, hits, keyed, occurrences
from archive.core.names.everyday import EVERYDAY, PLACES
from archive.core.names.forms import spelling
from archive.core.names.known import KNOWN
from archive.core.spans import Span
from tests.core.names import held_out, pairs
from tests.core.names.plain_texts import PLAIN
from tests.core.names.texts import LEAKS, PROTECTED, SEALED, marked

KEY = b"an invented key of tests, 32 long"


def sealed(names: tuple[str, ...]) -> frozenset[str]:
    return keyed(frozenset[str]().union(*map(forms_of, names)), KEY)


def share(found: int, of: int) -> float:
    return found / of


def lost(marks: list[Span], found: list[Span]) -> list[Span]:
    return [mark for mark in marks if not any(mark.overlaps(place) for place in found)]


def test_no_usual_spelling_of_a_name_is_an_everyday_word():
    """It would be read only as spelt, and the name be missed in other scripts."""
    spelt = {spelling(one) for latin, others in KNOWN.items() for one in (latin, *others)}
    assert spelt & (EVERYDAY | PLACES) == {"said"}  # which a capital tells apart


def test_there_are_enough_pairs_to_speak_of():
    assert len(pairs.SAME) >= 120
    assert len(pairs.OTHER) >= 150


def test_spellings_of_one_name_meet():
    missed = [pair for pair in pairs.SAME if not alike(*pair)]
    assert share(len(missed), len(pairs.SAME)) <= 0.01, missed


def test_names_and_words_that_only_look_alike_stay_apart():
    confused = [pair for pair in pairs.OTHER if alike(*pair)]
    assert share(len(confused), len(pairs.OTHER)) <= 0.01, confused


def test_pairs_that_the_rules_never_saw_score_what_they_score():
    """Written before the rules, scored once after them: 1 of 68 missed, 4 of 66 confused."""
    missed = [pair for pair in held_out.SAME if not alike(*pair)]
    confused = [pair for pair in held_out.OTHER if alike(*pair)]
    assert share(len(missed), len(held_out.SAME)) <= 0.03, missed
    assert share(len(confused), len(held_out.OTHER)) <= 0.07, confused


def test_being_alike_has_no_direction():
    every = pairs.SAME + pairs.OTHER
    assert [pair for pair in every if alike(*pair) != alike(*reversed(pair))] == []


@pytest.mark.parametrize("name", LEAKS)
def test_every_leak_of_a_prepared_interview_is_found_from_hashes_alone(name):
    text, marks = marked(LEAKS[name])
    assert [mark.of(text) for mark in lost(marks, hits(text, sealed(SEALED), KEY))] == []


@pytest.mark.parametrize("name", LEAKS)
def test_nothing_else_of_a_prepared_interview_is_found(name):
    text, marks = marked(LEAKS[name])
    assert [place.of(text) for place in lost(hits(text, sealed(SEALED), KEY), marks)] == []


@pytest.mark.parametrize("name", LEAKS)
def test_the_places_found_are_the_stems_without_their_endings(name):
    text, marks = marked(LEAKS[name])
    assert [place.of(text) for place in hits(text, sealed(SEALED), KEY)] == [mark.of(text) for mark in marks]


@pytest.mark.parametrize("language", PLAIN)
def test_plain_talk_raises_no_alarm(language):
    text = PLAIN[language]
    assert len(text.split()) > 300
    assert [place.of(text) for place in hits(text, sealed(PROTECTED), KEY)] == []


@pytest.mark.parametrize("language", PLAIN)
def test_plain_talk_gets_no_pseudonyms(language):
    assert [place.of(PLAIN[language]) for place in occurrences(PLAIN[language], PROTECTED)] == []
