"""The keys under which names are kept and looked up.

=hossein    a word as it is written, folded          .hsyn   its consonants and long vowels
-hsn        its consonants only                      ~hsnzd  those of a long word without one or two of them
1h          what a word begins with                  0h      a stored initial
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations, islice, product

from archive.core.names.searching.parts import Part, pairs, parts
from archive.core.names.searching.symbols import CLASSES, VOWELS

_REPEATED = re.compile(r"([yw])\1+")
_MOST = 6  # readings of one word
_LONG = 5  # consonants from which two slips are forgiven
_LONGEST = 9
_ALPHABET = "abdfhjklmnprsStvxyz"


def index_keys(name: str) -> frozenset[str]:
    """The keys of a name that is to be found."""
    found: set[str] = set()
    whole = parts(name)
    for one in whole:
        found.add("=" + one.written)
        if one.initial:
            found |= {"0" + first for first in _firsts(one)}
        else:
            found |= {"1" + first for first in _firsts(one)}
            found |= _sound_keys(one) | _shortened(one)
    for _at, one in pairs(whole):
        found |= _sound_keys(one)
    return frozenset(found)


def sure_keys(asked: Part) -> frozenset[str]:
    """The keys of names with a part that sounds like this one."""
    if asked.initial:
        return frozenset(k + first for first in _firsts(asked) for k in "01")
    fine = {"." + shape for sound in asked.sounds for shape in _shapes(sound)}
    return frozenset(fine | {"=" + asked.written} | {"0" + first for first in _firsts(asked)})


def near_keys(asked: Part) -> frozenset[str]:
    """The keys of names with a part that is this one but for a slip or two."""
    if asked.initial:
        return sure_keys(asked)
    bones = {bone for sound in asked.sounds for bone in _bones(sound)}
    found = {"-" + other for bone in islice(sorted(bones), _MOST) for other in _neighbours(bone)}
    return sure_keys(asked) | found | _shortened(asked)


def exact_keys(words: Iterable[Part]) -> frozenset[str]:
    """The keys that a name holding all of these words as written has."""
    return frozenset("=" + one.written for one in words)


def _sound_keys(one: Part) -> set[str]:
    fine = {"." + shape for sound in one.sounds for shape in _shapes(sound)}
    return fine | {"-" + bone for sound in one.sounds for bone in _bones(sound)}


def _firsts(one: Part) -> set[str]:
    return {bone[0] for sound in one.sounds for bone in _bones(sound) if bone}


@lru_cache(maxsize=65536)
def _bones(sound: str) -> frozenset[str]:
    """The consonants of a sound, in each way they may be meant."""
    return _spelt(tuple(_consonant(sound, at) for at in range(len(sound))))


@lru_cache(maxsize=65536)
def _shapes(sound: str) -> frozenset[str]:
    """The consonants and long vowels of a sound: y and w stand for the long ones."""
    found = _spelt(tuple(_vowel(sound, at) or _consonant(sound, at) for at in range(len(sound))))
    return frozenset(_REPEATED.sub(r"\1", one) for one in found)


def _spelt(options: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    found = {"".join(one) for one in islice(product(*options), _MOST)}
    return frozenset(one for one in found if one)


def _consonant(sound: str, at: int) -> tuple[str, ...]:
    one, before, after = sound[at], sound[at - 1 : at], sound[at + 1 : at + 2]
    if one in CLASSES:
        return tuple(CLASSES[one])
    if one == "0":
        return ("a",)
    if one == "w":
        return ("v",) if not at or (after and after in VOWELS) else ("", "v")
    if one == "2":
        return ("v", "") if after and after in "136H" else ("", "v")
    if one == "y":
        return ("y",) if not at else ("",)
    if one == "u" and after and after in VOWELS:
        return ("", "v")
    if one == "H":
        return ("", "h") if before in VOWELS else ("",)
    return ("",) if not one.isdigit() or one in "01346" else (one,)


def _vowel(sound: str, at: int) -> tuple[str, ...]:
    """What a vowel adds to a shape; () where the sign is none."""
    one, before, after = sound[at], sound[:at], sound[at + 1 : at + 2]
    last = not after
    if one == "3":
        return ("y",)
    if one == "2":
        return ("w", "v")
    if one == "w" and at and not (after and after in VOWELS):
        return ("w", "v")
    if one == "i":
        opening = not VOWELS.intersection(before.lstrip("0"))
        sure = last or not (opening or "a" in before)
        return ("y",) if sure else ("y", "")
    if one == "u" and after and after in VOWELS:
        return ("w", "v", "")
    if one in "uo":
        return ("w",) if last else ("", "w")
    if one == "y" and at:
        return ("y",)
    return ()


def _shortened(one: Part) -> set[str]:
    """Long words without one or two of their consonants: two slips meet here."""
    found = set()
    for sound in one.sounds[:1]:
        bone = min(_bones(sound), key=lambda bone: (len(bone), bone), default="")
        if _LONG <= len(bone) <= _LONGEST:
            for count in (1, 2):
                found |= {"~" + "".join(kept) for kept in combinations(bone, len(bone) - count)}
    return found


@lru_cache(maxsize=4096)
def _neighbours(bone: str) -> frozenset[str]:
    """A skeleton and all that one slip makes of it."""
    found = {bone}
    for at in range(len(bone) + 1):
        head, tail = bone[:at], bone[at:]
        found |= {head + sign + tail for sign in _ALPHABET}
        if tail:
            found |= {head + tail[1:]} | {head + sign + tail[1:] for sign in _ALPHABET}
        if len(tail) > 1:
            found.add(head + tail[1] + tail[0] + tail[2:])
    return frozenset(one for one in found if len(one) >= min(2, len(bone)))
