"""A name, or what somebody asks for, as its parts: without titles and particles, each with its sounds."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from anyascii import anyascii

from archive.core.languages import ARABIC, LATIN, script_of
from archive.core.names.searching.arabic import arabic_signs, plain_arabic
from archive.core.names.searching.latin import latin_signs, plain_latin
from archive.core.names.searching.usual import USUAL
from archive.core.names.titles import HEADS, PARTICLES, TAILS, TITLES, table
from archive.core.words import folded

MOST_PARTS = 12
_LONGEST_JOINED = 20
_ARTICLE = {"abd": "ol", "عبد": "ال"}  # the article of Abd al-Qadir is a particle, and gone by then
_WORD = re.compile(r"[\w'’‘`´ʹʻʼʽʾʿʔʕ\u0300-\u036f\u064b-\u065f\u0670]+")
_QUOTES = re.compile(r"['’‘`´ʹʻʼʽʾʿʔʕ]")
_ELISION = re.compile(r"^(?:d|l)['’](?=\w{3})", re.IGNORECASE)


def _folded(words: frozenset[str]) -> frozenset[str]:
    return frozenset(folded(word).replace(" ", "") for word in words)


# Part of names here, though no name to protect by itself.
_NAMES = _folded(table("abu abou aboo abi umm oum um imam shahid shahed martyr ابو ابی ام امام شهید الشهید "))
_PARTICLES = _folded(PARTICLES | table("""
    of the for in on at to a and y und et aux par sur dans pour e i o u dal degli dei der die das fur vom
    و در از به برای با که های ها ی ای الی فی من لل عن
"""))  # fmt: skip
_HONOURS = _folded(TITLES | table("""
    mssrs mister mssr doctorate dr prof pr mle ing ir hojjatoleslam hujjat hojjat-ol-eslam hodjatoleslam
    ayatullah ajatollah grand lady lord king queen prince princess bey bay pasha effendi efendi hanim
    hanım sayın dede mawlana maulana maulvi qari hafiz alhaj alhajj elhadj elhaj alsheikh alshaykh lalla
    moulay mevlana lt maj brigadier major commander minister president senator ms
    آیت‌الله حجت‌الاسلام اية آية الله‌العظمی سردار سرلشکر سرتیپ تیمسار استادیار رئیس وزیر خان‌ بیگ
    الحجه المهندسه الدكتوره الدکتوره دکتره الاستاذه الانسه السیدة الشیخه مولانا مولوی حضرت
"""))  # fmt: skip
_NO_HEADS = frozenset(("mah", "mahi", "ruh", "fath", "taj", "asad"))


class Part(NamedTuple):
    """One word of a name."""

    written: str  # folded: what “exactly as written” compares
    sounds: tuple[str, ...]  # its signs; where it may be read in several ways, the usual one first
    latin: bool
    initial: bool = False


@lru_cache(maxsize=65536)
def parts(name: str) -> tuple[Part, ...]:
    """The parts of a name in its order. One that has only titles and particles keeps all its words."""
    words = [word for word in _words(name) if word]
    spelt = [folded(word).replace(" ", "") for word in words]
    kept = [
        word
        for word, plain in zip(words, spelt, strict=True)
        if plain and (plain in _NAMES or (plain not in _HONOURS and plain not in _PARTICLES))
    ]
    found = tuple(part(word) for word in (_without_god(kept) or words)[:MOST_PARTS])
    whole = tuple(one for one in found if not one.initial)
    return found if whole else found[:0] or found


def _without_god(words: list[str]) -> list[str]:
    """Without the second word of the title آیت الله, whose first has gone already."""
    return [word for at, word in enumerate(words) if at or len(words) == 1 or word not in ("الله", "اللە")]


def _words(name: str) -> list[str]:
    text = unicodedata.normalize("NFKC", name)
    found = (_ELISION.sub("", match.group()) for match in _WORD.finditer(text.replace("\u200c", " ")))
    return [_QUOTES.sub("", word).strip("_") for word in found]


@lru_cache(maxsize=65536)
def part(word: str) -> Part:
    """One word as a part."""
    written = folded(word).replace(" ", "")
    script = script_of(word)
    if script == ARABIC:
        plain = plain_arabic(word)
        sounds = tuple(dict.fromkeys(map(arabic_signs, _without_article(plain))))
    else:
        spelt = word if script == LATIN else anyascii(word)
        plain = plain_latin(spelt)
        sounds = tuple(dict.fromkeys(_latin_sounds(plain)))
        if script not in (LATIN, ARABIC):
            sounds += tuple(one.replace("x", "X") for one in sounds if "x" in one)
    alone = len(written) == 1 and written.isalpha()
    return Part(written, sounds or (written,), script == LATIN, alone)


def _without_article(plain: str) -> list[str]:
    if plain.startswith("ال") and len(plain) > 4 and not plain.startswith("الله"):
        return [plain[2:], plain]
    return [plain]


def _latin_sounds(plain: str) -> list[str]:
    found = [latin_signs(plain)]
    found += [latin_signs(other) for other in USUAL.get(plain, ())]
    if plain[:2] in ("al", "el") and len(plain) > 6:
        found.append(latin_signs(plain[2:]))
    if plain[:3] in ("ben", "bin") and len(plain) > 5:
        found.append(latin_signs(plain[3:]))
    return found


def joined(one: Part, other: Part) -> Part | None:
    """Two neighbours written as one word: Mohammad Ali and محمدعلی; None where nobody would."""
    written = one.written + _ARTICLE.get(one.written, "") + other.written
    if one.written == "عبد" and other.written.startswith("ال"):
        written = one.written + other.written
    if one.initial or other.initial or one.latin != other.latin or len(written) > _LONGEST_JOINED:
        return None
    return part(written)


def may_join(one: Part, other: Part) -> bool:
    """Whether two neighbours are often written as one word."""
    heads = one.written in HEADS and one.written not in _NO_HEADS
    return (
        heads
        or other.written in TAILS
        or one.written in _NAMES
        or other.written in HEADS
        or len(one.written) <= 3
    )


def pairs(found: tuple[Part, ...]) -> list[tuple[int, Part]]:
    """The words that neighbours may make together, each with the place of its first."""
    whole = ((at, joined(a, b)) for at, (a, b) in enumerate(pairwise(found)) if may_join(a, b))
    return [(at, one) for at, one in whole if one]
