"""A private key out of its file: opens what was sealed for it; never on a server, never shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NoReturn

from nacl import public
from nacl.bindings import sodium_unpad
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from archive.core.sealing.base64_text import read
from archive.core.sealing.boxes import STEP, VERSION, Sealed, seal
from archive.core.sealing.public_keys import PublicKey

_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
_DAMAGED = "What was sealed is damaged and cannot be opened; take it from a backup."


class CannotOpen(ValueError):
    """Why something stays closed and what to do, in one sentence; holds nothing secret."""


class PrivateKey:
    """A private key, in memory for as long as it takes to open something."""

    __slots__ = ("_raw", "public")

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self.public = PublicKey.of(bytes(public.PrivateKey(raw).public_key))

    @classmethod
    def new(cls) -> PrivateKey:
        return cls(bytes(public.PrivateKey.generate()))

    def opened(self, sealed: Sealed) -> bytes:
        """What was sealed; raises CannotOpen."""
        content, box = _parts(sealed, self.public)
        try:
            content_key = public.SealedBox(public.PrivateKey(self._raw)).decrypt(box)
            padded = SecretBox(content_key).decrypt(content)
            return sodium_unpad(padded, STEP)
        except (CryptoError, ValueError, TypeError):
            pass  # raised below, so that nothing hangs on to the inner exception
        raise CannotOpen(_DAMAGED)

    def resealed(self, sealed: Sealed, to: Sequence[PublicKey]) -> Sealed:
        """The same content, sealed anew for other keys."""
        return seal(self.opened(sealed), to)

    def raw(self) -> bytes:
        """The 32 bytes themselves, for a key file or for shares on paper."""
        return self._raw

    def __repr__(self) -> str:
        return f"<PrivateKey {self.public.fingerprint}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a private key is neither pickled nor cached")


def openable_with(sealed: Sealed, key: PublicKey) -> None:
    """Raises CannotOpen where the private key of this public one could not open it in any case."""
    _parts(sealed, key)


def _parts(sealed: Any, key: PublicKey) -> tuple[bytes, bytes]:
    """The content and the box that holds its key, as far as can be told without opening."""
    if not isinstance(sealed, dict):
        raise CannotOpen(_DAMAGED)
    version, boxes = sealed.get("version"), sealed.get("keys")
    if isinstance(version, int) and version > VERSION:
        raise CannotOpen(
            f"This was sealed by a newer version of the archive (form {version}); update this one."
        )
    if version != VERSION or isinstance(version, bool) or not isinstance(boxes, dict) or not boxes:
        raise CannotOpen(_DAMAGED)
    if key.fingerprint not in boxes:
        others = sorted(name for name in boxes if isinstance(name, str) and _FINGERPRINT.fullmatch(name))
        known = ", ".join(others) or "no key that can be named"
        raise CannotOpen(f"The key {key.fingerprint} does not open this; it was sealed for {known}.")
    content, box = read(sealed.get("content")), read(boxes[key.fingerprint])
    if content is None or box is None:
        raise CannotOpen(_DAMAGED)
    return content, box
