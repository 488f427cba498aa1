"""A public key: seals for its owner, opens nothing, may be known to anybody."""

from __future__ import annotations

import hashlib
from base64 import b32decode, b32encode

from nacl import public
from nacl.bindings import crypto_scalarmult
from nacl.exceptions import RuntimeError as SodiumRefuses

FORM = "seal1"
_LENGTH, _CHECK_LENGTH = 52, 8  # signs of base 32 for 32 bytes, and for 5


class NotAKey(ValueError):
    """Why a text is no public key, in one sentence."""


class PublicKey:
    """A public key, read from its printed form `seal1:<key>:<check>`; case and blanks do not matter."""

    __slots__ = ("_raw",)

    def __init__(self, text: str) -> None:
        signs = "".join(text.split()).lower()
        form, _, rest = signs.partition(":")
        if "-----" in signs:
            raise NotAKey(
                "This is a file with a private key; it belongs on no server. "
                "What is needed here is the line in it that begins with seal1: and nothing else."
            )
        if form != FORM and form.startswith("seal") and form[4:].isdecimal():
            raise NotAKey(
                f"This key is of the form “{form}”, which this version does not know; update the archive."
            )
        if form != FORM:
            raise NotAKey("A public key begins with “seal1:”; copy the whole line that make_keys printed.")
        key, _, check = rest.partition(":")
        if (len(key), len(check)) != (_LENGTH, _CHECK_LENGTH):
            raise NotAKey("This public key is cut off or has signs too many; copy the whole line again.")
        raw = _from_base32(key)
        if raw is None or _base32(raw) != key or _check(raw) != check:
            raise NotAKey("A sign in this public key is wrong; copy the line again instead of typing it.")
        if not _can_seal(raw):
            raise NotAKey(
                "This public key is none that anybody could have made; make a new one with make_keys."
            )
        self._raw = raw

    @classmethod
    def of(cls, raw: bytes) -> PublicKey:
        """The key of 32 bytes."""
        return cls(f"{FORM}:{_base32(raw)}:{_check(raw)}")

    @property
    def fingerprint(self) -> str:
        """Sixteen signs to know the key by, and to compare by eye."""
        return hashlib.blake2b(self._raw).hexdigest()[:16]

    def sealed(self, data: bytes) -> bytes:
        """A box that only the private key opens, and that does not say who closed it."""
        return public.SealedBox(public.PublicKey(self._raw)).encrypt(data)

    def __bytes__(self) -> bytes:
        return self._raw

    def __str__(self) -> str:
        return f"{FORM}:{_base32(self._raw)}:{_check(self._raw)}"

    def __repr__(self) -> str:
        return f"PublicKey({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PublicKey) and self._raw == other._raw

    def __hash__(self) -> int:
        return hash(self._raw)


def _base32(raw: bytes) -> str:
    return b32encode(raw).decode().rstrip("=").lower()


def _from_base32(signs: str) -> bytes | None:
    try:
        return b32decode(signs.upper() + "=" * (-len(signs) % 8))
    except ValueError:
        return None


def _check(raw: bytes) -> str:
    return _base32(hashlib.blake2b(FORM.encode() + raw, digest_size=5).digest())


def _can_seal(raw: bytes) -> bool:
    """False for the few points of the curve whose boxes anybody could open; libsodium refuses them."""
    try:
        crypto_scalarmult(b"\x01" * 32, raw)
    except SodiumRefuses:
        return False
    return True
