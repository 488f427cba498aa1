"""What four languages put before and after a name: the stems that may be the name itself."""

from functools import lru_cache
from itertools import product
from typing import Literal, NamedTuple

from archive.core.names.everyday import EVERYDAY, PLACES
from archive.core.names.signs import APOSTROPHE, HALF_SPACE, HUMP, JOINTS, is_perso_arabic
from archive.core.names.titles import TITLES, table
from archive.core.words import folded

Kind = Literal["whole", "marked", "attached"]


class Stem(NamedTuple):
    """A stretch of a word that may be a name, and how sure its borders are."""

    start: int
    end: int
    kind: Kind


# Written apart by a half-space.
_PIECES_AFTER = table("""
    ها های هایی هایم هایت هایش ی ای ام ات اش مان تان شان م ت ش را رو هم و جان جون خان آقا اقا خانم خانوم
    اینا اند ایم اید است ست ه ا هاش هاشون شون تون مون السادات سادات
""")
# Written on to the word; with one letter on both sides a longer stem is asked for.
_AFTER = table("""
    هایشان هایمان های هایی هایم هایش هایت ها شان تان مان شون تون مون را رو جان جون خان اینا هما هم هن کم
    نا م ت ش ه ک و
""")
_AFTER_VOWEL = table("ی یم یت یش یمان یتان یشان یی")
_CONJUNCTIONS, _PREPOSITIONS, _ARTICLES = ("", "و", "ف"), ("", "ب", "ل", "ک"), ("", "ال")
_BEFORE = frozenset(
    {"".join(one) for one in product(_CONJUNCTIONS, _PREPOSITIONS, _ARTICLES)} | {"لل", "ولل", "فلل"}
) - {""}
_BEFORE_APOSTROPHE = table("d l qu s n j m t c o jusqu lorsqu puisqu quoiqu")
_AFTER_APOSTROPHE = table("s d ll ve re m") | {""}
# Names and words of their own that only look like a name with an ending.
_OWN = table("""
    مریم کریم رحیم سلیم حکیم ابراهیم اکرم قاسم کاظم هاشم جاسم بهرام امینه کریمه جمیله سعیده وحیده حمیده
    مجیده فریده رشیده نعیمه سلیمه حلیمه حکیمه سمیره امیره شریفه نجیبه منیره بشیره نصیره طاهره حامده
    عادله صادقه ناصره صالحه زاهده ساجده فاخره عالیه راضیه نادره خالده ماجده محبوبه مسعوده محموده منصوره
    حسنه حسنا حسنی سارا نورا مینا رضایی علیه علیها رضایت حسنک سعیدا علیا علیک علینا علیهم علیهما علیکم
""")
_NOT_INFLECTED = _OWN | EVERYDAY | PLACES
_RANKS: tuple[Kind, ...] = ("whole", "marked", "attached")


@lru_cache(maxsize=65536)
def stems(word: str) -> tuple[Stem, ...]:
    """The stems of a word as its text has it, joints included: the surest first, then the longest."""
    whole = Stem(0, len(word), "whole")
    found = [whole, *(_halves(word) if is_perso_arabic(word) else _apostrophes(word))]
    marked = list(found)
    for stem in marked:
        found += _attached(word, stem)
    ordered = sorted(set(found), key=lambda stem: (_RANKS.index(stem.kind), stem.start - stem.end))
    return tuple(ordered)


def bare(word: str) -> str:
    """A word without its joints."""
    return "".join(char for char in word if char not in JOINTS)


def _cuts(word: str, joint: str) -> list[tuple[int, int]]:
    pieces, start = [], 0
    for piece in word.split(joint):
        pieces.append((start, start + len(piece)))
        start += len(piece) + 1
    return pieces


def _halves(word: str) -> list[Stem]:
    """The stem between what half-spaces part from it: حسین‌ها, آقا‌حسین."""
    pieces = _cuts(word, HALF_SPACE)
    found = []
    first, last = 0, len(pieces) - 1
    while first < last and word[slice(*pieces[first])] in TITLES:
        first += 1
        found.append(Stem(pieces[first][0], pieces[-1][1], "marked"))
    while last > first and word[slice(*pieces[last])] in _PIECES_AFTER:
        last -= 1
        found.append(Stem(pieces[first][0], pieces[last][1], "marked"))
    return found


def _apostrophes(word: str) -> list[Stem]:
    """The stem between apostrophes, and the parts of a word in humps: d'Amin, Amin's, FreeAmin."""
    pieces = _cuts(word, APOSTROPHE)
    found = []
    for first in range(min(2, len(pieces))):
        if first and word[slice(*pieces[0])] not in _BEFORE_APOSTROPHE:
            continue
        for last in range(max(first, len(pieces) - 2), len(pieces)):
            if last == len(pieces) - 1 or word[slice(*pieces[-1])] in _AFTER_APOSTROPHE:
                found.append(Stem(pieces[first][0], pieces[last][1], "marked"))
    if HUMP in word:
        found += [Stem(start, end, "marked") for start, end in _cuts(word, HUMP)]
    return [stem for stem in found if stem.start < stem.end]


def _attached(word: str, stem: Stem) -> list[Stem]:
    """The stems inside what is written on without a mark: وحسين, حسینشان, Alhosseini."""
    text = word[stem.start : stem.end]
    if folded(bare(text)).replace(" ", "") in _NOT_INFLECTED:
        return []
    if not is_perso_arabic(text):
        return _latin_attached(text, stem)
    found = []
    for before in ("", *_BEFORE):
        if not text.startswith(before):
            continue
        for after in _endings(text):
            start, end = stem.start + len(before), stem.end - len(after)
            least = 4 if len(before) == 1 and len(after) == 1 else 3
            if (before or after) and end - start >= least and word[end - 1] not in JOINTS:
                found.append(Stem(start, end, "attached"))
    return found


def _endings(text: str) -> list[str]:
    found = [""]
    found += [after for after in _AFTER if text.endswith(after)]
    found += [
        after for after in _AFTER_VOWEL if text.endswith(after) and text[: -len(after)][-1:] in ("ا", "و")
    ]
    return found


def _latin_attached(text: str, stem: Stem) -> list[Stem]:
    found = []
    if len(text) >= 5 and text.endswith("s") and text[-2] not in JOINTS:
        found.append(Stem(stem.start, stem.end - 1, "attached"))
    if text.startswith(("al", "el")) and len(text) >= 7:
        found.append(Stem(stem.start + 2, stem.end, "attached"))
    return found
