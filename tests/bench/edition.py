"""A synthetic edition: statements with speaker, event, source and topics, written straight into its table.

The same facts also go into plain tables (`usual_…`), as an ordinary application would keep them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import orjson
import psycopg

from archive.core.canonical import canonical, sha256
from archive.core.identifiers import new_identifier

PEOPLE, EVENTS, TOPICS, SOURCES = 400, 300, 40, 200
WORDS = [
    *("families", "prison", "graves", "archive", "officer", "night", "letter", "names", "court", "witness"),
    *("silence", "road", "school", "winter", "transfer", "order", "list", "guard", "hospital", "ministry"),
    *("hearing", "mother", "brother", "teacher", "return", "search"),
]
COLUMNS = (
    "id, kind, version, title, document, stamp, linked, digest, own_facets, facets, words, "
    "earliest, latest, sort_key, warnings, published_at, apart, outputs"
)
EVERY_OUTPUT = ["web", "api", "dumps"]
NOW = datetime(2026, 1, 15, tzinfo=UTC)
USUAL_TABLES = """
CREATE TABLE edition.usual_person (id int PRIMARY KEY, identifier text, name text);
CREATE TABLE edition.usual_event (id int PRIMARY KEY, identifier text, title text, date date);
CREATE TABLE edition.usual_topic (id int PRIMARY KEY, identifier text, label text);
CREATE TABLE edition.usual_statement (
    id int PRIMARY KEY, identifier text UNIQUE, kind text, text text, language text, role text, date date,
    person_id int REFERENCES edition.usual_person, event_id int REFERENCES edition.usual_event
);
CREATE TABLE edition.usual_statement_topics (
    id int PRIMARY KEY, statement_id int REFERENCES edition.usual_statement,
    topic_id int REFERENCES edition.usual_topic
);
CREATE INDEX ON edition.usual_statement (date, id);
CREATE INDEX ON edition.usual_statement (person_id);
CREATE INDEX ON edition.usual_statement (event_id);
CREATE INDEX ON edition.usual_statement_topics (statement_id);
CREATE INDEX ON edition.usual_statement_topics (topic_id);
"""

LEDGER = """
INSERT INTO edition.ledger (sequence, act, record, version, digest, links_digest, at, previous, hash)
SELECT n, 'publish', id, 1, digest, '', published_at, lpad((n - 1)::text, 64, '0'), lpad(n::text, 64, '0')
FROM (SELECT row_number() OVER () AS n, * FROM edition.record) AS numbered
"""


@dataclass
class Row:
    """One record before it is written."""

    kind: str
    document: dict[str, Any]
    title: str
    links: dict[str, list[tuple[Row, dict[str, Any]]]] = field(default_factory=dict)
    own: list[str] = field(default_factory=list)
    day: date | None = None
    number: int = 0

    @property
    def id(self) -> str:
        return self.document["id"]

    def values(self) -> tuple[Any, ...]:
        text = canonical(self.document)
        linked = {
            role: [{"id": to.id, "kind": to.kind, "title": {"en": to.title}} | note for to, note in targets]
            for role, targets in self.links.items()
        }
        leading = {
            facet
            for role, targets in self.links.items()
            for to, _ in targets
            for facet in (f"{role}:{to.id}", f"{to.kind}:{to.id}")
        }
        stamp = {"version": 1, "digest": sha256(text), "published": NOW.isoformat()}
        words = " ".join(f"'{word}':{place}A" for place, word in enumerate(self.title.lower().split(), 1))
        return (
            self.id, self.kind, 1, orjson.dumps({"en": self.title}).decode(), text, canonical(stamp),
            orjson.dumps(linked).decode(), sha256(text), self.own, sorted({*self.own, *leading}), words,
            self.day, self.day, self.day.isoformat() if self.day else self.title.lower(), [], NOW,
            "", EVERY_OUTPUT,
        )  # fmt: skip


def fill(connection: psycopg.Connection, size: int) -> None:
    """Writes the edition with `size` statements, and the plain tables beside it."""
    chance = random.Random(size)
    people = [_named("person", f"{_word(chance)} {_word(chance)}") for _ in range(PEOPLE)]
    topics = [_topic(f"{_word(chance)} {number}") for number in range(TOPICS)]
    sources = [_source(f"Report {number}") for number in range(SOURCES)]
    events = [_event(f"Hearing {number}", _day(chance)) for number in range(EVENTS)]
    subjects = [*people, *topics, *sources, *events]
    for rows in (people, topics, events):
        for number, row in enumerate(rows, 1):
            row.number = number
    _write_usual_subjects(connection, people, topics, events)
    made = _statements(chance, size, people, events, sources, topics)
    usual: list[Row] = []
    with connection.cursor() as cursor, cursor.copy(f"COPY edition.record ({COLUMNS}) FROM STDIN") as copy:
        for row in subjects:
            copy.write_row(row.values())
        for number, row in enumerate(made, 1):
            row.number = number
            copy.write_row(row.values())
            usual.append(row)
    _write_usual_statements(connection, usual)
    connection.execute(LEDGER)


def _statements(chance: random.Random, size: int, people, events, sources, topics) -> Iterator[Row]:
    for _ in range(size):
        speaker, event, source = chance.choice(people), chance.choice(events), chance.choice(sources)
        text = " ".join(chance.choices(WORDS, k=chance.randint(12, 45))).capitalize()
        start = chance.randint(0, 9000)
        anchor = {
            "exact": text, "prefix": "and then she said: “", "suffix": ".” Nobody in the", "start": start,
            "end": start + len(text), "text_sha256": source.document["text_sha256"],
        }  # fmt: skip
        kind = chance.choices(["quotation", "paraphrase", "reading"], [6, 3, 1])[0]
        links: dict[str, list[tuple[Row, dict[str, Any]]]] = {
            "event": [(event, {})],
            "source": [(source, {"anchors": [anchor]})],
            "speaker": [(speaker, {"role": {"en": f"former {_word(chance)}"}})],
            "topic": [(topic, {}) for topic in chance.sample(topics, 2)],
        }
        document = {
            "id": new_identifier(), "sample": False, "statement_kind": kind, "text": text, "language": "en",
            "speaker_as_stated": speaker.title, "date": event.document["date"],
            "position": 0, "translations": [],
        }  # fmt: skip
        own = ["language:en", f"statement_kind:{kind}"]
        yield Row("statement", document, text[:88], links, own, event.day)


def _named(kind: str, name: str) -> Row:
    names = [{"text": name, "language": "en", "script": "Latn", "kind": "own", "preferred": True}]
    return Row(kind, {"id": new_identifier(), "sample": False, "names": names, "description": {}}, name)


def _topic(label: str) -> Row:
    labels = {"labels": {"en": label}, "alternative_labels": {}, "scope_note": {}}
    return Row("topic", {"id": new_identifier(), "sample": False, **labels}, label)


def _source(title: str) -> Row:
    digest = sha256(title)
    document = {
        "id": new_identifier(), "sample": False, "title": {"en": title}, "source_kind": "article",
        "language": "en", "date": None, "authors": "", "taken_from": "", "taken_at": None,
        "rights": "citation", "rights_note": {}, "held": True, "sha256": digest,
        "text_sha256": digest, "text": "", "blocks": [],
    }  # fmt: skip
    return Row("source", document, title, own=["language:en", "source_kind:article"])


def _event(title: str, day: date) -> Row:
    iso = day.isoformat()
    when = {"stated": iso, "calendar": "gregorian", "edtf": iso, "earliest": iso, "latest": iso}
    document = {
        "id": new_identifier(), "sample": False, "title": {"en": title}, "event_kind": "hearing",
        "summary": {}, "date": when, "also_present": {},
    }  # fmt: skip
    return Row("event", document, title, own=["event_kind:hearing"], day=day)


def _word(chance: random.Random) -> str:
    return chance.choice(WORDS).capitalize()


def _day(chance: random.Random) -> date:
    return date(1980, 1, 1) + timedelta(days=chance.randint(0, 16_000))


def _write_usual_subjects(connection: psycopg.Connection, people, topics, events) -> None:
    connection.execute(USUAL_TABLES)
    _copy(connection, "usual_person", ((row.number, row.id, row.title) for row in people))
    _copy(connection, "usual_topic", ((row.number, row.id, row.title) for row in topics))
    _copy(connection, "usual_event", ((row.number, row.id, row.title, row.day) for row in events))


def _write_usual_statements(connection: psycopg.Connection, rows: list[Row]) -> None:
    def values(row: Row) -> tuple[Any, ...]:
        (speaker, note), (event, _) = row.links["speaker"][0], row.links["event"][0]
        facts = row.document
        return (
            row.number, row.id, facts["statement_kind"], facts["text"], facts["language"], note["role"]["en"],
            row.day, speaker.number, event.number,
        )  # fmt: skip

    _copy(connection, "usual_statement", map(values, rows))
    pairs = ((row.number, topic.number) for row in rows for topic, _ in row.links["topic"])
    _copy(connection, "usual_statement_topics", ((n, *pair) for n, pair in enumerate(pairs, 1)))


def _copy(connection: psycopg.Connection, table: str, rows: Iterator[tuple[Any, ...]]) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY edition.{table} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
