"""Texts folded for finding: the same word, however it was typed, becomes the same sign by sign.

Done in Python at publication and on the query alike, because PostgreSQL's `unaccent` is neither
immutable nor at home in Arabic script. Case, accents, Arabic and Persian letter forms, digits,
tatweel, vowel marks and half-spaces all fold away.
"""

import re
import unicodedata

_FOLDS = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ە": "ه", "ٱ": "ا", "ـ": None, "ء": None,
     "\u200c": " ", "\u200d": None, "\u200e": None, "\u200f": None,
     "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i"}
    | dict(zip("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789", strict=True))
)  # fmt: skip
_WORD = re.compile(r"\w+")


def folded(text: str) -> str:
    """A text in the form that finding compares: lower case, unaccented, one space between words."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return " ".join(_WORD.findall(kept.translate(_FOLDS)))


def address_words(text: str, *, most: int = 60) -> str:
    """The words of a title as they decorate an address: `paris-1988`; letters of any script."""
    words = "-".join(_WORD.findall(unicodedata.normalize("NFC", text).lower()))
    return words if len(words) <= most else words[:most].rsplit("-", 1)[0]
