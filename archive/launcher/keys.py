"""The archive's own secrets: made once, kept in one file that only its owner can read."""

import json
import secrets
from pathlib import Path

from archive.launcher.places import disk_troubles_named, write_whole
from archive.launcher.trouble import Trouble

NAMES = ("superuser", "archive", "archive_site", "secret_key")


def load_or_make(file: Path, *, may_make: bool) -> dict[str, str]:
    """The secrets by name; new ones only while there is no data that the old ones open."""
    if file.exists():
        return _read(file)
    if not may_make:
        raise Trouble(
            f"{file} is missing, and the database cannot be opened without it: put it back "
            "from your backup, or move the database folder away to begin with an empty archive."
        )
    fresh = {name: secrets.token_urlsafe(36) for name in NAMES}
    # Django asks for fifty characters or more.
    fresh["secret_key"] = secrets.token_urlsafe(60)
    write_whole(file, json.dumps(fresh, indent=1), mode=0o600)
    return fresh


def _read(file: Path) -> dict[str, str]:
    with disk_troubles_named():
        text = file.read_text(encoding="utf-8")
    try:
        kept = json.loads(text)
        return {name: str(kept[name]) for name in NAMES}
    except (ValueError, KeyError, TypeError) as damaged:
        raise Trouble(f"{file} is damaged: put it back from your backup.") from damaged
