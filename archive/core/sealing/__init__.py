"""Sealing: whoever holds a public key can put something away; only a private key takes it out again.

Here is the half that a server needs. Opening is in `opening`, key files in `key_files`, shares on
paper in `shares`: whatever runs on a server imports none of them (docs/sealing.md).
"""

from archive.core.sealing.boxes import Sealed, seal
from archive.core.sealing.public_keys import NotAKey, PublicKey

__all__ = ["NotAKey", "PublicKey", "Sealed", "seal"]
