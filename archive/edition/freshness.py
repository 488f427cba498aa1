"""Whether a public answer is still the same: it is, until the ledger, the day or the code changes.

Every ETag is taken before anything else is read. A publication in between then gives a newer answer
under an older tag, which costs one more request; the other way round would hide the change for good.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from archive.edition import ledger

CACHE_CONTROL = "public, max-age=0, must-revalidate"
CODE = ("archive/**/*.py", "archive/**/*.mo", "templates/**/*.html", "static/**/*.css", "static/**/*.js",
        "requirements.txt")  # fmt: skip
SHOWN_SETTINGS = (
    "ARCHIVE_NAME", "ARCHIVE_NAMES", "ARCHIVE_CONTACT", "ARCHIVE_URL", "DEBUG", "LOCAL", "SERVES",
)  # fmt: skip


@cache
def code_version() -> str:
    """A digest of everything but the edition that an answer depends on; the same in every process."""
    digest = hashlib.sha256()
    for pattern in CODE:
        for path in sorted(Path(settings.BASE_DIR).glob(pattern)):
            digest.update(path.read_bytes())
    digest.update(repr([getattr(settings, name) for name in SHOWN_SETTINGS]).encode())
    return digest.hexdigest()[:12]


def etag() -> str:
    """The ETag of every public answer given now. One query of one row."""
    _sequence, head = ledger.head()
    return etag_of(head, day=today())


def etag_of(head: str, *, day: str) -> str:
    """The ETag of what is public while the ledger ends with the entry of this hash, on this day."""
    return f'"{head[:16]}-{day}-{code_version()}"'


def today() -> str:
    """The day counts because consents end on a day, with no entry in the ledger."""
    return str(timezone.now().toordinal())
