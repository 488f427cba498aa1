"""The engine's words and the archive's controlled words: what is called what, in one place.

The engine reads `in person` in a text; the archive calls it `in-person`. A word that stands in no
table gets the honest default: other, or not stated.
"""

from __future__ import annotations

from archive.core.words import folded
from archive.edition.vocabulary import (
    EventKind,
    Mode,
    OrganisationKind,
    PlaceKind,
    Property,
    SourceKind,
    StatementKind,
)

MODES = {
    "in person": Mode.IN_PERSON,
    "video": Mode.VIDEO,
    "telephone": Mode.TELEPHONE,
    "written": Mode.WRITTEN,
    "recorded": Mode.RECORDED,
    "unknown": Mode.UNKNOWN,
}
EVENT_KINDS = {str(kind): kind for kind in EventKind}
STATEMENT_KINDS = {str(kind): kind for kind in StatementKind}
DOCUMENT_KINDS = {str(kind): kind for kind in SourceKind} | {
    "statement": SourceKind.OTHER,
    "testimony": SourceKind.TRANSCRIPT,
    "decree": SourceKind.LAW,
    "register": SourceKind.LIST,
    "film": SourceKind.RECORDING,
    "novel": SourceKind.BOOK,
}
PLACE_RULES = {"country": PlaceKind.COUNTRY}  # by the rule that found it; otherwise a city

# What a figure counts, by the words that stand beside it; looked for in this order.
COUNTED = {
    Property.EXECUTED: "executed executions hanged shot execute exécutés اعدام إعدام",
    Property.KILLED: "killed dead died deaths murdered massacred victims graves remains bodies tués morts",
    Property.DISAPPEARED: "disappeared missing vanished disappearances disparus ناپدید مفقود",
    Property.DETAINED: "detained arrested imprisoned jailed detainees arrests détenus",
    Property.INJURED: "injured wounded blessés",
    Property.DISPLACED: "displaced refugees expelled réfugiés",
    Property.ATTENDANCE: "participants attended attendees spectators guests",
    Property.DURATION: "years months weeks days hours ans mois",
}
# What a body is, by a word of its name; looked for in this order.
BODIES = {
    OrganisationKind.INTERGOVERNMENTAL: "united un nations eu unesco",
    OrganisationKind.COURT: "court tribunal cour",
    OrganisationKind.COMMITTEE: "committee commission comité",
    OrganisationKind.ARMED: "army guard guards corps brigade militia forces",
    OrganisationKind.STATE: "ministry government parliament police senate ministère",
    OrganisationKind.PARTY: "party front movement",
    OrganisationKind.MEDIA: "newspaper television radio press agency wire",
    OrganisationKind.ASSOCIATION: "association society foundation network group union federation ngo",
}


def mode(word: str) -> str:
    """How somebody was there; what the engine could not tell is not stated."""
    return MODES.get(word, word if word in Mode.values else Mode.UNKNOWN)


def event_kind(word: str) -> str:
    return EVENT_KINDS.get(word, EventKind.OTHER)


def statement_kind(word: str) -> str:
    return STATEMENT_KINDS.get(word, StatementKind.QUOTATION)


def document_kind(word: str) -> str:
    return DOCUMENT_KINDS.get(word, SourceKind.OTHER)


def place_kind(rule: str) -> str:
    return PLACE_RULES.get(rule, PlaceKind.CITY)


def counted(words: str) -> str:
    """The property that a figure's words name; other where they name none."""
    return _first(COUNTED, words) or Property.OTHER


def body_kind(name: str) -> str:
    """What kind of body a name says it is; other where it does not say."""
    return _first(BODIES, name) or OrganisationKind.OTHER


def _first(table: dict, words: str) -> str:
    said = set(folded(words).split())
    return next((kind for kind, named in table.items() if said & set(folded(named).split())), "")
