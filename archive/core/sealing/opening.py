"""Opening what was sealed, with the private key's file and its passphrase."""

from collections.abc import Sequence

from archive.core.sealing.boxes import Sealed
from archive.core.sealing.key_files import public_key_in, unlocked
from archive.core.sealing.private_keys import CannotOpen, PrivateKey, openable_with
from archive.core.sealing.public_keys import PublicKey

__all__ = ["CannotOpen", "PrivateKey", "open_sealed", "resealed", "unlocked"]


def open_sealed(sealed: Sealed, key_file: str, passphrase: str) -> bytes:
    """What was sealed; raises CannotOpen. For many, `unlocked` once and then `opened` for each."""
    openable_with(sealed, public_key_in(key_file))  # a wrong key is told before a second is spent
    return unlocked(key_file, passphrase).opened(sealed)


def resealed(sealed: Sealed, key_file: str, passphrase: str, to: Sequence[PublicKey]) -> Sealed:
    """The same content sealed for other keys; what the old keys could open stays open to old copies."""
    openable_with(sealed, public_key_in(key_file))
    return unlocked(key_file, passphrase).resealed(sealed, to)
