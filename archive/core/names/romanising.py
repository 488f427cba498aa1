"""Perso-Arabic names in Latin signs: the frame of a word, in which spellings of both scripts meet.

A frame keeps what the Perso-Arabic script writes: consonants, folded where Latin letters do not tell
them apart (س ص ث are all `s`), and the long vowels A, W, Y. `L` is a closing …ollah, `E` a closing …eddin.
"""

import re
from functools import lru_cache
from itertools import product

_FRAMES: dict[str, tuple[str, ...]] = {
    "ا": ("A",), "ب": ("b",), "پ": ("p",), "ت": ("t",), "ث": ("s",), "ج": ("j",), "چ": ("c",), "ح": ("h",),
    "خ": ("x",), "د": ("d",), "ذ": ("z",), "ر": ("r",), "ز": ("z",), "ژ": ("J",), "س": ("s",), "ش": ("S",),
    "ص": ("s",), "ض": ("z", "d"), "ط": ("t",), "ظ": ("z",), "ع": ("",), "غ": ("q",), "ف": ("f",), "ق": ("q",),
    "ک": ("k",), "گ": ("g",), "ل": ("l",), "م": ("m",), "ن": ("n",), "و": ("W",), "ه": ("h",),
    "ة": ("h", "A"), "ی": ("Y",), "L": ("L",), "E": ("E",),
}  # fmt: skip
_RUNS = re.compile(r"([AWY])\1+")
MOST = 96  # frames of one word: longer words are cut off here, their first readings are the likely ones

# Spellings that drop or change a letter by custom, to the one that is compared.
_CUSTOMS = (
    ("رحمن", "رحمان"), ("اسمعیل", "اسماعیل"), ("اسحق", "اسحاق"), ("ابرهیم", "ابراهیم"), ("کورش", "کوروش"),
    ("سیاووش", "سیاوش"), ("مصطفا", "مصطفی"), ("موسا", "موسی"), ("عیسا", "عیسی"), ("یحیا", "یحیی"),
    ("لیلا", "لیلی"), ("مرتضا", "مرتضی"), ("مجتبا", "مجتبی"), ("کبرا", "کبری"), ("صغرا", "صغری"),
    ("هدا", "هدی"),
)  # fmt: skip
_WHOLE_ONLY = frozenset(("موسا", "هدا", "لیلا", "عیسا", "هرون", "کبرا", "مرتضا"))
# Arabic has no پ چ ژ گ: what Arabic writers put in their place.
_ARABISED = str.maketrans({"پ": "ب", "چ": "ج", "ژ": "ج", "گ": "ک"})


def collapsed(frame: str) -> str:
    """A frame with its runs of one long vowel made one: داوود and داود."""
    return _RUNS.sub(r"\1", frame)


@lru_cache(maxsize=65536)
def frames(word: str) -> tuple[str, ...]:
    """The frames of a folded Perso-Arabic word, likeliest first."""
    marked = re.sub(r"(?<=.{2})ا?لله$", "L", word)
    marked = re.sub(r"(?<=.{2})الدین$", "E", marked)
    marked = re.sub(r"^عبدال(?=..)", "عبدل", marked)
    first = "ا" + marked[1:] if marked[:1] == "ع" else marked
    if not all(letter in _FRAMES for letter in first):
        return ()
    found: dict[str, None] = {}
    for letters in product(*(_FRAMES[letter] for letter in first)):
        found[collapsed("".join(letters))] = None
        if len(found) >= MOST:
            break
    return tuple(found)


@lru_cache(maxsize=65536)
def spellings(word: str) -> tuple[str, ...]:
    """How a Perso-Arabic name is spelt by others of its script: customs, Arabised letters, ة as ه or ا."""
    found = [word.replace("ة", "ه")]
    if word.endswith("ة"):
        found.append(word[:-1] + "ا")
    return tuple(dict.fromkeys(_customary(one) for one in found))


def _customary(word: str) -> str:
    for odd, usual in _CUSTOMS:
        if odd == word or (odd not in _WHOLE_ONLY and odd in word and usual not in word):
            word = word.replace(odd, usual)
    word = word.replace("وو", "و").replace("یی", "ی")
    return word.translate(_ARABISED) if len(word) > 3 else word


def skeleton(frame: str) -> str:
    """What of a frame no spelling changes: its consonants without w, y and a closing h."""
    bare = re.sub(r"[AWY]", "", frame.translate(_COARSE))
    bare = bare[:-1] if frame.endswith("h") else bare
    return "" if "hsn" in bare else bare  # …hasan and …hossein differ in nothing else


_COARSE = str.maketrans({"q": "k", "c": "S", "J": "j", "g": "k"})
