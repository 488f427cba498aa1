"""The OpenAPI document of this archive: made once in the life of a process."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.conf import settings
from django.utils.translation import override
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiJsonRenderer, OpenApiYamlRenderer

from archive.edition.shapes import SHAPES

SAYS = """\
Everything that this archive publishes for programs. Nothing to sign up for, no key, no cookie.

The archive does not say that a thing happened. It says who said so, where, when, and in which words;
contradicting figures stand next to each other.

Testimonies tell of violence. Each carries its `warnings` wherever it is answered, and so does each of its
passages: please carry them on to your readers. What is withheld stays withheld: do not try to guess it.

- Every answer is the stored record: its facts, `edition` (version, digest, when published) and `linked`
  (other public records, by role). There is no way to leave fields out: a record is the same for everybody.
- Lists come in pages. Follow `next` until it is null. A list of testimonies leaves out their passages;
  a testimony's own answer holds them, and so does `passages`, a page at a time.
- Send the `ETag` back as `If-None-Match`; as long as nothing has changed, the answer is 304.
- A record that was withdrawn answers 410; one that may no longer be given to programs answers 404.
  Please remove both from your copy as well.
- Recordings and pictures are at `/files/<name>`, where `<name>` is what the record calls `file`. The bytes
  are sent as they are; check them against its `sha256`.
- Every trouble is a JSON document with a code for programs and a sentence for people.
"""


@cache
def document() -> dict[str, Any]:
    """The whole description, as Python data."""
    with override("en"):
        made: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)
    return made


@cache
def as_json() -> bytes:
    rendered: bytes = OpenApiJsonRenderer().render(document())
    return rendered


@cache
def as_yaml() -> bytes:
    rendered: bytes = OpenApiYamlRenderer().render(document())
    return rendered


def finished(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """drf-spectacular's last step: what stands at the head of the document."""
    result["info"] = {
        "title": settings.ARCHIVE_NAME,
        "version": "1",
        "description": SAYS,
    }
    result["servers"] = [{"url": settings.ARCHIVE_URL}]
    result["tags"] = [
        {"name": "archive", "description": "What this archive offers to programs."},
        *({"name": shape.plural, "description": shape.__doc__ or ""} for shape in SHAPES.values()),
        {"name": "passages", "description": "The turns of a testimony, one by one."},
        {"name": "search", "description": "Words and names, in every kind of record."},
    ]
    _leave_out(result, "x-spec-enum-id")
    return result


def _leave_out(part: Any, key: str) -> None:
    """Takes drf-spectacular's own marks out of the document."""
    if isinstance(part, dict):
        part.pop(key, None)
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        _leave_out(inner, key)
