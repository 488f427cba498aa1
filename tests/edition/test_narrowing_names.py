"""A name that no public text may hold any more is found in older titles too, however it is written there."""

from __future__ import annotations

import pytest

from archive.edition.narrowing import survivors
from archive.edition.overlay import both_show
from archive.edition.rendering import Rendering
from archive.edition.segments import PENDING, left_of

PARNAK, WITNESS = frozenset({"davud parnak"}), frozenset({"witness k"})


def titled(title: dict[str, str], never: frozenset[str] = frozenset(), **more: object) -> Rendering:
    return Rendering("testimony", {"id": "00000000000", "title": title, **more}, never=never)


@pytest.mark.parametrize(
    "title",
    [
        "Davud Parnak came at night",
        "What Davoud Parnak's men did",
        "DAVUD PARNAK",
        "Parnak, Davud: a night",
        "آنچه داوود پرناک کرد",
        "آنچه داوود پرناک‌ها کردند",
    ],
)
def test_an_older_title_goes_with_the_name_in_any_script_and_ending(title: str):
    left = survivors(titled({"en": title}), titled({"en": "They came at night"}, PARNAK))
    assert left.document["title"] == {}


@pytest.mark.parametrize("title", ["A night in Parnelle", "David came at night", "شبی در پارک"])
def test_another_title_stays(title: str):
    left = survivors(titled({"en": title}), titled({"en": "They came at night"}, PARNAK))
    assert left.document["title"] == {"en": title}


def test_the_title_of_another_language_stays():
    old = titled({"en": "They came at night", "fa": "داوود پرناک آمد"})
    left = survivors(old, titled({"en": "They came", "fa": "آمدند"}, PARNAK))
    assert left.document["title"] == {"en": "They came at night"}


def test_a_name_that_is_a_common_word_and_a_letter_is_found_only_as_it_is_written():
    old = titled({"en": "A witness speaks", "fr": "Witness K. parle"})
    left = survivors(old, titled({"en": "A night", "fr": "Une nuit"}, WITNESS))
    assert left.document["title"] == {"en": "A witness speaks"}


def words(text: str) -> dict[str, str]:
    return {"kind": "words", "text": text, "because": "", "mark": ""}


def mark(name: str, because: str = "place") -> dict[str, str]:
    return {"kind": "withheld", "text": "", "because": because, "mark": name}


def test_in_an_older_passage_the_stretch_with_the_name_becomes_a_mark():
    text = [words("He was there. "), mark("m1"), words(" then داوود پرناک came.")]
    reworded = [words("He stood there. "), mark("m1"), words(" then somebody came.")]
    old = titled({}, passages=[{"id": "P", "text": text}])
    left = survivors(old, titled({}, PARNAK, passages=[{"id": "P", "text": reworded}]))
    assert left.document["passages"][0]["text"] == [text[0], text[1], PENDING]


def test_two_forms_of_one_text_show_what_both_show():
    old = [mark("m1"), words(" at night in the yard.")]
    new = [words("They came at night in "), mark("m2"), words(".")]
    assert left_of(old, new) == [mark("m1"), words(" at night in "), mark("m2"), words(".")]


def test_two_marks_beside_each_other_become_one():
    old = [mark("m1"), words(" came at night")]
    new = [words("They "), mark("m2"), words(" at night")]
    assert left_of(old, new) == [mark("m2"), words(" at night")]


def test_texts_that_cannot_be_one_have_nothing_in_common():
    assert both_show([words("They came")], [words("They "), mark("m1"), words(" left")]) is None
    assert left_of([words("They came")], [words("They "), mark("m1"), words(" left")]) == [PENDING]


def test_an_end_that_is_cut_off_is_a_mark_at_once():
    left = left_of([words("They came at night")], [words("They came")])
    assert left == [words("They came"), words(" "), PENDING]
