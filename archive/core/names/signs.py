"""The letters of a text as names are read in it: one look for every way of typing the same letter."""

import unicodedata
from functools import lru_cache

HALF_SPACE = "\u200c"
APOSTROPHE = "'"
HUMP = "|"  # where a small letter meets a capital: FreeMaryam
JOINTS = frozenset(HALF_SPACE + APOSTROPHE + HUMP)

# Half rings and modifier letters are letters for Unicode; in names they stand for hamza and ayn.
_APOSTROPHES = frozenset("'’‘`´ʹʻʼʽʾʿˈʔʕ＇′ꞌ‛")
_ODD = {
    "ي": "ی", "ى": "ی", "ے": "ی", "ك": "ک", "ڪ": "ک", "ٱ": "ا", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۃ": "ة",
    "ۂ": "ه", "ں": "ن", "ء": "", "ـ": "", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d",
    "ł": "l", "ı": "i", "ə": "a", "ħ": "h", "ʰ": "h",
}  # fmt: skip
# Letters of other scripts that look like Latin ones; read so only in a word that becomes Latin throughout.
_LOOK = str.maketrans(
    "аԁеһіјӏорԛѕтухѵԝкмнвсүɑɡυοαεικρτχνηωβμγζλᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ",
    "adehijlopqstyxvwkmhbcyaguoaeikptxvnwbmyzlabcdefghijklmnoprstuvwyz",
)
# Capital Greek eta looks like H, small eta like n: the capital decides before case is folded.
_CAPITAL_LOOK = {"Η": "h", "Ν": "n", "Υ": "y", "Ρ": "p", "Χ": "x", "Μ": "m", "Β": "b", "Ζ": "z"}
# Digits for letters: 7ossein and 3ali as typed on telephones, H0ssein to slip past a filter.
_DIGIT_LETTERS = str.maketrans(
    {"7": "h", "3": "a", "5": "kh", "9": "q", "2": "", "0": "o", "1": "i", "4": "a"}
)


@lru_cache(maxsize=4096)
def sign(char: str) -> str:
    """What one code point is read as: letters, digits, a joint, or nothing for marks nobody sees."""
    if char == HALF_SPACE:
        return HALF_SPACE
    if char in _APOSTROPHES:
        return APOSTROPHE
    if char in _CAPITAL_LOOK:
        return char
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    kept = (_ODD.get(one, one) for one in apart if unicodedata.category(one) not in ("Mn", "Me", "Cf"))
    return "".join(_digit(one) for one in "".join(kept) if one.isalnum())


def shows(char: str) -> bool:
    """Whether a code point parts words or is read: marks, zero-width signs, tatweel, hamza do neither."""
    return char == HALF_SPACE or (unicodedata.category(char) not in _UNSEEN and char not in "ـء")


def plain(word: str) -> str:
    """A word as its signs."""
    return "".join(map(sign, word))


_UNSEEN = frozenset(("Mn", "Me", "Cf"))


def _digit(char: str) -> str:
    value = unicodedata.digit(char, None) if not char.isascii() else None
    return char if value is None else str(value)


def is_perso_arabic(word: str) -> bool:
    """Whether a word holds a letter of the Perso-Arabic script."""
    return any("\u0600" <= char <= "\u06ff" for char in word)


def is_latin(word: str) -> bool:
    """Whether a folded word is Latin letters only."""
    return word.isascii() and word.isalpha()


@lru_cache(maxsize=65536)
def latin_looks(word: str) -> tuple[str, ...]:
    """A word as a reader may see it in Latin letters: itself, or freed of look-alikes and of digits."""
    small = word.casefold()
    if is_latin(small):
        return (small,)
    look = "".join(_CAPITAL_LOOK.get(char, char.casefold()) for char in word).translate(_LOOK)
    found = [look] if is_latin(look) else []
    if look.isascii() and look.isalnum() and sum(map(str.isalpha, look)) >= 2:
        lettered = look.translate(_DIGIT_LETTERS)
        found.append(lettered)
    return tuple(dict.fromkeys(found))
