"""Passphrases: how they are read, what guessing them costs, and when they are too weak."""

import secrets
import unicodedata
from typing import NamedTuple

from nacl.exceptions import RuntimeError as SodiumRefuses
from nacl.pwhash import argon2id
from shamir_mnemonic.wordlist import WORDLIST  # type: ignore[import-untyped]
from zxcvbn import zxcvbn  # type: ignore[import-untyped]

LEAST_SIGNS = 20
LEAST_GUESSES = 16  # powers of ten, by zxcvbn's count; at half a second each that is beyond anybody
_JUDGED_SIGNS = 72  # zxcvbn slows down with the cube of the length, and these say enough

# Keyboards of one language differ in these signs, and nobody sees which of two was typed.
_ALIKE = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک"}
    | dict(zip("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789", strict=True))
)  # fmt: skip


class Cost(NamedTuple):
    """What one guess at a passphrase costs: rounds, and bytes of memory (argon2id)."""

    rounds: int
    memory: int


LEAST = Cost(argon2id.OPSLIMIT_MIN, argon2id.MEMLIMIT_MIN)  # for tests only
MODERATE = Cost(argon2id.OPSLIMIT_MODERATE, argon2id.MEMLIMIT_MODERATE)  # 256 MiB
SENSITIVE = Cost(argon2id.OPSLIMIT_SENSITIVE, argon2id.MEMLIMIT_SENSITIVE)  # 1 GiB
MOST = Cost(64, 4 * 2**30)  # a file that asks for more was not made here


def prepared(passphrase: str) -> bytes:
    """The passphrase as it counts: blanks at its ends are not part of it, those inside are.

    Unicode's composed form (NFC); Arabic yeh and kaf as the Persian ones, digits of any script as
    European ones. Case and half-spaces count. Changing this would lock out whoever made a key.
    """
    composed = unicodedata.normalize("NFC", passphrase).translate(_ALIKE)
    return composed.strip().encode(errors="surrogatepass")


def stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes | None:
    """The 32 bytes that the passphrase stands for; None where the memory for it is not to be had."""
    try:
        return argon2id.kdf(32, prepared(passphrase), salt, opslimit=cost.rounds, memlimit=cost.memory)
    except (SodiumRefuses, MemoryError):
        return None


def weak(passphrase: str) -> str:
    """Why the passphrase will not do and what would, in a sentence; empty where it will."""
    signs = prepared(passphrase).decode(errors="replace")
    if len(signs) < LEAST_SIGNS:
        return (
            f"The passphrase has {len(signs)} signs; take {LEAST_SIGNS} or more: "
            "six words that have nothing to do with each other are easy to keep in mind."
        )
    if zxcvbn(signs[:_JUDGED_SIGNS], max_length=_JUDGED_SIGNS)["guesses_log10"] < LEAST_GUESSES:
        return (
            "The passphrase is easy to guess for a machine; take six words that have nothing to do "
            "with each other, and no saying, verse, slogan, name or date."
        )
    return ""


def suggested(*, words: int = 7) -> str:
    """A passphrase drawn by lot: ten bits for each word, all lower case, from a list of plain words."""
    return " ".join(secrets.choice(WORDLIST) for _ in range(words))
