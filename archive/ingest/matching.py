"""Likely matches: the records of the archive that words in an article may mean, each with why.

Names are found in any script (`archive.desk.likely`); titles and headings are compared folded, in their own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process

from archive.core.identifiers import read_identifier
from archive.core.languages import script_of
from archive.core.words import folded
from archive.desk.likely import MOST, Match, Names, texts_of
from archive.desk.models import Publishable
from archive.ingest.models import Kind
from events.models import Event, Organisation, Person, Place, Source, Topic

NEAR = 86  # of 100: below, two titles are only alike by chance
_MODELS: dict[Kind, type[Publishable]] = {
    Kind.PERSON: Person,
    Kind.ORGANISATION: Organisation,
    Kind.PLACE: Place,
    Kind.TOPIC: Topic,
    Kind.EVENT: Event,
    Kind.DOCUMENT: Source,
}
NAMED_KINDS = frozenset(_MODELS)  # the kinds whose record may stand in the archive already
_TITLES = {
    Kind.TOPIC: ("labels", "alternative_labels"),
    Kind.EVENT: ("title",),
    Kind.DOCUMENT: ("title",),
}


class Known(NamedTuple):
    """One title of one record in the archive."""

    identifier: str
    title: str
    folded: str


class Matcher:
    """Finds likely matches; reads the names and titles of each kind once."""

    def __init__(self) -> None:
        self._names: dict[Kind, Names] = {}
        self._titles: dict[Kind, list[Known]] = {}

    def likely(self, kind: str, name: str, *, acronym: str = "") -> list[Match]:
        """The records that a name or title may mean, the likeliest first."""
        if kind not in _MODELS or not folded(name):
            return []
        known = Kind(kind)
        if known in _TITLES:
            return self._titled(known, name)
        if known not in self._names:
            self._names[known] = Names(_MODELS[known])
        found = self._names[known].likely(name)
        called = self._names[known].likely(acronym) if acronym else []
        short = [replace(each, why=_("the same acronym"), same=False) for each in called if each.same]
        same = [each for each in found if each.same]
        return _each_once([*same, *short, *found])

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

    def _titled(self, kind: Kind, title: str) -> list[Match]:
        if kind not in self._titles:
            rows = (row for field in _TITLES[kind] for row in texts_of(_MODELS[kind], field))
            self._titles[kind] = [Known(*row, folded(row[1])) for row in rows]
        wanted, script = folded(title), script_of(title)
        known = [one for one in self._titles[kind] if script_of(one.title) == script]
        texts = [one.folded for one in known]
        near = process.extract(wanted, texts, scorer=fuzz.token_sort_ratio, score_cutoff=NEAR, limit=3 * MOST)
        found = [(known[place], score) for _text, score, place in near]
        found.sort(key=lambda pair: (pair[0].folded != wanted, -pair[1], pair[0].title))
        return _each_once([_match(one, score, wanted) for one, score in found])


def _match(one: Known, score: float, wanted: str) -> Match:
    if one.folded == wanted:
        return Match(one.identifier, one.title, _("the same name"), same=True)
    why = _("the same words in another order") if score == 100 else _("nearly the same name")
    return Match(one.identifier, one.title, why, same=False)


def _each_once(found: list[Match]) -> list[Match]:
    """Each record by the first of its matches, and no more than a curator reads."""
    return list({each.identifier: each for each in reversed(found)}.values())[::-1][:MOST]
