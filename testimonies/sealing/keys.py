"""The public keys for which the desk seals."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from archive.core.sealing import NotAKey, PublicKey
from archive.desk.review import Refused


def local_folder() -> Path:
    """Where the pair of a start on one's own machine is kept, all of it: see `local`."""
    return settings.VAR_DIR / "keys"


def seal_keys() -> list[PublicKey]:
    """Every key that will open what is sealed now; raises Refused where there is none."""
    texts = settings.SEAL_KEYS or _local_key()
    if not texts:
        raise Refused(
            _(
                "Nothing can be sealed yet: make a key with make_keys, and set ARCHIVE_SEAL_KEYS "
                "to its public half."
            )
        )
    try:
        return list(dict.fromkeys(PublicKey(text) for text in texts))
    except NotAKey as wrong:
        raise Refused(
            _("ARCHIVE_SEAL_KEYS is wrong, so nothing was sealed. %(why)s") % {"why": wrong}
        ) from wrong


def is_local() -> bool:
    """Whether what is sealed here can be opened by whoever has this machine."""
    return not settings.SEAL_KEYS and bool(_local_key())


def told_about_keys() -> str:
    """What the desk has to say plainly wherever an identity is sealed; "" where all is as it should be."""
    if is_local():
        return _(
            "The key that opens sealed names lies on this machine beside them. That is for trying the "
            "archive out and not for real testimony: docs/sealing.md says how to make keys that live "
            "elsewhere."
        )
    if len(settings.SEAL_KEYS) == 1:
        return _(
            "Names are sealed for a single key. If it is lost, so are they: have a second key or shares on "
            "paper (docs/sealing.md)."
        )
    return ""


def _local_key() -> list[str]:
    file = local_folder() / "public.txt"
    return [file.read_text(encoding="utf-8")] if settings.LOCAL and file.exists() else []
