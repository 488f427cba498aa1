"""Where words stand: found again, carried through an edit, and proposed in a translation. No database."""

from __future__ import annotations

import re

from archive.core.names import occurrences
from archive.core.spans import Span
from archive.core.words import folded

# A word with its marks and half-spaces: “می‌کرد”, “brother's”, “پرناک‌ها” are one each.
_LETTER = r"[\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]"
_WORD = re.compile(rf"{_LETTER}+(?:[\u200c\u200d'’‑-]{_LETTER}+)*")
_CLAUSE = re.compile(r"[^.!?؟،,؛;:…\n]+")
_SHORT = 3


def words_of(text: str) -> list[Span]:
    """The words of a text, in order."""
    return [Span(*found.span()) for found in _WORD.finditer(text)]


def standing(text: str, words: str) -> list[Span]:
    """Every place where these words stand; as whole words where they do, whatever blanks are between."""
    pieces = words.split()
    if not pieces:
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, pieces)))
    found = [Span(*each.span()) for each in pattern.finditer(text)]
    whole = [each for each in found if _is_whole(text, each)]
    return whole or found


def _is_whole(text: str, place: Span) -> bool:
    return not _joins(text, place.start) and not _joins(text, place.end)


def _joins(text: str, at: int) -> bool:
    """Whether the signs before and after a point belong to one word."""
    return 0 < at < len(text) and bool(_WORD.fullmatch(text[at - 1 : at + 1]))


def carried(place: Span, old: str, new: str) -> Span | None:
    """The same place after an edit, where the edit was clearly elsewhere; None where that is not certain.

    The sign beside the place must be unchanged too: “Ali” that became “Alireza” is not the same place.
    """
    front, back = _shared(old, new)
    if place.end < front or (place.end == len(old) == len(new) == front):
        return place
    if place.start > len(old) - back:
        return Span(place.start + len(new) - len(old), place.end + len(new) - len(old))
    return None


def _shared(old: str, new: str) -> tuple[int, int]:
    """How many signs two texts share at their beginning, and then at their end."""
    most, front = min(len(old), len(new)), 0
    while front < most and old[front] == new[front]:
        front += 1
    back = 0
    while back < most - front and old[-1 - back] == new[-1 - back]:
        back += 1
    return front, back


def likely(original: str, place: Span, translation: str) -> Span | None:
    """Where the words of a place may stand in a translation: by number, by name, by proportion."""
    theirs = words_of(translation)
    if not theirs:
        return None
    share = _by_proportion(original, place, translation, theirs)
    told = _told_by_signs(place.of(original), translation, theirs)
    if not told:
        return share
    if share and any(share.overlaps(each) for each in told):
        return Span(min(share.start, told[0].start), max(share.end, told[-1].end))
    return Span(told[0].start, told[-1].end)


def _told_by_signs(words: str, translation: str, theirs: list[Span]) -> list[Span]:
    """Words of a translation that render numbers or names among these words."""
    numbers = set(re.findall(r"\d+", folded(words)))
    names = [each.of(words) for each in words_of(words) if each.of(words)[0].isupper()]
    found = [each for each in theirs if numbers & set(re.findall(r"\d+", folded(each.of(translation))))]
    found += occurrences(translation, [each for each in names if len(each) >= _SHORT])
    capitals = [
        each for each in theirs if each.of(translation)[0].isupper() and len(each.of(translation)) >= _SHORT
    ]
    found += [each for each in capitals if not words.isascii() and occurrences(words, [each.of(translation)])]
    return sorted(set(found))


def _by_proportion(original: str, place: Span, translation: str, theirs: list[Span]) -> Span | None:
    """The words at about the same part of the text, or of the clause where both have as many clauses."""
    ours, others = _around(original, translation, place)
    within = [each for each in theirs if others.start <= each.start and each.end <= others.end]
    if not within:
        return None
    long = max(1, ours.end - ours.start)
    first = (place.start - ours.start) / long * len(within)
    count = max(1, round((place.end - place.start) / long * len(within)))
    at = max(0, min(round(first), len(within) - count))
    if place.end >= ours.end - 1:
        at = max(0, len(within) - count)
    return Span(within[at].start, within[min(at + count, len(within)) - 1].end)


def _around(original: str, translation: str, place: Span) -> tuple[Span, Span]:
    ours, others = _clauses(original), _clauses(translation)
    for mine, other in zip(ours, others, strict=False):
        if len(ours) == len(others) and mine.holds(place):
            return mine, other
    return Span(0, len(original)), Span(0, len(translation))


def _clauses(text: str) -> list[Span]:
    found = [Span(*each.span()).trimmed(text) for each in _CLAUSE.finditer(text)]
    return [each for each in found if each.start < each.end]
