"""Two pairs of keys for the tests, under passphrases that cost nothing to try."""

from typing import NamedTuple

from archive.core.sealing import PublicKey
from archive.core.sealing.key_files import make_key
from archive.core.sealing.passphrases import LEAST


class Pair(NamedTuple):
    public: PublicKey
    file: str
    passphrase: str


def pair(passphrase: str, label: str) -> Pair:
    return Pair(*make_key(passphrase, label=label, cost=LEAST), passphrase)


OURS = pair("river lantern eleven copper", "the desk's")
SECOND = pair("a quiet second passphrase", "in the other town")
STRANGER = pair("nobody knows this one either", "somebody else's")
