"""Something said, as pages show it: quoted, reported, or read out from another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from archive.edition.vocabulary import StatementKind, TranslationMeans
from archive.pages.addresses import address_of
from archive.pages.reading import Published
from archive.pages.shown.dates import DateShown, date_shown
from archive.pages.shown.texts import Linked, Text, linked, reader


@dataclass(frozen=True)
class Translated:
    """A translation: evidence with an author of its own."""

    text: Text
    translator: str
    means: str


@dataclass(frozen=True)
class Said:
    """One statement. `reads` is the statement that a reading reads, where it is public."""

    id: str
    href: str
    kind: str
    kind_words: str
    text: Text
    translations: tuple[Translated, ...]
    speaker: Linked | None
    speaker_as_stated: Text
    event: Linked | None
    date: DateShown | None
    reads: Said | None
    sample: bool

    @property
    def spoken_by(self) -> tuple[str, ...]:
        """Who spoke and as what: the same in two statements of one turn."""
        if self.speaker:
            return self.speaker.id, self.speaker.role.words
        return "", self.speaker_as_stated.words

    @property
    def for_reader(self) -> Translated | None:
        """A translation into the reader's language, where the words are in another."""
        if self.text.language == reader():
            return None
        return next((each for each in self.translations if each.text.language == reader()), None)


def said(record: Published, others: Mapping[str, Published] | None = None) -> Said:
    """A published statement for a page; `others` may hold the statement that it reads."""
    facts, others = record.facts, others or {}
    speakers, events = record.linked("speaker"), record.linked("event")
    read = next((others[link["id"]] for link in record.linked("quotes") if link["id"] in others), None)
    return Said(
        id=record.id,
        href=address_of(reader(), record.kind, record.id, record.title),
        kind=facts["statement_kind"],
        kind_words=str(StatementKind(facts["statement_kind"]).label),
        text=Text(facts["text"], facts["language"]),
        translations=tuple(
            Translated(
                Text(each["text"], each["language"]),
                each["translator"],
                str(TranslationMeans(each["means"]).label),
            )
            for each in facts["translations"]
        ),
        speaker=linked(speakers[0]) if speakers else None,
        speaker_as_stated=Text(facts["speaker_as_stated"], facts["language"]),
        event=linked(events[0]) if events else None,
        date=date_shown(facts["date"]),
        reads=said(read) if read else None,
        sample=record.sample,
    )


def by_event(records: Iterable[Published]) -> list[Published]:
    """Statements as they come, but those of one event together and as they follow in its sources."""
    together: dict[tuple[str, ...], list[Published]] = {}
    for record in records:
        together.setdefault(tuple(link["id"] for link in record.linked("event")), []).append(record)
    return [record for group in together.values() for record in in_order_of_source(group)]


def in_order_of_source(records: Iterable[Published], sources: Iterable[str] = ()) -> list[Published]:
    """Statements, claims or demands as a curator ordered them, or as they follow in their sources."""
    rank = {identifier: place for place, identifier in enumerate(sources)}

    def place(record: Published) -> tuple[int, int, str, int, str]:
        position = record.facts.get("position", 0)
        places = [
            (position, rank.get(link["id"], len(rank)), link["id"], anchor["start"], record.id)
            for link in record.linked("source")
            for anchor in link["anchors"]
        ]
        return min(places, default=(position, len(rank) + 1, "", 0, record.id))

    return sorted(records, key=place)
