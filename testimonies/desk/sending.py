"""A file of the vault sent to a player at the desk: whole, or the stretch that it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

CHUNK = 1 << 16
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})\Z", re.ASCII)
# Opened by itself it shows and runs nothing, whatever a browser takes it for; a player does not mind.
HEADERS = {
    "Accept-Ranges": "bytes",
    "Content-Disposition": "inline",  # not saved either: that is “Original”, with a line of audit of its own
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def sent(request: HttpRequest, path: Path, *, media_type: str, sha256: str) -> HttpResponseBase:
    """The answer to a player. What cannot be understood, and several stretches at once, get the whole."""
    size, tag = path.stat().st_size, f'"{sha256}"'
    asked = request.headers.get("Range", "") if request.method == "GET" else ""
    part = stretch(asked, size) if request.headers.get("If-Range", tag) == tag else None
    headers = HEADERS | {"ETag": tag}
    if part and part[0] >= size:
        return HttpResponse(status=416, headers=headers | {"Content-Range": f"bytes */{size}"})
    start, end = part or (0, size)
    headers["Content-Length"] = str(end - start)
    if part:
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    content = _read(path, start, end) if request.method == "GET" else ()
    return StreamingHttpResponse(
        content, status=206 if part else 200, content_type=media_type, headers=headers
    )


def stretch(asked: str, size: int) -> tuple[int, int] | None:
    """From where up to where is asked, cut at the end; None for the whole. It may begin beyond the end."""
    found = _RANGE.match(asked)
    if not found or not (found[1] or found[2]):
        return None
    if not found[1]:
        last = int(found[2])
        return (max(size - last, 0), size) if last else (size, size)
    start = int(found[1])
    end = int(found[2]) + 1 if found[2] else size
    if found[2] and end <= start:
        return None
    return start, min(end, size)


def _read(path: Path, start: int, end: int) -> Iterator[bytes]:
    with path.open("rb") as file:
        file.seek(start)
        while start < end and (data := file.read(min(CHUNK, end - start))):
            start += len(data)
            yield data
