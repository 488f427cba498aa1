"""Likely matches: the records of the archive that a name in an article may mean, each with why.

Names are compared folded, within their script. Finding a name across scripts is not done here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process

from archive.core.identifiers import read_identifier
from archive.core.languages import script_of
from archive.core.words import folded
from archive.desk.models import Publishable
from archive.ingest.models import Kind
from events.models import Event, Organisation, OrganisationName, Person, PersonName, Place, Source, Topic

NEAR = 86  # of 100: below, two names are only alike by chance
MOST = 5


class Known(NamedTuple):
    """One name of one record in the archive."""

    identifier: str
    name: str
    folded: str


@dataclass(frozen=True)
class Match:
    """A record that may be meant, and why."""

    identifier: str
    name: str
    why: str
    same: bool  # the very same name, so that it can be chosen beforehand

    @property
    def label(self) -> str:
        return f"{self.name} — {self.why}"


class Matcher:
    """Finds likely matches; reads the names of each kind once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], list[Known]] = {}

    def likely(self, kind: str, name: str, *, acronym: str = "") -> list[Match]:
        """The records that a name may mean, the likeliest first."""
        wanted = folded(name)
        if not wanted or kind not in _NAMES:
            return []
        known = self._of(kind, script_of(name))
        found: dict[str, tuple[float, Match]] = {}
        for score, one, why in _compared(kind, wanted, folded(acronym), known):
            if one.identifier not in found or found[one.identifier][0] < score:
                found[one.identifier] = score, Match(one.identifier, one.name, why, score >= 100)
        ranked = sorted(found.values(), key=lambda pair: (-pair[0], pair[1].name))
        return [match for _score, match in ranked[:MOST]]

    def sole(self, kind: str, name: str) -> str:
        """The identifier of the only record with the very same name; "" where there is none, or several."""
        same = [match for match in self.likely(kind, name) if match.same]
        return same[0].identifier if len(same) == 1 else ""

    def identified(self, kind: str, words: str) -> str:
        """The identifier that somebody typed, if a record of this kind bears it."""
        identifier = read_identifier(words)
        model = _MODELS.get(Kind(kind))
        if identifier and model and model._default_manager.filter(identifier=identifier).exists():
            return identifier
        return ""

    def _of(self, kind: str, script: str) -> list[Known]:
        if (kind, script) not in self._known:
            rows = (
                (identifier, name) for identifier, name in _NAMES[Kind(kind)]() if script_of(name) == script
            )
            self._known[kind, script] = [Known(*row, folded(row[1])) for row in rows]
        return self._known[kind, script]


def _compared(kind: str, wanted: str, acronym: str, known: list[Known]) -> Iterator[tuple[float, Known, str]]:
    texts = [one.folded for one in known]
    for _text, score, place in process.extract(
        wanted, texts, scorer=fuzz.token_sort_ratio, score_cutoff=NEAR, limit=3 * MOST
    ):
        one = known[place]
        if one.folded == wanted:
            yield 100, one, _("the same name")
        elif score == 100:
            yield 99, one, _("the same words in another order")
        else:
            yield min(score, 98), one, _("nearly the same name")
    for one in known:
        if acronym and one.folded == acronym:
            yield 95, one, _("the same acronym")
        elif kind == Kind.PERSON and _shares_surname(wanted, one.folded):
            yield 80, one, _("the same surname")


def _shares_surname(wanted: str, other: str) -> bool:
    """Same last word, and first names that do not contradict each other."""
    one, two = wanted.split(), other.split()
    if one[-1:] != two[-1:] or len(one[-1]) < 3:
        return False
    return len(one) == 1 or len(two) == 1 or one[0][0] == two[0][0]


def _maps(rows: QuerySet, name: str) -> Iterator[tuple[str, str]]:
    for identifier, texts in rows.values_list("identifier", name):
        yield from ((identifier, text) for text in texts.values())


def _people() -> Iterable[tuple[str, str]]:
    return PersonName.objects.values_list("person__identifier", "text")


def _organisations() -> Iterable[tuple[str, str]]:
    return OrganisationName.objects.values_list("organisation__identifier", "text")


def _places() -> Iterable[tuple[str, str]]:
    return _maps(Place.objects.all(), "names")


def _events() -> Iterable[tuple[str, str]]:
    return _maps(Event.objects.all(), "title")


def _documents() -> Iterable[tuple[str, str]]:
    return _maps(Source.objects.all(), "title")


def _topics() -> Iterable[tuple[str, str]]:
    yield from _maps(Topic.objects.all(), "labels")
    for identifier, others in Topic.objects.values_list("identifier", "alternative_labels"):
        for texts in others.values():
            yield from ((identifier, text) for text in ([texts] if isinstance(texts, str) else texts))


_NAMES = {
    Kind.PERSON: _people,
    Kind.ORGANISATION: _organisations,
    Kind.PLACE: _places,
    Kind.TOPIC: _topics,
    Kind.EVENT: _events,
    Kind.DOCUMENT: _documents,
}
_MODELS: dict[Kind, type[Publishable]] = {
    Kind.PERSON: Person,
    Kind.ORGANISATION: Organisation,
    Kind.PLACE: Place,
    Kind.TOPIC: Topic,
    Kind.EVENT: Event,
    Kind.DOCUMENT: Source,
}
NAMED_KINDS = frozenset(_MODELS)  # the kinds whose record may stand in the archive already
