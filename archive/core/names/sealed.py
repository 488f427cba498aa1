"""Sealed names: kept as keyed hashes only, and looked for in a text without being known."""

import hashlib
import hmac
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet

from archive.core.names.finding import found
from archive.core.spans import Span

_BYTES = 16


def keyed(forms: Iterable[str], key: bytes) -> frozenset[str]:
    """Forms as HMAC-SHA256 under a key, cut to 128 bits, in hexadecimal."""
    return frozenset(_digest(form, key) for form in forms)


def hits(text: str, digests: AbstractSet[str], key: bytes) -> list[Span]:
    """The places of a text where a word may be one of the names whose forms were hashed."""
    return found(text, _asks(digests, key)) if digests else []


def _asks(digests: AbstractSet[str], key: bytes) -> Callable[[str], bool]:
    known: dict[str, bool] = {}

    def asked(form: str) -> bool:
        if form not in known:
            known[form] = _digest(form, key) in digests
        return known[form]

    return asked


def _digest(form: str, key: bytes) -> str:
    return hmac.digest(key, form.encode("utf-8", "surrogatepass"), hashlib.sha256).hex()[: 2 * _BYTES]
