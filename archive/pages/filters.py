"""What a list can be narrowed by: words, a few codes, and the records that its records lead to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from archive.core.identifiers import read_identifier
from archive.core.languages import is_language
from archive.edition import vocabulary as v
from archive.edition.models.record import RecordQuerySet
from archive.edition.shapes import SHAPES
from archive.pages.addresses import LANGUAGES
from archive.pages.shown.texts import year as in_digits

CODES = {
    "event_kind": (_("Kind of event"), v.EventKind),
    "statement_kind": (_("Kind of statement"), v.StatementKind),
    "organisation_kind": (_("Kind of organisation"), v.OrganisationKind),
    "place_kind": (_("Kind of place"), v.PlaceKind),
    "source_kind": (_("Kind of source"), v.SourceKind),
    "property": (_("What is counted or described"), v.Property),
    "warning": (_("That speak of"), v.ContentWarning),
    "without": (_("Leave out what speaks of"), v.ContentWarning),
}
CODES_OF = {
    "event": ("event_kind",),
    "statement": ("statement_kind", "language"),
    "organisation": ("organisation_kind",),
    "place": ("place_kind",),
    "source": ("source_kind", "language"),
    "claim": ("property",),
    "testimony": ("warning", "without", "language"),
    "victim": ("year",),
}
ANY = "any"  # leaves out whatever comes with a warning
ABOUT_TOPICS = frozenset(kind for kind, shape in SHAPES.items() if "topic" in shape.roles)
LONGEST_WORDS = 200


@dataclass(frozen=True)
class Choice:
    """One option of a filter."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Filter:
    """A filter as a form shows it; `nothing` is the option that does not narrow."""

    name: str
    label: str
    choices: list[Choice]
    nothing: str = ""


@dataclass(frozen=True)
class Narrowing:
    """What a reader asked a list for. What cannot be understood is left out, never guessed."""

    words: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)
    records: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, kind: str, query: QueryDict) -> Narrowing:
        codes = {name: query.get(name, "") for name in CODES_OF.get(kind, ())}
        records = {name: read_identifier(query.get(name, "")[:40]) or "" for name in SHAPES}
        return cls(
            words=" ".join(query.get("q", "")[:LONGEST_WORDS].replace("\0", " ").split()),
            codes={name: value for name, value in codes.items() if _is_choice(name, value)},
            records={name: identifier for name, identifier in records.items() if identifier},
        )

    @property
    def facets(self) -> list[str]:
        asked = {**self.codes, **self.records}
        return [f"{name}:{value}" for name, value in asked.items() if name != "without"]

    def narrowed(self, records: RecordQuerySet) -> RecordQuerySet:
        """Those of the records that a reader asked for."""
        records = records.holding(*self.facets).matching(self.words)
        without = self.codes.get("without", "")
        if without == ANY:
            return records.filter(warnings=[])
        return records.exclude(warnings__contains=[without]) if without else records

    @property
    def parameters(self) -> dict[str, str]:
        """The same again as an address says it."""
        return {"q": self.words, **self.codes, **self.records}

    def without(self, name: str) -> dict[str, str]:
        return {key: value for key, value in self.parameters.items() if key != name}

    def __bool__(self) -> bool:
        return bool(self.words or self.codes or self.records)

    def forms(self, kind: str, *, years: Sequence[int] = ()) -> list[Filter]:
        return [self._form(name, years) for name in CODES_OF.get(kind, ())]

    def _form(self, name: str, years: Sequence[int]) -> Filter:
        chosen = self.codes.get(name, "")
        if name == "year":
            known = sorted({*years, *([int(chosen)] if chosen else [])})
            label, options = str(_("Year")), [(str(each), in_digits(each)) for each in known]
        else:
            label, options = _options(name)
        choices = [Choice(value, text, value == chosen) for value, text in options]
        return Filter(name, label, choices, str(_("nothing")) if name == "without" else "")


def _options(name: str) -> tuple[str, list[tuple[str, str]]]:
    if name == "language":
        return str(_("Language")), list(LANGUAGES.items())
    label, vocabulary = CODES[name]
    options = [(str(value), str(text)) for value, text in vocabulary.choices]
    if name == "without":
        options.insert(0, (ANY, str(_("anything that needs a warning"))))
    return str(label), options


def _is_choice(name: str, value: str) -> bool:
    if name == "language":
        return is_language(value)
    if name == "year":
        return value.isascii() and value.isdigit() and len(value) <= 4 and value[0] != "0"
    return value in CODES[name][1].values or (name, value) == ("without", ANY)
