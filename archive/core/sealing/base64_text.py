"""Bytes as text for JSON, in one spelling only, so that no changed sign goes unnoticed."""

import binascii
from base64 import b64decode, b64encode


def written(data: bytes) -> str:
    """The bytes in base 64."""
    return b64encode(data).decode()


def read(text: object) -> bytes | None:
    """The bytes that were written; None where the text is not what `written` would write."""
    if not isinstance(text, str):
        return None
    try:
        data = b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if written(data) == text else None  # the last sign has bits that decoders overlook
