"""A text cut into words: what belongs together though a sign stands between, and what does not.

A unit is what is typed without a blank: `Baha'i` and `30,000` are one word each, `l’amnistie` is two,
`کتاب‌ها` one with an ending set apart by a half-space, `جان‌باختگان` two that are also written as one.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from archive.core.analysis.spelling import spelt, table

HALF_SPACE = "\u200c"
# Signs that folding drops, wherever in a word they stand.
_IGNORED = "".join(chr(point) for point in range(0x10000) if unicodedata.combining(chr(point)))
_WORD = rf"\w[\w{_IGNORED}\u00ad\u200d\u200e\u200f]*"
_APOSTROPHE, _BLANK = "['’‘`´]", "[ \u00a0]"
_NUMBER = r"(?<!\w)(?:\d{1,3}(?:[.,٬'’\u00a0\u202f]\d{3})+|\d{1,3}(?: 000)+)(?!\w)"
_PLAIN = rf"{_WORD}(?:(?:{HALF_SPACE}+|{_APOSTROPHE}){_WORD})*"
# Persian writes these on to the word, with a half-space, or with a blank.
_BEFORE = table("می نمی")
_AFTER = table("""
    ها های هایی هایم هایت هایش هایمان هایتان هایشان هام هات هاش هاشان هاشون
    ی ای ام ات اش مان تان شان م ت ش اند اید ایم ست تر ترین تری ترها
""")
_YEH = "[یيى]"
_BEFORE_A_BLANK = rf"(?<!\w)ن?م{_YEH}{_BLANK}(?=[ء-ۓ])(?!ن?م{_YEH}\b)"
_AFTER_A_BLANK = rf"ها(?:{_YEH}(?:{_YEH}|[متش]|[متش]ان)?)?|تر(?:{_YEH}ن)?"
_AFTER_HEH = rf"ا[متش]|ا{_YEH}م?|ا{_YEH}?[ن{_YEH}]?د"
_UNIT = re.compile(rf"{_NUMBER}|{_PLAIN}")
_PERSIAN_UNIT = re.compile(
    rf"{_NUMBER}|(?:{_BEFORE_A_BLANK})?{_PLAIN}"
    rf"(?:(?<=[ء-ۓ]){_BLANK}(?:{_AFTER_A_BLANK})(?!\w)|(?<=ه){_BLANK}(?:{_AFTER_HEH})(?!\w))?"
)
_PIECE = re.compile(_WORD)
_POSSESSIVE = re.compile(rf"{_APOSTROPHE}[sS]\Z")
_ELISIONS = table("l d j n s c m t qu jusqu lorsqu puisqu quoiqu quelqu")


class Piece(NamedTuple):
    """One word of a unit: its place there, its folded form, the form without endings that were set apart,
    and the whole unit where several words of it are also written as one."""

    start: int
    end: int
    exact: str
    core: str
    whole: str = ""


def units(text: str, *, persian: bool) -> Iterator[re.Match[str]]:
    """The units of a text; in what may be Persian, with their endings after a blank."""
    return (_PERSIAN_UNIT if persian else _UNIT).finditer(text)


@lru_cache(maxsize=1 << 17)
def pieces(unit: str) -> tuple[Piece, ...]:
    """The words of one unit."""
    unit = _POSSESSIVE.sub("", unit)
    if unit.isalpha() or unit[:1].isdecimal():
        return _one(unit)
    if HALF_SPACE in unit or " " in unit or "\u00a0" in unit:
        return _set_apart(unit)
    match = _PIECE.match(unit)
    if match and match.end() < len(unit) and spelt(match.group()) in _ELISIONS:
        rest = match.end() + 1
        after = (
            piece._replace(start=piece.start + rest, end=piece.end + rest) for piece in pieces(unit[rest:])
        )
        return (*_one(match.group()), *after)
    return _one(unit)


def _one(unit: str) -> tuple[Piece, ...]:
    exact = spelt(unit)
    return (Piece(0, len(unit), exact, exact),) if exact else ()


def _set_apart(unit: str) -> tuple[Piece, ...]:
    found: list[Piece] = []
    before = False
    for match in _PIECE.finditer(unit):
        exact = spelt(match.group())
        last = found[-1] if found else None
        if last and (before or exact in _AFTER):
            core = exact if before else last.core
            found[-1] = Piece(last.start, match.end(), last.exact + exact, core)
        elif exact:
            found.append(Piece(match.start(), match.end(), exact, exact))
        before = exact in _BEFORE and len(found) == 1 and not (last and before)
    if len(found) < 2:
        return tuple(found)
    whole = "".join(piece.exact for piece in found)
    return tuple(piece._replace(whole=whole) for piece in found)
