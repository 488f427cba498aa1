"""A text that was changed at the desk and waits for approval: whatever is withheld then goes at once."""

from __future__ import annotations

import pytest
from django.utils import timezone

from archive.desk.review import Refused
from testimonies.actions.parting import split
from testimonies.actions.withholding import say_where, withhold
from tests.safety.hearing import curators
from tests.safety.interview import Interview, nth, shown_by, too_much

pytestmark = pytest.mark.django_db


@pytest.fixture
def one() -> Interview:
    return Interview(*curators())


def shown(one: Interview, place: int = 0, language: str = "en") -> str:
    """The words of a passage that are public, as numbers of words in the order of the desk's text."""
    passage = one.passage(place)
    text = passage.text if language == "en" else passage.translations.get(language=language).text
    public = shown_by(one, timezone.now())[1].get(f"{passage.identifier} {language}", set())
    return " ".join(str(at) for at, word in enumerate(text.split()) if word in public)


def test_words_shown_again_and_others_withheld_leave_what_was_approved_and_still_stands(one: Interview):
    made = one.withhold(0, 0)
    one.publish()
    assert shown(one) == "1 2 3"
    one.show_again(made)
    one.withhold_one_sided(0, 2)
    assert shown(one) == "1 3"
    assert list(too_much(one, timezone.now())) == []


def test_a_place_that_is_marked_elsewhere_is_withheld_there_at_once(one: Interview):
    made = one.withhold(0, 0)
    one.publish()
    one.say_where(made, 2)
    assert shown(one, language="fa") == "1 3"


def test_a_place_that_grows_in_a_corrected_text_takes_the_text_away(one: Interview):
    made = one.withhold(0, 0)
    one.publish()
    one.edit(0, "added")
    assert shown(one) == "1 2 3"
    text = one.passage(0).text
    say_where(made, translation=None, spans=[nth(text, 0), nth(text, 1)], by=one.ada)
    assert list(too_much(one, timezone.now())) == []
    assert shown(one) == ""


def test_words_withheld_beside_others_in_a_corrected_text_take_the_text_away(one: Interview):
    one.withhold(0, 0)
    one.publish()
    one.edit(0, "added")
    one.withhold_one_sided(0, 1)
    assert list(too_much(one, timezone.now())) == []
    assert shown(one) == ""


def test_a_place_said_once_more_as_it_was_takes_nothing_away(one: Interview):
    made = one.withhold(0, 0)
    one.publish()
    one.edit(0, "added")
    one.say_where(made, 0)
    assert shown(one) == "1 2 3"
    assert shown(one, language="fa") == "1 2 3"


def test_a_passage_that_is_parted_says_no_more_than_its_first_part(one: Interview):
    one.publish()
    passage = one.passage(0)
    rendered = passage.translations.get(language="fa")
    second = split(one.testimony, passage=passage, at=nth(passage.text, 2).start,
                   translated_at={rendered.pk: nth(rendered.text, 2).start}, by=one.ada)  # fmt: skip
    withhold(one.testimony, passage=second, spans=[nth(second.text, 0)], because="place", by=one.ada)
    assert list(too_much(one, timezone.now())) == []
    assert shown(one) == "0 1"
    assert shown(one, language="fa") == "0 1"


def test_a_passage_whose_older_text_is_public_is_not_parted(one: Interview):
    one.publish()
    one.edit(0, "added")
    passage = one.passage(0)
    with pytest.raises(Refused, match="older text"):
        split(one.testimony, passage=passage, at=nth(passage.text, 2).start, translated_at={}, by=one.ada)
    one.publish()
    split(one.testimony, passage=passage, at=nth(passage.text, 2).start, translated_at={}, by=one.ada)
    assert shown(one) == "0 1"
