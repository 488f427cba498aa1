"""The forms of a name, and of a word of a text: where they share one, the word may be the name.

Both sides are not alike: a name is taken as it is, a word may carry articles and endings; and what Latin
letters leave open (is the o of Hossein written?) is spread out on one side only, or everything would meet.

    e:  the folded spelling          E:  the same, of a name that is also an everyday word: capitals only
    o:  Perso-Arabic spelling        v:  sound of a Latin spelling
    a:  a Latin name's frames, against words in Perso-Arabic letters
    l:  a Perso-Arabic name's frames, against words in Latin letters
    c:  frame, both Perso-Arabic     s:  skeleton, long ones only          d:  end of a long number
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from archive.core.names.everyday import EVERYDAY, PLACES
from archive.core.names.inflections import Kind, bare, stems
from archive.core.names.romanising import frames, skeleton, spellings
from archive.core.names.signs import is_perso_arabic, latin_looks
from archive.core.names.sounding import sounds, written
from archive.core.words import folded

# Whether a word has a capital: none; one that says nothing, as at the start of a sentence; one that names.
Capital = Literal["none", "start", "name"]

_SHORTEST = 3  # of a sound or frame that is compared: shorter ones are half of all words
_SHORTEST_SKELETON = 5
_SHORTEST_CLASS = 5
_LONGEST = 48  # letters of a word that is still read as a name; beyond, only its spelling counts
_NUMBER_END = 8  # the digits of a telephone number that neither 0 nor a country changes


class Reading(NamedTuple):
    """A stretch of a word and the forms it has there."""

    start: int
    end: int
    forms: frozenset[str]


def spelling(letters: str) -> str:
    """The folded spelling of one word, without anything inside it."""
    return folded(letters).replace(" ", "")


@lru_cache(maxsize=4096)
def name_forms(letters: str, capital: bool = False) -> frozenset[str]:
    """The forms of one name part, given as signs without joints; `capital` where it is written with one."""
    exact = spelling(letters)
    if not exact:
        return frozenset()
    if exact.isdigit():
        return number_forms(exact)
    everyday = exact in EVERYDAY and capital
    found = {("E:" if everyday else "e:") + exact}
    if len(letters) > _LONGEST:
        return frozenset(found)
    if is_perso_arabic(letters):
        shapes = _framed(letters)
        found |= {"o:" + one for one in spellings(letters)} | {"l:" + one for one in shapes}
        found |= _classes(shapes) | _skeletons(shapes)
    for look in latin_looks(letters):
        shapes = tuple(one for one in written(look) if len(one) >= _SHORTEST)
        found |= {"v:" + one for one in sounds(look) if len(one) >= _SHORTEST}
        found |= {"a:" + one for one in (*shapes, *_arabised(shapes))} | _skeletons(shapes)
    return frozenset(found)


@lru_cache(maxsize=131072)
def readings(word: str, capital: Capital = "name") -> tuple[Reading, ...]:
    """What a word of a text may be read as, the whole word first."""
    found = []
    for stem in stems(word):
        letters = bare(word[stem.start : stem.end])
        seen = word_forms(letters, stem.kind, capital)
        if seen:
            found.append(Reading(stem.start, stem.end, seen))
    return tuple(found)


@lru_cache(maxsize=131072)
def word_forms(letters: str, kind: Kind, capital: Capital) -> frozenset[str]:
    """The forms of one stem of a word: the surer its borders, the more."""
    exact = spelling(letters)
    if not exact:
        return frozenset()
    found = {"e:" + exact} | ({"E:" + exact} if capital != "none" else set())
    if len(letters) > _LONGEST or exact in PLACES or (exact in EVERYDAY and capital != "name"):
        return frozenset(found)
    sure = kind != "attached"
    if is_perso_arabic(letters):
        shapes = _framed(letters)
        found |= {"o:" + one for one in spellings(letters)}
        if sure or len(letters) > _SHORTEST:
            found |= {"a:" + one for one in shapes}
        if sure:
            found |= _classes(shapes) | _skeletons(shapes)
    for look in latin_looks(letters):
        if not exact.isascii():
            found.add("e:" + look)
        shapes = tuple(one for one in written(look) if len(one) >= _SHORTEST)
        found |= {"v:" + one for one in sounds(look) if len(one) >= _SHORTEST}
        if sure or len(look) > _SHORTEST_CLASS:
            found |= {"l:" + one for one in shapes}
        if sure:
            found |= _skeletons(shapes)
    return frozenset(found)


def number_forms(digits: str) -> frozenset[str]:
    """The forms of a number: all of it, and of a long one its end."""
    return frozenset(
        {"e:" + digits} | ({"d:" + digits[-_NUMBER_END:]} if len(digits) > _NUMBER_END else set())
    )


def _framed(letters: str) -> tuple[str, ...]:
    return tuple(one for one in frames(letters) if len(one) >= _SHORTEST)


def _classes(shapes: tuple[str, ...]) -> set[str]:
    return {"c:" + one for one in shapes if len(one) >= _SHORTEST_CLASS}


def _skeletons(shapes: tuple[str, ...]) -> set[str]:
    return {"s:" + bone for bone in map(skeleton, shapes) if len(bone) >= _SHORTEST_SKELETON}


def _arabised(shapes: tuple[str, ...]) -> tuple[str, ...]:
    """A Latin name's frames as Arabic writers have them, who know no p."""
    return tuple(re.sub("p", "b", one) for one in shapes if "p" in one)
