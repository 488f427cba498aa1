"""The file of a private key: a head for people, and the key itself under a passphrase."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from datetime import UTC, datetime
from typing import Any

from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id
from nacl.secret import SecretBox
from nacl.utils import random

from archive.core.canonical import canonical
from archive.core.sealing.base64_text import read, written
from archive.core.sealing.passphrases import MODERATE, MOST, Cost, prepared, stretched
from archive.core.sealing.private_keys import CannotOpen, PrivateKey
from archive.core.sealing.public_keys import NotAKey, PublicKey

VERSION = 1
BEGIN, END = "----- BEGIN PRIVATE KEY OF A TESTIMONY ARCHIVE -----", "----- END PRIVATE KEY -----"

_HEAD = """\
PRIVATE KEY OF A TESTIMONY ARCHIVE

With its passphrase this file opens the real identities of those who gave testimony.
Whoever has both can read them all. The archive's own machines cannot, and must not:
keep this file away from them, and the passphrase away from this file.

If this file or its passphrase is lost, and there is neither a second key nor enough
shares on paper, every identity sealed for this key alone is lost for ever.
Nobody can bring it back, not even whoever wrote this program.

Change nothing between the two lines of dashes. The head is for people; no program reads it.

Fingerprint: {fingerprint}
Public key:  {public}
Label:       {label}
Made on:     {day}
"""
_DAMAGED = "This key file is damaged; take another copy of it."


def make_key(passphrase: str, *, label: str, cost: Cost = MODERATE) -> tuple[PublicKey, str]:
    """A new pair of keys: the public one, and the text of the private one's file."""
    key = PrivateKey.new()
    return key.public, key_file(key, passphrase, label=label, cost=cost)


def key_file(key: PrivateKey, passphrase: str, *, label: str, cost: Cost = MODERATE) -> str:
    """The text of a file that holds the private key under this passphrase."""
    if not prepared(passphrase):
        raise ValueError("A private key needs a passphrase; this one is empty.")
    salt = random(argon2id.SALTBYTES)
    stretch = stretched(passphrase, salt, cost)
    if stretch is None:
        raise CannotOpen(_no_memory(cost))
    name = _plain(label)
    fields: dict[str, Any] = {
        "version": VERSION,
        "label": name,
        "public": str(key.public),
        "stretching": {"by": "argon2id", "rounds": cost.rounds, "memory": cost.memory, "salt": written(salt)},
        "private": written(SecretBox(stretch).encrypt(key.raw())),
    }
    head = _HEAD.format(
        fingerprint=key.public.fingerprint, public=key.public, label=name, day=datetime.now(UTC).date()
    )
    body = json.dumps(fields | {"check": _check(fields)}, indent=1, ensure_ascii=False)
    text = f"{head}\n{BEGIN}\n{body}\n{END}\n"
    if unlocked(text, passphrase).public != key.public:  # tried before anything is entrusted to it
        raise CannotOpen("The key file that was made does not open; make another.")
    return text


def public_key_in(text: str) -> PublicKey:
    """The public key that belongs to a private key's file; no passphrase is needed to know it."""
    return _public(_fields(text))


def label_in(text: str) -> str:
    """What the key was called when it was made."""
    return str(_fields(text).get("label", ""))


def unlocked(text: str, passphrase: str) -> PrivateKey:
    """The private key of the file; takes about a second, on purpose. Raises CannotOpen."""
    fields = _fields(text)
    stated, (salt, cost), box = _public(fields), _stretching(fields), read(fields.get("private"))
    if box is None:
        raise CannotOpen(_DAMAGED)
    stretch = stretched(passphrase, salt, cost)
    if stretch is None:
        raise CannotOpen(_no_memory(cost))
    key = _unboxed(box, stretch)
    if key is None:
        raise CannotOpen(f"This is not the passphrase of the key {stated.fingerprint}; type it again.")
    if key.public != stated:
        raise CannotOpen(_DAMAGED)
    return key


def _plain(label: str) -> str:
    """The label on one line, without signs that no paper can show."""
    shown = (sign for sign in " ".join(label.split()) if unicodedata.category(sign) not in ("Cc", "Cs"))
    return "".join(shown)[:100]


def _unboxed(box: bytes, stretch: bytes) -> PrivateKey | None:
    try:
        return PrivateKey(SecretBox(stretch).decrypt(box))
    except (CryptoError, ValueError, TypeError):
        return None


def _fields(text: str) -> dict[str, Any]:
    """What stands between the lines of dashes, whole and of a form that is known."""
    lines = [line.strip() for line in text.removeprefix("\ufeff").split("\n")]
    if BEGIN not in lines:
        raise CannotOpen("This is not the file of a private key: the line “BEGIN PRIVATE KEY …” is missing.")
    if END not in lines[lines.index(BEGIN) :]:
        raise CannotOpen("This key file is cut off before its end; take a whole copy of it.")
    body = lines[lines.index(BEGIN) + 1 : lines.index(END, lines.index(BEGIN))]
    fields = _parsed("\n".join(body))
    version = fields.get("version") if fields else None
    if fields is None or isinstance(version, bool) or not isinstance(version, int):
        raise CannotOpen(_DAMAGED)
    if version > VERSION:
        raise CannotOpen(
            f"This key file was made by a newer version of the archive (form {version}); update this one."
        )
    check = fields.pop("check", None)
    if check is None or check != _check(fields):
        raise CannotOpen(_DAMAGED)
    return fields


def _parsed(body: str) -> dict[str, Any] | None:
    try:
        fields = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return fields if isinstance(fields, dict) else None


def _public(fields: dict[str, Any]) -> PublicKey:
    try:
        return PublicKey(str(fields.get("public")))
    except NotAKey:
        pass
    raise CannotOpen(_DAMAGED)


def _stretching(fields: dict[str, Any]) -> tuple[bytes, Cost]:
    """How the passphrase is stretched; what would take all memory or all day is not begun."""
    how = fields.get("stretching")
    how = how if isinstance(how, dict) else {}
    salt, rounds, memory = read(how.get("salt")), how.get("rounds"), how.get("memory")
    if how.get("by") != "argon2id" or salt is None or len(salt) != argon2id.SALTBYTES:
        raise CannotOpen(_DAMAGED)
    if not isinstance(rounds, int) or not isinstance(memory, int):
        raise CannotOpen(_DAMAGED)
    if not (0 < rounds <= MOST.rounds and argon2id.MEMLIMIT_MIN <= memory <= MOST.memory):
        raise CannotOpen(
            "This key file asks for more work or memory than any made here; take another copy of it."
        )
    return salt, Cost(rounds, memory)


def _check(fields: dict[str, Any]) -> str | None:
    """Tells a damaged file from a wrong passphrase; no protection against somebody who means it."""
    try:
        return hashlib.blake2b(canonical(fields).encode(), digest_size=16).hexdigest()
    except (TypeError, ValueError):
        return None


def _no_memory(cost: Cost) -> str:
    return (
        f"The passphrase takes {cost.memory // 2**20} MiB of memory that is not free here; close something."
    )
