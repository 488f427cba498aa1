"""Every text of a rendering, with where it stands, in words for the curator."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from archive.edition.rendering import Rendering
from archive.edition.shapes.testimonies import plain

NOT_WORDS = frozenset({"id", "file", "sha256", "mark", "recording", "media_type", "kind"})


def texts_of(rendering: Rendering) -> Iterator[tuple[str, str]]:
    """Where, and the text. A passage's segments are read as one text, as a reader would."""
    document = dict(rendering.document)
    for number, passage in enumerate(document.pop("passages", []), 1):
        here = _("passage %(number)s") % {"number": number}
        yield f"{here}, {passage['language']}", plain(passage["text"])
        for each in passage["translations"]:
            yield f"{here}, {each['language']}", plain(each["text"])
            yield f"{here}, " + _("translator"), each["translator"]
    yield from _inside(document, "")
    for link in rendering.links:
        yield from _inside(link.note, link.role)


def _inside(value: Any, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, each in value.items():
            if key not in NOT_WORDS:
                yield from _inside(each, f"{where} {key}".strip())
    elif isinstance(value, list):
        for each in value:
            yield from _inside(each, where)
    elif isinstance(value, str) and value:
        yield where, value
