"""Likely matches of names, and why."""

import pytest

from archive.ingest.matching import Matcher
from events.models import Topic
from tests.universe import organisation, person

pytestmark = pytest.mark.django_db


def whys(kind: str, name: str, **more: str) -> list[tuple[str, str]]:
    return [(match.name, match.why) for match in Matcher().likely(kind, name, **more)]


def test_the_very_same_name_is_offered_first_however_it_is_typed():
    person("Léyla Ormand")
    person("Leyla Ormond")
    assert whys("person", "LEYLA  ORMAND") == [
        ("Léyla Ormand", "the same name"),
        ("Leyla Ormond", "nearly the same name"),
    ]


def test_a_surname_alone_leads_to_those_who_bear_it():
    person("Leyla Ormand")
    person("Piotr Vahl")
    assert whys("person", "Ormand") == [("Leyla Ormand", "a part of the same name")]


def test_other_first_names_are_not_the_same_person():
    person("Leyla Ormand")
    assert whys("person", "Karim Ormand") == []


def test_a_name_is_found_in_another_script_but_not_chosen_beforehand():
    known = person("Hossein Ormand")
    assert whys("person", "حسین اورمند") == [("Hossein Ormand", "like it in another script")]
    assert Matcher().sole("person", "حسین اورمند") == ""
    assert Matcher().likely("person", "حسین اورمند")[0].identifier == known.identifier


def test_the_very_same_name_in_persian_letters_typed_otherwise_is_the_same():
    known = person("Leyla Ormand", fa="لیلا اورمند")
    assert Matcher().sole("person", "ليلا اورمند") == known.identifier


def test_two_of_the_same_name_are_never_chosen_beforehand():
    person("Leyla Ormand")
    person("Leyla Ormand")
    assert len(whys("person", "Leyla Ormand")) == 2
    assert Matcher().sole("person", "Leyla Ormand") == ""


def test_an_acronym_leads_to_its_body():
    body = organisation("Committee of Karsavan Families")
    body.names.create(text="CKF", language="en", script="Latn", kind="acronym")
    found = whys("organisation", "The Families’ Committee", acronym="CKF")
    assert found == [("CKF", "the same acronym")]


def test_other_labels_of_a_topic_lead_to_it():
    Topic.objects.create(labels={"en": "Mass graves"}, alternative_labels={"en": ["burial pits"]})
    assert whys("topic", "Burial pits") == [("burial pits", "the same name")]


def test_words_that_name_nothing_match_nothing():
    assert whys("person", "—") == []
    assert whys("statement", "Leyla Ormand") == []
