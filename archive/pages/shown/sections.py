"""Parts that pages of several kinds share: what was said, claimed and demanded, and lists of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from archive.edition.shapes import SHAPES
from archive.pages.addresses import address_of, below, with_query
from archive.pages.reading import Published, Related
from archive.pages.shown.dates import DateShown
from archive.pages.shown.rows import row
from archive.pages.shown.said import by_event, in_order_of_source, said
from archive.pages.shown.texts import Linked, Text, all_linked, best, linked, reader


@dataclass(frozen=True)
class Section:
    """Some of the records that lead to a page's record; `more` is where all of them are, if these are not."""

    items: list[Any]
    more: str

    def __bool__(self) -> bool:
        return bool(self.items)

    def __iter__(self):
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


@dataclass(frozen=True)
class Telling:
    """What a page has to tell: a record, the records that lead to it, and some it leads to. `asked` is
    what else the reader's address asks for."""

    record: Published
    related: Related
    also: Mapping[str, Published]
    asked: Mapping[str, str] = field(default_factory=dict)

    def section(
        self, kind: str, make: Callable[[Published], Any], records: Iterable[Published] | None = None
    ) -> Section:
        """The records of one kind (or the given ones of that kind), each made ready for the page."""
        chosen = self.related.of(kind) if records is None else records
        return Section([make(record) for record in chosen], self.more(kind))

    def more(self, kind: str) -> str:
        """Where all the records of a kind are listed, if there are more than the page shows."""
        if kind not in self.related.more:
            return ""
        return with_query(below(reader(), f"{SHAPES[kind].plural}/"), **{self.record.kind: self.record.id})

    def said(self) -> Section:
        """Statements, newest event first."""
        return self.section("statement", lambda record: said(record, self.also), self._by_event())

    def turns_by_event(self) -> Section:
        """Statements, newest event first, those of one speaker in one role together."""
        return self.turns(self._by_event())

    def _by_event(self) -> list[Published]:
        return by_event(self.related.of("statement"))

    def turns(self, records: Iterable[Published]) -> Section:
        """Statements in the given order, those of one speaker in one role that follow each other together."""
        everything = [said(record, self.also) for record in records]
        together = [list(turn) for _speaker, turn in groupby(everything, key=lambda each: each.spoken_by)]
        return Section(together, self.more("statement"))

    def demands(self, records: Iterable[Published] | None = None) -> Section:
        ordered = in_order_of_source(self.related.of("demand") if records is None else records)
        return self.section("demand", demanded, ordered)


# How many of them a page shows that testimonies, victims and groups lead to.
TESTIMONIES = {"testimony": 50, "victim": 100, "victim_group": 20}


def of_testimonies(telling: Telling) -> dict[str, Section]:
    """Who tells of a record, and who suffered there."""
    return {
        "testimonies": telling.section("testimony", row),
        "victims": telling.section("victim", row),
        "victim_groups": telling.section("victim_group", row),
    }


@dataclass(frozen=True)
class Demanded:
    """A call for action: who asks whom to do what."""

    id: str
    href: str
    act: Text
    makers: list[Linked]
    addressees: list[Linked]
    as_stated: str
    statement: Linked | None
    event: Linked | None
    sample: bool


def demanded(record: Published) -> Demanded:
    statements, events = record.linked("statement"), record.linked("event")
    return Demanded(
        id=record.id,
        href=address_of(reader(), record.kind, record.id, record.title),
        act=best(record.facts["act"]),
        makers=all_linked(record.linked("maker")),
        addressees=all_linked(record.linked("addressee")),
        as_stated=record.facts["addressee_as_stated"],
        statement=linked(statements[0]) if statements else None,
        event=linked(events[0]) if events else None,
        sample=record.sample,
    )


@dataclass(frozen=True)
class Present:
    """Somebody at an event: as what, and how. Seen from the person, `who` is the event."""

    who: Linked
    role: Text
    mode: str
    date: DateShown | None = None
    sample: bool = False
