"""What a search looks at is bounded, and what is withheld is never part of it."""

import pytest

from archive.edition.models import Record
from archive.edition.search import finding
from archive.edition.search.finding import find
from archive.edition.search.query import Asked
from archive.edition.search.texts import texts
from archive.edition.search.vector import LAST_PLACE, vector

pytestmark = pytest.mark.django_db


def asked(words: str, **more) -> finding.Answer:
    return find(Asked.of(words), Record.on_pages.values_list("id", "kind"), output="web", size=20, **more)


def test_titles_and_names_come_before_text_and_the_newest_first(told):
    kinds = [kind for _identifier, kind in asked("graves").rows]
    assert kinds  # titles: a topic, claims, a statement; then what only tells of them
    found = asked("night").rows
    assert found[0][1] == "testimony"


def test_more_than_is_looked_at_is_said(told, monkeypatch):
    assert not asked("graves").bounded
    monkeypatch.setattr(finding, "MOST_HITS", 2)
    answer = asked("graves")
    assert answer.bounded
    assert answer.total <= 4  # two by their titles, two by their text


def test_a_kind_narrows_what_is_counted(told):
    assert set(asked("graves", kind="topic").counts) == {"topic"}


def test_a_phrase_does_not_reach_over_what_is_withheld(told):
    assert asked("“he lived”").rows
    assert not asked("“lived beat”").rows


def test_a_testimony_for_the_pages_only_is_not_found_by_programs(told):
    for record in Record.objects.filter(pk=told.pages_only.identifier):
        (word, *_rest) = texts(record.kind, record.facts)[0].words.split()
        programs = Record.in_api.values_list("id", "kind")
        inside = find(Asked.of(word), programs, output="api", size=20)
        assert record.pk not in [identifier for identifier, _kind in inside.rows]


def test_a_text_longer_than_postgres_counts_places_is_indexed():
    words = " ".join(f"word{number % 300}" for number in range(20_000))
    written = vector("source", {"text": f"{words} ending", "language": "en"}, 1)
    assert f":{LAST_PLACE + 1}" not in written
    assert written.split("'ending'")[1].startswith((" ", ":")) or written.endswith("'ending'")


def test_of_a_phrase_fewer_shown_than_hold_it_is_said_too(told, monkeypatch):
    assert asked("“graves”").total == asked("graves").total
    monkeypatch.setattr(finding, "MOST_HITS", 1)
    assert asked("“he lived”").bounded  # read 500, shown one
    assert asked("night -zzzz").bounded
    assert not asked("“lived beat”").bounded
