"""Latin names by their sound: one sound for the many romanisations of a name, and the frames it may have."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice, product

from archive.core.names.known import KNOWN
from archive.core.names.romanising import MOST, collapsed, frames
from archive.core.names.signs import plain
from archive.core.names.variants import USUAL

# Closing and opening parts that every language romanises its own way, to one sign each.
_OLLAH = re.compile(r"(?<=.{3})[aou]?ll?[aeo]?l?l[ao]h?$")
_GODS = re.compile(r"(?<=.{2})[aou]ll?ah?$")
_EDDIN = re.compile(r"(?<=.{2})(?:[aeou]d|[aeou]l)d[iy]ne?$|(?<=.{2})[aeou]deen$")
_ABDOL = re.compile(r"^abd(?:[aeiou]l(?=[a-z]{2})|[aeou](?=([rsztdnj])\1)|[aeou](?=shsh|chch))")
_UNIT = re.compile(r"dsch|tch|sch|[aeiouy]+|kh|gh|sh|ch|dj|zh|ph|th|dh|ck|.")
_DOUBLE = re.compile(r"([^aeiouy])\1+")

_CONSONANTS: dict[str, tuple[str, ...]] = {
    "kh": ("x",), "gh": ("q",), "sh": ("S",), "sch": ("S",), "ch": ("S", "c"), "tch": ("c",), "dj": ("j",),
    "dsch": ("j",), "zh": ("J",), "ph": ("f",), "th": ("s", "t"), "dh": ("z", "d"), "ck": ("k",),
    "k": ("k", "q"), "g": ("g", "j"), "j": ("j", "J"), "v": ("W",), "w": ("W",),
}  # fmt: skip
_SOUNDS = {
    "kh": "x", "gh": "k", "q": "k", "c": "k", "ck": "k", "sh": "S", "sch": "S", "ch": "S", "tch": "S",
    "dj": "j", "dsch": "j", "zh": "j", "ph": "f", "th": "t", "dh": "d", "w": "v",
}  # fmt: skip
_LONG = {"aa": ("A", ""), "ee": ("Y",), "ii": ("Y",), "oo": ("W",), "uu": ("W",), "ou": ("W", ""),
         "ai": ("Y", "AY"), "ay": ("Y", "AY"), "ei": ("Y",), "ey": ("Y",), "au": ("W", "AW"),
         "ae": ("AY", "Y", "A", ""), "aee": ("Y", "AY"), "y": ("Y",)}  # fmt: skip
_LETTERS = {"a": ("", "A"), "e": ("",), "i": ("Y", "~"), "y": ("Y",), "o": ("", "W"), "u": ("W", "~")}
_LAST = {"a": ("A", "h", "Y"), "e": ("h", ""), "i": ("Y",), "y": ("Y",), "o": ("W",), "u": ("W",)}


@lru_cache(maxsize=65536)
def units(word: str) -> tuple[str, ...]:
    """A folded Latin word as its consonants and clusters of vowels, by its usual spelling."""
    word = USUAL.get(word, word)
    word = _GODS.sub("L", word)
    word = _EDDIN.sub("E", word)
    word = _DOUBLE.sub(r"\1", _ABDOL.sub("abdl", word))
    word = re.sub(r"(?<=[aeo])h$", "H", word)  # a closing h is heard as part of the vowel
    return tuple(_UNIT.findall(word))


@lru_cache(maxsize=65536)
def written(word: str) -> tuple[str, ...]:
    """The frames that a Latin name may have in Perso-Arabic letters."""
    known = KNOWN.get(word) or KNOWN.get(USUAL.get(word, word))
    if known:
        return tuple(dict.fromkeys(frame for spelt in known for frame in frames(plain(spelt))))
    parts = units(word)
    options = [_options(parts, at) for at in range(len(parts))]
    return tuple(dict.fromkeys(_settled(islice(product(*options), 4 * MOST))))[:MOST]


def _settled(choices: Iterable[tuple[str, ...]]) -> Iterable[str]:
    """The frames that stand: an i or u may go unwritten only where enough else is written."""
    for choice in choices:
        frame = collapsed("".join(choice))
        bare = collapsed(frame.replace("~", ""))
        if "~" not in frame or len(bare.lstrip("A")) >= 4:
            yield bare


def _options(parts: tuple[str, ...], at: int) -> tuple[str, ...]:
    unit, after = parts[at], parts[at + 1] if at + 1 < len(parts) else ""
    if unit == "e" and 0 < at == len(parts) - 2 and after != "H":
        return ("~",)  # Nader has an unwritten e only beside a written a
    if unit[0] in "aeiouy":
        return _vowels(unit, first=at == 0, last=not after, hushed=after == "H")
    if unit == "H":
        return ("h", "") if parts[at - 1][-1] == "o" else ("",)
    if unit == "c":
        return ("s",) if after[:1] in ("e", "i", "y") else ("k", "q")
    if unit == "x":
        return ("x",) if at == 0 else ("ks", "x")
    return _CONSONANTS.get(unit, (unit,))


@lru_cache(maxsize=4096)
def _vowels(cluster: str, *, first: bool, last: bool, hushed: bool) -> tuple[str, ...]:
    if first and cluster[0] != "y":
        return _opening(cluster)
    if hushed or (last and cluster[-1] in _LAST and cluster not in _LONG):
        end = ("h", "A", "Y", "Ah") if hushed else _LAST[cluster[-1]]
        before = _vowels(cluster[:-1], first=first, last=False, hushed=False) if cluster[1:] else ("",)
        return tuple(a + b for a in before for b in end)
    if cluster in _LONG:
        return _LONG[cluster]
    return tuple(
        dict.fromkeys("".join(one) for one in product(*(_LETTERS[letter] for letter in cluster[:5])))
    )


def _opening(cluster: str) -> tuple[str, ...]:
    if len(cluster) == 1:
        return {"i": ("A", "AY"), "u": ("A", "AW"), "o": ("A", "AW")}.get(cluster, ("A",))
    rest = _LONG.get(cluster) or tuple("".join(one) for one in product(*(_LETTERS[c] for c in cluster[1:5])))
    return tuple(dict.fromkeys("A" + one for one in rest))


@lru_cache(maxsize=65536)
def sounds(word: str) -> tuple[str, ...]:
    """The sounds of a Latin name: a, i, u and folded consonants; e may be a or i."""
    parts = units(word)
    options = [_sound(parts, at) for at in range(len(parts))]
    return tuple(dict.fromkeys("".join(one) for one in islice(product(*options), MOST)))


def _sound(parts: tuple[str, ...], at: int) -> tuple[str, ...]:
    unit, after = parts[at], parts[at + 1] if at + 1 < len(parts) else ""
    if unit[0] in "aeiouy":
        return _sounding(unit, first=at == 0, last=not after, hushed=after == "H")
    if unit == "H":
        return ("",)
    if unit == "c" and after[:1] in ("e", "i", "y"):
        return ("s",)
    if unit in ("w", "v") and at == len(parts) - 1 and parts[at - 1][-1:] in ("o", "a"):
        return ("",)  # Khosrow, Khosrau, Khosro
    return (_SOUNDS.get(unit, unit),)


@lru_cache(maxsize=4096)
def _sounding(cluster: str, *, first: bool, last: bool, hushed: bool) -> tuple[str, ...]:
    if hushed or (last and cluster[-1] == "e" and cluster != "ee"):
        before = _sounding(cluster[:-1], first=first, last=False, hushed=False) if cluster[1:] else ("",)
        return tuple(one + end for one in before for end in (("a",) if hushed else ("a", "")))
    if re.fullmatch(r"[ae]+[iy]+|ae|aee|[iy]+|ee", cluster):
        return ("i",)
    if re.fullmatch(r"[ou]+", cluster):
        return ("u",)
    if cluster in ("au", "aou", "ao"):
        return ("avu", "u")
    letters = {"a": ("a",), "e": ("a", "i"), "i": ("i",), "y": ("i",), "o": ("u",), "u": ("u",)}
    spread = ("".join(one) for one in product(*(letters[letter] for letter in cluster[:5])))
    return tuple(dict.fromkeys(re.sub(r"(.)\1+", r"\1", one) for one in spread))
