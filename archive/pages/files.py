"""Public recordings and pictures at `/files/<name>`, whole or a stretch of them, sent piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from archive.edition.files import Held, held
from archive.edition.freshness import CACHE_CONTROL

NAME = re.compile(r"[\w.-]{1,40}\Z", re.ASCII)
# What a browser may show by itself. Everything else is handed over to be saved: a drawing can hold a program.
SHOWN = re.compile(r"(audio|video)/[\w.+-]+\Z|image/(avif|gif|jpeg|png|webp)\Z")
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})\Z", re.ASCII)


class CutShort(ConnectionAbortedError):
    """A file was withdrawn while it was being sent: the connection ends, and nothing passes for the rest."""


class NoSuchStretch(Exception):
    """A stretch beyond the end of a file."""


@require_safe
def public_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """A public file, asked for anew each time: what was withdrawn a moment ago is not there any more.

    Its ETag is the digest of its bytes alone. They never change under one name, so a player that goes on
    reading after something else was published is not sent back to the beginning.
    """
    file = held(name) if NAME.match(name) else None
    if file is None:
        raise Http404
    tag = f'"{file.sha256}"'
    response = get_conditional_response(request, etag=tag) or _answer(request, file, tag)
    response["ETag"], response["Cache-Control"] = tag, CACHE_CONTROL
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _answer(request: HttpRequest, file: Held, tag: str) -> HttpResponseBase:
    asked = request.headers.get("Range", "") if request.method == "GET" else ""
    try:
        part = _stretch(asked, file.size) if request.headers.get("If-Range", tag) == tag else None
    except NoSuchStretch:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{file.size}"})
    start, end = part or (0, file.size)
    response = StreamingHttpResponse(
        _sent(file, start, end) if request.method == "GET" else (),
        status=206 if part else 200,
        content_type=file.media_type,
        headers={
            "Accept-Ranges": "bytes",
            "Content-Length": str(end - start),
            "Content-Disposition": "inline" if SHOWN.match(file.media_type) else "attachment",
        },
    )
    if part:
        response.headers["Content-Range"] = f"bytes {start}-{end - 1}/{file.size}"
    return response


def _stretch(asked: str, size: int) -> tuple[int, int] | None:
    """From where up to where is asked; None for the whole, which also answers what cannot be understood
    and several stretches at once."""
    found = _RANGE.match(asked)
    if not found or not (found[1] or found[2]):
        return None
    if not found[1]:
        start, end = max(size - int(found[2]), 0), size
    else:
        start, end = int(found[1]), int(found[2] or size - 1) + 1
        if found[2] and end <= start:
            return None
    if start >= size:
        raise NoSuchStretch
    return start, min(end, size)


def _sent(file: Held, start: int, end: int) -> Iterator[bytes]:
    for data in file.read(start, end):
        start += len(data)
        yield data
    if start < end:
        raise CutShort(f"{file.name} was withdrawn while it was being sent")
