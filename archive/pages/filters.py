"""What a list can be narrowed by: words, a few codes, and the records that its records lead to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from archive.core.identifiers import read_identifier
from archive.core.languages import is_language
from archive.edition import vocabulary as v
from archive.edition.shapes import SHAPES
from archive.pages.addresses import LANGUAGES

CODES = {
    "event_kind": (_("Kind of event"), v.EventKind),
    "statement_kind": (_("Kind of statement"), v.StatementKind),
    "organisation_kind": (_("Kind of organisation"), v.OrganisationKind),
    "place_kind": (_("Kind of place"), v.PlaceKind),
    "source_kind": (_("Kind of source"), v.SourceKind),
    "property": (_("What is counted or described"), v.Property),
}
CODES_OF = {
    "event": ("event_kind",),
    "statement": ("statement_kind", "language"),
    "organisation": ("organisation_kind",),
    "place": ("place_kind",),
    "source": ("source_kind", "language"),
    "claim": ("property",),
}
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
    """A filter as a form shows it."""

    name: str
    label: str
    choices: list[Choice]


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
        return [f"{name}:{value}" for name, value in {**self.codes, **self.records}.items()]

    @property
    def parameters(self) -> dict[str, str]:
        """The same again as an address says it."""
        return {"q": self.words, **self.codes, **self.records}

    def without(self, name: str) -> dict[str, str]:
        return {key: value for key, value in self.parameters.items() if key != name}

    def __bool__(self) -> bool:
        return bool(self.words or self.codes or self.records)

    def forms(self, kind: str) -> list[Filter]:
        return [self._form(name) for name in CODES_OF.get(kind, ())]

    def _form(self, name: str) -> Filter:
        chosen = self.codes.get(name, "")
        label, options = _options(name)
        return Filter(name, label, [Choice(value, text, value == chosen) for value, text in options])


def _options(name: str) -> tuple[str, list[tuple[str, str]]]:
    if name == "language":
        return str(_("Language")), list(LANGUAGES.items())
    label, vocabulary = CODES[name]
    return str(label), [(str(value), str(text)) for value, text in vocabulary.choices]


def _is_choice(name: str, value: str) -> bool:
    if name == "language":
        return is_language(value)
    return value in CODES[name][1].values
