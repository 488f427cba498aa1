"""One spelling for one JSON value, so that its SHA-256 means something to anybody.

The form is RFC 8785's (https://www.rfc-editor.org/rfc/rfc8785) for what the archive stores:
objects with ASCII keys, texts, whole numbers, true, false, null and lists of these. Fractions are
refused, because two languages may write them differently; coordinates are kept as texts.
"""

from __future__ import annotations

import hashlib
from typing import Any

import orjson

LARGEST = 2**53 - 1  # beyond it, languages that count in floating point round


def canonical(value: Any) -> str:
    """The canonical JSON text of a value; raises TypeError for what has no single spelling."""
    _check(value)
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def sha256(text: str | bytes) -> str:
    """SHA-256 in hexadecimal, of bytes or of a text's UTF-8 bytes."""
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()


def _check(value: Any) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            if not (isinstance(key, str) and key.isascii()):
                raise TypeError(f"a key must be a plain ASCII text, not {key!r}")
            _check(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            _check(inner)
    elif isinstance(value, float) or (isinstance(value, int) and abs(value) > LARGEST):
        raise TypeError(f"{value!r} has no single spelling in JSON; keep it as a text")
    elif not (value is None or isinstance(value, str | int | bool)):
        raise TypeError(f"{type(value).__name__} is not JSON")
