"""One example of every answer, from Karsava, an invented country. A test checks them against the shapes."""

from __future__ import annotations

from typing import Any

from archive.api.schema import told
from archive.core.canonical import canonical, sha256
from archive.edition.shapes import SHAPES, Shape
from archive.edition.shapes.evidence import Anchored, SpeakerNote
from archive.edition.shapes.subjects import AppearanceNote
from archive.edition.shapes.victims import RelationNote

READING = "“We counted four hundred graves,” said Leyla Ormand, then a teacher."
TEXT_DIGEST = sha256(READING)
WHEN = {
    "stated": "On 3 May",
    "calendar": "gregorian",
    "edtf": "2025?-05-03",
    "earliest": "2025-05-03",
    "latest": "2025-05-03",
}
CALLED: dict[str, tuple[str, dict[str, str]]] = {
    "event": ("FDF76GTWGX7", {"en": "Hearing at Port Amaly"}),
    "person": ("PA8D3A3J0KY", {"en": "Leyla Ormand", "fa": "لیلا اورمند"}),
    "organisation": ("PP4JJK36FZW", {"en": "Committee of Karsavan Families"}),
    "place": ("YQ9K7DY5RT8", {"en": "Port Amaly", "fa": "بندر امالی"}),
    "statement": ("DG18QXHDRPT", {"en": "We counted four hundred graves"}),
    "claim": ("XARHSQ2VQT4", {"en": "four hundred — graves"}),
    "demand": ("YYY8Q7AXKHA", {"en": "open the archive of the prison"}),
    "source": ("YEP1A1D2XYF", {"en": "Families speak"}),
    "topic": ("VVYWB6PZ2H5", {"en": "Mass graves", "fa": "گورهای جمعی"}),
    **told.CALLED,
}
ON_LINKS: dict[Any, dict[str, Any]] = {
    AppearanceNote: {"role": {"en": "teacher"}, "mode": "in-person"},
    SpeakerNote: {"role": {"en": "teacher"}},
    RelationNote: {"relation": "sibling"},
    Anchored: {
        "anchors": [
            {
                "exact": "We counted four hundred graves",
                "prefix": "“",
                "suffix": ",” said Leyla Ormand",
                "start": 1,
                "end": 31,
                "text_sha256": TEXT_DIGEST,
            }
        ]
    },
}


def _name(text: str, language: str, script: str) -> dict[str, Any]:
    return {"text": text, "language": language, "script": script, "kind": "own", "preferred": True}


FACTS: dict[str, dict[str, Any]] = {
    "event": {
        "title": {"en": "Hearing at Port Amaly"},
        "event_kind": "hearing",
        "summary": {"en": "Families are heard about the graves at the prison."},
        "date": WHEN,
        "also_present": {"en": "families of prisoners"},
    },
    "person": {
        "names": [_name("Leyla Ormand", "en", "Latn"), _name("لیلا اورمند", "fa", "Arab")],
        "description": {"en": "Teacher, of Port Amaly."},
    },
    "organisation": {
        "names": [_name("Committee of Karsavan Families", "en", "Latn")],
        "description": {},
        "organisation_kind": "committee",
    },
    "place": {
        "names": CALLED["place"][1],
        "place_kind": "city",
        "latitude": "41.5",
        "longitude": "-12.25",
    },
    "statement": {
        "statement_kind": "quotation",
        "text": "We counted four hundred graves",
        "language": "en",
        "speaker_as_stated": "Leyla Ormand, then a teacher",
        "date": WHEN,
        "position": 1,
        "translations": [
            {"text": "چهارصد گور شمردیم", "language": "fa", "translator": "A. Miran", "means": "human"}
        ],
    },
    "claim": {
        "property": "killed",
        "about": {"en": "graves"},
        "value": "four hundred",
        "value_language": "en",
        "low": 400,
        "high": 400,
        "unit": {"en": "graves"},
        "asserter_as_stated": "",
        "asserted_by_source": False,
        "date": WHEN,
        "preferred": False,
        "preferred_because": {},
    },
    "demand": {
        "act": {"en": "open the archive of the prison"},
        "addressee_as_stated": "The Ministry",
        "date": WHEN,
    },
    "source": {
        "title": {"en": "Families speak"},
        "source_kind": "article",
        "language": "en",
        "date": WHEN,
        "authors": "",
        "taken_from": "https://news.example/families-speak",
        "taken_at": "2025-05-04T12:00:00+00:00",
        "rights": "full",
        "rights_note": {},
        "held": True,
        "sha256": TEXT_DIGEST,
        "text_sha256": TEXT_DIGEST,
        "text": READING,
        "blocks": [{"kind": "paragraph", "start": 0, "end": len(READING)}],
    },
    "topic": {
        "labels": CALLED["topic"][1],
        "alternative_labels": {"en": ["clandestine graves"]},
        "scope_note": {},
    },
    **told.FACTS,
}
PROBLEMS: dict[int, dict[str, Any]] = {
    400: {
        "code": "bad_date",
        "message": "“yesterday” is not a date that can be understood.",
        "parameter": "from",
    },
    404: {"code": "not_found", "message": "The API has no record with this identifier."},
    410: {"code": "withdrawn", "message": "This record was public and has been withdrawn."},
    429: {
        "code": "too_many_requests",
        "message": "Too many requests from this address. Go on in 12 seconds.",
    },
}


def document_of(shape: type[Shape]) -> dict[str, Any]:
    """The example's own facts: what a shape holds."""
    return {"id": CALLED[shape.kind][0], "sample": False, **FACTS[shape.kind]}


def example_of(shape: type[Shape]) -> dict[str, Any]:
    """The answer for one record of a kind."""
    links = {}
    for name, role in shape.roles.items():
        identifier, title = CALLED[role.to[0]]
        link = {"id": identifier, "kind": role.to[0], "title": title}
        links[name] = [link | ON_LINKS.get(role.note, {})]
    return document_of(shape) | {"edition": stamp_of(shape), "linked": links}


def stamp_of(shape: type[Shape]) -> dict[str, Any]:
    """When the example of a kind was published, and its digest."""
    digest = sha256(canonical(document_of(shape)))
    return {"version": 1, "digest": digest, "published": "2026-01-15T09:30:00+00:00"}


def brief_example(shape: type[Shape]) -> dict[str, Any]:
    """The same as a list shows it."""
    return {key: value for key, value in example_of(shape).items() if key not in shape.apart}


def page_example(shape: type[Shape]) -> dict[str, Any]:
    """The answer for a list of one record."""
    return {"results": [brief_example(shape)], "next": None}


def passage_example() -> dict[str, Any]:
    """The answer for one passage of the example's testimony."""
    shape = SHAPES["testimony"]
    facts = document_of(shape)
    account = {key: facts[key] for key in ("id", "title", "warnings")}
    more = {"position": 1, "sample": False, "testimony": account, "edition": stamp_of(shape)}
    return facts["passages"][0] | more


def problem_example(status: int) -> dict[str, Any]:
    """The answer for a request that gets none."""
    return {"error": PROBLEMS[status]}
