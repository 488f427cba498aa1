"""What a list is narrowed to: words, a date, a letter, and the facets that its records hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.db import models
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from archive.core.identifiers import read_identifier
from archive.core.languages import is_language
from archive.edition import vocabulary as v
from archive.edition.models.record import RecordQuerySet
from archive.edition.orders import name_key, orders_of, place_of_letter
from archive.edition.shapes import SHAPES
from archive.pages.dates_asked import DateTold, told, years_of

CODES = {
    "event_kind": v.EventKind,
    "statement_kind": v.StatementKind,
    "organisation_kind": v.OrganisationKind,
    "place_kind": v.PlaceKind,
    "source_kind": v.SourceKind,
    "property": v.Property,
    "name_use": v.NameUse,
    "warning": v.ContentWarning,
}
# What a list offers to choose from, in this order, and what each choice is called.
OFFERED = {
    "event": {
        "event_kind": _("Kind of event"), "topic": _("Topic"), "person": _("Who was there"),
        "organisation": _("Held by"), "place": _("Place"),
    },
    "statement": {
        "speaker": _("Speaker"), "topic": _("Topic"), "event": _("Event"), "language": _("Language"),
        "statement_kind": _("Kind of statement"),
    },
    "claim": {
        "property": _("What is counted or described"), "asserter": _("Who says so"), "event": _("Event"),
        "topic": _("Topic"), "language": _("Language"),
    },
    "demand": {
        "addressee": _("Who is asked"), "maker": _("Who demands"), "event": _("Event"), "topic": _("Topic"),
    },
    "source": {
        "source_kind": _("Kind of source"), "publisher": _("Published by"), "topic": _("Topic"),
        "language": _("Language"),
    },
    "testimony": {
        "event": _("Event"), "place": _("Place"), "topic": _("Topic"), "victim_group": _("Group"),
        "warning": _("That speak of"), "language": _("Language"),
    },
    "victim": {
        "place": _("Place"), "event": _("Event"), "victim_group": _("Group"), "topic": _("Topic"),
    },
    "victim_group": {"event": _("Event"), "place": _("Place"), "topic": _("Topic")},
    "organisation": {"organisation_kind": _("Kind of organisation"), "parent": _("Part of")},
    "place": {"place_kind": _("Kind of place"), "parent": _("In")},
    "topic": {"broader": _("Part of")},
    "person": {},
}  # fmt: skip
YEAR, WITHOUT, ANY = "year", "without", "any"  # `without=any` leaves out whatever comes with a warning
HAS_YEARS = frozenset({*(kind for kind, shape in SHAPES.items() if shape.dated), "victim"})
LONGEST_WORDS = 200
MOST = 12  # facets at once
Held = tuple[str, str]  # a facet: its name, its value


@dataclass(frozen=True)
class Narrowing:
    """What a reader asked a list for. What cannot be understood is left out, never guessed.

    The order of its parameters is always the same, so that the same list has one address.
    """

    kind: str
    language: str
    words: str = ""
    date: str = ""
    letter: str = ""
    without: tuple[str, ...] = ()
    year: str = ""
    facets: tuple[Held, ...] = ()
    order: str = ""

    @classmethod
    def of(cls, kind: str, query: QueryDict, language: str) -> Narrowing:
        dated = SHAPES[kind].dated
        letter = query.get("letter", "")[:1]
        year = query.get(YEAR, "")
        return cls(
            kind,
            language,
            words=_line(query.get("q", "")[:LONGEST_WORDS]),
            date=_line(query.get("date", "")[:LONGEST_WORDS]) if dated else "",
            letter=letter if letter.isalnum() and not dated else "",
            without=_without(kind, query),
            year=year if kind in HAS_YEARS and years_of(year) else "",
            facets=tuple(_held(kind, query))[:MOST],
            order=order if (order := query.get("order", "")) in orders_of(kind)[1:] else "",
        )

    @property
    def told(self) -> DateTold | None:
        """How the words of the date were understood."""
        return told(self.date, self.language) if self.date else None

    def narrowed(self, records: RecordQuerySet) -> RecordQuerySet:
        """Those of the records that a reader asked for."""
        records = records.holding(*(f"{name}:{value}" for name, value in self.facets))
        records = _in_years(records, self.kind, self.year) if self.year else records
        if date := self.told:
            records = records.between(*date.ends) if date.asked else records.none()
        if self.letter:
            records = _under(records, self.letter, self.language)
        if ANY in self.without:
            records = records.filter(warnings=[])
        elif self.without:
            records = records.exclude(warnings__overlap=list(self.without))
        return records.matching(self.words)

    @property
    def parameters(self) -> list[Held]:
        """The same again as an address says it, without the order."""
        said = [("q", self.words), ("date", self.date), ("letter", self.letter), (YEAR, self.year)]
        return [
            *filter(lambda each: each[1], said),
            *self.facets,
            *((WITHOUT, each) for each in self.without),
        ]

    def holding(self, name: str, value: str) -> Narrowing:
        """Narrowed by one more facet."""
        if name == YEAR:
            return replace(self, year=value)
        if name == WITHOUT:
            return replace(
                self, without=tuple(sorted({*self.without, value} - {ANY})) if value != ANY else (ANY,)
            )
        return replace(self, facets=tuple(_in_their_order(self.kind, [*self.facets, (name, value)])))

    def under(self, letter: str) -> Narrowing:
        """The names that begin with one letter."""
        return replace(self, letter=letter)

    def but(self, name: str, value: str) -> Narrowing:
        """Without one of the things it is narrowed by."""
        if name == WITHOUT:
            return replace(self, without=tuple(each for each in self.without if each != value))
        if (name, value) in self.facets:
            return replace(self, facets=tuple(each for each in self.facets if each != (name, value)))
        emptied = {"q": "words", "date": "date", "letter": "letter", YEAR: YEAR}[name]
        return replace(self, **{emptied: ""})  # type: ignore[arg-type]

    def __bool__(self) -> bool:
        return bool(self.parameters)


def _line(words: str) -> str:
    return " ".join(words.replace("\0", " ").split())


def _held(kind: str, query: QueryDict) -> Iterator[Held]:
    """The facets of an address: codes and languages of the kind, and records in every role."""
    found: list[Held] = []
    for name in query:
        for value in query.getlist(name)[:MOST]:
            if name in CODES and name in OFFERED[kind]:
                found += [(name, value)] if value in CODES[name].values else []
            elif name == "language" and name in OFFERED[kind]:
                found += [(name, value)] if is_language(value) else []
            elif name in SHAPES or name in SHAPES[kind].roles:
                found += [(name, identifier)] if (identifier := read_identifier(value[:40])) else []
    yield from _in_their_order(kind, found)


def _in_their_order(kind: str, facets: list[Held]) -> list[Held]:
    known = list(OFFERED[kind])
    return sorted(set(facets), key=lambda each: (known.index(each[0]) if each[0] in known else 99, each))


def _without(kind: str, query: QueryDict) -> tuple[str, ...]:
    if "warning" not in OFFERED[kind]:
        return ()
    asked = sorted({each for each in query.getlist(WITHOUT) if each in {ANY, *v.ContentWarning.values}})
    return (ANY,) if ANY in asked else tuple(asked)


def _in_years(records: RecordQuerySet, kind: str, year: str) -> RecordQuerySet:
    years = years_of(year)
    if SHAPES[kind].dated:
        return records.between(f"{years[0]:04}-01-01", f"{years[-1]:04}-12-31")
    return records.holding_any(*(f"{YEAR}:{each}" for each in years))


def _under(records: RecordQuerySet, letter: str, language: str) -> RecordQuerySet:
    """Records whose name begins with a letter of the reader's alphabet."""
    place = place_of_letter(letter, language)
    key = models.ExpressionWrapper(name_key(language), output_field=models.TextField())
    return records.alias(by_letter=key).filter(by_letter__gte=place, by_letter__lt=chr(ord(place) + 1))
