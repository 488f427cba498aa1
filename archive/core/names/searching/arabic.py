"""A word in Arabic letters, as Arabs, Persians, Kurds or Afghans write it, as the signs of its sounds."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = {
    "ا": "1", "ٱ": "1", "ب": "b", "پ": "p", "ت": "t", "ث": "T", "ج": "j", "چ": "c", "ح": "h", "خ": "x",
    "د": "d", "ذ": "D", "ر": "r", "ز": "z", "ژ": "J", "س": "s", "ش": "S", "ص": "s", "ض": "Z", "ط": "t",
    "ظ": "Z", "ع": "4", "غ": "G", "ف": "f", "ق": "q", "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n",
    "و": "2", "ه": "h", "ی": "3", "ى": "6", "ة": "H",
    "ك": "ک", "ي": "ی", "ے": "ی", "ې": "ی", "ۍ": "ی", "ێ": "ی", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۃ": "ة",
    "ۂ": "ه", "ں": "ن", "ڼ": "ن", "ۆ": "و", "ۇ": "و", "ۈ": "و", "ۋ": "و", "ڕ": "ر", "ړ": "ر", "ڑ": "ر",
    "ڵ": "ل", "ڤ": "ف", "ټ": "ت", "ٹ": "ت", "ډ": "د", "ڈ": "د", "ښ": "ش", "ږ": "ژ", "ځ": "ز", "څ": "س",
    "ګ": "گ", "ڭ": "گ", "ڨ": "گ", "ڪ": "ک",
}  # fmt: skip
# Persian typists write ی for a closing ى: in these names it is an a.
_CLOSING_A = re.compile(
    r"^(?:موسی|عیسی|یحیی|لیلی|مصطفی|مرتضی|مجتبی|کبری|صغری|هدی|منی|سلمی|بشری|ندی|نجوی|سلوی|ضحی|متی|مثنی|یسری|جنی)$"
)
_SUN = "رزژسشصضطظتثدذنل"
_AS_SPELT = (
    (re.compile(r"^عبدال(?=[" + _SUN + "].)"), "عبد"),
    (re.compile(r"^عبدال(?=..)"), "عبدل"),
    (re.compile(r"(?<=..)الدین$"), "دین"),
    (re.compile(r"(?<=.)والدین$"), "ودین"),
    (re.compile(r"(?<=.)وال(?=...)"), "ول"),
    (re.compile(r"(?<=.)ا?لله$"), "لاة"),
    (re.compile(r"^الله$"), "الاة"),
    (re.compile(r"رحمن$"), "رحمان"),
    (re.compile(r"^اسمعیل$"), "اسماعیل"),
    (re.compile(r"^اسحق$"), "اسحاق"),
    (re.compile(r"^طه$"), "طاها"),
)
LONGEST = 32


@lru_cache(maxsize=65536)
def plain_arabic(word: str) -> str:
    """A word in the letters of Persian, but for ى and ة; without marks, tatweel and lone hamzas."""
    apart = unicodedata.normalize("NFKC", word).replace("آ", "اا" if not word.startswith("آ") else "آ")
    found = []
    for at, letter in enumerate(apart):
        if letter == "آ" and at == 0:
            found.append("آ")
            continue
        for one in unicodedata.normalize("NFKD", letter):
            mapped = _LETTERS.get(one, "")
            found.append(mapped if mapped > "\u0600" else one if mapped else "")
    return "".join(found)


@lru_cache(maxsize=65536)
def arabic_signs(word: str) -> str:
    """The signs of a word given as `plain_arabic` leaves it."""
    word = word[:LONGEST]
    for spelt, said in _AS_SPELT:
        word = spelt.sub(said, word)
    if _CLOSING_A.match(word):
        word = word[:-1] + "ى"
    opening = ""
    if word[:1] == "آ":
        opening, word = "01", word[1:]
    elif word[:1] in ("ا", "ع"):
        opening, word = "0", word[1:]
    signs = "".join(_LETTERS.get(letter, "") for letter in word)
    if not opening and signs[:1] in ("2", "3"):
        signs = ("w" if signs[0] == "2" else "y") + signs[1:]
    signs = re.sub(r"([123])\1+", r"\1", signs)
    if signs.endswith("h") and len(signs) > 1:
        signs = signs[:-1] + ("h" if signs[-2] in "12" else "H")
    return opening + signs.replace("41", "1") if opening != "0" else opening + signs
