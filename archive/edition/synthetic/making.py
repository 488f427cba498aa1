"""The records of an invented edition, one after the other, as renderings that any publication would take."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from archive.core.canonical import sha256
from archive.core.identifiers import new_identifier
from archive.edition.rendering import LinkTo, Rendering
from archive.edition.synthetic.words import Words

PEOPLE, EVENTS, TOPICS, SOURCES = 400, 300, 40, 200
LANGUAGES, SHARES = ("fa", "en", "fr", "ar"), (4, 3, 2, 1)
KINDS, KIND_SHARES = ("quotation", "paraphrase", "reading"), (6, 3, 1)


class Making:
    """An edition of so many statements, with their speakers, events, sources and topics; by its seed."""

    def __init__(self, records: int, seed: int):
        self.records = records
        self.chance = random.Random(seed)  # noqa: S311, it measures
        self.words = Words(self.chance)

    def __iter__(self) -> Iterator[Rendering]:
        people = [self._person() for _ in range(PEOPLE)]
        topics = [self._topic(number) for number in range(TOPICS)]
        sources = [self._source(number) for number in range(SOURCES)]
        events = [self._event(number) for number in range(EVENTS)]
        for subjects in (people, topics, sources, events):
            yield from subjects
        for _ in range(self.records):
            yield self._statement(people, topics, sources, events)

    def _statement(self, people, topics, sources, events) -> Rendering:
        event, source = self._one_of(events), self._one_of(sources)
        language = self.chance.choices(LANGUAGES, SHARES)[0]
        text = self.words.text(language, self.chance.randint(2, 5))
        start = self.chance.randint(0, 9000)
        anchor = {
            "exact": text, "prefix": "", "suffix": "", "start": start, "end": start + len(text),
            "text_sha256": source.document["text_sha256"],
        }  # fmt: skip
        document = {
            **self._begun(), "statement_kind": self.chance.choices(KINDS, KIND_SHARES)[0], "text": text,
            "language": language, "speaker_as_stated": "", "date": event.document["date"],
            "position": 0, "translations": [],
        }  # fmt: skip
        links = (
            LinkTo("speaker", self._one_of(people).identifier, {"role": {"en": "former teacher"}}),
            LinkTo("event", event.identifier),
            LinkTo("source", source.identifier, {"anchors": [anchor]}),
            *(LinkTo("topic", topic.identifier) for topic in self.chance.sample(topics, 2)),
        )
        return Rendering("statement", document, links)

    def _person(self) -> Rendering:
        persian, latin = self.words.person()
        names = [
            {"text": persian, "language": "fa", "script": "Arab", "kind": "own", "preferred": True},
            {"text": latin, "language": "en", "script": "Latn", "kind": "transliteration", "preferred": True},
        ]
        return Rendering("person", {**self._begun(), "names": names, "description": {}})

    def _topic(self, number: int) -> Rendering:
        labels = {"en": f"{self.words.place()[1]} {number}"}
        document = {**self._begun(), "labels": labels, "alternative_labels": {}, "scope_note": {}}
        return Rendering("topic", document)

    def _source(self, number: int) -> Rendering:
        digest = sha256(f"{number}")
        document = {
            **self._begun(), "title": {"en": f"Report {number} from {self.words.place()[1]}"},
            "source_kind": "article", "language": "en", "date": None, "authors": "", "taken_from": "",
            "taken_at": None, "rights": "citation", "rights_note": {}, "held": True, "sha256": digest,
            "text_sha256": digest, "text": "", "blocks": [],
        }  # fmt: skip
        return Rendering("source", document)

    def _event(self, number: int) -> Rendering:
        day = (date(1980, 1, 1) + timedelta(days=self.chance.randint(0, 16_000))).isoformat()
        when = {"stated": day, "calendar": "gregorian", "edtf": day, "earliest": day, "latest": day}
        persian, latin = self.words.place()
        title = {"en": f"Hearing {number} in {latin}", "fa": f"جلسهٔ {number} در {persian}"}
        document = {**self._begun(), "title": title, "event_kind": "hearing", "summary": {}, "date": when}
        return Rendering("event", {**document, "also_present": {}})

    def _begun(self) -> dict[str, Any]:
        return {"id": new_identifier(self.chance.getrandbits), "sample": False}

    def _one_of(self, some: list[Rendering]) -> Rendering:
        """Few of them often, most of them seldom."""
        return some[min(int(self.chance.paretovariate(0.6)) - 1, len(some) - 1)]
