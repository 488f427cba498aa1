from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from archive.core.analysis import stems
from archive.edition.checking import faults_of_links, faults_of_records
from archive.edition.counts import faults_of_counts
from archive.edition.ledger import faults as faults_of_ledger
from archive.edition.models import Record
from archive.edition.naming import faults_of_names
from archive.edition.search.renewing import outdated
from archive.edition.synthetic.making import EVENTS, PEOPLE, SOURCES, TOPICS, Making

pytestmark = pytest.mark.django_db


def test_what_is_written_at_once_is_what_publishing_each_would_leave():
    call_command("make_edition", records=60, verbosity=0)
    assert Record.objects.count() == 60 + PEOPLE + EVENTS + TOPICS + SOURCES
    for faults in (faults_of_ledger, faults_of_links, faults_of_records, faults_of_counts, faults_of_names):
        assert list(faults()) == []
    assert not outdated().exists()


def test_what_is_made_is_of_its_shape_and_the_same_by_its_seed():
    made = [one.checked().text for one in Making(40, 7)]
    assert made == [one.text for one in Making(40, 7)]
    assert made != [one.text for one in Making(40, 8)]


def test_words_come_often_and_seldom_in_all_four_languages():
    said = [one.document for one in Making(400, 1) if one.kind == "statement"]
    assert {each["language"] for each in said} == {"en", "fr", "fa", "ar"}
    words = " ".join(each["text"] for each in said).split()
    assert sum(stems(word, "en") == stems("families", "en") for word in words) > 20
    assert len({word for word in words if words.count(word) == 1}) > 100


def test_nothing_is_invented_where_something_was_published():
    call_command("make_edition", records=1, verbosity=0)
    with pytest.raises(CommandError, match="published here before"):
        call_command("make_edition", records=1)


def test_nothing_is_invented_in_a_database_that_is_not_for_measuring(monkeypatch: Any):
    monkeypatch.setitem(connection.settings_dict, "NAME", "archive")
    with pytest.raises(CommandError, match="not a database for measuring"):
        call_command("make_edition", records=1)
