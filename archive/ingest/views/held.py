"""An article that waits in the curator's own page for an answer, signed so that nobody can change it."""

from __future__ import annotations

import base64
import zlib
from typing import Any

from django.core import signing
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.dateparse import parse_datetime

SALT, LASTS = "ingest.held", 3600


class _Written(signing.JSONSerializer):
    def dumps(self, obj: Any) -> bytes:
        return DjangoJSONEncoder(separators=(",", ":")).encode(obj).encode("ascii")


def held_back(how: dict[str, Any]) -> str:
    """What `take_in` was told, as one signed text."""
    data = base64.b85encode(zlib.compress(how["data"], 6)).decode()
    return signing.dumps(how | {"data": data}, salt=SALT, serializer=_Written)


def kept_back(words: str) -> dict[str, Any] | None:
    """The same again; None for a text that is not ours, or too old."""
    try:
        how = signing.loads(words, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
    taken_at = parse_datetime(how["taken_at"]) if how["taken_at"] else None
    return how | {"data": zlib.decompress(base64.b85decode(how["data"])), "taken_at": taken_at}
