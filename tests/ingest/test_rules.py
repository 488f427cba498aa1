"""The tables of a language are whole, and the engine holds no word of any language."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from archive.ingest import engine
from archive.ingest.rules import TABLES, rules_for

KINDS = {"say", "note", "mention", "feel", "call", "ask", "demand", "read", "speak"}


@pytest.mark.parametrize("language", TABLES)
def test_words_are_written_as_the_engine_reads_them(language):
    rules = rules_for(language)
    for field in fields(rules):
        value = getattr(rules, field.name)
        if isinstance(value, frozenset):
            for word in value:
                assert word == word.casefold(), (field.name, word)
                assert "’" not in word, (field.name, word)


@pytest.mark.parametrize("language", TABLES)
def test_every_verb_of_saying_has_a_kind_the_engine_knows(language):
    assert set(rules_for(language).sayings.values()) <= KINDS


@pytest.mark.parametrize("language", TABLES)
def test_there_are_twelve_months(language):
    assert set(rules_for(language).months.values()) == set(range(1, 13))


def test_a_language_without_a_table_is_read_with_the_english_one():
    assert rules_for("tlh") is rules_for("en")


@pytest.mark.parametrize(
    "path", sorted(Path(engine.__file__).parent.glob("*.py")), ids=lambda path: path.name
)
def test_the_engine_holds_no_verb_of_saying(path):
    code = re.sub(r'"""[\s\S]*?"""|#.*', "", path.read_text("utf-8"))
    strings = set(re.findall(r'"(\w+)"', code))
    ours = {"quotes", "state", "claims", "demands", "reading", "reported", "cited", "according"}
    verbs = {word for phrase in rules_for("en").sayings for word in phrase if len(phrase) == 1}
    assert (strings & verbs) - KINDS - ours == set()
