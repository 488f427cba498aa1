"""A word in Latin letters as the signs of its sounds, whichever of a dozen romanisations it follows."""

import re
import unicodedata
from functools import lru_cache

from archive.core.names.searching.symbols import VOWELS

_LETTERS = str.maketrans({
    "ş": "sh", "š": "sh", "ș": "sh", "ç": "tch", "č": "tch", "ć": "tch", "ž": "zh", "ğ": "gh", "ġ": "gh",
    "ḡ": "gh", "ǧ": "j", "ǰ": "j", "ḵ": "kh", "ḫ": "kh", "ẖ": "kh", "ṯ": "th", "ḏ": "dh", "ð": "dh",
    "þ": "th", "ñ": "n", "ı": "i", "ə": "a", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l",
})  # fmt: skip
_TURKIC = re.compile("[şçğıə]")
_ABD = re.compile(r"^abd[aeiou]l(?=[rsztdn][aeiouh])")
_OUALID = re.compile(r"^ou(?=[aei])")
_DOUBLE = re.compile(r"([^aeiouy])\1+")
_UNIT = re.compile(
    r"tsch|dsch|sch|tch|sh|ch|kh|gh|zh|ph|th|dh|dj|ck|qu(?=[ei])|ee|ii|oo|uu|ou|[cg](?=[eiy])|\W|."
)
_SIGNS = {
    "tsch": "c", "dsch": "j", "sch": "S", "tch": "c", "sh": "S", "ch": "C", "kh": "x", "gh": "G", "zh": "J",
    "ph": "f", "th": "T", "dh": "D", "dj": "j", "ck": "k", "qu": "k", "ee": "i", "ii": "i", "oo": "u",
    "uu": "u", "ou": "u", "c": "k", "x": "ks",
}  # fmt: skip
LONGEST = 32


def plain_latin(word: str) -> str:
    """A word in the small letters a to z, marks turned into letters where they mean others."""
    small = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", word).casefold())
    turkic = bool(_TURKIC.search(small))
    spelt = small.translate(_LETTERS)
    spelt = "".join(one for one in unicodedata.normalize("NFKD", spelt) if one.isascii() and one.isalnum())
    if turkic:
        spelt = re.sub(r"(?<!t)c(?!h)", "j", spelt).replace("x", "kh")
    return spelt


@lru_cache(maxsize=65536)
def latin_signs(word: str) -> str:
    """The signs of a word given as `plain_latin` leaves it."""
    word = _OUALID.sub("w", _DOUBLE.sub(r"\1", _ABD.sub("abdo", word[:LONGEST])))
    found: list[str] = []
    for match in _UNIT.finditer(word):
        unit, at, end = match.group(), match.start(), match.end()
        after = word[end : end + 1]
        if unit in ("c", "g") and after in tuple("eiy"):
            found.append("K" if unit == "c" else "g")
        elif unit == "x" and at == 0:
            found.append("x")
        elif unit == "y":
            found.append("y" if after in VOWELS and after else "i")
        elif unit == "h" and not after and found and found[-1] in VOWELS:
            found.append("H")
        else:
            found.append(_SIGNS.get(unit, unit))
    signs = "".join(found)
    return "0" + signs if signs[:1] in VOWELS else signs
