"""A text cut into words: what belongs together though a sign stands between, and what does not.

A unit is what is typed without a blank: `Baha'i` and `30,000` are one word each, `l’amnistie` is two,
`کتاب‌ها` one with an ending set apart by a half-space, `جان‌باختگان` two that are also written as one.
"""

import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from archive.core.analysis.spelling import spelt, table

HALF_SPACE = "\u200c"
# Signs that folding drops, wherever in a word they stand.
_IGNORED = (
    "".join(chr(point) for point in range(sys.maxunicode) if unicodedata.combining(chr(point)))
    + "\u00ad\u200d\u200e\u200f"
)
_APOSTROPHES = "'’‘`´"
_WORD = rf"\w[\w{_IGNORED}]*"
_NUMBER = r"\d{1,3}(?:[.,٬'’\u00a0\u202f]\d{3})+(?!\w)|\d{1,3}(?: 000)+(?!\w)"
_UNIT = re.compile(
    rf"(?<!\w)(?:{_NUMBER})|({_WORD}(?:{HALF_SPACE}+{_WORD}|[{_APOSTROPHES}]{_WORD})*)", re.IGNORECASE
)
_PIECE = re.compile(_WORD)
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}][sS]\Z")
_ELISIONS = table("l d j n s c m t qu jusqu lorsqu puisqu quoiqu quelqu")

# Persian writes these with a half-space, with a blank, or on to the word.
_BEFORE = table("می نمی همی")
_AFTER = table("""ها های هایی هایم هایت هایش هایمان هایتان هایشان هام هات هاش هاشان هاشون
    ی ای ام ات اش مان تان شان م ت ش اند اید ایم ست تر ترین تری ترها""")
_AFTER_A_BLANK = table("ها های هایی هایم هایت هایش هایمان هایتان هایشان هاشان هاشون تر ترین")
_AFTER_A_BLANK_AND_HEH = table("ام ات اش اند اید ایم ای")


class Piece(NamedTuple):
    """One word of a unit: its place there, its folded form, the form without what a half-space set apart,
    and the whole unit where several words of it are also written as one."""

    start: int
    end: int
    exact: str
    core: str
    whole: str = ""


def units(text: str, *, persian: bool) -> Iterator[tuple[int, int]]:
    """The places of the units of a text; in what may be Persian, with their endings after a blank."""
    if not persian:
        yield from ((match.start(), match.end()) for match in _UNIT.finditer(text))
        return
    held: tuple[int, int] | None = None
    for match in _UNIT.finditer(text):
        start, end = match.span()
        if held and _belongs(text, held, start, end):
            held = (held[0], end)
            continue
        if held:
            yield held
        held = (start, end)
    if held:
        yield held


def _belongs(text: str, held: tuple[int, int], start: int, end: int) -> bool:
    if start != held[1] + 1 or text[held[1]] not in " \u00a0" or not "\u0600" <= text[start] < "\u0700":
        return False
    if held[1] - held[0] <= 3:
        before = spelt(text[held[0] : held[1]])
        return before in _BEFORE and spelt(text[start:end]) not in _BEFORE
    if end - start > 8 or not "\u0600" <= text[held[0]] < "\u0700":
        return False
    after = spelt(text[start:end])
    return after in _AFTER_A_BLANK or (after in _AFTER_A_BLANK_AND_HEH and text[held[1] - 1] == "ه")


@lru_cache(maxsize=1 << 17)
def pieces(unit: str) -> tuple[Piece, ...]:
    """The words of one unit."""
    unit = _POSSESSIVE.sub("", unit)
    if unit.isalpha() or unit[0].isdecimal():
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
