"""What is sealed: a padded content under a key of its own, and that key once for each who may open.

Public-key boxes are anonymous: whoever can write to the database can put another box in its place.
Sealing keeps a secret; it does not say who wrote it.
"""

from collections.abc import Sequence
from typing import TypedDict

from nacl.bindings import sodium_pad
from nacl.secret import SecretBox
from nacl.utils import random

from archive.core.sealing.base64_text import written
from archive.core.sealing.public_keys import NotAKey, PublicKey

VERSION = 1
STEP = 256  # bytes: a name of four letters and one of forty look alike


class Sealed(TypedDict):
    """Something sealed, as it is kept in JSON: `keys` by the fingerprint of the key that opens."""

    version: int
    content: str
    keys: dict[str, str]


def seal(data: bytes, to: Sequence[PublicKey]) -> Sealed:
    """The data put away for each of these keys; any one of them opens it."""
    if not to:
        raise NotAKey("Nothing can be sealed without a public key; make one with make_keys.")
    content_key = random(SecretBox.KEY_SIZE)
    return Sealed(
        version=VERSION,
        content=written(SecretBox(content_key).encrypt(sodium_pad(data, STEP))),
        keys={key.fingerprint: written(key.sealed(content_key)) for key in to},
    )
