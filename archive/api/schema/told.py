"""Examples of testimonies, passages, victims and groups, from Karsava, an invented country."""

from __future__ import annotations

from typing import Any

CALLED: dict[str, tuple[str, dict[str, str]]] = {
    "testimony": ("GBEAPRDMZGH", {"en": "They came at night"}),
    "passage": ("C2HVFYT17CW", {}),
    "victim": ("VRMAS76TTG8", {"en": "Omid Selan", "fa": "امید سلان"}),
    "victim_group": ("0QJ4YTKBWMX", {"en": "The prisoners of Port Amaly"}),
}
RECORDING = "M55DSZF8GSW"
GIVEN = {
    "stated": "in May 2025",
    "calendar": "gregorian",
    "edtf": "2025-05",
    "earliest": "2025-05-01",
    "latest": "2025-05-31",
}


def _words(text: str) -> dict[str, str]:
    return {"kind": "words", "text": text, "because": "", "mark": ""}


def _withheld(because: str, mark: str) -> dict[str, str]:
    return {"kind": "withheld", "text": "", "because": because, "mark": mark}


def _renamed(instead: str, mark: str) -> dict[str, str]:
    return {"kind": "pseudonym", "text": instead, "because": "", "mark": mark}


PASSAGE: dict[str, Any] = {
    "id": CALLED["passage"][0],
    "turn": "answer",
    "language": "en",
    "text": [
        _words("At night. "),
        _renamed("Officer B.", "n1"),
        _words(" led them, he lived "),
        _withheld("place", "w1"),
        _words("."),
    ],
    "translations": [
        {
            "language": "fa",
            "text": [
                _words("شب بود. "),
                _renamed("مأمور ب.", "n1"),
                _words(" جلو بود، "),
                _withheld("place", "w1"),
                _words(" زندگی می‌کرد."),
            ],
            "translator": "N. Vahl",
            "means": "human",
        }
    ],
    "recording": RECORDING,
    "start_ms": 4200,
    "end_ms": 9700,
    "warnings": ["killing"],
}
MEDIA: dict[str, Any] = {
    "id": RECORDING,
    "media_kind": "audio",
    "file": "q4zt7m0v9d2k8xw1.opus",
    "media_type": "audio/ogg",
    "size": 81920,
    "sha256": "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03",
    "duration_ms": 61000,
    "width": None,
    "height": None,
    "title": {"en": "The voice of Witness K."},
    "alternative": {},
    "credit": "",
    "rights_note": {},
}
FACTS: dict[str, dict[str, Any]] = {
    "testimony": {
        "title": CALLED["testimony"][1],
        "summary": {"en": "A neighbour tells of an arrest at night."},
        "name_use": "pseudonym",
        "narrator": {"en": "Witness K.", "fa": "شاهد ک."},
        "interviewer": "",
        "date": GIVEN,
        "language": "en",
        "warnings": ["killing"],
        "reuse": ["research"],
        "media": [MEDIA],
        "passages": [PASSAGE],
    },
    "victim": {
        "names": [
            {"text": "Omid Selan", "language": "en", "script": "Latn", "kind": "own", "preferred": True},
            {"text": "امید سلان", "language": "fa", "script": "Arab", "kind": "own", "preferred": True},
        ],
        "description": {},
        "years": [1987],
        "portrait": None,
    },
    "victim_group": {
        "names": CALLED["victim_group"][1],
        "description": {},
        "as_stated": "",
    },
}
