"""Public records found by their names, in any script, and never after they went."""

import pytest

from archive.edition import actions
from archive.edition.models import Name, Record
from archive.edition.names import find
from archive.edition.naming import faults_of_names, keep_names, renew
from archive.edition.rendering import Rendering
from archive.edition.vocabulary import Output

pytestmark = pytest.mark.django_db
WEB = Output.WEB.value


def published(identifier: str, *texts: str, outputs: tuple[str, ...] = ("web", "api", "dumps")) -> Record:
    names = [
        {"text": text, "language": "en", "script": "Latn", "kind": "own", "preferred": not at}
        for at, text in enumerate(texts)
    ]
    document = {"id": identifier, "sample": False, "names": names, "description": {}}
    return actions.publish(Rendering(kind="person", document=document, outputs=outputs))


def found(words: str, **more) -> list[str]:
    return [hit.record for hit in find(words, **{"output": WEB, **more})]


@pytest.fixture
def leyla(db):
    return published("0000000leyl", "Leyla Hosseini", "لیلا حسینی")


def test_any_script_finds_any_script(leyla):
    for words in ("Leila Husseini", "ليلى الحسيني", "HOSEYNI, Leyla", "Dr L. Hosseini", "Лейла Хосейни"):
        assert found(words) == [leyla.pk], words


def test_a_hit_tells_the_name_that_answered(leyla):
    (hit,) = find("ليلا حسيني", output=WEB)
    assert (hit.record, hit.kind, hit.text) == (leyla.pk, "person", "لیلا حسینی")


def test_exactly_as_written_finds_no_other_spelling(leyla):
    assert found("Leyla Hosseini", exact=True) == [leyla.pk]
    assert found("Leila Hosseini", exact=True) == []


def test_only_the_kinds_and_the_way_out_that_were_asked_for(leyla):
    published("0000000narr", "Leyla Hosseini", outputs=("dumps",))
    assert found("Leyla Hosseini") == [leyla.pk]
    assert found("Leyla Hosseini", kinds=["place"]) == []


def test_a_withdrawn_record_is_found_by_no_name(leyla):
    actions.withdraw(leyla.pk)
    assert found("Leyla Hosseini") == []
    assert not Name.objects.exists()


def test_a_name_taken_away_finds_nothing_any_more(leyla):
    published(leyla.pk, "Piotr Vahl")
    assert found("Leyla Hosseini") == []
    assert found("Vahl") == [leyla.pk]


def test_names_kept_otherwise_are_told_and_made_anew(leyla):
    assert list(faults_of_names()) == []
    keep_names(leyla, {"names": []})
    assert list(faults_of_names()) == [
        f"the names kept for {leyla.pk} are not those of its document: run renew_search --all"
    ]
    renew(leyla)
    assert list(faults_of_names()) == []


@pytest.mark.parametrize("words", ["", "—", "'; DROP TABLE name; --", "%s {} %", "\x00", "a " * 300])
def test_odd_words_find_nothing_and_break_nothing(leyla, words):
    assert found(words) == []


def test_it_takes_one_query(leyla, django_assert_num_queries):
    with django_assert_num_queries(1, using="public"):
        found("Leila Husseini")
