"""Nothing is invented, and no text makes the engine stumble or hang."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.ingest.engine import KINDS, RULES, propose
from archive.ingest.reading import Unreadable, read, read_text

ARTICLES = Path(__file__).resolve().parents[2] / "archive" / "ingest" / "articles"
TAKEN = [
    "name",
    "surname",
    "role",
    "words",
    "date_stated",
    "city",
    "country",
    "speaker_words",
    "value_stated",
    "counts",
    "addressee_words",
    "act",
    "title",
    "author_words",
    "acronym",
]
PIECES = [
    "“", "”", "‘", "’", '"', "'", "«", "»", "„", "\n\n", ". ", ", ", ": ", "; ", " (", ") ", "– ", "#",
    "Mira Tolen", "Tolen", "she ", "the minister ", "said ", "urged ", "to ", "that ", "president of ",
    "the Council ", "Vardania ", "30,000 ", "prisoners ", "must ", "read ", "report ", "in ", "On May 3 ",
    "hosted by ", "Speakers included ", "according to ", "A: ", "Q: ", "we ", "go ", "and ", "former ",
]  # fmt: skip
HOSTILE = {
    "opening marks": "“" * 1_000_000,
    "quotes": '"a" ' * 250_000,
    "closing marks": "a” " * 330_000,
    "apostrophes": "'a " * 330_000,
    "verbs": "She said that " * 70_000,
    "names": "Aaa Bbb, " * 110_000,
    "paragraphs": "“We go on\n\n" * 90_000,
    "figures": "1,000 " * 160_000,
    "links": "president of the " * 60_000,
    "one word": "a" * 1_000_000,
}


def check(reading, proposals):
    """Every word proposed stands in the text; every proposal is whole and can be stored."""
    keys = {proposed.key for proposed in proposals}
    assert len(keys) == len(proposals)
    for proposed in proposals:
        assert proposed.kind in KINDS
        assert proposed.rule in RULES
        assert proposed.why
        assert 0 <= proposed.confidence <= 1
        assert proposed.spans
        for span in proposed.spans:
            assert 0 <= span.start < span.end <= len(reading.text)
        for name in TAKEN:
            assert str(proposed.fields.get(name) or "") in reading.text
        for name in ("speaker", "read_by", "made_by", "addressee", "asserted_by", "statement", "author"):
            assert proposed.fields.get(name, "") in keys | {""}
        json.dumps(proposed.fields)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_whatever_the_text_nothing_is_invented(pieces):
    try:
        reading = read_text("".join(pieces))
    except Unreadable:
        return
    check(reading, propose(reading))


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.[th][xt][tm]*")), ids=lambda path: path.name)
def test_nothing_is_invented_about_an_article(path):
    reading = read(path.read_bytes())
    proposals = propose(reading)
    check(reading, proposals)
    assert proposals == propose(reading)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_megabyte_of_hostile_text_takes_seconds(name):
    begun = time.process_time()
    propose(read_text(HOSTILE[name]))
    assert time.process_time() - begun < 20
