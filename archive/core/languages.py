"""Languages and scripts, and language maps: one short text in several languages, as in JSON-LD.

A language map is `{"en": "Paris", "fa": "پاریس"}`: BCP 47 tags to non-empty texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

RIGHT_TO_LEFT = frozenset({"ar", "fa", "ckb", "he", "ur", "ps", "sd", "ug", "azb"})
RIGHT_TO_LEFT_SCRIPTS = frozenset({"Arab", "Hebr", "Syrc", "Thaa"})
LATIN, ARABIC, CYRILLIC, OTHER = "Latn", "Arab", "Cyrl", "Zyyy"
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?\Z")


def is_language(tag: str) -> bool:
    """Whether a tag has the form of a language this archive can name: `fa`, `ku-Latn`, `pt-BR`."""
    return bool(_TAG.match(tag))


def direction(language: str) -> str:
    """`rtl` or `ltr`, for HTML's dir attribute."""
    tag, *rest = language.split("-")
    script = next((part for part in rest if len(part) == 4), "")
    return "rtl" if script in RIGHT_TO_LEFT_SCRIPTS or (not script and tag in RIGHT_TO_LEFT) else "ltr"


def script_of(text: str) -> str:
    """ISO 15924 code of the script that most letters of a text are written in."""
    counts = {LATIN: 0, ARABIC: 0, CYRILLIC: 0, OTHER: 0}
    for sign in filter(str.isalpha, text):
        counts[_script(ord(sign))] += 1
    return max(counts, key=counts.__getitem__) if any(counts.values()) else OTHER


def _script(point: int) -> str:
    if point < 0x250 or 0x1E00 <= point < 0x1F00:
        return LATIN
    if (
        0x600 <= point < 0x780
        or 0x8A0 <= point < 0x900
        or 0xFB50 <= point < 0xFE00
        or 0xFE70 <= point < 0xFF00
    ):
        return ARABIC
    if 0x400 <= point < 0x530:
        return CYRILLIC
    return OTHER


def in_language(
    texts: Mapping[str, str], language: str, *, others: Iterable[str] = ("en",)
) -> tuple[str, str]:
    """The text of a language map for a reader, and the language it is in; ("", "") where empty.

    The reader's language, then `others` in order, then whatever there is.
    """
    for tag in (language, language.split("-", maxsplit=1)[0], *others, *sorted(texts)):
        if texts.get(tag):
            return texts[tag], tag
    return "", ""
