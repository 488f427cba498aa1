"""Texts folded for finding: the same word, however it was typed, becomes the same sign by sign.

Done in Python at publication and on the query alike, because PostgreSQL's `unaccent` is neither
immutable nor at home in Arabic script. Case, accents, Arabic and Persian letter forms, digits,
tatweel, vowel marks and half-spaces all fold away.
"""

import re
import unicodedata

_ARABIC = str.maketrans(
    {"ي": "ی", "ى": "ی", "ئ": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا",
     "ؤ": "و", "ـ": None, "ء": None, "\u200c": " ", "\u200d": None, "\u200e": None, "\u200f": None}
)  # fmt: skip
_LATIN = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i"})
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
_WORD = re.compile(r"\w+")


def folded(text: str) -> str:
    """A text in the form that finding compares: lower case, unaccented, one space between words."""
    plain = text.lower().translate(_ARABIC).translate(_LATIN).translate(_DIGITS)
    apart = unicodedata.normalize("NFKD", plain)
    kept = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return " ".join(_WORD.findall(kept.replace("'", "").replace("’", "")))


def address_words(text: str, *, most: int = 60) -> str:
    """The words of a title as they decorate an address: `paris-1988`; letters of any script."""
    words = "-".join(_WORD.findall(text.lower()))
    return words if len(words) <= most else words[:most].rsplit("-", 1)[0]
