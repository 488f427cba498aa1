"""Handing a file of the vault to somebody at the desk: to be saved, never shown."""

from __future__ import annotations

import re
from typing import BinaryIO

from django.http import FileResponse

NEUTRAL = "application/octet-stream"


def attachment(file: BinaryIO, *, name: str, like: str) -> FileResponse:
    """An original as it was taken in. No browser shows it: what strangers sent may hold a program.

    It is saved under a name that tells nothing; of its old name only the ending stays.
    """
    ending = re.search(r"\.[A-Za-z0-9]{1,5}\Z", like)
    saved_as = f"{name}{ending[0].lower() if ending else ''}"
    response = FileResponse(file, as_attachment=True, filename=saved_as, content_type=NEUTRAL)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
