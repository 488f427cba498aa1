"""The same facts as the invented edition holds, in plain tables, as ordinary applications keep them."""

from __future__ import annotations

import psycopg

USUAL = """
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
INSERT INTO edition.usual_person
    SELECT row_number() OVER (), id, title->>'en' FROM edition.record WHERE kind = 'person';
INSERT INTO edition.usual_event
    SELECT row_number() OVER (), id, title->>'en', earliest FROM edition.record WHERE kind = 'event';
INSERT INTO edition.usual_topic
    SELECT row_number() OVER (), id, title->>'en' FROM edition.record WHERE kind = 'topic';
INSERT INTO edition.usual_statement
    SELECT row_number() OVER (), record.id, said->>'statement_kind', said->>'text', said->>'language',
        linked->'speaker'->0->'role'->>'en', earliest, person.id, event.id
    FROM (SELECT id, earliest, document::jsonb AS said, linked::jsonb FROM edition.record
          WHERE kind = 'statement') AS record
    JOIN edition.usual_person AS person ON person.identifier = linked->'speaker'->0->>'id'
    JOIN edition.usual_event AS event ON event.identifier = linked->'event'->0->>'id';
INSERT INTO edition.usual_statement_topics
    SELECT row_number() OVER (), statement.id, topic.id
    FROM edition.usual_statement AS statement
    JOIN edition.link ON link.source_id = statement.identifier AND link.role = 'topic'
    JOIN edition.usual_topic AS topic ON topic.identifier = link.target
    ORDER BY link.source_id, link.position;
CREATE INDEX ON edition.usual_statement (date, id);
CREATE INDEX ON edition.usual_statement (person_id);
CREATE INDEX ON edition.usual_statement (event_id);
CREATE INDEX ON edition.usual_statement_topics (statement_id);
CREATE INDEX ON edition.usual_statement_topics (topic_id);
"""


def fill_usual(connection: psycopg.Connection) -> None:
    """Makes the plain tables from the edition."""
    connection.execute(USUAL)
